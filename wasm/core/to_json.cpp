#include "core/json/writer.h"
#include "pith/pith.h"
#include "pith_version.h"

namespace pith {

std::string_view NameOf(Error error) {
  switch (error) {
    case Error::kNone: return "none";
    case Error::kInputTooLarge: return "input-too-large";
    case Error::kUnsupportedType: return "unsupported-type";
    case Error::kUnknownEncoding: return "unknown-encoding";
    case Error::kBadRule: return "bad-rule";
    case Error::kUnsupportedEncoding: return "unsupported-encoding";
  }
  return "";
}

namespace {

std::string FailureJson(const Failure& failure) {
  json::Writer out;
  out.BeginObject().Key("error").BeginObject().Key("code").String(NameOf(failure.code)).Key("message").String(failure.message);
  if (!failure.encoding.empty()) out.Key("encoding").String(failure.encoding);
  out.EndObject().EndObject();
  return out.Take();
}

void Strings(json::Writer& out, const std::vector<std::string>& strings) {
  out.BeginArray();
  for (const std::string& string : strings) out.String(string);
  out.EndArray();
}

}  // namespace

std::string ToJson(const Result& result, const Options& options, Texts texts) {
  if (result.failure.code != Error::kNone) return FailureJson(result.failure);
  const Article& article = result.article;
  const Metadata& facts = article.metadata;
  json::Writer out;
  out.BeginObject().Key("title").String(facts.title).Key("byline").StringOrNull(facts.byline);
  Strings(out.Key("authors"), facts.authors);
  out.Key("publishedTime").StringOrNull(facts.published_time).Key("publishedText").StringOrNull(facts.published_text);
  out.Key("modifiedTime").StringOrNull(facts.modified_time).Key("modifiedText").StringOrNull(facts.modified_text);
  out.Key("lang").StringOrNull(facts.lang).Key("langSource").StringOrNull(facts.lang.empty() ? "" : facts.lang_detected ? "text" : "page").Key("dir").StringOrNull(facts.dir);
  out.Key("siteName").StringOrNull(facts.site_name).Key("excerpt").StringOrNull(facts.excerpt).Key("url").StringOrNull(facts.url);
  out.Key("image").StringOrNull(facts.image).Key("favicon").StringOrNull(facts.favicon);
  out.Key("section").StringOrNull(facts.section);
  Strings(out.Key("tags"), facts.tags);
  out.Key("licence").StringOrNull(facts.licence);
  out.Key("wordCount").Number(article.word_count).Key("readingMinutes").Number(article.reading_minutes).Key("confidence").Fraction(article.confidence);
  out.Key("pageType");
  if (article.page_type.type == PageType::kNone) {
    out.Raw("null");
  } else {
    out.BeginObject().Key("type").String(NameOf(article.page_type.type)).Key("probability").Fraction(article.page_type.probability).EndObject();
  }
  Strings(out.Key("warnings"), article.warnings);
  out.Key("others").BeginArray();
  for (const OtherArticle& other : article.others) {
    out.BeginObject().Key("title").String(other.title).Key("url").StringOrNull(other.url).Key("element").Number(other.element).EndObject();
  }
  out.EndArray();
  const auto in_place = [&](std::string_view text) { return texts == Texts::kInJson ? text : std::string_view(); };
  if (options.outputs.html) out.Key("html").String(in_place(article.html));
  if (options.outputs.markdown) out.Key("markdown").String(in_place(article.markdown));
  if (options.outputs.text) out.Key("text").String(in_place(article.text));
  if (options.outputs.tree) out.Key("tree").Raw(article.tree);
  if (options.explain) {
    out.Key("removed").BeginArray();
    for (const Removal& removal : article.removed) {
      out.BeginObject().Key("reason").String(removal.reason).Key("text").String(removal.text).Key("before").Number(removal.before).Key("element").Number(removal.element).Key("score").Fraction(removal.score);
      if (removal.range.begin < removal.range.end) out.Key("range").BeginArray().Number(removal.range.begin).Number(removal.range.end).EndArray();
      out.EndObject();
    }
    out.EndArray();
  }
  out.EndObject();
  return out.Take();
}

std::string_view Version() { return PITH_VERSION; }

std::string ToJson(const Probe& probe) {
  if (probe.failure.code != Error::kNone) return FailureJson(probe.failure);
  return probe.readable ? "true" : "false";
}

}  // namespace pith

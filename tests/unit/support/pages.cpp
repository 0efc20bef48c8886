#include "unit/support/pages.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "core/render/render.h"
#include "core/select/selection.h"

namespace pith::testing {

parse::Document DocumentOf(std::string_view html) {
  const scan::Scanned scanned = scan::Scan(html, Limits{});
  return parse::Parse(scanned.markup);
}

std::string Outline(const parse::Document& document) {
  std::string out;
  std::vector<parse::NodeId> open;
  const parse::NodeId body = document.First(html::Tag::kBody);
  if (body == parse::kNoNode) return out;
  const auto close_until = [&](parse::NodeId id) {
    for (; !open.empty() && id >= document.nodes[open.back()].end; open.pop_back()) out += ')';
  };
  for (parse::NodeId id = body + 1; id < document.nodes[body].end; ++id) {
    close_until(id);
    if (!out.empty() && out.back() != '(') out += ' ';
    if (document.IsText(id)) {
      out += '"';
      out += document.TextOf(id);
      out += '"';
      continue;
    }
    const std::string_view name = html::NameOf(document.nodes[id].tag);
    out += name.empty() ? document.CustomNameOf(id) : name;
    if (document.nodes[id].end == id + 1) continue;
    out += '(';
    open.push_back(id);
  }
  close_until(document.nodes[body].end);
  return out;
}

std::vector<std::string> BlockTexts(std::string_view html) {
  const parse::Document document = DocumentOf(html);
  const annotate::Blocks blocks = annotate::Annotate(document);
  std::vector<std::string> texts;
  for (const annotate::Block& block : blocks.blocks) texts.emplace_back(blocks.TextOf(block));
  return texts;
}

clean::ArticleTree ArticleOf(std::string_view html, const std::vector<std::string>& removed, std::string_view base) {
  const parse::Document document = DocumentOf(html);
  const annotate::Blocks blocks = annotate::Annotate(document);
  select::Selection selection;
  for (const annotate::Block& block : blocks.blocks) {
    const bool goes = std::find(removed.begin(), removed.end(), blocks.TextOf(block)) != removed.end();
    selection.reasons.push_back(goes ? select::Reason::kLowScore : select::Reason::kKept);
  }
  return clean::Clean(document, blocks, selection, Metadata{}, base);
}

std::string HtmlOf(std::string_view html, const std::vector<std::string>& removed) { return render::Html(ArticleOf(html, removed)); }
std::string MarkdownOf(std::string_view html, const std::vector<std::string>& removed) { return render::Markdown(ArticleOf(html, removed)); }
std::string TextOf(std::string_view html, const std::vector<std::string>& removed) { return render::Text(ArticleOf(html, removed)); }

std::vector<std::string> OwnPages() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(PITH_SOURCE_DIR "/tests/pages")) {
    if (entry.path().filename() == "page.html") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  std::vector<std::string> pages;
  for (const std::filesystem::path& file : files) {
    std::ostringstream bytes;
    bytes << std::ifstream(file, std::ios::binary).rdbuf();
    pages.push_back(bytes.str());
  }
  return pages;
}

std::string Repeated(std::string_view text, std::size_t times) {
  std::string repeated;
  repeated.reserve(text.size() * times);
  for (std::size_t i = 0; i < times; ++i) repeated += text;
  return repeated;
}

}  // namespace pith::testing

#include "core/metadata/dateline.h"

#include <algorithm>

#include "core/html/tag.h"
#include "core/metadata/date.h"
#include "core/metadata/html_text.h"
#include "core/metadata/surroundings.h"
#include "core/unicode/unicode.h"

namespace pith::metadata {
namespace {

using annotate::BlockId;
using html::Tag;
using parse::kNoNode;
using parse::NodeId;

constexpr std::size_t kLongestDateline = 200;  // bytes; a date in running prose is one that the author writes about

/// A time that an element marks.
struct Marked {
  NodeId id;
  Stamp stamp;
  bool published = false;  ///< as the page says
  bool updated = false;
  bool in_line = false;  ///< in a short line
};

class Reader {
 public:
  Reader(const Sources& sources, const annotate::Blocks& blocks, NodeId heading, std::string_view lang) : document_(sources.document), blocks_(blocks), order_(DayOrderOf(lang)), around_(Surroundings(blocks, heading)) {
    for (const NodeId id : sources.times) marked_.push_back(Read(id));
  }

  /// The first of these texts that is a date; else the first that there is, unread.
  [[nodiscard]] Stamp Of(const std::vector<std::string>& texts) const {
    Stamp unread;
    for (const std::string& text : texts) {
      if (text.empty()) continue;
      std::string iso = IsoOf(text, order_);
      if (!iso.empty()) return {std::move(iso), text};
      if (unread.raw.empty()) unread.raw = text;
    }
    return unread;
  }

  [[nodiscard]] Stamp Declared(bool updated) const {
    for (const Marked& marked : marked_) {
      if ((updated ? marked.updated : marked.published) && !marked.stamp.iso.empty()) return marked.stamp;
    }
    return {};
  }

  /// A `<time>` or a written date near the headline.
  [[nodiscard]] Stamp Shown(bool updated) const {
    Stamp labelled, plain;
    for (const BlockId id : around_) {
      const annotate::Block& block = blocks_.blocks[id];
      if (block.text.size > kLongestDateline) continue;
      for (const Marked& marked : marked_) {
        if (marked.id > block.last || document_.nodes[marked.id].end <= block.first) continue;
        if (marked.updated == updated && !marked.stamp.iso.empty()) return marked.stamp;
      }
      for (const FoundDate& date : DatesIn(blocks_.TextOf(block), order_)) {
        if (date.updated != updated) continue;
        if (updated || date.published) return {date.iso, std::string(date.raw)};
        if (plain.iso.empty()) plain = {date.iso, std::string(date.raw)};
      }
    }
    return plain;
  }

  /// The first `<time>` of the page that stands in a line of its own.
  [[nodiscard]] Stamp FirstMarked() const {
    for (const Marked& marked : marked_) {
      if (marked.in_line && !marked.updated && !marked.stamp.iso.empty()) return marked.stamp;
    }
    return {};
  }

 private:
  [[nodiscard]] Marked Read(NodeId id) const {
    Marked marked{id, {}};
    const std::string_view itemprop = document_.AttributeOf(id, "itemprop"), classes = document_.AttributeOf(id, "class");
    marked.published = HasWord(itemprop, "datePublished") || document_.HasAttribute(id, "pubdate") || HasWord(classes, "published");
    marked.updated = !marked.published && (HasWord(itemprop, "dateModified") || HasWord(classes, "updated"));
    std::string text;
    const annotate::Extent& extent = blocks_.extents[id];
    const BlockId block = std::min(extent.first_block, static_cast<BlockId>(blocks_.blocks.size()));
    const bool has_text = document_.nodes[id].end > id + 1;
    marked.in_line = has_text && LineSize(id) <= kLongestDateline;
    if (has_text && document_.nodes[id].end - id <= 12) {
      for (NodeId inner = id; inner < document_.nodes[id].end; ++inner) {
        if (document_.IsText(inner)) text += Clipped(document_.TextOf(inner), kLongestDateline);
      }
      text = Plain(text);
    }
    for (const std::string_view given : {document_.AttributeOf(id, "datetime"), document_.AttributeOf(id, "content"), std::string_view(text)}) {
      const std::string raw = Plain(Clipped(given, kLongestDateline));
      std::string iso = IsoOf(raw, order_);
      if (iso.empty()) continue;
      marked.stamp = {std::move(iso), raw};
      break;
    }
    if (!marked.published && !marked.updated && block < blocks_.blocks.size() && blocks_.blocks[block].text.size <= kLongestDateline) marked.updated = IsLabelledUpdated(block, text);
    return marked;
  }

  /// Whether the line says before this date that it is not the publishing date.
  [[nodiscard]] bool IsLabelledUpdated(BlockId block, const std::string& date) const {
    const std::string_view line = blocks_.TextOf(block);
    const std::size_t at = date.empty() ? std::string_view::npos : line.find(date);
    for (const FoundDate& found : DatesIn(line, order_)) {
      const auto begin = static_cast<std::size_t>(found.raw.data() - line.data());
      if (at != std::string_view::npos && begin >= at && begin < at + date.size()) return found.updated;
    }
    return false;
  }

  /// The text of the block around an inline element, in bytes; bounded, since a page may be full of times.
  [[nodiscard]] std::size_t LineSize(NodeId id) const {
    const BlockId block = blocks_.extents[id].first_block;
    return block < blocks_.blocks.size() ? blocks_.blocks[block].text.size : 0;
  }

  const parse::Document& document_;
  const annotate::Blocks& blocks_;
  DayOrder order_;
  std::vector<BlockId> around_;
  std::vector<Marked> marked_;
};

/// The first that could be read; else the first that there is.
Stamp Best(std::initializer_list<Stamp> stamps) {
  Stamp unread;
  for (const Stamp& stamp : stamps) {
    if (!stamp.iso.empty()) return stamp;
    if (unread.raw.empty()) unread = stamp;
  }
  return unread;
}

}  // namespace

Times ReadTimes(const Sources& sources, const annotate::Blocks& blocks, const LinkedData& linked, NodeId heading, std::string_view lang, std::string_view url) {
  const Reader reader(sources, blocks, heading, lang);
  const std::string path_date = DateInPath(url);
  Times times;
  times.published = Best({reader.Of({linked.published_time,
                                     sources.First({"article:published_time", "og:article:published_time", "article:published", "datepublished", "parsely-pub-date", "sailthru.date", "publish-date", "publish_date", "publishdate", "publication_date",
                                                    "publicationdate", "published-date", "pubdate", "pub_date", "cxenseparse:recs:publishtime", "rnews:datepublished", "og:pubdate", "og:published_time", "citation_publication_date", "citation_online_date", "citation_date",
                                                    "dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created", "dcterms.date", "dc.date", "datecreated", "date", "article_date_original", "weibo:article:create_at"})}),
                          reader.Declared(false), reader.Shown(false), {path_date, path_date}, reader.FirstMarked()});
  times.modified = Best({reader.Of({linked.modified_time, sources.First({"article:modified_time", "og:article:modified_time", "article:modified", "og:updated_time", "datemodified", "last-modified", "lastmod", "last_updated", "last-updated", "dcterms.modified", "dc.date.modified",
                                                                         "cxenseparse:recs:modifiedtime", "revised", "weibo:article:update_at"})}),
                         reader.Declared(true), reader.Shown(true)});
  return times;
}

}  // namespace pith::metadata

#include "core/render/footnotes.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "core/for_speed.h"
#include "core/render/parts.h"
#include "core/unicode/unicode.h"

namespace pith::render {
namespace {

using clean::ArticleTree;
using clean::ItemId;
using clean::Name;
using html::Tag;

constexpr std::size_t kLongestMark = 12;  // bytes: "[12]", "note 3"

bool IsLetterOrDigit(char c) { return (c >= '0' && c <= '9') || unicode::IsAsciiLetter(c); }

class Finder {
 public:
  explicit Finder(const ArticleTree& tree) : tree_(tree) {}

  Footnotes Run() {
    ReadTree();
    for (ItemId id = 0; id < tree_.items.size(); ++id) {
      if (tree_.items[id].tag == Tag::kA) Reference(id);
    }
    Lists();
    Beginnings();
    return std::move(found_);
  }

 private:
  PITH_APART void ReadTree() {
    parents_.resize(tree_.items.size());
    std::vector<ItemId> open;
    for (ItemId id = 0; id < tree_.items.size(); ++id) {
      while (!open.empty() && id >= tree_.items[open.back()].end) open.pop_back();
      parents_[id] = open.empty() ? 0 : open.back();
      open.push_back(id);
      if (tree_.IsText(id)) continue;
      const std::string_view name = tree_.AttributeOf(id, Name::kId);
      if (!name.empty()) ids_.emplace(name, id);
    }
  }

  /// What a link within the article leads to; 0 for other links.
  ItemId TargetOf(ItemId link) const {
    const std::string_view href = tree_.AttributeOf(link, Name::kHref);
    const auto found = href.substr(0, 1) == "#" ? ids_.find(href.substr(1)) : ids_.end();
    return found == ids_.end() ? 0 : found->second;
  }

  /// Whether an element begins what it stands in.
  bool IsFirst(ItemId id) const { return parents_[id] + 1 == id; }

  /// What a link leads to as a note: the block that begins with the named place, which is often the link back.
  ItemId NoteOf(ItemId link) const {
    ItemId note = TargetOf(link);
    while (note != 0 && !html::IsBlock(tree_.items[note].tag) && IsFirst(note)) note = parents_[note];
    if (tree_.items[note].tag == Tag::kP && IsFirst(note) && tree_.items[parents_[note]].tag == Tag::kLi) note = parents_[note];
    return note;
  }

  PITH_APART void Reference(ItemId link) {
    const ItemId note = NoteOf(link);
    const Tag tag = tree_.items[note].tag;
    constexpr ItemId kLongestNote = 2000;  // items; each of a note's marks looks through it
    if (note <= link || (tag != Tag::kLi && tag != Tag::kP && tag != Tag::kDt) || tree_.items[note].end - note > kLongestNote) return;
    const std::string text = TextBelow(tree_, link);
    if (text.empty() || text.size() > kLongestMark) return;
    const ItemId around = RaisedAround(link), mark = around == 0 ? link : around;
    const bool raised = around != 0 || (tree_.items[link + 1].tag == Tag::kSup && tree_.items[link + 1].end == tree_.items[link].end);
    if (!raised && note != TargetOf(link) && IsFirst(link) && html::IsBlock(tree_.items[parents_[link]].tag)) return;  // question and answer
    const std::size_t links_back = Back(note, mark, link);
    const auto known = found_.notes.find(note);
    if (links_back == 0 && !raised && (known == found_.notes.end() || !IsMark(text, known->second))) return;
    const auto [entry, is_new] = found_.notes.emplace(note, std::string());
    if (is_new) entry->second = Label(text);
    found_.references.emplace(mark, entry->second);
  }

  /// The `<sup>` that has nothing but a link, and maybe brackets around it; 0 where there is none.
  ItemId RaisedAround(ItemId link) const {
    const ItemId sup = parents_[link], end = tree_.items[sup].end, next = tree_.items[link].end;
    const bool first = IsFirst(link) || (link == sup + 2 && tree_.IsText(sup + 1) && tree_.TextOf(sup + 1) == "[");
    const bool last = next == end || (next + 1 == end && tree_.IsText(next) && tree_.TextOf(next) == "]");
    return tree_.items[sup].tag == Tag::kSup && first && last ? sup : 0;
  }

  /// Finds the links of a note that lead to its mark, or to the block that the mark stands in.
  std::size_t Back(ItemId note, ItemId mark, ItemId link) {
    std::size_t count = 0;
    for (ItemId id = note + 1; id < tree_.items[note].end; ++id) {
      if (tree_.items[id].tag != Tag::kA) continue;
      const ItemId to = TargetOf(id);
      const bool leads_back = to != 0 && (to == mark || to == link || (to < mark && tree_.items[to].end > link));
      if (!leads_back || TextBelow(tree_, id).size() > kLongestMark) continue;
      found_.left_out.insert(Whole(id, note));
      ++count;
    }
    return count;
  }

  /// A link back with the mark-up that holds nothing else.
  ItemId Whole(ItemId link, ItemId note) const {
    for (ItemId parent = parents_[link]; parent > note && parent + 1 == link && tree_.items[parent].end == tree_.items[link].end; parent = parents_[link])
      link = parent;
    return link;
  }

  /// The mark's own characters where Markdown takes them as a label, else a number.
  std::string Label(std::string_view text) {
    std::string label;
    for (const char c : text) {
      if (IsLetterOrDigit(c)) label += c;
    }
    if (label.empty() || !labels_.insert(label).second) {
      std::size_t number = found_.notes.size();
      do label = std::to_string(number++);
      while (!labels_.insert(label).second);
    }
    return label;
  }

  /// A list of notes is no list in Markdown; notes in a list that holds other items stay items.
  PITH_APART void Lists() {
    std::unordered_set<ItemId> mixed;
    for (const auto& [note, label] : found_.notes) {
      if (tree_.items[note].tag != Tag::kLi) continue;
      const ItemId list = parents_[note];
      if (found_.lists.count(list) > 0 || mixed.count(list) > 0) continue;
      bool all = true;
      for (ItemId item = list + 1; item < tree_.items[list].end && all; item = tree_.items[item].end) all = found_.notes.count(item) > 0;
      (all ? found_.lists : mixed).insert(list);
    }
    if (mixed.empty()) return;
    std::unordered_set<std::string> gone;
    for (auto note = found_.notes.begin(); note != found_.notes.end();) {
      const bool goes = mixed.count(parents_[note->first]) > 0 && tree_.items[note->first].tag == Tag::kLi;
      if (goes) gone.insert(note->second);
      note = goes ? found_.notes.erase(note) : std::next(note);
    }
    for (auto mark = found_.references.begin(); mark != found_.references.end();)
      mark = gone.count(mark->second) > 0 ? found_.references.erase(mark) : std::next(mark);
    found_.left_out.clear();
  }

  /// A note whose block is but its mark (docutils) is the block that follows.
  PITH_APART void Beginnings() {
    std::vector<ItemId> marks;
    for (const auto& [note, label] : found_.notes) {
      const ItemId next = tree_.items[note].end;
      if (Words(note, label) < next || next == tree_.items.size() || parents_[next] != parents_[note] || found_.notes.count(next) > 0) continue;
      if (tree_.items[next].tag == Tag::kP || tree_.items[next].tag == Tag::kDd) marks.push_back(note);
    }
    for (const ItemId mark : marks) {
      found_.left_out.insert(mark);
      const auto note = found_.notes.find(mark);
      const std::string label = note->second;
      found_.notes.erase(note);
      found_.notes.emplace(tree_.items[mark].end, label);
    }
  }

  /// Where a note's words begin, behind links back and the litter around them.
  ItemId Words(ItemId note, std::string_view label) {
    std::vector<ItemId> texts;  // since the last link back
    bool linked = false;
    ItemId id = note + 1;
    while (id < tree_.items[note].end) {
      const Tag tag = tree_.items[id].tag;
      if (found_.left_out.count(id) > 0) {
        for (const ItemId text : texts) found_.left_out.insert(text);
        texts.clear();
        linked = true;
        id = tree_.items[id].end;
      } else if (tree_.IsText(id)) {
        if (!IsMark(tree_.TextOf(id), label)) break;
        texts.push_back(id++);
      } else if (tag == Tag::kA || tag == Tag::kImg || tag == Tag::kMath) {
        break;
      } else {
        ++id;
      }
    }
    const ItemId first = texts.empty() ? id : texts.front();
    if (linked && first < tree_.items[note].end && tree_.IsText(first)) found_.behind.insert(first);
    return id;
  }

  /// Whether a text says no more than a note's label.
  static bool IsMark(std::string_view text, std::string_view label) {
    std::string words;
    for (std::size_t at = 0; at < text.size();) {
      const unicode::Decoded c = unicode::Decode(text, at);
      const unicode::CharClass kind = unicode::ClassOf(c.code_point);
      if (kind == unicode::CharClass::kLetter || kind == unicode::CharClass::kNumber) words += text.substr(at, c.size);
      at += c.size;
    }
    return words.empty() || words == label;
  }

  const ArticleTree& tree_;
  Footnotes found_;
  std::vector<ItemId> parents_;
  std::unordered_map<std::string_view, ItemId> ids_;
  std::unordered_set<std::string> labels_;
};

}  // namespace

Footnotes FindFootnotes(const ArticleTree& tree) { return Finder(tree).Run(); }

}  // namespace pith::render

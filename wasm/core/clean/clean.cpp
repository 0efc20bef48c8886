#include "core/clean/clean.h"

#include <algorithm>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "core/clean/attributes.h"
#include "core/clean/between.h"
#include "core/clean/code.h"
#include "core/clean/embed.h"
#include "core/clean/images.h"
#include "core/clean/in_page_links.h"
#include "core/clean/inline.h"
#include "core/clean/own_parts.h"
#include "core/clean/skeleton.h"
#include "core/clean/structure.h"
#include "core/clean/surplus.h"
#include "core/clean/thread.h"
#include "core/clean/tree_builder.h"
#include "core/for_speed.h"
#include "core/metadata/language_tag.h"
#include "core/unicode/unicode.h"

namespace pith::clean {
namespace {

using annotate::Block;
using annotate::BlockId;
using annotate::Blocks;
using annotate::kNoBlock;
using annotate::NodeId;
using html::Tag;
using parse::Document;
using parse::kNoNode;

/// The mark-up of one article, as its kept blocks come.
class Cleaner {
 public:
  Cleaner(const Document& document, const Blocks& blocks, const select::Selection& selection, const Metadata& metadata, std::string_view base,
          const Parts& parts)
      : document_(document),
        blocks_(blocks),
        selection_(selection),
        parts_(parts),
        base_(base),
        skeleton_(document, blocks, base_, metadata.lang),
        formulas_(document),
        images_(document, blocks, parts.images ? KeptBlocks() : std::vector<BlockId>(), formulas_, base_),
        inline_({document, blocks, skeleton_, images_, formulas_, base_, parts.links}, builder_),
        surplus_(document, blocks, selection, skeleton_),
        between_(document, blocks, selection, formulas_) {}

  ArticleTree Run(const Metadata& metadata) {
    open_at_.resize(document_.nodes.size());
    holders_.resize(blocks_.blocks.size(), kNoBlock);
    builder_.Reserve(BytesKept());
    builder_.Open(Tag::kArticle, kNoNode);
    if (!metadata.lang.empty()) builder_.Attribute(Name::kLang, metadata.lang);
    if (!metadata.dir.empty()) builder_.Attribute(Name::kDir, metadata.dir);
    const NodeId body = document_.First(Tag::kBody);
    lang_ = body == kNoNode || skeleton_.LangAt(body).empty() ? std::string_view(metadata.lang) : skeleton_.LangAt(body);
    dir_ = body == kNoNode || skeleton_.DirAt(body).empty() ? std::string_view(metadata.dir) : skeleton_.DirAt(body);
    AddHeader(builder_, metadata);
    for (BlockId id = 0; id < blocks_.blocks.size(); ++id) {
      const bool places = Kept(id) && inline_.HasContent(blocks_.blocks[id]) && !surplus_.Has(id) && !NumbersItem(id);
      between_.EachBefore(id, [&](NodeId node) { Between(node, id, places); });
      if (places) {
        Place(id);
      } else if (!Kept(id)) {
        gap_ = true;
      }
    }
    const auto end = static_cast<BlockId>(blocks_.blocks.size());
    between_.EachBefore(end, [&](NodeId node) { Between(node, end, false); });
    Notes();
    CloseDownTo(0);
    builder_.Close();
    ArticleTree tree = builder_.Take();
    tree.holders = std::move(holders_);
    LinkWithin(tree, document_, base_);
    CountElements(tree);
    return tree;
  }

 private:
  /// An element that is open in the article.
  struct Open {
    NodeId source;  ///< the page's element; kNoNode where the article needs one that the page lacks
    Tag tag;
    NodeId next;            ///< in a row: where cells that were passed over may stand
    std::string_view lang;  ///< of its content
    std::string_view dir;
    bool has_content = false;  ///< something was put in it, so a further line needs parting
    std::uint32_t items = 0;   ///< of a list
    bool of_lists = false;     ///< a list whose items are lists, rather than one with lists under its items
  };

  [[nodiscard]] bool Kept(BlockId id) const { return selection_.reasons[id] == select::Reason::kKept; }

  [[nodiscard]] std::vector<BlockId> KeptBlocks() const {
    std::vector<BlockId> kept;
    for (BlockId id = 0; id < blocks_.blocks.size(); ++id) {
      if (Kept(id)) kept.push_back(id);
    }
    return kept;
  }

  /// Of the text that is kept, and a sixteenth for attributes.
  [[nodiscard]] std::size_t BytesKept() const {
    std::size_t bytes = 0;
    for (BlockId id = 0; id < blocks_.blocks.size(); ++id) bytes += Kept(id) ? blocks_.blocks[id].text.size : 0;
    return bytes + bytes / 16;
  }

  // --- blocks -----------------------------------------------------------------------------------------------------------------

  /// Places a block, and notes what holds it.
  void Place(BlockId id) {
    Put(id);
    if (!IsContainer(Innermost())) holders_[id] = numbered_;
  }

  PITH_APART void Put(BlockId id) {
    const Block& block = blocks_.blocks[id];
    const bool same_run = id > 0 && last_ == id - 1 && block.breaks > 0 && blocks_.blocks[id - 1].container == block.container;
    last_ = id;
    gap_ = false;
    // A single `<br>` parts lines of one paragraph, two or more part paragraphs.
    if (same_run && block.breaks == 1 && !open_.empty() && open_.back().has_content) {
      builder_.Empty(Tag::kBr, kNoNode);
      return inline_.Copy(block);
    }
    leaf_ = block.first;
    OpenStructure(block.first, true);
    const Tag innermost = Innermost();
    if (html::HoldsInline(innermost)) {
      if (open_.back().has_content) PartLines(innermost);
    } else if (IsList(innermost)) {  // text between the items
      OpenElement(kNoNode, Tag::kLi);
    } else if (innermost == Tag::kDl) {
      OpenElement(kNoNode, Tag::kDd);
    } else if (!(IsCell(innermost) && !open_.back().has_content) && !(innermost == Tag::kFigure && block.words == 0)) {
      OpenElement(kNoNode, Tag::kP);
    }
    open_.back().has_content = true;
    TaskMark(block);
    inline_.Copy(block);
  }

  /// Parts two blocks of one paragraph, heading or the like.
  void PartLines(Tag tag) {
    if (tag != Tag::kP) return builder_.Empty(Tag::kBr, kNoNode);
    const NodeId source = open_.back().source;
    CloseDownTo(open_.size() - 1);
    OpenElement(source, Tag::kP);
  }

  /// The box of a check list's item, as a character before its text.
  PITH_APART void TaskMark(const Block& block) {
    const std::string_view mark = std::exchange(task_mark_, {});
    const std::string_view text = blocks_.TextOf(block);
    // An article that is extracted again has it already.
    if (!mark.empty() && text.substr(0, kOpenTask.size()) != kOpenTask && text.substr(0, kDoneTask.size()) != kDoneTask)
      builder_.Text(std::string(mark) + " ", block.first);
  }

  /// Whether a block is the number that its item of a list has anyway, for a page that sets it in a style of its own.
  PITH_APART [[nodiscard]] bool NumbersItem(BlockId id) const {
    constexpr std::size_t kDigits = 4;
    std::string_view number = blocks_.TextOf(id);
    if (!number.empty() && (number.back() == '.' || number.back() == ')')) number.remove_suffix(1);
    if (blocks_.blocks[id].link_words > 0 || number.empty() || number.size() > kDigits || number.find_first_not_of("0123456789") != std::string_view::npos)
      return false;
    NodeId item = skeleton_.StructureAbove(blocks_.blocks[id].first);
    if (item != kNoNode && skeleton_.FormAt(item).tag == Tag::kP) item = skeleton_.StructureAbove(item);
    if (item == kNoNode || skeleton_.FormAt(item).tag != Tag::kLi || open_at_[item] != 0 || blocks_.extents[item].end_block == id + 1) return false;
    const NodeId list = skeleton_.StructureAbove(item);
    if (skeleton_.FormAt(list).tag != Tag::kOl || document_.HasAttribute(list, "start") || document_.HasAttribute(list, "reversed")) return false;
    const std::uint32_t items = open_at_[list] == 0 ? 0 : open_[open_at_[list] - 1].items;
    return number == std::to_string(items + 1);
  }

  // --- what stands between blocks -----------------------------------------------------------------------------------------------

  /// @param next the block that follows
  /// @param places whether that one will be placed
  PITH_APART void Between(NodeId node, BlockId next, bool places) {
    if (document_.nodes[node].tag == Tag::kHr) {
      if (places && !gap_ && last_ != kNoBlock) Rule(node);
    } else if (between_.Belongs(node, next)) {
      leaf_ = node;
      if (const Formula* formula = formulas_.At(node); formula != nullptr) {
        FormulaAlone(*formula);
      } else {
        PlaceEmbed(node);
      }
    }
  }

  /// A rule between two blocks that both stay, which parts the scenes of a story.
  void Rule(NodeId rule) {
    const NodeId structure = skeleton_.StructureAbove(rule);
    if (structure != kNoNode && open_at_[structure] == 0) return;
    const Tag tag = structure == kNoNode ? Tag::kUnknown : skeleton_.FormAt(structure).tag;
    if (html::HoldsInline(tag) || (IsContainer(tag) && tag != Tag::kArticle)) return;
    CloseDownTo(structure == kNoNode ? 0 : open_at_[structure]);
    builder_.Empty(Tag::kHr, rule);
  }

  /// A formula that a script was to draw, so no text stands for it: it ends a line of text, or has one of its own.
  void FormulaAlone(const Formula& formula) {
    const bool in_line = !formula.display && !open_.empty() && (html::HoldsInline(Innermost()) || IsCell(Innermost())) && open_.back().source != kNoNode &&
                         formula.root < document_.nodes[open_.back().source].end;
    if (in_line) {
      builder_.Text(" ", formula.root);
      return inline_.CopyAlone(formula);
    }
    OpenStructure(formula.root, false);
    if (html::HoldsInline(Innermost()) || !TakesBlocks()) return;
    OpenElement(kNoNode, Tag::kP);
    open_.back().has_content = true;
    inline_.CopyAlone(formula);
    CloseDownTo(open_.size() - 1);
  }

  /// A player or frame becomes a paragraph with a link to what it would have shown.
  void PlaceEmbed(NodeId node) {
    Embed embed = EmbedAt(document_, node, base_);
    if (!parts_.images) embed.poster.clear();
    if (!parts_.links) embed.address.clear();
    const std::string& key = embed.address.empty() ? embed.poster : embed.address;
    if (key.empty() || !inline_.Affords(embed.address.size() * 2 + embed.poster.size() + embed.title.size()) || !embedded_.insert(key).second) return;
    OpenStructure(node, false);
    if (html::HoldsInline(Innermost()) || !TakesBlocks()) return;
    if (IsList(Innermost())) OpenElement(kNoNode, Tag::kLi);
    if (!open_.empty()) open_.back().has_content = true;
    AddEmbed(builder_, embed, node);
  }

  /// Whether the innermost open element may hold a paragraph.
  [[nodiscard]] bool TakesBlocks() const {
    const Tag tag = Innermost();
    return tag != Tag::kTable && tag != Tag::kThead && tag != Tag::kTbody && tag != Tag::kTfoot && tag != Tag::kTr && tag != Tag::kDl;
  }

  /// The notes that stood within lines, with links back to where that was.
  PITH_APART void Notes() {
    if (inline_.Sidenotes().empty()) return;
    CloseDownTo(0);
    builder_.Open(Tag::kOl, kNoNode);
    const std::vector<NodeId> notes = inline_.Sidenotes();  // one may hold another, which stays in it
    for (std::size_t i = 0; i < notes.size(); ++i) {
      const std::string number = std::to_string(i + 1);
      builder_.Open(Tag::kLi, notes[i]);
      builder_.Attribute(Name::kId, std::string(kNotePrefix) + number);
      inline_.CopySidenote(notes[i]);
      builder_.Text(" ", notes[i]);
      builder_.Open(Tag::kA, kNoNode);
      builder_.Attribute(Name::kHref, "#" + std::string(kNoteReferencePrefix) + number);
      builder_.Text("↩", kNoNode);
      builder_.Close();
      builder_.Close();
    }
    builder_.Close();
  }

  // --- structure ----------------------------------------------------------------------------------------------------------------

  static bool IsList(Tag tag) { return tag == Tag::kUl || tag == Tag::kOl; }
  /// Elements whose first run of text needs no paragraph.
  static bool IsCell(Tag tag) { return tag == Tag::kLi || tag == Tag::kTd || tag == Tag::kTh || tag == Tag::kDd || tag == Tag::kFigcaption; }
  /// Elements that only hold others.
  static bool IsContainer(Tag tag) {
    return IsList(tag) || tag == Tag::kDl || tag == Tag::kTable || tag == Tag::kThead || tag == Tag::kTbody || tag == Tag::kTfoot || tag == Tag::kTr ||
           tag == Tag::kBlockquote || tag == Tag::kFigure || tag == Tag::kDetails || tag == Tag::kAside || tag == Tag::kArticle;
  }
  [[nodiscard]] Tag Innermost() const { return open_.empty() ? Tag::kUnknown : open_.back().tag; }

  /// Opens the structural ancestors of a leaf that are not open, after closing those that it does not stand in.
  /// @param in_paragraph whether the leaf may stand in a paragraph, or parts the one that it stands in
  PITH_APART void OpenStructure(NodeId leaf, bool in_paragraph) {
    std::vector<NodeId> path;
    NodeId id = skeleton_.StructureAbove(leaf);
    for (; id != kNoNode; id = skeleton_.StructureAbove(id)) {
      if (skeleton_.FormAt(id).tag == Tag::kP && (!path.empty() || !in_paragraph)) continue;  // a paragraph holds no structure
      if (open_at_[id] != 0) break;
      path.push_back(id);
    }
    CloseDownTo(id == kNoNode ? 0 : open_at_[id]);
    for (std::size_t i = path.size(); i-- > 0;) {
      const Tag tag = skeleton_.FormAt(path[i]).tag;
      if (const std::size_t inner = OnlyList(path, i); inner < i) {
        if (IsList(tag)) {  // it only indents the inner one
          i = inner + 1;
          continue;
        }
        if (Innermost() == Tag::kUl && !open_.back().of_lists && builder_.Reopen(tag)) {
          Track(path[i], tag);
          continue;
        }
        open_.back().of_lists = true;
      }
      if (tag == Tag::kTd || tag == Tag::kTh) MissingCells(path[i]);
      // What stands in a list beside its items: editors put the list under an item behind it.
      if (IsList(Innermost()) && tag != Tag::kLi) {
        if (IsList(tag) && builder_.Reopen(Tag::kLi)) {
          Track(kNoNode, Tag::kLi);
        } else {
          OpenElement(kNoNode, Tag::kLi);
        }
      }
      if (Innermost() == Tag::kDl && tag != Tag::kDt && tag != Tag::kDd) OpenElement(kNoNode, Tag::kDd);
      OpenElement(path[i], tag);
    }
  }

  /// The list that a list or an item holds and nothing else, by its place in the path from a leaf; `of` where there is none.
  [[nodiscard]] std::size_t OnlyList(const std::vector<NodeId>& path, std::size_t of) const {
    const auto tag = [&](std::size_t i) { return skeleton_.FormAt(path[i]).tag; };
    if (!IsList(tag(of)) && tag(of) != Tag::kLi) return of;
    std::size_t inner = of;
    if (inner > 0 && IsList(tag(of)) && tag(inner - 1) == Tag::kLi) --inner;
    if (inner == 0 || !IsList(tag(inner - 1))) return of;
    const annotate::Extent &outer = blocks_.extents[path[of]], &all = blocks_.extents[path[inner - 1]];
    return outer.first_block == all.first_block && outer.end_block == all.end_block ? inner - 1 : of;
  }

  /// Empty cells for those of the open row before `until` that were passed over, so that columns stay aligned.
  PITH_APART void MissingCells(NodeId until) {
    if (Innermost() != Tag::kTr) return;
    NodeId& next = open_.back().next;
    for (; next < until; next = document_.nodes[next].end) {
      const Tag tag = document_.nodes[next].tag;
      if (tag != Tag::kTd && tag != Tag::kTh) continue;
      builder_.Open(tag, next);
      CopyAttributes(document_, next, tag, Look::kNone, base_, builder_);
      builder_.Close();
    }
    if (until < document_.nodes[open_.back().source].end) next = document_.nodes[until].end;
  }

  void OpenElement(NodeId source, Tag tag) {
    if (!open_.empty()) {
      open_.back().has_content = true;
      if (tag == Tag::kLi) ++open_.back().items;
    }
    if (tag == Tag::kFigcaption && builder_.Reopen(tag)) {  // a figure has one: the second is a line of it
      builder_.Empty(Tag::kBr, kNoNode);
      return Track(source, tag);
    }
    builder_.Open(tag, source, IsContainer(tag) ? kNoBlock : last_);
    if (!IsContainer(tag)) numbered_ = last_;
    const std::string_view lang = skeleton_.LangAt(source == kNoNode ? leaf_ : source), dir = skeleton_.DirAt(source == kNoNode ? leaf_ : source);
    const std::string_view outer_lang = open_.empty() ? lang_ : open_.back().lang, outer_dir = open_.empty() ? dir_ : open_.back().dir;
    open_.push_back({source, tag, source + 1, outer_lang, outer_dir});
    if (!lang.empty() && !unicode::EqualsIgnoringAsciiCase(metadata::PrimaryLanguage(lang), metadata::PrimaryLanguage(outer_lang))) {
      builder_.Attribute(Name::kLang, metadata::LanguageTag(lang));
      open_.back().lang = lang;
    }
    if (!dir.empty() && !unicode::EqualsIgnoringAsciiCase(dir, outer_dir.empty() ? "ltr" : outer_dir)) {
      builder_.Attribute(Name::kDir, dir);
      open_.back().dir = dir;
    }
    if (source == kNoNode) return;
    open_at_[source] = static_cast<std::uint32_t>(open_.size());
    const Look look = skeleton_.FormAt(source).look;
    if (tag == Tag::kLi) Task(source);
    CopyAttributes(document_, source, tag, look, base_, builder_);
    if (tag == Tag::kPre) OpenCode(source);
    if (look == Look::kThreadPost) PostHeader(source);
  }

  /// Takes note of an element that was opened again.
  void Track(NodeId source, Tag tag) {
    open_.push_back({source, tag, source + 1, open_.back().lang, open_.back().dir});
    if (source != kNoNode) open_at_[source] = static_cast<std::uint32_t>(open_.size());
  }

  /// An item of a check list: its box is one of the page's controls, or the class of an article that is extracted again.
  PITH_APART void Task(NodeId item) {
    const LookSet looks = LooksOf(document_, item);
    bool task = (looks & (Bit(Look::kTask) | Bit(Look::kDoneTask))) != 0, done = (looks & Bit(Look::kDoneTask)) != 0;
    constexpr NodeId kNear = 20;  // nodes between an item and its text
    for (NodeId id = item + 1; id < std::min(leaf_, item + kNear); ++id) {
      if (document_.nodes[id].tag != Tag::kInput || document_.IsText(id) || !unicode::EqualsIgnoringAsciiCase(document_.AttributeOf(id, "type"), "checkbox"))
        continue;
      task = true;
      done = document_.HasAttribute(id, "checked");
    }
    if (!task) return;
    NodeId item_of_text = skeleton_.StructureAbove(leaf_);
    while (item_of_text != item && skeleton_.FormAt(item_of_text).tag != Tag::kLi) item_of_text = skeleton_.StructureAbove(item_of_text);
    if (item_of_text != item) return;  // a box without a text of its own folds a list
    const std::string_view text = leaf_ < document_.nodes.size() && document_.IsText(leaf_) ? unicode::Trimmed(document_.TextOf(leaf_)) : std::string_view();
    done = done || text.substr(0, kDoneTask.size()) == kDoneTask;
    builder_.Attribute(Name::kClass, done ? "task task-done" : "task");
    task_mark_ = done ? kDoneTask : kOpenTask;
  }

  /// What is code says so, and in which language.
  PITH_APART void OpenCode(NodeId pre) {
    const std::string language = LanguageOf(document_, pre);
    bool is_code = !language.empty();
    for (NodeId id = pre + 1; id < document_.nodes[pre].end && !is_code; ++id) is_code = document_.nodes[id].tag == Tag::kCode;
    if (!is_code) return;
    builder_.Open(Tag::kCode, kNoNode);
    if (!language.empty()) builder_.Attribute(Name::kClass, "language-" + language);
    code_is_open_ = true;
  }

  /// Who wrote a post, and when, unless the article has those lines anyway.
  PITH_APART void PostHeader(NodeId post) {
    const PostFacts facts = FactsOf(document_, post);
    const auto shown = [&](NodeId node) {
      const BlockId block = node == kNoNode ? kNoBlock : BlockOf(node);
      return block != kNoBlock && Kept(block);
    };
    const bool author = !facts.author.empty() && !shown(facts.author_node), time = !facts.time.empty() && !shown(facts.time_node);
    if ((!author && !time) || !inline_.Affords(facts.author.size() + facts.time.size() + facts.datetime.size())) return;
    AddPostHeader(builder_, facts, author, time);
  }

  /// The block that shows a node's text.
  [[nodiscard]] BlockId BlockOf(NodeId node) const {
    const auto after = std::upper_bound(blocks_.blocks.begin(), blocks_.blocks.end(), node, [](NodeId at, const Block& block) { return at < block.first; });
    const auto next = static_cast<BlockId>(after - blocks_.blocks.begin());
    if (next > 0 && blocks_.blocks[next - 1].last >= node) return next - 1;
    return next < blocks_.blocks.size() && blocks_.blocks[next].first < document_.nodes[node].end ? next : kNoBlock;
  }

  PITH_APART void CloseDownTo(std::size_t depth) {
    while (open_.size() > depth) {
      const auto [source, tag] = std::pair(open_.back().source, open_.back().tag);
      if (tag == Tag::kTr) MissingCells(document_.nodes[source].end);
      if (tag == Tag::kPre && std::exchange(code_is_open_, false)) builder_.CloseUnlessEmpty();
      if (source != kNoNode) open_at_[source] = 0;
      if (tag == Tag::kTd || tag == Tag::kTh) {  // columns stay aligned
        builder_.Close();
      } else if (tag == Tag::kCaption) {
        builder_.CloseAsFirst();
      } else {
        builder_.CloseUnlessEmpty();
      }
      open_.pop_back();
    }
  }

  /// Says of each block which of the page's elements it was.
  PITH_APART void CountElements(ArticleTree& tree) const {
    if (document_.carried) return;
    const std::vector<std::uint32_t> before = document_.ElementsBefore();
    for (Item& item : tree.items) {
      if (item.block == kNoBlock) continue;
      const NodeId source = item.source == kNoNode ? blocks_.blocks[item.block].container : item.source;
      item.element = before[source];
    }
  }

  static constexpr std::string_view kOpenTask = "☐", kDoneTask = "☑";

  const Document& document_;
  const Blocks& blocks_;
  const select::Selection& selection_;
  const Parts& parts_;
  std::string_view base_;
  TreeBuilder builder_;
  Skeleton skeleton_;
  Formulas formulas_;
  Images images_;
  InlineCopier inline_;
  Surplus surplus_;
  BetweenBlocks between_;
  std::vector<Open> open_;
  std::vector<std::uint32_t> open_at_;  ///< by NodeId: its place in open_, from 1; 0 where it is not open
  std::unordered_set<std::string> embedded_;
  std::string_view lang_, dir_;  ///< of the article
  std::string_view task_mark_;   ///< due before the text of an item
  NodeId leaf_ = 0;              ///< what is being placed
  std::vector<BlockId> holders_;  ///< ArticleTree::holders
  BlockId last_ = kNoBlock;      ///< the block placed last
  BlockId numbered_ = kNoBlock;  ///< that of the element opened last that has one
  bool gap_ = false;             ///< a block was left out since
  bool code_is_open_ = false;    ///< the open `<pre>` has a `<code>`
};

}  // namespace

ArticleTree Clean(const Document& document, const Blocks& blocks, const select::Selection& selection, const Metadata& metadata, std::string_view base,
                  const Parts& parts) {
  return Cleaner(document, blocks, selection, metadata, base, parts).Run(metadata);
}

}  // namespace pith::clean

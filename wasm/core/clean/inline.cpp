#include "core/clean/inline.h"

#include <algorithm>
#include <utility>

#include "core/clean/code.h"
#include "core/clean/image.h"
#include "core/clean/looks.h"
#include "core/clean/structure.h"
#include "core/metadata/language_tag.h"
#include "core/unicode/unicode.h"
#include "core/url/url.h"

namespace pith::clean {

using annotate::Block;
using annotate::NodeId;
using html::Tag;
using parse::Document;
using parse::kNoNode;

namespace {

// A link around many blocks is written for each, and each relative address grows by the base: what all addresses together may
// take is bounded by the size of the page.
constexpr std::size_t kAddressesPerPageByte = 4;
constexpr std::size_t kAddressesAtLeast = std::size_t{1} << 20;

bool IsSpace(std::string_view text) { return unicode::Trimmed(text).empty(); }

/// Characters that are pictures in one font, and nothing without it.
bool IsPrivate(char32_t c) { return (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000; }

/// Whether a character only says where a line may break, within words that are found and copied in one piece: soft hyphens, and
/// zero-width spaces but before letters of scripts that write words without spaces.
bool IsBreakHint(std::string_view text, std::size_t at, const unicode::Decoded& here) {
  constexpr char32_t kSoftHyphen = 0xAD, kZeroWidthSpace = 0x200B, kByteOrderMark = 0xFEFF;
  if (here.code_point != kZeroWidthSpace) return here.code_point == kSoftHyphen || here.code_point == kByteOrderMark;
  at += here.size;
  return at == text.size() || !unicode::IsUnspaced(unicode::Decode(text, at).code_point);
}

/// Whether a character shows nothing by itself.
bool IsInvisible(char32_t c) { return IsPrivate(c) || unicode::IsFormat(c); }

/// Whether a text has anything beside white space and what `nothing` holds for.
bool HasBeside(bool (*nothing)(char32_t), std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const unicode::Decoded next = unicode::Decode(text, at);
    if (!nothing(next.code_point) && unicode::ClassOf(next.code_point) != unicode::CharClass::kSpace) return true;
    at += next.size;
  }
  return false;
}

/// Whether a text is made of signs such as emoji alone.
bool IsSigns(std::string_view text) {
  bool signs = false;
  for (std::size_t at = 0; at < text.size();) {
    const unicode::Decoded next = unicode::Decode(text, at);
    const unicode::CharClass char_class = unicode::ClassOf(next.code_point);
    const bool sign = char_class == unicode::CharClass::kSymbol && next.size > 1;
    if (!sign && char_class != unicode::CharClass::kMark && !unicode::IsFormat(next.code_point)) return false;
    signs = signs || sign;
    at += next.size;
  }
  return signs;
}

/// What a picture of an emoji or a smiley stands for: its alternative text, which is what the writer typed. Empty for other pictures.
/// @param among_words whether it stands in a line of text; alone, a picture may be one whose only description is an emoji
std::string_view EmojiAt(const Document& document, NodeId image, bool among_words) {
  constexpr std::size_t kLongest = 40;  // bytes
  const std::string_view alt = unicode::Trimmed(document.AttributeOf(image, "alt"));
  if (alt.empty() || alt.size() > kLongest || alt.find_first_of(" \t\n\r\f") != std::string_view::npos) return {};
  if (among_words && IsSigns(alt)) return alt;
  const bool is_word = std::all_of(alt.begin(), alt.end(), unicode::IsAsciiLetter);  // "Smile" says what the picture shows, not what was typed
  return !is_word && (LooksOf(document, image) & Bit(Look::kEmoji)) != 0 ? alt : std::string_view();
}

}  // namespace

InlineCopier::InlineCopier(const Source& source, TreeBuilder& builder)
    : document_(source.document),
      blocks_(source.blocks),
      skeleton_(source.skeleton),
      images_(source.images),
      formulas_(source.formulas),
      base_(source.base),
      links_(source.links),
      builder_(builder),
      budget_(document_.characters.size() * kAddressesPerPageByte + kAddressesAtLeast) {}

void InlineCopier::Copy(const Block& block) {
  caption_ = block.caption;
  before_ = {};
  at_start_ = true;
  space_ = false;
  among_words_ = block.words > 0;
  const NodeId pre = skeleton_.PreAbove(block.first);
  if (pre != kNoNode) return CopyPre(pre);
  CopyNodes(StartOf(block), block.last + 1);
}

void InlineCopier::CopyNodes(NodeId first, NodeId end) {
  for (NodeId node = first; node < end;) {
    CloseMarks(node);
    const parse::Node& here = document_.nodes[node];
    if (node < done_) {
      node = std::min(done_, here.end);
    } else if (const Formula* formula = formulas_.At(node); formula != nullptr) {
      OpenMarks(formula->root);
      CopyFormula(document_, *formula, builder_);
      done_ = node = formula->end;
    } else if (document_.IsText(node)) {
      Text(node);
      ++node;
    } else if (IsImage(document_, node)) {
      Image(node);
      node = here.end;
    } else if (html::HidesContent(here.tag) || IsPermalink(node)) {
      node = here.end;
    } else if (here.tag == Tag::kSpan && node != first && (LooksOf(document_, node) & Bit(Look::kSidenote)) != 0) {
      Sidenote(node);
      node = here.end;
    } else {
      ++node;
    }
  }
  CloseMarks(kNoNode);
}

/// Where copying a block begins: at its first leaf, or where the formula or the permalink begins that it starts with.
NodeId InlineCopier::StartOf(const Block& block) const {
  if (const Formula* formula = formulas_.At(block.first); formula != nullptr) return std::max(formula->root, done_);
  constexpr int kWrappers = 4;  // of a permalink's sign
  NodeId node = block.first;
  for (int i = 0; i < kWrappers && node != kNoNode && !html::IsBlock(document_.nodes[node].tag); ++i, node = document_.nodes[node].parent) {
    if (IsPermalink(node)) return node;
  }
  return block.first;
}

bool InlineCopier::HasContent(const Block& block) const {
  if (const NodeId start = StartOf(block); IsPermalink(start) && document_.nodes[start].end > block.last) return false;
  if (HasBeside(IsInvisible, blocks_.TextOf(block))) return true;
  for (NodeId node = block.first; node <= block.last; ++node) {
    if (document_.IsText(node) || !IsImage(document_, node)) continue;
    if (!images_.AddressAt(node).empty() || formulas_.At(node) != nullptr || !EmojiAt(document_, node, false).empty()) return true;
  }
  return false;
}

void InlineCopier::CopyAlone(const Formula& formula) {
  CopyFormula(document_, formula, builder_);
  done_ = std::max(done_, formula.end);
}

/// A heading's link to itself: a fragment without words, such as `<a href="#install">¶</a>`.
bool InlineCopier::IsPermalink(NodeId node) const {
  if (document_.nodes[node].tag != Tag::kA || document_.AttributeOf(node, "href").substr(0, 1) != "#") return false;
  const NodeId structure = skeleton_.StructureAbove(node);
  if (structure == kNoNode) return false;
  const Tag tag = skeleton_.FormAt(structure).tag;
  if (tag == Tag::kP || !html::HoldsInline(tag)) return false;
  return !HasWord(document_, node);
}

void InlineCopier::Text(NodeId node) {
  const std::string_view text = document_.TextOf(node);
  const bool icon = !HasBeside(IsPrivate, text);
  bool opened = false;
  for (std::size_t at = 0, end = 0; at < text.size(); at = end) {
    end = unicode::EndOfEven(text, at);
    if (end == at) {
      const unicode::Decoded next = unicode::Decode(text, at);
      end += next.size;
      if (unicode::ClassOf(next.code_point) == unicode::CharClass::kSpace) {
        space_ = true;
        continue;
      }
      if (icon || IsBreakHint(text, at, next)) continue;
    }
    if (!std::exchange(opened, true)) {
      space_ = space_ || (caption_ && BeginsCredit(node));
      OpenMarks(node);
    } else if (space_) {
      builder_.Text(" ", node);
    }
    space_ = false;
    before_ = text.substr(at, end - at);
    builder_.Text(before_, node);
  }
}

/// Whether a text in a caption begins an element that a style sheet parts from what stands before it: a name behind the end of a word or sentence.
bool InlineCopier::BeginsCredit(NodeId leaf) const {
  const unicode::Decoded first = unicode::Decode(document_.TextOf(leaf), 0);
  if (before_.empty() || unicode::ToLower(first.code_point) == first.code_point) return false;
  std::size_t last = before_.size() - 1;
  while (last > 0 && (before_[last] & 0xC0) == 0x80) --last;
  const char32_t end = unicode::Decode(before_, last).code_point;
  const bool small = unicode::ClassOf(end) == unicode::CharClass::kLetter && unicode::ToLower(end) == end;
  if (!small && end != '.' && end != '!' && end != '?') return false;
  for (NodeId id = leaf; document_.nodes[id].parent + 1 == id; id = document_.nodes[id].parent) {
    const NodeId around = document_.nodes[id].parent;
    if (html::IsBlock(document_.nodes[around].tag)) return false;
    if (document_.HasAttribute(around, "class")) return true;
  }
  return false;
}

void InlineCopier::Image(NodeId node) {
  if (const std::string_view emoji = EmojiAt(document_, node, among_words_); !emoji.empty()) {
    OpenMarks(node);
    builder_.Text(emoji, node);
    return;
  }
  const std::string_view address = images_.AddressAt(node);
  if (address.empty() || !Affords(address.size())) return;
  OpenMarks(node);
  builder_.Open(Tag::kImg, node);
  builder_.Attribute(Name::kSrc, address);
  builder_.Attribute(Name::kAlt, unicode::Collapsed(document_.AttributeOf(node, "alt")));
  builder_.Close();
}

/// A note that stands in the middle of a sentence, for a style sheet to set beside it: a number stays, the note goes to the end.
void InlineCopier::Sidenote(NodeId node) {
  sidenotes_.push_back(node);
  const std::string number = std::to_string(sidenotes_.size());
  space_ = false;  // the number belongs to the word before it
  builder_.Open(Tag::kSup, node);
  builder_.Attribute(Name::kId, std::string(kNoteReferencePrefix) + number);
  builder_.Open(Tag::kA, node);
  builder_.Attribute(Name::kHref, "#" + std::string(kNotePrefix) + number);
  builder_.Text(number, node);
  builder_.Close();
  builder_.Close();
}

void InlineCopier::CopySidenote(NodeId note) {
  at_start_ = among_words_ = true;
  caption_ = false;
  space_ = false;
  done_ = 0;  // the note stands before what was copied last
  CopyNodes(note, document_.nodes[note].end);
}

// --- preformatted text ----------------------------------------------------------------------------------------------------------

/// All of a `<pre>`, also the white space that stands before its first word.
void InlineCopier::CopyPre(NodeId pre) {
  if (pre < done_) return;  // its other blocks
  line_due_ = in_line_ = false;
  empty_line_end_ = 0;
  lines_.clear();
  NodeId node = pre + 1;
  for (const NodeId end = document_.nodes[pre].end; node < end;) {
    CloseMarks(node);
    for (; !lines_.empty() && node >= lines_.back().end; lines_.pop_back()) EndLine();
    const parse::Node& here = document_.nodes[node];
    if (document_.IsText(node)) {
      // White space between two lines that are elements is the page's layout; alone in one it is an empty line.
      const bool alone = here.parent + 1 == node && document_.nodes[here.parent].end == here.end;
      const bool between =
          (line_due_ || at_start_) && !alone && IsSpace(document_.TextOf(node)) && (node + 1 == end || html::IsBlock(document_.nodes[node + 1].tag));
      if (!between) Verbatim(node);
      ++node;
    } else if (here.tag == Tag::kBr) {
      builder_.Text("\n", node);
      in_line_ = at_start_ = false;
      ++node;
    } else if (html::HidesContent(here.tag) || here.tag == Tag::kButton || IsGutter(document_, node)) {
      node = here.end;
    } else {
      if (html::IsBlock(here.tag)) {
        BeginLine(node);
      } else if (here.tag == Tag::kSpan || here.tag == Tag::kCode) {
        LineElement(node);
      }
      ++node;
    }
  }
  CloseMarks(kNoNode);
  done_ = node;
}

/// A block element in preformatted text is a line of it. An item of a list is one even if it is empty, since it has a number.
void InlineCopier::BeginLine(NodeId node) {
  const bool item = document_.nodes[node].tag == Tag::kLi;
  if (item && line_due_) builder_.Text("\n", node);
  line_due_ = !item && !at_start_ && !builder_.EndsWith('\n');
  at_start_ = at_start_ && !item;
  lines_.push_back({document_.nodes[node].end, item, false});
}

void InlineCopier::EndLine() {
  const Line& line = lines_.back();
  const bool ended = builder_.EndsWith('\n');
  line_due_ = line.item ? !(line.has_text && ended) : !at_start_ && !ended;
}

void InlineCopier::Verbatim(NodeId node) {
  const std::string_view text = document_.TextOf(node);
  if (text.empty()) return;
  if (line_due_) builder_.Text("\n", node);
  line_due_ = space_ = at_start_ = false;
  empty_line_end_ = 0;
  if (!lines_.empty()) lines_.back().has_text = true;
  if (text.find('\n') != std::string_view::npos) in_line_ = false;
  OpenMarks(node);
  // A carriage return, which a page can write as a character reference, ends a line as well.
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\r', at), text.size());
    builder_.Text(text.substr(at, end - at), node);
    if (end < text.size() && (end + 1 == text.size() || text[end + 1] != '\n')) builder_.Text("\n", node);
    at = end + 1;
  }
}

/// Highlighters wrap each line in an element that a style sheet makes a block, some without any line break between them, and some in
/// two, of which the inner one is no further line.
void InlineCopier::LineElement(NodeId node) {
  const bool is_line = (LooksOf(document_, node) & Bit(Look::kLine)) != 0;
  if (!is_line) return;
  if (in_line_ && !at_start_ && node >= empty_line_end_) builder_.Text("\n", node);
  in_line_ = true;
  empty_line_end_ = document_.nodes[node].end;
  at_start_ = false;
}

// --- marks ------------------------------------------------------------------------------------------------------------------------

/// Closes the inline elements that `node` does not stand in.
void InlineCopier::CloseMarks(NodeId node) {
  for (; !marks_.empty() && node >= document_.nodes[marks_.back()].end; marks_.pop_back()) builder_.Close();
}

/// Opens the inline elements between what is open and a leaf, outermost first, after the space that is due.
void InlineCopier::OpenMarks(NodeId leaf) {
  std::vector<NodeId> path;
  const NodeId stop = marks_.empty() ? kNoNode : marks_.back();
  for (NodeId id = skeleton_.MarkAbove(leaf); id != kNoNode && id != stop; id = skeleton_.MarkAbove(id)) path.push_back(id);
  for (; !path.empty() && GoesOn(path.back()); path.pop_back()) marks_.push_back(path.back());
  if (space_ && !at_start_ && !builder_.EndsWith(' ')) builder_.Text(" ", leaf);
  space_ = at_start_ = false;
  std::for_each(path.rbegin(), path.rend(), [&](NodeId mark) { OpenMark(mark); });
}

/// Whether a mark goes on with what ended just before it, which is open again then: `<b>S</b><b>unshine</b>` is one word.
bool InlineCopier::GoesOn(NodeId mark) {
  const Tag tag = InlineTag(document_.nodes[mark].tag);
  return (tag == Tag::kEm || tag == Tag::kStrong || tag == Tag::kDel) && !at_start_ && !skeleton_.ChangesLanguageAt(mark) && builder_.ReopenPlain(tag);
}

void InlineCopier::OpenMark(NodeId mark) {
  Tag tag = InlineTag(document_.nodes[mark].tag);
  if (tag == Tag::kUnknown) tag = Tag::kSpan;  // a passage in another language
  if (tag == Tag::kA && !links_) return;
  if (tag == Tag::kA) {
    const std::string_view href = unicode::Trimmed(document_.AttributeOf(mark, "href"));
    if (href.size() > budget_) return;
    const std::string address = url::FragmentOf(href).empty() ? WithinPage(url::Resolve(base_, href)) : std::string(href);
    if (!Affords(address.size())) return;
    builder_.Open(tag, mark);
    builder_.Attribute(Name::kHref, address);
  } else {
    builder_.Open(tag, mark);
    if (skeleton_.ChangesLanguageAt(mark)) {
      const std::string lang = metadata::LanguageTag(document_.AttributeOf(mark, "lang"));
      if (!lang.empty() && Affords(lang.size())) builder_.Attribute(Name::kLang, lang);
      OpenAttribute(mark, "dir", Name::kDir);
    }
  }
  if (tag == Tag::kAbbr) OpenAttribute(mark, "title", Name::kTitle);
  if (tag == Tag::kTime) OpenAttribute(mark, "datetime", Name::kDatetime);
  marks_.push_back(mark);
}

/// Pages write links to their own places with their full address, too.
std::string InlineCopier::WithinPage(std::string address) const {
  const std::size_t hash = address.find('#');
  const std::string_view page = base_.substr(0, base_.find('#'));
  return hash != std::string::npos && hash > 0 && hash + 1 < address.size() && std::string_view(address).substr(0, hash) == page ? address.substr(hash)
                                                                                                                                 : address;
}

void InlineCopier::OpenAttribute(NodeId node, std::string_view attribute, Name name) {
  const std::string_view value = document_.AttributeOf(node, attribute);
  if (!value.empty() && Affords(value.size())) builder_.Attribute(name, unicode::Collapsed(value));  // one line: outputs have lines of their own
}

bool InlineCopier::Affords(std::size_t bytes) {
  if (bytes > budget_) return false;
  budget_ -= bytes;
  return true;
}

}  // namespace pith::clean

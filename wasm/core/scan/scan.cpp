#include "core/scan/scan.h"

#include <algorithm>
#include <cstddef>

#include "core/html/tag.h"
#include "core/parse/parse.h"
#include "core/scan/formatting.h"
#include "core/scan/raw_text.h"
#include "core/scan/tag_reader.h"
#include "core/unicode/eight_bytes.h"
#include "core/unicode/unicode.h"

namespace pith::scan {
namespace {

using html::Tag;

/// What the parser may spend on opening the same tags again, by the page's size: unclosed links with long addresses.
constexpr std::size_t kCopies = 4;
constexpr std::size_t kCopiedAtLeast = std::size_t{16} << 20;  // bytes
constexpr std::size_t kBytesOfReopened = 4;                    // of the page for each element that is opened again
constexpr std::size_t kReopenedAtLeast = std::size_t{1} << 16;

/// How far back the element that a tag closes is looked for: a stray tag may match nothing.
constexpr std::size_t kSearched = 64;

/// An element that a start tag opened. `dropped`: its tag was left out, so its end tag is left out too.
struct Open {
  Tag tag;
  std::string_view name;  ///< as written, of a tag that tags.def does not list
  bool dropped;
};

bool IsAlphanumeric(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x80 && (unicode::kAsciiClasses[byte] == unicode::CharClass::kLetter || unicode::kAsciiClasses[byte] == unicode::CharClass::kNumber);
}

class Scanner {
 public:
  Scanner(std::string_view html, const Limits& limits) : html_(html), limits_(limits), xml_(html.substr(0, 5) == "<?xml") {
    result_.markup.reserve(html.size());
  }

  Scanned Run() {
    while (at_ < html_.size() && !full_) {
      const std::size_t open = unicode::FindNear(html_, at_, '<');
      if (open + 1 >= html_.size()) break;
      at_ = open;
      Markup();
    }
    if (!full_) at_ = html_.size();
    if (!full_ && at_ + work_ > limits_.work) CutWhereWorkIsSpent();
    Keep(at_);
    if (deep_) result_.warnings.emplace_back("depth-limit");
    if (crowded_ && !full_) result_.warnings.emplace_back("attributes-limit");
    return std::move(result_);
  }

 private:
  void Markup() {
    const char next = html_[at_ + 1];
    if (next == '!' || next == '?') {
      if (html_.substr(at_, 4) == "<!--") return Comment();
      Declaration();
    } else if (next == '/' || unicode::IsAsciiLetter(next)) {
      AnyTag();
    } else {
      ++at_;
    }
  }

  /// A doctype, or what the parser takes for a comment: ends at the next `>`, whatever stands in between. Foreign content may have
  /// a CDATA section, which is text; whether this is one is for the parser to say.
  void Declaration() {
    if (foreign_ != 0 && html_.substr(at_, 9) == "<![CDATA[") {
      at_ += 2;
      return;
    }
    const std::size_t close = html_.find('>', at_);
    at_ = close == std::string_view::npos ? html_.size() : close + 1;
  }

  /// Whether text before a comment could mean something else beside what follows the comment: `&copy<!-- -->;`, `<<!-- -->b>`.
  [[nodiscard]] bool PartsWhatWouldJoin(std::size_t at) const {
    constexpr std::size_t kLongest = 40;  // bytes of a character reference, and more
    const std::size_t first = at > kLongest ? at - kLongest : 0;
    while (at > first && IsAlphanumeric(html_[at - 1])) --at;
    if (at == 0) return false;
    const char before = html_[at - 1];
    return before == '&' || before == '#' || before == '<' || before == '/' || before == '\r';
  }

  void Comment() {
    if (!CountNode()) return;
    const std::size_t end = EndOfComment(html_, at_);
    if (PartsWhatWouldJoin(at_)) {
      at_ = end;
    } else {
      LeaveOut(at_, end);
    }
  }

  /// At the start of a character, and behind what was dealt with already.
  void CutWhereWorkIsSpent() {
    at_ = std::min(at_, limits_.work > work_ ? limits_.work - work_ : 0);
    while (at_ > 0 && at_ < html_.size() && (static_cast<unsigned char>(html_[at_]) & 0xC0) == 0x80) --at_;
    at_ = std::max(at_, kept_);
    Cut("work-limit");
  }

  void AnyTag() {
    const TagToken token = ReadTag(html_, at_);
    if (token.end == 0) {  // the page ends inside the tag: the parser drops it
      at_ = html_.size();
      return;
    }
    if (!CountNode()) return;
    attributes_ += token.attributes;
    work_ += token.attributes * kWorkOfAttribute;
    if (token.attributes > parse::kMostAttributes) crowded_ = true;
    if (attributes_ > limits_.attributes) return Cut("attributes-limit");
    if (token.is_end) {
      EndTag(token);
    } else {
      StartTag(token);
    }
  }

  /// What the parser may do again because of a tag that begins or ends a block: open all active formatting elements.
  void Charge() {
    reopened_ += active_.Count();
    work_ += active_.Count() * kWorkOfNode;
    copied_ += active_.Bytes();
    const std::size_t size = html_.size();
    const bool reopens_much = reopened_ > size / kBytesOfReopened + kReopenedAtLeast;
    if (reopens_much || nodes_ + reopened_ > limits_.nodes || copied_ > size * kCopies + kCopiedAtLeast) Cut("nodes-limit");
  }

  void StartTag(const TagToken& token) {
    const bool foreign = foreign_ != 0;
    if (token.tag == Tag::kPlaintext) plain_ = true;
    if (token.tag == Tag::kInput || token.tag == Tag::kTextarea) EndOpenSelect();
    if (!foreign && html::IsRawText(token.tag)) {
      if (!xml_ || !token.self_closing) return RawText(token);
      LeaveOut(token.begin, token.end);  // `<title/>` is whole in XML; to an HTML parser all behind it would be its text
      return;
    }
    const bool opens = !html::IsVoid(token.tag) && !(foreign && token.self_closing);
    const bool formatting = html::IsFormatting(token.tag) && !foreign;
    bool dropped = false;
    if (opens && !html::EndIsOptional(token.tag)) {
      if (token.tag == Tag::kA) EndOpenLink();
      dropped = depth_ >= limits_.depth || (formatting && !active_.Start(token.tag, html_.substr(token.begin, token.end - token.begin)));
      Push(token, dropped);
    }
    if (!formatting && !dropped) Other(token);
    if (full_) return;
    if (dropped) {
      deep_ = true;
      Drop(token.begin, token.end);
    }
    at_ = token.end;
  }

  /// A link that begins ends the one before it.
  void EndOpenLink() {
    for (std::size_t i = 0; i < std::min(open_.size(), kSearched); ++i) {
      const auto link = open_.end() - 1 - static_cast<std::ptrdiff_t>(i);
      if (link->tag != Tag::kA) continue;
      if (!link->dropped) --depth_;
      open_.erase(link);
      return;
    }
  }

  /// A field that begins ends the select that it stands in, with what is open there: only options and groups of them can be.
  void EndOpenSelect() {
    for (std::size_t i = 0; i < std::min(open_.size(), kSearched); ++i) {
      const std::size_t index = open_.size() - 1 - i;
      if (open_[index].tag == Tag::kOptgroup) continue;
      if (open_[index].tag != Tag::kSelect) return;
      while (open_.size() > index) Pop();
      return;
    }
  }

  void Other(const TagToken& token) {
    active_.Other(token.tag, html_.substr(token.begin, token.end - token.begin), token.is_end);
    if (html::IsBlock(token.tag)) Charge();
  }

  void EndTag(const TagToken& token) {
    if (html::IsFormatting(token.tag)) {
      active_.End(token.tag);
    } else {
      Other(token);
      if (full_) return;
    }
    if (Close(token)) Drop(token.begin, token.end);
    at_ = token.end;
  }

  /// Closes the nearest element of an end tag's name, where it is certain that the parser does: an element that the parser keeps
  /// open and this does not would nest without bound.
  /// @return whether its start tag was left out
  bool Close(const TagToken& token) {
    const bool block = html::IsBlock(token.tag);
    const bool alone = html::IsFormatting(token.tag) || token.tag == Tag::kForm || token.tag == Tag::kSelect;  // blocks within it stay open
    const std::string_view name = NameOf(token);
    bool blocks_above = false;
    for (std::size_t i = 0; i < std::min(open_.size(), kSearched); ++i) {
      const std::size_t index = open_.size() - 1 - i;
      const Open& open = open_[index];
      if (open.tag == token.tag && unicode::EqualsIgnoringAsciiCase(open.name, name)) {
        const bool dropped = open.dropped;
        if (!blocks_above || (block && !alone)) {
          while (open_.size() > index) Pop();
        } else if (alone) {
          Forget(open);
          open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(index));
        }
        return dropped;
      }
      if (html::BoundsScope(open.tag) && !(token.tag == Tag::kTable && open.tag != Tag::kTemplate)) return false;
      blocks_above = blocks_above || (html::IsBlock(open.tag) && open.tag != Tag::kOptgroup) || open.tag == Tag::kUnknown;
    }
    return false;
  }

  /// The name of a tag that tags.def does not list.
  [[nodiscard]] std::string_view NameOf(const TagToken& token) const {
    if (token.tag != Tag::kUnknown) return {};
    const std::size_t begin = token.begin + (token.is_end ? 2 : 1);
    const std::string_view rest = html_.substr(begin, token.end - begin);
    return rest.substr(0, rest.find_first_of(" \t\n\f\r/>"));
  }

  /// script, style and others without tags inside: their end is searched for; the bodies of the two never become text.
  void RawText(const TagToken& token) {
    const RawBody body = ReadRawText(html_, token.end, token.tag);
    if (token.tag == Tag::kScript) {
      const std::string_view tag = html_.substr(token.begin, token.end - token.begin);
      const std::string_view text = html_.substr(token.end, body.end - token.end);
      if (Mentions(tag, "ld+json")) result_.json_ld.push_back(text);
      if (Mentions(tag, "application/json")) result_.data.push_back(text);
      if (!Mentions(tag, "math/tex")) LeaveOut(token.end, body.end);  // a formula's source, which clean reads
    } else if (token.tag == Tag::kStyle) {
      LeaveOut(token.end, body.end);
    }
    at_ = body.end;
  }

  /// Whether a tag has a text, which is lower case, anywhere.
  static bool Mentions(std::string_view tag, std::string_view text) {
    return std::search(tag.begin(), tag.end(), text.begin(), text.end(), [](char a, char b) { return unicode::AsciiLower(a) == b; }) != tag.end();
  }

  void Push(const TagToken& token, bool dropped) {
    open_.push_back({token.tag, NameOf(token), dropped});
    if (dropped) return;
    ++depth_;
    foreign_ += IsForeignRoot(token.tag) ? 1 : 0;
  }

  void Pop() {
    Forget(open_.back());
    open_.pop_back();
  }

  /// Counts an element no longer.
  void Forget(const Open& closed) {
    if (closed.dropped) return;
    --depth_;
    foreign_ -= IsForeignRoot(closed.tag) ? 1 : 0;
  }

  static bool IsForeignRoot(Tag tag) { return tag == Tag::kSvg || tag == Tag::kMath; }

  /// Counts a tag or comment; false where the page is cut before it.
  bool CountNode() {
    work_ += kWorkOfNode;
    if (++nodes_ + reopened_ > limits_.nodes) {
      Cut("nodes-limit");
    } else if (at_ + work_ > limits_.work) {
      CutWhereWorkIsSpent();
    }
    return !full_;
  }

  void Cut(const char* warning) {
    result_.warnings.emplace_back(warning);
    full_ = true;
  }

  /// Copies the input up to `end` that was not copied or dropped yet.
  void Keep(std::size_t end) {
    if (end <= kept_) return;
    result_.spans.push_back({static_cast<std::uint32_t>(result_.markup.size()), static_cast<std::uint32_t>(kept_)});
    result_.markup.append(html_.substr(kept_, end - kept_));
    kept_ = end;
  }

  /// Drops what never becomes text.
  void LeaveOut(std::size_t begin, std::size_t end) {
    if (plain_) {
      at_ = end;
    } else {
      Drop(begin, end);
    }
  }

  void Drop(std::size_t begin, std::size_t end) {
    Keep(begin);
    kept_ = end;
    at_ = end;
  }

  std::string_view html_;
  const Limits& limits_;
  const bool xml_;  ///< the page says that it is XML
  Scanned result_;
  std::size_t at_ = 0;
  std::size_t kept_ = 0;
  std::vector<Open> open_;
  std::uint32_t depth_ = 0;
  std::uint32_t foreign_ = 0;
  std::uint32_t nodes_ = 0;
  std::uint32_t attributes_ = 0;
  std::size_t work_ = 0;    ///< spent beside the bytes
  std::size_t reopened_ = 0;  ///< elements that the parser may open again
  std::size_t copied_ = 0;  ///< bytes of attributes that the parser may copy
  ActiveFormatting active_;
  bool plain_ = false;  ///< behind `<plaintext>`, where all may be text; it is counted still, since the parser may see tags
  bool deep_ = false;
  bool crowded_ = false;  ///< a tag has more attributes than the parser keeps
  bool full_ = false;
};

}  // namespace

std::uint32_t Scanned::ToInput(std::uint32_t offset) const {
  const auto after = std::upper_bound(spans.begin(), spans.end(), offset, [](std::uint32_t at, const Span& span) { return at < span.markup; });
  if (after == spans.begin()) return offset;
  const Span& span = *(after - 1);
  return span.input + (offset - span.markup);
}

Scanned Scan(std::string_view html, const Limits& limits) { return Scanner(html, limits).Run(); }

}  // namespace pith::scan

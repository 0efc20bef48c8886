#include "core/rules/selector.h"

#include <utility>

#include "core/unicode/unicode.h"

namespace pith::rules {
namespace {

using unicode::AsciiLower;
using unicode::IsAsciiSpace;

constexpr std::int32_t kLargest = 1'000'000;  // in An+B; no element has so many siblings

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  /// Reads complex selectors parted by commas up to the end.
  std::string Read(Parts& parts) {
    if (text_.size() > kLongestSelectors) return "has " + std::to_string(text_.size()) + " bytes, more than the limit of " + std::to_string(kLongestSelectors);
    part_count_ = parts.size();
    do {
      ReadComplex(parts);
    } while (Ok() && Take(','));
    if (Ok() && at_ < text_.size()) Fail("a combinator, a comma or the end is expected");
    return error_;
  }

 private:
  [[nodiscard]] bool Ok() const { return error_.empty(); }
  [[nodiscard]] char Peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }

  void Fail(std::string_view what) { FailAt(at_, what); }

  void FailAt(std::size_t at, std::string_view what) {
    if (!Ok()) return;
    std::size_t character = 1;  // people count characters, not bytes
    for (std::size_t i = 0; i < at; ++i) character += (static_cast<unsigned char>(text_[i]) & 0xC0) != 0x80 ? 1 : 0;
    error_ = std::string(what) + " at character " + std::to_string(character);
  }

  bool SkipSpace() {
    const std::size_t before = at_;
    while (at_ < text_.size() && IsAsciiSpace(text_[at_])) ++at_;
    return at_ > before;
  }

  bool Take(char c) {
    if (at_ >= text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  void Expect(char c) {
    if (!Take(c)) Fail(std::string("'") + c + "' is expected");
  }

  /// Another compound, as far as the limit allows.
  void Count() {
    if (++part_count_ > kMostParts) Fail("there are more than " + std::to_string(kMostParts) + " simple selectors, counting all rules,");
  }

  void ReadComplex(Parts& parts) {
    SkipSpace();
    for (Combinator combinator = Combinator::kNone; Ok();) {
      Part part;
      part.combinator = combinator;
      part.compound = ReadCompound(true);
      parts.push_back(std::move(part));
      combinator = ReadCombinator();
      if (combinator == Combinator::kNone) break;
    }
    parts.back().ends = true;
  }

  /// kNone at the end of a selector.
  Combinator ReadCombinator() {
    const bool space = SkipSpace();
    Combinator combinator = space && at_ < text_.size() && Peek() != ',' ? Combinator::kDescendant : Combinator::kNone;
    if (Take('>')) combinator = Combinator::kChild;
    else if (Take('+')) combinator = Combinator::kNextSibling;
    else if (Take('~')) combinator = Combinator::kLaterSibling;
    SkipSpace();
    return combinator;
  }

  /// @param nests whether `:not()` and `:is()` are allowed; they hold none themselves
  Compound ReadCompound(bool nests) {
    Count();
    Compound compound;
    const std::size_t start = at_;
    if (!Take('*') && BeginsName()) {
      const std::string name = unicode::Lowered(ReadName());
      compound.any = false;
      compound.tag = html::FromName(name);
      if (compound.tag == html::Tag::kUnknown) compound.custom_name = name;
    }
    while (Ok()) {
      if (Take('#')) {
        compound.attributes.push_back({"id", ReadName(), Comparison::kEquals});
      } else if (Take('.')) {
        compound.attributes.push_back({"class", ReadName(), Comparison::kWord});
      } else if (Take('[')) {
        compound.attributes.push_back(ReadAttribute());
      } else if (Peek() == ':') {
        ReadPseudoClass(compound, nests);
      } else {
        break;
      }
    }
    if (at_ == start) Fail("a selector is expected");
    return compound;
  }

  [[nodiscard]] bool BeginsName() const {
    const char c = AsciiLower(Peek());
    return (c >= 'a' && c <= 'z') || c == '_' || c == '-' || c == '\\' || (static_cast<unsigned char>(c) & 0x80) != 0;
  }

  /// An identifier (CSS Syntax Level 3, section 4.3.11), escapes resolved.
  std::string ReadName() {
    if (!BeginsName()) {
      Fail("a name is expected");
      return {};
    }
    std::string name;
    while (at_ < text_.size()) {
      const char c = Peek(), lower = AsciiLower(c);
      if (c == '\\') {
        ReadEscape(name);
      } else if ((lower >= 'a' && lower <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || (static_cast<unsigned char>(c) & 0x80) != 0) {
        name += c;
        ++at_;
      } else {
        break;
      }
    }
    return name;
  }

  /// `\:` is the character; `\3A ` is the one with that number.
  void ReadEscape(std::string& to) {
    ++at_;
    if (at_ >= text_.size() || Peek() == '\n') return FailAt(at_ - 1, "an escape has nothing to escape");
    char32_t code_point = 0;
    int digits = 0;
    for (int value; digits < 6 && (value = HexValue(Peek())) >= 0; ++digits, ++at_) code_point = code_point * 16 + static_cast<char32_t>(value);
    if (digits == 0) {
      to += text_[at_++];
      return;
    }
    if (IsAsciiSpace(Peek())) ++at_;
    if (code_point == 0 || code_point > 0x10FFFF || (code_point >= 0xD800 && code_point < 0xE000)) code_point = 0xFFFD;
    unicode::Append(to, code_point);
  }

  static int HexValue(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    const char lower = AsciiLower(c);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
  }

  AttributeTest ReadAttribute() {
    AttributeTest test;
    SkipSpace();
    test.name = unicode::Lowered(ReadName());
    SkipSpace();
    if (Ok() && !Take(']')) {
      test.comparison = ReadComparison();
      SkipSpace();
      test.value = Peek() == '"' || Peek() == '\'' ? ReadString() : ReadName();
      SkipSpace();
      if (AsciiLower(Peek()) == 'i' || AsciiLower(Peek()) == 's') test.ignores_case = AsciiLower(text_[at_++]) == 'i';
      SkipSpace();
      if (Ok()) Expect(']');
    }
    return test;
  }

  Comparison ReadComparison() {
    constexpr std::pair<char, Comparison> kSigns[] = {{'~', Comparison::kWord}, {'|', Comparison::kDash}, {'^', Comparison::kPrefix}, {'$', Comparison::kSuffix}, {'*', Comparison::kSubstring}};
    Comparison comparison = Comparison::kEquals;
    for (const auto& [sign, meaning] : kSigns) {
      if (Peek() == sign && Peek(1) == '=') {
        ++at_;
        comparison = meaning;
        break;
      }
    }
    if (!Take('=')) Fail("a comparison such as '=' or a ']' is expected");
    return comparison;
  }

  std::string ReadString() {
    const std::size_t start = at_;
    const char quote = text_[at_++];
    std::string value;
    while (Ok() && at_ < text_.size() && Peek() != quote) {
      if (Peek() == '\\') {
        ReadEscape(value);
      } else {
        value += text_[at_++];
      }
    }
    if (Ok() && !Take(quote)) FailAt(start, "a quote is not closed that was opened");
    return value;
  }

  void ReadPseudoClass(Compound& compound, bool nests) {
    const std::size_t start = at_++;
    const std::string name = BeginsName() ? unicode::Lowered(ReadName()) : std::string();
    if (name == "first-child") {
      compound.nths.push_back({0, 1});
    } else if (name == "last-child") {
      compound.last_child = true;
    } else if (name == "only-child") {
      compound.nths.push_back({0, 1});
      compound.last_child = true;
    } else if (name == "nth-child" && Take('(')) {
      compound.nths.push_back(ReadNth());
    } else if ((name == "not" || name == "is" || name == "where") && nests && Take('(')) {
      (name == "not" ? compound.is_not : compound.is).push_back(ReadCompounds());
    } else {
      FailAt(start, ":" + name + " is not supported here, it stands");
    }
  }

  /// The compounds in the parentheses of `:not()`.
  std::vector<Compound> ReadCompounds() {
    std::vector<Compound> compounds;
    do {
      SkipSpace();
      compounds.push_back(ReadCompound(false));
      SkipSpace();
    } while (Ok() && Take(','));
    if (Ok()) Expect(')');
    return compounds;
  }

  /// `odd`, `even`, `3`, `2n+1`, `-n + 3` and the parenthesis behind.
  Nth ReadNth() {
    Nth nth;
    SkipSpace();
    if (TakeWord("odd")) {
      nth = {2, 1};
    } else if (TakeWord("even")) {
      nth = {2, 0};
    } else {
      const bool negative = TakeSign();
      const bool digits = Peek() >= '0' && Peek() <= '9';
      const std::int32_t number = digits ? ReadNumber() : 1;
      if (AsciiLower(Peek()) == 'n') {
        ++at_;
        nth.step = negative ? -number : number;
        SkipSpace();
        if (Peek() == '+' || Peek() == '-') {
          const bool minus = TakeSign();
          SkipSpace();
          const std::int32_t offset = ReadNumber();
          nth.offset = minus ? -offset : offset;
        }
      } else if (digits) {
        nth.offset = negative ? -number : number;
      } else {
        Fail("a number, 'odd', 'even' or such as '2n+1' is expected");
      }
    }
    SkipSpace();
    if (Ok()) Expect(')');
    return nth;
  }

  bool TakeWord(std::string_view word) {
    if (!unicode::EqualsIgnoringAsciiCase(text_.substr(at_, word.size()), word)) return false;
    at_ += word.size();
    return true;
  }

  /// @returns whether the sign is a minus
  bool TakeSign() { return Take('-') || (Take('+') && false); }

  std::int32_t ReadNumber() {
    if (Peek() < '0' || Peek() > '9') Fail("a number is expected");
    std::int32_t number = 0;
    for (; Peek() >= '0' && Peek() <= '9'; ++at_) number = number > kLargest ? number : number * 10 + (Peek() - '0');
    return number;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t part_count_ = 0;
  std::string error_;
};

}  // namespace

void ReadSelectors(std::string_view text, Parts& parts, std::string& error) { error = Reader(text).Read(parts); }

}  // namespace pith::rules

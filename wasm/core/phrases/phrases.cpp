#include "core/phrases/phrases.h"

#include <algorithm>
#include <array>
#include <bit>
#include <string>

#include "core/for_speed.h"
#include "core/unicode/unicode.h"
#include "phrase_table.h"  // generated from rules/phrases by tools/phrase_table.py

namespace pith::phrases {
namespace {

// FNV-1a: see tools/phrase_table.py, which hashes the patterns the same way.
constexpr std::uint32_t kHashStart = 2166136261U, kHashPrime = 16777619U;
constexpr unsigned kShortBits = 24;

constexpr Token Shorten(std::uint32_t hash) {
  const Token token = (hash ^ hash >> kShortBits) & ((1U << kShortBits) - 1);
  return token == 0 ? 1 : token;  // 0 is the star
}

class Hash {
 public:
  void Add(char32_t code_point) {
    if (code_point < 0x100) {  // the other two bytes are zero
      value_ = (value_ ^ static_cast<std::uint32_t>(code_point)) * (kHashPrime * kHashPrime * kHashPrime);
      return;
    }
    for (int shift = 0; shift < 24; shift += 8) value_ = (value_ ^ (static_cast<std::uint32_t>(code_point) >> shift & 0xFF)) * kHashPrime;
  }
  [[nodiscard]] Token Take() const { return kTokenBits == kShortBits ? Shorten(value_) : TakeAll(); }
  /// All bits of it, in every build.
  [[nodiscard]] Token TakeAll() const { return value_ == 0 ? 1 : value_; }

 private:
  std::uint32_t value_ = kHashStart;
};

/// A word, letter by letter.
class Word {
 public:
  void Add(char32_t code_point) {
    all_.Add(code_point);
    if (letters_ >= kStemLetters) return;
    letters_ += code_point >= kHangul ? kLettersOfSyllable : 1;
    stem_ = all_;
  }
  [[nodiscard]] Token Take() const { return all_.Take(); }
  [[nodiscard]] Token TakeStem() const { return stem_.TakeAll(); }

 private:
  static constexpr unsigned kStemLetters = 5, kLettersOfSyllable = 3;  // a syllable of Hangul is two or three letters
  static constexpr char32_t kHangul = 0xAC00;

  Hash all_, stem_;
  unsigned letters_ = 0;
};

Hash HashOf(char32_t code_point) {
  Hash hash;
  hash.Add(code_point);
  return hash;
}

/// Scripts whose characters are tokens of their own; the ranges of the reference matcher.
bool IsSingle(char32_t c) {
  return (c >= 0x0E00 && c <= 0x0E7F) || (c >= 0x3005 && c <= 0x3007) || (c >= 0x3040 && c <= 0x30FF) || (c >= 0x31F0 && c <= 0x31FF) || (c >= 0x3400 && c <= 0x4DBF) ||
         (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3134F);
}

bool IsThai(char32_t c) { return c >= 0x0E00 && c <= 0x0E7F; }

bool JoinsNumber(char32_t c) { return c == '.' || c == ',' || c == 0x066B || c == 0x066C || c == 0xA0 || c == 0x202F; }

enum class Kind : std::uint8_t { kGap, kLetter, kDigit, kSingle, kNothing };

constexpr auto kAsciiKinds = [] {
  std::array<Kind, 128> kinds{};
  for (std::size_t c = 0; c < kinds.size(); ++c) {
    const unicode::CharClass char_class = unicode::kAsciiClasses[c];
    kinds[c] = char_class == unicode::CharClass::kNumber ? Kind::kDigit : char_class == unicode::CharClass::kLetter ? Kind::kLetter : Kind::kGap;
  }
  return kinds;
}();

Kind KindBeyondAscii(char32_t c) {
  if (unicode::IsDigit(c)) return IsSingle(c) ? Kind::kSingle : Kind::kDigit;
  const unicode::CharClass char_class = unicode::ClassOf(c);
  if (char_class == unicode::CharClass::kLetter || char_class == unicode::CharClass::kMark || char_class == unicode::CharClass::kNumber) {
    return IsSingle(c) ? Kind::kSingle : Kind::kLetter;
  }
  return unicode::IsFormat(c) && c != 0x200B && c != 0x200C ? Kind::kNothing : Kind::kGap;
}

inline Kind KindOf(char32_t c) { return c < 128 ? kAsciiKinds[c] : KindBeyondAscii(c); }

constexpr std::uint32_t kStarSpan = 4;  // tokens that one star may stand for
constexpr Token kStar = 0;

/// Of a pattern with stars: a short one, as all of these are.
inline Token TokenAt(std::uint32_t at) { return static_cast<Token>(kTokens[at * 3] | kTokens[at * 3 + 1] << 8 | kTokens[at * 3 + 2] << 16); }

/// One past the last token that a pattern covers, matched from `at`; 0 where it does not match. Sets of positions are bit sets
/// relative to `at`, which is why patterns are limited to 16 tokens.
std::size_t EndOfMatch(const Phrase& phrase, const std::vector<Token>& tokens, std::size_t at) {
  std::uint64_t states = 1;
  for (std::uint32_t i = 0; i < phrase.count; ++i) {
    const Token wanted = TokenAt(phrase.first + i);
    std::uint64_t next = 0;
    if (wanted == kStar) {
      for (std::uint32_t skip = 0; skip <= kStarSpan; ++skip) next |= states << skip;
    } else {
      for (std::uint64_t left = states; left != 0; left &= left - 1) {
        const auto position = static_cast<std::size_t>(std::countr_zero(left));
        if (position == 63 || at + position >= tokens.size()) break;
        if (Short(tokens[at + position]) == wanted) next |= std::uint64_t{1} << (position + 1);
      }
    }
    states = next;
    if (states == 0) return 0;
  }
  const std::size_t left = tokens.size() - at;
  if (phrase.at_end) return left < 64 && (states >> left & 1) != 0 ? tokens.size() : 0;
  std::size_t end = 0;
  for (std::size_t position = 1; position < 64 && position <= left; ++position) {
    if ((states >> position & 1) != 0) {
      end = at + position;
      break;
    }
  }
  return end;
}

/// The longest match at one position, and of equally long ones the first in the order of tokens (the star before all), then class.
struct Best {
  std::uint8_t covered = 0;
  std::uint8_t phrase_class = 0;
  std::uint8_t star_at = kNoStar;  ///< how many tokens stand before the pattern's first star

  static constexpr std::uint8_t kNoStar = 255;
};

/// Whether a pattern comes before the best one so far, which covers as many of the same tokens: at its star, if it comes to that.
bool ComesBefore(const Phrase& phrase, const Best& best) {
  std::uint32_t star_at = 0;
  while (star_at < phrase.count && TokenAt(phrase.first + star_at) != kStar) ++star_at;
  if (best.star_at != Best::kNoStar) return star_at < best.star_at || (star_at == best.star_at && star_at == phrase.count);
  return (star_at < phrase.count && star_at < best.covered) || (phrase.count == best.covered && phrase.phrase_class < best.phrase_class);
}

void Note(Hits& hits, std::size_t covered, std::uint8_t phrase_class, bool whole) {
  std::uint8_t& most = hits.covered[phrase_class];
  most = std::max(most, static_cast<std::uint8_t>(covered));
  if (whole) hits.whole = true;
}

/// Whether a sequence with this hash has its bit in a table of `bits` bits of hash.
inline bool HasBit(const std::uint8_t* table, unsigned bits, std::uint64_t hash) {
  const std::uint64_t place = hash >> (64 - bits);
  return (table[place / 8] >> place % 8 & 1) != 0;
}

/// Whether patterns that may stand anywhere can begin at `at`: all have two tokens or more.
inline bool MayBegin(const std::vector<Token>& tokens, std::size_t at) {
  if (at + 1 >= tokens.size()) return false;
  SequenceHash hash;
  hash.Add(tokens[at]);
  hash.Add(tokens[at + 1]);
  return HasBit(kPairs, kPairBits, hash.Take());
}

/// The patterns that begin at `at` and have no stars, or have them at their end only: one hash grows token by token.
Best MatchPlain(const std::vector<Token>& tokens, std::size_t at, Hits& hits) {
  Best best;
  SequenceHash hash;
  const std::size_t left = tokens.size() - at;
  const std::size_t longest = std::min<std::size_t>(left, std::max({kWhole.longest, kStart.longest, kAnywhere.longest, kShort.longest, kShortish.longest}));
  bool anywhere = MayBegin(tokens, at);
  if (!anywhere && at != 0) return best;
  for (std::size_t size = 1; size <= longest; ++size) {
    hash.Add(tokens[at + size - 1]);
    const std::uint64_t key = hash.Take();
    if constexpr (kTripleBits > 0) {
      if (size == 3 && anywhere) anywhere = HasBit(kTriples, kTripleBits, key);
    }
    if (!anywhere && at != 0) break;
    const bool whole = at == 0 && size == left;
    const auto consider = [&](const PhraseSet& set) {
      const int phrase_class = set.Find(key);
      if (phrase_class < 0) return;
      const auto found = static_cast<std::uint8_t>(phrase_class);
      Note(hits, size, found, whole);
      hits.exact = hits.exact || whole;
      if (size > best.covered || (best.star_at == Best::kNoStar && found < best.phrase_class)) best = {static_cast<std::uint8_t>(size), found};
    };
    const auto consider_all = [&](const PhraseSet& set, std::size_t span) {
      const int phrase_class = left - size <= span ? set.Find(key) : -1;
      if (phrase_class < 0) return;
      const auto found = static_cast<std::uint8_t>(phrase_class);
      Note(hits, left, found, true);
      // What comes later has its star later, or two of them; the same tokens without a star come before.
      if (best.star_at == Best::kNoStar && best.covered < left) best = {static_cast<std::uint8_t>(left), found, static_cast<std::uint8_t>(size)};
    };
    if (whole) consider(kWhole);
    if (at == 0) {
      consider(kStart);
      consider_all(kShort, kStarSpan);
      consider_all(kShortish, 2 * kStarSpan);
    }
    if (anywhere && size >= 2) consider(kAnywhere);
  }
  return best;
}

/// Which tokens may begin a pattern with stars inside: most words begin none, which one bit tells.
class FirstTokens {
 public:
  FirstTokens() {
    for (const Phrase& phrase : kPhrases) {
      const Token token = TokenAt(phrase.first);
      bits_[token / 8 % bits_.size()] |= static_cast<std::uint8_t>(1U << token % 8);
    }
  }
  [[nodiscard]] bool MayHave(Token token) const { return (bits_[token / 8 % bits_.size()] >> token % 8 & 1) != 0; }

 private:
  std::array<std::uint8_t, 2048> bits_{};
};

/// The patterns with stars inside that begin at `at`.
/// @param plain the best of the others
Best MatchOthers(const std::vector<Token>& tokens, std::size_t at, const Best& plain, Hits& hits) {
  Best best = plain;
  bool is_plain = true;
  const Token first = Short(tokens[at]);
  const Phrase* phrase =
      std::lower_bound(std::begin(kPhrases), std::end(kPhrases), first, [](const Phrase& entry, Token wanted) { return TokenAt(entry.first) < wanted; });
  for (; phrase != std::end(kPhrases) && TokenAt(phrase->first) == first; ++phrase) {
    if (phrase->at_start != 0 && at != 0) continue;
    const std::size_t end = EndOfMatch(*phrase, tokens, at);
    if (end == 0) continue;
    const auto covered = static_cast<std::uint8_t>(std::min<std::size_t>(end - at, 255));
    Note(hits, covered, phrase->phrase_class, at == 0 && end == tokens.size());
    if (covered > best.covered || (covered == best.covered && is_plain && ComesBefore(*phrase, best))) {
      best = {covered, phrase->phrase_class};
      is_plain = false;
    }
  }
  return best;
}

}  // namespace

Token Short(Token token) { return kTokenBits == kShortBits ? token : Shorten(token); }

std::vector<Token> Cut(std::string_view text, std::size_t limit, std::vector<Token>* stems) {
  static const Hash kNumber = HashOf('#');
  const std::size_t most = std::min(limit, text.size()) + 1;  // a sign may end a word
  std::vector<Token> tokens(most);
  if (stems != nullptr) stems->resize(most);
  std::size_t count = 0;
  Word word;
  char32_t before = 0;
  Kind last = Kind::kGap;
  const auto add = [&](Token token, Token stem) {
    tokens[count] = token;
    if (stems != nullptr) (*stems)[count] = stem;
    ++count;
  };
  const auto add_sign = [&](const Hash& sign) { add(sign.Take(), sign.TakeAll()); };
  const auto end_word = [&] {
    if (last == Kind::kLetter) add(word.Take(), word.TakeStem());
  };
  for (std::size_t at = 0; at < text.size() && count < limit;) {
    if (kForSpeed && last == Kind::kLetter) {  // the rest of the word, mostly
      for (; at < text.size() && unicode::IsAsciiLetter(text[at]); ++at) word.Add(static_cast<unsigned char>(text[at]) | 0x20U);
      if (at == text.size()) break;
    }
    const unicode::Decoded next = unicode::Decode(text, at);
    at += next.size;
    const char32_t folded = next.code_point < 128 ? static_cast<unsigned char>(unicode::AsciiLower(static_cast<char>(next.code_point))) : unicode::Fold(next.code_point);
    if (folded == 0) continue;
    const Kind kind = KindOf(next.code_point);
    if (kind == Kind::kNothing) continue;
    if (last == Kind::kDigit && JoinsNumber(next.code_point) && at < text.size() && KindOf(unicode::Decode(text, at).code_point) == Kind::kDigit) continue;
    if (kind != Kind::kLetter || last != Kind::kLetter) {
      end_word();
      word = {};
    }
    if (kind == Kind::kDigit && last != Kind::kDigit) add_sign(kNumber);
    if (kind == Kind::kSingle) {
      Hash pair = HashOf(folded);
      if (IsThai(folded)) pair.Add(before);
      add(HashOf(folded).Take(), pair.TakeAll());
      before = folded;
    }
    if (kind == Kind::kLetter) word.Add(folded);
    last = kind;
  }
  if (count < limit) end_word();
  tokens.resize(count);
  if (stems != nullptr) stems->resize(count);
  return tokens;
}

Hits Match(const std::vector<Token>& tokens) {
  Hits hits;
  static const FirstTokens first_tokens;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const Best plain = MatchPlain(tokens, at, hits);
    const Best best = first_tokens.MayHave(Short(tokens[at])) ? MatchOthers(tokens, at, plain, hits) : plain;
    if (best.covered > hits.longest) {
      hits.longest = best.covered;
      hits.best = static_cast<Class>(best.phrase_class);
    }
  }
  return hits;
}

Class ClassOf(std::span<const Token> tokens) {
  SequenceHash hash;
  for (const Token token : tokens) hash.Add(token);
  const std::uint64_t key = hash.Take();
  int least = static_cast<int>(Class::kCount);  // as Match() has it
  for (const PhraseSet* set : {&kWhole, &kStart, &kShort, &kShortish}) {
    const int phrase_class = tokens.size() <= set->longest ? set->Find(key) : -1;
    if (phrase_class >= 0) least = std::min(least, phrase_class);
  }
  return static_cast<Class>(least);
}

}  // namespace pith::phrases

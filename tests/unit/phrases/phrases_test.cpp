// The matcher against a plain one that goes through all patterns of all packs, on their examples and on sentences made of their words.

#include "core/phrases/phrases.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <tuple>
#include <vector>

namespace pith::phrases {
namespace {

constexpr Token kStar = 0;
constexpr const char* kNames[kClasses] = {"signup", "newsletter", "app", "related", "trending", "live", "share", "ad", "consent", "comment", "author", "copyright", "translation", "age", "updated", "readtime", "nav"};

struct Pattern {
  std::vector<Token> tokens;
  std::size_t phrase_class;
  bool at_start;
  bool at_end;
  bool operator<(const Pattern& other) const { return std::tie(tokens, phrase_class, at_start, at_end) < std::tie(other.tokens, other.phrase_class, other.at_start, other.at_end); }
};

std::size_t ClassNamed(const std::string& name) { return static_cast<std::size_t>(std::find(std::begin(kNames), std::end(kNames), name) - std::begin(kNames)); }

Pattern PatternOf(const std::string& name, std::string source) {
  Pattern pattern{{}, ClassNamed(name), source.front() == '^', source.back() == '$'};
  source = source.substr(pattern.at_start ? 1 : 0, source.size() - (pattern.at_start ? 1 : 0) - (pattern.at_end ? 1 : 0));
  std::replace(source.begin(), source.end(), '#', '1');  // any number is the same token
  for (std::size_t at = 0; at <= source.size();) {
    const std::size_t star = std::min(source.find('*', at), source.size());
    for (const Token token : Cut(source.substr(at, star - at), 99)) pattern.tokens.push_back(token);
    if (star < source.size()) pattern.tokens.push_back(kStar);
    at = star + 1;
  }
  return pattern;
}

struct Packs {
  std::vector<Pattern> patterns;                               ///< sorted
  std::vector<std::pair<std::string, std::string>> sentences;  ///< mark and example
  std::vector<std::string> wordings;                           ///< the patterns' sources, without their signs
};

Packs Load() {
  Packs packs;
  for (const auto& entry : std::filesystem::directory_iterator(PITH_SOURCE_DIR "/wasm/rules/phrases")) {
    if (entry.path().extension() != ".txt") continue;
    std::ifstream file(entry.path());
    bool examples = false;
    for (std::string line; std::getline(file, line);) {
      const std::size_t tab = line.find('\t');
      if (line == "---") {
        examples = true;
      } else if (examples) {
        packs.sentences.emplace_back(line.substr(0, tab), line.substr(tab + 1));
      } else {
        std::string source = line.substr(tab + 1);
        packs.patterns.push_back(PatternOf(line.substr(0, tab), source));
        for (char& c : source) c = c == '^' || c == '$' ? ' ' : c == '#' ? '7' : c;
        const std::size_t star = source.find('*');
        packs.wordings.push_back(star == std::string::npos ? source : source.replace(star, 1, "our daily"));
      }
    }
  }
  std::sort(packs.patterns.begin(), packs.patterns.end());
  std::sort(packs.sentences.begin(), packs.sentences.end());
  std::sort(packs.wordings.begin(), packs.wordings.end());
  return packs;
}

const Packs& AllPacks() {
  static const Packs packs = Load();
  return packs;
}

/// Where the pattern ends that begins at `at`: the first end, or the block's for `at_end`; 0 for nowhere.
std::size_t EndOf(const Pattern& pattern, const std::vector<Token>& tokens, std::size_t at) {
  std::vector<bool> reached(tokens.size() + 1);
  reached[at] = true;
  for (const Token wanted : pattern.tokens) {
    std::vector<bool> next(tokens.size() + 1);
    for (std::size_t from = at; from <= tokens.size(); ++from) {
      if (!reached[from]) continue;
      if (wanted == kStar) {
        for (std::size_t to = from; to <= std::min(from + 4, tokens.size()); ++to) next[to] = true;
      } else if (from < tokens.size() && tokens[from] == wanted) {
        next[from + 1] = true;
      }
    }
    reached = next;
  }
  if (pattern.at_end) return reached.back() ? tokens.size() : 0;
  const auto end = std::find(reached.begin() + static_cast<std::ptrdiff_t>(at) + 1, reached.end(), true);
  return end == reached.end() ? 0 : static_cast<std::size_t>(end - reached.begin());
}

Hits Expected(const std::vector<Token>& tokens) {
  Hits hits;
  const std::vector<Pattern>& patterns = AllPacks().patterns;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    auto pattern = std::lower_bound(patterns.begin(), patterns.end(), tokens[at], [](const Pattern& one, Token first) { return one.tokens[0] < first; });
    for (; pattern != patterns.end() && pattern->tokens[0] == tokens[at]; ++pattern) {
      if (pattern->at_start && at != 0) continue;
      const std::size_t end = EndOf(*pattern, tokens, at);
      if (end == 0) continue;
      const auto covered = static_cast<std::uint8_t>(std::min<std::size_t>(end - at, 255));
      hits.covered[pattern->phrase_class] = std::max(hits.covered[pattern->phrase_class], covered);
      if (at == 0 && end == tokens.size()) hits.whole = true;
      if (covered > hits.longest) {
        hits.longest = covered;
        hits.best = static_cast<Class>(pattern->phrase_class);
      }
    }
  }
  return hits;
}

void ExpectSame(const std::string& text) {
  const std::vector<Token> tokens = Cut(text, 64);
  const Hits ours = Match(tokens), theirs = Expected(tokens);
  EXPECT_EQ(ours.covered, theirs.covered) << text;
  EXPECT_EQ(ours.whole, theirs.whole) << text;
  EXPECT_EQ(ours.longest, theirs.longest) << text;
  EXPECT_EQ(ours.best, theirs.best) << text;
}

TEST(Phrases, WordsOfOneStemShareIt) {
  const auto stems = [](std::string_view text) {
    std::vector<Token> found;
    const std::size_t tokens = Cut(text, 9, &found).size();
    EXPECT_EQ(found.size(), tokens);
    return found;
  };
  EXPECT_EQ(stems("Abonnieren Sie"), stems("abonniert sié"));
  EXPECT_EQ(stems("가입하고 3"), stems("가입하세요, 1,204")) << "two syllables of Hangul, and any number";
  EXPECT_NE(stems("sign"), stems("signs")) << "shorter words count as they are";
  EXPECT_EQ(stems("登録").size(), 2U);
  EXPECT_EQ(stems("録登")[1], stems("登録")[0]) << "a Han character is a word";
  EXPECT_NE(stems("กข")[1], stems("คข")[1]) << "a Thai letter is told with the one before it";
}

TEST(Phrases, ExamplesMeetAPatternOfTheirClassAndEditorialSentencesMeetNone) {
  ASSERT_GT(AllPacks().sentences.size(), 600U);
  for (const auto& [mark, sentence] : AllPacks().sentences) {
    const Hits hits = Match(Cut(sentence, 64));
    if (mark == "-") {
      EXPECT_EQ(hits.best, Class::kCount) << sentence;
    } else {
      const std::size_t wanted = ClassNamed(mark.substr(1));
      ASSERT_LT(wanted, kClasses) << mark;
      EXPECT_GT(hits.covered[wanted], 0) << sentence;
    }
    ExpectSame(sentence);
  }
}

TEST(Phrases, EveryPatternAloneIsFoundAsThePlainMatcherFindsIt) {
  for (const std::string& wording : AllPacks().wordings) {
    EXPECT_NE(Match(Cut(wording, 64)).best, Class::kCount) << wording;
    ExpectSame(wording);
  }
}

TEST(Phrases, WhatIsAllOfAPatternHasItsClass) {
  EXPECT_EQ(ClassOf(Cut("4 hours ago", 64)), Class::kAge);
  EXPECT_EQ(ClassOf(Cut("READ ALSO:", 64)), Class::kRelated);
  for (const char* other : {"", "hours ago", "4 hours ago today's council"}) EXPECT_EQ(ClassOf(Cut(other, 64)), Class::kCount) << other;
  std::size_t found = 0;
  for (const std::string& wording : AllPacks().wordings) {
    const std::vector<Token> tokens = Cut(wording, 64);
    const Class of_all = ClassOf(tokens);
    if (of_all == Class::kCount) continue;  // its star is inside, or it may stand anywhere
    ++found;
    const Hits hits = Match(tokens);
    EXPECT_TRUE(hits.whole) << wording;
    EXPECT_EQ(hits.covered[static_cast<std::size_t>(of_all)], tokens.size()) << wording;
  }
  EXPECT_GT(found, AllPacks().wordings.size() / 2);
}

TEST(Phrases, HardlyAnyWordMeetsAPatternByChance) {
  constexpr std::size_t kMost = 2;  // of 100,000; a set of hashes can't promise none
  std::mt19937 random(11);
  std::vector<std::string> met;
  for (int round = 0; round < 100'000; ++round) {
    std::string word;
    for (unsigned letter = 0, letters = 8 + random() % 5; letter < letters; ++letter) word += static_cast<char>('a' + random() % 26);
    if (Match(Cut(word, 64)).longest > 0) met.push_back(word);
  }
  EXPECT_LE(met.size(), kMost) << met.front();
}

TEST(Phrases, SentencesOfPatternsAndWordsAreMatchedAsByThePlainMatcher) {
  std::mt19937 random(7);
  const auto any = [&](const std::vector<std::string>& from) -> const std::string& { return from[random() % from.size()]; };
  const std::vector<std::string> fillers = {"the", "of our", "7", "and more", "\xE6\x96\xB0", "x", "in the morning"};
  for (int round = 0; round < 4000; ++round) {
    std::string sentence;
    for (unsigned part = 0, parts = 1 + random() % 4; part < parts; ++part) {
      const std::string& piece = random() % 3 == 0 ? any(fillers) : any(AllPacks().wordings);
      const std::size_t from = random() % 4 == 0 ? piece.find(' ') : 0;  // at times without its first word
      sentence += (from == std::string::npos ? piece : piece.substr(from)) + " ";
    }
    ExpectSame(sentence);
  }
}

}  // namespace
}  // namespace pith::phrases

#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>
#include <vector>

#include "core/annotate/order.h"
#include "core/phrases/phrases.h"

namespace pith::score {

/// A set of words that is asked far more often than it says yes: most words are turned down by one bit.
class TokenSet {
 public:
  explicit TokenSet(std::vector<phrases::Token> tokens) : tokens_(std::move(tokens)) {
    if (!std::is_sorted(tokens_.begin(), tokens_.end())) Sort();
    tokens_.erase(std::unique(tokens_.begin(), tokens_.end()), tokens_.end());
    for (const phrases::Token token : tokens_) filter_[token % kBits / 64] |= std::uint64_t{1} << token % 64;
  }

  [[nodiscard]] std::size_t size() const { return tokens_.size(); }

  /// How many of the tokens are in the set.
  [[nodiscard]] std::uint16_t CountIn(const std::vector<phrases::Token>& tokens) const {
    return static_cast<std::uint16_t>(std::count_if(tokens.begin(), tokens.end(), [&](phrases::Token token) {
      return (filter_[token % kBits / 64] >> token % 64 & 1) != 0 && std::binary_search(tokens_.begin(), tokens_.end(), token);
    }));
  }

 private:
  /// By the one sort that there is: another would be as much code again.
  void Sort() {
    std::vector<std::uint64_t> keys(tokens_.begin(), tokens_.end());
    for (std::size_t place = 0; const annotate::BlockId from : annotate::OrderBy(keys)) tokens_[place++] = static_cast<phrases::Token>(keys[from]);
  }

  static constexpr std::size_t kBits = 8192;
  std::vector<phrases::Token> tokens_;  ///< sorted
  std::array<std::uint64_t, kBits / 64> filter_{};
};

}  // namespace pith::score

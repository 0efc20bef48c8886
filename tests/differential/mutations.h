#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace pith::testing {

/// Makes pages that parsers find hard: made-up tag soup, and pieces of given pages with a few things changed. The same seed gives
/// the same pages.
class Mutations {
 public:
  Mutations(std::uint32_t seed, const std::vector<std::string>& pages) : random_(seed), pages_(pages) {}

  /// The next page, of some kilobytes at most.
  [[nodiscard]] std::string Next();

  /// Changes a page in one place.
  void Change(std::string& page);

  /// From now on without elements of <svg> and <math>, and such where the parser ignores tags: <select>, <frameset>, <plaintext>.
  void LeaveOutForeign() { foreign_ = false; }

 private:
  std::size_t Any(std::size_t size) { return static_cast<std::size_t>(random_()) % size; }
  bool Chance(std::size_t of) { return Any(of) == 0; }
  template <typename List>
  std::string One(const List& list) {
    return std::string(list[Any(std::size(list))]);
  }

  std::string Name();
  std::string Attribute();
  std::string Reference();
  std::string Text();
  std::string Piece();
  std::string Soup();
  std::string Slice();
  bool foreign_ = true;
  std::mt19937 random_;
  const std::vector<std::string>& pages_;
};

}  // namespace pith::testing

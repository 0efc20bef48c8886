#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace pith::parse {

/// Memory that is handed out in pieces and freed all at once.
class Arena {
 public:
  /// `size` bytes, aligned for any type that Gumbo uses.
  void* Allocate(std::size_t size);

 private:
  std::vector<std::unique_ptr<char[]>> chunks_;
  char* next_ = nullptr;
  std::size_t left_ = 0;
  std::size_t chunk_ = std::size_t{32} << 10;  // bytes of the next chunk: doubles, so that small pages stay small
};

}  // namespace pith::parse

#pragma once

#include <cstddef>
#include <memory>
#include <vector>

#include "gumbo/arena.h"

namespace pith::parse {

/// Memory that is handed out in pieces and freed all at once. The pieces are taken by those who know its base.
class Arena : public PithArena {
 public:
  Arena() : PithArena{nullptr, nullptr, More} {}

 private:
  static void* More(PithArena* arena, std::size_t size);

  std::vector<std::unique_ptr<char[]>> chunks_;
  std::size_t chunk_ = std::size_t{32} << 10;  // bytes of the next chunk: doubles, so that small pages stay small
};

}  // namespace pith::parse

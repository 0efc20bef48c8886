#include "core/parse/arena.h"

#include <algorithm>

namespace pith::parse {
namespace {

constexpr std::size_t kLargestChunk = std::size_t{4} << 20;

}  // namespace

void* Arena::More(PithArena* arena, std::size_t size) {
  auto& self = *static_cast<Arena*>(arena);
  const std::size_t wanted = std::max(size, self.chunk_);
  self.chunks_.push_back(std::unique_ptr<char[]>(new char[wanted]));
  char* const chunk = self.chunks_.back().get();
  self.next = chunk + size;
  self.end = chunk + wanted;
  self.chunk_ = std::min(self.chunk_ * 2, kLargestChunk);
  return chunk;
}

}  // namespace pith::parse

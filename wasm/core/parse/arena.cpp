#include "core/parse/arena.h"

#include <algorithm>

namespace pith::parse {
namespace {

constexpr std::size_t kAlignment = alignof(void*) > 8 ? alignof(void*) : 8;
constexpr std::size_t kLargestChunk = std::size_t{4} << 20;

}  // namespace

void* Arena::Allocate(std::size_t size) {
  size = (size + kAlignment - 1) & ~(kAlignment - 1);
  if (size > left_) {
    const std::size_t wanted = std::max(size, chunk_);
    chunks_.push_back(std::unique_ptr<char[]>(new char[wanted]));
    next_ = chunks_.back().get();
    left_ = wanted;
    chunk_ = std::min(chunk_ * 2, kLargestChunk);
  }
  void* const piece = next_;
  next_ += size;
  left_ -= size;
  return piece;
}

}  // namespace pith::parse

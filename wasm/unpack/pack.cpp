// What packs for unpack.cpp. Runs where the bookmark is built.

#include "unpack/predictor.h"

namespace {

constexpr int kMost = pith::unpack::kMostBytes;

pith::unpack::Predictor predictor;
unsigned char space[kMost * 3];  // noise grows a little

}  // namespace

extern "C" {

/** Where the bytes go that are to be packed; what comes of them stands 2^18 bytes behind. */
unsigned char* place() { return space; }

/** @return how many bytes came of it, with some that `unpack` looks ahead at */
int pack(int size) {
  unsigned char* out = space + kMost;
  uint32_t low = 0, high = 0xffffffff;
  for (int at = 0; at < size; at++) {
    int bit = 8;
    predictor.next_byte([&](int likely) {
      const int set = space[at] >> --bit & 1;
      const uint32_t middle = low + static_cast<uint32_t>(uint64_t{high - low} * static_cast<uint32_t>(likely) >> 16);
      if (set != 0)
        high = middle;
      else
        low = middle + 1;
      for (; (low ^ high) >> 24 == 0; low <<= 8, high = high << 8 | 255) *out++ = static_cast<unsigned char>(high >> 24);
      return set;
    });
  }
  // One byte more tells every number that begins so from those above and below, whatever follows.
  for (int shift = 24; shift >= 0; shift -= 8) *out++ = static_cast<unsigned char>(high >> shift);
  return static_cast<int>(out - space) - kMost;
}
}

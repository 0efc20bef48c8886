// What unpacks in the bookmark: an arithmetic coder's number, whose digits the predictor's likelihoods tell.

#include "unpack/predictor.h"

namespace {

constexpr int kMostPacked = 1 << 16;  // no bookmark is longer

struct {
  unsigned char packed[kMostPacked];
  pith::unpack::Predictor predictor;  // begins with what comes of it
} all;
unsigned char* in = all.packed;
uint32_t low = 0, high = 0xffffffff, value = 0;

}  // namespace

extern "C" {

/** Where what is packed goes, before the first call of `unpack`; what comes of it stands 65,536 bytes behind. */
unsigned char* place() { return all.packed; }

/** Unpacks so many bytes more: at a call a few, so that the browser can go over to faster code between the calls. */
void unpack(int count) {
  if (in == all.packed) {
    for (int i = 0; i < 4; i++) value = value << 8 | *in++;
  }
  while (count-- > 0) {
    all.predictor.next_byte([](int likely) {
      const uint32_t middle = low + static_cast<uint32_t>(uint64_t{high - low} * static_cast<uint32_t>(likely) >> 16);
      const int set = value <= middle;
      if (set != 0)
        high = middle;
      else
        low = middle + 1;
      for (; (low ^ high) >> 24 == 0; low <<= 8, high = high << 8 | 255) value = value << 8 | *in++;
      return set;
    });
  }
}
}

// A context-mixing model: says of each bit how likely it is set, from what came before. Packer and bookmark run this very code, one to tell
// the coder what it should expect, the other to read what the coder told; WebAssembly's arithmetic comes out alike in every browser.
//
// Input: a coder that is told how likely each bit is and gives the bit. Output: the bytes of those bits.
// Idea: nine contexts guess by what followed the same bytes before; a neuron for each partial byte learns whom to trust.
// Memory: a row of 16 slots has the guesses for half a byte: 32 bytes, so that most look-ups find their memory near. Slots are kept
// such that fresh memory, which the system gives out only where it is touched, is the right start.

#pragma once

#include <stdint.h>  // without a library: of the compiler alone

namespace pith::unpack {

inline constexpr int kContexts = 9;
inline constexpr int kSlotBits = 20;  // a context's slots; with a bit less the whole is a hundredth larger
/** Which of the last eight bytes each context knows. */
inline constexpr uint64_t kKnown[kContexts] = {0, 0xff, 0xffff, 0xffffff, 0xffffffff, 0xffff00, 0xffff000000, 0xff0000ff, 0xffffffffffff};
inline constexpr int kSteps = 4096;   // of a likelihood
inline constexpr float kSlope = 170;  // of the logistic function's table: steps a unit
inline constexpr int kMostSeen = 14;  // after which a slot forgets as fast as it learns
inline constexpr float kRate = 0.01f;

/** One for the whole program: all zero at the start. */
class Predictor {
 public:
  /** @param code `int(int likely)`: gets how likely the next bit is set, of 65536, and gives the bit */
  template <typename Code>
  unsigned char next_byte(Code code) {
    if (squash_[0] == 0) make_tables();
    uint32_t partial = 1;
    uint16_t* rows[kContexts];
    float inputs[kContexts];
    for (int bit = 7; bit >= 0; bit--) {
      const uint32_t half = bit > 3 ? partial : (partial & ((8u >> bit) - 1)) | (8u >> bit);
      float sum = 0;
      for (int i = 0; i < kContexts; i++) {
        if ((bit & 3) == 3) rows[i] = slots_[i] + row_of(i, bit > 3 ? 0 : partial);
        inputs[i] = stretch_[(rows[i][half] ^ kEven) >> 4];
        sum += weights_[partial][i] * inputs[i];
      }
      int guess = static_cast<int>(sum * kSlope + kSteps / 2);
      guess = guess < 0 ? 0 : guess >= kSteps ? kSteps - 1 : guess;
      const int set = code(static_cast<int>(squash_[guess] * 65534) + 1);
      const float error = (static_cast<float>(set) - squash_[guess]) * kRate;
      for (int i = 0; i < kContexts; i++) {
        weights_[partial][i] += inputs[i] * error;
        learn(rows[i][half], set);
      }
      partial = partial * 2 + static_cast<uint32_t>(set);
    }
    past_ = past_ << 8 | (partial & 255);
    return static_cast<unsigned char>(partial);
  }

 private:
  static constexpr uint32_t kEven = 0x8000;  // as likely set as not, never seen

  uint32_t row_of(int context, uint32_t partial) const {
    uint64_t hash = ((past_ & kKnown[context]) + partial * 0x100000001b3u + static_cast<uint32_t>(context)) * 0x9e3779b97f4a7c15u;
    hash ^= hash >> 29;
    return static_cast<uint32_t>((hash * 0xd6e8feb86659fd93u) >> (68 - kSlotBits)) * 16;
  }

  /** A slot has 12 bits of likelihood, and 4 of how often it was seen: the less often, the more it learns. */
  void learn(uint16_t& slot, int set) {
    const uint32_t known = slot ^ kEven;
    const uint32_t seen = known & 15;
    const int likely = static_cast<int>(known >> 4);
    const int learned = likely + static_cast<int>(static_cast<float>((set != 0 ? kSteps - 1 : 0) - likely) * steps_[seen]);
    slot = static_cast<uint16_t>((static_cast<uint32_t>(learned) << 4 | (seen < kMostSeen ? seen + 1 : seen)) ^ kEven);
  }

  /** The logistic function, summed up from its slope, and its inverse. */
  void make_tables() {
    float share = 0.5f;
    for (int i = 0; i < kSteps / 2; i++) {
      squash_[kSteps / 2 + i] = share;
      squash_[kSteps / 2 - 1 - i] = 1 - share;
      share += share * (1 - share) / kSlope;
    }
    for (int i = 0, at = 0; i < kSteps; i++) {
      while (at < kSteps - 1 && squash_[at] * kSteps < static_cast<float>(i) + 0.5f) at++;
      stretch_[i] = (static_cast<float>(at) - kSteps / 2 + 0.5f) / kSlope;
    }
    for (auto& neuron : weights_) {
      for (float& weight : neuron) weight = 0.2f;
    }
    for (int i = 0; i < 16; i++) steps_[i] = 1 / (static_cast<float>(i) + 1.35f);
  }

  uint64_t past_;
  float weights_[256][kContexts], stretch_[kSteps], squash_[kSteps], steps_[16];
  uint16_t slots_[kContexts][1 << kSlotBits];
};

}  // namespace pith::unpack

// A context-mixing model: says of each bit how likely it is set, from what came before. Packer and bookmark run this very code, one to tell
// the coder what it should expect, the other to read what the coder told; WebAssembly's arithmetic comes out alike in every browser.
//
// Input: a coder that is told how likely each bit is and gives the bit. Output: the bytes of those bits.
// Idea: six contexts guess by what followed when they were met before: five by bytes or the word just read, the last by what followed
// the longest repetition. A neuron learns whom to trust; its weights are the sum of those that the partial byte chooses, those that the
// byte before does, and those that the length of the repetition does.
// Memory: 6 MB of slots. A context has a handful of them for each half of a byte, near each other so that most look-ups find their memory near,
// and strewn over what other contexts use. Slots are kept such that fresh memory, which the system gives out only where it is touched,
// is the right start.

#pragma once

#include <stdint.h>  // without a library: of the compiler alone

namespace pith::unpack {

inline constexpr int kContexts = 6;
inline constexpr int kSlotBits = 20;  // a context's slots; with a bit less the whole is half a hundredth larger
/** Which bits of the last bytes each context knows; the two behind them know the word and the repetition. Found by trying. */
inline constexpr uint64_t kKnown[kContexts - 2] = {0xff, 0xffff, 0xffffe0, 0xe0e0e0e0};
inline constexpr int kMostBytes = 1 << 18;  // of a text
inline constexpr int kSteps = 4096;         // of a slot's likelihood
// The logistic function's table and its inverse's, small so that they stay near.
inline constexpr int kSquash = 2048, kStretch = 1024;
inline constexpr float kSlope = 85;         // steps of the former's a unit
inline constexpr int kMostSeen = 7;         // after which a slot forgets as fast as it learns
inline constexpr uint32_t kMostAlike = 15;  // bytes of a repetition; longer ones are as sure
inline constexpr float kRate = 0.0025f;

/** One for the whole program: all zero at the start. */
class Predictor {
 public:
  /** @param code `int(int likely)`: gets how likely the next bit is set, of 65536, and gives the bit */
  template <typename Code>
  void next_byte(Code code) {
    if (squash_[0] == 0) make_tables();
    uint64_t contexts[kContexts];
    for (int i = 0; i < kContexts - 2; i++) contexts[i] = past_ & kKnown[i];
    contexts[kContexts - 2] = word_;
    contexts[kContexts - 1] = alike_ == 0 ? 0 : alike_ << 8 | text_[like_];
    uint32_t partial = 1;
    uint32_t rows[kContexts];
    for (int i = 0; i < kContexts; i++) rows[i] = row_of(i, contexts[i]);
    float inputs[kContexts];
    for (int bit = 7; bit >= 0; bit--) {
      const uint32_t half = bit > 3 ? partial : (partial & ((8u >> bit) - 1)) | (8u >> bit);
      float* by_partial = weights_[partial];
      float* by_byte = weights_[256 + (past_ & 255)];
      float* by_alike = weights_[512 + alike_];
      float sum = 0;
      for (int i = 0; i < kContexts; i++) {
        if (bit == 3) rows[i] ^= partial << 5;  // of the second half: near the first's, so that memory is found soon
        inputs[i] = stretch_[(slots_[rows[i] ^ half] ^ kEven) / (65536 / kStretch)];
        sum += (by_partial[i] + by_byte[i] + by_alike[i]) * inputs[i];
      }
      int guess = static_cast<int>(sum * kSlope + kSquash / 2);
      guess = guess < 0 ? 0 : guess >= kSquash ? kSquash - 1 : guess;
      const int set = code(static_cast<int>(squash_[guess] * 65534) + 1);
      const float error = (static_cast<float>(set) - squash_[guess]) * kRate;
      for (int i = 0; i < kContexts; i++) {
        by_partial[i] += inputs[i] * error;
        by_byte[i] += inputs[i] * error;
        by_alike[i] += inputs[i] * error;
        learn(slots_[rows[i] ^ half], set);
      }
      partial = partial * 2 + static_cast<uint32_t>(set);
    }
    remember(static_cast<unsigned char>(partial));
  }

 private:
  static constexpr uint32_t kEven = 0x8000;  // as likely set as not, never seen

  static uint32_t row_of(int i, uint64_t context) {
    uint64_t hash = (context + static_cast<uint32_t>(i)) * 0x9e3779b97f4a7c15u;
    hash ^= hash >> 29;
    return static_cast<uint32_t>(i) << kSlotBits | static_cast<uint32_t>((hash * 0xd6e8feb86659fd93u) >> (64 - kSlotBits));
  }

  /** A slot has 12 bits of likelihood, and 4 of how often it was seen: the less often, the more it learns. */
  void learn(uint16_t& slot, int set) {
    const uint32_t known = slot ^ kEven;
    const uint32_t seen = known & 15;
    const int likely = static_cast<int>(known >> 4);
    const int learned = likely + (((set != 0 ? kSteps - 1 : 0) - likely) * steps_[seen] / 65536);
    slot = static_cast<uint16_t>((static_cast<uint32_t>(learned) << 4 | (seen < kMostSeen ? seen + 1 : seen)) ^ kEven);
  }

  /** Takes a byte into what the contexts know. */
  void remember(unsigned char byte) {
    past_ = past_ << 8 | byte;
    const bool of_word = (byte | 32u) - 'a' < 26u || byte - '0' < 10u || byte == '_' || byte == '$';
    word_ = of_word ? (word_ + byte) * 0x2f0b4c47u : 0;
    const bool goes_on = alike_ > 0 && text_[like_++] == byte;
    text_[size_++] = byte;
    uint32_t& last = last_[static_cast<uint32_t>(past_) * 0x9e3779b1u >> 16];
    if (!goes_on) {
      alike_ = 0;
      like_ = last;
      while (alike_ < kMostAlike && alike_ < like_ && text_[like_ - 1 - alike_] == text_[size_ - 1 - alike_]) alike_++;
    } else if (alike_ < kMostAlike) {
      alike_++;
    }
    last = size_;
  }

  /** The logistic function, summed up from its slope, and its inverse. */
  void make_tables() {
    float share = 0.5f;
    for (int i = 0; i < kSquash / 2; i++) {
      squash_[kSquash / 2 + i] = share;
      squash_[kSquash / 2 - 1 - i] = 1 - share;
      share += share * (1 - share) / kSlope;
    }
    for (int i = 0, at = 0; i < kStretch; i++) {
      while (at < kSquash - 1 && squash_[at] * kStretch < static_cast<float>(i) + 0.5f) at++;
      stretch_[i] = (static_cast<float>(at) - kSquash / 2 + 0.5f) / kSlope;
    }
    for (auto& weights : weights_) {
      for (float& weight : weights) weight = 0.1f;
    }
    for (int i = 0; i < 16; i++) steps_[i] = static_cast<int>(65536 / (static_cast<float>(i) + 1.2f));
  }

  unsigned char text_[kMostBytes];
  uint32_t size_;
  uint64_t past_;           // the last eight bytes
  uint32_t word_;           // a hash of the word that the last byte belongs to; 0: to none
  uint32_t alike_;          // how many of the last bytes the text has had before, kMostAlike at most
  uint32_t like_;           // where that is: the place of the byte that followed them
  uint32_t last_[1 << 16];  // by the last four bytes, where they last were
  float weights_[256 + 256 + kMostAlike + 1][kContexts];
  float stretch_[kStretch], squash_[kSquash];
  int steps_[16];  // of 65536: how much of its error a slot learns that was seen so often
  uint16_t slots_[kContexts << kSlotBits];
};

}  // namespace pith::unpack

// A context-mixing model: says of each bit how likely it is set, from what came before. The packer and what unpacks in the bookmark run the very
// same code, one to tell the coder what it should expect, the other to read what the coder told.
//
// Whatever is computed here must come out alike in every browser: sums and products of doubles do, logarithms and powers may differ in their last
// digit, so their tables are rounded (tests/bookmarklet/pack.test.mjs: no entry is near a border).
//
// As the bootstrap has it in it, no question mark, hash or percent sign may stand in the code.

/**
 * @param {number} size bytes
 * @param {(likely: number) => number} next gets how likely the next bit is set, of 65536, and gives the bit
 * @returns {Uint8Array}
 */
export function predicted(size, next) {
  // Which of the last eight bytes each context knows, a bit for each.
  let contexts = [0, 1, 3, 7, 15, 6, 24], slotBits = 20;
  let count = contexts.length, slots = new Uint32Array(count << slotBits).fill(1 << 31); // 22 bits of probability, 10 of how often it was seen
  let weights = new Float64Array(count * 256).fill(0.25), inputs = new Float64Array(count), places = new Uint32Array(count), hashes = new Uint32Array(count);
  let stretch = new Float64Array(4096), squash = new Float64Array(4096), steps = new Float64Array(32), out = new Uint8Array(size + 8);
  for (let i = 0; i < 4096; i++) {
    stretch[i] = Math.round(Math.log((i + 0.5) / (4095.5 - i)) * 256) / 256;
    squash[i] = Math.min(65535, Math.round(65536 / (1 + Math.exp((2047 - i) / 170))) + 1);
    if (i < 32) steps[i] = 1 / (i + 1.5);
  }
  for (let at = 8; at < size + 8; at++) {
    let partial = 1;
    for (let bit = 8; bit--; ) {
      // Half a byte's contexts lie beside each other, so that most look-ups find their memory near.
      let half = bit > 3, inner = half * partial || (partial & ((8 >> bit) - 1)) | (8 >> bit), sum = 0;
      for (let i = 0; i < count; i++) {
        if ((bit & 3) == 3) {
          let hash = (i + 1) * 31 + !half * partial * 999;
          for (let mask = contexts[i], back = at; mask; mask >>= 1) {
            back--;
            if (mask & 1) hash = Math.imul(hash ^ out[back], 0x2f0b4c47) + (hash >>> 13);
          }
          hashes[i] = (i << slotBits) + (Math.imul(hash, 0x9e3779b1) >>> (36 - slotBits)) * 16;
        }
        places[i] = hashes[i] + inner;
        sum += weights[partial * count + i] * (inputs[i] = stretch[slots[places[i]] >>> 20]);
      }
      let likely = squash[Math.max(0, Math.min(4095, Math.round(sum * 170 + 2047)))], set = next(likely), error = (set - likely / 65536) * 0.01;
      for (let i = 0; i < count; i++) {
        weights[partial * count + i] += inputs[i] * error;
        let slot = slots[places[i]], seen = slot & 1023, high = slot >>> 10;
        slots[places[i]] = ((high + (set * 4194303 - high) * steps[seen]) << 10) | Math.min(seen + 1, 14);
      }
      partial = partial * 2 + set;
    }
    out[at] = partial;
  }
  return out.slice(8);
}

// A decoder of raw LZMA1 streams, the format of Igor Pavlov's LZMA SDK (public domain). Deflate would need as much code and,
// for WebAssembly, a sixth more bytes; DecompressionStream cannot be waited for in a synchronous `extract`.

/** Bits of context from the byte before (lc), of the position for literals (lp) and for the rest (pb); the build packs with these. */
const literalContextBits = 3;
const positionBits = 1;

const probabilityHalf = 1024; // of 2048
const states = 12;
const positionStates = 1 << positionBits;
const matchMin = 2;

/** How long a match is: three ranges of lengths, each with a tree of its own. */
interface LengthModel {
  readonly choices: Uint16Array;
  readonly low: readonly Uint16Array[];
  readonly middle: readonly Uint16Array[];
  readonly high: Uint16Array;
}

/**
 * Decodes a raw LZMA1 stream (lc 3, lp 0, pb 1) without an end marker.
 * @param size bytes of the result
 */
export function decodeLzma(packed: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const output = new Uint8Array(size);
  let next = 5; // the first byte is 0, the other four fill `code`
  // In a typed array, since 32 unsigned bits in a captured variable would be allocated anew at every bit.
  const coder = Uint32Array.of(0xffffffff, new DataView(packed.buffer, packed.byteOffset).getUint32(1));

  function decodeBit(probabilities: Uint16Array, index: number): number {
    const probability = probabilities[index] as number;
    let range = coder[0] as number;
    let code = coder[1] as number;
    const bound = (range >>> 11) * probability;
    let bit = 0;
    if (code < bound) {
      range = bound;
      probabilities[index] = probability + ((2048 - probability) >> 5);
    } else {
      range -= bound;
      code -= bound;
      probabilities[index] = probability - (probability >> 5);
      bit = 1;
    }
    coder[0] = range;
    coder[1] = code;
    if (range < 0x1000000) normalize();
    return bit;
  }

  function normalize(): void {
    if ((coder[0] as number) >= 0x1000000) return;
    coder[0] = (coder[0] as number) << 8;
    coder[1] = ((coder[1] as number) << 8) | (packed[next++] as number);
  }

  function decodeTree(probabilities: Uint16Array, bits: number): number {
    let node = 1;
    for (let i = 0; i < bits; i++) node = (node << 1) | decodeBit(probabilities, node);
    return node - (1 << bits);
  }

  /** Lowest bit first. */
  function decodeReverse(probabilities: Uint16Array, base: number, bits: number): number {
    let node = 1;
    let value = 0;
    for (let i = 0; i < bits; i++) {
      const bit = decodeBit(probabilities, base + node);
      node = (node << 1) | bit;
      value |= bit << i;
    }
    return value;
  }

  /** Bits of even odds. */
  function decodeDirect(bits: number): number {
    let value = 0;
    for (let i = 0; i < bits; i++) {
      const range = (coder[0] as number) >>> 1;
      const code = coder[1] as number;
      const bit = code >= range ? 1 : 0;
      coder[0] = range;
      coder[1] = code - bit * range;
      value = value * 2 + bit;
      normalize();
    }
    return value;
  }

  function decodeLength(model: LengthModel, positionState: number): number {
    if (decodeBit(model.choices, 0) === 0) return matchMin + decodeTree(model.low[positionState] as Uint16Array, 3);
    if (decodeBit(model.choices, 1) === 0) return matchMin + 8 + decodeTree(model.middle[positionState] as Uint16Array, 3);
    return matchMin + 16 + decodeTree(model.high, 8);
  }

  function decodeDistance(length: number): number {
    const slot = decodeTree(slots[Math.min(length - matchMin, 3)] as Uint16Array, 6);
    if (slot < 4) return slot;
    const bits = (slot >> 1) - 1;
    const start = (2 | (slot & 1)) << bits;
    if (slot < 14) return start + decodeReverse(nearDistances, start - slot, bits);
    return start + decodeDirect(bits - 4) * 16 + decodeReverse(aligned, 0, 4);
  }

  function decodeLiteral(at: number, state: number, distance: number): number {
    const base = 0x300 * ((output[at - 1] ?? 0) >> (8 - literalContextBits));
    let symbol = 1;
    if (state >= 7) {
      // After a match the byte that would have continued it is context, as long as it agrees.
      let expected = output[at - distance - 1] as number;
      while (symbol < 0x100) {
        const bit = (expected >> 7) & 1;
        expected <<= 1;
        const found = decodeBit(literals, base + ((1 + bit) << 8) + symbol);
        symbol = (symbol << 1) | found;
        if (found !== bit) break;
      }
    }
    while (symbol < 0x100) symbol = (symbol << 1) | decodeBit(literals, base + symbol);
    return symbol & 0xff;
  }

  const literals = model(0x300 << literalContextBits);
  const isMatch = model(states * positionStates);
  const isRepeat = model(states);
  const isRepeat0 = model(states);
  const isRepeat0Long = model(states * positionStates);
  const isRepeat1 = model(states);
  const isRepeat2 = model(states);
  const slots = models(4, 64);
  const nearDistances = model(128);
  const aligned = model(16);
  const matchLengths = lengthModel();
  const repeatLengths = lengthModel();
  let state = 0;
  let [repeat0, repeat1, repeat2, repeat3] = [0, 0, 0, 0];

  for (let at = 0; at < size; ) {
    const positionState = at & (positionStates - 1);
    const context = state * positionStates + positionState;
    if (decodeBit(isMatch, context) === 0) {
      output[at] = decodeLiteral(at, state, repeat0);
      at++;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let length: number;
    if (decodeBit(isRepeat, state) === 0) {
      [repeat1, repeat2, repeat3] = [repeat0, repeat1, repeat2];
      length = decodeLength(matchLengths, positionState);
      repeat0 = decodeDistance(length);
      state = state < 7 ? 7 : 10;
    } else if (decodeBit(isRepeat0, state) === 0) {
      const long = decodeBit(isRepeat0Long, context) === 1;
      length = long ? decodeLength(repeatLengths, positionState) : 1;
      state = state < 7 ? (long ? 8 : 9) : 11;
    } else {
      let distance = repeat1;
      if (decodeBit(isRepeat1, state) === 1) {
        distance = repeat2;
        if (decodeBit(isRepeat2, state) === 1) {
          distance = repeat3;
          repeat3 = repeat2;
        }
        repeat2 = repeat1;
      }
      repeat1 = repeat0;
      repeat0 = distance;
      length = decodeLength(repeatLengths, positionState);
      state = state < 7 ? 8 : 11;
    }
    for (const end = Math.min(at + length, size); at < end; at++) output[at] = output[at - repeat0 - 1] as number;
  }
  return output;
}

function model(size: number): Uint16Array {
  return new Uint16Array(size).fill(probabilityHalf);
}

function models(count: number, size: number): Uint16Array[] {
  return Array.from({ length: count }, () => model(size));
}

function lengthModel(): LengthModel {
  return { choices: model(2), low: models(positionStates, 8), middle: models(positionStates, 8), high: model(256) };
}

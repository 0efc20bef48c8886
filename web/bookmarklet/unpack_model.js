import { predicted } from "./predictor.js";

/**
 * What `packTightly` packed (pack.mjs): an arithmetic coder's number, whose digits the predictor's probabilities tell.
 * @param {DataView} packed
 * @param {number} size bytes of the whole
 * @returns {ArrayBuffer}
 */
export function unpack(packed, size) {
  let low = 0, high = 0xffffffff, value = packed.getUint32(0), at = 4;
  return predicted(size, (likely) => {
    let middle = low + Math.floor((high - low) / 65536) * likely, set = +(value <= middle);
    if (set) high = middle;
    else low = middle + 1;
    for (; (low ^ high) >>> 24 == 0; low = low << 8 >>> 0, high = (high << 8 | 255) >>> 0) value = (value << 8 | packed.getUint8(at++)) >>> 0;
    return set;
  }).buffer;
}

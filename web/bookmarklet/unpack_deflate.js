/**
 * What deflate packed.
 * @param {DataView} packed
 * @param {number} size bytes of the whole; unused
 * @param {number} length bytes of the packed, which base 85 filled up
 * @returns {Promise<ArrayBuffer>}
 */
export function unpack(packed, size, length) {
  return new Response(new Blob([packed]).slice(0, length).stream().pipeThrough(new DecompressionStream("deflate-raw"))).arrayBuffer();
}

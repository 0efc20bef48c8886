/**
 * What `packTightly` packed (pack.mjs): behind the WebAssembly module that unpacks it (wasm/unpack), of UNPACKER bytes.
 * @param {DataView} packed
 * @param {number} size bytes of the whole
 * @returns {Promise<ArrayBuffer>}
 */
export async function unpack(packed, size) {
  let { instance } = await WebAssembly.instantiate(packed.buffer.slice(0, UNPACKER)), { memory, place, unpack } = instance.exports, at = place();
  new Uint8Array(memory.buffer).set(new Uint8Array(packed.buffer, UNPACKER), at);
  for (let done = 0; done < size; done += 64) unpack(64); // between calls the browser goes over to faster code
  return memory.buffer.slice(at += 65536, at + size);
}

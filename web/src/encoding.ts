/**
 * Decodes bytes in an encoding that the core leaves to its host.
 * @param encoding name of the WHATWG Encoding Standard
 * @returns the text, or `undefined` where this platform has no such decoder
 */
export function decodeText(bytes: Uint8Array, encoding: string): string | undefined {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(encoding);
  } catch {
    return undefined; // RangeError: Node without full ICU, or "replacement", which no platform decodes
  }
  return decoder.decode(bytes);
}

// Bytes as text that survives in a bookmark: 85 characters that neither browsers nor bookmark files change.

/** Printable ASCII without what a URL, an HTML attribute or a JavaScript string would change: " # % ' < > ? \ and `. */
export const alphabet = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i))
  .filter((character) => !"\"#%'<>?\\`".includes(character))
  .join("");

/** Four bytes become five characters; the end is filled up with zero bytes. */
export function encode85(bytes) {
  const view = new DataView(new ArrayBuffer(Math.ceil(bytes.length / 4) * 4));
  new Uint8Array(view.buffer).set(bytes);
  let text = "";
  for (let at = 0; at < view.byteLength; at += 4) {
    let word = view.getUint32(at);
    let group = "";
    for (let digit = 0; digit < 5; digit++) {
      group = alphabet[word % 85] + group;
      word = Math.floor(word / 85);
    }
    text += group;
  }
  return text;
}

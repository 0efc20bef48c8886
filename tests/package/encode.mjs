// Text in the encodings that TextEncoder does not write, found by asking TextDecoder what each byte sequence means.

const tables = new Map();

/** Encodes text in a WHATWG encoding of one or two bytes a character. */
export function encodeAs(encoding, text) {
  if (!tables.has(encoding)) tables.set(encoding, makeTable(encoding));
  const table = tables.get(encoding);
  return Buffer.concat(
    [...text].map((character) => {
      const bytes = table.get(character);
      if (bytes === undefined) throw new Error(`${encoding} has no ${character}`);
      return bytes;
    }),
  );
}

/** UTF-16 with its byte order mark. */
export function encodeUtf16(text, bigEndian) {
  const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
  return bigEndian ? bytes.swap16() : bytes;
}

function makeTable(encoding) {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const table = new Map();
  const learn = (...bytes) => {
    let character;
    try {
      character = decoder.decode(Uint8Array.from(bytes));
    } catch {
      return;
    }
    if ([...character].length === 1 && !table.has(character)) table.set(character, Buffer.from(bytes));
  };
  for (let first = 0; first < 256; first++) learn(first);
  for (let first = 0x81; first < 255; first++) for (let second = 0x40; second < 255; second++) learn(first, second);
  return table;
}

// Hostile bytes: text, character references, encodings, and input that is no page.

/** Bytes in an order that no page has, the same every time. */
export function noise(size, seed = 1) {
  const bytes = Buffer.alloc(size);
  let state = seed;
  for (let i = 0; i < size; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bytes[i] = state >>> 24;
  }
  return bytes;
}

/** Each class of what UTF-8 does not allow. */
export const kInvalidUtf8 = {
  "a continuation alone": [0x80],
  "a sequence of two cut short": [0xc3],
  "a sequence of three cut short": [0xe6, 0x97],
  "a sequence of four cut short": [0xf0, 0x9f, 0x98],
  "two bytes for ASCII": [0xc0, 0xaf],
  "three bytes for ASCII": [0xe0, 0x80, 0xaf],
  "four bytes for ASCII": [0xf0, 0x80, 0x80, 0xaf],
  "a high surrogate": [0xed, 0xa0, 0x80],
  "a low surrogate": [0xed, 0xb0, 0x80],
  "a pair of surrogates": [0xed, 0xa0, 0x80, 0xed, 0xb0, 0x80],
  "beyond the last character": [0xf4, 0x90, 0x80, 0x80],
  "five bytes": [0xf8, 0x88, 0x80, 0x80, 0x80],
  "bytes that never occur": [0xfe, 0xff],
};

function utf16(text, { bigEndian = false, mark = true } = {}) {
  const bytes = Buffer.from((mark ? "\uFEFF" : "") + text, "utf16le");
  return bigEndian ? bytes.swap16() : bytes;
}

const fill = (piece, size) => Buffer.alloc(Math.max(1, size), piece);

export function kByteShapes({ shape, repeated, within, before, after }) {
  const text = (name, piece) => shape(name, (size) => within(`<p>${repeated(piece, size)}</p>`));
  const bytes = (name, piece) => shape(name, (size) => Buffer.concat([Buffer.from(`${before}<p>`), fill(Buffer.from(piece), size), Buffer.from(`</p>${after}`)]));
  const plain = (name, piece) => shape(name, (size) => repeated(piece, size), { plain: true });
  return [
    text("giant text", "words of one paragraph, "),
    text("giant word", "w"),
    text("giant word of marks", "e\u0301\u0302"),
    text("giant text of an unspaced script", "鳥が戻った。"),
    text("giant text of a right-to-left script", "عادت النوارس "),
    text("giant text of emoji", "👩‍👩‍👧🏽🇩🇪"),
    text("giant text of spaces", " \t\n"),
    text("giant text of spaces that do not break", "\u00A0\u200B\u2003"),
    text("giant text of controls", "\u0001\u0008\u000B\u007F\u0085"),
    text("giant text of directions", "\u202E\u2066a\u2069\u202C"),
    text("giant text of ampersands", "&"),
    text("giant text of less-than signs", "<"),
    text("giant text of open tags", "<3 "),
    text("references of the longest name", "&CounterClockwiseContourIntegral;"),
    text("references without an end", "&CounterClockwiseContourIntegra "),
    text("references that are unknown", "&xyzzy;"),
    text("references of lt", "&lt;"),
    text("references of huge numbers", "&#4294967361;"),
    text("references of surrogates", "&#xD800;&#xDFFF;"),
    text("references of controls", "&#0;&#13;&#128;"),
    text("one reference of a giant number", (n) => (n === 0 ? "&#" : "9999")),
    text("carriage returns", "a\r\nb\r"),
    text("NULs", "a\0"),
    text("NULs alone", "\0"),
    shape("NULs everywhere", (size) => fill(Buffer.from("\0<\0p\0>\0a"), size)),
    ...Object.entries(kInvalidUtf8).map(([name, piece]) => bytes(`invalid UTF-8: ${name}`, piece)),
    bytes("bytes of windows-1252", [0x93, 0x61, 0xe9, 0x20, 0x94]),
    shape("lone surrogates in a string", (size) => Buffer.from(within(`<p>${"\uD800a\uDC00".repeat(size / 7)}</p>`), "utf8")),
    shape("UTF-16, little, marked", (size) => utf16(within(`<p>${"words ä 鳥 ".repeat(size / 20)}</p>`))),
    shape("UTF-16, big, marked", (size) => utf16(within(`<p>${"words ä 鳥 ".repeat(size / 20)}</p>`), { bigEndian: true })),
    shape("UTF-16, little, unmarked", (size) => utf16(within(`<p>${"words ä 鳥 ".repeat(size / 20)}</p>`), { mark: false })),
    shape("UTF-16, by its label", (size) => utf16(within(`<p>${"words ".repeat(size / 12)}</p>`), { mark: false }), { charset: "utf-16le" }),
    shape("UTF-16 of lone surrogates", (size) => Buffer.concat([Buffer.from([0xff, 0xfe]), fill(Buffer.from([0x00, 0xd8, 0x41, 0x00]), size), Buffer.from([0x00])])),
    shape("a charset that lies", (size) => Buffer.from(`<meta charset=utf-16>${before}${"ä".repeat(size / 2)}${after}`)),
    shape("many charsets", (size) => `${repeated("<meta charset=x-nothing>", size)}${before}${after}`),
    shape("nothing", () => ""),
    shape("one byte", () => "<"),
    shape("white space", (size) => " \n".repeat(size / 2)),
    shape("noise", (size) => noise(size)),
    shape("noise behind a page", (size) => Buffer.concat([Buffer.from(before), noise(size, 7)])),
    shape("noise of ASCII", (size) => noise(size, 3).map((byte) => byte & 0x7f)),
    shape("noise of tags", (size) => noise(size, 5).map((byte) => Buffer.from("<>/=\"' abpi!-&;tdr\n")[byte % 19])),
    shape("zeros", (size) => Buffer.alloc(size)),
    shape("an image", (size) => Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), noise(size, 9)])),
    shape("a comment without end", (size) => `${before}<!--${"-- ".repeat(size / 3)}`),
    shape("a script without end", (size) => `${before}<script>${"<!-- <script> ".repeat(size / 14)}`),
    shape("a title without end", (size) => `<title>${"</titl ".repeat(size / 7)}`),
    shape("a value without end", (size) => `${before}<a href="${"x=' ".repeat(size / 4)}`),
    shape("a declaration without end", (size) => `${before}<!${"x ".repeat(size / 2)}`),
    shape("CDATA without end", (size) => `${before}<svg><![CDATA[${"]] ".repeat(size / 3)}`),
    plain("plain text of lines", "a line of words, more or less\n"),
    plain("plain text of empty lines", "\n"),
    plain("plain text of one line", "words "),
    plain("plain text of short lines", (n) => `${n}\n`),
    plain("plain text of a list", "- item\n* item\n1. item\n"),
    plain("plain text of an underline", "Heading\n=====\n| a | b |\n"),
    shape("plain noise", (size) => noise(size, 11), { plain: true }),
  ];
}

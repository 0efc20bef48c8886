// Attacks that need a page of their own: in its metadata, in its bytes.

const texts = [
  `<img src=x onerror={js}>`, `</title><script>{js}</script>`, `&lt;img src=x onerror={js}&gt;`, `"><script>{js}</script>`, `' onmouseover={js} x='`, `[x](javascript:{js})`, `![x]({url})`, "`<img src=x onerror={js}>`", `x\n---\n<img src=x onerror={js}>`, `x\u2028---\u2028- !!js/function "{js}"`, `# <script>{js}</script>`,
  `\u202e<img src=x onerror={js}>`, `{{constructor.constructor('{js}')()}}`, `<!--`, `]]><script>{js}</script>`,
];
const addresses = [
  `javascript:{js}`, ` java\tscript:{js}`, `JAVASCRIPT:{js}`, `\u0001javascript:{js}`, `data:text/html,<script>{js}</script>`, `vbscript:{js}`, `blob:https://x.example/1`, `https://x.example/"><script>{js}</script>`, `data:image/svg+xml,<svg onload="{js}"/>`, `file:///etc/passwd`, `x](javascript:{js})`,
];

const attribute = (text) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
const inJson = (text) => JSON.stringify(text).replaceAll("<", "\\u003c");

const textFields = [
  (text) => `<title>${text}</title>`,
  (text) => `<meta property="og:title" content="${attribute(text)}"><meta name="twitter:title" content="${attribute(text)}">`,
  (text) => `<meta name="author" content="${attribute(text)}"><meta property="article:author" content="${attribute(text)}">`,
  (text) => `<meta property="og:site_name" content="${attribute(text)}"><meta name="application-name" content="${attribute(text)}">`,
  (text) => `<meta name="description" content="${attribute(text)}"><meta property="og:description" content="${attribute(text)}">`,
  (text) => `<meta property="article:section" content="${attribute(text)}"><meta property="article:tag" content="${attribute(text)}"><meta name="keywords" content="${attribute(text)}">`,
  (text) => `<meta property="article:published_time" content="2026-01-02 ${attribute(text)}"><meta name="date" content="${attribute(text)}">`,
  (text) => `<meta http-equiv="content-language" content="${attribute(text)}"><meta property="og:locale" content="${attribute(text)}">`,
  (text) => `<script type="application/ld+json">{"@type":"NewsArticle","headline":${inJson(text)},"author":{"name":${inJson(text)}},"publisher":{"name":${inJson(text)}},"license":${inJson(text)},"__proto__":{"x":${inJson(text)}},"inLanguage":${inJson(text)},"articleSection":${inJson(text)},"keywords":${inJson(text)}}</script>`,
];
const addressFields = [
  (address) => `<link rel="canonical" href="${attribute(address)}">`,
  (address) => `<meta property="og:url" content="${attribute(address)}">`,
  (address) => `<meta property="og:image" content="${attribute(address)}"><meta name="twitter:image" content="${attribute(address)}">`,
  (address) => `<link rel="icon" href="${attribute(address)}"><link rel="shortcut icon" href="${attribute(address)}">`,
  (address) => `<link rel="license" href="${attribute(address)}"><meta name="dc.rights" content="${attribute(address)}">`,
  (address) => `<base href="${attribute(address)}">`,
  (address) => `<script type="application/ld+json">{"@type":"Article","url":${inJson(address)},"image":${inJson(address)},"mainEntityOfPage":${inJson(address)},"license":${inJson(address)}}</script>`,
];

/** In the root element and in the article's own head. */
const shells = texts.flatMap((text) => [
  { kind: "metadata", root: `lang="${attribute(text)}" dir="${attribute(text)}"`, markup: "x" },
  { kind: "metadata", heading: attribute(text).replaceAll("<", "&lt;"), markup: `<p class="byline" rel="author">By ${attribute(text).replaceAll("<", "&lt;")}</p>` },
]);

const latin = (text) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf16 = (text, littleEndian) => {
  const bytes = new DataView(new ArrayBuffer(text.length * 2));
  for (let at = 0; at < text.length; at++) bytes.setUint16(at * 2, text.charCodeAt(at), littleEndian);
  return new Uint8Array(bytes.buffer);
};
const concat = (...parts) => Uint8Array.from(parts.flatMap((part) => [...part]));

/** A page whose bytes mean another thing in another encoding. `encode` gets the page with the vector in it. */
const encodings = [ // `refused`: what the host does not decode is an error
  { refused: true, charset: "utf-7", markup: `+ADw-script+AD4-{js}+ADw-/script+AD4-`, encode: latin },
  { markup: `<meta charset="utf-7">+ADw-img src+AD0-x onerror+AD0-{js}+AD4-`, encode: latin },
  { charset: "iso-2022-jp", markup: `\x1b$B<script>{js}</script>\x1b(B`, encode: latin },
  { charset: "iso-2022-jp", markup: `<a title="\x1b$B" onmouseover={js} x="\x1b(B">x</a>`, encode: latin },
  { charset: "iso-2022-jp", markup: `\x1b(J<img alt="\\" src=x onerror={js}>\x1b(B`, encode: latin },
  { refused: true, charset: "iso-2022-kr", markup: `\x0e<script>{js}</script>\x0f`, encode: latin },
  { refused: true, charset: "hz-gb-2312", markup: `~{<script>{js}</script>~}`, encode: latin },
  { charset: "gbk", markup: `<img alt="\x81" src=x onerror={js} x="">`, encode: latin },
  { charset: "shift_jis", markup: `<img alt="\x83" src=x onerror={js} x="">`, encode: latin },
  { charset: "shift_jis", markup: `\x83<script>{js}</script>`, encode: latin },
  { charset: "big5", markup: `<a href="\xa5\x5c" onclick={js}>x</a>`, encode: latin },
  { charset: "euc-jp", markup: `<img alt="\x8f\xa1" onerror={js} src=x>`, encode: latin },
  { refused: true, charset: "x-user-defined", markup: `\xbcscript\xbe{js}\xbc/script\xbe`, encode: latin },
  { charset: "us-ascii", markup: `\xbcscript\xbe{js}\xbc/script\xbe`, encode: latin },
  { charset: "utf-8", markup: `\xc0\xbcscript\xc0\xbe{js}\xc0\xbc/script\xc0\xbe`, encode: latin },
  { charset: "utf-8", markup: `\xe0\x80\xbcscript\xf8\x80\x80\x80\xbe{js}`, encode: latin },
  { charset: "utf-8", markup: `<img alt="\xe2" src=x onerror={js} x="">`, encode: latin },
  { charset: "utf-8", markup: `\xed\xa0\x80<img src=x onerror={js}>\xed\xb0\x80`, encode: latin },
  { markup: `<script>{js}</script>`, encode: (page) => concat([0xff, 0xfe], utf16(page, true)) },
  { markup: `<img src=x onerror={js}>`, encode: (page) => concat([0xfe, 0xff], utf16(page, false)) },
  { charset: "utf-16le", markup: `<a href="javascript:{js}">x</a>\ud800<script>{js}</script>`, encode: (page) => utf16(page, true) },
  { markup: `<meta charset="utf-16"><script>{js}</script>`, encode: latin },
  { markup: `\u6900\u6d00\u6700`, encode: (page) => concat([0xff, 0xfe], utf16(page, true)) },
  { markup: `<s\u0000cript>{js}</s\u0000cript><\u0000img src=x onerror={js}><img \u0000src=x on\u0000error={js}><!\u0000--<img src=x onerror={js}>`, encode: latin },
].map((vector) => ({ kind: "bytes", ...vector }));

export const pageVectors = [
  ...textFields.flatMap((field) => texts.map((text) => ({ kind: "metadata", head: field(text), markup: "x" }))),
  ...addressFields.flatMap((field) => addresses.map((address) => ({ kind: "metadata", head: field(address), markup: `<a href="y">x</a>` }))),
  ...shells,
  ...encodings,
];

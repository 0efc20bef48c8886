// Hostile pages, each made to a size: the one source for the time and memory test, the seeds of the fuzz targets and whoever wants one.
//
// A shape has a name, `make(size)`, which gives a page of about that many bytes, and the options it is extracted with. What is
// nested, repeated or left open stands within an article, so that every stage has to deal with it.

import { kElements } from "./elements.mjs";
import { kByteShapes } from "./byte_shapes.mjs";

const kProse = "The gulls returned to the pier on Monday, and nobody who lives there had fed them, or so they all said. ".repeat(3);
const kBefore = `<!DOCTYPE html><html lang=en><head><title>Gulls are back</title></head><body><article><h1>Gulls are back</h1><p>${kProse}</p>`;
const kAfter = `<p>${kProse}</p></article></body></html>`;

const within = (inner) => kBefore + inner + kAfter;

/** Pieces until there are `size` bytes; a function gives each its number. */
function repeated(piece, size) {
  if (typeof piece === "string") return piece.repeat(Math.max(1, Math.floor(size / piece.length)));
  const pieces = [];
  for (let number = 0, length = 0; length < size; number++) {
    pieces.push(piece(number));
    length += pieces[number].length;
  }
  return pieces.join("");
}

const shape = (name, make, options = {}) => ({ name, make, options });
/** The same piece again and again. */
const many = (name, piece, { before = "", after = "", ...options } = {}) => shape(name, (size) => within(before + repeated(piece, size) + after), options);
/** Opened as often as it fits with what closes it, and then closed. */
const nested = (name, open, close, inner = "deep") => shape(name, (size) => {
  const times = Math.max(1, Math.floor(size / (open.length + close.length)));
  return within(open.repeat(times) + inner + close.repeat(times));
});

const attributes = (count) => Array.from({ length: count }, (_, number) => ` a${number}=1`).join("");
const json = (body) => `<script type="application/ld+json">${body}</script>`;

const kNests = kElements.map((name) => ({ ...shape(`nest ${name}`, (size) => within(`${repeated(`<${name}>`, size)}deep`)), unit: name.length + 2 }));

const kStructures = [
  ...["div", "span", "b", "blockquote", "section", "font", "ruby", "details"].map((name) => nested(`nest and close ${name}`, `<${name}>`, `</${name}>`)),
  nested("nest and close list", "<ul><li>", "</li></ul>"),
  nested("nest and close list with text", "<ul><li>item", "</li></ul>"),
  nested("nest and close table", "<table><tr><td>", "</td></tr></table>"),
  nested("nest and close table with text", "<table><tr><td>cell", "</td></tr></table>"),
  nested("nest and close svg", "<svg><foreignObject>", "</foreignObject></svg>"),
  nested("nest and close math", "<math><mrow>", "</mrow></math>"),
  nested("nest and close quote with text", "<blockquote><p>said", "</p></blockquote>"),
  nested("nest and close template", "<template>", "</template>"),
  nested("nest and close mXSS", "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=x&gt;'>", ""),
  nested("nest and close svg style", "<svg><style><p title='</style>'>", "</p></style></svg>"),
  many("formatting left open", (n) => `<p><b class=c${n}>word `),
  many("formatting left open, one block each", (n) => `<div><i id=${n}><a href=/${n}><font size=${n % 7}>text</div>`),
  many("links left open", (n) => `<a href=/${n}>link `),
  many("nobr left open", "<nobr>word "),
  many("adoption agency", "<b><p>one</b>two</p>"),
  many("adoption agency across kinds", "<a href=/><div><b><i></a>text</div></b>"),
  many("adoption agency, deep", "<b><i><u><s><div></b></i></u></s>text"),
  many("blocks that their formatting does not close", "<b><div></b>text"),
  many("blocks that their form does not close", "<form><div></form>text"),
  many("blocks that a span does not close", "<span><div></span>text"),
  many("blocks that a cell keeps open", "<div><table><td></div>text"),
  many("blocks that an object keeps open", "<div><object></div>text"),
  many("blocks that a select keeps open", "<div><select></div><input>"),
  many("a select that ended before", "<select><input><div></select>text"),
  many("custom elements that others end", (n) => `<x-a${n}></x-b${n}>text`),
  many("links in objects", "<a href=/><object>text"),
  many("blocks behind much formatting", "<p>text", { before: Array.from({ length: 60 }, (_, n) => `<b id=f${n}>`).join("") }),
  many("text fostered out of a table", "<b>text<tr>", { before: "<table>" }),
  many("tables within tables", "<table><tr><td>a<table><a href=/>b"),
  many("cells without rows", "<table><td>a</table>"),
  many("select within select", "<select><option>a<select><table>"),
  many("options", "<option>a", { before: "<select>" }),
  many("forms", "<form><input><form>"),
  many("buttons", "<button>a<button>"),
  many("headings within headings", "<h1>a<h2>b"),
  many("end tags that close nothing", "</div></p></span></br></b></li></table>"),
  many("end tags of one kind below a deep nest", "</p>", { before: "<div>".repeat(390) }),
  many("end tags of formatting below a deep nest", "</b>", { before: "<b>".repeat(40) + "<div>".repeat(340) }),
  many("list items below a deep nest", "<li>a", { before: "<span>".repeat(390) }),
  many("text below a deep nest", "a<br>", { before: "<span>".repeat(390) }),
  many("blocks below a deep nest", "<p>Some text here.</p>", { before: "<div>".repeat(390) }),
  many("definitions without a list", "<dd>a<dt>b"),
  many("framesets", "<frameset><frame src=/a>", {}),
  shape("a page of frames", (size) => `<frameset>${repeated("<frameset cols=1><frame src=/a></frameset>", size)}`),
  many("bodies and heads", "<html a=1><head><body b=2><title>x</title>"),
  many("templates in tables", "<template><tr><td>x</template><table>"),
  many("foreign content that HTML ends", "<svg><p>a<math><mi><b>b"),
  many("raw text in select", '<a "', { before: "<select><xmp>" }),
  many("script within foreign content", "<svg><script>a<b</script></svg>"),
  many("textarea left open", "<p>a</p>", { before: "<textarea>" }),
  many("plaintext", "<p>a</p><!-- b -->", { before: "<plaintext>" }),
];

const kAttributes = [
  shape("a million attributes in one tag", (size) => within(`<p${repeated((n) => ` a${n}`, size)}>text`)),
  shape("one attribute a million times", (size) => within(`<p${" a=1".repeat(size / 4)}>text`)),
  shape("attributes in a tag without end", (size) => kBefore + '<a "'.repeat(size / 4)),
  shape("attributes in an end tag", (size) => within(`<p>a</p${repeated((n) => ` a${n}`, size)}>text`)),
  shape("attributes behind a NUL", (size) => within(`<p \0${repeated((n) => ` a${n}`, size)}>text`)),
  many("tags with many attributes", `<p${attributes(200)}>text</p>`),
  many("tags with few attributes", "<p a=1 b=2 c=3 d=4 e=5>text</p>"),
  many("images with many attributes", `<img src=/a.png alt=a${attributes(100)}>`),
  shape("giant value", (size) => within(`<p title="${"v".repeat(size)}">text</p>`)),
  shape("giant address of a link", (size) => within(`<p>See <a href="/${"v".repeat(size)}">the list</a> of gulls.</p>`)),
  shape("giant address of dots", (size) => within(`<p>See <a href="/${"a/../".repeat(size / 5)}">the list</a> of gulls.</p>`)),
  shape("giant address of an image", (size) => within(`<p>See</p><img src="https://a.example/${"%F0/ä".repeat(size / 6)}" alt=gull>`)),
  shape("giant host", (size) => within(`<p>See <a href="http://${"xn--a.ä.".repeat(size / 9)}/">the list</a></p>`)),
  shape("giant data image", (size) => within(`<img src="data:image/png;base64,${"iVBO".repeat(size / 4)}" alt=gull>`)),
  shape("giant srcset of many images", (size) => within(`<picture><source srcset="${repeated((n) => `/a${n}.png ${n}w, `, size / 2)}">${"<img src=/b.png>".repeat(size / 32)}</picture>`)),
  shape("giant srcset", (size) => within(`<img srcset="${repeated((n) => `/a${n}.png ${n}w, `, size)}" src=/b.png>`)),
  shape("giant list of classes", (size) => within(`<p class="${repeated((n) => `c${n} `, size)}">text</p>`)),
  shape("giant class around many blocks", (size) => within(`<div class="${"c".repeat(size / 2)}">${"<p>a".repeat(size / 8)}</div>`)),
  shape("giant style", (size) => within(`<p style="${"color:red;".repeat(size / 10)}">text</p>`)),
  shape("giant alt", (size) => within(`<img src=/a.png alt="${"gull ".repeat(size / 5)}">`)),
  shape("giant meta", (size) => `<meta name=description content="${"gull ".repeat(size / 5)}"><meta name=author content="${"By Ann and ".repeat(size / 20)}">${kBefore}${kAfter}`),
  shape("giant title", (size) => `<title>${"Gulls - ".repeat(size / 8)}</title>${kBefore}${kAfter}`),
  shape("many metas", (size) => `${repeated((n) => `<meta property="article:tag" content="t${n}"><meta name=author content="Ann B${n}">`, size)}${kBefore}${kAfter}`),
  shape("giant base of many stories", (size) => `<base href="https://pier.example/${"v".repeat(size / 2)}/">${kBefore}${kAfter}${repeated((n) => `<article><h1><a href=g${n}>Gulls ${n}</a></h1><p>${kProse}${kProse}</p></article>`, size / 2)}`),
  shape("many bases", (size) => `${repeated((n) => `<base href=/${n}/>`, size)}${kBefore}${kAfter}`),
  shape("giant language", (size) => `<html lang="${"en-".repeat(size / 3)}">${kBefore}${kAfter}`),
  shape("giant byline", (size) => within(`<p class=byline>By ${repeated((n) => `Ann Bee${n}, `, size)}</p>`)),
  shape("giant date", (size) => within(`<time datetime="${"2024-01-".repeat(size / 8)}">${"1 May ".repeat(size / 16)}</time>`)),
];

const kSiblings = [
  ...["div", "p", "span", "li", "td", "tr", "br", "hr", "img src=/a.png", "a href=/", "h2", "dt", "option", "b", "svg", "math", "input", "wbr"].map((tag) => many(`siblings ${tag}`, `<${tag}>`)),
  many("paragraphs of text", "<p>Some words of text, more or less.</p>"),
  many("paragraphs that differ", (n) => `<p>Some ${n} words of text ${n * 7919}, more or less.</p>`),
  many("blocks that are equal", "<div class=card><h3>Title</h3><p>Words of a card that comes again.</p><a href=/x>More</a></div>"),
  many("lines parted by br", "a line of words<br>"),
  many("empty lines parted by br", "<br><br>a"),
  many("br in pre", "x<br>", { before: "<pre>", after: "</pre>" }),
  many("headings", (n) => `<h2 id=h${n}>Heading ${n}</h2><p>Words below a heading.</p>`),
  many("headings alone", (n) => `<h3>Heading ${n}</h3>`),
  many("a huge list", (n) => `<li>item ${n} of the list`, { before: "<ul>" }),
  many("a huge list of links", (n) => `<li><a href=/${n}>item ${n}</a>`, { before: "<ul>" }),
  many("a huge check list", (n) => `<li><input type=checkbox checked> item ${n}`, { before: "<ul>" }),
  many("lists within items", (n) => `<li>item<ul><li>inner ${n}</ul>`, { before: "<ol>" }),
  many("a huge definition list", (n) => `<dt>term ${n}<dd>what it means`, { before: "<dl>" }),
  many("a huge table", (n) => `<tr><td>${n}<td>b<td>c`, { before: "<table>" }),
  many("a huge row", "<td>cell", { before: "<table><tr>" }),
  many("a huge header row", "<th>cell", { before: "<table><tr>" }),
  many("a huge row of paragraphs", "<td><p>cell</p>", { before: "<table><tr>" }),
  many("spans of cells", "<tr><td rowspan=9999 colspan=1000>a<td>b", { before: "<table>" }), // of more digits, spans are dropped
  many("spans of rows", "<tr><td rowspan=9999>a", { before: "<table>" }),
  shape("rows below spans", (size) => within(`<table><caption>c</caption><tr>${"<td colspan=50 rowspan=50>ab".repeat(size / 30)}${"<tr><td>ab".repeat(50)}</table>`)),
  many("tables of spans", "<table><tr><td colspan=50>ab<td colspan=50>ab"),
  many("many small tables", "<table><tr><th>a<th>b<tr><td>1<td>2</table>"),
  many("captions", "<table><caption>words</caption><tr><td>1</table>"),
  many("figures", (n) => `<figure><img src=/i${n}.png alt=a><figcaption>A gull on pier ${n}</figcaption></figure>`),
  many("images that are equal", "<img src=/a.png alt=gull>"),
  many("code blocks", (n) => `<pre><code class=language-c>int a${n} = ${n};</code></pre>`),
  many("code spans", "<code>a`b</code> "),
  many("a giant code block", "<span class=k>int</span> a;\n", { before: "<pre><code>", after: "</code></pre>" }),
  many("code with a gutter", (n) => `<tr><td class=line-number>${n}<td class=code>int a;`, { before: "<table class=highlight>" }),
  many("formulas", (n) => `<math><mrow><mi>x</mi><mo>=</mo><mfrac><mn>${n}</mn><mn>2</mn></mfrac></mrow></math> and `),
  many("one giant formula", "<mrow><mi>x</mi><mo>+</mo></mrow>", { before: "<math>", after: "</math>" }),
  many("TeX formulas", (n) => `<script type="math/tex">x_${n}</script> and `),
  many("KaTeX formulas", (n) => `<span class=katex><span class=katex-mathml><math><semantics><mi>x</mi><annotation encoding="application/x-tex">x_${n}</annotation></semantics></math></span></span> `),
  nested("nested formulas", "<msup><mrow><mi>x</mi>", "</mrow><mn>2</mn></msup>"),
  many("footnotes", (n) => `<p>Words<a href=#f${n} id=r${n}>${n}</a></p><p id=f${n}>Note ${n} <a href=#r${n}>back</a></p>`),
  shape("footnotes at the end", (size) => within(
    `<p>${repeated((n) => `w<sup><a href=#f${n} id=r${n}>${n}</a></sup> `, size / 2)}</p><ol class=footnotes>${repeated((n) => `<li id=f${n}>Note ${n} <a href=#r${n}>^</a>`, size / 2)}</ol>`)),
  many("links to one place", "<a href=#x>here</a> ", { before: "<p id=x>There.</p>" }),
  shape("links to a place that was left out", (size) => within(`<p>${"words of <a href=#x>a</a> gull ".repeat(size / 60)}</p><nav class=share id=x><a href=/>${"Share ".repeat(size / 12)}</a></nav>`)),
  many("ids that are equal", "<p id=x>There.</p><a href=#x>here</a> "),
  many("sidenotes", (n) => `word<label for=s${n}></label><input type=checkbox id=s${n} class=margin-toggle><span class=sidenote>Note ${n}</span> `),
  many("posts of a thread", (n) => `<div class=comment id=c${n}><a class=author href=/u>ann</a><div class=comment-body><p>Words of post ${n}, some of them.</p></div></div>`),
  nested("posts within posts", "<div class=comment><p>Words of a post</p>", "</div>"),
  many("callouts", "<div class='admonition note'><p class=admonition-title>Note</p><p>Words of a note.</p></div>"),
  many("frames and videos", (n) => `<iframe src="https://www.youtube.com/embed/a${n}"></iframe><video src=/v${n}.mp4></video>`),
  many("ruby", "<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>"),
  many("languages that change", (n) => `<p lang=${n % 2 ? "de" : "fr"}>mots</p>`),
  many("quotations", "<blockquote><p>Words that were said.</p></blockquote>"),
  many("hidden blocks", "<div hidden><p>Words</p></div><div style='display:none'>x</div>"),
  many("dates", "<p>Published 1 May 2024, updated 2024-05-02T10:00:00Z</p>"),
  many("bylines", "<p class=byline>By Ann Bee and Cid Dee</p>"),
  many("links to menus", "<nav><ul><li><a href=/a>Home</a><li><a href=/b>News</a></ul></nav>"),
  many("promotion", "<p>Subscribe to our newsletter. Read more: Gulls. Share this article.</p>"),
  many("custom elements", (n) => `<x-card${n % 50}>words</x-card${n % 50}>`),
  many("comments", "a<!-- b -->"),
  many("declarations", "a<!b><?c?>"),
  many("scripts", "<script>var a;</script>"),
  many("markdown that is to be escaped", "*_`[]()#+-.!|\\&lt;&amp;~$ "),
  many("emphasis", "<em>a</em><strong>b</strong>"),
];

const kJson = [
  shape("deep JSON-LD", (size) => json('{"a":['.repeat(size / 6)) + kBefore + kAfter),
  shape("deep JSON-LD, closed", (size) => json("[".repeat(size / 2) + "]".repeat(size / 2)) + kBefore + kAfter),
  shape("giant JSON-LD", (size) => json(`{"@type":"NewsArticle","headline":"Gulls","articleBody":"${"words ".repeat(size / 6)}"}`) + kBefore + kAfter),
  shape("giant JSON-LD of many members", (size) => json(`{"@type":"NewsArticle",${repeated((n) => `"k${n}":${n},`, size)}"headline":"Gulls"}`) + kBefore + kAfter),
  shape("giant JSON-LD of many articles", (size) => json(`[${repeated((n) => `{"@type":"NewsArticle","headline":"Gulls ${n}","author":"Ann"},`, size)}{}]`) + kBefore + kAfter),
  shape("giant JSON-LD of many authors", (size) => json(`{"@type":"Article","author":[${repeated((n) => `{"name":"Ann B${n}"},`, size)}{}]}`) + kBefore + kAfter),
  shape("giant JSON-LD of references", (size) => json(`{"@graph":[${repeated((n) => `{"@id":"#${n}","@type":"Person","author":{"@id":"#${n + 1}"}},`, size)}{}]}`) + kBefore + kAfter),
  shape("giant JSON-LD of escapes", (size) => json(`{"headline":"${"\\ud800\\u0000\\n".repeat(size / 14)}"}`) + kBefore + kAfter),
  shape("giant JSON number", (size) => json(`{"a":${"9".repeat(size)}e${"9".repeat(9)}}`) + kBefore + kAfter),
  shape("many JSON-LD scripts", (size) => repeated((n) => json(`{"@type":"NewsArticle","headline":"Gulls ${n}"}`), size) + kBefore + kAfter),
  shape("JSON-LD scripts that are broken", (size) => repeated(json('{"@type":'), size) + kBefore + kAfter),
  shape("HTML within JSON-LD", (size) => json(`{"headline":"${"&lt;b&gt;&amp;amp;".repeat(size / 17)}"}`) + kBefore + kAfter),
];

/** Every shape there is. */
export const kShapes = [...kNests, ...kStructures, ...kAttributes, ...kSiblings, ...kJson, ...kByteShapes({ shape, repeated, within, before: kBefore, after: kAfter })];

/** A shape's page as bytes; what is text is UTF-8. */
export function pageOf({ make }, size) {
  const page = make(size);
  return typeof page === "string" ? Buffer.from(page, "utf8") : page;
}

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { doms, pageWith, paragraphs } from "./documents.mjs";
import { installPackage, testPages } from "./installed.mjs";

let installed;
let Readability;
let isProbablyReaderable;

before(async () => {
  installed = await installPackage();
  ({ Readability, isProbablyReaderable } = await installed.load("pith/readability"));
});
after(() => installed?.remove());

/** A page of a title and a body; linkedom needs all tags. */
const bare = (title, body) => `<!DOCTYPE html><html><head><title>${title}</title></head><body>${body}</body></html>`;
const jsonLd = (data) => `<script type="application/ld+json">${JSON.stringify({ "@context": "https://schema.org", ...data })}</script>`;

for (const [name, open] of Object.entries(doms)) {
  const parse = (html, options) => new Readability(open(html), options).parse();

  describe(`Readability over ${name}`, () => {
    test("gives all fields of an article, in Readability's order", () => {
      const head = `<meta name="author" content="Ada Brock"><meta property="og:site_name" content="The Pier">
        <meta property="og:description" content="Four hundred birds &amp;amp; one book."><meta property="article:published_time" content="2031-05-05">`;
      const article = parse(pageWith({ head, attributes: ' dir="ltr"' }));
      assert.deepEqual(Object.keys(article), ["title", "byline", "dir", "lang", "content", "textContent", "length", "excerpt", "siteName", "publishedTime"]);
      const { content, textContent, ...facts } = article;
      assert.deepEqual(facts, {
        title: "Gulls return to the old pier of Wexcombe",
        byline: "Ada Brock",
        dir: "ltr",
        lang: "en",
        length: textContent.length,
        excerpt: "Four hundred birds & one book.",
        siteName: "The Pier",
        publishedTime: "2031-05-05",
      });
      assert.match(content, /^<div (id="readability-page-1" class="page"|class="page" id="readability-page-1")><p>The gulls returned to the pier/);
      assert.match(content, /a whistle each\.<\/p>\s*<\/div>$/);
      assert.match(textContent, /^\s*The gulls returned .* in rows\.\n\s*Nobody had fed them/s);
      assert.doesNotMatch(textContent, /Tides|rights reserved/);
    });

    test("keeps the headline where the title does not say it", () => {
      const told = (head, heading = "The lost boat of Wexcombe") => parse(`<!DOCTYPE html><html><head>${head}</head><body><article><h1>${heading}</h1>${paragraphs}</article></body></html>`);
      for (const head of ["", '<meta property="og:title" content="Wexcombe Gazette"><title>Wexcombe Gazette</title>']) {
        const { title, content } = told(head, "The lost boat"); // too short for Readability to take it for the title
        assert.equal(title, head && "Wexcombe Gazette");
        assert.match(content, /<h[12]>The lost boat<\/h[12]>\s*<p>The gulls/, title);
      }
      assert.doesNotMatch(told("<title>The lost boat of Wexcombe</title>").content, /lost boat/);
      assert.doesNotMatch(told("<title>The lost boat of Wexcombe: a story | Gazette</title>").content, /lost boat/);
    });

    test("says null for what the page does not state, and takes the excerpt from the first paragraph", () => {
      const { byline, dir, siteName, publishedTime, excerpt } = parse(pageWith());
      assert.deepEqual({ byline, dir, siteName, publishedTime }, { byline: null, dir: null, siteName: null, publishedTime: null });
      assert.match(excerpt, /^The gulls returned to the pier on Monday morning, .* in rows\.$/);
    });

    test("has no excerpt where there is no paragraph either, and no article where there is no text", () => {
      assert.equal(parse(bare("Empty", "")), null);
      const list = `<ul>${paragraphs.replaceAll("<p>", "<li>").replaceAll("</p>", "</li>")}</ul>`;
      const article = parse(pageWith({ body: list }));
      assert.match(article.content, /<li>The gulls/);
      assert.equal(article.excerpt, undefined);
    });

    test("gives the text of a page that has no article, as Readability does", () => {
      const { textContent } = parse(bare("Note", "<p>Shut.</p><p>Back soon.</p>"));
      assert.equal(textContent.trim(), "Shut.\nBack soon.");
    });

    test("leaves the document as it was, and answers twice the same", () => {
      const page = open(pageWith({ before: '<div hidden>Not shown</div><iframe src="https://www.youtube.com/embed/x"></iframe>' }));
      const untouched = page.documentElement.outerHTML;
      const reader = new Readability(page);
      const first = reader.parse();
      assert.equal(page.documentElement.outerHTML, untouched);
      assert.deepEqual(reader.parse(), first);
    });

    test("prefers JSON-LD, unless it is told not to", () => {
      const data = {
        "@type": ["NewsArticle"], headline: "Four hundred gulls are back", author: [{ name: "Ada Brock" }, { name: "Jo Pell" }],
        description: "They sit in rows.", publisher: { name: "Pier Press" }, datePublished: "2031-05-06T08:00:00Z",
      };
      const head = `${jsonLd(data)}<meta name="author" content="Desk"><meta property="og:title" content="Gulls are back"><meta name="description" content="Birds.">`;
      const pick = ({ title, byline, excerpt, siteName, publishedTime }) => [title, byline, excerpt, siteName, publishedTime];
      assert.deepEqual(pick(parse(pageWith({ head }))), ["Four hundred gulls are back", "Ada Brock, Jo Pell", "They sit in rows.", "Pier Press", "2031-05-06T08:00:00Z"]);
      assert.deepEqual(pick(parse(pageWith({ head }), { disableJSONLD: true })), ["Gulls are back", "Desk", "Birds.", null, null]);
    });

    test("finds the article in a graph, and passes over scripts that are broken or speak of something else", () => {
      const graph = { "@graph": [{ "@type": "WebSite", name: "The Pier" }, { "@type": "BlogPosting", headline: "From the graph" }] };
      const head = `<script type="application/ld+json">{"@type": "Article",</script>${jsonLd({ "@type": "Organization", name: "Pier Ltd" })}${jsonLd(graph)}`;
      assert.equal(parse(pageWith({ head })).title, "From the graph");
      const foreign = jsonLd({ "@context": "https://other.example", "@type": "Article", headline: "Foreign" });
      assert.equal(parse(pageWith({ head: foreign })).title, "Gulls return to the old pier of Wexcombe");
    });

    test("tells by the page's title which of two names in JSON-LD is the headline", () => {
      const titled = (name, headline) => parse(pageWith({ head: jsonLd({ "@type": "Article", name, headline }) })).title;
      assert.equal(titled("The Pier", "Gulls return to the old pier of Wexcombe"), "Gulls return to the old pier of Wexcombe");
      assert.equal(titled("Gulls come back", "The Pier"), "Gulls come back");
    });

    test("reads names of meta elements in all their spellings, the best source first", () => {
      const head = '<meta name="DC . Creator" content="Dublin Desk"><meta name="author" content="Desk"><meta property="foo dc:title" content="Dublin title"><meta property="og:title" content="Open title">';
      const { byline, title } = parse(pageWith({ head }));
      assert.deepEqual({ byline, title }, { byline: "Dublin Desk", title: "Dublin title" });
      assert.equal(parse(pageWith({ head: '<meta property="article:author" content="https://pier.example/ada">' })).byline, null);
    });

    test("takes the author's line out of the page, and just the name where microdata tell it", () => {
      const line = '<p class="byline">By <span itemprop="name">Ada Brock</span>, birds</p>';
      const article = parse(pageWith({ body: line + paragraphs }));
      assert.equal(article.byline, "Ada Brock");
      assert.doesNotMatch(article.textContent, /Ada Brock/);
      assert.equal(parse(pageWith({ before: '<div class="sidebar"><p class="byline">By Jo Pell</p></div>' })).byline, null);
      assert.equal(parse(pageWith({ before: '<p class="byline" hidden>By Jo Pell</p>' })).byline, null);
    });

    test("undoes double escapes in metadata, and what stands for no character", () => {
      const head = '<meta property="og:title" content="Fish &amp;amp; chips &amp;#8211; &amp;#xFFFFFFFF; &amp;#xg;">';
      assert.equal(parse(pageWith({ head })).title, "Fish & chips \u2013 \ufffd &#xg;");
    });

    const titles = [
      ["The gulls are back on the old pier | The Pier", "The gulls are back on the old pier"],
      ["Pier | The gulls are back on the pier", "The gulls are back on the pier"],
      ["Gulls back | The Pier", "Gulls back | The Pier"],
      ["News » Wexcombe » Gulls", "News » Wexcombe » Gulls"],
      ["The Pier: the gulls are back on the railing", "the gulls are back on the railing"],
      ["A title that has nothing to part at all", "A title that has nothing to part at all"],
    ];
    for (const [whole, headline] of titles) {
      test(`takes from the title "${whole}" the headline`, () => {
        assert.equal(parse(bare(whole, paragraphs)).title, headline);
      });
    }

    test("states the direction of the part of the page where the article stands", () => {
      assert.equal(parse(pageWith({ attributes: ' dir="ltr"', body: `<div dir="rtl"><div>${paragraphs}</div></div>` })).dir, "rtl");
    });

    test("leaves out what the page's own attributes hide", () => {
      const hidden = ['<p hidden>Hush</p>', '<p style="color: red; display:none">Hush</p>', '<p style="visibility: hidden">Hush</p>', '<p aria-hidden="true">Hush</p>', '<div role="dialog" aria-modal="true">Hush</div>'];
      for (const part of hidden) assert.doesNotMatch(parse(pageWith({ body: paragraphs + part.replace("Hush", `Hush. ${"The gulls sat in rows on the railing, and said nothing. ".repeat(4)}`) })).textContent, /Hush/, part);
    });

    test("keeps a paragraph that the page says twice", () => {
      const said = "Nobody had fed them";
      const { textContent } = parse(pageWith({ body: paragraphs + paragraphs }));
      assert.equal(textContent.split(said).length, 3);
    });

    test("keeps figures with their captions, and lists, tables and code as they are", () => {
      const more = `<figure><img src="/rows.jpg" alt="Gulls in rows"><figcaption>Four hundred gulls on the railing, seen from the tea room.</figcaption></figure>
        <table><tr><th>Day</th><th>Gulls</th></tr><tr><td>Monday</td><td>412</td></tr></table><pre><code>count(gulls)\n  == 412</code></pre>`;
      const { content, textContent } = parse(pageWith({ body: paragraphs.replace("<p>It is", `${more}<p>It is`) }));
      assert.match(content, /<figure>\s*<img (?=[^>]*src="[^"]*\/rows\.jpg")(?=[^>]*alt="Gulls in rows")[^>]*>\s*<figcaption>Four hundred gulls/);
      assert.match(content, /<td>Monday<\/td>\s*<td>412<\/td>/);
      assert.match(textContent, /count\(gulls\)\n {2}== 412/);
    });

    test("keeps formulas as MathML, whose parts are words of their own in the text", () => {
      const body = `${paragraphs}<p>The tide goes as <math><msup><mi>a</mi><mn>2</mn></msup><mo>+</mo><mi>b</mi></math>, which the warden of the pier has worked out herself.</p>`;
      const { content, textContent } = parse(pageWith({ body }));
      assert.match(content.replace(/\s+</g, "<"), /<math><msup><mi>a<\/mi><mn>2<\/mn><\/msup><mo>\+<\/mo><mi>b<\/mi><\/math>, which/);
      assert.match(textContent.replace(/\s+/g, " "), /goes as a 2 \+ b, which/);
    });

    test("lets no script, handler or script address of the page through", () => {
      const evil = '<p onclick="steal()">A line with <a href="javascript:steal()">a link that would act</a> and <img src="x.png" onerror="steal()"> a picture, long enough to stay.</p><script>steal()</script>';
      const { content } = parse(pageWith({ body: paragraphs + evil }));
      assert.match(content, /a link that would act/);
      assert.doesNotMatch(content, /steal|javascript:|on\w+=/);
    });

    test("keeps videos of the known hosts, in place and with nothing but what a player needs", () => {
      const video = '<iframe src="https://www.youtube.com/embed/gulls" width="560" height="315" onload="steal()" srcdoc="<b>no</b>"></iframe>';
      const advert_ = '<iframe src="https://adverts.example/frame?x=//www.youtube.com"></iframe>';
      const body = paragraphs.replace("<p>It is", `${video}<iframe src="https://tubes.example/1"></iframe><iframe src="javascript:steal()//www.youtube.com/"></iframe><iframe title="//www.youtube.com" src="https://adverts.example/frame"></iframe><p>It is`);
      const { content } = parse(pageWith({ body }));
      assert.match(content, /before the storm\..*<iframe (?:(?:src="https:\/\/www\.youtube\.com\/embed\/gulls"|width="560"|height="315"|allowfullscreen(?:="")?)[ >]){4}.*It is too early/s);
      assert.doesNotMatch(content, /steal|srcdoc|tubes|adverts|embed\.invalid/);
      const own = parse(pageWith({ body }), { allowedVideoRegex: /\/\/tubes\.example\// }).content;
      assert.match(own, /tubes\.example/);
      assert.doesNotMatch(own, /youtube/);
    });

    test("hands the serializer the element that holds the page, and gives what that makes of it", () => {
      const seen = [];
      const { content } = parse(pageWith(), {
        serializer: (element) => {
          seen.push(element);
          return { made: element.firstChild.id };
        },
      });
      assert.deepEqual(content, { made: "readability-page-1" });
      assert.equal(seen.length, 1);
      assert.equal(seen[0].localName, "div");
      assert.equal(seen[0].childNodes.length, 1);
    });

    test("throws on a page with more elements than allowed, and only then", () => {
      assert.throws(() => parse(pageWith(), { maxElemsToParse: 10 }), /^Error: Aborting parsing document; \d+ elements found$/);
      assert.ok(parse(pageWith(), { maxElemsToParse: 1000 }));
      assert.ok(parse(pageWith(), { maxElemsToParse: 0 }));
    });

    test("tells in debug mode what went", (t) => {
      const lines = [];
      t.mock.method(console, "log", (...words) => lines.push(words.join(" ")));
      parse(pageWith());
      assert.deepEqual(lines, []);
      parse(pageWith(), { debug: true });
      assert.ok(lines.some((line) => /^Reader: \(Readability\) removed \S+ \d\.\d\d: .*rights reserved/.test(line)), lines.join("\n"));
    });

    test("takes options of Readability that have no effect here", () => {
      const options = { nbTopCandidates: 3, charThreshold: 5000, classesToPreserve: ["caption"], keepClasses: true, linkDensityModifier: 0.5 };
      assert.deepEqual(parse(pageWith(), options), parse(pageWith()));
    });

    test("takes the arguments of old, and refuses what is no document", () => {
      const page = open(pageWith());
      assert.deepEqual(new Readability({ spec: "https://pier.example/" }, page).parse(), new Readability(page).parse());
      assert.throws(() => new Readability(open(pageWith()), open(pageWith()), { maxElemsToParse: 1 }).parse(), /Aborting/);
      for (const wrong of [undefined, null, "<p>", {}]) assert.throws(() => new Readability(wrong), /^Error: First argument to Readability constructor should be a document object\.$/);
    });

    test("extracts every page of our own", async () => {
      for (const { name: page, bytes } of await testPages()) {
        if (page.includes("1252")) continue; // bytes that a DOM would have decoded
        const expected = await installed.load("pith/inline").then(({ extract }) => extract(bytes).text);
        const { textContent } = parse(bytes.toString("utf8"));
        const words = (text) => text.split(/\s+/).length;
        assert.ok(words(textContent) >= 0.9 * words(expected), `${page}: ${words(textContent)} of ${words(expected)} words`);
      }
    });
  });

  describe(`isProbablyReaderable over ${name}`, () => {
    const probe = (body, options) => isProbablyReaderable(open(bare("T", body)), options);
    const letters = (count) => "x".repeat(count);

    test("asks for more than twenty by the roots of what paragraphs have above 140 characters", () => {
      assert.equal(probe(`<p>${letters(540)}</p>`), false);
      assert.equal(probe(`<p>${letters(541)}</p>`), true);
      assert.equal(probe(`<p>${letters(240)}</p><pre>${letters(240)}</pre><p>x</p>`), false);
      assert.equal(probe(`<p>${letters(240)}</p><pre>${letters(240)}</pre><p>${letters(141)}</p>`), true);
    });

    test("counts a div whose text line breaks part, and no paragraph in a list or in what stands around articles", () => {
      assert.equal(probe(`<div>${letters(600)}<br>more</div>`), true);
      assert.equal(probe(`<div>${letters(600)}</div>`), false);
      assert.equal(probe(`<ul><li><p>${letters(600)}</p></li></ul>`), false);
      assert.equal(probe(`<p class="comment">${letters(600)}</p>`), false);
      assert.equal(probe(`<p class="comment main">${letters(600)}</p>`), true);
    });

    test("does not count what is hidden, by its own rule or the caller's", () => {
      const page = `<p style="display: none">${letters(600)}</p>`;
      assert.equal(probe(page), false);
      assert.equal(probe(page, () => true), true);
      assert.equal(probe(page, { visibilityChecker: () => true }), true);
      assert.equal(probe(`<p aria-hidden="true">${letters(600)}</p>`), false);
      assert.equal(probe(`<p aria-hidden="true" class="fallback-image">${letters(600)}</p>`), true);
    });

    test("takes other limits, zero too", () => {
      assert.equal(probe(`<p>${letters(100)}</p>`, { minContentLength: 0, minScore: 9 }), true);
      assert.equal(probe(`<p>${letters(100)}</p>`, { minContentLength: 0, minScore: 10 }), false);
      assert.equal(probe(`<p>${letters(141)}</p>`, { minScore: 0 }), true);
    });
  });
}

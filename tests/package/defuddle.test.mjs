import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { doms, pageWith, paragraphs } from "./documents.mjs";
import { installPackage, testPages } from "./installed.mjs";

let installed;
let DefuddleClass;
let Defuddle;

before(async () => {
  installed = await installPackage();
  const entry = await installed.load("pith/defuddle");
  ({ DefuddleClass, Defuddle } = entry);
  assert.equal(entry.default, DefuddleClass);
});
after(() => installed?.remove());

const address = "https://www.pier.example/news/gulls";
const head = `<meta name="author" content="Ada Brock"><meta property="og:site_name" content="The Pier">
  <meta property="og:description" content="Four hundred &quot;birds&quot;."><meta property="article:published_time" content="2031-05-05T08:00:00Z">
  <meta property="og:image" content="/rows.jpg"><link rel="icon" href="/gull.svg">
  <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Fish &amp; Pier"},{"@type":"WebPage"}]}</script>`;
const withImage = paragraphs.replace("<p>It is", '<figure><img src="/rows.jpg" alt="Gulls in rows"><figcaption>Gulls in rows, seen from the tea room.</figcaption></figure><p>It is');

for (const [name, open] of Object.entries(doms)) {
  const parse = (options, html = pageWith({ head, body: withImage })) => new DefuddleClass(open(html, address), { url: address, ...options }).parse();

  describe(`Defuddle over ${name}`, () => {
    test("gives all fields of an article", () => {
      const { content, parseTime, wordCount, metaTags, ...facts } = parse();
      assert.deepEqual(facts, {
        title: "Gulls return to the old pier of Wexcombe",
        description: 'Four hundred "birds".',
        domain: "pier.example",
        favicon: "https://www.pier.example/gull.svg",
        image: "https://www.pier.example/rows.jpg",
        language: "en",
        published: "2031-05-05T08:00:00Z",
        author: "Ada Brock",
        site: "The Pier",
        schemaOrgData: [{ "@type": "WebSite", name: "Fish & Pier" }, { "@type": "WebPage" }],
      });
      assert.match(content, /^<article[^>]*>\s*<p>The gulls returned/);
      assert.match(content, /<figcaption>Gulls in rows/);
      assert.doesNotMatch(content, /<h1|Ada Brock|Tides|rights reserved/);
      assert.ok(wordCount > 70 && wordCount < 110, `${wordCount} words`);
      assert.ok(Number.isInteger(parseTime) && parseTime >= 0);
      assert.deepEqual(metaTags[0], { name: "author", property: null, content: "Ada Brock" });
      assert.deepEqual(metaTags[2], { name: null, property: "og:description", content: 'Four hundred "birds".' });
    });

    test("gives what a document's elements say to machines, and undoes what was escaped twice, as of the page's text", async () => {
      const html = pageWith({ head: '<meta name="a" content="a&#xA0;b &lt;i&gt; &amp;quot;c&amp;quot; &amp;amp;amp; &amp;#39;"><script type=" Application/LD+JSON">{"name":"d"}</script>' });
      const { metaTags, schemaOrgData } = parse({}, html);
      assert.equal(metaTags.find(({ name }) => name === "a").content, "a\u00a0b <i> \"c\" &amp; '");
      assert.deepEqual(schemaOrgData, [{ name: "d" }]);
      const ofText = await Defuddle(html, address);
      assert.deepEqual([ofText.metaTags, ofText.schemaOrgData], [metaTags, schemaOrgData]);
    });

    test("takes an address however it is written", () => {
      const written = address.replace("https://www.pier.example", "HTTPS://WWW.Pier.Example");
      const { content, domain } = parse({ url: written }, pageWith({ head, body: withImage }));
      assert.match(content, /src="https:\/\/www\.pier\.example\/rows\.jpg"/);
      assert.equal(domain, "pier.example");
    });

    test("says with empty texts what the page does not have, and describes it by its first paragraph", () => {
      const { author, description, published, image, site } = parse({}, pageWith());
      assert.deepEqual({ author, published, image, site }, { author: "", published: "", image: "", site: "pier.example" });
      assert.match(description, /^The gulls returned to the pier on Monday morning/);
      const empty = parse({}, "<!DOCTYPE html><html><head></head><body></body></html>");
      assert.equal(empty.title, "");
      assert.equal(empty.wordCount, 0);
      assert.equal(typeof empty.content, "string");
    });

    test("gives Markdown in place of HTML, or beside it", () => {
      const { content, contentMarkdown } = parse({ separateMarkdown: true });
      assert.match(content, /^<article/);
      assert.match(contentMarkdown, /^The gulls returned/);
      assert.match(contentMarkdown, /!\[Gulls in rows\]\(https:\/\/www\.pier\.example\/rows\.jpg\)/);
      assert.doesNotMatch(contentMarkdown, /^# |Ada Brock/m);
      const instead = parse({ markdown: true });
      assert.equal(instead.content, contentMarkdown);
      assert.equal("contentMarkdown" in instead, false);
      assert.equal("contentMarkdown" in parse(), false);
    });

    test("leaves images out when asked to", () => {
      const { content, contentMarkdown } = parse({ removeImages: true, separateMarkdown: true });
      assert.doesNotMatch(content, /<img/);
      assert.doesNotMatch(contentMarkdown, /!\[/);
      assert.match(contentMarkdown, /The gulls returned[^]*larger umbrellas/);
    });

    test("looks for the article in the element that a selector finds, and everywhere where it finds none", () => {
      const story = '<div id="b"><p>A second story, on another subject: the tide tables were printed a day late this year, and the printer has apologised to all of the harbour.</p></div>';
      const html = pageWith({ head, after: story });
      const { content, title } = parse({ contentSelector: "#b" }, html);
      assert.match(content, /tide tables/);
      assert.doesNotMatch(content, /gulls returned/);
      assert.equal(title, "Gulls return to the old pier of Wexcombe");
      assert.equal(parse({ contentSelector: "#none" }, html).content, parse({}, html).content);
    });

    test("tells in debug mode what went and why", () => {
      assert.equal("debug" in parse(), false);
      const { debug } = parse({ debug: true });
      assert.equal(debug.contentSelector, "");
      const removal = debug.removals.find(({ text }) => text.includes("rights reserved"));
      assert.deepEqual(Object.keys(removal), ["step", "reason", "text"]);
    });

    test("leaves the document as it was", () => {
      const page = open(pageWith({ head, body: withImage }), address);
      const untouched = page.documentElement.outerHTML;
      new DefuddleClass(page, { removeImages: true, contentSelector: "article", markdown: true }).parse();
      assert.equal(page.documentElement.outerHTML, untouched);
    });

    test("gives the same for a document, for what holds one, and without waiting or with", async () => {
      const html = pageWith({ head, body: withImage });
      const timeless = ({ parseTime, ...rest }) => rest;
      const page = open(html, address);
      const expected = timeless(new DefuddleClass(page, { url: address }).parse());
      assert.deepEqual(timeless(await new DefuddleClass(page, { url: address }).parseAsync()), expected);
      assert.deepEqual(timeless(await Defuddle(page, address)), expected);
      assert.deepEqual(timeless(await Defuddle({ window: { document: page } }, address)), expected);
      assert.equal(await new DefuddleClass(page).fetchAsyncVariables(), null);
    });
  });
}

describe("Defuddle over text", () => {
  test("needs no DOM", async () => {
    const found = await Defuddle(pageWith({ head, body: withImage }), address, { separateMarkdown: true });
    assert.equal(found.author, "Ada Brock");
    assert.equal(found.domain, "pier.example");
    assert.equal(found.schemaOrgData.length, 2);
    assert.match(found.contentMarkdown, /^The gulls returned/);
  });

  test("finds meta elements whatever their spelling, and none in comments and scripts", async () => {
    const html = `<!-- <meta name="a" content="1"> --><script>"<meta name='b' content='2'>"</script><META NAME=c CONTENT='3 > 2'/><meta name="d"
      content="x" content="y"><metadata name="e"><meta property="f" content="Fish &amp; chips">`;
    const { metaTags } = await Defuddle(html);
    assert.deepEqual(metaTags.map(({ name, property, content }) => [name ?? property, content]), [["c", "3 > 2"], ["d", "x"], ["f", "Fish & chips"]]);
  });

  test("passes over JSON-LD that is broken or too deep", async () => {
    const script = (text) => `<script type="application/ld+json">${text}</script>`;
    const deep = "[".repeat(100_000) + "]".repeat(100_000);
    const { schemaOrgData } = await Defuddle(script("{") + script(deep) + script('<![CDATA[[{"@type":"A"},{"@type":"B"}]]]>'));
    assert.deepEqual(schemaOrgData, [{ "@type": "A" }, { "@type": "B" }]);
  });

  test("takes JSON-LD of any number of items", async () => {
    const { schemaOrgData } = await Defuddle(`<script type="application/ld+json">[${"1,".repeat(400_000)}1]</script>`);
    assert.equal(schemaOrgData.length, 400_001);
  });

  test("takes time in step with the page, however broken its tags", async () => {
    const { extract } = await installed.load("pith/inline");
    const timeOf = async (work) => {
      const started = performance.now();
      await work();
      return performance.now() - started;
    };
    for (const part of ['<a "', "<img '", "<!--", "<script>", "<meta content=", "<<<", "<a b c d e "]) {
      const html = part.repeat(300_000 / part.length);
      const core = await timeOf(() => extract(html));
      const all = await timeOf(() => Defuddle(html, address, { removeImages: true }));
      assert.ok(all < 3 * core + 2000, `${part}: ${Math.round(all)} ms, ${Math.round(core)} ms of them in the core`);
    }
  });

  test("refuses what is no page", async () => {
    await assert.rejects(Defuddle(17), { name: "PithError", code: "bad-input" });
    await assert.rejects(Defuddle(null), { code: "bad-input" });
    assert.throws(() => new DefuddleClass({}).parse(), { code: "bad-input" });
  });

  test("cuts just the header off the Markdown of every page of our own", async () => {
    const { extract } = await installed.load("pith/inline");
    for (const { name, bytes } of await testPages()) {
      const { title, byline, markdown } = extract(bytes);
      const { content } = await Defuddle(bytes.toString("utf8"), undefined, { markdown: true });
      if (name.includes("1252")) continue; // bytes that are no UTF-8
      const cut = markdown.trim().slice(0, -content.length).trim().split("\n\n");
      assert.ok(markdown.trim().endsWith(content), name);
      assert.equal(cut.length, [title, byline].filter(Boolean).length, `${name}: ${JSON.stringify(cut)}`);
    }
  });
});

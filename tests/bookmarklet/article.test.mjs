// What the compact bookmarklet builds of a snapshot and the engine's judgement, without a browser.

import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { JSDOM } from "jsdom";
import { hostileArticles } from "../attacks/hostile_trees.mjs";
import { describeVector, summary } from "../attacks/report.mjs";
import { makeVectors } from "../attacks/vectors.mjs";
import { toHtml } from "../pages/markdown.mjs";
import { load } from "../support/load.mjs";

/** A snapshot, as a short form writes it: `<p class=a>`, `</p>`, text. */
function snapshotOf(markup) {
  return [...markup.matchAll(/<(\/)?(\w+)([^>]*)>|([^<]+)/g)]
    .map(([, end, name, attributes, text]) => {
      if (text !== undefined) return `\x05${text}`;
      if (end) return "\x04";
      const given = [...attributes.matchAll(/(\S+?)=(\S+)/g)].map(([, key, value]) => `\x02${key}\x03${value}`).join("");
      return `\x01${name}${given}${/^(img|br|hr)$/.test(name) ? "\x04" : ""}`;
    })
    .join("");
}

describe("the compact bookmarklet's article", () => {
  let buildArticle, toMarkdown;
  before(async () => {
    ({ buildArticle, toMarkdown } = await load("web/bookmarklet/compact/article.ts", "web/bookmarklet/compact/markdown.ts"));
  });

  /** @param judged [first, last, reason, breaks] of each block */
  const article = (markup, judged) => buildArticle(snapshotOf(markup), judged.map(([first, last, reason = 0, breaks = 0]) => ({ first, last, reason, breaks, words: 1, score: reason === 0 ? 0.9 : 0.1 })));
  const numbered = (number) => ({ "data-pith-block": String(number) });

  it("keeps what is kept, and says what was left out, why, and where it stood", () => {
    //                                 0     1     2  3  4   5  6   7
    const { tree, removed, words } = article("<body><div><p>One</p><p>Buy   this</p><p>Two</p></div></body>", [[3, 3], [5, 5, 16], [7, 7]]);
    assert.deepEqual(tree, ["article", {}, ["p", numbered(0), "One"], ["p", numbered(1), "Two"]]);
    assert.deepEqual(removed, [{ reason: "ad", text: "Buy this", before: 1, element: 0, score: 0.1 }]);
    assert.equal(words, 2);
  });

  it("makes paragraphs of text in divs, and lines of it where one break parts it", () => {
    // 0 div, 1 text, 2 br, 3 text, 4 br, 5 br, 6 text
    const { tree } = article("<div>One<br>two<br><br>Three</div>", [[1, 1], [3, 3, 0, 1], [6, 6, 0, 2]]);
    assert.deepEqual(tree, ["article", {}, ["p", numbered(0), "One", ["br", {}], "two"], ["p", numbered(1), "Three"]]);
  });

  it("breaks a line inside the mark around it", () => {
    // 0 p, 1 small, 2 strong, 3 text, 4 br, 5 text
    const { tree } = article("<p><small><strong>Ada</strong><br>engineer</small></p>", [[3, 3], [5, 5, 0, 1]]);
    assert.deepEqual(tree, ["article", {}, ["p", numbered(0), ["small", {}, ["strong", {}, "Ada"], ["br", {}], "engineer"]]]);
  });

  it("keeps the lines of code, whatever parts them", () => {
    // 0 pre, 1 div, 2 div, 3 text, 4 div, 5 text, 6 br, 7 text
    const { tree } = article("<pre><div><div>one</div></div><div>two<br>three</div></pre>", [[3, 7]]);
    assert.deepEqual(tree, ["article", {}, ["pre", numbered(0), "one", "\n", "two", "\n", "three"]]);
  });

  it("keeps paragraphs of a figure apart, and takes no caption where there is no figure", () => {
    // 0 figure, 1 div, 2 text, 3 div, 4 text; 5 figcaption, 6 text
    const { tree } = article("<figure><div>One</div><div>Two</div></figure><figcaption>Three</figcaption>", [[2, 2], [4, 4], [6, 6]]);
    assert.deepEqual(tree, ["article", {}, ["figure", {}, ["p", numbered(0), "One"], ["p", numbered(1), "Two"]], ["p", numbered(2), "Three"]]);
  });

  it("captions an image where the engine says so", () => {
    // 0 div, 1 img, 2 p, 3 text; 4 figure, 5 figcaption, 6 p, 7 text
    const { tree } = article("<div><img src=/a><p>One</p></div><figure><figcaption><p>Two</p></figcaption></figure>", [[1, 1], [3, 3, 0, 256], [7, 7, 0, 256]]);
    const image = ["p", numbered(0), ["img", { src: "/a", alt: "" }]];
    assert.deepEqual(tree, ["article", {}, image, ["figure", {}, ["figcaption", numbered(1), "One"]], ["figure", {}, ["figcaption", {}, ["p", numbered(2), "Two"]]]]);
  });

  it("opens lists, items and marks once, and keeps links around blocks", () => {
    // 0 ul, 1 li, 2 text, 3 em, 4 text, 5 li, 6 a, 7 div, 8 text
    const { tree } = article("<ul><li>One <em>and</em></li><li><a href=/x><div>two</div></a></li></ul>", [[2, 4], [8, 8]]);
    assert.deepEqual(tree, ["article", {}, ["ul", {}, ["li", numbered(0), "One ", ["em", {}, "and"]], ["li", numbered(1), ["a", { href: "/x" }, "two"]]]]);
  });

  it("keeps tables of data, and of those that lay out only the text", () => {
    const data = article("<table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>", [[3, 3], [5, 5], [8, 8], [10, 10]]).tree;
    assert.deepEqual(data[2].map((part) => part[0]).slice(2), ["tr", "tr"]);
    const layout = article("<table><tr><td>a</td></tr></table>", [[3, 3]]).tree;
    assert.deepEqual(layout, ["article", {}, ["p", numbered(0), "a"]]);
  });

  it("shows each image once, from where it really is, and none that counts visits", () => {
    // 0 p, 1 img, 2 img, 3 img
    const { tree } = article("<p><img src=data:x data-src=/a.jpg alt=A><img src=/a.jpg><img src=/t.gif width=1></p>", [[1, 3]]);
    assert.deepEqual(tree, ["article", {}, ["p", numbered(0), ["img", { src: "/a.jpg", alt: "A" }]]]);
  });

  it("keeps the places that links within the article lead to", () => {
    // 0 p, 1 text, 2 sup, 3 a, 4 text, 5 ol, 6 li, 7 text
    const { tree } = article("<p>See<sup id=r1><a href=#n1>1</a></sup></p><ol><li id=n1>There</li></ol>", [[1, 4], [7, 7]]);
    assert.deepEqual(tree.slice(2), [["p", numbered(0), "See", ["sup", { id: "r1" }, ["a", { href: "#n1" }, "1"]]], ["ol", {}, ["li", { id: "n1", ...numbered(1) }, "There"]]]);
  });

  it("counts as the engine does what lies too deep", () => {
    const deep = 300;
    const { tree } = article(`${"<div>".repeat(deep)}deep${"</div>".repeat(deep)}<p>x</p>`, [[256, 256]]);
    assert.deepEqual(tree, ["article", {}, ["p", numbered(0), "deep"]]);
  });

  it("writes Markdown", () => {
    const tree = ["article", {}, ["h2", {}, "A *head*"], ["p", {}, "See ", ["a", { href: "/x" }, "this"], " and ", ["strong", {}, "that "], "."], ["ul", {}, ["li", {}, "one", ["ul", {}, ["li", {}, "two"]]]],
      ["pre", {}, "a\n  b\n"], ["blockquote", {}, ["p", {}, "said"]], ["table", {}, ["tbody", {}, ["tr", {}, ["th", {}, "h|"]], ["tr", {}, ["td", {}, "c"], ["td", {}, ["code", {}, "d|e"]]]]]];
    assert.equal(
      toMarkdown("T", tree, "https://e.example/d/"),
      "# T\n\n## A \\*head\\*\n\nSee [this](https://e.example/x) and **that** .\n\n- one\n\n  - two\n\n```\na\n  b\n```\n\n> said\n\n| h\\| |  |\n| --- | --- |\n| c | `d\\|e` |\n",
    );
  });

  /** What a reader of Markdown makes of a tree, without the title. */
  const read = (tree, formulas = true) => toHtml(toMarkdown("T", ["article", {}, ...tree], "https://e.example/d/"), formulas).replace("<h1>T</h1>\n", "").trim();

  it("writes text that stays text, whatever it begins or ends with", () => {
    const texts = ["# a", "- a", "+ a", "> a", "1. a", "12) a", "| a |", "===", "---", ": a", "*a* _b_ `c` ~~d~~ $e$", "[a](b) ![c](d) <img>", "&lt;", "a\\", "![NOTE]", "a #", "a ##", "#", "C#"];
    for (const text of texts) {
      for (const paragraph of [["p", {}, text], ["p", {}, "a", ["br", {}], " ", text], ["ul", {}, ["li", {}, text]], ["h2", {}, text], ["table", {}, ["tr", {}, ["td", {}, text]]]]) {
        const page = JSDOM.fragment(read([paragraph]));
        assert.ok(page.textContent.replace(/\s+/g, " ").includes(text), read([paragraph]));
        assert.equal(page.querySelector("p *:not(br), li *, h2 *, td *, hr, h1"), null, read([paragraph]));
      }
    }
    assert.equal(toMarkdown("C# or F #", ["article", {}, ["h2", {}, "C#"]], "https://e.example/"), "# C# or F \\#\n\n## C#\n");
    assert.equal(read([["p", {}, "look!", ["a", { href: "/x" }, "here"]]]), '<p>look!<a href="https://e.example/x">here</a></p>');
    assert.equal(read([["p", {}, ["del", {}, ["del", {}, "a"]]], ["pre", {}, "~~~~\n<img>"]]).match(/<img/), null);
    assert.equal(read([["h2", {}, "a", ["br", {}], "b"]]), "<h2>a b</h2>");
  });

  it("writes addresses that lead where the view leads, and none that end their link", () => {
    assert.equal(read([["p", {}, ["a", { href: "javascript:alert(1)" }, "a"], ["a", {}, "b"], ["img", { src: "data:text/html,x", alt: "c" }]]]), "<p>abc</p>");
    assert.equal(read([["p", {}, ["a", { href: "/(a)?b=`c|d$e" }, "a"]]]), '<p><a href="https://e.example/%28a%29?b=%60c%7cd%24e">a</a></p>');
    const drawing = "data:image/svg+xml,<svg onload=x> )`|";
    assert.equal(JSDOM.fragment(read([["p", {}, ["img", { src: drawing, alt: "a" }]]])).querySelector("img").getAttribute("src"), "data:image/svg+xml,%3csvg%20onload=x%3e%20%29%60%7c");
    assert.equal(toMarkdown("T", ["p", {}, ["a", { href: "/x" }, "a"]], "data:text/html,"), "# T\n\na\n"); // which nothing is relative to
  });

  it("writes code that ends where it ends", () => {
    for (const code of ["a`<img>`b", "<img>", "`", "x|<img>", "x\\|<img>", "a\n- <img>", "", " "]) {
      const spans = ["code", {}, code];
      for (const tree of [["p", {}, spans, spans], ["p", {}, ["code", {}, "a"], spans, ["code", {}, "b`<img>"]], ["table", {}, ["tr", {}, ["td", {}, spans, "|<img>"], ["td", {}, spans]]]]) assert.equal(JSDOM.fragment(read([tree])).querySelector("img, li"), null, code);
    }
    for (const code of ["x\n```\n<img>", "x\n````\n<img>\n```", "x\r```\r<img>", "x\n\u2028<img>", "x\n\n<img>"]) {
      for (const around of [[], ["ul", {}], ["ol", { start: "999999999999" }], ["ol", { start: "-5" }], ["ol", { start: "1.5" }], ["ol", { start: "99" }], ["blockquote", {}]]) {
        const block = ["pre", {}, code];
        const page = JSDOM.fragment(read([around.length === 0 ? block : [...around, ["li", {}, block]]]));
        assert.equal(page.querySelector("img"), null, `${code} in ${around}`);
        assert.equal(page.querySelector("pre").textContent.trim(), code.replaceAll("\r", "\n"));
      }
    }
  });

  it("writes of a table no more than its cells", () => {
    const row = (count) => ["tr", {}, ...Array(count).fill(["td", {}, "a"])];
    const markdown = toMarkdown("T", ["article", {}, ["table", {}, row(1), row(3000), ...Array(200_000).fill(row(1))]], "https://e.example/");
    assert.ok(markdown.length < 2_000_000, `${markdown.length}`);
    assert.ok(markdown.startsWith(`# T\n\n| a | ${" | ".repeat(2998)} |\n| --- | --- |`));
  });

  it("writes no attack", () => {
    const vectors = makeVectors("http://localhost:9");
    const allowed = /^(h[1-6]|p|a|img|code|pre|em|strong|del|ul|ol|li|blockquote|table|thead|tbody|tr|th|td|br|math)$/; // what it writes, and dollars that stand in code
    const problems = [];
    for (const { id, article } of [...hostileArticles(vectors), ...vectors.flatMap((vector) => hostileArticles([vector]))]) {
      for (const formulas of [false, true]) {
        const page = JSDOM.fragment(toHtml(toMarkdown(article.title, article.tree, "https://e.example/"), formulas));
        const found = [...page.querySelectorAll("*")].flatMap((element) => [
          ...(allowed.test(element.localName) ? [] : [`<${element.localName}>`]),
          ...[...element.attributes].filter(({ name, value }) => !(/^(alt|start)$/.test(name) || (name === "href" && /^(https?|mailto|tel):/.test(value)) || (name === "src" && /^(https?:|data:image\/)/.test(value)))).map(({ name, value }) => `${name}="${value}"`),
        ]);
        if (found.length > 0) problems.push(`${found.join(" ")}\n    at ${describeVector({ ...vectors[id], id })}`);
      }
    }
    assert.equal(problems.length, 0, summary(problems));
  });
});

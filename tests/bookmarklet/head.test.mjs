// What the compact bookmarklet takes for the page's title and linked data, without a browser.

import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { load } from "../support/load.mjs";

let chooseTitle, linkedDataOf, namesIn;
before(async () => {
  ({ chooseTitle, linkedDataOf, namesIn } = await load("web/bookmarklet/compact/title.ts", "web/bookmarklet/compact/linked_data.ts"));
});

describe("the compact bookmarklet's title", () => {
  const titles = { page: "", declared: "", linked: "", headings: [], subheadings: [], isArticle: false, site: "", url: "https://www.harbourreview.example/a/b" };
  const cases = [
    ["is the heading that the page's title confirms", { page: "Rain on the coast - The Harbour Review", headings: ["Menu", "Rain on the coast"] }, "Rain on the coast"],
    ["leaves out the sign that links to the heading", { page: "functools - Python", headings: ["functools\u00b6"] }, "functools"],
    ["leaves out the site's name, as the page calls it", { page: "Rain on the coast | Tide", site: "Tide" }, "Rain on the coast"],
    ["leaves out the site's name, as its host does", { page: "The Harbour Review: news | Rain", declared: "Rain on the coast \u2014 The Harbour Review" }, "Rain on the coast"],
    ["leaves out the site's name behind a heading", { page: "Rain on the coast", headings: ["Rain on the coast | Tide"], site: "Tide" }, "Rain on the coast"],
    ["keeps a site's own page's", { page: "Tide | Papers of the sea", site: "Tide", url: "https://tide.example/" }, "Tide | Papers of the sea"],
    ["is the only heading where it says the same in other words", { page: "Why rain falls on every coast", headings: ["Rain falls on the coast"], isArticle: true }, "Rain falls on the coast"],
    ["is no slogan of a page that is no article", { page: "Boats for hire", headings: ["Your day at sea begins with us"] }, "Boats for hire"],
    ["is not shouted", { page: "Rain on the coast", headings: ["RAIN ON THE COAST"] }, "Rain on the coast"],
    ["is the chapter's under the name of its book", { page: "Ropes - The book of knots", headings: ["The book of knots"], subheadings: ["Ropes"] }, "Ropes"],
    ["is what linked data say where nothing else does", { linked: "Rain on the coast" }, "Rain on the coast"],
    ["is nothing where there is nothing", {}, ""],
  ];
  for (const [what, given, expected] of cases) it(what, () => assert.equal(chooseTitle({ ...titles, ...given }), expected));
});

describe("the compact bookmarklet's linked data", () => {
  it("are of the first article, wherever it stands", () => {
    const graph = { "@graph": [{ "@type": "Product", name: "Oar" }, { "@type": ["Thing", "https://schema.org/NewsArticle"], headline: " Rain\n on ", author: [{ name: "Ada" }, "Grace", {}] }] };
    const facts = linkedDataOf(["no JSON", JSON.stringify(graph), JSON.stringify({ "@type": "Article", headline: "Another" })]);
    assert.equal(facts.headline, "Rain on");
    assert.deepEqual(namesIn(facts.author), ["Ada", "Grace"]);
  });

  it("are of what else a page may be about where there is no article", () => {
    assert.equal(linkedDataOf([JSON.stringify({ "@type": "QAPage", mainEntity: { "@type": "Question", name: "Why rain?" } })]).name, "Why rain?");
    assert.equal(linkedDataOf([JSON.stringify({ "@type": "Organization", name: "Tide" })]).name, "");
  });

  it("say nothing where they are of another shape", () => {
    const facts = linkedDataOf([JSON.stringify({ "@type": "Article", headline: { deep: 1 }, datePublished: 7, author: null, publisher: [[3]] }), `${"[".repeat(1e6)}`]);
    assert.deepEqual([facts.headline, facts.datePublished, namesIn(facts.author), namesIn(facts.publisher)], ["", "", [], []]);
  });
});

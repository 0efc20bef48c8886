// What the articles of attacked pages hold, before any engine sees them.

import assert from "node:assert/strict";
import { before, describe, it } from "node:test";

import { extractAll } from "./outputs.mjs";
import { around } from "./plant.mjs";
import { describeVector, summary } from "./report.mjs";
import { makeVectors } from "./vectors.mjs";

const origin = "http://localhost:9";

describe("attacked articles", () => {
  let vectors, results;
  before(async () => {
    vectors = makeVectors(origin);
    results = await extractAll(vectors, origin, { render: false });
  });

  it("are more than 2,000, for as many different attacks", () => {
    assert.ok(results.length > 2000, `${results.length}`);
    console.log(`${vectors.length} attacks of ${new Set(vectors.map(({ kind }) => kind)).size} kinds`);
  });

  it("keep the words around the attack", () => {
    const lost = results.filter(({ vector, article }) => around(vector).some((paragraph) => !article.text.includes(paragraph)));
    assert.equal(lost.length, 0, summary(lost.map(({ vector }) => describeVector(vector))));
  });

  it("have no address in their metadata that runs", () => {
    const bad = results.flatMap(({ vector, article }) =>
      ["url", "image", "favicon", "licence"]
        .filter((field) => article[field] !== null && URL.canParse(article[field], origin) && !/^(https?|data):$/.test(new URL(article[field], origin).protocol))
        .map((field) => `${describeVector(vector)}: ${field} ${article[field]}`),
    );
    assert.equal(bad.length, 0, summary(bad));
  });

  it("show no image that counts visits", () => {
    const bad = results.filter(({ vector, article }) => vector.unseen && JSON.stringify(article.tree).includes("/evil/"));
    assert.equal(bad.length, 0, summary(bad.map(({ vector }) => describeVector(vector))));
  });

  it("have front matter that no title ends", async () => {
    const fields = /^((title|author|published|modified|site|section|lang|url|image|licence|description): "([^"\\]|\\.)*"|tags: \["([^"\\]|\\.)*"(,"([^"\\]|\\.)*")*\])$/;
    for (const { vector, article } of await extractAll(vectors.filter(({ kind }) => kind === "metadata"), origin, { render: false, frontMatter: true })) {
      const [, matter] = /^---\n([\s\S]*?)\n---\n\n/.exec(article.markdown) ?? [];
      for (const line of (matter ?? "no front matter").split("\n")) assert.match(line, fields, describeVector(vector));
    }
  });

  it("leave the prototypes of whoever reads them alone", () => {
    for (const { article } of results) JSON.parse(JSON.stringify(article.tree));
    assert.deepEqual(Object.keys(Object.prototype), []);
    assert.equal({}.x, undefined);
  });
});

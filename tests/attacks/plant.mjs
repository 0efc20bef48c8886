// An article of our own with an attack in it, twice: between two paragraphs, and inside something.

const paragraphs = [
  "The lock keeper at Fenwick counts the boats by their bells, because the fog on that stretch of the canal seldom lifts before noon and nobody has seen a bow there since October.",
  "Her ledger has three columns, and the third, which is headed with a question mark, is the one that the waterways office asks about every spring without getting an answer.",
  "A bell that is rung twice means coal. A bell that is rung once and then again, after as long as it takes to breathe in, means that somebody on board wants to be let alone.",
  "The sluice was mended in the year of the long frost, when the ice held the gates so firmly that the carpenters could walk around them, and measure what they had only guessed at.",
  "Since then the water runs a little to the left. The heron noticed first, the mill second, and the surveyor, who had drawn the line on the map, has moved the line and not said why.",
  "In the evening the lamp at the upper gate is lit whether or not a boat has been announced, for the reason that it was lit the evening before, which is held to be reason enough.",
  "Visitors are given tea and the second best chair. The best one is kept for the keeper of the next lock, who has promised for eleven years to walk over, and may yet do it.",
  "What the ledger will be good for, nobody can say. But when the fog does lift there is a day, or the better part of a day, when every bell on the canal can be told from its boat.",
];

/** The places that a vector is planted in, beside that between two paragraphs; each holds any mark-up. */
const places = [
  (markup) => `<p>It is said that ${markup} is what the oldest entry of the ledger was about, but the ink has run.</p>`,
  (markup) => `<ul><li>coal, and what is left of it when the barge has been unloaded</li><li>slate ${markup}</li><li>flour from the mill below the bridge</li></ul>`,
  (markup) => `<table><tr><th>Month</th><th>Boats that were heard</th></tr><tr><td>March</td><td>forty ${markup}</td></tr><tr><td>April</td><td>fifty-one</td></tr></table>`,
  (markup) => `<figure><img src="/lock.png" alt="The upper gate" width="600" height="400"><figcaption>The upper gate, as it was ${markup}</figcaption></figure>`,
  (markup) => `<blockquote><p>One does not count what one sees.</p>${markup}</blockquote>`,
  (markup) => `<pre><code>bells = 2 ${markup}\ncargo = "coal"</code></pre>`,
  (markup) => `<h2>The bells ${markup}</h2>`,
  (markup) => `<p>The mill is <a href="/mill">closed ${markup} on Mondays</a>, and open on all other days of the week.</p>`,
  (markup) => `<dl><dt>bow</dt><dd>the part of a boat that nobody sees ${markup}</dd></dl>`,
];

const half = paragraphs.length / 2;
const joined = (texts) => texts.map((text) => `<p>${text}</p>`).join("\n");

/** The page that holds a vector, as text or as bytes, or the plain text that does. */
export function plant(vector) {
  if (vector.plain !== undefined) return [...paragraphs.slice(0, half), vector.plain, ...paragraphs.slice(half)].join("\n");
  const { id, markup, head = "", root = "", heading = "The lock keeper of Fenwick", encode } = vector;
  const title = head.includes("<title") ? "" : "<title>The lock keeper of Fenwick</title>";
  const page = `<!DOCTYPE html><html ${root || 'lang="en"'}><head>${encode ? "" : '<meta charset="utf-8">'}${title}${head}</head><body><main><article><h1>${heading}</h1>
${joined(paragraphs.slice(0, half))}
${markup}
${joined(paragraphs.slice(half))}
${places[id % places.length](markup)}
</article></main></body></html>`;
  return encode?.(page) ?? page;
}

/** The paragraphs around a vector that must be in the article, whatever the vector is. */
export function around(vector) {
  return vector.swallows ? paragraphs.slice(0, half) : paragraphs;
}

// A page with the mistakes that browsers pass over and checkers of books do not.

const prose = [
  "The gulls returned to the pier on Monday, and nobody had fed them, said the warden, who keeps a book of all that she sees.",
  "She writes down every bird that lands on the railing, and its last entry is from the autumn of that year, in pencil.",
  "The harbour master wrote to the council in the spring to say that the railing was rusting and had to be mended soon.",
];

const addresses = "https://e.org/a[1]|b?x={1} https://e.org/app#!/a#b http://[::1]/a[2] https://a..b/ https://-a.example/ https://a~b.example/ https://foo_bar.example/ mailto: tel:";
const times = ["May 17, 2031", "2031-05-17T10:20:30.123456+00:00", "2031-5-7", "2031-05-17T10", "2031-05", "2031-W20", "10:20"];
const formulas = [
  "<mfrac><mi>a</mi></mfrac>", "<msub><mi>b</mi><mi>c</mi><mi>d</mi></msub>", "<msubsup><mi>e</mi><mi>f</mi></msubsup>",
  "<mtable columnalign='foo'><mi>g</mi></mtable>", "<mtd>h</mtd>", "<mtr><mtd>i</mtd></mtr>", "<mmultiscripts><mi>j</mi><none/></mmultiscripts>",
  "<mo stretchy='foo' accent='bar'>+</mo>", "<mi mathvariant='foo'>k</mi>", "<mfrac linethickness='foo'><mi>l</mi><mi>m</mi></mfrac>",
];

export const mistakes = `<html lang="en"><title>Gulls</title><meta property="article:published_time" content="2031-05-17T10:20:30.123456+00:00"><article><h1>Gulls</h1>
<p>${prose[0]}</p>
<h2><img src="/a.png" alt="Part one" width="300" height="80"></h2><p>${prose[1]}</p><h2>Part two</h2>
<details><p>What is said here of the gulls stands without a summary, as people forget to write one, and it is as long as any other line of it.</p></details>
<details><summary>One</summary><summary>Two</summary>
<p>What the moon does to the harbour is told by the harbour master alone, who has heard of it from his father, and he from his.</p></details>
<dl><dd>A bird that lives along the coast and eats what people drop there.</dd><dt>Tern</dt><dd>A smaller one that dives for its fish.</dd><dt>Skua</dt></dl>
<p>${prose[2]} The sign says <bdo>sllug</bdo>, and <dfn>a <dfn>gull</dfn></dfn>.</p>
${addresses.split(" ").map((address, index) => `<p>Word number ${index} of the council came <a href="${address}">by way ${index} of the harbour</a>.</p>`).join("\n")}
${times.map((time, index) => `<p>They came back for the ${index}th time on <time datetime="${time}">day ${index}</time>, as the warden has it.</p>`).join("\n")}
<table><tfoot><tr><td>Sum of all birds</td><td>15</td></tr></tfoot><tbody><tr><th colspan="0">Birds of the pier</th><td>Count</td></tr><tr><td>Gulls</td><td>12</td></tr></tbody>
<thead><tr><th>First</th><th>Second</th></tr></thead><tbody><tr><td>Terns</td><td>3</td></tr></tbody></table>
<p>The sign in Japanese says <ruby>鴎</ruby>, <ruby>海<rt>umi</rt>鳥</ruby>, <ruby>港<rp>(</rp></ruby> and <rt>loose</rt>, which few can read.</p>
${formulas.map((formula, index) => `<p>Formula ${index} of the tides is <math>${formula}</math>, which the harbour master knows.</p>`).join("\n")}
<p>${prose[0].replace("Monday", "Friday")}</p></article>`;

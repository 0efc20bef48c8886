// Words that are harmless in HTML, and mark-up to whoever reads Markdown, TeX or YAML.

const raw = [
  `<img src=x onerror={js}>`, `<script>{js}</script>`, `<svg onload={js}>`, `<a href="javascript:{js}">x</a>`, `<!-- x --><img src=x onerror={js}>`, `<?php {js} ?>`, `<![CDATA[<img src=x onerror={js}>]]>`, `<!X <img src=x onerror={js}>>`, `</p><img src=x onerror={js}>`,
  `<javascript:{js}>`, `<data:text/html,<script>{js}</script>>`, `<div>\n\n<img src=x onerror={js}>`, `<details open ontoggle={js}>`, `<style>@import "{url}";</style>`, `<iframe src="{url}"></iframe>`,
];
const links = [
  `[x](javascript:{js})`, `[x](<javascript:{js}>)`, `[x](  javascript:{js})`, `[x](javascript&colon;{js})`, `[x](java\tscript:{js})`, `![x]({url})`, `![x](javascript:{js})`, `![x]({url} "t" onerror={js})`, `[x][y]\n\n[y]: javascript:{js}`,
  `[y]: javascript:{js} "t"`, `[y]`, `![y][y]`, `[^1]\n\n[^1]: <img src=x onerror={js}>`, `[^1]: [x](javascript:{js})`, `\\[x](javascript:{js})`, `\\\\[x](javascript:{js})`, `!\\[x]({url})`, `[a](b "c](javascript:{js})`, `[![x]({url})](javascript:{js})`,
  `]( javascript:{js})`, `](javascript:{js} "`, `x](javascript:{js})[y`, `{url}`, `www.x.example/"onmouseover={js}`, `[x]{onclick={js}}`, `{% raw %}<img src=x onerror={js}>`, `:::html\n<img src=x onerror={js}>`,
];
const fences = [
  "```\n<img src=x onerror={js}>\n```", "````", "~~~", "~~~\n<script>{js}</script>", "`<img src=x onerror={js}>`", "``", "` <img src=x onerror={js}>", "\\`<img src=x onerror={js}>\\`", "    <img src=x onerror={js}>", "\t<script>{js}</script>",
  "> <img src=x onerror={js}>", "- <img src=x onerror={js}>", "1. <script>{js}</script>", "# <img src=x onerror={js}>", "***", "---", "---\ntitle: <img src=x onerror={js}>\n---", "+++\n", "===", "| a | <img src=x onerror={js}> |\n|---|---|", "a | b\n--- | ---\n<script> | {js}",
  "$<img src=x onerror={js}>$", "$$\n<img src=x onerror={js}>\n$$", "\\(<img src=x onerror={js}>\\)", "$5 and $6", "$`$", "$5 `$<img src=x onerror={js}>`", "[!NOTE]\n<img src=x onerror={js}>", "- [x] <img src=x onerror={js}>", "<br>", "*<img src=x onerror={js}>*", "_x_<img src=x onerror={js}>_x_",
  "~~<img src=x onerror={js}>~~", "&lt;img src=x onerror={js}&gt;", "&#60;img src=x onerror={js}&#62;", "\u2028<img src=x onerror={js}>", "\u0085<script>{js}</script>", "\r\r<img src=x onerror={js}>", "\u000c<img src=x onerror={js}>", "\u0000<img src=x onerror={js}>",
];

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;").replaceAll("\r", "&#13;");

const carriers = [
  (text) => text,
  (text) => `<code>${text}</code>`,
  (text) => `<pre>${text}</pre>`,
  (text) => `<blockquote><pre><code class="language-js">x\n${text}\ny</code></pre></blockquote>`,
  (text) => `<ul><li>x<pre>${text}</pre></li></ul>`,
  (text) => `<b>${text}</b>`,
  (text) => `<a href="https://x.example/">${text}</a>`,
  (text) => `<img src="https://images.example/t.png" alt="${text}">`,
  (text) => `<abbr title="${text}">x</abbr>`,
  (text) => `<kbd>${text}</kbd> <code>${text}</code>`,
  (text) => `<table><tr><th>${text}</th><th>a</th></tr><tr><td><code>${text}</code></td><td><pre>${text}</pre></td></tr></table>`,
];

/** TeX, where a formula may keep it. */
const tex = [
  `x=<img src=x onerror={js}>`, `x=<script>{js}</script>`, `x=[y](javascript:{js})`, `x=![y]({url})`, "x=`", "x=\\`", `x=</math><img src=x onerror={js}>`, `x=</annotation></semantics></math><img src=x onerror={js}>`, `x=$<img src=x onerror={js}>$`, `x=\\`, `<javascript:{js}>=`,
  `x=<!--`, `x=<a href=javascript:{js}>y</a>`, `\\href{javascript:{js}}{x}`, `\\unicode{<img src=x onerror={js}>}`, `x=\n\n<img src=x onerror={js}>`, `x=\r\r<img src=x onerror={js}>`, `[y]: javascript:{js} =`, `# x=<img src=x onerror={js}>`, `x=\`<img src=x onerror={js}>\``, `<div>=`,
];
const formulas = [
  (source) => `<math alttext="${source}"><mi>x</mi></math>`,
  (source) => `<math display="block" alttext="${source}"><mi>x</mi></math>`,
  (source) => `<math><semantics><mi>x</mi><annotation encoding="application/x-tex">${source}</annotation></semantics></math> and <code>&lt;img src=x onerror={js}&gt;</code>`,
  (source) => `<img class="tex math" src="https://images.example/f.png" alt="${source}"> and <code>&lt;img src=x onerror={js}&gt;</code>`,
  (source) => `<span class="math inline">\\(${source}\\)</span>`,
];

/** Whole passages, where one part opens what another closes. */
const passages = [
  `<p><a href="https://x.example/?q=&#96;">x</a> y <code>&lt;img src=x onerror={js}&gt;</code></p>`,
  `<p><img src="https://images.example/?q=&#96;" alt="x"> y <code>&lt;img src=x onerror={js}&gt;</code></p>`,
  `<p>costs $5 <code>$&lt;img src=x onerror={js}&gt;</code></p>`,
  `<p>costs $5</p><pre>$$\n&lt;img src=x onerror={js}&gt;</pre>`,
  `<p>$$</p><pre>x\n$$\n\n&lt;img src=x onerror={js}&gt;</pre>`,
  `<p>a <code>b\`</code> <code>&lt;img src=x onerror={js}&gt;</code></p>`,
  `<p>a\`<code>&lt;img src=x onerror={js}&gt;</code>\`b</p>`,
  `<p>\\<code>&lt;img src=x onerror={js}&gt;</code></p>`,
  `<p>&amp;<b></b>lt;img src=x onerror={js}&amp;<b></b>gt;</p>`,
  `<p>&lt;<b>img</b> src=x onerror={js}&gt;</p>`,
  `<p>!<a href="{url}">x</a></p>`,
  `<p>[<b>x</b>](javascript:{js})</p>`,
  `<p>x<br>&lt;script&gt;<br>{js}<br>&lt;/script&gt;</p>`,
  `<p><kbd><br>&lt;img src=x onerror={js}&gt;</kbd></p>`,
  `<p><sub></sub><br>&lt;img src=x onerror={js}&gt;</p>`,
  `<p><mark> </mark></p><p>&lt;img src=x onerror={js}&gt;</p>`,
  `<p><ruby>x<rp>(</rp><rt>&lt;img src=x onerror={js}&gt;</rt></ruby></p>`,
  `<pre>\`\`\`\n\`\`\`\`\n&lt;img src=x onerror={js}&gt;</pre>`,
  `<blockquote><pre>x&#13;&lt;img src=x onerror={js}&gt;</pre></blockquote>`,
  `<ol><li><pre>x&#13;\n&#13;&lt;script&gt;{js}&lt;/script&gt;</pre></li></ol>`,
  `<table><tr><td><pre>x&#13;&#13;&lt;img src=x onerror={js}&gt;</pre></td></tr><tr><td>y</td></tr></table>`,
  `<table><tr><td><code>x\\|y</code></td><td>\\|&lt;img src=x onerror={js}&gt;</td></tr><tr><td>a</td><td>b</td></tr></table>`,
  `<h2>x # &lt;img src=x onerror={js}&gt; #</h2>`,
  `<p>x<sup><a href="#n">1</a></sup></p><ol><li id="n">]: &lt;img src=x onerror={js}&gt; <a href="#r">back</a></li></ol>`,
  `<p id=r>x<a href="#n2">1</a></p><p id=n2>note [^1]: &lt;script&gt;{js}&lt;/script&gt; <a href="#r">back</a></p>`,
];

export const markdownVectors = [
  ...[...raw, ...links, ...fences].flatMap((text, index) => [carriers[0], carriers[1 + (index % (carriers.length - 1))], carriers[1 + ((index + 3) % (carriers.length - 1))]].map((carry) => ({ kind: "Markdown", markup: carry(escaped(text)) }))),
  ...tex.flatMap((source) => formulas.map((formula) => ({ kind: "TeX", markup: formula(escaped(source)) }))),
  ...passages.map((markup) => ({ kind: "Markdown", markup })),
  ...[...raw, ...links, ...fences].map((plain) => ({ kind: "plain text", plain })),
];

// Nests that parse, when they are written out and read again, into something else (mXSS), and other foreign content.

const integrationPoints = [
  ["<math><mtext>", "</mtext></math>"], ["<math><mi>", "</mi></math>"], ["<math><mo>", "</mo></math>"], ["<math><mn>", "</mn></math>"], ["<math><ms>", "</ms></math>"], ["<math><annotation-xml encoding='text/html'>", "</annotation-xml></math>"],
  ["<math><semantics><annotation encoding='application/x-tex'>", "</annotation></semantics></math>"], ["<svg><foreignObject>", "</foreignObject></svg>"], ["<svg><desc>", "</desc></svg>"], ["<svg><title>", "</title></svg>"], ["<math>", "</math>"], ["<svg>", "</svg>"],
];
const breakers = [
  ["<table>", ""], ["<table><mglyph>", ""], ["<mglyph>", ""], ["<malignmark>", ""], ["<p>", ""], ["<b><b><b>", ""], ["<form></form><form>", ""], ["<select>", "</select>"], ["<font color=x>", ""], ["<a><a>", ""], ["</p>", ""], ["<h1><h2>", ""],
];
const payloads = [
  `<style><!--</style><img title="--&gt;&lt;img src=x onerror={js}&gt;">`,
  `<style><math><img src onerror={js}></style>`,
  `<textarea><a title="</textarea><img src=x onerror={js}>"></textarea>`,
  `<xmp><p title="</xmp><img src=x onerror={js}>"></xmp>`,
];

const nests = [
  `<noscript><p title="</noscript><img src=x onerror={js}>"></noscript>`,
  `<svg></p><style><a id="</style><img src=1 onerror={js}>">`,
  `<math><mtext><table><mglyph><style><math href="javascript:{js}">CLICKME</math></style></mglyph></table></mtext></math>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;/mglyph&gt;&lt;img&Tab;src=1&Tab;onerror={js}&gt;">`,
  `<form><math><mtext></form><form><mglyph><style></math><img src onerror={js}></style></mglyph></form></mtext></math></form>`,
  `<form id="outer"><div></form><form id="inner"><input>`,
  `<svg><p><style><!--</style><img src=x onerror={js}>--></style></p></svg>`,
  `<svg><foreignObject><p><svg><style></foreignObject><img src=x onerror={js}></style>`,
  `<svg></svg><noembed><a title="</noembed><img src=x onerror={js}>"></noembed>`,
  `<listing>&lt;img src=x onerror={js}&gt;</listing>`,
  `<xmp>&lt;img src=x onerror={js}&gt;</xmp><xmp><img src=x onerror={js}></xmp>`,
  `<textarea>&lt;/textarea&gt;&lt;img src=x onerror={js}&gt;</textarea>`,
  `<title>&lt;/title&gt;&lt;img src=x onerror={js}&gt;</title>`,
  `<img alt="\`\`onerror={js}" src="https://images.example/m.png">`,
  `<p title="</p><img src=x onerror={js}>">x</p>`,
  `<a title="&lt;img src=x onerror={js}&gt;" href="https://x.example/">x</a>`,
  `<abbr title="&quot;&gt;&lt;img src=x onerror={js}&gt;">x</abbr>`,
  `<abbr title="x&#13;&#13;![y]({url})">x</abbr>`,
  `<abbr title="x&#10;&#10;[y](javascript:{js})">x</abbr>`,
  `<time datetime="&quot;onmouseover={js} x=&quot;">x</time>`,
  `<li type="&quot;onmouseover={js}">x`,
  `<ol start="1&quot; onclick={js}" type="&quot;><script>{js}</script>"><li value="1;{js}">x</ol>`,
  `<td colspan="2&quot; onclick={js}">x</td>`,
  `<p lang="&quot; onclick={js} x=&quot;" dir="&quot;><script>{js}</script>">x</p>`,
  `<span lang="x&#13;&#13;<img src=x onerror={js}>">\u4e2d\u6587</span>`,
  `<code class="language-x\`&#10;<img src=x onerror={js}>">x</code>`,
  `<pre class="language-\`\`\`"><code class="lang-&quot; onclick={js}">x</code></pre>`,
  `<table><caption><img src=x onerror={js}></caption><tr><td><table><tr><td><script>{js}</script></table></table>`,
  `<table><a href="javascript:{js}">x</a><tr><td>y</td></tr></table>`,
  `<table><tr><script>{js}</script><td>x</td></tr></table>`,
  `<select><option><img src=x onerror={js}></option></select>`,
  `<select><script>{js}</script></select><select><keygen><style></select><img src=x onerror={js}>`,
  `<a href="https://x.example/1"><table><tr><td><a href="https://x.example/2">x</a></td></tr></table></a>`,
  `<a href="https://x.example/1"><div><a href="javascript:{js}"><p>x</a></div></a>`,
  `<nobr><b><nobr><i></b></nobr><img src=x onerror={js}></i>`,
  `<h1><h2><h3><a><h4><a><img src=x onerror={js}></h1>`,
  `<b><p><i></b><u></p></i><script>{js}</script></u>`,
  `<ruby>x<rt><rtc><rp><img src=x onerror={js}></ruby>`,
  `<pre>\n\n<script>{js}</script>\n</pre>`,
  `<svg><animate attributeName=href dur=1s values="javascript:{js}"/></svg>`,
  `<svg><set attributeName=onmouseover to="{js}"/></svg>`,
  `<svg><a><rect width=99 height=99 /><animate attributeName=href to="javascript:{js}"/></a></svg>`,
  `<svg><discard onbegin="{js}"/></svg>`,
  `<svg><image href=x onerror={js} /></svg>`,
  `<svg><foreignObject><iframe srcdoc="<script>parent.{js}</script>"></iframe></foreignObject></svg>`,
  `<svg xmlns:x="http://www.w3.org/1999/xlink"><a x:href="javascript:{js}"><text>x</text></a></svg>`,
  `<svg><style>&lt;img src=x onerror={js}&gt;</style></svg>`,
  `<svg><title><![CDATA[</title><img src=x onerror={js}>]]></title></svg>`,
  `<svg><x><![CDATA[--><img src=x onerror={js}>]]></x></svg>`,
  `<svg onload={js}>`,
  `<svg/onload={js}//`,
  `<svg><script>{js}`,
  `<math><maction actiontype="statusline#x" xlink:href="javascript:{js}">x</maction></math>`,
  `<math xlink:href="javascript:{js}">x</math>`,
  `<math><mi href="javascript:{js}">x</mi></math>`,
  `<math><mtext style="background:url({url})" class="x" id="body">x</mtext></math>`,
  `<math><ms lquote="<img src=x onerror={js}>" rquote='"'>x</ms></math>`,
  `<math><mfenced open="&lt;img src=x onerror={js}&gt;" close="</math><script>"><mi>x</mi></mfenced></math>`,
  `<math><menclose notation="longdiv&quot; onclick={js}"><mi>x</mi></menclose></math>`,
  `<math><mglyph src="{url}" alt="x"/><mi>x</mi></math>`,
  `<math><none/><mprescripts/><mspace width="9" background="{url}"/><mi>x</mi></math>`,
  `<math><mi><![CDATA[<img src=x onerror={js}>]]></mi></math>`,
  `<math><semantics><mi>x</mi><annotation-xml encoding="application/xhtml+xml"><img src=x onerror={js}></annotation-xml></semantics></math>`,
  `<math><semantics><mi>x</mi><annotation encoding="text/html"><img src=x onerror={js}></annotation></semantics></math>`,
  `<math><mi>x</mi></p><img src=x onerror={js}></math>`,
  `<math><mi></mi><b>x</b><script>{js}</script></math>`,
];

const depths = [10, 100, 300, 600, 1200].flatMap((depth) => [
  `${"<div>".repeat(depth)}<style><!--</style><img src=x onerror={js}>${"</div>".repeat(depth)}`,
  `${"<blockquote>".repeat(depth)}<p>deep <img title="</blockquote><img src=x onerror={js}>" src=x onerror={js}>${"</blockquote>".repeat(depth)}`,
  `${"<b>".repeat(depth)}<p><svg><style><a title="</style><img src=x onerror={js}>">${"</b>".repeat(depth)}`,
  `${"<math><mtext>".repeat(depth)}<img src=x onerror={js}>`,
  `${"<ul><li>".repeat(depth)}<a href="javascript:{js}">x</a>${"</ul>".repeat(depth)}`,
]);

/** What ends in a tag or an element that is never closed; what foreign content shows nothing of, and may stay open; and what begins a comment in MathML or SVG, which the core takes as one even in a style sheet. */
const swallowing = /onload=\{js\}\/\/$|<script>\{js\}$|<keygen><style>|<svg><style><\/foreignObject>|<(math|svg)>.*<style><!--|<(annotation|foreignObject|desc|title)/;

const withEnd = (kind) => (markup) => ({ kind, markup, swallows: swallowing.test(markup) });

export const foreignVectors = [
  ...integrationPoints.flatMap(([open, close]) => breakers.flatMap(([start, end]) => payloads.map((payload) => `${open}${start}${payload}${end}${close}`))).map(withEnd("mutation")),
  ...nests.map(withEnd("nest")),
  ...depths.map((markup) => ({ kind: "depth", markup })),
];

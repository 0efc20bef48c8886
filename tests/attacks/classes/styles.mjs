// Style sheets, links to resources, and pictures that are not there to be seen.

const declarations = [
  `background:url({url})`, `background-image:url("{url}")`, `background:url('javascript:{js}')`, `width:expression({js})`, `width:exp/**/ression({js})`, `xss:e\\78 pression({js})`, `behavior:url({url})`, `-moz-binding:url({url}#x)`,
  `list-style:url({url})`, `list-style-image:image-set("{url}" 1x)`, `content:url({url})`, `cursor:url({url}),auto`, `filter:url({url}#f)`, `mask:url({url})`, `clip-path:url({url}#c)`, `border-image:url({url}) 1`, `shape-outside:url({url})`,
  `font-family:x;src:url({url})`, `background:\\75\\72\\6c({url})`, `background:u\\rl({url})`, `--x:url({url});background:var(--x)`, `position:fixed;inset:0;z-index:9999`, `color:red;}*{background:url({url})}`,
  `color:red/*</style><img src=x onerror={js}>*/`, `animation:x 1s`, `background:image(ltr "{url}")`, `background:cross-fade(url({url}),url({url}))`, `-webkit-mask-box-image:url({url})`, `offset-path:url({url}#p)`, `x:attr(title url);background:paint(x)`,
];

const sheets = [
  `@import "{url}";`, `@import url({url});`, `@import'{url}'`, `@\\69mport "{url}";`, `@namespace x url({url});`, `@font-face{font-family:x;src:url({url})}*{font-family:x}`, `*{background:url({url})}`,
  `input[value^=a]{background:url({url})}`, `p:has(a[href*=token]){background:url({url})}`, `@keyframes x{from{background:url({url})}}*{animation:x 1s}`, `@media all{*{background:url({url})}}`, `:root::before{content:url({url})}`, `@charset "x";@import "{url}";`,
  `</style><script>{js}</script>`, `<!--</style><img src=x onerror={js}>-->`, `*{x:"</style><img src=x onerror={js}>"}`, `@view-transition{navigation:auto}`, `@property --x{syntax:"<url>";inherits:true;initial-value:url({url})}`,
];

const relations = (
  "stylesheet;alternate stylesheet;preload;prefetch;prerender;preconnect;dns-prefetch;modulepreload;icon;shortcut icon;apple-touch-icon;import;manifest;pingback;search;next;dictionary;compression-dictionary;serviceworker;subresource;expect;offline;monetization"
).split(";");

const pixels = [
  `<img src="{url}" width=1 height=1>`, `<img src="{url}" width="1" height="1" alt="">`, `<img src="{url}" width="1px" height="1px">`, `<img src="{url}" width=" 1 " height="0">`, `<img src="{url}" width=0>`, `<img src="{url}" height=0>`,
  `<img src="{url}" style="width:1px;height:1px">`, `<img src="{url}" style="display:none">`, `<img src="{url}" style="visibility:hidden">`, `<img src="{url}" style="WIDTH: 1PX; HEIGHT : 1px !important">`, `<img src="{url}" hidden>`,
  `<noscript><img src="{url}" width=1 height=1></noscript>`, `<noscript><img height="1" width="1" style="display:none" src="{url}"></noscript>`, `<img srcset="{url} 1x" width=1 height=1>`, `<amp-pixel src="{url}"></amp-pixel>`, `<amp-img src="{url}" width=1 height=1></amp-img>`,
  `<picture><source srcset="{url} 2x"><img width=1 height=1 src="{url}"></picture>`, `<div style="background:url({url})">x</div>`, `<p><img src="{url}" width="1.0" height="1.0"> x</p>`, `<p>x <img src="{url}" width="2" height="2"></p>`,
   `<iframe src="{url}" width=1 height=1></iframe>`, `<img data-src="{url}" width=1 height=1>`, `<img src="{url}" width="01" height="01">`,
];

/** A gallery hides what comes next in the same way: it may stay. */
const hidden = [`<div hidden><img src="{url}"></div>`, `<div style="display:none"><img src="{url}"></div>`];

export const styleVectors = [
  ...declarations.flatMap((style) =>
    [`<p style="STYLE">x</p>`, `<span style='STYLE'>x</span>`, `<img src="https://images.example/s.png" style="STYLE">`].map((place) => ({
      kind: "style",
      markup: place.replace("STYLE", () => (place.includes("'STYLE'") ? style.replaceAll("'", "&#39;") : style.replaceAll('"', "&quot;"))),
    })),
  ),
  ...sheets.flatMap((sheet) => [`<style>${sheet}</style>`, `<svg><style>${sheet}</style></svg>`, `<style type="text/css" media=all>${sheet}</style>`].map((markup) => ({ kind: "style sheet", markup }))),
  ...relations.map((relation) => ({ kind: "link", markup: `<link rel="${relation}" href="{url}" as=image sizes=any onload="{js}" onerror="{js}">` })),
  ...pixels.map((markup) => ({ kind: "pixel", markup, unseen: true })),
  ...hidden.map((markup) => ({ kind: "pixel", markup })),
];

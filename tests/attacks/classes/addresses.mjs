// Addresses that run or load, in every attribute that takes one.

const spaced = [..."javascript"].join("\t");

/** What a browser's URL parser reads as a scheme that runs. */
const running = [
  `javascript:{js}`, `JaVaScRiPt:{js}`, ` javascript:{js}`, `\tjavascript:{js}`, `\njavascript:{js}`, `\u0001javascript:{js}`, `\u001fjavascript:{js}`, `\u0000javascript:{js}`, `java\tscript:{js}`, `java\nscript:{js}`,
  `java\r\nscript:{js}`, `java&#9;script:{js}`, `java&Tab;script:{js}`, `java&NewLine;script:{js}`, `javascript&colon;{js}`, `javascript&#58;{js}`, `javascript&#x3A;{js}`, `&#106;avascript:{js}`, `&#x6A&#x61vascript:{js}`,
  `&#0000106avascript:{js}`, `&#14;javascript:{js}`, `${spaced}:{js}`, `javascript://%0a{js}`, `javascript://x.example/%0d{js}`, `javascript:/*https://x.example/*/{js}`, `javascript:'https://x.example/';{js}`, `javascript\t:{js}`,
  `javascript\n:{js}`, `jav\u0000ascript:{js}`, `javascript\u0000:{js}`, `jav\u00adascript:{js}`, `\u00a0javascript:{js}`, `\u3000javascript:{js}`, `\ufeffjavascript:{js}`, `\u2028javascript:{js}`, `java\u200bscript:{js}`, `view-source:javascript:{js}`,
  `feed:javascript:{js}`, `jar:javascript:{js}!`, `//javascript:{js}`, `/javascript:{js}`, `https:javascript:{js}`, `https://x.example\tjavascript:{js}`, `#javascript:{js}`, `?javascript:{js}`, `javascript%3A{js}`, `%6Aavascript:{js}`,
  `\uff4aavascript:{js}`, `javas\u017fcript:{js}`, `javascript:javascript:{js}`, `javascript:\u2028{js}`, `javascript:"<img src=x onerror={js}>"`, `javascript:void(eval(name))`, `livescript:{js}`, `mocha:{js}`, `vbscript:{js}`, `VbScRiPt:{js}`,
  `v\tbscript:{js}`, `data:text/html,<script>parent.{js}</script>`, `data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==`, `DATA:TEXT/HTML,<img src=x onerror={js}>`, `da\nta:text/html,<script>{js}</script>`,
  `data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="{js}"/>`, `data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+`, `data:,{js}`, `data:application/xhtml+xml,<script xmlns="http://www.w3.org/1999/xhtml">{js}</script>`,
  `data:image/png,"><img src=x onerror={js}>`, `data:image/png\tx,<script>{js}</script>`, `data:image/gif;x="><script>{js}</script>,`, `blob:https://x.example/0`, `filesystem:https://x.example/temporary/x`, `file:///etc/passwd`, `about:blank`,
  `about:srcdoc`, `chrome://settings`, `moz-extension://x/`, `chrome-extension://x/y`, `resource://gre/`, `intent:#Intent;S.x={js};end`, `ms-settings:x`, `ws://x.example/`, `ftp://x.example/`, `tel:javascript:{js}`, `mailto:x?body=<script>{js}</script>`,
  `https://x.example/"><img src=x onerror={js}>`, `https://x.example/'onerror={js} x='`, "https://x.example/` onerror={js}", `https://x.example/)<img src=x onerror={js}>`, `https://x.example/\\"onerror={js}`, `https://a:b@[::1]/<script>{js}</script>`,
  `https://x.example/](javascript:{js})`, `https://x.example/?q=\`<img src=x onerror={js}>\``, `http://[<img src=x onerror={js}>]/`, `https://x.example:99999/javascript:{js}`, `\\\\x.example\\"onerror={js}`,
];

/** Those that stand for the rest where all of them would be too many. */
const typical = [0, 1, 5, 8, 11, 14, 22, 55, 58, 62].map((index) => running[index]);

const places = [
  `<a href="ADDRESS">x</a>`,
  `<a href='ADDRESS'>x</a>`,
  `<a xlink:href="ADDRESS">x</a>`,
  `<a href="https://x.example/" ping="ADDRESS">x</a>`,
  `<a href="ADDRESS"><img src="https://images.example/a.png" alt="x"></a>`,
  `<area href="ADDRESS">`,
  `<map name=m><area shape=rect coords="0,0,9,9" href="ADDRESS"></map><img usemap="#m" src="https://images.example/b.png">`,
  `<img src="ADDRESS">`,
  `<img data-src="ADDRESS">`,
  `<img srcset="ADDRESS 2x, ADDRESS 3x">`,
  `<img lowsrc="ADDRESS" dynsrc="ADDRESS" longdesc="ADDRESS" src="https://images.example/c.png">`,
  `<picture><source srcset="ADDRESS 2x"><img src="https://images.example/d.png"></picture>`,
  `<amp-img src="ADDRESS" width=300 height=200></amp-img>`,
  `<blockquote cite="ADDRESS"><p>x</p></blockquote>`,
  `<q cite="ADDRESS">x</q>`,
  `<del cite="ADDRESS">x</del><ins cite="ADDRESS">y</ins>`,
  `<table background="ADDRESS"><tr background="ADDRESS"><td background="ADDRESS">x</td></tr></table>`,
  `<iframe src="ADDRESS" width=500 height=300 title="x"></iframe>`,
  `<video src="ADDRESS" poster="ADDRESS" controls></video>`,
  `<video controls><source src="ADDRESS"></video>`,
  `<audio src="ADDRESS" controls></audio>`,
  `<embed src="ADDRESS">`,
  `<object data="ADDRESS" codebase="ADDRESS"></object>`,
  `<form action="ADDRESS"><button formaction="ADDRESS">x</button></form>`,
  `<input type=image src="ADDRESS" formaction="ADDRESS">`,
  `<link rel=stylesheet href="ADDRESS">`,
  `<base href="ADDRESS">`,
  `<svg><a href="ADDRESS"><text>x</text></a><a xlink:href="ADDRESS"><text>y</text></a></svg>`,
  `<svg><use href="ADDRESS"/><use xlink:href="ADDRESS"/></svg>`,
  `<svg><image href="ADDRESS"/><feImage href="ADDRESS"/></svg>`,
  `<svg><a><animate attributeName=href values="ADDRESS"/><set attributeName=href to="ADDRESS"/></a></svg>`,
  `<math href="ADDRESS"><mi href="ADDRESS" xlink:href="ADDRESS">x</mi></math>`,
  `<math><maction actiontype="statusline#ADDRESS" xlink:href="ADDRESS"><mi>x</mi></maction></math>`,
  `<math><annotation-xml encoding="text/html"><a href="ADDRESS">x</a></annotation-xml></math>`,
  `<script src="ADDRESS"></script>`,
  `<p><a href="#fn1">1</a></p><p id="fn1"><a href="ADDRESS">back</a> x</p>`,
  `<div itemscope itemprop="image" content="ADDRESS"><link itemprop="url" href="ADDRESS">x</div>`,
];

const quoted = (address) => address.replaceAll('"', "&quot;");

export const addressVectors = [
  ...running.flatMap((address) => [`<a href="ADDRESS">x</a>`, `<img src="ADDRESS" alt="y">`, `<a href="#ADDRESS">x</a>`].map((place) => ({ kind: "address", markup: place.replaceAll("ADDRESS", quoted(address)) }))),
  ...places.flatMap((place) =>
    typical.map((address) => ({ kind: "address", markup: (place.includes("='ADDRESS'") ? place.replaceAll("ADDRESS", address.replaceAll("'", "&#39;")) : place.replaceAll("ADDRESS", quoted(address))) })),
  ),
  ...places.map((place) => ({ kind: "request", markup: place.replaceAll("ADDRESS", "{url}") })),
];

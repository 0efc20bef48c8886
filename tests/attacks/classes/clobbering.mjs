// Names that take the place of what scripts of the page look for, and keys that reach into prototypes.

const names = (
  "document body head forms images links anchors scripts children childNodes attributes parentNode firstChild lastChild nextSibling nodeName tagName ownerDocument documentElement implementation defaultView location cookie domain URL " +
  "baseURI title currentScript activeElement createElement createTextNode createTreeWalker getElementById getElementsByTagName querySelector querySelectorAll write open close adoptNode importNode cloneNode appendChild removeChild insertBefore " +
  "innerHTML outerHTML textContent setAttribute getAttribute hasAttribute addEventListener dispatchEvent onerror onload self top parent window name length event frames " +
  "constructor prototype __proto__ __defineGetter__ toString valueOf hasOwnProperty toJSON then config settings jQuery trustedTypes pith pithReader a-1 p-panel-0 p-why-0 pith-note-1 pith-note-ref-1 notice"
).split(" ");

const holders = (name) => [
  `<a id="${name}" name="${name}" href="https://x.example/${name}">x</a>`,
  `<p id="${name}">x <a href="#${name}">y</a></p>`,
  `<form id="${name}" name="${name}"><input name="attributes"><input id="${name}" name="${name}"></form>`,
  `<img id="${name}" name="${name}" src="https://images.example/n.png">`,
  `<p><sup><a href="#${name}" id="ref-${name}">1</a></sup></p><ol><li id="${name}">note <a href="#ref-${name}">back</a></li></ol>`,
];

const others = [
  `<iframe name="document" src="https://video.example/x"></iframe>`, `<object id="body" name="body"></object>`, `<embed name="forms">`, `<a id=x><a id=x name=y href="javascript:{js}">x</a>`, `<a id=defaults><a id=defaults name=url href="cid:&quot;onerror={js}//">x</a>`,
  `<p __proto__="x" constructor="y" toString="z">x</p>`, `<__proto__>x</__proto__>`, `<constructor>x</constructor>`, `<a href="#__proto__">x</a><p id="__proto__">y</p>`, `<p id="x y&#9;z">x <a href="#x y&#9;z">y</a></p>`,
  `<p id="&quot;onclick={js}">x <a href="#&quot;onclick={js}">y</a></p>`, `<p id="<img src=x onerror={js}>">x <a href="#<img src=x onerror={js}>">y</a></p>`, `<p id="a&#13;&#13;b">x <a href="#a&#13;&#13;[c](javascript:{js})">y</a></p>`,
  `<p id="&#96;">x <a href="#&#96;">y</a> <code>&lt;img src=x onerror={js}&gt;</code></p>`, `<p id="%22">x <a href="#%22">y</a></p>`, `<p id="pith-note-1">x <a href="#pith-note-1">y</a></p><p>z<span class="sidenote">a note in the margin of it</span> more</p>`,
  `<a href="#${"long".repeat(80)}&#13;&#13;![x]({url})">x</a>`, `<a name="${"q".repeat(300)}" href="#${"q".repeat(300)}">x</a>`,
];

export const clobberingVectors = [...names.flatMap(holders), ...others].map((markup) => ({ kind: "clobbering", markup }));

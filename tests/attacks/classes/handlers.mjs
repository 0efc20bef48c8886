// Event handlers on every kind of element.

const events = (
  "abort activate afterprint afterscriptexecute animationcancel animationend animationiteration animationstart auxclick beforecopy beforecut beforeinput beforematch beforepaste beforeprint " +
  "beforescriptexecute beforetoggle beforeunload begin blur cancel canplay canplaythrough change click close command contentvisibilityautostatechange contextlost contextmenu contextrestored copy cuechange cut dblclick drag dragend " +
  "dragenter dragexit dragleave dragover dragstart drop durationchange emptied end ended error focus focusin focusout formdata fullscreenchange gesturestart gotpointercapture hashchange input " +
  "invalid keydown keypress keyup languagechange load loadeddata loadedmetadata loadend loadstart lostpointercapture message mousedown mouseenter mouseleave mousemove mouseout mouseover " +
  "mouseup mousewheel offline online pagehide pageshow paste pause play playing pointercancel pointerdown pointerenter pointerleave pointermove pointerout pointerover pointerrawupdate " +
  "pointerup popstate progress propertychange ratechange readystatechange repeat reset resize resume scroll scrollend scrollsnapchange search securitypolicyviolation seeked seeking select selectionchange selectstart show " +
  "slotchange snapchanged stalled start storage submit suspend timeupdate toggle touchcancel touchend touchmove touchstart transitioncancel transitionend transitionrun transitionstart " +
  "unhandledrejection unload volumechange waiting webkitanimationend webkittransitionend wheel zoom"
).split(" ");

const elements = [
  `<img src=x HANDLER>`,
  `<p HANDLER tabindex=1 contenteditable>x</p>`,
  `<a href="https://x.example/" HANDLER>x</a>`,
  `<b HANDLER>x</b>`,
  `<code HANDLER>x</code>`,
  `<svg HANDLER><circle r=1 HANDLER /></svg>`,
  `<math HANDLER><mi HANDLER>x</mi></math>`,
  `<table HANDLER><tr HANDLER><td HANDLER>x</td></tr></table>`,
  `<ul HANDLER><li HANDLER>x</li></ul>`,
  `<blockquote HANDLER><p>x</p></blockquote>`,
  `<pre HANDLER>x</pre>`,
  `<figure HANDLER><img src=x HANDLER><figcaption HANDLER>x</figcaption></figure>`,
  `<h2 HANDLER>x</h2>`,
  `<details HANDLER open><summary HANDLER>x</summary>y</details>`,
  `<time datetime="2026-01-01" HANDLER>x</time>`,
  `<abbr title=x HANDLER>x</abbr>`,
  `<ruby HANDLER>x<rt HANDLER>y</rt></ruby>`,
  `<q HANDLER>x</q>`,
  `<video HANDLER src=x></video>`,
  `<input HANDLER autofocus>`,
  `<iframe HANDLER src="https://video.example/x"></iframe>`,
  `<dl><dt HANDLER>x</dt><dd HANDLER>y</dd></dl>`,
  `<aside class="callout note" HANDLER><p>x</p></aside>`,
  `<sup HANDLER><a href="#fn" HANDLER>1</a></sup>`,
  `<x-custom HANDLER>x</x-custom>`,
];

/** How a handler's name and value can be written so that a filter of text misses it and a parser does not. */
const spellings = [
  `onerror="{js}"`, `onerror={js}`, `onerror='{js}'`, `ONERROR={js}`, `oNeRrOr = {js}`, `onerror\n=\n{js}`, `onerror\f={js}`, `/onerror={js}`, `//onerror={js}`, `x/onerror={js}`, `"onerror={js}`,
  `'onerror={js}`, `""onerror={js}`, "`onerror={js}", `=onerror={js}`, `\u0000onerror={js}`, `on\u0000error={js}`, `onerror\u0000={js}`, `\u000bonerror={js}`, `\u00a0onerror={js}`, `onerror=&#116;rip(0),{js}`,
  `onerror=\\u0074rip(0),{js}`, `onerror="&#x74;rip(0)&semi;{js}"`, `onerror=javascript:{js}`, `title="x"onerror={js}`, `title='x'onerror={js}`, `alt="\`" onerror={js}`, `alt='"' onerror={js}`, `alt="'" onerror={js} x="'"`,
  `alt="&quot; onerror={js} x=&quot;"`, `alt="x&#10;onerror={js}"`, `title="--><img src=x onerror={js}>"`, `title="]]><img src=x onerror={js}>"`, `alt="</style><img src=x onerror={js}>"`, `__proto__=x onerror={js}`,
  `constructor=x onerror={js}`, `xmlns:onerror={js}`, `xlink:onerror={js}`, `ev:event=error onerror={js}`, `data-x=1 onerror={js}`, `@error="{js}"`, `:onerror="{js}"`, `v-on:error="{js}"`, `(error)="{js}"`, `ng-init="constructor.constructor('{js}')()"`,
];

export const handlerVectors = [
  ...events.map((event, index) => ({ kind: "handler", markup: elements[index % elements.length].replaceAll("HANDLER", `on${event}="{js}"`) })),
  ...elements.flatMap((element) =>
    ["error", "load", "focus", "click", "mouseover", "toggle", "animationstart"].map((event) => ({ kind: "handler", markup: element.replaceAll("HANDLER", `on${event}={js}`) })),
  ),
  ...spellings.flatMap((spelling) =>
    [`<img src=x ${spelling}>`, `<a href="https://x.example/" ${spelling}>x</a>`].map((markup) => ({ kind: "handler spelling", markup })),
  ),
];

// Made-up pages, served from localhost under the headers they need.

import { createServer } from "node:http";
import { readFileSync } from "node:fs";

import { clobbered } from "../../support/clobbered.mjs";

export const title = "The ferry that kept its own time";
export const paragraphs = [
  "For thirty-one years the ferry between Oster Quay and the lighthouse island left when Maren Tolvik thought the water looked right, and not a minute before. The timetable on the harbour wall was painted over every spring, and every autumn somebody scratched a new one into the fresh paint.",
  "Visitors complained, of course. They stood on the slipway with their watches held out in front of them, as though the tide might read them and hurry along. Maren poured coffee from a dented flask, looked at the line where the current met the still water, and said that the island had not moved so far this week.",
  "What nobody had written down was that in all that time the boat had not once been late for the doctor, the school or the post. She knew the slack water by the colour of the weed on the third pile, and she knew the wind by the way the gulls sat on the customs shed, facing north or not at all.",
  "When the county replaced her with a schedule in the year the bridge opened further up the sound, the new pilot kept the logbook she had left in the wheelhouse. It had two columns: the hour at which she had sailed, and, in pencil, the name of whoever had been waiting for it.",
  "The schedule lasted a winter. By April the pilot had begun to look at the weed on the third pile as well, and the paint on the harbour wall was left alone. It still says nothing at all about when the ferry goes, and people still come down to the slipway at about the right time.",
];
export const promotions = ["Subscribe to our newsletter for weekly harbour news", "Sponsored: waterproof boots at half price"];

/** Stands in a box of its own in the middle of `/box`. */
export const fact = "The sound is four miles wide at Oster Quay, and nowhere deeper than the lighthouse is tall, which the pilots of the bridge company never quite believed.";

export const consent =
  "We and our partners keep cookies on your device, and read what is kept there, to count our readers, to choose what we show to them, and to learn what they are likely to buy in the coming year.";

/** As a mail or a README has it: lines of one width, parted by empty lines. */
export const plainText = [title, ...paragraphs].map((text) => text.replace(/(.{50,76})(?: |$)/g, "$1\n").trim()).join("\n\n");

const story = `
  <nav><a href="/">Home</a> <a href="/news">News</a> <a href="/boats">Boats</a> <a href="/contact">Contact</a></nav>
  <main>
    <article>
      <h1>${title}</h1>
      <p class="byline">By Ingrid Halvorsen</p>
      ${paragraphs.slice(0, 2).map((text) => `<p>${text}</p>`).join("\n")}
      <aside class="newsletter promo"><p><a href="/subscribe">${promotions[0]}</a></p></aside>
      ${paragraphs.slice(2).map((text) => `<p>${text}</p>`).join("\n")}
    </article>
  </main>
  <aside class="sidebar ad"><a href="/boots">${promotions[1]}</a></aside>
  <footer><a href="/imprint">Imprint</a> <a href="/privacy">Privacy</a></footer>`;

/** Of a page that lets nobody use the clipboard. */
export const uncopiedTitle = "The ferry that could not be copied";

/** What the pilots wrote in all those years: paragraphs of a megabyte together. */
export const logbook = Array.from({ length: 3800 }, (_, day) => `Day ${day + 1}. ${paragraphs[day % paragraphs.length]}`);

const head = `<meta charset="utf-8"><title>${title} | Harbour Gazette</title>`;

/** Of the same news in another script, which goes from right to left. */
export const arabic = {
  title: "العبّارة التي كانت لها ساعتها",
  paragraphs: [
    "طوال واحد وثلاثين عامًا كانت العبّارة بين الرصيف وجزيرة المنارة تغادر حين ترى ربّانتها أن الماء قد صار كما ينبغي، لا قبل ذلك بدقيقة ولا بعده.",
    "وكان الزوّار يشتكون بالطبع. كانوا يقفون على الرصيف وساعاتهم في أيديهم كأن المدّ يقرأها فيسرع، وكانت هي تصبّ القهوة وتنظر إلى حيث يلتقي التيّار بالماء الساكن.",
    "وما لم يكتبه أحد أن القارب لم يتأخّر مرّة واحدة عن الطبيب ولا عن المدرسة ولا عن البريد، فقد كانت تعرف الماء الراكد من لون الأعشاب على الوتد الثالث.",
    "وحين جاء الجدول مكانها لم يدم إلا شتاءً واحدًا، ثم أخذ الربّان الجديد ينظر هو أيضًا إلى الأعشاب على الوتد الثالث.",
  ],
};

const pages = {
  "/arabic": {
    body: `<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${arabic.title}</title></head><body><nav><a href="/">الرئيسية</a></nav><article><h1>${arabic.title}</h1>
      ${arabic.paragraphs.map((text) => `<p>${text}</p>`).join("\n")}</article></body></html>`,
  },
  "/program": {
    body: `<!DOCTYPE html><html lang="en"><head>${head}</head><body>${story.replace(`<aside class="newsletter`, `<pre><code class="language-python">def tide(hour):  # slack water\n    return "high"</code></pre>$&`)}</body></html>`,
  },
  "/article": { body: `<!DOCTYPE html><html lang="en"><head>${head}</head><body>${story}<div style="height:4000px"></div></body></html>` },
  // Scrolls smoothly, scrolls its body, hides what it does not know, and holds a modal dialog over everything.
  "/hostile": {
    body: `<!DOCTYPE html><html lang="en"><head>${head}<style>
      html { scroll-behavior: smooth; overflow: visible; } body { overflow-y: scroll; }
      * { font-family: fantasy; } html > :not(head, body) { display: none; opacity: 0; position: static; }
      dialog { display: none; color: red; } dialog[open] { display: block; }</style></head>
      <body>${story}<input id="field"><div style="height:4000px"></div>
      <dialog id="consent"><p>We value your privacy</p><button>Agree</button></dialog>
      <script>document.getElementById("consent").showModal()</script></body></html>`,
  },
  "/strict": {
    headers: {
      "content-security-policy": "default-src 'none'; script-src 'none'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    },
    body: `<!DOCTYPE html><html lang="en"><head>${head}</head><body>${story}</body></html>`,
  },
  // Scripts of the page that watch whatever anyone does, and lie in wait for the reader's own element.
  "/spying": {
    body: `<!DOCTYPE html><html lang="en"><head>${head}<script>
      globalThis.spied = [];
      const { apply } = Reflect;
      const attachShadow = Element.prototype.attachShadow;
      const note = (name) => { spied[spied.length] = String(name); };
      const watch = (owner, name) => {
        const own = owner[name];
        owner[name] = function () { note(name); return apply(own, this, arguments); };
      };
      for (const [owner, names] of [
        [Element.prototype, ["attachShadow", "append", "setAttribute", "remove", "closest", "querySelectorAll"]], [Node.prototype, ["appendChild", "cloneNode"]],
        [Document.prototype, ["createElement", "adoptNode", "importNode", "querySelector"]], [DOMImplementation.prototype, ["createHTMLDocument"]],
        [Array.prototype, ["push", "map", "filter", "join", Symbol.iterator]], [EventTarget.prototype, ["addEventListener"]], [CustomElementRegistry.prototype, ["define", "get"]],
        [Promise.prototype, ["then"]], [JSON, ["parse", "stringify"]], [Reflect, ["get"]], [HTMLDialogElement.prototype, ["showModal"]], [CSSStyleSheet.prototype, ["replaceSync"]],
      ]) for (const name of names) watch(owner, name);
      Object.defineProperty(Element.prototype, "outerHTML", { get() { note("outerHTML"); return "<p>forged</p>"; } });
      class Waiting extends HTMLElement {
        constructor() {
          super();
          try { globalThis.caught = this.attachInternals(); } catch (error) { globalThis.caught = { shadowRoot: null }; }
          try { globalThis.forged = apply(attachShadow, this, [{ mode: "open" }]); } catch { globalThis.forged = null; }
        }
      }
      customElements.define("pith-reader", Waiting);
      globalThis.paths = [];
      for (const type of ["click", "keydown", "focusin", "pointermove"]) addEventListener(type, (event) => { paths[paths.length] = event.composedPath()[0]; }, true);
      globalThis.spied.length = 0;
      </script></head><body>${story}</body></html>`,
  },
  // Elements of a writer, not scripts, that stand in for what scripts ask the document for.
  "/clobbered": {
    body: `<!DOCTYPE html><html lang="en"><head>${head}</head><body>${story}
      ${clobbered}</body></html>`,
  },
  // Asks for many things, of which none may be asked for again by the reader.
  "/asking": {
    body: `<!DOCTYPE html><html lang="en"><head>${head}<link rel="icon" href="data:,"><link rel="prefetch" href="/later"></head><body>${story.replace("</h1>", `</h1>
      <img src="/pixel" width="1" height="1"><img src="/hidden" style="display:none"><iframe src="/frame" width="400" height="300" title="A film"></iframe>
      <video src="/film" poster="/still"></video><object data="/object"></object><p style="background:url(/background)">${paragraphs[1]}</p>`)}</body></html>`,
  },
  // Forbids `navigator.clipboard`, where the browser heeds that.
  "/no-clipboard": {
    headers: { "permissions-policy": "clipboard-write=()" },
    body: `<!DOCTYPE html><html lang="en"><head>${head}</head><body>${story}</body></html>`.replaceAll(title, uncopiedTitle),
  },
  // A megabyte, all of it of the article.
  "/logbook": {
    body: () => `<!DOCTYPE html><html lang="en"><head>${head}</head><body><article><h1>${title}</h1>${logbook.map((text) => `<p>${text}</p>`).join("\n")}</article></body></html>`,
  },
  "/empty": { body: `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Nothing</title></head><body></body></html>` },
  // Its text stands in data for search engines only.
  "/unseen": {
    body: `<!DOCTYPE html><html lang="en"><head>${head}<script type="application/ld+json">${JSON.stringify({ "@context": "https://schema.org", "@type": "NewsArticle", headline: title, articleBody: paragraphs.join("\n\n") })}</script></head>
      <body><nav><a href="/">Home</a></nav><div id="app"></div></body></html>`,
  },
  // A front page that reads like an article.
  "/": { body: `<!DOCTYPE html><html lang="en"><head>${head}</head><body>${story}</body></html>` },
  // Grows when told to: by paragraphs after the ones it has.
  "/growing": {
    body: `<!DOCTYPE html><html lang="en"><head>${head}</head><body>${story}<script>
      globalThis.grow = (text) => { const p = document.createElement("p"); p.textContent = text; document.querySelector("article").append(p); };
      globalThis.turnPage = (texts) => {
        history.pushState({}, "", "?page=2");
        document.querySelectorAll("article > p:not(.byline)").forEach((p, place) => { if (place > 0) p.textContent = texts[place % texts.length]; });
      };
      </script></body></html>`,
  },
  // Has nothing at first, and its article when told to.
  "/late": {
    body: `<!DOCTYPE html><html lang="en"><head>${head}</head><body><p>Loading</p><template>${story}</template><script>
      globalThis.arrive = () => document.body.replaceChildren(document.querySelector("template").content.cloneNode(true));
      </script></body></html>`,
  },
  // Has nothing at first, and when told to its article in the shadow root of an element that has none until then, or in a frame.
  "/component": {
    body: `<!DOCTYPE html><html lang="en"><head>${head}</head><body><story-app></story-app><iframe width="800" height="600" srcdoc="<p>Loading</p>"></iframe><template>${story}</template><script>
      const copy = () => document.querySelector("template").content.cloneNode(true);
      let root;
      globalThis.attach = (text) => { root = document.querySelector("story-app").attachShadow({ mode: "closed" }); root.append(text); };
      globalThis.arrive = () => root.replaceChildren(copy());
      globalThis.arriveInFrame = () => document.querySelector("iframe").contentDocument.body.replaceChildren(copy());
      </script></body></html>`,
  },
  // Has a long text first, and an article that is shorter in its place when told to.
  "/consent": {
    body: `<!DOCTYPE html><html lang="en"><head>${head}</head><body><main><h1>Your choice</h1>${`<p>${consent}</p>`.repeat(20)}</main><template>${story}</template><script>
      globalThis.agree = () => document.body.replaceChildren(document.querySelector("template").content.cloneNode(true));
      </script></body></html>`,
  },
  // Becomes another page without being loaded anew.
  "/app": {
    body: `<!DOCTYPE html><html lang="en"><head>${head}</head><body><p>Choose a story</p><template>${story}</template><script>
      globalThis.goTo = (path, title) => {
        history.pushState({}, "", path);
        document.body.replaceChildren(document.querySelector("template")?.content.cloneNode(true) ?? "", ...document.querySelectorAll("template"));
        document.querySelector("h1").textContent = document.title = title;
      };
      </script></body></html>`,
  },
  // Has something beside its story in a frame, and in an open shadow root.
  "/beside": {
    body: `<!DOCTYPE html><html lang="en"><head>${head}</head><body><iframe width="600" height="100" srcdoc="<p>Boots</p><div class='ad'><p>${promotions[1]}</p></div>"></iframe><boat-box></boat-box>${story}<script>
      document.querySelector("boat-box").attachShadow({ mode: "open" }).innerHTML = "<p>Boats</p><div class='ad'><p>${promotions[0]}</p></div>";
      </script></body></html>`,
  },
  "/shadow": {
    body: `<!DOCTYPE html><html lang="en"><head>${head}</head><body><main><h1>${title}</h1><story-part></story-part>
      <iframe srcdoc="<p>${paragraphs[3]}</p>" width="600" height="200"></iframe><p>${paragraphs[4]}</p></main><script>
      document.querySelector("story-part").attachShadow({ mode: "closed" }).innerHTML = ${JSON.stringify(paragraphs.slice(0, 3).map((text) => `<p>${text}</p>`).join(""))};
      </script></body></html>`,
  },
  // Leads to another site, of this same computer.
  "/moved": { status: 302, headers: (host) => ({ location: `http://elsewhere.localhost:${host.split(":")[1]}/article` }) },
  // As pages were made once: a frame beside the other, and no body.
  "/frames": { body: `<!DOCTYPE html><html><head><title>Frames</title></head><frameset cols="200,*"><frame src="/menu"><frame src="/article"></frameset></html>` },
  "/menu": { body: `<!DOCTYPE html><html><head><title>Menu</title></head><body><a href="/">Home</a> <a href="/news">News</a></body></html>` },
  // All of it is the file's, even what would be promotion elsewhere.
  "/verse%20and%20code.txt": {
    headers: { "content-type": "text/plain; charset=utf-8" },
    body: `${paragraphs[0]}\n\nThe ships go down the river,\n   and turn, and then are gone.\n\n${promotions.join("\n\n")}\n\nif (tide) {\n  wait();\n}\n`,
  },
  "/plain.txt": { headers: { "content-type": "text/plain; charset=utf-8" }, body: plainText },
  "/page.xhtml": {
    headers: { "content-type": "application/xhtml+xml" },
    body: `<?xml version="1.0" encoding="utf-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>${title}</title></head><body><article><h1>${title}</h1>
      ${paragraphs.map((text) => `<p>${text}</p>`).join("\n")}</article></body></html>`,
  },
  // One block of a kind that a rule can be made of.
  "/box": {
    body: `<!DOCTYPE html><html lang="en"><head>${head}</head><body><main><article><h1>${title}</h1>${paragraphs.slice(0, 3).map((text) => `<p>${text}</p>`).join("")}
      <div class="css-1x8fk2 harbour-facts"><p>${fact}</p></div>${paragraphs.slice(3).map((text) => `<p>${text}</p>`).join("")}</article></main></body></html>`,
  },
  // Forbids almost everything, and has a picture of its own and one of another server, which pages may show and not read.
  "/pictured": {
    headers: { "content-security-policy": "default-src 'none'; img-src *; connect-src 'self'; script-src 'none'; style-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'" },
    body: (host) => `<!DOCTYPE html><html lang="en"><head>${head}</head><body>${story.replace("</h1>", `</h1>
      <figure><img src="/picture.png" width="480" height="480" alt="The pier"><figcaption>The pier at noon</figcaption></figure>
      <figure><img src="http://localhost:${host.split(":")[1]}/picture.png?other" width="480" height="480" alt="The boat"><figcaption>The boat at night</figcaption></figure>`)}</body></html>`,
  },
  "/picture.png": { headers: { "content-type": "image/png" }, body: readFileSync(new URL("../../../extension/icons/48.png", import.meta.url)) },
  "/drawing": {
    headers: { "content-type": "image/svg+xml" },
    body: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4"/></svg>`,
  },
};

/** Serves the pages on a free port of localhost; `requests` grows with each address asked for. */
export async function servePages() {
  const requests = [];
  const server = createServer((request, response) => {
    requests.push(request.url);
    const page = pages[new URL(request.url, "http://localhost").pathname];
    const headers = typeof page?.headers === "function" ? page.headers(request.headers.host) : page?.headers;
    response.writeHead(page === undefined ? 404 : (page.status ?? 200), { "content-type": "text/html; charset=utf-8", ...headers });
    response.end(typeof page?.body === "function" ? page.body(request.headers.host) : (page?.body ?? ""));
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () =>
    new Promise((resolve) => {
      server.close(resolve);
      server.closeAllConnections();
    });
  return { address: `http://127.0.0.1:${server.address().port}`, requests, close };
}

// The tripwire: runs in the page of each engine, as one script without imports. Defines `wire`.
//
// What an output may hold is told to it; what it finds beyond that, and what happens, it answers in words.

globalThis.wire = (() => {
  const tripped = [];
  const trip = (what) => {
    tripped.push(String(what));
    return true;
  };
  globalThis.trip = trip;
  for (const name of ["alert", "confirm", "prompt", "print", "open"]) globalThis[name] = (...given) => trip(`${name}(${given.join(", ")})`);
  for (const name of ["log", "info", "warn", "debug", "dir", "table", "trace"]) console[name] = (...given) => trip(`console.${name}(${given.join(", ")})`);
  globalThis.addEventListener("securitypolicyviolation", ({ violatedDirective }) => trip(`policy ${violatedDirective}`));

  // What a picture holds as data is no page and cannot act, and one that is a telephone number shows nothing: `anyData` lets them pass.
  const inert = document.implementation.createHTMLDocument("");
  const mathml = "http://www.w3.org/1998/Math/MathML";
  const html = "http://www.w3.org/1999/xhtml";

  /** Parses into a document where nothing loads or runs. */
  function reparse(markup) {
    const box = inert.createElement("div");
    box.innerHTML = markup;
    return box;
  }

  /** Of a line feed that `<pre>` begins with, parsers take one off each time: the one change that carries nothing. */
  const settled = (markup) => markup.replace(/(<pre[^>]*>)\n+/g, "$1");

  /** What an element holds beyond the lists, as sentences. */
  function excess(root, allowed) {
    const found = [];
    for (const element of root.querySelectorAll("*")) {
      const name = element.localName;
      const isMath = allowed.math.includes(name);
      if (!allowed.anyNamespace && element.namespaceURI !== (isMath ? mathml : html)) found.push(`<${name}> of ${element.namespaceURI}`);
      if (!isMath && !allowed.elements.includes(name)) found.push(`<${name}>`);
      if (element.shadowRoot) found.push(`<${name}> with a shadow root`);
      for (const { name: attribute, value } of element.attributes) {
        if (!(isMath ? allowed.mathAttributes : allowed.attributes).includes(attribute)) found.push(`<${name} ${attribute}="${value}">`);
        if (["id", "name", "for"].includes(attribute) && !value.startsWith(allowed.idPrefix)) found.push(`<${name} ${attribute}="${value}"> without prefix`);
        if (["href", "src", "cite"].includes(attribute)) {
          if (!URL.canParse(value, document.baseURI)) continue; // leads nowhere
          const { protocol } = new URL(value, document.baseURI);
          const safe = attribute === "src" ? (allowed.anyData && /^(data|tel|mailto):$/.test(protocol)) || /^data:image\/(png|jpeg|gif|webp|avif)[;,]/i.test(value) || /^https?:$/.test(protocol) : /^(https?|mailto|tel):$/.test(protocol);
          if (!safe) found.push(`<${name} ${attribute}="${value}">`);
        }
      }
      if (name === "a" && element.hasAttribute("href") && !element.getAttribute("href").startsWith("#") && allowed.rel && !element.relList?.contains("noopener")) {
        found.push(`<a href="${element.getAttribute("href")}"> without noopener`);
      }
    }
    return found;
  }

  /** A node as text in which only what parsing may not change is left: line breaks stand between blocks, and carry nothing. */
  function outline(node) {
    if (node.nodeType === 3) return node.data;
    const inner = [...node.childNodes].map(outline).join("");
    const attributes = [...node.attributes].filter(({ name }) => name !== "rel").map(({ name, value }) => ` ${name}=${JSON.stringify(value)}`);
    return `<${node.localName}${attributes.sort().join("")}>${inner}</>`;
  }
  function outlineOfTree(node) {
    if (typeof node === "string") return node;
    const [tag, attributes, ...children] = node;
    const written = Object.entries(attributes).filter(([name]) => !name.startsWith("data-pith-")).map(([name, value]) => ` ${name}=${JSON.stringify(value)}`);
    return `<${tag}${written.sort().join("")}>${children.map(outlineOfTree).join("")}</>`;
  }
  const level = (text) => text.replace(/\\[rn]|[\r\n]/g, "");

  /** Puts an output into the live page in every way that there is, and reads it again. */
  function show(markup, allowed) {
    const live = document.createElement("div");
    document.body.append(live);
    live.innerHTML = markup;
    const found = excess(live, allowed);
    const once = live.innerHTML;
    if (settled(reparse(once).innerHTML) !== settled(once)) found.push("reads otherwise when it was written again");
    const parsed = new DOMParser().parseFromString(markup, "text/html");
    if (parsed.head.childNodes.length > 0) found.push(`something in the head: ${parsed.head.innerHTML}`);
    if (parsed.body.innerHTML.trim() !== once.trim()) found.push("DOMParser reads it otherwise");
    if (live.setHTMLUnsafe !== undefined) {
      const unsafe = document.createElement("div");
      document.body.append(unsafe);
      unsafe.setHTMLUnsafe(markup);
      if (unsafe.innerHTML !== once) found.push("setHTMLUnsafe reads it otherwise");
    }
    return { live, found };
  }

  /** The page's own members, which no element of an article may stand in for. */
  const members = () => {
    const own = new Map();
    for (const name in document) {
      const value = document[name];
      own.set(name, typeof value === "function" || name === "body" || name === "documentElement" || name === "defaultView" ? value : value instanceof Element ? "an element" : typeof value);
    }
    return own;
  };

  /** Tries a batch of outputs. Answers with `[id, output, what]` for each thing that should not be. */
  function run(batch, lists) {
    const problems = [];
    const before = members();
    for (const { id, html, tree, rendered } of batch) {
      const say = (output, found) => found.forEach((what) => problems.push([id, output, what]));
      if (html !== undefined) {
        const { live, found } = show(html, lists.html);
        if (tree !== undefined && level(outline(live.firstElementChild)) !== level(outlineOfTree(tree))) found.push(`not the tree\n${level(outline(live.firstElementChild))}\n${level(outlineOfTree(tree))}`);
        say("html", found);
      }
      for (const [output, markup] of Object.entries(rendered ?? {})) say(output, show(markup, lists.markdown).found);
    }
    const after = members();
    for (const [name, value] of before) if (after.get(name) !== value && name !== "activeElement") problems.push([batch[0].id, "page", `document.${name} was taken`]);
    return problems;
  }

  /**
   * Shows articles in the reader view, which view.mjs bundles.
   * @param sanitize "no", "yes", or "compare": it must take nothing away
   */
  function mount(batch, lists, sanitize) {
    const problems = [];
    for (const { id, article } of batch) {
      const place = document.createElement("div");
      document.body.append(place);
      const { root, destroy } = globalThis.mountForAttack(place, article, sanitize !== "no");
      const view = root.querySelector(".text");
      for (const what of excess(view, lists.view)) problems.push([id, "view", what]);
      if (sanitize === "compare") {
        const plain = globalThis.mountForAttack(place, article, false);
        if (plain.root.querySelector(".text").innerHTML !== view.innerHTML) problems.push([id, "view", "the sanitizer took something away"]);
        plain.destroy();
      }
      for (const image of view.querySelectorAll("img")) image.loading = "eager"; // what waits to be scrolled to would not fail before the view goes
      destroy();
      place.remove();
    }
    return problems;
  }

  return { run, mount, tripped };
})();

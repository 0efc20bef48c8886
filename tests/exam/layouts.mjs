// How a page of the exam is marked up: the same parts, as sites of many makes would write them.

const kEntities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const escape = (text) => text.replaceAll(/[&<>"]/g, (sign) => kEntities[sign]);
const anchored = (line, number) => (line.link ? `<a href="/s/${number}">${escape(line.text)}</a>` : escape(line.text));

/** Maps each part through its role's function; `promo` is what roles without one take. */
const each = (parts, makers) => parts.map((part, number) => (makers[part.role] ?? makers.promo)(part, number)).join("\n");

/** The parts of three zones: before the headline, the story from headline to last paragraph, and below. */
function zones(parts) {
  const first = parts.findIndex((part) => part.role === "title");
  const last = parts.findLastIndex((part) => part.role === "body");
  return { top: parts.slice(0, first), story: parts.slice(first, last + 1), below: parts.slice(last + 1) };
}

const text = (part) => anchored(part.lines[0], 0);
const paragraphs = (part, number) => part.lines.map((line) => `<p>${anchored(line, number)}</p>`).join("\n");
const boxes = (name) => (part, number) => part.lines.map((line) => `<div class="${name}">${anchored(line, number)}</div>`).join("\n");
const flat = (parts) => parts.flatMap((part) => part.lines.map((line) => ({ ...line, role: part.role })));

/** A heading and a list of links, or lone lines. */
function box(tag, className, heading) {
  return (part, number) => {
    const [first, ...rest] = part.lines;
    if (!part.heading) return `<${tag} class="${className}">${part.lines.map((line) => `<p>${anchored(line, number)}</p>`).join("")}</${tag}>`;
    const items = rest.map((line, index) => `<li>${anchored(line, number * 10 + index)}</li>`).join("");
    return `<${tag} class="${className}"><${heading}>${escape(first.text)}</${heading}><ul>${items}</ul></${tag}>`;
  };
}

/** By name: parts → the body's HTML. */
export const kLayouts = {
  semantic(parts) {
    const { top, story, below } = zones(parts);
    const promo = box("aside", "more", "h3");
    const makers = { title: (p) => `<h1>${text(p)}</h1>`, standfirst: (p) => `<p class="standfirst">${text(p)}</p>`, body: paragraphs, promo };
    return `<header><nav><a href="/">A</a></nav></header><main>${each(top, { promo })}<article>${each(story, makers)}</article>${each(below, { promo })}</main>`;
  },
  div_soup(parts) {
    const makers = { title: boxes("css-8tq0zz"), standfirst: boxes("css-77ab6"), body: boxes("css-p4r4"), promo: boxes("css-p4r4") };
    return `<div id="__next"><div class="css-root"><div class="css-col7">${each(parts, makers)}</div></div></div>`;
  },
  flat_p(parts) {
    return `<div id="content">${each(parts, { title: (p) => `<h2>${text(p)}</h2>`, promo: paragraphs })}</div>`;
  },
  br_separated(parts) {
    return `<div class="text">${flat(parts).map((line) => escape(line.text)).join("<br><br>\n")}</div>`;
  },
  cards(parts) {
    const card = (part, number) => `<section class="card"><div class="card-body">${paragraphs(part, number)}</div></section>`;
    return `<div class="page">${each(parts, { title: (p) => `<h1 class="card-title">${text(p)}</h1>`, promo: card })}</div>`;
  },
  table(parts) {
    const row = (part, number) => part.lines.map((line) => `<tr><td>${anchored(line, number)}</td></tr>`).join("\n");
    return `<table width="760" align="center"><tr><td><table>${each(parts, { title: (p) => `<tr><td><b>${text(p)}</b></td></tr>`, promo: row })}</table></td></tr></table>`;
  },
  lists(parts) {
    const list = (part, number) => `<ul class="l">${part.lines.map((line) => `<li>${anchored(line, number)}</li>`).join("")}</ul>`;
    return `<div class="wrap">${each(parts, { title: (p) => `<h1>${text(p)}</h1>`, standfirst: paragraphs, body: paragraphs, promo: list })}</div>`;
  },
  headings(parts) {
    const headed = (part, number) => `<div><h4>${anchored(part.lines[0], number)}</h4>${part.lines.slice(1).map((line) => `<div>${anchored(line, number)}</div>`).join("")}</div>`;
    return `<main>${each(parts, { title: (p) => `<h1>${text(p)}</h1>`, standfirst: (p) => `<h2>${text(p)}</h2>`, body: paragraphs, promo: headed })}</main>`;
  },
  inside(parts) {
    const strong = (part, number) => part.lines.map((line) => `<p><strong>${anchored(line, number)}</strong></p>`).join("\n");
    return `<article><div class="entry">${each(parts, { title: (p) => `<h1>${text(p)}</h1>`, standfirst: paragraphs, body: paragraphs, promo: strong })}</div></article>`;
  },
  nested(parts) {
    const wrap = (inner) => `<div><div><div>${inner}</div></div></div>`;
    return wrap(each(parts, { title: (p) => wrap(`<h1>${text(p)}</h1>`), promo: (part, number) => wrap(paragraphs(part, number)) }));
  },
  wordpress(parts) {
    const { top, story, below } = zones(parts);
    const makers = { title: (p) => `<h1 class="entry-title">${text(p)}</h1>`, standfirst: paragraphs, body: paragraphs, promo: box("div", "td-block td-post-related", "h4") };
    const widget = box("section", "widget widget_text", "h2");
    return `<div id="page" class="site"><div id="primary"><main>${each(top, { promo: widget })}<article class="post type-post hentry"><div class="entry-content">${each(story, makers)}</div></article></main></div><aside id="secondary" class="widget-area">${each(below, { promo: widget })}</aside></div>`;
  },
  hashed(parts) {
    const styled = (name) => (part, number) => part.lines.map((line) => `<div class="${name}"><p class="sc-${name}">${anchored(line, number)}</p></div>`).join("\n");
    const makers = { title: (p) => `<h1 class="sc-1a2b3c">${text(p)}</h1>`, standfirst: styled("kXyZqa"), body: styled("hVbGtR"), promo: styled("eJdWmN") };
    return `<div id="__next"><main class="sc-4f5e6d"><div class="sc-aa11bb">${each(parts, makers)}</div></main></div>`;
  },
  spans(parts) {
    return `<div><font size="2">${flat(parts).map((line, number) => `<span>${anchored(line, number)}</span>`).join("<br>\n")}</font></div>`;
  },
};

/** The whole page. */
export function document(lang, title, body) {
  const direction = ["ar", "fa", "he"].includes(lang) ? ' dir="rtl"' : "";
  return `<!DOCTYPE html>\n<html lang="${lang}"${direction}><head><meta charset="utf-8"><title>${escape(title)}</title></head>\n<body>${body}</body></html>\n`;
}

/** The page as plain text, a line each. */
export const plainText = (parts) => flat(parts).map((line) => line.text).join("\n") + "\n";

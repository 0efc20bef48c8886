// Elements of a writer, not scripts, that stand in for what scripts ask a document or a form for.

const names = (
  "createElement createTextNode createElementNS createTreeWalker querySelector querySelectorAll getElementById documentElement body head defaultView implementation adoptNode importNode URL baseURI compatMode contentType " +
  "activeElement execCommand adoptedStyleSheets ownerDocument nodeType appendChild append readyState pithReader chrome browser"
).split(" ");
const ofForms = "attributes nextSibling parentNode firstChild nodeType localName".split(" ");

export const clobbered = `${names.map((name) => `<img name="${name}" id="${name}" alt="">`).join("")}
  <form id="pith-reader">${ofForms.map((name) => `<input name="${name}">`).join("")}</form>`;

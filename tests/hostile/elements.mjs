// The names of all elements: those that the core treats by name, and some that only parsers know.

import { readFileSync } from "node:fs";

const kTags = readFileSync(new URL("../../wasm/core/html/tags.def", import.meta.url), "utf8");
const kOthers = ["isindex", "keygen", "listing", "xmp", "plaintext", "noembed", "bgsound", "basefont", "multicol", "nextid", "acronym", "menuitem", "foreignObject", "desc", "mglyph", "malignmark", "image", "x-card"];

export const kElements = [...new Set([...Array.from(kTags.matchAll(/^PITH_TAG\(\w+, \w+, "([^"]+)"/gm), ([, name]) => name), ...kOthers])];

// A program of Node, Bun and Deno.

import { readFileSync } from "node:fs";
import { extract } from "pith";
import { extract as inline } from "pith/inline";
import { createPool } from "pith/worker";
import { digestsOf } from "./digest.js";

const pages = JSON.parse(readFileSync(new URL("./pages.json", import.meta.url), "utf8"));
console.log(JSON.stringify(await digestsOf({ extract, inline, createPool }, pages)));

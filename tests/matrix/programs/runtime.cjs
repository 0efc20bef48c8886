// The same with `require`.

const { readFileSync } = require("node:fs");
const { join } = require("node:path");
const { extract } = require("pith");
const { extract: inline } = require("pith/inline");
const { createPool } = require("pith/worker");

const pages = JSON.parse(readFileSync(join(__dirname, "pages.json"), "utf8"));
import("./digest.js")
  .then(({ digestsOf }) => digestsOf({ extract, inline, createPool }, pages))
  .then((digests) => console.log(JSON.stringify(digests)));

// The script of a site.

import { extract } from "pith";
import { extract as inline } from "pith/inline";
import { createPool } from "pith/worker";
import { digestsOf } from "./digest.js";

globalThis.digests = async () => digestsOf({ extract, inline, createPool }, await (await fetch("/pages.json")).json());

// What the reader can do, in the order of its toolbar. What a place leaves out of its list is not bundled for it.

import { appearance } from "./appearance/appearance.js";
import { moreAppearance } from "./appearance/more.js";
import { codeBlocks } from "./code/code_blocks.js";
import { codeColours } from "./code/code_colours.js";
import { keep } from "./keep/keep.js";
import { ledger } from "./ledger/ledger.js";
import { removeByHand } from "./ledger/remove_by_hand.js";
import { siteRules } from "./ledger/site_rules.js";
import { listen } from "./listen/listen.js";
import { marks } from "./marks/marks.js";
import { outline } from "./outline/outline.js";
import { copyMarkdown } from "./output/copy_markdown.js";
import { print } from "./output/print.js";
import { footnotes } from "./reading/footnotes.js";
import { keyboard } from "./reading/keyboard.js";
import { lateLayout } from "./reading/late_layout.js";
import { lightbox } from "./reading/lightbox.js";
import { progress } from "./reading/progress.js";
import { ruler } from "./reading/ruler.js";
import type { ReaderFeature } from "./view.js";

/** Where every byte counts: the bookmarklet. */
export const essentialFeatures: readonly ReaderFeature[] = [outline, /* @__PURE__ */ appearance(), copyMarkdown, print, /* @__PURE__ */ ledger()];

/** Extension, demo and package. */
export const allFeatures: readonly ReaderFeature[] = [
  outline,
  /* @__PURE__ */ appearance(moreAppearance),
  marks,
  listen,
  keep,
  /* @__PURE__ */ ledger(removeByHand, siteRules),
  progress,
  footnotes,
  lightbox,
  codeBlocks,
  codeColours,
  ruler,
  keyboard,
  lateLayout,
];

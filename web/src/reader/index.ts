export { mountReader } from "./mount_later.js";
export type { Reader } from "./mount.js";
export { openOverlay, type Overlay } from "./overlay.js";
export { allFeatures, essentialFeatures } from "./features.js";
export type { Mark, MarkStore, ReaderFile, ReaderHost, RuleStore, SiteRule } from "./host.js";
export type { PhraseTable } from "./phrases.js";
export type { ReaderSettings } from "./settings.js";
export type { Offer, ReaderFeature, ReaderView } from "./view.js";

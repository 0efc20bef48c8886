export { mountReader, type Reader } from "./mount.js";
export { openOverlay, type Overlay } from "./overlay.js";
export type { ReaderHost, ReaderSettings } from "./host.js";

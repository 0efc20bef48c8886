import type { Article } from "../types.js";
import { fillAtOnce } from "./fill.js";
import { fillLater } from "./fill_later.js";
import type { ReaderHost } from "./host.js";
import { mountReader as mount, type Reader } from "./mount.js";
import { lateLayout } from "./reading/late_layout.js";
import type { ReaderFeature } from "./view.js";

/** Shows an article in the reader view (mount.ts); a long one from its beginning on, where the feature is there that sees to the rest. */
export function mountReader(root: ShadowRoot | HTMLElement, article: Article, host: ReaderHost, features: readonly ReaderFeature[]): Reader {
  return mount(root, article, host, features, features.includes(lateLayout) ? fillLater : fillAtOnce);
}

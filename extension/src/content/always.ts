import type { ReaderFeature } from "../../../web/src/reader/index.js";
import { message } from "../browser/runtime.js";
import { ask, RequestError } from "./request.js";

const icon = "M12 3v4M12 17v4M3 12h4M17 12h4M5.600 5.600l2.800 2.800M15.600 15.600l2.800 2.800M18.400 5.600l-2.800 2.800M8.400 15.600l-2.800 2.800";

const style = `.tools [aria-pressed="true"] { background: var(--tint); color: var(--accent) }`;

/** A button that has this site's articles open by themselves. */
export function alwaysButton(on: boolean): ReaderFeature {
  return ({ toolbar, say, addStyle }) => {
    addStyle(style);
    const button = toolbar.addButton(message("always"), icon, () => void toggle());
    const show = (): void => button.setAttribute("aria-pressed", String(on));
    async function toggle(): Promise<void> {
      try {
        await ask({ type: "always", on: !on });
        on = !on;
        say(message(on ? "alwaysOn" : "alwaysOff"));
        show();
      } catch (error) {
        // Where the browser has to ask first, the page that can have it ask is open now.
        if (!(error instanceof RequestError && error.reason === "refused")) say(message("brokenTitle"));
      }
    }
    show();
  };
}

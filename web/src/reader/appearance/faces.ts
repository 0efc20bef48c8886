import { own } from "../../own.js";
import type { ReaderView } from "../view.js";
import faces from "./faces.json" with { type: "json" };

/**
 * Loads the faces that the place ships when one of them is chosen. They are given as bytes to the document of the view, since a shadow
 * root has no faces of its own and a page's policy may forbid their addresses; their names are ours, so the page's text does not change.
 */
export function loadFaces({ host, settings, onClose, element }: ReaderView): void {
  const { loadFont } = host;
  if (loadFont === undefined) return;
  const added = new Set<FontFace>();
  const asked = new Set<string>();
  let closed = false;

  function load(font: string): void {
    const page = element.ownerDocument;
    for (const { font: family, name, styles, subsets } of faces) {
      if (family !== font || asked.has(font)) continue;
      asked.add(font);
      for (const face of styles) {
        const [weight, style] = face.split("-") as [string, string];
        for (const [subset, unicodeRange] of Object.entries(subsets)) {
          const file = `${name}-${subset}-${face}.woff2`;
          void loadFont?.call(host, file).then((bytes) => {
            if (closed) return;
            const made = new FontFace(familyOf(font), bytes, { weight, style, unicodeRange });
            added.add(made);
            own(page, "fonts").add(made);
          }, () => {}); // the face that stands behind it in the style sheet is used
        }
      }
    }
  }

  settings.onChange(({ font }) => queueMicrotask(() => load(font))); // by then the view stands in its document
  onClose(() => {
    closed = true;
    for (const face of added) own(element.ownerDocument, "fonts").delete(face);
  });
}

/** Which fonts need files. */
export const shippedFonts: readonly string[] = /* @__PURE__ */ faces.map(({ font }) => font);

function familyOf(font: string): string {
  return `pith-${font}`;
}

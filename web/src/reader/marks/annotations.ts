import type { Mark } from "../host.js";

/** Highlights as other programs read them: the W3C's Web Annotation Data Model, as JSON-LD. */
export function annotationsOf(marks: readonly Mark[], source: string | null): object {
  return {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    type: "AnnotationCollection",
    total: marks.length,
    first: {
      type: "AnnotationPage",
      startIndex: 0,
      items: marks.map(({ id, created, colour, note, quote, position }) => ({
        id: `urn:uuid:${id}`,
        type: "Annotation",
        motivation: note === "" ? "highlighting" : "commenting",
        created,
        ...(note !== "" && { body: { type: "TextualBody", value: note, format: "text/plain", purpose: "commenting" } }),
        target: {
          ...(source !== null && { source }),
          styleClass: colour,
          selector: [
            { type: "TextQuoteSelector", ...quote },
            { type: "TextPositionSelector", ...position },
          ],
        },
      })),
    },
  };
}

import { element, memberOf } from "./element.js";

/** Colours words without touching the article's nodes, where the browser can. */
export interface Painter {
  /**
   * Shows these ranges, and no other, as `::highlight(name)` says, or `.name` in browsers without it.
   * @param name unique in the document; painted over those of a lower `priority`
   */
  paint(name: string, ranges: readonly Range[], priority?: number): void;
  clear(): void;
}

/** @param body the element that all ranges lie in */
export function makePainter(body: HTMLElement): Painter {
  const window = memberOf(body.ownerDocument, "defaultView") ?? globalThis;
  const registry = (window as typeof globalThis).CSS?.highlights;
  const names = new Set<string>();
  return registry === undefined ? wrapping(body) : registering(registry);

  function registering(highlights: HighlightRegistry): Painter {
    return {
      paint(name, ranges, priority = 0) {
        names.add(name);
        const highlight = new (window as typeof globalThis).Highlight(...ranges);
        highlight.priority = priority;
        highlights.set(name, highlight);
      },
      clear() {
        for (const name of names) highlights.delete(name);
      },
    };
  }
}

/** Each text in a range gets an element around it. */
function wrapping(body: HTMLElement): Painter {
  const wrapped = new Map<string, HTMLElement[]>();

  function unwrap(name: string): void {
    for (const around of wrapped.get(name) ?? []) {
      const parent = around.parentNode;
      around.replaceWith(...around.childNodes);
      parent?.normalize();
    }
    wrapped.delete(name);
  }

  return {
    paint(name, ranges) {
      unwrap(name);
      wrapped.set(name, ranges.flatMap((range) => textsIn(range, body).map((text) => {
        const around = element(body.ownerDocument, "span", { class: name });
        text.replaceWith(around);
        around.append(text);
        return around;
      })));
    },
    clear() {
      for (const name of [...wrapped.keys()]) unwrap(name);
    },
  };
}

/** The texts of a range, cut at its ends so that they hold nothing else. */
function textsIn(range: Range, body: HTMLElement): Text[] {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  const walker = memberOf(body.ownerDocument, "createTreeWalker").call(body.ownerDocument, body, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  for (let text = walker.nextNode() as Text | null; text !== null; text = walker.nextNode() as Text | null) {
    if (range.intersectsNode(text) && text.data.trim() !== "") found.push(text);
  }
  return found.map((text) => {
    let inside = text;
    if (text === endContainer && endOffset < text.length) text.splitText(endOffset);
    if (text === startContainer && startOffset > 0) inside = text.splitText(startOffset);
    return inside;
  });
}

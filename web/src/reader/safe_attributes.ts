// The view's own allow-list. The core's output is clean by construction; this is the second wall, for the day that it is not.

const tags = new Set(
  ("article header section aside div h1 h2 h3 h4 h5 h6 p blockquote pre ul ol li dl dt dd table caption colgroup col thead tbody " +
    "tfoot tr th td figure figcaption img picture source video audio a em strong b i u s del ins mark small sub sup code kbd " +
    "samp var abbr cite dfn q time span bdi bdo br wbr hr ruby rb rt rtc rp details summary").split(" "),
);

/** MathML as far as the core writes it: elements that hold others or text, and nothing that loads or leads. */
const mathTags = new Set(
  ("math semantics annotation menclose mfenced mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace " +
    "msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none").split(" "),
);

const plainAttributes = new Set(
  "alt title lang dir colspan rowspan scope start reversed datetime width height data-pith-block data-pith-element".split(" "),
);

const mathAttributes = new Set(
  "display mathvariant stretchy accent linethickness columnalign open close separators notation encoding".split(" "),
);

const marks = new Set("callout note tip important warning caution pull-quote embed task task-done thread-post".split(" "));

const followable = /^(https?|mailto):$/;
const loadable = /^https?:$/;
const inlineImage = /^data:image\/(png|jpe?g|gif|webp|avif|svg\+xml)[;,]/i;
const foreignCandidate = /(^|[\s,])(?!https?:)[a-z][a-z0-9+.-]*:/i;

/** Article ids are prefixed, so that they never meet those of the view. */
export const idPrefix = "a-";

export function isAllowedTag(tag: string): boolean {
  return tags.has(tag) || mathTags.has(tag);
}

export function isMathTag(tag: string): boolean {
  return mathTags.has(tag);
}

/** The attribute as it may be set, or undefined. */
export function safeAttribute(tag: string, name: string, value: string): readonly [name: string, value: string] | undefined {
  if (isMathTag(tag)) return mathAttributes.has(name) ? [name, value] : undefined;
  if ((name === "type" && tag === "ol") || (name === "value" && tag === "li")) return [name, value];
  if (plainAttributes.has(name)) return [name, value];
  if (name === "id") return [name, idPrefix + value];
  if (name === "class") return classes(value);
  if (name === "href" && tag === "a") return hasProtocol(value, followable) ? [name, value] : undefined;
  if (name === "src") return hasProtocol(value, loadable) || (tag === "img" && inlineImage.test(value)) ? [name, value] : undefined;
  if (name === "srcset") return foreignCandidate.test(value) ? undefined : [name, value];
  return undefined;
}

/** Only what the core's classes say, which the view has styles for: others could dress content up as part of the view. */
function classes(value: string): readonly [string, string] | undefined {
  const kept = value.split(/\s+/).filter((name) => /^lang(uage)?-[\w+#.-]+$/.test(name) || marks.has(name));
  return kept.length > 0 ? ["class", kept.join(" ")] : undefined;
}

/** Asks the browser's own URL parser, which sees through white space, control characters and letter case. */
function hasProtocol(address: string, allowed: RegExp): boolean {
  try {
    return allowed.test(new URL(address, "https://page.invalid/").protocol);
  } catch {
    return false;
  }
}

// What the view shows: the elements and attributes that the core writes (docs/security.md), and a few more that are as harmless.
// Both walls behind the core read it: the one that builds nodes, and the sanitizer that some places add.

export const tags: ReadonlySet<string> = new Set(
  ("article header section aside div h1 h2 h3 h4 h5 h6 p blockquote pre ul ol li dl dt dd table caption colgroup col thead tbody " +
    "tfoot tr th td figure figcaption img a em strong b i u s del ins mark small sub sup code kbd " +
    "samp var abbr cite dfn q time span bdi bdo br wbr hr ruby rb rt rtc rp details summary").split(" "),
);

/** MathML as far as the core writes it: elements that hold others or text, and nothing that loads or leads. */
export const mathTags: ReadonlySet<string> = new Set(
  ("math semantics annotation menclose mfenced mfrac mi mmultiscripts mn mo mover mpadded mphantom mprescripts mroot mrow ms mspace " +
    "msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder munderover none").split(" "),
);

export const plainAttributes: ReadonlySet<string> = new Set(
  "alt title lang dir colspan rowspan scope start reversed datetime width height data-pith-block data-pith-element".split(" "),
);

export const mathAttributes: ReadonlySet<string> = new Set(
  "display mathvariant stretchy accent linethickness columnalign open close separators notation encoding".split(" "),
);

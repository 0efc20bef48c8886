// An article as the core would give it, of our own invention, with everything in it that the view has to show.

const picture =
  "data:image/svg+xml," +
  encodeURIComponent(
    `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="640"><defs><linearGradient id="s" x1="0" y1="0" x2="0" y2="1">` +
      `<stop offset="0" stop-color="#f3c98b"/><stop offset=".55" stop-color="#e79a7b"/><stop offset="1" stop-color="#7f6b8d"/></linearGradient></defs>` +
      `<rect width="1200" height="640" fill="url(#s)"/><circle cx="850" cy="300" r="62" fill="#fff2d8"/>` +
      `<path d="M0 430Q300 400 600 428T1200 420V640H0z" fill="#4b5a7a"/><path d="M0 500Q320 470 640 502T1200 490V640H0z" fill="#35425f"/>` +
      `<path d="M356 428l20-190h34l20 190z" fill="#f7f1e6"/><path d="M368 318h51l6 46h-62z" fill="#b8483a"/>` +
      `<path d="M372 238h42v-30h-42zM366 208h54l-27-24z" fill="#2b2f3d"/><path d="M0 445q170-60 330-22l150 30q-250 40-480 30z" fill="#2b3350"/></svg>`,
  );

const p = (block, ...children) => ["p", { "data-pith-block": String(block) }, ...children];

export const sampleArticle = {
  title: "The keeper who counted the gulls of Orrin Skerry",
  byline: "Maud Ellery",
  publishedTime: "2026-03-14",
  modifiedTime: null,
  lang: "en",
  dir: "ltr",
  siteName: "The Harbour Review",
  excerpt: null,
  url: "https://harbour.example/keeper",
  image: null,
  favicon: null,
  wordCount: 1480,
  readingMinutes: 7,
  confidence: 0.94,
  warnings: [],
  markdown: "# The keeper who counted the gulls of Orrin Skerry\n\nFor forty years…\n",
  tree: [
    "article",
    { lang: "en", dir: "ltr" },
    ["header", {}, ["h1", {}, "The keeper who counted the gulls of Orrin Skerry"], ["p", { class: "byline" }, "Maud Ellery"]],
    p(
      0,
      "For forty-one years Tobias Wren wrote down the number of gulls that he saw from the gallery of the light on Orrin Skerry, at dawn and again at dusk, in pencil, in ",
      ["a", { href: "https://harbour.example/ledgers" }, "ledgers"],
      " that were meant for the weight of lamp oil. Nobody had asked him to. The oil was long gone by then; the lamp ran on a cable from the mainland, and the columns stood empty.",
    ),
    p(
      1,
      "When the light was automated he took the ledgers home in a fish crate. They were found there last spring, ",
      ["em", {}, "eighty-three of them"],
      ", by the couple who bought his cottage and wanted the crate for kindling.",
    ),
    [
      "figure",
      {},
      ["img", { src: picture, alt: "A red and white lighthouse on a low rock before an evening sky", width: "1200", height: "640" }],
      ["figcaption", { "data-pith-block": "2" }, "The light on Orrin Skerry from the south, where the boat could land in a calm."],
    ],
    ["h2", { id: "pencil", "data-pith-block": "3" }, "A column for oil"],
    p(
      4,
      "What makes the ledgers worth more than kindling is that Wren never changed his method. He stood at the same rail, faced the same way and counted for as long as it took to smoke one pipe",
      ["sup", {}, ["a", { href: "#note" }, "1"]],
      ". A biologist would have asked for more; a biologist would also have stopped when the grant did.",
    ),
    [
      "blockquote",
      {},
      p(5, "People ask what the birds were for. They were not for anything. They were there in the morning and it seemed rude not to notice."),
    ],
    p(6, "The university at Kelmouth has now typed in the first ten years. Three things stand out already:"),
    [
      "ul",
      {},
      ["li", { "data-pith-block": "7" }, "the colony moved from the north face to the south in a single winter;"],
      ["li", { "data-pith-block": "8" }, "there is a dip every seventh year that nobody can explain;"],
      ["li", { "data-pith-block": "9" }, "and one bird, “the lame one”, is noted by name for nineteen seasons."],
    ],
    ["h2", { "data-pith-block": "10" }, "The numbers"],
    [
      "table",
      { "data-pith-block": "11" },
      ["caption", {}, "Mean count at dawn, by decade"],
      ["thead", {}, ["tr", {}, ["th", { scope: "col" }, "Decade"], ["th", { scope: "col" }, "Pairs"], ["th", { scope: "col" }, "Days counted"]]],
      [
        "tbody",
        {},
        ["tr", {}, ["td", {}, "1950s"], ["td", {}, "212"], ["td", {}, "3,398"]],
        ["tr", {}, ["td", {}, "1960s"], ["td", {}, "264"], ["td", {}, "3,611"]],
        ["tr", {}, ["td", {}, "1970s"], ["td", {}, "187"], ["td", {}, "3,544"]],
      ],
    ],
    ["h3", { "data-pith-block": "12" }, "How to read them"],
    p(13, "The typed files are plain text, one day a line, so that a few words in a shell answer most questions:"),
    ["pre", { "data-pith-block": "14" }, ["code", { class: "language-sh" }, "grep ' dusk ' 1957.txt | sort -k3 -n | tail -1\n1957-08-02 dusk 611 wind from the north, one lame"]],
    p(
      15,
      "He is buried at Kelmouth, facing the sea. The couple in the cottage have started a ledger of their own, with a column for oil that stays empty. ",
      ["kbd", {}, "2B"],
      " pencil, they say: it does not mind the damp.",
    ),
    ["hr", {}],
    ["p", { id: "note", "data-pith-block": "16" }, ["small", {}, "1. About eleven minutes, by his widow’s estimate."]],
  ],
  removed: [
    { reason: "nav", text: "Home News Opinion Sea Weather", before: 0, score: 0.01 },
    { reason: "title", text: "The keeper who counted the gulls of Orrin Skerry", before: 0, score: 0.6 },
    { reason: "newsletter", text: "Tides in your inbox. A letter from the harbour every Friday, and never more than you can read over one cup of tea.", before: 2, score: 0.08 },
    { reason: "related", text: "Read also: The last rope-maker of Kelmouth closes her doors", before: 5, score: 0.22 },
    { reason: "low-score", text: "Kelmouth is a town of nine thousand people at the mouth of the Kel.", before: 8, score: 0.44 },
    { reason: "comment", text: "14 comments\nMy grandfather had the boat that took him his post. He paid in mackerel.", before: 17, score: 0.03 },
    { reason: "copyright", text: "© 2026 The Harbour Review. All rights reserved.", before: 17, score: 0.01 },
  ],
};

/** The same in scripts of other directions, shorter. */
const inScript = (lang, dir, title, byline, siteName, paragraphs) => ({
  ...sampleArticle,
  title,
  byline,
  siteName,
  lang,
  dir,
  wordCount: 900,
  readingMinutes: 3,
  tree: ["article", { lang, dir }, ...paragraphs.map((text, block) => (text.startsWith("# ") ? ["h2", { "data-pith-block": String(block) }, text.slice(2)] : p(block, text)))],
  removed: sampleArticle.removed.map((removal) => ({ ...removal, before: Math.min(removal.before, paragraphs.length) })),
});

export const arabicArticle = inScript("ar", "rtl", "الحارس الذي أحصى نوارس الصخرة", "ليلى منصور", "مجلة الميناء", [
  "طوال واحد وأربعين عامًا كان حارس المنارة يدوّن عدد النوارس التي يراها من شرفة المنارة عند الفجر ثم عند الغروب، بقلم رصاص، في دفاتر أُعدّت لوزن زيت المصابيح. لم يطلب منه أحد ذلك.",
  "حين صارت المنارة تعمل وحدها حمل الدفاتر إلى بيته في صندوق سمك، وهناك وُجدت في الربيع الماضي.",
  "# عمود للزيت",
  "ما يجعل الدفاتر أثمن من الحطب أنه لم يغيّر طريقته قط: وقف عند الحاجز نفسه، ونظر إلى الجهة نفسها، وعدّ ما دام غليونه مشتعلًا.",
  "# الأرقام",
  "انتقلت المستعمرة من الوجه الشمالي إلى الجنوبي في شتاء واحد، ولا يعرف أحد السبب.",
]);

const gulls = "灯台守は四十一年のあいだ、夜明けと夕暮れに、岩の灯台の回廊から見えるかもめの数を鉛筆で書きとめていた。帳面はもともと灯油の目方を記すためのもので、油はとうになく、灯は本土からの電線でともっていた。";
export const japaneseArticle = inScript("ja", "ltr", "岩礁のかもめを数えた灯台守", "港 文子", "港湾評論", [
  gulls,
  "灯台が無人になったとき、彼は帳面を魚の木箱に入れて家へ持ち帰った。去年の春、その家を買った夫婦が焚きつけに木箱を使おうとして、八十三冊の帳面を見つけた。",
  "# 油のための欄",
  "帳面に値打ちがあるのは、彼が一度もやり方を変えなかったからである。同じ手すりに立ち、同じ方角を向き、煙管を一服するあいだだけ数えた。生物学者ならもっと多くを求めただろう。",
  "# 数字",
  gulls,
  "群れは一冬のうちに北の面から南の面へ移った。七年ごとに数が減るわけは、だれにも分からない。",
]);

const code = (language, text) => ["pre", {}, ["code", { class: `language-${language}` }, text]];

/** Programs in four languages. */
export const codeArticle = {
  ...sampleArticle,
  title: "How to count the gulls of eighty-three ledgers",
  byline: "Idris Penhale",
  wordCount: 640,
  readingMinutes: 3,
  tree: [
    "article",
    { lang: "en", dir: "ltr" },
    p(0, "A line of a ledger is a day. One small class is all that it takes to read one:"),
    code("python", `@dataclass
class Day(Record):
    """One line of a ledger, as Wren wrote it."""
    gulls: int = 0  # at dawn

    def is_lame(self, mark: str = "lame") -> bool:
        return mark in self.remark or self.gulls > 0x1FF`),
    p(1, "What is asked of all of them reads like the question:"),
    code("sql", `SELECT year, avg(gulls) AS pairs FROM days
WHERE remark LIKE '%lame%' GROUP BY year HAVING count(*) > 300 -- whole years`),
    p(2, "The page that shows them needs no more than a list:"),
    code("html", `<ol class="days" reversed>
  <li data-year="1957">Dusk &middot; 611</li> <!-- wind from the north -->
</ol>`),
    p(3, "And there was one slip of the pencil to mend:"),
    code("diff", `@@ -214,2 +214,2 @@ 1957-08
-02 dusk 661
+02 dusk 611, one lame`),
  ],
};

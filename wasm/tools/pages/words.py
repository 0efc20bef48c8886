"""Made-up text: sentences, paragraphs, headlines and names from the clause lists in words/<lang>.txt.

A line of such a file is `slot<TAB>phrase|phrase…`. P are sentence patterns over the slots S (who), V (does what), T (when or
where), C (a further clause), Q (what somebody says), N (a name), L (a place), Y (a year), d (a date) and n (a number); K are
topics, D headings inside articles, I list items, X promotional lines that no phrase pack knows.
"""

import pathlib
import re

WORDS = pathlib.Path(__file__).resolve().parent / "words"

_SYLLABLES = {
    "latin": ("ba be bo bra da del dor el fa fen ga gar ha hel is ka kor la len li lo mar mel mi na nor o pel ra ren "
              "ri ro sa sel ta ter ti to u ul va ven vi wen yo za").split(),
    "cyrillic": "ба бе бо ве ви го да де до за зо ка ки ко ла ле ли ло ма ме ми мо на не но ра ре ро са се та те".split(),
    "greek": "βα βε γα γο δα δη ε θα κα κο λα λε μα μι να νι πα πο ρα ρι σα σο τα τι φα χα".split(),
    "hebrew": "בא בר גל דן הד ור זר חן טל ים כר לב מר נו סף עד פז צר קד רם שי תל".split(),
    "bengali": "কা কি কু গা গি তা তি দা দি না নি পা পু মা মি রা রি লা লি বা বি সা সু".split(),
    "thai": list("กขคจชตทนบปพมรลวสห"),
    "arabic": "با بر دا در را رو سا سم شا طا عا فا قا كر لا ما مر نا نو وا يا".split(),
    "devanagari": "का की को गा ता ती दे ना नी पा मा मी रा री ला ली वा वि सा सु".split(),
    "han": list("安白陈程方冯高古海何江金兰雷林刘罗马梅宁潘秦沈石苏唐田王温吴夏谢徐许杨叶于云张赵周朱"),
    "kana": list("青秋石上江大岡小川北木桜佐島高田竹立中西野橋原東平藤松水宮村森山吉"),
    "hangul": list("가강고구나남노다도라로마문민박배백서선송수신안양오우윤이임장정조주지차최하한허현홍"),
}
_SCRIPT = {"ru": "cyrillic", "uk": "cyrillic", "ar": "arabic", "fa": "arabic", "hi": "devanagari", "zh": "han", "ja": "kana", "ko": "hangul",
           "el": "greek", "he": "hebrew", "bn": "bengali", "th": "thai"}
_PACKED = ("zh", "ja", "th")  # written without spaces
_END = {"zh": "。", "ja": "。", "hi": "।", "bn": "।", "th": ""}
_SLOT = re.compile(r"\{(\w)\}")


class Words:
    """One page's language: draws all its text from one generator of random numbers."""

    def __init__(self, lang, rng):
        self.lang = lang
        self._rng = rng
        self._lists = {}
        self._bags = {}  # each slot's phrases in a shuffled order, so that a page repeats itself late
        for line in (WORDS / f"{lang}.txt").read_text(encoding="utf-8").splitlines():
            slot, phrases = line.split("\t")
            self._lists[slot] = phrases.split("|")
        self.site = self.place() + self._rng.choice(("", " Post", " 24", " Online", ".net"))

    def draw(self, slot):
        """One phrase of a slot, with the slots in it filled."""
        bag = self._bags.get(slot)
        if not bag:
            bag = self._bags[slot] = self._rng.sample(self._lists[slot], len(self._lists[slot]))
        return self._fill(bag.pop())

    def _fill(self, text):
        return _SLOT.sub(lambda match: self._slot(match.group(1)), text)

    def _slot(self, slot):
        rng = self._rng
        simple = {
            "N": self.name, "L": self.place, "n": lambda: str(rng.choice((2, 3, 4, 5, 7, 9, 12, 14, 18, 20, 30, 40, 65))),
            "Y": lambda: str(rng.randint(1890, 2024)), "d": lambda: f"{rng.randint(1, 28)}.{rng.randint(1, 12)}.",
        }
        return simple[slot]() if slot in simple else self.draw(slot)

    def _word(self, least, most):
        syllables = _SYLLABLES[_SCRIPT.get(self.lang, "latin")]
        return "".join(self._rng.choice(syllables) for _ in range(self._rng.randint(least, most)))

    def name(self):
        """A person who does not exist."""
        if self.lang in ("zh", "ja", "ko"):
            return self._word(3, 4) if self.lang == "ja" else self._word(3, 3)
        return f"{self._word(2, 3).capitalize()} {self._word(2, 3).capitalize()}"

    def place(self):
        """A place that does not exist."""
        return self._word(2, 3).capitalize()

    def sentence(self):
        """One sentence with its punctuation."""
        text = self.draw("P").replace("..", ".")
        return text[:1].upper() + text[1:]

    def join(self, sentences):
        """Sentences side by side, as the language sets them."""
        return ("" if self.lang in ("zh", "ja") else " ").join(sentences)

    def paragraph(self, least=2, most=5):
        """A paragraph of so many sentences."""
        return self.join(self.sentence() for _ in range(self._rng.randint(least, most)))

    def headline(self):
        """A headline, no full stop."""
        for _ in range(20):
            text = self._fill(self._rng.choice(("{S} {V}", "{S} {V}", "{Q}", "{L}: {S} {V}", "{S} {V} {T}")))
            if self.lang in _PACKED:
                text = text.replace(" ", "、" if self.lang == "ja" else "")
            if len(text) < 110:
                break
        text = text[:1].upper() + text[1:]
        if self.lang == "en" and self._rng.random() < 0.35:
            text = " ".join(word[:1].upper() + word[1:] for word in text.split(" "))
        return text.rstrip(",、")

    def teaser(self):
        """The shortened first words of another story."""
        text = self.paragraph(1, 2)
        cut = self._rng.randint(40, 140)
        if len(text) > cut and self._rng.random() < 0.7:
            text = text[:cut].rsplit(" ", 1)[0].rstrip(",.;") + self._rng.choice(("…", "...", " [...]", " […]"))
        return text

    def stop(self):
        """The full stop of the language."""
        return _END.get(self.lang, ".")

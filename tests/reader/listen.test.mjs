// Reading aloud, with a voice that is a stub: real ones are there on no test machine.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";

import { browserNames, openFeatures } from "./feature_harness.mjs";
import { load } from "../support/load.mjs";
import { sampleArticle } from "./sample_article.mjs";

const p = (block, ...children) => ["p", { "data-pith-block": String(block) }, ...children];
const article = {
  ...sampleArticle,
  removed: [],
  tree: [
    "article", {},
    p(0, "Dr. Wren counted ", ["em", {}, "gulls"], ". He did so for years", ["sup", {}, ["a", { href: "#n" }, "1"]], "."),
    p(1, "The second paragraph has one sentence"),
    ["pre", { "data-pith-block": "2" }, ["code", {}, "code = 1"]],
    p(3, "A third one. With two."),
  ],
};

describe("sentences", () => {
  let sentencesOf;
  before(async () => void ({ sentencesOf } = await load("web/src/reader/listen/sentences.ts")));

  it("take as long as their text is, be it one paragraph or all initials", () => {
    for (const text of ["J. ", "They sailed. "]) {
      // Of the processor, not the clock: only the longer run is interrupted where other tests run beside this one.
      const time = (count) => Math.min(...[1, 2, 3].map(() => {
        const start = process.cpuUsage();
        sentencesOf(text.repeat(count), "en");
        return process.cpuUsage(start).user;
      }));
      time(1000);
      const ratio = time(32_000) / time(1000);
      assert.ok(ratio < 180, `32 times the text took ${ratio} times as long`); // 1024 where the time is the square of it
    }
  });

  it("are the same wherever a long paragraph is cut to find them", () => {
    const sentence = "Dr. Wren, who counted the gulls of the skerry, wrote: \u{1F426} one at dawn. ";
    const text = sentence.repeat(100);
    assert.deepEqual(sentencesOf(text, "en").map(({ start, end }) => text.slice(start, end)), Array(100).fill(sentence.trim()));
    const [first, ...rest] = sentencesOf(`${"word ".repeat(1000)}J. Wren.`, "en");
    assert.ok(first.start === 0 && rest.at(-1).end === 5008 && rest.length < 30, `${rest.length}`);
  });
});

for (const name of browserNames) {
  describe(`listening in ${name}`, { timeout: 240_000 }, () => {
    let use;
    before(async () => void (use = await openFeatures(name)));
    after(() => use?.close());

    const said = () => use.run(() => shown.speech.said.map(({ text }) => text));
    const lastSaid = async () => (await said()).at(-1);
    const end = () => use.run(() => shown.speech.end());
    const painted = (what) => use.run((name) => shown.painted(name), what);
    const press = (key) => use.page.keyboard.press(key);
    const playLabel = () => use.run(() => shown.$(".player .play").getAttribute("aria-label"));
    const listen = async (options, prelude) => {
      await use.show(article, options, prelude);
      await use.click("button[aria-label=Listen]");
    };

    it("reads sentence after sentence, without code and numbers of notes, and stops at the end", async () => {
      await listen();
      for (let sentence = 0; sentence < 5; sentence++) await end();
      assert.deepEqual(await said(), ["Dr. Wren counted gulls.", "He did so for years.", "The second paragraph has one sentence", "A third one.", "With two."]);
      assert.deepEqual(await painted("pith-sentence"), []);
      assert.equal(await playLabel(), "Play");
    });

    it("shows the sentence, and the word where the voice tells of it", async () => {
      await listen();
      assert.deepEqual(await painted("pith-sentence"), ["Dr. Wren counted gulls."]);
      assert.deepEqual(await painted("pith-word"), []);
      await use.run(() => shown.speech.word(17, 5));
      assert.deepEqual(await painted("pith-word"), ["gulls"]);
      await use.run(() => shown.speech.word(4, undefined)); // some voices tell where, but not how long
      assert.deepEqual(await painted("pith-word"), ["Wren"]);
      await end();
      assert.deepEqual(await painted("pith-word"), []);
      assert.deepEqual(await painted("pith-sentence"), ["He did so for years1."]);
    });

    it("pauses, and goes on with the sentence that it was in", async () => {
      await listen();
      await end();
      await use.click(".player .play");
      assert.equal(await playLabel(), "Play");
      assert.equal(await use.run(() => shown.speech.current), null);
      assert.deepEqual(await painted("pith-sentence"), ["He did so for years1."]);
      await use.click(".player .play");
      assert.equal(await lastSaid(), "He did so for years.");
      assert.equal(await playLabel(), "Pause");
    });

    it("skips sentences and paragraphs by buttons and keys", async () => {
      await listen();
      const to = async (act, expected) => {
        await act();
        assert.equal(await lastSaid(), expected);
      };
      await to(() => use.click(".player [aria-label='Next sentence']"), "He did so for years.");
      await to(() => use.click(".player [aria-label='Next paragraph']"), "The second paragraph has one sentence");
      await to(() => press(">"), "A third one.");
      await to(() => press("."), "With two.");
      await to(() => press("<"), "A third one."); // first to the beginning of this one
      await to(() => press("<"), "The second paragraph has one sentence");
      await to(() => press(","), "He did so for years.");
      await to(() => use.click(".player [aria-label='Previous paragraph']"), "Dr. Wren counted gulls.");
      await to(() => press(","), "Dr. Wren counted gulls.");
    });

    it("starts at selected words", async () => {
      await use.show(article);
      await use.run(() => shown.select("second"));
      await use.until(() => !shown.$(".selection-menu").hidden);
      await use.click(".selection-menu [aria-label='Listen from here']");
      assert.equal(await lastSaid(), "The second paragraph has one sentence");
    });

    it("goes on at the block that is clicked, and at the sentence", async () => {
      await listen();
      const { x, y } = await use.run(() => {
        const range = document.createRange();
        const text = shown.$("[data-pith-block='3']").firstChild;
        range.setStart(text, text.data.indexOf("With"));
        range.setEnd(text, text.length);
        const box = range.getClientRects()[0];
        return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      });
      await use.page.mouse.click(x, y);
      assert.equal(await lastSaid(), "With two.");
      await use.run(() => shown.$("[data-pith-block='1']").click());
      assert.equal(await lastSaid(), "The second paragraph has one sentence");
    });

    it("starts with the words that are selected, by key too", async () => {
      await use.show(article);
      await use.run(() => shown.select("two"));
      await press("s");
      assert.deepEqual(await said(), ["With two."]);
      await use.run(() => shown.select("second"));
      await press("s");
      assert.equal(await lastSaid(), "The second paragraph has one sentence");
    });

    it("starts with selected words of the sentence that is read, and of those beside it", async () => {
      await use.show(article);
      await use.click("button[aria-label=Listen]");
      for (const [words, sentence] of [["years", "He did so for years."], ["gulls", "Dr. Wren counted gulls."], ["Wren", "Dr. Wren counted gulls."], ["did so", "He did so for years."], ["third", "A third one."], ["third", "A third one."], ["two", "With two."], ["two", "With two."]]) {
        await use.run((selected) => shown.select(selected), words);
        await press("s");
        assert.equal(await lastSaid(), sentence, words);
      }
    });

    it("goes on where it is when a picture is clicked, which enlarges it", async () => {
      const picture = ["figure", { "data-pith-block": "4" }, ["img", { src: "data:image/gif;base64,R0lGODlhAQABAAAAACw=", alt: "A pier", width: "300", height: "200" }]];
      await use.show({ ...article, tree: [...article.tree, picture] });
      await use.click("button[aria-label=Listen]");
      await use.until(() => shown.$(".body img").getAttribute("role") === "button");
      await use.click(".body img");
      assert.deepEqual(await said(), ["Dr. Wren counted gulls."]);
    });

    it("reads what was put back, too", async () => {
      const removed = [{ reason: "low-score", text: "It stood on the pier.", before: 1, element: 3, score: 0.2 }];
      await use.show({ ...article, removed });
      await use.run(() => [...shown.$$(".ledger button")].find(({ textContent }) => textContent === "Put back").click());
      await use.click("button[aria-label=Listen]");
      for (let sentence = 0; sentence < 2; sentence++) await end();
      assert.equal(await lastSaid(), "It stood on the pier.");
    });

    it("names voices of languages that no standard knows by their tags", async () => {
      const voices = ["x-klingon", "i-navajo", "en-GB"].map((lang) => ({ name: lang, lang, voiceURI: `urn:${lang}`, localService: true, default: false }));
      await listen({ speech: { voices } });
      assert.deepEqual(await use.run(() => shown.$$(".player optgroup").map(({ label }) => label)), ["English", "i", "x"]);
    });

    it("starts with what is in sight", async () => {
      const long = { ...article, tree: ["article", {}, ...Array.from({ length: 80 }, (_, index) => p(index, `Paragraph number ${index} is here.`))] };
      await use.show(long);
      await use.run(() => shown.$("[data-pith-block='40']").scrollIntoView({ block: "center", behavior: "instant" }));
      await use.click("button[aria-label=Listen]");
      const number = Number(/\d+/.exec(await lastSaid())[0]);
      assert.ok(number > 25 && number < 41, `paragraph ${number}`);
    });

    it("keeps what is read in sight", async () => {
      const long = { ...article, tree: ["article", {}, ...Array.from({ length: 60 }, (_, index) => p(index, `Paragraph number ${index} is here.`))] };
      await use.show(long);
      await use.click("button[aria-label=Listen]");
      for (let sentence = 0; sentence < 50; sentence++) await end();
      await use.until(() => {
        const { top, bottom } = shown.$("[data-pith-block='50']").getBoundingClientRect();
        return top > 60 && bottom < innerHeight - 80;
      });
    });

    it("cuts a long sentence at its pauses, so that no engine stops in mid-word", async () => {
      const clause = "the keeper wrote down what he saw from the gallery of the light, ";
      await use.show({ ...article, tree: ["article", {}, p(0, `${clause.repeat(12)}and so on.`), p(1, "長".repeat(500))] });
      await use.click("button[aria-label=Listen]");
      for (let piece = 0; piece < 12; piece++) if (await use.run(() => shown.speech.current !== null)) await end();
      const pieces = await said();
      assert.ok(pieces.every((text) => text.length <= 220), pieces.map((text) => text.length).join());
      assert.equal(pieces.filter((text) => !text.startsWith("長")).join(" "), `${clause.repeat(12)}and so on.`);
      assert.ok(pieces.filter((text) => text.startsWith("the")).every((text) => text.endsWith(",") || text.endsWith("on.")));
      assert.equal(pieces.filter((text) => text.startsWith("長")).join(""), "長".repeat(500));
    });

    it("chooses a voice of the article's language, of the device rather than of the network, and remembers another choice by language", async () => {
      await listen();
      assert.equal(await use.run(() => shown.speech.said.at(-1).voice), "Kate");
      assert.deepEqual(await use.run(() => shown.$$(".player optgroup").map((group) => [group.label, ...[...group.children].map(({ textContent }) => textContent)])), [
        ["English", "Kate", "Sam", "Cloud (sends the text to its maker)"],
        ["French", "Amélie"],
        ["German", "Anna"],
      ]);
      await use.run(() => {
        const select = shown.$(".player select");
        select.value = "urn:Sam";
        select.dispatchEvent(new Event("change", { bubbles: true }));
      });
      assert.equal(await use.run(() => shown.speech.said.at(-1).voice), "Sam");
      assert.deepEqual(await use.run(() => shown.log.settings.at(-1).voices), { en: "urn:Sam" });
      await use.show(article, { settings: { voices: { en: "urn:Cloud", de: 7 }, speed: 2 } });
      await use.run(() => new Promise((resolve) => setTimeout(resolve)));
      await use.click("button[aria-label=Listen]");
      assert.deepEqual(await use.run(() => { const { voice, rate } = shown.speech.said.at(-1); return [voice, rate]; }), ["Cloud", 2]);
    });

    it("changes the pace in mid-sentence", async () => {
      await listen();
      await use.run(() => {
        const input = shown.$("input[name=p-speed]");
        input.value = "1.5";
        input.dispatchEvent(new Event("input", { bubbles: true }));
      });
      assert.deepEqual(await use.run(() => shown.speech.said.map(({ rate }) => rate)), [1, 1.5]);
      assert.equal(await use.run(() => shown.log.settings.at(-1).speed), 1.5);
    });

    it("says that there are no voices where the browser tells, and where it tells nothing", async () => {
      await listen({ speech: { voices: [] } });
      await use.run(() => shown.speech.fail("synthesis-failed"));
      assert.match((await use.texts(".player .message"))[0], /no voices/);
      assert.equal(await playLabel(), "Play");
      await listen({ speech: { voices: [], silent: true } });
      assert.deepEqual(await use.texts(".player .message"), [""]);
      await use.until(() => /no voices/.test(shown.$(".player .message").textContent));
      assert.equal(await use.run(() => shown.$(".player select").hidden), true);
    });

    it("says that a voice failed, and tries again when asked to", async () => {
      await listen();
      await use.run(() => shown.speech.fail("network"));
      assert.match((await use.texts(".player .message"))[0], /did not answer/);
      await use.click(".player .play");
      assert.deepEqual(await use.texts(".player .message"), [""]);
      assert.equal(await playLabel(), "Pause");
    });

    it("is led by the media keys while it reads", async () => {
      const prelude = `globalThis.handlers = {}; Object.defineProperty(navigator, "mediaSession", { configurable: true, value: { setActionHandler: (action, handler) => { handlers[action] = handler; }, metadata: { title: "The page's own" }, playbackState: "none" } });`;
      await listen({}, prelude);
      const session = () => use.run(() => [navigator.mediaSession.playbackState, navigator.mediaSession.metadata?.title ?? null]);
      assert.deepEqual(await session(), ["playing", sampleArticle.title]);
      await use.run(() => handlers.nexttrack());
      assert.equal(await lastSaid(), "He did so for years.");
      await use.run(() => handlers.pause());
      assert.equal((await session())[0], "paused");
      await use.run(() => handlers.play());
      assert.equal(await lastSaid(), "He did so for years.");
      await use.run(() => handlers.stop());
      assert.deepEqual(await session(), ["none", "The page's own"]); // a page has its own back
      assert.equal(await use.run(() => handlers.play), null);
    });

    it("falls silent when the player, and when the view is closed", async () => {
      await listen();
      assert.equal(await use.run(() => shown.root.activeElement.getAttribute("aria-label")), "Pause");
      await press("Escape");
      assert.deepEqual(await use.run(() => [shown.speech.current, shown.$(".player-place").hidden, shown.log.closed]), [null, true, 0]);
      assert.equal(await use.run(() => shown.root.activeElement.getAttribute("aria-label")), "Listen");
      await press("s");
      assert.equal(await use.run(() => shown.speech.current !== null), true);
      await use.run(() => shown.reader.destroy());
      assert.equal(await use.run(() => shown.speech.current), null);
      assert.deepEqual(await painted("pith-sentence"), []);
    });

    it("offers nothing where the browser has no speech", async () => {
      await use.show(article, { without: ["speech"] }, "Object.defineProperty(globalThis, 'speechSynthesis', { value: undefined });");
      assert.deepEqual(await use.texts("button[aria-label=Listen]"), []);
    });
  });
}

import { own } from "../../own.js";
import { readBody, type BodyText } from "../body_text.js";
import { element } from "../element.js";
import { paint, unpaint, type Paint } from "../paint.js";
import { isInSight, isOn, reveal } from "../reveal.js";
import { selectionMenu } from "../selection/menu.js";
import { activeIn } from "../toolbar.js";
import type { ReaderView } from "../view.js";
import { playerControls } from "./controls.js";
import css from "./listen.css" with { type: "text" };
import { mediaKeys } from "./media_keys.js";
import { makePlayer, type Player } from "./player.js";
import { sentencesOf, type Sentence } from "./sentences.js";
import { languageOf, voiceFor } from "./voices.js";

const icon = "M4 14v-2a8 8 0 0116 0v2M4 14a2 2 0 012-2h1v7H6a2 2 0 01-2-2zM20 14a2 2 0 00-2-2h-1v7h1a2 2 0 002-2z";
/** Nothing that is read with profit: code, and the numbers of notes. */
const unspoken = "pre, sup:has(a)";
const gap = 24; // px between the words that are read and the player

/** Reads the article aloud, showing sentence and word; nothing where the browser has no speech. */
export function listen(view: ReaderView): void {
  const { page, element: root, scroller, body, article, host, phrases, settings, toolbar } = view;
  const window = own(body.ownerDocument, "defaultView") ?? (globalThis as unknown as Window & typeof globalThis);
  const place = element(page, "div", { class: "player-place" });
  const speech = host.speech ?? globalThis.speechSynthesis;
  if (speech === undefined || typeof globalThis.SpeechSynthesisUtterance !== "function") return;
  view.addStyle(css);

  let player: Player | undefined;
  let text: BodyText | undefined;
  let sentences: readonly Sentence[] = [];
  let heard = settings.current.speed;

  const voice = (): SpeechSynthesisVoice | undefined => voiceFor(speech.getVoices(), article.lang, settings.current.voices[languageOf(article.lang)]);
  const manner = () => ({ voice: voice(), lang: article.lang ?? undefined, rate: settings.current.speed });
  const showVoices = (): void => controls.showVoices(speech.getVoices(), voice());

  const controls = playerControls(view, {
    toggle,
    skipSentences: (count) => player?.skipSentences(count),
    skipParagraphs: (count) => player?.skipParagraphs(count),
    chooseVoice(voiceURI) {
      settings.change({ voices: { ...settings.current.voices, [languageOf(article.lang)]: voiceURI } });
      player?.again();
    },
    close,
  });
  const keys = mediaKeys(window, { title: article.title || phrases.text("untitled"), artist: article.byline ?? article.siteName ?? "" }, {
    play: () => player?.play(),
    pause: () => player?.pause(),
    stop: close,
    previous: () => player?.skipSentences(-1),
    next: () => player?.skipSentences(1),
  });
  place.append(controls.element);
  place.hidden = true;

  /** Reads the article as it is now: blocks may have come back, notes may have opened. */
  function prepare(): void {
    player?.stop();
    text = readBody(body, unspoken);
    sentences = sentencesOf(text.text, article.lang);
    const makeUtterance = (words: string): SpeechSynthesisUtterance => new globalThis.SpeechSynthesisUtterance(words);
    player = makePlayer(speech, makeUtterance, text.text, sentences, manner, {
      state(state) {
        controls.showState(state);
        keys.show(state);
      },
      sentence: showSentence,
      word: (start, end) => show("pith-word", { start, end }),
      failed: (failure) => controls.showMessage(phrases.text(failure === "no-voices" ? "noVoices" : "speechFailed")),
    });
  }

  const shown = new Map<string, Paint>();

  /** Paints the sentence or the word that is read, and no other. */
  function show(name: "pith-sentence" | "pith-word", words?: { readonly start: number; readonly end: number }): void {
    const before = shown.get(name);
    if (text && before) unpaint(view, text, [before]);
    shown.delete(name);
    if (text === undefined || words === undefined) return;
    const now = { name, start: words.start, end: words.end };
    shown.set(name, now);
    paint(view, text, [now]);
  }

  function showSentence(sentence: Sentence | undefined): void {
    show("pith-word");
    show("pith-sentence", sentence);
    const range = sentence && rangeOf(sentence);
    if (range !== undefined) reveal(scroller, range, controls.element.offsetHeight + gap);
  }

  /** Opens the player and reads from a sentence on. */
  function start(choose: () => number): void {
    prepare();
    place.hidden = false;
    controls.showMessage(sentences.length === 0 ? phrases.text("nothingToRead") : "");
    showVoices();
    if (sentences.length > 0) player?.play(Math.max(0, choose()));
  }

  function toggle(): void {
    if (player?.state === "playing") player.pause();
    else if (player?.state === "paused") player.play();
    else start(firstInSight);
  }

  function close(): void {
    player?.stop();
    keys.release();
    if (place.contains(activeIn(place))) button.focus();
    place.hidden = true;
  }

  const rangeOf = ({ start: from, end }: Sentence): Range | undefined => text?.rangeOf(from, end);

  function firstInSight(): number {
    return sentences.findIndex((sentence) => {
      const range = rangeOf(sentence);
      return range !== undefined && isInSight(scroller, range);
    });
  }

  const sentenceAt = (offset: number): number => sentences.findIndex(({ end }) => end > offset);

  /** The sentence under the pointer; beside the words, the first of the block. */
  function sentenceUnder(target: Element, x: number, y: number): number {
    if (text === undefined) return -1;
    const first = sentenceAt(text.offsetOf(target, 0));
    const last = text.offsetOf(target, target.childNodes.length);
    for (let index = first; index >= 0 && index < sentences.length; index++) {
      const sentence = sentences[index] as Sentence;
      if (sentence.start >= last) break;
      const range = rangeOf(sentence);
      if (range !== undefined && isOn(range, x, y)) return index;
    }
    return first;
  }

  const button = toolbar.addButton(phrases.text("listen"), icon, () => {
    if (place.hidden) {
      start(firstInSight);
      controls.focus();
    } else close();
  });
  const menu = selectionMenu(view);
  body.addEventListener("click", ({ target, clientX, clientY }) => {
    if (place.hidden || menu.selected() !== undefined || (target as Element).closest("a, button, summary, input, [role=button]") !== null) return;
    if (player?.state === "stopped") start(() => sentenceUnder(target as Element, clientX, clientY));
    else player?.play(Math.max(0, sentenceUnder(target as Element, clientX, clientY)));
  });
  settings.onChange(({ speed }) => {
    if (speed !== heard) player?.again();
    heard = speed;
  });

  const whileOpen = (act: () => void) => (): boolean => {
    if (!place.hidden) act();
    return !place.hidden;
  };
  view.onKey("s", toggle, phrases.text("listenKey"));
  menu.add({
    name: phrases.text("listenFromHere"),
    icon,
    key: "s", // while something is selected
    act({ startContainer, startOffset }) {
      const offset = readBody(body, unspoken).offsetOf(startContainer, startOffset); // before the paint goes, and with it the nodes that the range names
      start(() => sentenceAt(offset));
    },
  });
  view.onKey(",", whileOpen(() => player?.skipSentences(-1)), phrases.text("previousSentence"));
  view.onKey(".", whileOpen(() => player?.skipSentences(1)), phrases.text("nextSentence"));
  view.onKey("<", whileOpen(() => player?.skipParagraphs(-1)), phrases.text("previousParagraph"));
  view.onKey(">", whileOpen(() => player?.skipParagraphs(1)), phrases.text("nextParagraph"));
  view.onKey("Escape", () => {
    if (place.hidden) return false;
    close();
    return true;
  });

  root.append(place);
  speech.addEventListener?.("voiceschanged", showVoices);
  view.onClose(() => {
    speech.removeEventListener?.("voiceschanged", showVoices);
    close();
  });
}

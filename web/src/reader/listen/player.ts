import type { Sentence } from "./sentences.js";

export type PlayerState = "stopped" | "playing" | "paused";
/** Why nothing is heard: no voice is there, or the browser would not speak. */
export type PlayerFailure = "no-voices" | "failed";

export interface PlayerListeners {
  state(state: PlayerState): void;
  /** A sentence begins, or `undefined`: none is being read. */
  sentence(sentence: Sentence | undefined): void;
  /** A word begins, as UTF-16 units of the text; engines that do not tell never call this. */
  word(start: number, end: number): void;
  failed(failure: PlayerFailure): void;
}

/** How a sentence is to be said; asked anew for each. */
export interface Manner {
  readonly voice: SpeechSynthesisVoice | undefined;
  readonly lang: string | undefined;
  /** 1 is the voice's own pace. */
  readonly rate: number;
}

export interface Player {
  readonly state: PlayerState;
  /** Reads from this sentence on; by default from where it was. */
  play(from?: number): void;
  pause(): void;
  stop(): void;
  /** By so many sentences; while it reads it goes on from there. */
  skipSentences(count: number): void;
  /** To the beginning of another paragraph; back leads to that of this one first, unless it has just begun. */
  skipParagraphs(count: number): void;
  /** Says the sentence again, since voice or pace have changed. */
  again(): void;
}

/** Milliseconds for a voice to begin: Firefox without voices says nothing at all, not even that it failed. */
const patience = 5000;

/**
 * Reads sentences aloud, one utterance each. To pause is to cancel and to begin the sentence again later: `pause()` of the browsers leaves some
 * engines mute for good, and voices from the network ignore it.
 */
export function makePlayer(speech: SpeechSynthesis, makeUtterance: (text: string) => SpeechSynthesisUtterance, text: string, sentences: readonly Sentence[], manner: () => Manner, listeners: PlayerListeners): Player {
  let state: PlayerState = "stopped";
  let at = 0;
  /** Also keeps it from being collected while it is spoken, which in Chromium loses its events. */
  let speaking: SpeechSynthesisUtterance | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  function setState(next: PlayerState): void {
    if (state === next) return;
    state = next;
    listeners.state(state);
  }

  function silence(): void {
    clearTimeout(waiting);
    speaking = undefined; // what it still has to tell is of no interest
    speech.cancel();
  }

  function fail(): void {
    silence();
    setState("stopped");
    listeners.sentence(undefined);
    listeners.failed(speech.getVoices().length === 0 ? "no-voices" : "failed");
  }

  function speak(): void {
    silence();
    const sentence = sentences[at];
    if (sentence === undefined) return stop();
    const { voice, lang, rate } = manner();
    const utterance = makeUtterance(text.slice(sentence.start, sentence.end));
    if (voice !== undefined) utterance.voice = voice;
    const spoken = voice?.lang ?? lang;
    if (spoken !== undefined) utterance.lang = spoken;
    utterance.rate = rate;
    const isCurrent = (): boolean => speaking === utterance;
    const began = (): void => clearTimeout(waiting);
    utterance.onstart = () => isCurrent() && began();
    utterance.onboundary = ({ name, charIndex, charLength }) => {
      if (!isCurrent()) return;
      began();
      if (name !== "sentence") listeners.word(...wordAt(sentence, charIndex, charLength));
    };
    utterance.onend = () => {
      if (!isCurrent()) return;
      at++;
      speak();
    };
    utterance.onerror = () => isCurrent() && fail(); // of those that were cancelled none is current
    speaking = utterance;
    listeners.sentence(sentence);
    setState("playing");
    waiting = setTimeout(() => isCurrent() && fail(), patience);
    speech.speak(utterance);
  }

  /** Some engines do not tell how long a word is. */
  function wordAt({ start, end }: Sentence, index: number, length: number | undefined): [start: number, end: number] {
    const from = Math.min(end, start + index);
    const known = length || /^[\p{L}\p{N}\p{M}'’-]*/u.exec(text.slice(from, end))?.[0].length || 1;
    return [from, Math.min(end, from + known)];
  }

  function moveTo(next: number): void {
    at = Math.max(0, Math.min(sentences.length - 1, next));
    if (state === "playing") speak();
    else if (state === "paused") listeners.sentence(sentences[at]);
  }

  function stop(): void {
    silence();
    at = 0;
    setState("stopped");
    listeners.sentence(undefined);
  }

  return {
    get state() {
      return state;
    },
    play(from = at) {
      at = from;
      speak();
    },
    pause() {
      if (state !== "playing") return;
      silence();
      setState("paused");
    },
    stop,
    skipSentences: (count) => moveTo(at + count),
    skipParagraphs(count) {
      const here = sentences[at]?.paragraph ?? 0;
      const first = (paragraph: number): number => sentences.findIndex((sentence) => sentence.paragraph === paragraph);
      if (count < 0 && at > first(here)) moveTo(first(here));
      else moveTo(here + count >= 0 && first(here + count) !== -1 ? first(here + count) : count < 0 ? 0 : sentences.length - 1);
    },
    again() {
      if (state === "playing") speak();
    },
  };
}

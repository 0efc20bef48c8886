// Runs in the page: a host that keeps what it is given, and a voice that speaks when it is told to.

/** A synthesiser without sound. Its utterances end when the test says so, or at once where `auto`. */
class StubSpeech extends EventTarget {
  constructor({ voices = defaultVoices, silent = false } = {}) {
    super();
    Object.assign(this, { voices, silent, said: [], current: null, cancelled: 0 });
  }
  getVoices() {
    return this.voices;
  }
  speak(utterance) {
    this.current = utterance;
    this.said.push({ text: utterance.text, lang: utterance.lang, rate: utterance.rate, voice: this.nameOf(utterance) });
    if (!this.silent) queueMicrotask(() => this.current === utterance && utterance.onstart?.({}));
  }
  nameOf(utterance) {
    return utterance.stubVoice?.name ?? null;
  }
  cancel() {
    const was = this.current;
    this.current = null;
    this.cancelled++;
    if (was) queueMicrotask(() => was.onerror?.({ error: "interrupted" }));
  }
  pause() {}
  resume() {}
  /** The test's hand: */
  word(charIndex, charLength) {
    this.current.onboundary?.({ name: "word", charIndex, charLength });
  }
  end() {
    const was = this.current;
    this.current = null;
    was.onend?.({});
  }
  fail(error) {
    const was = this.current;
    this.current = null;
    was.onerror?.({ error });
  }
}

const voice = (name, lang, localService = true, isDefault = false) => ({ name, lang, voiceURI: `urn:${name}`, localService, default: isDefault });
const defaultVoices = [voice("Anna", "de-DE"), voice("Kate", "en-GB"), voice("Sam", "en_US"), voice("Cloud", "en-US", false), voice("Amélie", "fr-CA")];

// `voice` of a real utterance takes real voices only; here it takes those of the stub.
globalThis.SpeechSynthesisUtterance = class {
  constructor(text) {
    Object.assign(this, { text, lang: "", rate: 1 });
  }
  set voice(given) {
    this.stubVoice = given;
  }
};

/**
 * A host with everything that the features ask for.
 * @param {object} options `kept`: marks in the store; `refuse`: names of what the host refuses; `passing`: the store lasts as long as the page
 */
globalThis.makeHost = ({ kept = [], refuse = [], images = {}, settings = {}, without = [], speech = {}, passing = false } = {}) => {
  const refuses = (what) => refuse.includes(what);
  const log = { files: [], copied: [], saved: [], fetched: [], settings: [], kept, closed: 0, refuse };
  const host = {
    loadSettings: async () => settings,
    saveSettings: async (saved) => void log.settings.push(saved),
    close: () => void log.closed++,
    copyText: async (text) => {
      if (refuses("copy")) throw new Error("no");
      log.copied.push(text);
    },
    saveFile: async ({ name, type, content }) => {
      if (refuses("save")) throw new Error("no");
      log.files.push({ name, type, bytes: [...new Uint8Array(await content.arrayBuffer())] });
    },
    fetchImage: async (url) => {
      log.fetched.push(url);
      if (!(url in images)) throw new Error("not allowed");
      return new Blob([new Uint8Array(images[url])]);
    },
    marks: {
      load: async () => {
        if (refuses("load")) throw new Error("no");
        return JSON.parse(JSON.stringify(log.kept));
      },
      save: async (marks) => {
        if (refuses("keep")) throw new Error("no");
        log.kept = JSON.parse(JSON.stringify(marks));
        log.saved.push(log.kept);
        if (refuses("answer")) await new Promise(() => {});
      },
      onChange: (listener) => {
        log.changed = listener;
        return () => {};
      },
      isPassing: passing,
    },
    speech: new StubSpeech(speech),
  };
  for (const name of without) delete host[name];
  return { host, log };
};

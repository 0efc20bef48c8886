import { element, icon } from "../element.js";
import { schema } from "../settings.js";
import type { ReaderView } from "../view.js";
import { groupVoices } from "./voices.js";
import type { PlayerState } from "./player.js";

const icons = {
  previousParagraph: "M6 5v14M19 5l-9 7 9 7z",
  previousSentence: "M12 6l-7 6 7 6M19 6l-7 6 7 6",
  play: "M7 4.500v15l12-7.500z",
  pause: "M8 5v14M16 5v14",
  nextSentence: "M12 6l7 6-7 6M5 6l7 6-7 6",
  nextParagraph: "M18 5v14M5 5l9 7-9 7z",
  close: "M6 6l12 12M18 6L6 18",
};

export interface PlayerActions {
  toggle(): void;
  skipSentences(count: number): void;
  skipParagraphs(count: number): void;
  chooseVoice(voiceURI: string): void;
  close(): void;
}

export interface PlayerControls {
  readonly element: HTMLElement;
  showState(state: PlayerState): void;
  showVoices(voices: readonly SpeechSynthesisVoice[], chosen: SpeechSynthesisVoice | undefined): void;
  /** What is to be read rather than heard, such as that there are no voices; `""`: nothing. */
  showMessage(message: string): void;
  focus(): void;
}

/** The bar at the foot of the view that leads the reading voice. */
export function playerControls({ page, phrases, settings, article }: ReaderView, actions: PlayerActions): PlayerControls {
  function button(name: "previousParagraph" | "previousSentence" | "nextSentence" | "nextParagraph" | "close", phrase: string, act: () => void): HTMLElement {
    const made = element(page, "button", { type: "button", "aria-label": phrase, title: phrase }, icon(page, icons[name]));
    made.addEventListener("click", act);
    return made;
  }

  const play = element(page, "button", { type: "button", class: "play" });
  play.addEventListener("click", actions.toggle);
  const speed = element(page, "input", { type: "range", name: "p-speed", min: `${schema.speed.min}`, max: `${schema.speed.max}`, step: `${schema.speed.step}` });
  speed.addEventListener("input", () => settings.change({ speed: speed.valueAsNumber }));
  const rate = element(page, "output");
  const factor = new Intl.NumberFormat(phrases.locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  settings.onChange((current) => {
    speed.value = String(current.speed);
    rate.textContent = `${factor.format(current.speed)}×`;
  });
  const voice = element(page, "select", { "aria-label": phrases.text("voice") });
  voice.addEventListener("change", () => actions.chooseVoice(voice.value));
  const message = element(page, "p", { class: "message", role: "status" });

  // Controls of time point where they point in every language.
  const transport = element(
    page, "div", { class: "transport", dir: "ltr", role: "group", "aria-label": phrases.text("playback") },
    button("previousParagraph", phrases.text("previousParagraph"), () => actions.skipParagraphs(-1)),
    button("previousSentence", phrases.text("previousSentence"), () => actions.skipSentences(-1)),
    play,
    button("nextSentence", phrases.text("nextSentence"), () => actions.skipSentences(1)),
    button("nextParagraph", phrases.text("nextParagraph"), () => actions.skipParagraphs(1)),
  );
  const pace = element(page, "label", { class: "pace" }, element(page, "span", { class: "name" }, phrases.text("setting.speed")), speed, rate);
  const close = button("close", phrases.text("stopListening"), actions.close);
  const player = element(page, "section", { class: "player", "aria-label": phrases.text("listen") }, transport, pace, voice, close, message);

  function showState(state: PlayerState): void {
    const playing = state === "playing";
    const name = phrases.text(playing ? "pause" : "play");
    play.setAttribute("aria-label", name);
    play.title = name;
    play.replaceChildren(icon(page, playing ? icons.pause : icons.play));
  }
  showState("stopped");

  return {
    element: player,
    showState,
    showVoices(voices, chosen) {
      voice.hidden = voices.length === 0;
      voice.replaceChildren(...groupVoices(voices, article.lang, phrases.locale).map(({ name, voices: those }) =>
        element(page, "optgroup", { label: name }, ...those.map((each) => {
          const option = element(page, "option", { value: each.voiceURI }, each.localService ? each.name : phrases.text("voiceOnline", { name: each.name }));
          option.selected = each === chosen;
          return option;
        })),
      ));
    },
    showMessage: (text) => message.replaceChildren(text),
    focus: () => play.focus(),
  };
}

// The contrast of every theme's colours, by WCAG 2.2: AA everywhere, AAA in high contrast. The colours are read from the style sheets.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { load } from "../support/load.mjs";

const { contrastOf, defaultSettings } = await load("web/src/reader/appearance/contrast.ts", "web/src/reader/settings.ts");

const sheets = ["reader", "appearance/more", "marks/marks", "listen/listen", "code/code_colours", "ledger/remove_by_hand"];
const css = sheets
  .map((name) => readFileSync(new URL(`../../web/src/reader/${name}.css`, import.meta.url), "utf8"))
  .join("\n")
  .replaceAll(/\/\*.*?\*\//gs, "")
  .replaceAll(/@media not print \{((?:[^{}]*\{[^{}]*\})*)[^{}]*\}/g, "$1") // the screen is what is asked for
  .replaceAll(/@(?:media|container)[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, "");

/** The variables of a theme as the style sheets give them, in order. */
function variablesOf(theme) {
  const variables = {};
  for (const [, selector, declarations] of css.matchAll(/([^{}]+)\{([^{}]*)\}/g)) {
    const names = selector.trim();
    if (names !== ".pith" && names !== ".removing" && !names.includes(`data-theme="${theme}"`)) continue;
    for (const [, name, value] of declarations.matchAll(/(--[\w-]+): *([^;]+?) *(?:;|$)/gm)) variables[name] = value.trim();
  }
  return variables;
}

/** What is between the commas of a function, other functions whole. */
const partsOf = (list) => list.match(/(?:[^,(]|\([^()]*(?:\([^()]*\)[^()]*)*\))+/g).map((part) => part.trim());

/** A colour as `#rrggbb`, seen over another where it lets that through. */
function resolve(value, variables, isDark, ground) {
  const again = (other) => resolve(other, variables, isDark, ground);
  const [, name, inner] = /^([\w-]+)\((.*)\)$/s.exec(value) ?? [];
  if (name === "var") return again(variables[partsOf(inner)[0]]);
  if (name === "light-dark") return again(partsOf(inner)[isDark ? 1 : 0]);
  if (name === "color-mix") {
    const [space, one, other] = partsOf(inner);
    assert.equal(space, "in srgb");
    const [, colour, share] = /^(.*?) (\d+)%$/s.exec(one);
    return mix(again(colour), other === "transparent" ? ground : again(other), Number(share) / 100);
  }
  assert.match(value, /^#(?:[\da-f]{3}|[\da-f]{6})$/i);
  return value.length === 4 ? value.replaceAll(/[\da-f]/gi, "$&$&") : value;
}

function mix(one, other, share) {
  const channel = (at) => Math.round(parseInt(one.slice(at, at + 2), 16) * share + parseInt(other.slice(at, at + 2), 16) * (1 - share));
  return `#${[1, 3, 5].map((at) => channel(at).toString(16).padStart(2, "0")).join("")}`;
}

const grounds = ["--paper", "--raised", "--tint"];
const marks = ["yellow", "green", "blue", "pink"].map((colour) => `--mark-${colour}`);
const code = ["string", "number", "keyword", "type", "function", "attribute", "meta", "deleted"].map((kind) => `--code-${kind}`);
const across = (fronts, backs) => fronts.flatMap((front) => backs.map((back) => [front, back]));

/** What is read, on what it stands: headlines, text, what is quiet, links, all buttons, messages, marked words, code, words that are read aloud. */
const texts = [
  ...across(["--ink", "--strong", "--quiet", "--accent"], grounds),
  ...across(["--ink", "--strong"], ["--glow"]),
  ["--paper", "--strong"],
  ["--raised", "--accent"],
  ...across(["--on-mark"], marks),
  ...across(code, ["--tint"]),
  ...across(["--strong"], ["--sentence", "--word"]),
];
/** What has to be seen only: the ring of the focus, the frame of what is about to be removed. */
const shapes = [...across(["--accent", "--quiet"], grounds), ["--alarm", "--paper"]];

const modes = [
  ["auto", false], ["auto", true], ["light", false], ["sepia", false], ["dark", true], ["black", true], ["contrast", false], ["contrast", true], ["custom", false],
];

describe("contrast", () => {
  for (const [theme, isDark] of modes) {
    it(`is enough in the theme ${theme}, ${isDark ? "dark" : "light"}`, () => {
      const { paper, ink, link } = defaultSettings;
      const variables = { ...variablesOf(theme), ...(theme === "custom" && { "--own-paper": paper, "--own-ink": ink, "--own-link": link }) };
      const least = theme === "contrast" ? 7 : 4.5;
      const poor = [];
      const check = (pairs, wanted) => {
        for (const [front, back] of pairs) {
          const [over, under] = [front, back].map((name) => resolve(name.startsWith("--") ? `var(${name})` : name, variables, isDark, resolve("var(--paper)", variables, isDark)));
          const contrast = contrastOf(over, under);
          if (contrast < wanted) poor.push(`${front} on ${back}: ${over} on ${under} has ${contrast.toFixed(2)}`);
        }
      };
      check(texts, least);
      check(shapes, 3);
      assert.deepEqual(poor, []);
    });
  }

  it("is measured of every colour that code and marks have", () => {
    const named = [...css.matchAll(/--(?:code|mark)-\w+(?=:)/g)].map(([name]) => name);
    assert.deepEqual([...new Set(named)].sort(), [...code, ...marks].sort());
  });
});

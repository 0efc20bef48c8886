// Links come out as `new URL(reference, base).href` gives them, over tricky references and thousands that a generator makes.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import test from "node:test";

import { parseHTML } from "linkedom";

import { kNativeCommand } from "../../scripts/layout.mjs";

const kBases = ["https://host.example/a/b/c?q=1#f", "http://user:pw@host.example:8080", "https://host.example/a/../b//c/", "http://[2001:db8::1]:81/x/y", "https://sub.host.example/%7Euser/index.html"];

const kTricky = [
  "d", "./d", "../d", "../../../../d", "..", ".", "d/", "/", "//other.example/x", "?x=y", "", "d?e/../f", "d/./e/../f", "%2e%2e/d", ".%2E/d", "%2e", "a/%2e%2e/", "\\d\\e", "\\\\x.example\\y", "/\\x.example/y", "///x.example/y",
  "https:d", "https:/d", "https://x.example", "HTTPS://X.EXAMPLE/Y", "http:d", "http:\\\\x.example\\p", "https://x.example:443/", "https://x.example:0443", "https://x.example:80", "https://x.example:/", "https://x.example:99999/",
  "https://x.example:8a/", "https://u@x.example", "https://u:@x.example/", "https://:p@x.example/", "https://@x.example/", "https://u@v@x.example/", "https://u:p:q@x.example/", "https://a b@x.example/", "https://@/", "https://", "https:///", "https:x",
  "https://127.1/", "https://0x7f000001/", "https://0177.0.0.1", "https://256.1.1.1/", "https://1.2.3.4.5/", "https://1.2.3.4./", "https://1..2/", "https://4294967296/", "https://0x/", "https://x.0x1/", "https://09.1/", "https://a.1/",
  "https://[::]/", "https://[1:2:3:4:5:6:7:8]/", "https://[1::8]", "https://[::ffff:1.2.3.4]/", "https://[1:0:0:2:0:0:0:3]/", "https://[1:2]/", "https://[::1", "https://[::1]x/", "https://[g::]/", "https://[1::2::3]/", "https://[::1.2.3]/", "https://[00001::]/",
  "https://ex%41mple.example/", "https://ex%2fample/", "https://a%b/", "https://a<b/", "https://a|b/", "https://xn--bcher-kva.example/", "https://bücher.example/", "https://BÜCHER.example/ü?ü#ü", "https://日本.example/日本", "https://ｅｘ.example/", "https://a。b/", "https://ex\u00ADample/",
  "mailto:a@b.example", "mailto:a b", "tel:+1 2", "MAILTO:x", "d e", "d\te", " d ", "\u0001d", "d\u0000e", "d\"<>`{}|e", "d'e?f'g", "a?b#c d", "?a b\"<>'#", "é/ü", "a%zz", "a%", "%41", "a:b/c", "1:2", "./a:b", "/a:b", ":x", "a//b", "a///../b", "//", "/..//x", "/.//x", "x/..", "x/.",
];

/** A generator that always makes the same numbers, so that a failure can be seen again. */
function numbers(seed) {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function generated(count) {
  const next = numbers(20260101);
  const pieces = ["/", "//", "\\", ".", "..", "%2e", "?", "#", ":", "@", "a", "B", "c.d", "x.example", "127.0.0.1", "0x10", "[::1]", "%41", "%zz", " ", "'", "\"", "<", "|", "{", "é", "ß", "日", "&", "=", "+", "~", "https:", "http://", "mailto:", ":80", ":443", ";", ",", "*", "$"];
  return Array.from({ length: count }, () => Array.from({ length: 1 + next(7) }, () => pieces[next(pieces.length)]).join(""));
}

const escaped = (text) => text.replace(/[&"<>]/g, (c) => `&#${c.charCodeAt(0)};`);

/** What the article makes of each reference, by its number; a link that went is not there. */
function resolved(base, references) {
  const paragraphs = references.map(
    (reference, index) =>
      `<p>The paragraph with the number ${index} was written so that it reads like all the others in this long text, and it has <a href="${escaped(reference)}">link${index}</a> in the middle, behind which a few more words follow.</p>`,
  );
  const page = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Many links</title></head><body><article>${paragraphs.join("\n")}</article></body></html>`;
  const html = execFileSync(kNativeCommand, ["--format", "html", "--url", base, "-"], { input: page, maxBuffer: 1 << 28 }).toString();
  for (const index of references.keys()) assert.ok(html.includes(`link${index}<`) || html.includes(`link${index} `), `paragraph ${index} is not in the article`);
  return new Map([...parseHTML(`<html><body>${html}</body></html>`).document.querySelectorAll("a")].map((link) => [Number(link.textContent.slice(4)), link.getAttribute("href")]));
}

const allowed = /^(https?|mailto|tel):/;

function expected(base, reference) {
  if (/^[\0-\x20]*#?[\0-\x20]*$/.test(reference)) return undefined; // leads nowhere
  try {
    const { href } = new URL(reference, base);
    return allowed.test(href) ? href : undefined;
  } catch {
    return undefined;
  }
}

for (const base of kBases) {
  test(`links of ${base}`, () => {
    // Control characters that an HTML parser replaces before any URL parser sees them are not the matter here; nor is `^`, which the standard has moved.
    const references = [...kTricky, ...generated(1200)].filter((reference) => !/[\0-\x08^]/.test(reference));
    const found = resolved(base, references);
    const wrong = references.flatMap((reference, index) => (found.get(index) === expected(base, reference) ? [] : [{ reference, got: found.get(index), wanted: expected(base, reference) }]));
    assert.deepEqual(wrong.slice(0, 10), [], `${wrong.length} of ${references.length} differ`);
  });
}

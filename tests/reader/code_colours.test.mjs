// What the colours of code are made from: pieces of the text with what each is.

import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { load } from "../support/load.mjs";

const { tokenize, tokenKinds, languageNames } = await load("web/src/reader/code/tokenize.ts", "web/src/reader/code/token.ts");

/** A code with its tokens in guillemets, as «kind text». */
function marked(code, language) {
  let out = "";
  let at = 0;
  for (const { start, end, kind } of tokenize(code, language)) {
    out += `${code.slice(at, start)}«${kind} ${code.slice(start, end)}»`;
    at = end;
  }
  return out + code.slice(at);
}

/** The code itself is what is left without the marks. */
const expected = {
  "a C-like language": ["c", '«meta #include <tide.h>»\n«comment /* high\nor low */»\n«type int» «function wait»(«type char» *s) { «keyword return» s[«number 0»] == «string \'\\n\'» ? «number EOF» : «number 0x1F»; } «comment // "no text»'],
  JavaScript: [
    "js",
    "«keyword import» { a } «keyword from» «string \"./a.js\"»;\n«keyword class» «type Tide» «keyword extends» «type Water» {}\n«keyword const» t = «string `${»«function high»({ at: «string \"}\"» })«string } m`», r = t.«function replace»(«string /[/\"]+/g», «string ''») / «number 1_000.5e-3»; gull.delete = «number null»",
  ],
  TypeScript: ["tsx", "«keyword interface» «type Boat» { «keyword readonly» name?: «type string» }\n«meta @sealed» «keyword type» «type Id» = «type number» | «number undefined»;"],
  Python: ["python", '«meta @tide»\n«keyword class» «type Boat»(«type Hull»):\n    «string """The "sound"\n    is wide."""»\n    «keyword def» «function sail»(«number self», n=«number 3.5»):  «comment # don\'t»\n        «keyword return» f«string "{n}"» «keyword or» «number None»'],
  Ruby: ["rb", '«keyword class» «type Boat» < «type Hull»\n  «keyword def» «function late?»(n) = «attribute @hours».«function any?»(«number :now»)\n  puts «string "at #{»h[«string "six"»]«string } sharp"», <<~END\n«string     no "text\n  »END\n«keyword end»'],
  shell: ["bash", '«comment #!/bin/sh»\n«attribute DIR»=harbour; «keyword for» «attribute f» «keyword in» *.txt; «keyword do»\n  «function grep» «attribute -n» «attribute --color» «string \' dusk \'» «attribute ${f%.txt}» | «function sort» «attribute -k3» «comment # by count»\n«keyword done» && «function echo» «string "$(»date«string )"»'],
  "a session in a shell": ["sh", "«meta $» «function npm» install «attribute --save» pith\nadded 1 package for \"you\""],
  SQL: ["sql", "«keyword SELECT» «function count»(*) «keyword from» «attribute \"boats\"» «keyword Where» name = «string 'O'»«string 'Hara'» «comment -- his»"],
  markup: [
    "html",
    "«meta <!doctype html>»\n«comment <!-- <a> -->»«keyword <a» «attribute href»=«string \"/?a>b\"» «attribute hidden»«keyword >»5 < 6 «number &amp;» 7«keyword </a»«keyword >»\n«keyword <style»«keyword >»p { «attribute color»: «number #fff» }«keyword </style»«keyword >»«keyword <script»«keyword >»«keyword let» a = «string \"<b>\"»«keyword </script»«keyword >»",
  ],
  CSS: ["css", "«keyword @media» (min-width: «number 30em») { «type .boat»:hover { «attribute --hull-size»: «number 1.5rem»; «attribute background»: «function url»(«string 'a.png'») «keyword !important» } } «comment /* x */»"],
  JSON: ["json", '{ «attribute "gulls"»: [«number 611», «number true», «string "a \\" b"»], «attribute "at"» : «number -»'.replace("«number -»", "-«number 1e-3»") + " }"],
  YAML: ["yaml", "«comment # tides»\n«attribute harbour-name»: it's «number 5» o'clock\n«attribute gulls»:\n  - «attribute at»: «string 'dawn: #1'» «comment # lame»\n    «attribute url»: http://harbour.example/a:b"],
  TOML: ["toml", '«type [boats.ferry]»\n«attribute name» = «string "Maren"» «comment # her»\n«attribute seats» = [«number 12», «number 24»]'],
  Rust: ["rust", "«meta #[derive(Debug)]»\n«keyword pub» «keyword fn» «function tide»<«meta 'a»>(s: &«meta 'a» «type str») -> «type Option»<«type char»> { «function println!»(«string \"{}\"», «string '\\''»); «comment /* a /* b */ c */» «string r#\"a\"b\"#» }"],
  Go: ["go", "«keyword func» (b *Boat) «function Sail»(n «type int») «type error» { «keyword return» fmt.«function Errorf»(«string `%d\n`», n, «string 'x'») }"],
  Java: ["java", "«meta @Override» «keyword public» «type void» «function sail»() { «type Boat» b = «keyword new» «type Boat»(«number 3L»); } «comment // b»".replace("«type Boat»(", "«function Boat»(")],
  Kotlin: ["kotlin", '«keyword fun» «function sail»(n: «type Int») = «string "at ${»n.«function plus»(«number 1»)«string } h"»'],
  Swift: ["swift", '«keyword let» s = «string "at \\(»«function hour»(«number 3»)«string ) h"»'],
  "PHP among markup": ["php", "«meta <?php»\n«attribute $boat» = «string \"a ?\"»; «keyword function» «function sail»(«type int» «attribute $n») {}\n«meta ?>»«keyword <b»«keyword >»"],
  "PHP alone": ["php", "«keyword return» «attribute $this»->hull; «comment # old»"],
  Lua: ["lua", "«comment --[[ a\nb ]]»\n«keyword local» s = «string [[ \"c\nd ]]»; «keyword function» «function sail»() «keyword end» «comment -- e»"],
  Haskell: ["hs", "«keyword module» «type Main» «keyword where»\nx' = «string 'a'» «comment {- a {- b -} c -}» «comment -- d»"],
  "a kind of ML": ["ocaml", "«keyword let» «keyword rec» sail x = «keyword match» x «keyword with» «number None» -> «string \"a\"» «comment (* b (* c *) d *)»"],
  Lisp: ["clojure", "(«keyword defn» «function set-sail!» [x] «comment ; \"x\"»\n  («function println» «number :at» «string \"dawn\nand dusk\"» x))"],
  "a Makefile": ["make", "«attribute CFLAGS» += -O«number 2»\n«attribute all»: boat.o «attribute $(OBJECTS)» «comment # both»".replace("-O«number 2»", "-O2")],
  "a Dockerfile": ["dockerfile", "«keyword FROM» node:«number 20»\n«keyword RUN» npm ci «attribute --omit»=dev"],
  "a patch": ["diff", "«meta diff --git a/x b/x»\n«meta @@ -1,2 +1,2 @@»\n at dawn\n«deleted -611 gulls»\n«inserted +612 gulls»"],
  Markdown: ["md", "«keyword # Tides»\nHigh at «string `six`».\n«comment > Perhaps.»\n«string ```\n# a\n```»"],
  "a language by its alias, in any case": ["C++", "«keyword template»<«keyword typename» T> «keyword class» «type Boat»;".replace("T>", "«type T»>")],
};

describe("the pieces of code that have colours", () => {
  for (const [what, [language, text]] of Object.entries(expected)) {
    it(`are found in ${what}`, () => {
      const code = text.replaceAll(/«\w+ |»/g, "");
      assert.equal(marked(code, language), text);
    });
  }

  it("are few where the language is unknown: what looks the same nearly everywhere", () => {
    assert.equal(marked('It said «string "low"» at http://a.example // «»\nit\'s 5'.replaceAll(/«(\w+ )?|»/g, ""), "esperanto"), 'It said «string "low"» at http://a.example «comment // »\nit\'s «number 5»');
  });

  it("are found by how the code begins where the page does not say its language", () => {
    assert.equal(marked("<p class=a>"), "«keyword <p» «attribute class»=«string a»«keyword >»");
    assert.equal(marked('{"a": 1}'), '{«attribute "a"»: «number 1»}');
    assert.equal(marked("$ ls -l"), "«meta $» «function ls» «attribute -l»");
    assert.equal(marked("#!/usr/bin/env python3\ndef f(): pass"), "«comment #!/usr/bin/env python3»\n«keyword def» «function f»(): «keyword pass»");
    assert.equal(marked("@@ -1 +1 @@\n+a"), "«meta @@ -1 +1 @@»\n«inserted +a»");
  });

  it("are none in what the page says to be plain text", () => {
    for (const language of ["text", "plaintext", "none", "output"]) assert.deepEqual(tokenize('class "a" 1 # b', language), []);
  });

  const pieces = [
    "'", '"', "`", '"""', "'''", "/*", "*/", "//", "--", "#", "{-", "-}", "(*", "*)", "[[", "]]", "--[[", "<!--", "-->", "<a", "<script>", "</script>", "<style>", "<?php", "?>", "<![CDATA[", "&amp;", "&",
    "${", "#{", "$(", "\\(", "}", ")", "{", "(", "[", "]", "<<EOF", "<<<EOF", "\nEOF\n", "<<~A", "\\", "\n", "\r\n", " ", "\t", "\0", "/", "=/[", "=", ":", ";", "@", "$", "%", "!", "class", "def", "Foo", "if",
    "0x", "1e+", "9.", "a", "é", "𝒳", "\ud835", "r#\"", "R\"(", "@\"", "'\\u{10ffff}'", "=begin", "#|", "$ ", "+", "-x", "@@ ", "REM ",
  ];
  /** The same numbers each time, in 0..1. */
  const randomFrom = (seed) => () => ((seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32);

  it("lie in order within the text, whole and apart, whatever the text", () => {
    const random = randomFrom(8);
    for (const language of languageNames) {
      for (let round = 0; round < 60; round++) {
        const code = Array.from({ length: 1 + random() * 40 }, () => pieces[Math.floor(random() * pieces.length)]).join("");
        let at = 0;
        for (const { start, end, kind } of tokenize(code, language)) {
          assert.ok(at <= start && start < end && end <= code.length, `${language}: ${start}..${end} behind ${at} in ${JSON.stringify(code)}`);
          assert.ok(tokenKinds.includes(kind));
          at = end;
        }
      }
    }
  });

  const hostile = ["='", '="', "=/[ ", "a ", "a\t\t", "<a b", "<a b='", "`${`", '"#{"', "'a", "\\\"", "<<A\n", "<<<A\n", "x <<A y\n", "((", "{{", "\"${", "- a: ", "= =", "//\\", "<script>//"];

  it("are found in time that grows with the length only, whatever the text", () => {
    const [short, long] = [1_000, 32_000]; // characters
    const timeOf = (unit, length, language) => {
      const code = unit.repeat(length / unit.length);
      const start = process.cpuUsage();
      tokenize(code, language);
      return process.cpuUsage(start).user / 1000; // ms; other programs do not count
    };
    // What is linear takes 32 times as long, what is quadratic 1024 times.
    const grows = (...given) => timeOf(given[0], long, given[1]) > 160 * Math.max(timeOf(given[0], short, given[1]), 0.05); // ms
    const atFault = [];
    for (const language of languageNames) {
      for (const unit of [...pieces, ...hostile]) {
        if ([1, 2, 3].every(() => grows(unit, language))) atFault.push(`${language} ${JSON.stringify(unit)}`); // V8 may have cleaned up
      }
    }
    assert.deepEqual(atFault, []);
  });
});

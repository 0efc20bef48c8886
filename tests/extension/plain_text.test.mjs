import assert from "node:assert/strict";
import { before, describe, it } from "node:test";
import { load } from "../support/load.mjs";

describe("plain text", () => {
  let blocksOf, textPage;
  before(async () => ({ blocksOf, textPage } = await load("extension/src/content/plain_text.ts")));

  const linesOf = (text) => {
    const blocks = blocksOf(text);
    assert.ok(blocks.every(({ preformatted }) => !preformatted), text);
    return blocks.map(({ lines }) => lines);
  };
  const joined = (text) => text.split("\n").map((line) => line.trim()).join(" ");

  it("puts lines of one width together, however wide they are, and wherever they begin", () => {
    const narrow = "The ferry left when Maren Tolvik thought the water looked right,\nand not a minute before. So it had been for thirty-one years and\nmore.";
    const wide = `${"Visitors complained, of course, and stood on the slipway with their watches held out in front of them, as though the tide might read them."}\n[The timetable](tides.md) on the harbour wall was painted over every spring, and every autumn somebody scratched a new one into the fresh paint.\n\`wait\` is all it says.`;
    const set = narrow.replace(/^/gm, "   ");
    const hanging = `1) ${narrow.replaceAll("\n", "\n   ")}`;
    const shouting = "In no event, and under no legal theory, is anybody here liable,\nWITHOUT EXCEPTION OF ANY KIND, for what the tide has done to a\nboat, or what a boat has done to the tide, be it by night or by\nday, or in the hour between them.";
    for (const text of [narrow, wide, set, hanging, shouting]) assert.deepEqual(linesOf(text), [[joined(text)]]);
  });

  it("leaves verse its lines and stanzas, lists and mails theirs", () => {
    const verse = "The ships go down the river mouth,\n   and turn, and then are gone;\n\nSing, goddess, of the pilot and her long years at the sound,\nWho waited for the water when the timetable went round,\nAnd poured her coffee slowly";
    assert.deepEqual(linesOf(verse), verse.split("\n\n").map((stanza) => stanza.split(/\n */)));
    const list = "- one thing that is long enough to look like a line of a paragraph that\n  goes on in the next one\n- another";
    assert.deepEqual(linesOf(list), [["- one thing that is long enough to look like a line of a paragraph that goes on in the next one", "- another"]]);
    assert.deepEqual(linesOf("# Ferries\nThey wait.\n\n> So you say,\n> and so did she."), [["# Ferries", "They wait."], ["> So you say,", "> and so did she."]]);
  });

  it("leaves code, tables and drawings as they are", () => {
    const code = "    if (tide > slack) { leave(at, the, line, and, not, before, it) }\n    else { wait() }";
    const fenced = "```\nlet tide;\n\nwait();\n```";
    const table = "Quay        06:10   07:40\nIsland      06:50   08:20";
    const drawing = "+------+\n| boat |\n+------+";
    for (const text of [code, fenced, table, drawing]) assert.deepEqual(blocksOf(`Before\n\n${text}\n\nAfter`)[1], { lines: text.split("\n"), preformatted: true });
  });

  it("takes any ends of lines and pages", () => {
    assert.deepEqual(linesOf("a\r\n\r\nb\rc\fd"), [["a"], ["b", "c", "d"]]);
    assert.deepEqual(blocksOf(" \n\n"), []);
  });

  it("is a page with paragraphs, the lines of verse, and what is kept as it is, that no character of its own can break", () => {
    assert.equal(
      textPage("Sea\x04\n\nships,\n  gone;\n\na   b\nc   d", "sea\x01.txt"),
      "\x01html\x01head\x01title\x05sea.txt\x04\x04\x01body\x01article\x01p\x05Sea\x04\x01p\x05ships,\x01br\x04\x05gone;\x04\x01pre\x05a   b\nc   d\x04\x04\x04\x04",
    );
  });
});

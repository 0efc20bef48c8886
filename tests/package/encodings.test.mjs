import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { encodeAs, encodeUtf16, pageOf, samples } from "./encode.mjs";
import { installPackage, testPages } from "./installed.mjs";

let installed;
let pith;

before(async () => {
  installed = await installPackage();
  pith = await installed.load();
});
after(() => installed?.remove());

describe("bytes are decoded", () => {
  for (const [encoding, text] of Object.entries(samples)) {
    test(`from ${encoding} that the page declares`, async () => {
      const article = await pith.extract(encodeAs(encoding, pageOf(text, encoding)));
      assert.equal(article.title, text.slice(0, 8).trim());
      assert.ok(article.text.includes(text), article.text);
    });

    test(`from ${encoding} that the transport names`, async () => {
      const article = await pith.extract(encodeAs(encoding, pageOf(text)), { charset: encoding.toUpperCase() });
      assert.ok(article.text.includes(text), article.text);
    });
  }

  for (const bigEndian of [false, true]) {
    test(`from UTF-16 ${bigEndian ? "big" : "little"} endian with a byte order mark, which outranks every label`, async () => {
      const text = `${samples.gbk} 🐛 ${samples["windows-1251"]}`;
      const article = await pith.extract(encodeUtf16(pageOf(text, "shift_jis"), bigEndian), { charset: "gbk" });
      assert.ok(article.text.includes(text), article.text);
    });
  }

  test("from UTF-8 with a byte order mark, which outranks every label", async () => {
    const text = samples.big5;
    const article = await pith.extract(Buffer.from(`\uFEFF${pageOf(text, "windows-1251")}`), { charset: "gbk" });
    assert.ok(article.text.includes(text), article.text);
  });

  test("from windows-1252, with the letters that ISO 8859-1 lacks", async () => {
    const { bytes } = (await testPages()).find((page) => page.name === "article--windows-1252");
    const article = await pith.extract(bytes);
    assert.equal(article.title, "Le phare d’Ærmor");
    for (const words of ["Œdile Kerbrat", "480 €", "du Žal – c’est", "« pour la science »"]) assert.ok(article.text.includes(words), words);
  });

  test("by the transport's label before the page's", async () => {
    const text = samples["windows-1251"];
    const article = await pith.extract(encodeAs("windows-1251", pageOf(text, "koi8-r")), { charset: "cp1251" });
    assert.ok(article.text.includes(text), article.text);
  });

  test("in plain text too", async () => {
    const text = samples["windows-1251"];
    const article = await pith.extractText(encodeAs("windows-1251", `${text}\n${text}\n`), { charset: "windows-1251" });
    assert.ok(article.text.includes(text), article.text);
  });
});

describe("a page in an encoding that the core leaves to its host", () => {
  for (const [encoding, text] of Object.entries(samples)) {
    test(`is as readable in ${encoding} as its text`, async () => {
      const page = pageOf(text.repeat(4), encoding);
      assert.equal(await pith.isProbablyReadable(page), true);
      assert.equal(await pith.isProbablyReadable(encodeAs(encoding, page)), true);
      assert.equal(await pith.isProbablyReadable(encodeAs(encoding, pageOf("", encoding))), false);
    });
  }

  test("may have as many bytes as the limit says, counted as they came", async () => {
    const bytes = encodeAs("shift_jis", pageOf(samples.shift_jis.repeat(4), "shift_jis"));
    for (const call of [pith.extract, pith.isProbablyReadable]) {
      assert.ok(await call(bytes, { limits: { bytes: bytes.length } }));
      await assert.rejects(call(bytes, { limits: { bytes: bytes.length - 1 } }), { code: "input-too-large", message: `the page has more bytes than the limit of ${bytes.length - 1}` });
    }
  });
});

describe("text is taken as it is", () => {
  test("whatever encoding the page says it had", async () => {
    const text = samples["windows-1251"];
    for (const charset of ["windows-1251", "shift_jis", "utf-16"]) {
      const article = await pith.extract(pageOf(text, charset), { charset: "gbk" });
      assert.ok(article.text.includes(text), article.text);
    }
  });
});

describe("encodings that cannot be decoded", () => {
  test("an unknown label is an error that names it", async () => {
    for (const call of [pith.extract, pith.isProbablyReadable]) {
      await assert.rejects(call(Buffer.from("<p>x</p>"), { charset: "klingon-8" }), (error) => {
        assert.equal(error.code, "unknown-encoding");
        assert.match(error.message, /klingon-8/);
        return error instanceof pith.PithError;
      });
    }
  });

  test("an unknown label within the page is passed over", async () => {
    const text = samples["iso-8859-2"];
    const article = await pith.extract(Buffer.from(pageOf(text, "klingon-8")));
    assert.ok(article.text.includes(text), article.text);
  });

  test("an encoding that this platform has no decoder for is an error that names it", async (t) => {
    const { TextDecoder } = globalThis;
    t.after(() => {
      globalThis.TextDecoder = TextDecoder;
    });
    globalThis.TextDecoder = class extends TextDecoder {
      constructor(label = "utf-8", options = undefined) {
        if (label !== "utf-8") throw new RangeError(`The "${label}" encoding is not supported`);
        super(label, options);
      }
    };
    await assert.rejects(pith.extract(shiftJis, { charset: "shift_jis" }), (error) => {
      assert.equal(error.code, "unsupported-encoding");
      assert.match(error.message, /shift_jis/i);
      return error instanceof pith.PithError;
    });
  });
});

const shiftJis = Uint8Array.of(0x3c, 0x70, 0x3e, 0x93, 0xfa);

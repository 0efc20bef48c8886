import assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib";
import { findProgram } from "../../scripts/commands.mjs";
import { load } from "../support/load.mjs";
import { asText, runCommand } from "./commands.mjs";
import { encodeAs, pageOf, samples } from "./encode.mjs";
import { installPackage, root } from "./installed.mjs";

let installed;
let findPages;
let readNames;
let folder;

before(async () => {
  installed = await installPackage();
  ({ findPages, readNames } = await installed.load("pith/pages"));
});
after(() => installed?.remove());
beforeEach(async (context) => {
  folder = await mkdtemp(join(tmpdir(), "pith-pages-"));
  const mine = folder;
  context.after?.(() => rm(mine, { recursive: true, force: true }));
});

const html = (title) => `<title>${title}</title><p>The paragraph of ${title}, which is not long.</p>`;

async function write(files) {
  for (const [name, content] of Object.entries(files)) {
    await mkdir(join(folder, name, ".."), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}

/** Runs the package's command in the folder; gives the records that it prints. */
async function pith(args, options) {
  const { stdout, stderr, code } = await runCommand(installed.command, args, { cwd: folder, ...options });
  return { records: asText(stdout).split("\n").slice(0, -1).map((line) => JSON.parse(line)), stderr: asText(stderr), code };
}

/** What matters of a record here. */
const brief = ({ file, page, source, title, code }) => JSON.parse(JSON.stringify({ file, page, source, title, code }));

/** A record of a web archive. */
function record(type, fields, block) {
  const head = { "WARC-Type": type, "WARC-Record-ID": "<urn:uuid:00000000-0000-4000-8000-000000000000>", "Content-Length": block.length, ...fields };
  const lines = Object.entries(head).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`WARC/1.1\r\n${lines.join("")}\r\n`), block, Buffer.from("\r\n\r\n")]);
}

function response(url, headers, body, status = "200 OK") {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return record("response", { "WARC-Target-URI": url, "Content-Type": "application/http; msgtype=response" }, Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${lines.join("")}\r\n`), Buffer.from(body)]));
}

function chunked(body) {
  const bytes = Buffer.from(body);
  const pieces = [bytes.subarray(0, 7), bytes.subarray(7, 30), bytes.subarray(30), bytes.subarray(bytes.length)];
  return Buffer.concat(pieces.flatMap((piece) => [Buffer.from(`${piece.length.toString(16)};x=y\r\n`), piece, Buffer.from("\r\n")]));
}

const archive = () => [
  record("warcinfo", { "Content-Type": "application/warc-fields" }, Buffer.from("software: none\r\n")),
  record("request", { "WARC-Target-URI": "https://a.example/" }, Buffer.from("GET / HTTP/1.1\r\n\r\n")),
  response("https://a.example/plain", { "Content-Type": "text/html" }, html("Plain")),
  response("https://a.example/moved", { Location: "/", "Content-Type": "text/html" }, html("Moved"), "301 Moved Permanently"),
  response("https://a.example/style", { "Content-Type": "text/css" }, "p{}"),
  response("<https://a.example/chunked>", { "content-type": "text/html", "Transfer-Encoding": "chunked" }, chunked(html("Chunked"))),
  response("https://a.example/gzip", { "Content-Type": "text/html", "Content-Encoding": "gzip" }, gzipSync(html("Gzip"))),
  response("https://a.example/both", { "Content-Type": "text/html", "Content-Encoding": "gzip", "Transfer-Encoding": "chunked" }, chunked(gzipSync(html("Both")))),
  response("https://a.example/deflate", { "Content-Type": "text/html", "Content-Encoding": "deflate" }, deflateSync(html("Deflate"))),
  response("https://a.example/br", { "Content-Encoding": "br" }, brotliCompressSync(html("Brotli"))),
  response("https://a.example/damaged", { "Content-Type": "text/html", "Content-Encoding": "gzip" }, gzipSync(html("Damaged")).subarray(0, 30)),
  response("https://a.example/decoded", { "Content-Type": "text/html", "Content-Encoding": "gzip", "Transfer-Encoding": "chunked" }, html("Decoded")),
  response("https://a.example/russian", { "Content-Type": "text/html; charset=windows-1251" }, encodeAs("windows-1251", pageOf(samples["windows-1251"]))),
];
const archived = ["Plain", "Chunked", "Gzip", "Both", "Deflate", "Brotli", undefined, "Decoded"];

describe("web archives", () => {
  for (const [name, pack] of [["one.warc", (records) => Buffer.concat(records)], ["one.warc.gz", (records) => Buffer.concat(records.map((part) => gzipSync(part)))]]) {
    test(`${name}: the pages of its responses, decoded, with address and charset`, async () => {
      await write({ [name]: pack(archive()) });
      const { records, code, stderr } = await pith(["--jobs=2", name]);
      assert.deepEqual(records.slice(0, -1).map(({ title }) => title), archived);
      assert.deepEqual(brief(records[0]), { file: name, page: 1, source: "https://a.example/plain", title: "Plain" });
      assert.deepEqual(brief(records[1]), { file: name, page: 2, source: "https://a.example/chunked", title: "Chunked" });
      assert.deepEqual(brief(records[6]), { file: name, page: 7, source: "https://a.example/damaged", code: "unreadable" });
      assert.ok(records.at(-1).text.includes(samples["windows-1251"].trim().slice(0, 20)), records.at(-1).text);
      assert.deepEqual({ code, stderr }, { code: 1, stderr: "" });
    });
  }

  test("hold bodies whose content encoding was undone, whatever it was, or cannot be", async () => {
    const zstd = Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0x20, 0x69, 0x49, 0x03);
    await write({
      "codings.warc": Buffer.concat([
        ...["br", "deflate", "zstd", "gzip, br"].map((coding) => response(`https://a.example/${coding}`, { "Content-Encoding": coding }, `\n<!DOCTYPE html>${html(coding)}`)),
        response("https://a.example/damaged", { "Content-Encoding": "br" }, brotliCompressSync(html("Damaged")).subarray(0, 30)),
        response("https://a.example/packed", { "Content-Encoding": "zstd" }, zstd),
      ]),
    });
    const { records, code } = await pith(["codings.warc"]);
    assert.deepEqual(records.slice(0, -2).map(({ title }) => title), ["br", "deflate", "zstd", "gzip, br"]);
    assert.match(records.at(-2).error, /^the page's content encoding, br, is damaged: /);
    assert.equal(records.at(-1).error, "the page's content encoding, zstd, is none that can be undone");
    assert.equal(code, 1);
  });

  test("that are cut anywhere give the pages before the cut, then an error, and the next input is read", async () => {
    const whole = Buffer.concat(archive());
    await write({ "next.html": html("Next") });
    for (let cut = 20; cut < whole.length - 4; cut += 173) {
      await writeFile(join(folder, "cut.warc"), whole.subarray(0, cut));
      const found = [];
      for await (const page of findPages([join(folder, "cut.warc"), join(folder, "next.html")])) found.push(page);
      assert.equal(found.at(-1).file, join(folder, "next.html"));
      const errors = found.filter((page) => "error" in page && page.source === undefined);
      assert.ok(errors.length <= 1 && errors.every(({ error }) => error.code === "unreadable"));
    }
  });

  test("hold pages of any size up to the limit, compressed or not, and say of larger ones that they are", async () => {
    const large = Buffer.alloc(70 << 20, " ");
    const packed = (encoding, body) => response(`https://a.example/${encoding}`, { "Content-Type": "text/html", "Content-Encoding": encoding }, body);
    await write({ "large.warc": Buffer.concat([packed("identity", large), packed("gzip", gzipSync(large)), packed("br", brotliCompressSync(large)), response("https://a.example/next", {}, "<p>x")]) });
    const sizes = async (options) => {
      const found = [];
      for await (const { content, error } of findPages([join(folder, "large.warc")], options)) found.push(content?.length ?? `${error.code}: ${error.message}`);
      return found;
    };
    assert.deepEqual(await sizes(), [large.length, large.length, large.length, 4]);
    const refused = (limit) => `input-too-large: the page has more bytes than the limit of ${limit}`;
    for (const bytes of [large.length - 1, 5000]) assert.deepEqual(await sizes({ bytes }), [refused(bytes), refused(bytes), refused(bytes), 4]);
    assert.deepEqual(await sizes({ bytes: Number.MAX_SAFE_INTEGER }), [large.length, large.length, large.length, 4]);
  });

  test("hold what is no page in any size: it is passed over, and the pages are numbered alike whatever the limit", async () => {
    const large = Buffer.alloc(3 << 20, " ");
    const of = (type, status) => response(`https://a.example/${type}`, { "Content-Type": type }, large, status);
    await write({ "files.warc": Buffer.concat([of("image/png"), of("text/html", "404 Not Found"), record("response", {}, large), of("text/html"), response("https://a.example/next", {}, "<p>x")]) });
    for (const [bytes, first] of [[100_000, "input-too-large"], [large.length, undefined]]) {
      const found = [];
      for await (const { page, error } of findPages([join(folder, "files.warc")], { bytes })) found.push([page, error?.code]);
      assert.deepEqual(found, [[1, first], [2, undefined]]);
    }
  });

  test("say of a page what its server said of it, however it is written", async () => {
    const types = ["Text/HTML ;Charset=\"windows-1251\"", "text/html, text/html", "text/htmlx", "application/xml", " application/xhtml+xml"];
    await write({ "types.warc": Buffer.concat(types.map((type) => response(`https://a.example/${type}`, { "Content-Type": type }, "<p>x"))) });
    const found = [];
    for await (const { source, options } of findPages([join(folder, "types.warc")])) found.push([source.slice("https://a.example/".length), options.charset]);
    assert.deepEqual(found, [[types[0], "windows-1251"], [types[1], ""], [types[4], ""]]);
  });

  test("that are none say so", async () => {
    await write({ "not.warc": "<p>Hello", "bad.warc.gz": gzipSync(Buffer.concat(archive())).subarray(0, 500), "empty.warc": "" });
    const { records, code } = await pith(["--recursive", "."]);
    assert.equal(records[0].file, "bad.warc.gz");
    assert.equal(records.at(-2).code, "unreadable");
    assert.deepEqual(records.at(-1), { file: "not.warc", page: 1, error: "the archive is damaged: a record does not begin with WARC/1.1 or the like", code: "unreadable" });
    assert.equal(code, 1);
  });
});

describe("streams of JSON objects", () => {
  const lines = [
    JSON.stringify({ url: "https://a.example/1", html: html("Ünö") }),
    "",
    "{torn",
    "[]",
    '{"html":7,"url":"https://a.example/7"}',
    JSON.stringify({ html: html("Two") }),
  ].join("\n");

  test("from standard input: a record a line, in their order, and lines that are none are errors", async () => {
    const { records, code } = await pith(["--from=ndjson", "-"], { input: lines });
    assert.deepEqual(records.map(brief), [
      { file: "-", page: 1, source: "https://a.example/1", title: "Ünö" },
      { file: "-", page: 3, code: "unreadable" },
      { file: "-", page: 4, code: "unreadable" },
      { file: "-", page: 5, source: "https://a.example/7", code: "unreadable" },
      { file: "-", page: 6, title: "Two" },
    ]);
    assert.match(records[1].error, /^line 3: no JSON: /);
    assert.equal(code, 1);
  });

  test("a line in, a line out, before the next one comes", { timeout: 20_000 }, async (context) => {
    const child = spawn(process.execPath, [installed.command, "--from=ndjson", "-"], { stdio: ["pipe", "pipe", "inherit"] });
    context.after(() => child.kill());
    const answers = child.stdout.setEncoding("utf8")[Symbol.asyncIterator]();
    for (const title of ["One", "Two", "Three"]) {
      child.stdin.write(`${JSON.stringify({ html: html(title) })}\n`);
      assert.equal(JSON.parse((await answers.next()).value).title, title);
    }
    child.stdin.end();
    assert.equal((await answers.next()).done, true);
  });

  test("may begin with a byte order mark", async () => {
    const { records } = await pith(["--from=ndjson", "-"], { input: `\uFEFF${JSON.stringify({ html: html("First") })}\n` });
    assert.deepEqual(records.map(brief), [{ file: "-", page: 1, title: "First" }]);
  });

  test("are known by their names, compressed or not", async () => {
    await write({ "a.ndjson": lines, "b.jsonl.gz": gzipSync(lines) });
    const { records } = await pith(["--recursive", "."]);
    assert.deepEqual(records.filter(({ title }) => title).map(({ file, title }) => [file, title]), [["a.ndjson", "Ünö"], ["a.ndjson", "Two"], ["b.jsonl.gz", "Ünö"], ["b.jsonl.gz", "Two"]]);
    assert.deepEqual((await pith(["a.ndjson", "b.jsonl.gz"])).records, records, "without any option, too");
    assert.equal((await runCommand(installed.command, ["--format=text", "a.ndjson"], { cwd: folder })).code, 2);
    assert.deepEqual((await pith(["--from=html", "a.ndjson"])).records.map(({ page }) => page), [undefined]);
  });
});

describe("directories and lists", () => {
  test("files below a directory come in the order of their names, chosen by suffix", async () => {
    await write({ "site/b.html": html("B"), "site/a/z.HTM": html("Z"), "site/a/note.txt": html("Note"), "site/c.xhtml": html("C") });
    assert.deepEqual((await pith(["--recursive", "site"])).records.map(({ title }) => title), ["Z", "B", "C"]);
    assert.deepEqual((await pith(["--recursive", "--suffix", ".txt,.xhtml", "site"])).records.map(({ title }) => title), ["Note", "C"]);
    assert.deepEqual((await pith(["--jobs=1", "site"])).records.map(brief), [{ file: "site", code: "unreadable" }]);
  });

  test("a list names one input a line, from a file or standard input; a missing file is its record", async () => {
    await write({ "a.html": html("A"), "b b.html": html("B"), "list.txt": "a.html\n\nnone.html\r\nb b.html" });
    const expected = [{ file: "a.html", title: "A" }, { file: "none.html", code: "unreadable" }, { file: "b b.html", title: "B" }];
    assert.deepEqual((await pith(["--files-from", "list.txt"])).records.map(brief), expected);
    const fromInput = await pith(["--files-from=-"], { input: await readFile(join(folder, "list.txt")) });
    assert.deepEqual(fromInput.records.map(brief), expected);
    const missing = await pith(["--files-from", "none.txt"]);
    assert.equal(missing.code, 1);
    assert.equal(missing.stderr, "pith: none.txt: no such file\n");
    assert.deepEqual((await pith(["--from=ndjson", "."])).records, [{ file: ".", page: 1, error: "is a directory", code: "unreadable" }]);
  });

  test("what is no file is not taken from a directory: a pipe that nobody writes to, a link to a directory, which may lead back to itself", async () => {
    await write({ "a.html": html("A"), "z.html": html("Z") });
    execFileSync("mkfifo", [join(folder, "m.html")]);
    for (const name of ["loop.html", "again.html"]) await symlink(".", join(folder, name));
    assert.deepEqual((await pith(["--recursive", "."])).records.map(({ title }) => title), ["A", "Z"]);
  });

  test("a page that takes too long is a record, and the others are extracted", async () => {
    await write({ "a.html": html("A"), "slow.html": "<p>A paragraph of some words, again and again. ".repeat(1_000_000), "z.html": html("Z") });
    const { records, code } = await pith(["--recursive", "--jobs=1", "--timeout=1", "."]);
    assert.deepEqual(records.map(brief), [{ file: "a.html", title: "A" }, { file: "slow.html", code: "timeout" }, { file: "z.html", title: "Z" }]);
    assert.equal(code, 1);
  });

  test("a page may take longer than timers count", async () => {
    await write({ "a.html": html("A") });
    for (const seconds of [2_592_000, "Infinity"]) {
      const { records, stderr } = await pith([`--timeout=${seconds}`, "a.html"]);
      assert.deepEqual([records.map(brief), stderr], [[{ file: "a.html", title: "A" }], ""]);
    }
  });
});

test("what no error was foreseen for, such as memory that runs out, is the last record of its archive or stream", async () => {
  const { findInWarc, findInNdjson } = await load("web/src/pages/warc.ts", "web/src/pages/ndjson.ts");
  async function* chunks(first) {
    yield Buffer.from(first);
    yield Object.assign(Buffer.from("x"), { indexOf: () => { throw new RangeError("Array buffer allocation failed"); } });
  }
  for (const found of [findInWarc("a", chunks(response("https://a.example/1", {}, "<p>x")), 100), findInNdjson("a", chunks('{"html":"<p>x"}\n'))]) {
    const pages = [];
    for await (const { page, content, error } of found) pages.push([page, error ? `${error.code}: ${error.message}` : String(Buffer.from(content))]);
    assert.deepEqual(pages, [[1, "<p>x"], [2, "unreadable: cannot be read: Array buffer allocation failed"]]);
  }
});

test("a page that is larger than it may be is an error in its place, and is not read on", { timeout: 30_000 }, async () => {
  await write({ "a.html": html("A"), "large.html": html("A".repeat(5000)), "z.html": html("Z") });
  const { records, code } = await pith(["--jobs=1", "--limit=bytes=4000", "a.html", "large.html", "/dev/zero", "z.html"]);
  assert.deepEqual(records.map(({ error, title }) => error ?? title), ["A", "the page has more bytes than the limit of 4000", "the page has more bytes than the limit of 4000", "Z"]);
  assert.equal(code, 1);
  const codes = [];
  for await (const { error } of findPages(["/dev/zero"])) codes.push(error.code);
  for await (const { error } of findPages(["/dev/zero"], { bytes: 4000 })) codes.push(error.code);
  assert.deepEqual(codes, ["input-too-large", "input-too-large"]);
});

test("what is left before its end is closed, compressed or not", { skip: process.platform !== "linux" }, async () => {
  const lines = Array.from({ length: 5000 }, (_, index) => JSON.stringify({ html: html(`T${index}`) })).join("\n");
  const warc = Buffer.concat(Array.from({ length: 200 }, archive).flat());
  await write({ "a.ndjson": lines, "b.ndjson.gz": gzipSync(lines), "c.warc": warc, "d.warc.gz": gzipSync(warc), "names.txt": "a.html\n".repeat(50_000) });
  const open = async () => (await readdir("/proc/self/fd")).length;
  const before = await open();
  for (const name of ["a.ndjson", "b.ndjson.gz", "c.warc", "d.warc.gz"]) {
    for (let i = 0; i < 5; i++) for await (const { error } of findPages([join(folder, name)])) if (error === undefined) break;
  }
  for (let i = 0; i < 5; i++) for await (const name of readNames(join(folder, "names.txt"))) if (name === "a.html") break;
  for (let wait = 0; wait < 100 && (await open()) > before; wait++) await new Promise((resolve) => setTimeout(resolve, 20));
  assert.ok((await open()) <= before, `${await open()} open, ${before} before`);
});

test("a program's mistakes are refused by name, before the first page", async () => {
  const missing = join(folder, "none.html");
  for (const [inputs, options, message] of [
    ["ab", {}, 'inputs must be an iterable of names, such as an array, not "ab"'],
    [undefined, {}, "inputs must be an iterable of names, such as an array, not Undefined"],
    [[missing], null, "options must be an object, not Null"],
    [[missing], { recursiv: true }, 'options must be an object of recursive, suffixes, from, bytes, timeout, not "recursiv"'],
    [[missing], { from: "wrc" }, 'options.from must be one of "html", "warc", "ndjson", not "wrc"'],
    [[missing], { suffixes: ".html" }, 'options.suffixes must be an array of strings, not ".html"'],
    [[missing], { bytes: 1.5 }, "options.bytes must be a positive whole number, not Number"],
    [[missing], { timeout: "x" }, 'options.timeout must be a number above 0, not "x"'],
  ]) {
    await assert.rejects(findPages(inputs, options).next(), { name: "PithError", code: "bad-input", message });
  }
  for (const options of [{ timeout: Number.POSITIVE_INFINITY }, { from: undefined, suffixes: undefined, bytes: undefined }]) {
    assert.equal((await findPages(new Set([missing]), options).next()).value.error.message, "no such file");
  }
});

describe("addresses among many pages", () => {
  let server;
  let origin;

  before(async () => {
    server = createServer((request, answer) => {
      if (request.url === "/hangs") return;
      if (request.url === "/stops") return answer.writeHead(200, { "content-type": "text/html" }).write("<p>The beginning");
      answer.setHeader("content-type", request.url === "/text" ? "text/plain" : "application/pdf");
      answer.end("Use the <title> element.\n\nThere is a second paragraph.");
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    origin = `http://127.0.0.1:${server.address().port}`;
  });
  after(() => {
    server?.closeAllConnections();
    server?.close();
  });

  test("are given up after --timeout, whether nothing comes or not all, and the run goes on", { timeout: 30_000 }, async () => {
    await write({ "a.html": html("A"), "z.html": html("Z") });
    const { records, code } = await pith(["--timeout=0.5", "a.html", `${origin}/hangs`, `${origin}/stops`, "z.html"]);
    assert.deepEqual(records.map(({ code, title }) => code ?? title), ["A", "timeout", "timeout", "Z"]);
    assert.equal(records[1].error, "cannot be fetched: it takes longer than 500 ms");
    assert.equal(code, 1);
  });

  test("are read as what the server says they are, by the command and by a pool", async () => {
    const inputs = [`${origin}/text`, `${origin}/pdf`, `${origin}/text.jsonl`];
    const { records } = await pith(["--jobs=1", ...inputs]);
    assert.equal(records[0].text, "Use the <title> element.\n\nThere is a second paragraph.");
    assert.deepEqual(records.slice(1).map(({ code }) => code), ["unsupported-type", "unsupported-type"]);
    const pool = (await installed.load("pith/worker")).createPool({ size: 1 });
    const outcomes = [];
    for await (const { article, error } of pool.extractAll(findPages(inputs))) outcomes.push(article?.text ?? error.code);
    pool.close();
    assert.deepEqual(outcomes, records.map(({ text, code }) => text ?? code));
  });
});

describe("an output file", () => {
  const names = Array.from({ length: 40 }, (_, index) => `site/${String(index).padStart(2, "0")}.html`);
  const command = ["--recursive", "--jobs=2", "--output=out.ndjson", "site"];

  beforeEach(() => write(Object.fromEntries(names.map((name) => [name, html(name)]))));

  test("has its name once it is whole, and what standard output would get", async () => {
    const { records } = await pith(["--recursive", "site"]);
    assert.deepEqual(records.map(({ file }) => file), names);
    assert.equal((await pith(command)).code, 0);
    assert.equal(await readFile(join(folder, "out.ndjson"), "utf8"), records.map((line) => `${JSON.stringify(line)}\n`).join(""));
    await assert.rejects(stat(join(folder, "out.ndjson.partial")), { code: "ENOENT" });
  });

  test("is gone on with after a run was killed anywhere, with the same bytes in the end", async () => {
    await pith(command);
    const whole = await readFile(join(folder, "out.ndjson"));
    for (const length of [0, 1, Math.floor(whole.length / 3), whole.indexOf("\n") + 1, whole.length - 1, whole.length]) {
      await rm(join(folder, "out.ndjson"));
      await writeFile(join(folder, "out.ndjson.partial"), whole.subarray(0, length));
      assert.deepEqual(await pith([...command, "--resume"]), { records: [], stderr: "", code: 0 }, `cut at ${length}`);
      assert.ok(whole.equals(await readFile(join(folder, "out.ndjson"))), `cut at ${length}`);
    }
    assert.deepEqual(await pith([...command, "--resume"]), { records: [], stderr: "pith: out.ndjson is complete already\n", code: 0 });
  });

  test("survives a kill in the middle of the run", async () => {
    await pith(command);
    const whole = await readFile(join(folder, "out.ndjson"));
    await rm(join(folder, "out.ndjson"));
    const child = spawn(installed.command, command, { cwd: folder });
    while ((await stat(join(folder, "out.ndjson.partial")).catch(() => ({ size: 0 }))).size === 0) await new Promise((resolve) => setTimeout(resolve, 2));
    child.kill("SIGKILL");
    await new Promise((resolve) => child.on("close", resolve));
    await pith([...command, "--resume"]);
    assert.ok(whole.equals(await readFile(join(folder, "out.ndjson"))));
  });

  test("that was gone on with fails for the pages that failed before, and says so again once it is whole", async () => {
    await write({ "mixed.ndjson": `none\n${JSON.stringify({ html: "<p>Text with ,\"code\":\"x\"}" })}\n${JSON.stringify({ html: html("B") })}\n` });
    const run = ["--output=mixed.out", "--resume", "mixed.ndjson"];
    assert.equal((await pith(run)).code, 1);
    const whole = await readFile(join(folder, "mixed.out"), "utf8");
    assert.equal((await pith(run)).code, 1);
    await rm(join(folder, "mixed.out"));
    await writeFile(join(folder, "mixed.out.partial"), whole.split("\n").slice(0, 2).join("\n") + "\n");
    assert.equal((await pith(run)).code, 1);
    assert.equal(await readFile(join(folder, "mixed.out"), "utf8"), whole);
    await writeFile(join(folder, "mixed.out"), whole.split("\n").slice(1).join("\n"));
    assert.equal((await pith(run)).code, 0, "what a page says is no failure");
  });

  test("that is a pipe is written to as it is, - is standard output, and a directory is refused", async () => {
    const pipe = join(folder, "pipe");
    execFileSync("mkfifo", [pipe]);
    const [text, { code }] = await Promise.all([readFile(pipe, "utf8"), pith(["--recursive", "--output=pipe", "site"])]);
    assert.equal(code, 0);
    assert.ok((await stat(pipe)).isFIFO());
    assert.deepEqual(await runCommand(installed.command, ["--recursive", "--output=-", "site"], { cwd: folder }), { stdout: text, stderr: "", code: 0 });
    assert.deepEqual(await pith(["--recursive", "--output=site", "site"]), { records: [], stderr: "pith: site: is a directory\n", code: 1 });
    assert.deepEqual(await pith([...command.slice(0, 2), "--resume", "--output=pipe", "site"]), { records: [], stderr: "pith: pipe: is no file that can be gone on with\n", code: 1 });
    assert.deepEqual((await readdir(folder)).filter((name) => name.startsWith("-") || name.endsWith(".partial")), []);
  });

  test("of other inputs, or of something else, is not gone on with, and stays", async () => {
    const partial = join(folder, "out.ndjson.partial");
    for (const [content, message] of [
      ['{"file":"other/00.html"}\n', /^pith: record 1 of the output is of other\/00\.html, page 1 of the inputs is site\/00\.html/],
      ["no record\n", /^pith: out\.ndjson\.partial: line 1 is no record/],
      [names.concat("site/zz.html").map((file) => `${JSON.stringify({ file })}\n`).join(""), /^pith: the output has 41 records, but the inputs have only 40 pages/],
    ]) {
      await writeFile(partial, content);
      const { stderr, code } = await pith([...command, "--resume"]);
      assert.match(stderr, message);
      assert.equal(code, 1);
      assert.equal(await readFile(partial, "utf8"), content);
    }
  });
});

describe("the command line of many pages", () => {
  for (const [args, message] of [
    [["--recursive"], "no input"],
    [["--recursive", "--format=text", "x"], "--format text cannot hold many pages; ndjson can"],
    [["--from=pdf", "x"], "--from takes html, warc, ndjson, not pdf"],
    [["--jobs=0", "x"], "--jobs takes a whole number above 0, not 0"],
    [["--jobs=many", "x"], "--jobs takes a whole number above 0, not many"],
    [["--timeout=-1", "x"], "--timeout takes seconds above 0, not -1"],
    [["--resume", "x"], "--resume needs --output, the file to go on with"],
    [["--resume", "--output=-", "x"], "--resume needs --output, the file to go on with"],
    [["--format=json", "x.warc"], "--format json cannot hold many pages; ndjson can"],
  ]) {
    test(`'pith ${args.join(" ")}' is a usage error: ${message}`, async () => {
      assert.deepEqual(await runCommand(installed.command, args), { stdout: "", stderr: `pith: ${message}\nTry 'pith --help'.\n`, code: 2 });
    });
  }
});

describe("under an engine", () => {
  test("GNU parallel runs it over the lines of a stream, in their order", { skip: findProgram("parallel") ? false : "GNU parallel is not installed" }, async () => {
    const input = Array.from({ length: 200 }, (_, index) => `${JSON.stringify({ url: `https://a.example/${index}`, html: html(`T${index}`) })}\n`).join("");
    const engine = ["--will-cite", "--pipe", "--keep-order", "--jobs=2", "--block=4k", `'${installed.command}' --from=ndjson --jobs=1 -`];
    const { stdout, code } = await runCommand("parallel", engine, { input, cwd: root });
    const titles = stdout.trimEnd().split("\n").map((line) => JSON.parse(line).title);
    assert.deepEqual({ titles, code }, { titles: Array.from({ length: 200 }, (_, index) => `T${index}`), code: 0 });
  });
});

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { after, before, describe, test } from "node:test";
import { asText, nativeCommand, runCommand } from "./commands.mjs";
import { encodeAs, pageOf, samples } from "./encode.mjs";
import { installPackage, root, testPages } from "./installed.mjs";

const news = "tests/pages/article--news/page.html";
const forum = "tests/pages/forum--thread/page.html";
const ferry = "Ferry that nobody wanted now carries half the valley";
const russian = "Старый паром снова ходит через реку, и на рассвете у причала собирается половина деревни. Никто не спешит. ";

const singleByteEncodings = "ibm866 iso-8859-2 iso-8859-3 iso-8859-4 iso-8859-5 iso-8859-6 iso-8859-7 iso-8859-8 iso-8859-8-i iso-8859-10 iso-8859-13 iso-8859-14 iso-8859-15 koi8-r koi8-u macintosh windows-874 windows-1250 windows-1251 windows-1253 windows-1254 windows-1255 windows-1256 windows-1257 windows-1258 x-mac-cyrillic".split(" ");
/** Bytes that Node has characters for and the standard none. */
const unused = { "windows-1253": [0xaa], "windows-874": [0xdb, 0xdc, 0xdd, 0xde, 0xfc, 0xfd, 0xfe, 0xff] };

let installed;
let native;
let folder;
let pages;

before(async () => {
  [installed, native, pages, folder] = await Promise.all([installPackage(), nativeCommand(), testPages(), mkdtemp(join(tmpdir(), "pith-cli-"))]);
  await mkdir(join(folder, "directory"));
  await writeFile(join(folder, "empty.html"), "");
  await writeFile(join(folder, 'quote"back\\slash\ttab\u0001é.html'), "<title>Odd name</title><p>Text</p>");
  await writeFile(join(folder, "--dashes.html"), "<title>Dashes</title><p>Text</p>");
  const links = 'What fails for good raises <a href="errors.html#Failed">an error</a>, which names the request, and the <a href="/top">overview</a> says what to do then. ';
  await writeFile(join(folder, "links.html"), `<title>Links</title><article><p>${links.repeat(3)}</p></article>`);
  await writeFile(join(folder, "lines.txt"), `Home\nShop\n${"The lighthouse was switched off in February, and nobody in the village has slept well since then.\n".repeat(4)}<b>&amp;</b>\n`);
});
after(async () => {
  await installed?.remove();
  if (folder) await rm(folder, { recursive: true, force: true });
});

/** Runs both commands, asserts that they did the same, byte for byte, and gives what they did. */
async function both(args, options) {
  const fromNode = await runCommand(installed.command, args, options);
  const fromNative = await runCommand(native, args, options);
  assert.deepEqual(fromNative, fromNode, `native and node differ for: pith ${args.join(" ")}`);
  return { ...fromNode, stdout: asText(fromNode.stdout), stderr: asText(fromNode.stderr) };
}

describe("native and node print the same bytes", () => {
  for (const format of ["markdown", "text", "html", "ndjson"]) {
    test(`for every test page as ${format}`, async () => {
      const { code, stdout } = await both(["--format", format, "--url", "https://pages.example/a/b?c", ...pages.map((page) => page.file)]);
      assert.equal(code, 0);
      assert.ok(stdout.length > pages.length * 200, `${stdout.length} characters`);
    });
  }

  test("with --explain, on both streams", async () => {
    const files = pages.map((page) => page.file);
    const { stderr } = await both(["--explain", "--format=text", ...files]);
    assert.ok(stderr.length > pages.length * 20, stderr);
    await both(["--explain", "--format=ndjson", ...files]);
  });

  test("for encodings that their hosts decode", async () => {
    for (const [encoding, text] of Object.entries(samples)) {
      await writeFile(join(folder, `${encoding}.declared.html`), encodeAs(encoding, pageOf(text, encoding)));
      await writeFile(join(folder, `${encoding}.html`), encodeAs(encoding, pageOf(text)));
    }
    const { stdout } = await both(["--format=ndjson", ...Object.keys(samples).map((encoding) => `${encoding}.declared.html`)], { cwd: folder });
    const lines = stdout.trimEnd().split("\n");
    for (const [index, text] of Object.values(samples).entries()) assert.ok(lines[index].includes(text), lines[index]);
    for (const encoding of ["windows-1251", "shift_jis"]) {
      const named = await both(["--charset", encoding, "--format=text", `${encoding}.html`], { cwd: folder });
      assert.ok(named.stdout.includes(samples[encoding]), named.stdout);
    }
    const { length } = encodeAs("shift_jis", pageOf(samples.shift_jis, "shift_jis")); // fewer bytes than in UTF-8
    assert.equal((await both([`--limit=bytes=${length}`, "shift_jis.declared.html"], { cwd: folder })).code, 0);
    assert.equal((await both([`--limit=bytes=${length - 1}`, "shift_jis.declared.html"], { cwd: folder })).code, 1);
  });

  test("for encodings of single bytes, to the last letter and without making one of a letter and its mark", async () => {
    for (const encoding of singleByteEncodings) {
      const bytes = [...Buffer.from("<h1>Letters</h1><p>")];
      for (let byte = 0x80; byte < 256; byte++) if (!unused[encoding]?.includes(byte)) bytes.push(0x65, byte, 0x20);
      const end = Uint8Array.of(0x61, 0xf9, 0xd1);
      const { stdout } = await both(["--format=text", "--keep=p", "--charset", encoding, "-"], { input: Uint8Array.from([...bytes, ...end]) });
      assert.ok(stdout.trimEnd().endsWith(new TextDecoder(encoding).decode(end)), `${encoding}: ${stdout}`);
    }
  });

  test("for pages that are cut anywhere", async () => {
    const names = pages.map((page) => `${page.name}.cut.html`);
    for (const [index, { bytes }] of pages.entries()) {
      const end = Math.floor((bytes.length * (index + 1)) / (pages.length + 1));
      await writeFile(join(folder, names[index]), bytes.subarray(0, end));
    }
    const { stdout } = await both(["--format=ndjson", "--explain", ...names], { cwd: folder });
    assert.equal(stdout.split("\n").length, names.length + 1);
  });
});

/** What a command printed; fails where that is no UTF-8. */
function asValidText(printed) {
  return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.from(printed, "latin1"));
}

describe("words of the command line that are no UTF-8", () => {
  const run = (line) => runCommand("sh", ["-c", `exec "$0" --format=ndjson ${line}`, native], { input: "<h1>A</h1><p>Some text stands here, and some more.</p>" });

  test("leave ndjson valid", async () => {
    assert.equal(JSON.parse(asValidText((await run(`"$(printf 'caf\\351.html')"`)).stdout)).file, "caf\uFFFD.html");
    const { stdout, code } = await run(`--url "$(printf 'https://x.example/\\351')" -`);
    assert.equal(code, 0);
    assert.ok(JSON.parse(asValidText(stdout)).url.startsWith("https://x.example/"), stdout);
  });
});

describe("formats", () => {
  test("markdown is the default and opens with the title", async () => {
    const { stdout, stderr, code } = await both([news]);
    assert.ok(stdout.startsWith(`# ${ferry}\n`), stdout.slice(0, 200));
    assert.deepEqual({ stderr, code }, { stderr: "", code: 0 });
    assert.deepEqual(await both(["--format", "markdown", news]), { stdout, stderr, code });
    assert.deepEqual(await both(["--format=markdown", news]), { stdout, stderr, code });
  });

  test("text is the body alone", async () => {
    const { stdout } = await both(["--format", "text", news]);
    assert.ok(stdout.startsWith("When the council paid forty thousand"), stdout.slice(0, 200));
    assert.ok(stdout.endsWith("\n") && !stdout.endsWith("\n\n"), stdout.slice(-200));
    assert.ok(!stdout.includes(ferry), "the title is not part of the body");
  });

  test("html is one article element and a newline", async () => {
    const { stdout } = await both(["--format", "html", news]);
    assert.match(stdout, /^<article[\s\S]*<\/article>\n$/);
  });

  test("json is the article that the package gives", async () => {
    const { stdout } = await both(["--format", "json", "--explain", "--url=https://harrowpost.example/x", news]);
    assert.ok(stdout.endsWith("}\n"));
    const { extract } = await installed.load();
    const options = { url: "https://harrowpost.example/x", explain: true };
    assert.deepEqual(JSON.parse(stdout), await extract(await readFile(join(root, news)), options));
  });

  test("json leaves removed and tree out unless removed is asked for", async () => {
    const article = JSON.parse((await both(["--format", "json", news])).stdout);
    assert.equal("removed" in article || "tree" in article, false);
  });

  test("ndjson is one line an input with its name as given", async () => {
    const { stdout, code } = await both(["--format", "ndjson", news, `./${forum}`]);
    const lines = stdout.split("\n");
    assert.equal(lines.length, 3);
    assert.equal(lines[2], "");
    const [first, second] = lines.slice(0, 2).map((line) => JSON.parse(line));
    assert.equal(first.file, news);
    assert.equal(first.title, ferry);
    assert.equal(Object.keys(first)[0], "file");
    assert.equal(second.file, `./${forum}`);
    assert.ok(second.text.includes("It worked."));
    assert.equal(code, 0);
  });

  test("ndjson escapes names as JSON.stringify does", async () => {
    const name = 'quote"back\\slash\ttab\u0001é.html';
    const { stdout } = await both(["--format", "ndjson", name], { cwd: folder });
    assert.ok(stdout.startsWith(`{"file":${JSON.stringify(name)},"title":"Odd name"`), stdout);
  });

  test("several articles are parted by one empty line", async () => {
    const first = (await both([news])).stdout;
    const second = (await both([forum])).stdout;
    assert.equal((await both([news, forum])).stdout, `${first}\n${second}`);
  });

  test("an empty article prints nothing as text, and parts nothing", async () => {
    const alone = (await both(["--format=text", join(root, news)], { cwd: folder })).stdout;
    assert.equal((await both(["--format=text", "empty.html"], { cwd: folder })).stdout, "");
    assert.equal((await both(["--format=text", "empty.html", join(root, news), "empty.html"], { cwd: folder })).stdout, alone);
  });
});

describe("inputs", () => {
  test("- is standard input", async () => {
    const input = await readFile(join(root, news));
    assert.deepEqual(await both(["-"], { input }), await both([news]));
    const { stdout } = await both(["--format", "ndjson", "-"], { input });
    assert.equal(JSON.parse(stdout).file, "-");
  });

  test("--plain takes lines as blocks", async () => {
    const { stdout } = await both(["--plain", "--format=text", "lines.txt"], { cwd: folder });
    assert.ok(stdout.includes("The lighthouse was switched off"), stdout);
  });

  test("--url resolves the links of files", async () => {
    const { stdout } = await both(["--url", "https://docs.example/courier/retry.html?a#b", "links.html"], { cwd: folder });
    assert.ok(stdout.includes("](https://docs.example/courier/errors.html#Failed)"), stdout);
    assert.ok(stdout.includes("](https://docs.example/top)"), stdout);
  });

  test("-- ends the options", async () => {
    const { stdout, code } = await both(["--format=json", "--", "--dashes.html"], { cwd: folder });
    assert.equal(JSON.parse(stdout).title, "Dashes");
    assert.equal(code, 0);
  });

  test("options may stand after inputs, and the last of one kind holds", async () => {
    const { stdout } = await both([news, "--format=html", "--format", "text"]);
    assert.deepEqual(stdout, (await both(["--format=text", news])).stdout);
  });

  test("--front-matter puts the metadata before Markdown, as YAML whose strings are JSON's", async () => {
    const { stdout } = await both(["--front-matter", news]);
    const [yaml, body] = stdout.slice("---\n".length).split("---\n\n");
    assert.equal(body, (await both([news])).stdout);
    const facts = Object.fromEntries(yaml.trimEnd().split("\n").map((line) => [line.slice(0, line.indexOf(":")), JSON.parse(line.slice(line.indexOf(":") + 1))]));
    const article = JSON.parse((await both(["--format", "json", news])).stdout);
    assert.equal(facts.title, article.title);
    assert.equal(facts.author, article.byline);
    assert.equal(facts.published, article.publishedTime);
  });

  test("--explain says on standard error what was left out", async () => {
    const { stdout, stderr } = await both(["--explain", news]);
    assert.equal(stdout, (await both([news])).stdout);
    const lines = stderr.trimEnd().split("\n");
    for (const line of lines) assert.match(line, /^removed [a-z-]+ (?:[01]|0\.\d{1,3}): /);
    assert.ok(lines.some((line) => line.includes("All rights reserved")), stderr);
  });

  test("warnings go to standard error, but not beside json", async () => {
    const { stderr, code } = await both(["empty.html"], { cwd: folder });
    assert.deepEqual({ stderr, code }, { stderr: "pith: empty.html: warning: no-content\n", code: 0 });
    const json = await both(["--format=json", "empty.html"], { cwd: folder });
    assert.equal(json.stderr, "");
    assert.deepEqual(JSON.parse(json.stdout).warnings, ["no-content"]);
  });
});

describe("failures", () => {
  test("a missing file and a directory are named, and the other inputs are printed", async () => {
    const expected = (await both(["--format=text", join(root, news)], { cwd: folder })).stdout;
    const { stdout, stderr, code } = await both(["--format=text", "none.html", join(root, news), "directory"], { cwd: folder });
    assert.deepEqual({ stdout, code }, { stdout: expected, code: 1 });
    assert.equal(stderr, "pith: none.html: no such file\npith: directory: is a directory\n");
  });

  test("what is larger than the limit is not read on, which may have no end", { timeout: 60_000 }, async () => {
    const refusal = (name, limit) => ({ stdout: "", stderr: `pith: ${name}: the page has more bytes than the limit of ${limit}\n`, code: 1 });
    assert.deepEqual(await both(["/dev/zero"]), refusal("/dev/zero", 128 << 20));
    assert.deepEqual(await both(["--limit=bytes=100", news]), refusal(news, 100));
    for (const command of [installed.command, native]) {
      assert.deepEqual(await runCommand("sh", ["-c", 'yes "<p>x" | "$0" --limit bytes=1000 -', command]), refusal("-", 1000));
    }
    assert.equal((await both(["--limit=bytes=8", "-"], { input: "<p>x</p>" })).code, 0);
  });

  test("data that is no text is refused by its type", async () => {
    const { stdout, code } = await both(["--format=ndjson", "docs/images/reader-phone.png", "-"], { input: "%PDF-1.7\n1 0 obj" });
    const refusals = stdout.trimEnd().split("\n").map((line) => JSON.parse(line));
    assert.deepEqual(refusals.map(({ code }) => code), ["unsupported-type", "unsupported-type"]);
    assert.deepEqual(refusals.map(({ error }) => error), ["image/png", "application/pdf"].map((type) => `the page is of type ${type}, not HTML or plain text`));
    assert.equal(code, 1);
  });

  test("neither a name nor a page gives commands to the terminal", async () => {
    const { stderr } = await both(["no\x1b[31m\n\r\u009b.html"], { cwd: folder });
    assert.equal(stderr, "pith: no?[31m???.html: no such file\n");
    const input = "<title>Boats&#27;[2J</title><nav><a href=/>Home&#27;[2J</a></nav><p>The boats came in&#27;[2J one after another&#x9d;, and the people on the quay counted&#8; them.";
    for (const format of ["markdown", "text", "html"]) {
      const printed = await both(["--explain", `--format=${format}`, "-"], { input });
      assert.doesNotMatch(printed.stdout + printed.stderr, /[\0-\x09\x0b-\x1f\x7f-\x9f]/);
      assert.match(printed.stdout, /The boats came in .?\[2J one after another/);
    }
  });

  test("a label of an encoding that the standard has given up is a known one that nobody decodes", async () => {
    for (const label of ["ISO-2022-KR", "hz-gb-2312", "replacement"]) {
      const { stdout } = await both(["--format=ndjson", `--charset=${label}`, "empty.html"], { cwd: folder });
      assert.equal(JSON.parse(stdout).code, "unsupported-encoding");
    }
    const declared = await both(["--format=ndjson", "-"], { input: "<meta charset=iso-2022-kr><p>Text" });
    assert.equal(JSON.parse(declared.stdout).error, "the page is in an encoding that the standard has given up, which has to be turned into UTF-8 first");
  });

  test("a file below a file cannot exist", async () => {
    const { stderr, code } = await both(["empty.html/page.html"], { cwd: folder });
    assert.deepEqual({ stderr, code }, { stderr: "pith: empty.html/page.html: cannot be read\n", code: 1 });
  });

  test("in ndjson the failure is the input's line", async () => {
    const { stdout, stderr, code } = await both(["--format=ndjson", "none.html", "directory", join(root, news)], { cwd: folder });
    const lines = stdout.split("\n");
    assert.equal(lines[0], '{"file":"none.html","error":"no such file","code":"unreadable"}');
    assert.equal(lines[1], '{"file":"directory","error":"is a directory","code":"unreadable"}');
    assert.equal(JSON.parse(lines[2]).title, ferry);
    assert.deepEqual({ rest: lines.slice(3), stderr, code }, { rest: [""], stderr: "", code: 1 });
  });

  test("in json nothing is printed but the message", async () => {
    const { stdout, stderr, code } = await both(["--format=json", "none.html"], { cwd: folder });
    assert.deepEqual({ stdout, stderr, code }, { stdout: "", stderr: "pith: none.html: no such file\n", code: 1 });
  });

  const wrong = [
    [[], "no input"],
    [["--plain"], "no input"],
    [["--fromat=text", news], "unknown option --fromat"],
    [["-x"], "unknown option -x"],
    [["--page-type=\x1b[31m", news], "unknown page type ?[31m"],
    [["--charset=klingon-8", news, "none.html"], '"klingon-8" names no encoding'],
    [["--format=ndjson", "--keep=p >", news], "the rule keep is wrong: a selector is expected at character 4 of p >"],
    [["--remove", "p", "--remove", "[", news], "the rule remove is wrong: a name is expected at character 5 of p, ["],
    [["--format", "pdf", news], "unknown format pdf"],
    [["--format=", news], "unknown format "],
    [["--page-type=blog", news], "unknown page type blog"],
    [[news, "--format"], "option --format needs a value"],
    [[news, "--url"], "option --url needs a value"],
    [["--plain=yes", news], "option --plain takes no value"],
    [["--format=json", news, forum], "--format json takes exactly one input"],
    [["--help", "--bogus"], "unknown option --bogus"],
  ];
  for (const [args, message] of wrong) {
    test(`'pith ${args.join(" ")}' is a usage error: ${message}`, async () => {
      const { stdout, stderr, code } = await both(args);
      assert.deepEqual({ stdout, stderr, code }, { stdout: "", stderr: `pith: ${message}\nTry 'pith --help'.\n`, code: 2 });
    });
  }

  test("what needs workers is refused by the native command, by name", async () => {
    for (const option of ["--recursive", "--suffix=.html", "--files-from=-", "--from=warc", "--jobs=2", "--timeout=1", "--output=x", "--resume"]) {
      const { stderr, code } = await runCommand(native, [option, news]);
      assert.deepEqual({ stderr, code }, { stderr: `pith: option ${option.split("=")[0]} is one of the npm package's pith alone\nTry 'pith --help'.\n`, code: 2 });
    }
  });

  test("a file of many pages is refused by the native command, by name", async () => {
    for (const name of ["a.warc", "A.WARC.GZ", "a.ndjson", "a.jsonl.gz"]) {
      const { stderr, code } = await runCommand(native, [news, name]);
      assert.deepEqual({ stderr, code }, { stderr: `pith: ${name} holds many pages, which the npm package's pith alone takes\nTry 'pith --help'.\n`, code: 2 });
    }
  });

  test("output that cannot be written is one, said in a line", async () => {
    for (const args of [[join(root, news)], ["--help"]]) {
      for (const command of [installed.command, native]) {
        const { stdout, stderr, code } = await runCommand("sh", ["-c", '"$0" "$@" 1< links.html', command, ...args], { cwd: folder }); // open, but for reading
        assert.deepEqual({ stdout, stderr, code }, { stdout: "", stderr: "pith: standard output cannot be written\n", code: 1 });
      }
    }
  });

  test("a reader that closes the pipe early is no failure", async () => {
    for (const command of [installed.command, native]) {
      const many = Array(40).fill(join(root, news));
      const child = spawn("sh", ["-c", '"$0" "$@" | head -n 1', command, ...many], { stdio: ["ignore", "pipe", "pipe"] });
      const printed = { stdout: "", stderr: "" };
      for (const name of ["stdout", "stderr"]) child[name].on("data", (chunk) => (printed[name] += chunk));
      await new Promise((resolve) => child.on("close", resolve));
      assert.deepEqual(printed, { stdout: `# ${ferry}\n`, stderr: "" });
    }
  });
});

describe("about itself", () => {
  test("--help is the text that documents the command", async () => {
    const help = await readFile(join(root, "wasm/rules/help.txt"), "utf8");
    for (const option of ["--help", "-h"]) assert.deepEqual(await both([option]), { stdout: help, stderr: "", code: 0 });
    for (const option of ["--format", "--url", "--charset", "--page-type", "--plain", "--explain", "--front-matter", "-h, --help", "--version"]) assert.ok(help.includes(`  ${option}`), option);
    assert.deepEqual(help.split("\n").filter((line) => line.length > 80), []);
  });

  test("--version is the package's", async () => {
    const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
    assert.deepEqual(await both(["--version"]), { stdout: `pith ${version}\n`, stderr: "", code: 0 });
  });
});

describe("addresses", () => {
  let server;
  let origin;

  before(async () => {
    const page = await readFile(join(root, news));
    server = createServer((request, response) => {
      const send = (status, headers, body) => response.writeHead(status, headers).end(body);
      switch (request.url) {
        case "/news":
          return send(200, { "content-type": "text/html; charset=utf-8" }, page);
        case "/moved":
          return send(302, { location: "/deep/russian" });
        case "/deep/russian":
          return send(200, { "content-type": 'text/html; Charset="windows-1251"' }, encodeAs("windows-1251", `<title>Паром</title><p>${russian.repeat(3)}<a href="next">далее</a></p>`));
        case "/text":
          return send(200, { "content-type": "Text/Plain; charset=windows-1251" }, encodeAs("windows-1251", `${russian}<title>\n\n${russian}`));
        case "/endless":
          response.writeHead(200, { "content-type": "text/html" });
          return Readable.from((function* () { while (true) yield "<p>The boats came in. ".repeat(1000); })()).pipe(response);
        case "/odd-type":
          return send(200, { "content-type": "caf\u00e9" }, "no page");
        case "/twice":
          return send(200, { "content-type": "text/html ;x=y; CharSet = windows-1251, text/html" }, encodeAs("windows-1251", `<p>${russian.repeat(3)}`));
        case "/unknown":
          return send(200, { "content-type": "text/html, text/html; charset=Nope" }, page);
        case "/pdf":
          return send(200, { "content-type": "Application/PDF; a=b" }, "%PDF-1.4 bytes that are no prose");
        default:
          return send(404, { "content-type": "text/html" }, "<h1>Not here</h1>");
      }
    });
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    origin = `http://127.0.0.1:${server.address().port}`;
  });
  after(() => {
    server?.closeAllConnections();
    server?.close();
  });

  test("are fetched", async () => {
    const { stdout, stderr, code } = await both(["--format=text", `${origin}/news`]);
    assert.deepEqual({ stdout, stderr, code }, await both(["--format=text", news]));
  });

  test("give the encoding and, after redirects, the address that links are resolved against", async () => {
    const { stdout } = await both([`${origin}/moved`]);
    assert.ok(stdout.includes(russian.trim()), stdout);
    assert.ok(stdout.includes(`(${origin}/deep/next)`), stdout);
    const named = await both(["--url=https://elsewhere.example/", `${origin}/moved`]);
    assert.ok(named.stdout.includes("(https://elsewhere.example/next)"), named.stdout);
    const label = await both(["--charset=koi8-r", `${origin}/moved`]);
    assert.ok(!label.stdout.includes(russian.trim()), "--charset outranks the header");
  });

  test("that hold plain text are read as that, and what is no page is a failure", async () => {
    const { stdout } = await both(["--format=text", `${origin}/text`]);
    assert.equal(stdout, `${russian}<title>\n\n${russian.trim()}\n`);
    const none = await both(["--format=ndjson", `${origin}/pdf`]);
    assert.deepEqual(JSON.parse(none.stdout), {
      file: `${origin}/pdf`,
      error: `the response from ${origin}/pdf is of type application/pdf, not HTML or plain text`,
      code: "unsupported-type",
    });
    assert.equal(none.code, 1);
  });

  test("are of the type and encoding that is said first, where headers were sent twice", async () => {
    const { stdout } = await both(["--format=text", `${origin}/twice`]);
    assert.ok(stdout.includes(russian.trim()), stdout);
    assert.equal((await both([`${origin}/unknown`])).code, 1);
  });

  test("whose headers are no UTF-8 leave ndjson valid", async () => {
    const { stdout } = await runCommand(native, ["--format=ndjson", `${origin}/odd-type`]);
    assert.match(JSON.parse(asValidText(stdout)).error, /is of type caf\uFFFD, not HTML/);
  });

  test("that send without end are read up to the limit", { timeout: 30_000 }, async () => {
    const { stderr, code } = await both(["--limit=bytes=1000000", `${origin}/endless`]);
    assert.deepEqual({ stderr, code }, { stderr: `pith: ${origin}/endless: the page has more bytes than the limit of 1000000\n`, code: 1 });
  });

  test("that cannot be fetched are failures with their reason", async () => {
    const missing = await both([`${origin}/none`]);
    assert.deepEqual(missing, { stdout: "", stderr: `pith: ${origin}/none: cannot be fetched: HTTP status 404\n`, code: 1 });
    const closed = await runCommand(installed.command, ["--format=ndjson", "http://127.0.0.1:1/"]);
    assert.match(closed.stdout, /^\{"file":"http:\/\/127\.0\.0\.1:1\/","error":"cannot be fetched: .+","code":"unreadable"\}\n$/);
    assert.equal(closed.code, 1);
  });
});

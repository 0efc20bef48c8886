import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { promisify } from "node:util";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { installPackage, root, testPages } from "./installed.mjs";

const run = promisify(execFile);
/** Bytes of the tarball. The aim is 450,000; two thirds are the module, which is in it twice, as it is and packed into a script. */
const packedBudget = 806_000;
/** Bytes of the module behind gzip. The aim is 100,000, which its tables alone nearly take: docs/performance.md. */
const moduleBudget = 302_000;
let installed;
let inline;

before(async () => {
  installed = await installPackage();
  inline = await installed.load("pith/inline");
});
after(() => installed?.remove());

describe("pith/inline", () => {
  test("gives for every test page what pith gives, without waiting", async () => {
    const { extract } = await installed.load();
    const options = { url: "https://pages.example/", outputs: ["html", "markdown", "text", "tree"], explain: true };
    for (const { name, bytes } of await testPages()) assert.deepEqual(inline.extract(bytes, options), await extract(bytes, options), name);
  });

  test("takes plain text as pith does", async () => {
    const { extractText } = await installed.load();
    const text = "Home\nA line that is long enough to be a paragraph of its own, with a comma and a full stop.\nMore";
    assert.deepEqual(inline.extractText(text), await extractText(text));
  });

  test("names the argument that is wrong", () => {
    assert.throws(() => inline.extract(17), { name: "PithError", code: "bad-input", message: /^page must be/ });
    assert.throws(() => inline.extractText(17), { code: "bad-input", message: /^text must be/ });
    assert.throws(() => inline.extract("", { outputs: ["pdf"] }), inline.PithError);
  });

  test("bundles into one script that needs no file beside it", async () => {
    const stdin = { contents: 'import { extract } from "pith/inline"; console.log(extract("<title>Hi</title><p>There</p>").title)', resolveDir: installed.project };
    const outfile = join(installed.project, "bundle.cjs");
    const { warnings } = await build({ stdin, bundle: true, format: "cjs", platform: "browser", outfile, logLevel: "silent" });
    assert.deepEqual(warnings, []);
    assert.equal((await run(process.execPath, [outfile])).stdout, "Hi\n");
  });
});

describe("entries", () => {
  const entries = ["pith", "pith/inline", "pith/worker", "pith/readability", "pith/defuddle", "pith/export"];

  test("are found by `import` and by `require`, with the same names", async () => {
    const names = JSON.stringify(entries);
    const imported = `for (const name of ${names}) console.log(name, Object.keys(await import(name)).sort().join())`;
    const required = `for (const name of ${names}) console.log(name, Object.keys(require(name)).filter((key) => key !== "__esModule").sort().join())`;
    const { stdout } = await run(process.execPath, ["--input-type=module", "-e", imported], { cwd: installed.project });
    assert.match(stdout, /^pith\/readability Readability,isProbablyReaderable$/m);
    assert.match(stdout, /^pith\/defuddle Defuddle,DefuddleClass,default$/m);
    assert.match(stdout, /^pith\/export PithError,epubFile,htmlFile,markdownFile$/m);
    assert.match(stdout, /^pith\/inline PithError,extract,extractText,isProbablyReadable$/m);
    await writeFile(join(installed.project, "entries.cjs"), required);
    const fromRequire = await run(process.execPath, ["entries.cjs"], { cwd: installed.project });
    assert.deepEqual(fromRequire, { stdout, stderr: "" });
  });

  test("have types that a strict program compiles against", async () => {
    await writeFile(
      join(installed.project, "facades.ts"),
      `import { extract, extractText, type Article } from "pith/inline";
       import { isProbablyReaderable, Readability } from "pith/readability";
       import type { ReadabilityArticle, ReadabilityOptions, ReaderableOptions } from "pith/readability";
       import DefaultDefuddle, { Defuddle, DefuddleClass, type DefuddleOptions, type DefuddleResponse } from "pith/defuddle";
       const options: ReadabilityOptions = { keepClasses: true, classesToPreserve: ["caption"], charThreshold: 20, allowedVideoRegex: /tube/ };
       const probing: ReaderableOptions = { minScore: 10, visibilityChecker: (node) => node.localName === "p" };
       export const article: Article = extract("");
       export const renderings: readonly string[] = [extract("").markdown, extractText("", { outputs: ["text"] }).text];
       export function read(page: Document): string | undefined {
         if (!isProbablyReaderable(page, probing)) return undefined;
         const found: ReadabilityArticle | null = new Readability(page, options).parse();
         const node: ReadabilityArticle<Node> | null = new Readability(page, { serializer: (element) => element }).parse();
         return (found?.content ?? "") + (node?.content.nodeName ?? "");
       }
       export async function convert(page: Document, markdown: DefuddleOptions): Promise<readonly DefuddleResponse[]> {
         return [new DefaultDefuddle(page, markdown).parse(), await new DefuddleClass(page).parseAsync(), await Defuddle("<p>", "https://a.example/", markdown)];
       }
       // @ts-expect-error: an option that neither has
       export const wrong: ReadabilityOptions = { charTreshold: 20 };\n`,
    );
    const compilerOptions = { strict: true, exactOptionalPropertyTypes: true, noEmit: true, target: "es2022", lib: ["es2022", "dom"], module: "nodenext", types: [] };
    await writeFile(join(installed.project, "tsconfig.json"), JSON.stringify({ compilerOptions, files: ["facades.ts"] }));
    const compiler = join(root, "node_modules/typescript/bin/tsc");
    await run(process.execPath, [compiler, "-p", installed.project]).catch((error) => assert.fail(error.stdout));
  });

  test("hold the module's bytes twice: as the file, and packed in one script that all others share", async () => {
    const sizes = [...installed.sizes].filter(([name]) => name.startsWith("dist/package/")).sort(([, left], [, right]) => right - left);
    const [file, inScript, ...others] = sizes;
    assert.equal(file[0], "dist/package/pith.wasm");
    assert.match(inScript[0], /shared-\w+\.js$/);
    assert.ok(inScript[1] < file[1] * 0.7, `${inScript[1]} bytes in script for ${file[1]}`);
    const read = (name) => readFile(join(installed.folder, name), "latin1");
    const [script, module] = await Promise.all([read(inScript[0]), read(file[0])]);
    const pieces = [script, module].map((text) => text.slice(text.length / 2, text.length / 2 + 100));
    for (const [name] of others) {
      const text = await read(name);
      for (const piece of pieces) assert.ok(!text.includes(piece), `${name} has a third copy`);
    }
  });

  test("fit the budgets of the packed package and of the module in it", (context) => {
    const module = gzipSync(installed.wasm, { level: 9 }).length;
    context.diagnostic(`packed: ${installed.packedSize} bytes of ${packedBudget}; pith.wasm alone takes ${module} of ${moduleBudget}`);
    assert.ok(module <= moduleBudget, `pith.wasm takes ${module} bytes behind gzip, over the budget of ${moduleBudget}`);
    assert.ok(installed.packedSize <= packedBudget, `${installed.packedSize} bytes packed, over the budget of ${packedBudget}`);
  });
});

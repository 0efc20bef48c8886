// The packed package in every environment that it promises: the same articles of all test pages in each, told by one digest.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { cp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { promisify } from "node:util";
import { inRoot } from "../../scripts/layout.mjs";
import { hasNodeModules } from "../../scripts/setup.mjs";
import { installPackage, root, testPages } from "../package/installed.mjs";
import { launchChromium, launchFirefox } from "../support/browsers.mjs";
import { bundleWith, load } from "./bundlers.mjs";
import { digestOf } from "./programs/digest.js";
import { runIn, runInWorkerd, runtimes, workerd } from "./runtimes.mjs";
import { serveSite } from "./site.mjs";
import { launchWebKit, whyNoWebKit } from "./webkit.mjs";

const run = promisify(execFile);
const limit = { timeout: 60_000 };
const absent = "not installed: npm ci in tests/matrix could not bring it";
const hasMatrix = hasNodeModules(inRoot("tests/matrix"));
let installed;
let expected;

before(async () => {
  installed = await installPackage();
  await cp(inRoot("tests/matrix/programs"), installed.project, { recursive: true });
  const pages = (await testPages()).map(({ name, bytes }) => [name, bytes.toString("base64")]);
  await writeFile(join(installed.project, "pages.json"), JSON.stringify(pages));
  expected = await digestOf((await installed.load()).extract, pages);
});
after(() => installed?.remove());

/** Every digest is the one that Node gives here. */
function assertSame(digests, entries) {
  assert.deepEqual(digests, Object.fromEntries(entries.map((entry) => [entry, expected])));
}

const everyEntry = ["pith", "inline", "worker"];

describe("runtimes", () => {
  for (const [name, runtime] of Object.entries(runtimes)) {
    test(name, { skip: runtime.program === undefined && absent }, async () => assertSame(await runIn(installed.project, runtime), everyEntry));
  }
  test("workerd", { skip: workerd === undefined && absent }, async () => assertSame(await runInWorkerd(installed.project), ["pith"]));
});

const browsers = { Chromium: { launch: launchChromium }, Firefox: { launch: launchFirefox }, WebKit: { launch: launchWebKit, skip: whyNoWebKit() } };

for (const [name, { launch, skip = false }] of Object.entries(browsers)) {
  describe(`${name}, under a strict policy`, { skip }, () => {
    let running;
    let site;
    before(async () => {
      site = await serveSite({ "/pith/": join(installed.folder, "dist/package/"), "/programs/": installed.project, "/": installed.project });
      running = await launch();
    });
    after(async () => {
      await running?.close();
      site?.close();
    });

    async function inPage(path, ...call) {
      const tab = await running.browser.newPage();
      try {
        await tab.goto(site.origin + path);
        return await tab.evaluate(...call);
      } finally {
        await tab.close();
      }
    }

    test("a page", limit, async () => assertSame(await inPage("/page?script=/programs/site.js", () => globalThis.digests()), everyEntry));

    test("a module worker", limit, async () => {
      assertSame(await inPage("/page", () => globalThis.workerDigests("/programs/site_worker.js")), ["pith", "inline"]);
    });

    test("a service worker", limit, async () => {
      assertSame(await inPage("/page", () => globalThis.serviceWorkerDigests("/programs/site_worker.js")), ["pith", "inline"]);
    });
  });
}

describe("bundlers, in Chromium under a strict policy", () => {
  let running;
  before(async () => {
    running = await launchChromium();
  });
  after(() => running?.close());

  for (const name of ["esbuild", "Rollup", "Vite", "webpack"]) {
    test(name, { skip: name !== "esbuild" && !hasMatrix && absent }, async () => {
      const out = join(installed.project, "bundles", name);
      await bundleWith(name, installed.project, out);
      const site = await serveSite({ "/programs/": installed.project, "/pages.json": join(installed.project, "pages.json"), "/": out });
      try {
        const tab = await running.browser.newPage();
        await tab.goto(`${site.origin}/page?script=/site.js`);
        assertSame(await tab.evaluate(() => globalThis.digests()), everyEntry);
        assertSame(await tab.evaluate(() => globalThis.workerDigests("/site_worker.js")), ["pith", "inline"]);
        await tab.close();
      } finally {
        site.close();
      }
    });
  }
});

describe("what the package says of itself", () => {
  test("publint finds nothing", { skip: !hasMatrix && absent }, async () => {
    const { publint } = await load("publint");
    const { messages } = await publint({ pkgDir: installed.folder, level: "suggestion", strict: true });
    assert.deepEqual(messages, []);
  });

  const program = `import { extract, PithError } from "pith";
    import { extract as inline } from "pith/inline";
    import { createPool, type Pool } from "pith/worker";
    import { Readability } from "pith/readability";
    import { Defuddle } from "pith/defuddle";
    export const use = async (page: Document): Promise<string> => {
      const pool: Pool = createPool({ size: 1 });
      return (await extract("")).title + inline("").title + (await pool.extract("")).title + new Readability(page).parse()?.title + (await Defuddle(page)).title + new PithError("timeout", "");
    };\n`;

  for (const [module, moduleResolution, extension] of [["nodenext", "nodenext", "mts"], ["nodenext", "nodenext", "cts"], ["esnext", "bundler", "ts"], ["node16", "node16", "cts"]]) {
    test(`types of every entry are found by a .${extension} file with moduleResolution ${moduleResolution}, and check in full`, async () => {
      const config = join(installed.project, `types-${moduleResolution}-${extension}.json`);
      const file = `types-${moduleResolution}.${extension}`;
      await writeFile(join(installed.project, file), program);
      const compilerOptions = { strict: true, noEmit: true, skipLibCheck: false, target: "es2022", lib: ["es2022", "dom"], types: [], module, moduleResolution };
      await writeFile(config, JSON.stringify({ compilerOptions, files: [file] }));
      await run(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", config]).catch((error) => assert.fail(error.stdout));
    });
  }
});

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { strFromU8, unzipSync } from "fflate";
import { buildExtension } from "../../extension/build.mjs";
import { lintExtension } from "../../extension/lint.mjs";
import { packExtension } from "../../extension/pack.mjs";
import { problemsOf, readWords, toMessages } from "../../extension/words.mjs";

describe("the built extension", () => {
  let folder;
  const manifests = {};

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), "pith-extension-"));
    await buildExtension({ target: folder });
    for (const browser of ["chromium", "firefox"]) {
      manifests[browser] = JSON.parse(await readFile(join(folder, browser, "manifest.json"), "utf8"));
    }
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it("has the version of package.json in both browsers", async () => {
    const { version } = JSON.parse(await readFile(new URL("../../package.json", import.meta.url), "utf8"));
    assert.equal(manifests.chromium.version, version);
    assert.equal(manifests.firefox.version, version);
  });

  it("asks for the tab that is clicked on, scripting, storage and its menus; for sites only when a person wants them; and for nothing else", () => {
    for (const [browser, manifest] of Object.entries(manifests)) {
      assert.deepEqual(manifest.permissions.toSorted(), ["activeTab", "contextMenus", "scripting", "storage"], browser);
      assert.deepEqual(manifest.optional_host_permissions, ["*://*/*"]);
      for (const key of ["host_permissions", "optional_permissions", "content_scripts"]) assert.ok(!(key in manifest), `${browser} has ${key}`);
      assert.ok(!("web_accessible_resources" in manifest), `${browser} shows its files to pages`);
    }
  });

  it("has a policy for its own pages that allows its own scripts, styles and core, and nothing else", () => {
    for (const manifest of Object.values(manifests)) {
      assert.deepEqual(Object.keys(manifest.content_security_policy), ["extension_pages"]);
      const policy = Object.fromEntries(manifest.content_security_policy.extension_pages.split("; ").map((rule) => [rule.split(" ")[0], rule.split(" ").slice(1).join(" ")]));
      assert.deepEqual(policy, {
        "default-src": "'none'",
        "script-src": "'self' 'wasm-unsafe-eval'", // Firefox, too, compiles WebAssembly only so
        "style-src": "'self'",
        "img-src": "'self'", // the settings page has its icon
        "connect-src": "'self' https: http:", // pith.wasm, fonts, words; pictures that a person saves, where they allowed it
        "object-src": "'none'",
        "base-uri": "'none'",
        "form-action": "'none'",
        "frame-ancestors": "'none'",
        "require-trusted-types-for": "'script'",
        "trusted-types": "'none'",
      });
    }
  });

  it("asks the network for nothing but pictures to be saved, in one place", async () => {
    const found = [];
    for (const file of await sourcesIn("extension/src")) {
      for (const [, what] of (await readFile(file, "utf8")).matchAll(/\bfetch\(([\w.]+)/g)) found.push(`${file.slice(file.lastIndexOf("src/") + 4)}: ${what}`);
    }
    assert.deepEqual(found.sort(), ["background/files.ts: fileAddress", "background/images.ts: url", "background/phrases.ts: fileAddress", "content/images.ts: url"]);
  });

  it("lets neither pages nor other extensions talk to it", () => {
    for (const manifest of Object.values(manifests)) assert.ok(!("externally_connectable" in manifest));
  });

  it("tells Firefox its id, its oldest version and that it collects nothing", () => {
    const { id, ...rest } = manifests.firefox.browser_specific_settings.gecko;
    assert.match(id, /^[\w.-]+@[\w.-]+$/);
    assert.deepEqual(rest, { strict_min_version: "140.0", data_collection_permissions: { required: ["none"] } });
  });

  it("differs between the browsers only in what only one of them knows", () => {
    const shared = (manifest) => {
      const { background, browser_specific_settings, minimum_chrome_version, ...rest } = manifest;
      return rest;
    };
    assert.deepEqual(shared(manifests.chromium), shared(manifests.firefox));
  });

  it("has every file that the manifests name, and every text", async () => {
    for (const [browser, manifest] of Object.entries(manifests)) {
      const files = await filesIn(join(folder, browser));
      const background = manifest.background.scripts ?? [manifest.background.service_worker];
      const named = [...Object.values(manifest.icons), ...Object.values(manifest.action.default_icon), ...background, manifest.options_ui.page];
      const others = ["content.js", "early.js", "watch.js", "pith.wasm", "refused.html", "welcome.html", "fonts/opendyslexic-latin-400-normal.woff2", "icons/readable-16.png"];
      for (const file of [...named, ...others]) assert.ok(file in files, `${browser}: ${file}`);
      const texts = JSON.parse(await readFile(join(folder, browser, "_locales/en/messages.json"), "utf8"));
      for (const [, name] of JSON.stringify(manifest).matchAll(/__MSG_(\w+)__/g)) assert.ok(name in texts, name);
      for (const page of ["options", "refused", "welcome"]) {
        const html = await readFile(join(folder, browser, `${page}.html`), "utf8");
        for (const [, name] of html.matchAll(/data-message="(\w+)"/g)) assert.ok(name in texts, name);
        for (const [, path] of html.matchAll(/(?:src|href)="([\w./-]+)"/g)) assert.ok(path in files, `${page}.html: ${path}`);
      }
    }
  });

  it("makes no code from text, and no elements", async () => {
    const sources = (await Promise.all(["extension/src", "web/src/reader", "web/src/capture"].map(sourcesIn))).flat();
    const built = Object.keys(manifests).flatMap((browser) => ["background.js", "content.js", "early.js", "options.js", "refused.js", "watch.js", "welcome.js"].map((file) => join(folder, browser, file)));
    for (const file of [...sources, ...built]) {
      const found = /\beval\(|\bFunction\(|\.(inner|outer)HTML\s*=[^=]|insertAdjacentHTML|document\.write\(/.exec(await readFile(file, "utf8"));
      assert.equal(found?.[0], undefined, `${file}`);
    }
  });

  it("has every word in every language with the same places for values", async () => {
    const locales = new URL("../../extension/locales/", import.meta.url);
    const { en, ...others } = await readWords(fileURLToPath(locales));
    for (const [language, words] of Object.entries(others)) {
      assert.deepEqual(Object.keys(words).sort(), Object.keys(en).sort(), language);
      assert.deepEqual(problemsOf(words, en), [], language);
    }
  });

  it("says words with their values in the order of the English ones, and refuses words that have others", () => {
    const en = { moved: { message: "From {a} to {b} for $5", description: "A move" }, plain: "Text" };
    assert.deepEqual(toMessages(en, en), { moved: { message: "From $1 to $2 for $$5", description: "A move" }, plain: { message: "Text" } });
    assert.deepEqual(toMessages({ moved: "Nach {b} von {a}" }, en), { moved: { message: "Nach $2 von $1" } });
    assert.equal(problemsOf({ moved: "Nach {b}", other: "x" }, en).length, 2);
  });

  it("uses every word that it has, and has every word that it uses", async () => {
    const { en } = await readWords(fileURLToPath(new URL("../../extension/locales/", import.meta.url)));
    const files = [...(await sourcesIn("extension/src")), ...["options", "refused", "welcome"].map((page) => fileURLToPath(new URL(`../../extension/pages/${page}.html`, import.meta.url)))];
    const texts = (await Promise.all([...files, fileURLToPath(new URL("../../extension/manifest.base.json", import.meta.url))].map((file) => readFile(file, "utf8")))).join("\n");
    const madeUp = /^(?:menu|problem)_|(?:Title|Why)$/; // put together of parts
    for (const name of Object.keys(en)) assert.ok(madeUp.test(name) || new RegExp(`["_]${name}(?:"|__)`).test(texts), `${name} is used`);
    for (const [, name] of texts.matchAll(/\b(?:message|button)\("(\w+)"/g)) assert.ok(name in en, name);
    for (const [, part] of texts.matchAll(/"(notJson|notPith|newer|unknown|notRecord|notList|notSetting|notSite|notRule|tooMany|notAddress|notTitle|notMark)"/g)) assert.ok(`problem_${part}` in en, part);
  });

  it("is packed for both stores, byte for byte the same each time, and Mozilla's linter has nothing to say", async () => {
    const digests = [];
    const packed = await mkdtemp(join(tmpdir(), "pith-packed-"));
    for (let round = 0; round < 2; round++) {
      const files = await packExtension(packed, join(packed, "unpacked"));
      digests.push(await Promise.all(files.map(async (file) => createHash("sha256").update(await readFile(file)).digest("hex"))));
      const { "manifest.json": manifest } = unzipSync(await readFile(files[1]), { filter: ({ name }) => name === "manifest.json" });
      assert.deepEqual(JSON.parse(strFromU8(manifest)), manifests.firefox);
    }
    assert.deepEqual(digests[0], digests[1]);
    assert.notEqual(digests[0][0], digests[0][1]);
    assert.deepEqual(await lintExtension(join(packed, "pith-firefox.zip")), []);
    await rm(packed, { recursive: true });
  });

  it("comes out the same, byte for byte, when built again", async () => {
    const first = await filesIn(folder);
    await buildExtension({ target: folder });
    assert.deepEqual(await filesIn(folder), first);
  });
});

/** Every TypeScript file below a folder of the repository. */
async function sourcesIn(path) {
  const entries = await readdir(new URL(`../../${path}/`, import.meta.url), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile() && entry.name.endsWith(".ts")).map((entry) => join(entry.parentPath, entry.name));
}

/** The digest of each file under a folder, by its path in there. */
async function filesIn(folder) {
  const digests = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    digests[path.slice(folder.length + 1)] = createHash("sha256").update(await readFile(path)).digest("hex");
  }
  return digests;
}

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { buildExtension } from "../../extension/build.mjs";

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
      const others = ["content.js", "watch.js", "pith.wasm", "refused.html", "welcome.html", "fonts/opendyslexic-latin-400-normal.woff2", "icons/readable-16.png"];
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

  it("makes no code from text, and no elements but in the sanitizer that it never asks to parse", async () => {
    const sources = (await Promise.all(["extension/src", "web/src/reader", "web/src/capture"].map(sourcesIn))).flat();
    const built = Object.keys(manifests).flatMap((browser) => ["background.js", "options.js", "refused.js", "watch.js", "welcome.js"].map((file) => join(folder, browser, file)));
    for (const file of [...sources, ...built]) {
      const found = /\beval\(|\bFunction\(|\.(inner|outer)HTML\s*=[^=]|insertAdjacentHTML|document\.write/.exec(await readFile(file, "utf8"));
      assert.equal(found?.[0], undefined, `${file}`);
    }
    for (const browser of Object.keys(manifests)) {
      assert.doesNotMatch(await readFile(join(folder, browser, "content.js"), "utf8"), /\beval\(|\bFunction\(|document\.write\(/);
    }
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

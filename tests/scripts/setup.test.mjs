import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";

import { sourceList } from "../../scripts/apt.mjs";
import { CommandError, findProgram, run } from "../../scripts/commands.mjs";
import { kRoot, kVersions } from "../../scripts/layout.mjs";
import { isAtLeast, kRequirements, missingRequirements } from "../../scripts/requirements.mjs";
import { hasNodeModules, installMissing } from "../../scripts/setup.mjs";

let folder;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "pith-setup-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(file, content) {
  const target = path.join(folder, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, content);
  return target;
}

test("versions are compared by their numbers", () => {
  assert.equal(isAtLeast("3.25.1", "3.25"), true);
  assert.equal(isAtLeast("3.9", "3.25"), false);
  assert.equal(isAtLeast("4", "3.25"), true);
  assert.equal(isAtLeast("3", "3.0"), true);
});

test("what is missing is named with the package that brings it, for the groups asked for only", () => {
  const requirements = [
    { program: ["sh"], packages: ["dash"], group: "build" },
    { program: ["pith-no-such-program"], packages: ["absent"], group: "build" },
    { header: "stdio.h", packages: ["libc6-dev"], group: "build" },
    { header: "pith/no_such_header.h", packages: ["absent-dev"], group: "build", optional: true },
    { program: ["pith-no-such-browser"], packages: ["browser"], group: "test" },
  ];
  assert.deepEqual(missingRequirements(["build"], requirements), [
    { name: "pith-no-such-program", packages: ["absent"], optional: false },
    { name: "pith/no_such_header.h", packages: ["absent-dev"], optional: true },
  ]);
});

test("any one of a requirement's programs will do", () => {
  assert.deepEqual(missingRequirements(["build"], [{ program: ["pith-no-such-program", "sh"], packages: ["dash"], group: "build" }]), []);
});

test("browsers and test libraries are not needed to build", () => {
  const building = kRequirements.filter(({ group }) => group === "build").flatMap(({ packages }) => packages);
  for (const name of ["chromium", "firefox-esr", "libgtest-dev"]) assert.ok(!building.includes(name), name);
});

test("the source list names this Debian release's main component once for each place it comes from", () => {
  const targets = [
    "https://mirror.example/debian/|bookworm|main",
    "https://mirror.example/debian/|bookworm|main",
    "https://mirror.example/debian/|bookworm|contrib",
    "https://mirror.example/debian/|bookworm-updates|main",
    "https://packages.example/|nodistro|main",
  ].join("\n");
  assert.deepEqual(sourceList(targets, "bookworm", "/no/keys"), ["deb-src https://mirror.example/debian/ bookworm main"]);
  const keys = write("keys.gpg", "");
  assert.deepEqual(sourceList("https://mirror.example/debian/|stable|main\n", "bookworm", keys), [`deb-src [signed-by=${keys}] https://mirror.example/debian/ stable main`]);
});

test("node_modules counts as installed when every package of the lock file is there in its version", () => {
  const lock = { packages: { "": { name: "x" }, "node_modules/a": { version: "1.0.0" }, "node_modules/b": { version: "2.0.0", optional: true } } };
  write("package-lock.json", JSON.stringify(lock));
  assert.equal(hasNodeModules(folder), false);
  write("node_modules/.package-lock.json", JSON.stringify({ packages: { "node_modules/a": { version: "0.9.0" } } }));
  assert.equal(hasNodeModules(folder), false);
  write("node_modules/.package-lock.json", JSON.stringify({ packages: { "node_modules/a": { version: "1.0.0" } } }));
  assert.equal(hasNodeModules(folder), true);
});

test("a program is found on PATH, and a folder of its name is not taken for it", () => {
  assert.match(findProgram("sh"), /\/sh$/);
  mkdirSync(path.join(folder, "tool"));
  assert.equal(findProgram(path.join(folder, "tool")), undefined);
});

test("a program that fails is an error with all that it printed", async () => {
  const failure = run("sh", ["-c", "echo out; echo err >&2; exit 3"]);
  await assert.rejects(failure, (error) => {
    assert.ok(error instanceof CommandError);
    assert.match(error.message, /exit code 3/);
    assert.match(error.output, /out/);
    assert.match(error.output, /err/);
    return true;
  });
});

describe("of what is missing", () => {
  const needed = [{ name: "cmake", packages: ["cmake"], optional: false }, { name: "emcc", packages: ["emscripten", "binaryen"], optional: false }];
  const optional = [{ name: "zopfli", packages: ["zopfli"], optional: true }, { name: "curl/curl.h", packages: ["libcurl4-openssl-dev"], optional: true }];

  /** What set-up installs where these packages cannot be had, and what it says. */
  async function installing(context, missing, absent = []) {
    const [installed, said] = [[], []];
    context.mock.method(process.stderr, "write", (text) => said.push(text));
    const error = await installMissing(missing, async (packages) => {
      if (packages.some((name) => absent.includes(name))) throw new Error(`there is no ${packages}`);
      installed.push(packages.join(" "));
    }).catch((thrown) => thrown);
    context.mock.restoreAll();
    return { installed, said: said.join(""), error: error?.message };
  }

  test("what is optional comes one by one after the rest, and set-up goes on without it", async (context) => {
    const { installed, said, error } = await installing(context, [...optional, ...needed], ["zopfli"]);
    assert.deepEqual(installed, ["cmake emscripten binaryen", "libcurl4-openssl-dev"]);
    assert.match(said, /^there is no zopfli; set-up goes on without zopfli$/m);
    assert.equal(error, undefined);
  });

  test("what is needed must come", async (context) => {
    assert.deepEqual(await installing(context, needed, ["binaryen"]).then(({ installed, error }) => [installed, error]), [[], "there is no cmake,emscripten,binaryen"]);
  });

  test("where nothing may be installed one line says how, and what is optional keeps nobody from building", async (context) => {
    const said = [];
    context.mock.method(process.stderr, "write", (text) => said.push(text));
    await installMissing(optional, undefined);
    context.mock.restoreAll();
    const line = "some packages are missing: sudo apt-get install --no-install-recommends zopfli libcurl4-openssl-dev";
    assert.deepEqual(said, [`${line}; set-up goes on without zopfli, curl/curl.h\n`]);
    await assert.rejects(installMissing([...needed, ...optional], undefined), { name: "Error", message: line.replace("zopfli", "cmake emscripten binaryen zopfli") });
  });
});

test("without apt, set-up says in one line what is missing and exits with 1", () => {
  const { status, stderr } = spawnSync(process.execPath, [path.join(kRoot, "scripts/setup.mjs"), "build"], { encoding: "utf8", env: { PATH: folder } });
  assert.equal(status, 1);
  assert.match(stderr, /^missing, and there is no apt to bring it: .*cmake.*\n$/);
  assert.doesNotMatch(stderr, /zopfli/);
});

test("a folder of sources that lacks them is refused by the name of its variable", () => {
  const environment = { ...process.env, PITH_UTF8PROC_DIR: folder };
  const { status, stderr } = spawnSync(process.execPath, [path.join(kRoot, "scripts/setup.mjs"), "build"], { encoding: "utf8", env: environment });
  assert.equal(status, 1);
  assert.match(stderr, /PITH_UTF8PROC_DIR/);
});

test("the pinned npm packages are those of package.json", () => {
  const { devDependencies } = JSON.parse(readFileSync(path.join(kRoot, "package.json"), "utf8"));
  assert.equal(devDependencies["gumbo-parser"], kVersions["gumbo-parser"].exactly);
  for (const [name, version] of Object.entries(devDependencies)) assert.match(version, /^\d+\.\d+\.\d+$/, name);
});

// Sets up what is missing, and nothing else. When nothing is missing it only looks.
// Runs before node_modules exists: Node's own modules alone may be imported here.
//
// usage: node scripts/setup.mjs [--verbose] [build] [test] [bench]     (default: build)

import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

import { fetchSource, hasApt, packageInstaller } from "./apt.mjs";
import { ask, findProgram, run } from "./commands.mjs";
import { gumboFolder, inRoot, kRoot, kVersions, toolEnvironment, utf8procFolder } from "./layout.mjs";
import { isAtLeast, missingRequirements } from "./requirements.mjs";
import { runMain, SetupError, step } from "./steps.mjs";

const kUtf8procFiles = ["utf8proc.c", "utf8proc_data.c", "utf8proc.h"];

/**
 * Brings everything that `groups` need.
 * @param {readonly string[]} groups of "build", "test", "bench"
 * @throws {SetupError} where something is missing that cannot be brought; one line says what
 */
export async function setUp(groups, { verbose = false } = {}) {
  const missing = missingRequirements(groups).filter(({ optional }) => !optional || hasApt());
  const fetchesSource = !hasUtf8proc() && process.env.PITH_UTF8PROC_DIR === undefined;
  if (fetchesSource && hasApt() && findProgram("dpkg-source") === undefined) missing.push({ name: "dpkg-source", packages: ["dpkg-dev"], optional: false });
  if (missing.length > 0) {
    if (!hasApt()) throw new SetupError(`missing, and there is no apt to bring it: ${missing.map(({ name }) => name).join(", ")}`);
    await installMissing(missing, packageInstaller({ verbose }));
  }
  if (fetchesSource) await fetchUtf8proc({ verbose });
  if (!hasNodeModules()) await step("npm ci", () => run("npm", ["ci"], { cwd: kRoot, verbose }));
  if (groups.includes("test")) await installMatrix({ verbose });
  checkFolders();
  await checkEmscripten({ verbose });
}

/**
 * Installs what is missing: first what is needed, then one by one what is optional, without which set-up goes on.
 * @param {{name: string, packages: string[], optional: boolean}[]} missing
 * @param {((packages: string[]) => Promise<void>) | undefined} install undefined where we may not
 * @throws {SetupError} where we may not, with the one line that someone who may can run
 */
export async function installMissing(missing, install) {
  const [needed, optional] = [false, true].map((wanted) => missing.filter((requirement) => requirement.optional === wanted));
  const packagesOf = (requirements) => [...new Set(requirements.flatMap(({ packages }) => packages))];
  const goOn = (error, requirements) => process.stderr.write(`${error}; set-up goes on without ${requirements.map(({ name }) => name).join(", ")}\n`);
  if (install === undefined) {
    const line = `some packages are missing: sudo apt-get install --no-install-recommends ${packagesOf(missing).join(" ")}`;
    if (needed.length > 0) throw new SetupError(line);
    goOn(line, optional);
    return;
  }
  const bring = (packages) => step(`install ${packages.join(", ")}`, () => install(packages));
  if (needed.length > 0) await bring(packagesOf(needed));
  for (const requirement of optional) await bring(requirement.packages).catch(({ message }) => goOn(message, [requirement]));
}

/** The runtimes and bundlers that the package is tested in have a lock file of their own: half a gigabyte that building does without. */
async function installMatrix({ verbose }) {
  const folder = inRoot("tests/matrix");
  if (hasNodeModules(folder)) return;
  try {
    await step("npm ci in tests/matrix", () => run("npm", ["ci"], { cwd: folder, verbose }));
  } catch (error) {
    process.stderr.write(`${error.message}; the tests that need it are skipped by name\n`);
  }
}

/** utf8proc has all the files that we compile. */
function hasUtf8proc() {
  return kUtf8procFiles.every((file) => existsSync(path.join(utf8procFolder(), file)));
}

async function fetchUtf8proc(options) {
  const { exactly, debian } = kVersions.utf8proc;
  if (!hasApt()) throw new SetupError(`put the sources of utf8proc ${exactly} into a folder and name it in PITH_UTF8PROC_DIR`);
  await step(`fetch utf8proc ${debian}`, () => fetchSource("utf8proc", debian, utf8procFolder(), options));
}

/** Every package of the lock file is installed in its version. Those for other platforms need not be. */
export function hasNodeModules(root = kRoot) {
  const read = (file) => {
    const full = path.join(root, file);
    return existsSync(full) ? JSON.parse(readFileSync(full, "utf8")).packages : undefined;
  };
  const installed = read("node_modules/.package-lock.json");
  if (installed === undefined) return false;
  return Object.entries(read("package-lock.json")).every(
    ([name, wanted]) => name === "" || wanted.optional === true || installed[name]?.version === wanted.version,
  );
}

function checkFolders() {
  const gumbo = gumboFolder();
  if (!existsSync(path.join(gumbo, "gumbo.h"))) throw new SetupError(`${gumbo} has no gumbo.h: check PITH_GUMBO_DIR`);
  if (!hasUtf8proc()) throw new SetupError(`${utf8procFolder()} lacks ${kUtf8procFiles.join(", ")}: check PITH_UTF8PROC_DIR`);
}

/** emcc compiles: asked once for each emcc, since it takes a second. */
async function checkEmscripten({ verbose }) {
  const emcc = findProgram("emcc");
  const known = `${emcc} ${statSync(emcc).mtimeMs}`;
  const stamp = inRoot("build/emcc.checked");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === known) return;
  const source = inRoot("build/emcc_check.c");
  mkdirSync(path.dirname(source), { recursive: true });
  writeFileSync(source, "int main(void) { return 0; }\n");
  const env = toolEnvironment();
  try {
    await step("check emcc", () => run(emcc, ["-c", source, "-o", `${source}.o`], { env, verbose }));
    writeFileSync(stamp, known);
  } finally {
    for (const file of [source, `${source}.o`]) rmSync(file, { force: true });
  }
}

const firstVersion = (text) => /\d+\.\d+(?:\.\d+)*/.exec(text ?? "")?.[0] ?? "unknown";

/**
 * The versions in use, for people and bug reports.
 * @throws {SetupError} for one that is too old
 */
export function versionsInUse() {
  const header = readFileSync(path.join(utf8procFolder(), "utf8proc.h"), "utf8");
  const utf8proc = ["MAJOR", "MINOR", "PATCH"].map((part) => new RegExp(`#define UTF8PROC_VERSION_${part} (\\d+)`).exec(header)?.[1]).join(".");
  const gumbo = process.env.PITH_GUMBO_DIR ?? JSON.parse(readFileSync(inRoot("node_modules/gumbo-parser/package.json"), "utf8")).version;
  const env = toolEnvironment();
  const versions = {
    node: process.versions.node,
    "g++": firstVersion(ask(findProgram("g++") ?? "c++", ["-dumpfullversion", "-dumpversion"])),
    cmake: firstVersion(ask("cmake", ["--version"])),
    ninja: firstVersion(ask("ninja", ["--version"])),
    emscripten: firstVersion(ask("emcc", ["--version"], { env })),
    utf8proc,
    "gumbo-parser": gumbo,
  };
  for (const [name, { atLeast }] of Object.entries(kVersions)) {
    const version = versions[name];
    if (atLeast !== undefined && /^\d/.test(version) && !isAtLeast(version, atLeast)) {
      throw new SetupError(`${name} ${version} is too old: at least ${atLeast} is needed`);
    }
  }
  return versions;
}

/** The versions on one line. */
export function describeVersions(versions) {
  return Object.entries(versions).map(([name, version]) => `${name} ${version}`).join(" · ");
}

async function main(argv) {
  const groups = argv.filter((arg) => !arg.startsWith("-"));
  await setUp(groups.length === 0 ? ["build"] : groups, { verbose: argv.includes("--verbose") });
  process.stderr.write(`${describeVersions(versionsInUse())}\n`);
}

await runMain(import.meta.filename, main);

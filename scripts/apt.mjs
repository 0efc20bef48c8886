// Debian's packages: programs and libraries into the system, the source of one library into the build folder.

import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

import { ask, findProgram, run } from "./commands.mjs";
import { SetupError } from "./steps.mjs";

const kEnvironment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
const kDebianKeys = "/usr/share/keyrings/debian-archive-keyring.gpg";

/** Whether this system has apt. */
export const hasApt = () => findProgram("apt-get") !== undefined;

/** What to put before apt-get so that it may install: nothing for root, sudo where it asks no password, else undefined. */
function installer() {
  if (process.getuid() === 0) return ["apt-get"];
  return ask("sudo", ["-n", "true"]) === undefined ? undefined : ["sudo", "-n", "DEBIAN_FRONTEND=noninteractive", "apt-get"];
}

/**
 * Makes ready to install packages, without what they merely recommend.
 * @returns {((packages: readonly string[]) => Promise<void>) | undefined} what installs some; undefined where we may not
 */
export function packageInstaller({ verbose = false } = {}) {
  const command = installer();
  if (command === undefined) return undefined;
  const [program, ...prefix] = command;
  const options = { env: kEnvironment, verbose };
  let updated;
  return async (packages) => {
    await (updated ??= run(program, [...prefix, "update"], options));
    await run(program, [...prefix, "install", "--yes", "--no-install-recommends", ...packages], options);
  };
}

/**
 * The lines of a source list for the Debian release that this system runs, from the places it takes its packages from.
 * @param {string} targets what `apt-get indextargets` printed: `URI|release|component` a line
 * @param {string} codename as in /etc/os-release
 */
export function sourceList(targets, codename, keys = kDebianKeys) {
  const releases = new Set([codename, "stable", "oldstable"]);
  const signedBy = existsSync(keys) ? `[signed-by=${keys}] ` : "";
  const lines = targets
    .split("\n")
    .map((line) => line.split("|"))
    // Other sites' repositories seldom carry sources; their releases have other names, or their keys do not match.
    .filter(([, release, component]) => releases.has(release) && component === "main")
    .map(([uri, release, component]) => `deb-src ${signedBy}${uri} ${release} ${component}`);
  return [...new Set(lines)];
}

/**
 * Fetches the source of a Debian package into `folder`. The lists, the cache and the choice of sources are our own, so
 * the system is left as it was and no rights are needed.
 */
export async function fetchSource(name, version, folder, { verbose = false } = {}) {
  const parent = path.dirname(folder);
  mkdirSync(parent, { recursive: true });
  const work = mkdtempSync(path.join(parent, `.${name}-`));
  try {
    const osRelease = readFileSync("/etc/os-release", "utf8");
    const codename = /^VERSION_CODENAME=(.*)$/m.exec(osRelease)?.[1] ?? "";
    const targets = ask("apt-get", ["indextargets", "--no-release-info", "--format", "$(REPO_URI)|$(RELEASE)|$(COMPONENT)", "Identifier: Packages"]) ?? "";
    const lines = sourceList(targets, codename);
    if (lines.length === 0) throw new SetupError(`apt knows no Debian sources: put those of ${name} ${version} into a folder and name it in PITH_${name.toUpperCase()}_DIR`);
    const at = (...parts) => path.join(work, ...parts);
    writeFileSync(at("sources.list"), `${lines.join("\n")}\n`);
    for (const part of ["lists/partial", "cache/archives/partial", "parts", "source"]) mkdirSync(at(part), { recursive: true });
    const settings = {
      "Dir::Etc::SourceList": at("sources.list"),
      "Dir::Etc::SourceParts": at("parts"),
      "Dir::State::Lists": at("lists"),
      "Dir::Cache": at("cache"),
      // apt's own user may not write below a user's folder.
      "APT::Sandbox::User": ask("id", ["-un"])?.trim() ?? "root",
    };
    const options = Object.entries(settings).flatMap(([key, value]) => ["-o", `${key}=${value}`]);
    await run("apt-get", [...options, "update"], { env: kEnvironment, verbose });
    await run("apt-get", [...options, "source", `${name}=${version}`], { env: kEnvironment, cwd: at("source"), verbose });
    const unpacked = readdirSync(at("source"), { withFileTypes: true }).find((entry) => entry.isDirectory());
    rmSync(folder, { recursive: true, force: true });
    renameSync(at("source", unpacked.name), folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

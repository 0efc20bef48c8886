// What building, testing and measuring need from the system, and which Debian package brings it.

import { ask, findProgram } from "./commands.mjs";

/**
 * `program`: one of the names must be on PATH. `header`: the compiler must find it. `group`: when it is needed.
 * `optional`: apt brings it where it may, but the build does without: the native command then refuses addresses, the
 * bookmarklet is packed less tightly, attacks are not tried in WebKit, and instructions are not counted.
 */
export const kRequirements = [
  { program: ["g++", "c++"], packages: ["g++"], group: "build" },
  { program: ["cmake"], packages: ["cmake"], group: "build" },
  { program: ["ninja"], packages: ["ninja-build"], group: "build" },
  { program: ["python3"], packages: ["python3"], group: "build" },
  { program: ["emcc"], packages: ["emscripten", "binaryen"], group: "build" },
  { program: ["xz"], packages: ["xz-utils"], group: "build" },
  { header: "curl/curl.h", packages: ["libcurl4-openssl-dev"], group: "build", optional: true },
  { program: ["zopfli"], packages: ["zopfli"], group: "build", optional: true },
  { header: "gtest/gtest.h", packages: ["libgtest-dev"], group: "test" },
  { header: "gmock/gmock.h", packages: ["libgmock-dev"], group: "test" },
  { header: "gumbo.h", packages: ["libgumbo-dev"], group: "test" }, // the stock library that our parts are compared with
  { program: [process.env.PITH_CHROMIUM ?? "chromium"], packages: ["chromium"], group: "test" },
  { program: [process.env.PITH_FIREFOX ?? "firefox-esr"], packages: ["firefox-esr"], group: "test" },
  { program: ["WebKitWebDriver"], packages: ["webkit2gtk-driver"], group: "test", optional: true },
  { program: ["Xvfb"], packages: ["xvfb"], group: "test", optional: true }, // WebKit's browser needs a display
  { program: ["parallel"], packages: ["parallel"], group: "test", optional: true }, // one recipe of docs/many-pages.md is tested with it
  { program: ["valgrind"], packages: ["valgrind"], group: "test", optional: true }, // counts the instructions of each stage
  { program: ["clang++"], packages: ["clang"], group: "fuzz" },
  { header: "benchmark/benchmark.h", packages: ["libbenchmark-dev"], group: "bench" },
  { header: "gumbo.h", packages: ["libgumbo-dev"], group: "bench" }, // whose parse is the measure
];

const nameOf = ({ program, header }) => program?.[0] ?? header;

/** The headers among `headers` that the C++ compiler finds; all of them asked in one run of its preprocessor. */
function foundHeaders(headers) {
  const compiler = findProgram(process.env.CXX ?? "g++") ?? findProgram("c++");
  if (compiler === undefined || headers.length === 0) return new Set();
  const source = headers.map((header) => `#if __has_include(<${header}>)\nfound ${header}\n#endif\n`).join("");
  const output = ask(compiler, ["-E", "-P", "-x", "c++", "-"], { input: source }) ?? "";
  return new Set(headers.filter((header) => output.includes(`found ${header}`)));
}

/**
 * The requirements of `groups` that are not met.
 * @param {readonly string[]} groups
 * @returns {{name: string, packages: string[], optional: boolean}[]}
 */
export function missingRequirements(groups, requirements = kRequirements) {
  const wanted = requirements.filter(({ group }) => groups.includes(group));
  const headers = foundHeaders(wanted.flatMap(({ header }) => header ?? []));
  return wanted
    .filter(({ program, header }) => (program ? !program.some(findProgram) : !headers.has(header)))
    .map((requirement) => ({ name: nameOf(requirement), packages: requirement.packages, optional: requirement.optional === true }));
}

/** Whether a dotted version is at least another; parts are compared as numbers. */
export function isAtLeast(version, wanted) {
  const parts = version.split(".").map(Number);
  for (const [index, part] of wanted.split(".").map(Number).entries()) {
    if ((parts[index] ?? 0) !== part) return (parts[index] ?? 0) > part;
  }
  return true;
}

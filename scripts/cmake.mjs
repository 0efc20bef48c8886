// Configures and builds one of the presets in CMakePresets.json.

import { run } from "./commands.mjs";
import { gumboFolder, inRoot, kRoot, toolEnvironment, utf8procFolder } from "./layout.mjs";

/** Configures a preset, builds it into build/PRESET and returns that folder. What is up to date is not built again. */
export async function buildPreset(preset, { verbose = false } = {}) {
  const options = { env: toolEnvironment(), cwd: kRoot, verbose };
  const folder = inRoot("build", preset);
  const sources = [`-DPITH_GUMBO_DIR=${gumboFolder()}`, `-DPITH_UTF8PROC_DIR=${utf8procFolder()}`];
  await run("cmake", ["--preset", preset, ...sources], options);
  await run("cmake", ["--build", folder], options);
  return folder;
}

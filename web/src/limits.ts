import type { CoreLimits } from "../../wasm/embind.js";
import { badInput, checkObject } from "./errors.js";
import type { Limits } from "./types.js";

/** The names of all limits, each with what the core takes where the caller does not say. */
const coreDefaults: CoreLimits = { bytes: 0, depth: 0, nodes: 0, attributes: 0, outputBytes: 0, work: 0 };

/** The caller's limits in the core's form. */
export function toCoreLimits(limits: Limits = {}): CoreLimits {
  checkObject(limits, "options.limits");
  for (const [name, value] of Object.entries(limits)) {
    if (!Object.hasOwn(coreDefaults, name)) throw badInput("options.limits", `an object of ${Object.keys(coreDefaults).join(", ")}`, name);
    if (value !== undefined && !(Number.isSafeInteger(value) && value > 0)) throw badInput(`options.limits.${name}`, "a positive whole number", value);
  }
  const given = Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined));
  return { ...coreDefaults, ...given };
}

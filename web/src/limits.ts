import type { CoreLimits } from "../../wasm/embind.js";
import { badInput, checkNames, checkObject } from "./errors.js";
import type { Limits } from "./types.js";

/** Bytes that a page may have where the caller does not say: Limits::bytes of wasm/include/pith/pith.h. */
export const defaultBytes = 128 * 2 ** 20;

/** The names of all limits, each with what holds where the caller does not say; 0: what the core takes. */
const coreDefaults: CoreLimits = { bytes: defaultBytes, depth: 0, nodes: 0, attributes: 0, outputBytes: 0, work: 0 };

/** The caller's limits in the core's form. */
export function toCoreLimits(limits: Limits = {}): CoreLimits {
  checkObject(limits, "options.limits");
  checkNames(limits, Object.keys(coreDefaults), "options.limits");
  for (const [name, value] of Object.entries(limits)) {
    if (value !== undefined && !(Number.isSafeInteger(value) && value > 0)) throw badInput(`options.limits.${name}`, "a positive whole number", value);
  }
  const given = Object.fromEntries(Object.entries(limits).filter(([, value]) => value !== undefined));
  return { ...coreDefaults, ...given };
}

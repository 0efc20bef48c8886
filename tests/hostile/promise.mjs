// What docs/security.md promises of every page, in numbers.

export const kPromise = {
  /** CPU time for each megabyte (2^20 bytes) of a page, and what every call may take beside. */
  milliseconds: 2000,
  floorMilliseconds: 300,
  /** Peak memory for each byte of a page, and what every call may take beside. */
  bytes: 160,
  floorBytes: 64 * 2 ** 20,
};

/** What a measured shape broke, in words; nothing where all held. */
export function brokenPromises({ size, native, wasm }) {
  const milliseconds = kPromise.milliseconds * (size / 2 ** 20) + kPromise.floorMilliseconds;
  const bytes = kPromise.bytes * size + kPromise.floorBytes;
  const broken = [];
  if (native.status !== 0 && native.status !== 1) broken.push(`the native command ended with ${native.status}`);
  if (wasm.failed !== undefined) broken.push(`the WebAssembly core failed: ${wasm.failed}`);
  for (const [core, measured] of Object.entries({ native, wasm })) {
    if (measured.milliseconds > milliseconds) broken.push(`${core} took ${measured.milliseconds.toFixed(0)} ms, more than ${milliseconds.toFixed(0)}`);
    if (measured.bytes > bytes) broken.push(`${core} took ${measured.bytes} bytes of memory, more than ${bytes}`);
  }
  if (wasm.json !== undefined && native.status === 0 && native.json !== `${wasm.json}\n`) broken.push("the cores differ");
  return broken;
}

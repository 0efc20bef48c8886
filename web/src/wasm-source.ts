/**
 * Where the WebAssembly module comes from: its address (`file:` works where there is a Node-like `process`), its
 * bytes, or the compiled `WebAssembly.Module` (typed as `object`, since Node's own types do not know it).
 */
export type WasmSource = string | URL | Uint8Array | ArrayBuffer | object;

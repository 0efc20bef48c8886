// Starts wasm/c_api.cpp by hand: what Emscripten's glue would do costs more than a tenth of a bookmark.

interface Exports {
  readonly memory: WebAssembly.Memory;
  _initialize(): void;
  pith_input(size: number): number;
  pith_extract(addressSize: number, flags: number): number;
  pith_output_size(): number;
}

/** Flags of pith_extract: what was removed, Markdown for copying, the tree for the view. */
export const wanted = 1 | 4 | 16;

/**
 * Starts the engine.
 * @returns a function from the page's address and snapshot to the article's JSON
 */
export async function startEngine(wasm: ArrayBuffer): Promise<(address: string, snapshot: string) => string> {
  const ignore = (): void => {};
  const imports = { env: { emscripten_notify_memory_growth: ignore }, wasi_snapshot_preview1: { proc_exit: ignore } };
  const { instance } = await WebAssembly.instantiate(wasm, imports);
  const engine = instance.exports as unknown as Exports;
  engine._initialize();
  return (address, snapshot) => {
    const encoder = new TextEncoder();
    const head = encoder.encode(address);
    const body = encoder.encode(snapshot);
    const at = engine.pith_input(head.length + body.length);
    const memory = new Uint8Array(engine.memory.buffer);
    memory.set(head, at);
    memory.set(body, at + head.length);
    const output = engine.pith_extract(head.length, wanted);
    return new TextDecoder().decode(new Uint8Array(engine.memory.buffer, output, engine.pith_output_size()));
  };
}

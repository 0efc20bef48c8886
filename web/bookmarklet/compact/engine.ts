// Starts wasm/compact by hand.

import { kind_of, lower_of } from "./env.js";

/** A block of the page, as the engine judged it. Nodes are counted as the snapshot has them: elements and texts, from 0. */
export interface Block {
  readonly first: number;
  readonly last: number;
  /** Index into `reasons`; 0: it is in the article. */
  readonly reason: number;
  /** `<br>` between this block and the one before it in the same run; 256 more of an image's caption. */
  readonly breaks: number;
  readonly words: number;
  /** Probability that it is content, 0..1. */
  readonly score: number;
}

export interface Judgement {
  readonly blocks: readonly Block[];
  /** 0..1: how sure the selection is. */
  readonly confidence: number;
}

export interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  _initialize(): void;
  pith_input(size: number): number;
  pith_select(headSize: number): number;
  pith_block_count(): number;
}

export type Judge = (head: readonly string[], snapshot: string) => Judgement;

/**
 * Starts the engine.
 * @returns a function from the page's head (see wasm/compact/compact.cpp) and snapshot to what stays
 */
export async function startEngine(wasm: BufferSource): Promise<Judge> {
  const imports = { env: { emscripten_notify_memory_growth() {}, kind_of, lower_of }, wasi_snapshot_preview1: { proc_exit() {} } };
  const { instance } = await WebAssembly.instantiate(wasm, imports);
  return judgeWith(instance.exports as unknown as Exports);
}

/** The same with an engine that is there already. */
export function judgeWith(engine: Exports): Judge {
  engine._initialize();
  return (head, snapshot) => {
    const encoder = new TextEncoder();
    const facts = encoder.encode(head.map((fact) => `${fact}\0`).join(""));
    const page = encoder.encode(snapshot);
    const at = engine.pith_input(facts.length + page.length);
    const memory = new Uint8Array(engine.memory.buffer);
    memory.set(facts, at);
    memory.set(page, at + facts.length);
    const output = engine.pith_select(facts.length);
    const count = engine.pith_block_count();
    const numbers = new Uint32Array(engine.memory.buffer, output, count * 7);
    const shares = new Float32Array(engine.memory.buffer, output, count * 7);
    const blocks = [...Array(count)].map((_, block): Block => {
      const [first, last, reason, breaks, words] = numbers.subarray(block * 7) as unknown as [number, number, number, number, number];
      return { first, last, reason, breaks, words, score: shares[block * 7 + 5] as number };
    });
    return { blocks, confidence: shares[6] ?? 0 };
  };
}

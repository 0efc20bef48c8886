import createPithModule from "../../build/wasm/pith_core.mjs";
import type { CoreOptions, PithModule } from "../../wasm/embind.js";
import { decodeText } from "./encoding.js";
import { messageOf, PithError, type PithErrorCode } from "./errors.js";
import type { Article } from "./types.js";

/** The C++ core behind its WebAssembly boundary. */
export interface Core {
  /**
   * Extracts one page. Text is UTF-8 to the core whatever the page says of itself.
   * @throws PithError
   */
  extract(page: Uint8Array | string, options: CoreOptions): Article;
  /** The same as the core's JSON, for those who pass it on. */
  extractJson(page: Uint8Array | string, options: CoreOptions): string;
  /**
   * Whether a page is likely to have an article.
   * @throws PithError
   */
  isProbablyReadable(page: Uint8Array | string, options: CoreOptions): boolean;
  /** Gives the memory back; the next call starts a fresh instance. */
  free(): void;
}

interface Failure {
  readonly code: PithErrorCode;
  readonly message: string;
  readonly encoding: string;
}

/**
 * An instance whose memory grew beyond this many bytes is dropped after its call: WebAssembly memory never shrinks, and a new
 * instance takes about a millisecond. Pages of up to eight megabytes stay below.
 */
const keptMemory = 64 * 2 ** 20;

/** What the core throws where memory ends (wasm/embind.cpp). */
const outOfMemory = "out of memory";

/** Makes a core of the compiled module. A trap costs only the call that it happens in. */
export function createCore(wasm: WebAssembly.Module): Core {
  let instance: PithModule | undefined = instantiate(wasm);

  function callCore<Answer>(page: Uint8Array, call: (module: PithModule) => Answer): Answer {
    try {
      instance ??= instantiate(wasm);
      instance.input(page.length).set(page);
      const answer = call(instance);
      if (instance.input(0).buffer.byteLength > keptMemory) instance = undefined;
      return answer;
    } catch (error) {
      instance = undefined; // its memory is in an unknown state
      if (error instanceof PithError) throw error;
      if (messageOf(error) === outOfMemory) {
        throw new PithError("out-of-memory", `a page of ${page.length} bytes needs more memory than there is`, { cause: error });
      }
      throw new PithError("trap", `the WebAssembly core stopped on a page of ${page.length} bytes: ${messageOf(error)}`, {
        cause: error,
      });
    }
  }

  /** @param read makes of the core's JSON what the caller wants, as long as the core has the answer */
  function ask<Answer>(
    question: "extract" | "isProbablyReadable",
    page: Uint8Array | string,
    options: CoreOptions,
    read: (json: string, module: PithModule) => Answer,
  ): Answer {
    if (typeof page === "string") {
      // Encoded here, not into the core's memory: its size must be known first, and wasm memory never shrinks again.
      return ask(question, new TextEncoder().encode(page), { ...options, charset: "utf-8" }, read);
    }
    const answer = callCore(page, (module) => {
      const json = decode(module[question](options));
      const failure = failureIn(json);
      return failure === undefined ? { read: read(json, module) } : { failure };
    });
    if (answer.failure === undefined) return answer.read;
    const { code, message, encoding } = answer.failure;
    const text = code === "unsupported-encoding" ? decodeText(page, encoding) : undefined;
    if (text === undefined) throw new PithError(code, message);
    const limits = { ...options.limits, bytes: Number.MAX_SAFE_INTEGER }; // the page's own bytes were counted; in UTF-8 they are others
    return ask(question, text, { ...options, limits, ranges: 0 }, read); // and their places are the decoder's secret
  }

  const extractJson: Core["extractJson"] = (page, options) => ask("extract", page, options, (json) => json);

  const extract: Core["extract"] = (page, options) =>
    ask("extract", page, { ...options, textsApart: true }, (json, module) => {
      const article = JSON.parse(json) as Mutable<Article>;
      for (const name of ["html", "markdown", "text"] as const) {
        if (article[name] !== undefined) article[name] = decode(module[name]());
      }
      return article;
    });

  const isProbablyReadable: Core["isProbablyReadable"] = (page, options) => ask("isProbablyReadable", page, options, (json) => json === "true");

  function free(): void {
    instance = undefined; // its memory goes with it
  }

  return { extract, extractJson, isProbablyReadable, free };
}

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

const decode = (bytes: Uint8Array): string => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);

/** The core's JSON starts with `error` exactly when it refused the page; a look at the start spares parsing an article. */
function failureIn(json: string): Failure | undefined {
  if (!json.startsWith('{"error":')) return undefined;
  return (JSON.parse(json) as { error: Failure }).error;
}

/**
 * Emscripten fills in the very object that it is given, and does so before it returns when the instance is there at
 * once; so a fresh instance is at hand within a synchronous call, without waiting for the promise.
 */
function instantiate(wasm: WebAssembly.Module): PithModule {
  let failure: unknown = new Error("the module did not start");
  const module: Partial<PithModule> & Parameters<typeof createPithModule>[0] = {
    instantiateWasm(imports, done) {
      try {
        const instance = new WebAssembly.Instance(wasm, imports);
        done(instance, wasm);
        return instance.exports;
      } catch (error) {
        failure = error;
        return {};
      }
    },
  };
  try {
    createPithModule(module).catch(() => {});
  } catch (error) {
    failure = error;
  }
  if (!isStarted(module)) {
    throw new PithError("load-failed", `cannot start the WebAssembly module: ${messageOf(failure)}`, { cause: failure });
  }
  return module;
}

function isStarted(module: Partial<PithModule>): module is PithModule {
  return typeof module.input === "function" && typeof module.extract === "function";
}

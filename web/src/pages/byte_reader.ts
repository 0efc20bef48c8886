import { PithError } from "../errors.js";
import { unreadable } from "./input.js";

/**
 * Reads a stream of chunks by lines and counts, holding no more of it than was asked for. Where the stream breaks, since its file is missing or its
 * compression damaged, each throws a PithError `unreadable`.
 */
export interface ByteReader {
  /**
   * The next line as latin 1, without its line end; `undefined` at the end of the stream.
   * @throws PithError `unreadable` for a line of more than `limit` bytes, too
   */
  line(limit: number): Promise<string | undefined>;
  /** The next `count` bytes, fewer at the end of the stream, which stay there to be read. */
  peek(count: number): Promise<Uint8Array>;
  /** The next `count` bytes, fewer at the end of the stream. */
  bytes(count: number): Promise<Uint8Array>;
  /** Goes past `count` bytes. @returns how many there were */
  skip(count: number): Promise<number>;
  /** Says that nothing more is read, so that the stream lets go of what it holds. */
  close(): Promise<void>;
}

const lineFeed = 10;
const carriageReturn = 13;

export function readBytes(chunks: AsyncIterable<Uint8Array>): ByteReader {
  const source = chunks[Symbol.asyncIterator]();
  let chunk: Uint8Array = new Uint8Array(0);

  async function nextChunk(): Promise<Uint8Array | undefined> {
    const next = await source.next().catch((error: unknown) => {
      throw unreadable(error);
    });
    return next.done === true ? undefined : next.value;
  }

  /** Whether there is anything in `chunk`, after getting more where there is not. */
  async function more(): Promise<boolean> {
    while (chunk.length === 0) {
      const next = await nextChunk();
      if (next === undefined) return false;
      chunk = next;
    }
    return true;
  }

  /** Calls `take` with up to `count` bytes, piece by piece. @returns how many there were */
  async function each(count: number, take: (piece: Uint8Array) => void): Promise<number> {
    let done = 0;
    while (done < count && (await more())) {
      const piece = chunk.subarray(0, count - done);
      take(piece);
      chunk = chunk.subarray(piece.length);
      done += piece.length;
    }
    return done;
  }

  async function line(limit: number): Promise<string | undefined> {
    const pieces: Uint8Array[] = [];
    let length = 0;
    while (await more()) {
      const end = chunk.indexOf(lineFeed);
      const piece = end < 0 ? chunk : chunk.subarray(0, end);
      pieces.push(piece);
      length += piece.length;
      if (length > limit) throw new PithError("unreadable", `a line has more than ${limit} bytes`);
      chunk = chunk.subarray(piece.length + (end < 0 ? 0 : 1));
      if (end >= 0) return textOf(Buffer.concat(pieces));
    }
    return length > 0 ? textOf(Buffer.concat(pieces)) : undefined;
  }

  async function peek(count: number): Promise<Uint8Array> {
    const pieces = [chunk];
    for (let length = chunk.length; length < count; ) {
      const next = await nextChunk();
      if (next === undefined) break;
      pieces.push(next);
      length += next.length;
    }
    if (pieces.length > 1) chunk = Buffer.concat(pieces);
    return chunk.subarray(0, count);
  }

  async function bytes(count: number): Promise<Uint8Array> {
    const pieces: Uint8Array[] = [];
    await each(count, (piece) => pieces.push(piece));
    return Buffer.concat(pieces);
  }

  async function close(): Promise<void> {
    await source.return?.();
  }

  return { line, peek, bytes, skip: (count) => each(count, () => {}), close };
}

function textOf(line: Buffer): string {
  return (line.at(-1) === carriageReturn ? line.subarray(0, -1) : line).toString("latin1");
}

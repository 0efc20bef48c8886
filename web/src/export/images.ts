import type { ByteSource, PicturedExportOptions } from "./options.js";

/** An image that is what its type says. */
export interface Picture {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export type Pictures = ReadonlyMap<string, Picture>;

const atATime = 4;
/** Milliseconds to wait for one image. */
const patience = 20_000;
/** What a file takes in. */
export const pictureTypes: ReadonlySet<string> = new Set(["image/png", "image/jpeg", "image/gif", "image/webp", "image/avif"]);
/** Bytes of one image, and of all: what is larger is a mistake, or an attack on the memory of whoever saves. */
export const largestPicture = 32 << 20;
const largestSum = 256 << 20;

/**
 * Fetches images. What is no raster image by its own first bytes, whatever its server says, is not among the result: an SVG may hold scripts.
 * @param addresses absolute, of `http`, `https` or `data:`; each is asked for once
 */
export async function gatherPictures(addresses: Iterable<string>, { fetchImage, onProgress }: PicturedExportOptions): Promise<Pictures> {
  const wanted = [...new Set(addresses)];
  const found = new Map<string, Picture>();
  let next = 0;
  let done = 0;
  let sum = 0;
  async function work(): Promise<void> {
    for (let address = wanted[next++]; address !== undefined; address = wanted[next++]) {
      const picture = await pictureAt(address, fetchImage).catch(() => undefined);
      if (picture !== undefined && sum + picture.bytes.length <= largestSum) {
        sum += picture.bytes.length;
        found.set(address, picture);
      }
      onProgress?.(++done, wanted.length);
    }
  }
  await Promise.all(Array.from({ length: atATime }, work));
  return found;
}

async function pictureAt(address: string, fetchImage: PicturedExportOptions["fetchImage"]): Promise<Picture | undefined> {
  const bytes = address.startsWith("data:") ? bytesOfDataUrl(address) : fetchImage && (await inTime(read(fetchImage(address))));
  const type = bytes && bytes.length <= largestPicture ? typeOf(bytes) : undefined;
  return bytes && type ? { type, bytes } : undefined;
}

async function read(source: Promise<ByteSource>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await source).arrayBuffer());
}

async function inTime<Value>(promise: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new Error("it took too long")), patience)));
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

function bytesOfDataUrl(address: string): Uint8Array<ArrayBuffer> | undefined {
  const [, parameters, data] = /^data:([^,]*),([\s\S]*)$/.exec(address) ?? [];
  if (data === undefined || !/;\s*base64$/i.test(parameters ?? "")) return undefined; // raster images are never written otherwise
  return Uint8Array.from(atob(decodeURIComponent(data)), (character) => character.charCodeAt(0));
}

const latin = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));

/** The media type by the bytes that files of it begin with; undefined for whatever else. */
export function typeOf(bytes: Uint8Array): string | undefined {
  if (latin(bytes, 0, 8) === "\x89PNG\r\n\x1a\n") return "image/png";
  if (latin(bytes, 0, 3) === "\xff\xd8\xff") return "image/jpeg";
  if (/^GIF8[79]a$/.test(latin(bytes, 0, 6))) return "image/gif";
  if (latin(bytes, 0, 4) === "RIFF" && latin(bytes, 8, 12) === "WEBP") return "image/webp";
  if (/^ftypavi[fs]$/.test(latin(bytes, 4, 12))) return "image/avif";
  return undefined;
}

/** An image as an address that holds it. */
export function dataUrlOf({ type, bytes }: Picture): string {
  let binary = "";
  const some = 0x8000; // as many arguments as every engine takes
  for (let at = 0; at < bytes.length; at += some) binary += String.fromCharCode(...bytes.subarray(at, at + some));
  return `data:${type};base64,${btoa(binary)}`;
}

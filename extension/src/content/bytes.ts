// In Firefox the bytes that a Blob gives out belong to the page, and a content script may not look into them. These are its own.

export async function bytesOf(blob: Blob): Promise<Uint8Array<ArrayBuffer>> {
  const address = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error ?? new Error("the bytes can't be read"));
    reader.readAsDataURL(blob);
  });
  return fromBase64(address.slice(address.indexOf(",") + 1));
}

export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

/** A Blob whose bytes can be looked into wherever it goes. */
export function blobOf(bytes: Uint8Array<ArrayBuffer>, type: string): Blob {
  return Object.defineProperty(new Blob([bytes], { type }), "arrayBuffer", { value: () => Promise.resolve(bytes.buffer) });
}

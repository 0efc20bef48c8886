// The build puts the module's bytes in: packed as raw LZMA1, then in base 64.
declare module "*/build/wasm/pith_core.wasm" {
  export const base64: string;
  /** Bytes of the unpacked module. */
  export const size: number;
}

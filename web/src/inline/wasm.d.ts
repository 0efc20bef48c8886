// The build puts the module's bytes in, in base 64.
declare module "*/build/wasm/pith_core.wasm" {
  const base64: string;
  export default base64;
}

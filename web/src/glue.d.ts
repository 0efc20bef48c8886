// The module that the wasm build makes, typed by the interface it is held to, so that types check before it is built.
declare module "*/build/wasm/pith_core.mjs" {
  const createPithModule: typeof import("../../wasm/embind.js").default;
  export default createPithModule;
}

import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Loads TypeScript modules, by their paths from the root, as one module with all exports. */
export async function load(...paths) {
  const contents = paths.map((path) => `export * from "./${path}";`).join("\n");
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, loader: "ts" },
    bundle: true,
    external: ["node:*"],
    format: "esm",
    write: false,
    ignoreAnnotations: true, // package.json says of all modules that they do nothing by themselves, which is not so of entries
    logLevel: "warning",
    loader: { ".css": "text" },
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}

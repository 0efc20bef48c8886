// The core's options of a measured call: those that the native command has with `--format json --explain`.

const kNoLimits = { bytes: 0, depth: 0, nodes: 0, attributes: 0, outputBytes: 0, work: 0 };

export const coreOptions = ({ url = "https://pier.example/gulls", plain = false, charset = "", limits = {} } = {}) => ({
  url, charset, plain, explain: true, frontMatter: false, html: true, markdown: true, text: true, tree: false, limits: { ...kNoLimits, ...limits },
});

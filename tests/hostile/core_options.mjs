// The core's options of a measured call: those that the native command has with `--format json --explain`.

const kNoLimits = { bytes: 0, depth: 0, nodes: 0, attributes: 0, outputBytes: 0, work: 0 };

export const coreOptions = ({ url = "https://pier.example/gulls", plain = false, charset = "", limits = {}, textsApart = false } = {}) => ({
  url, charset, plain, pageType: "", keep: "", remove: "", root: "", keepClasses: "", mode: 0, ranges: 0, snapshot: false, textsApart, explain: true, frontMatter: false,
  html: true, markdown: true, text: true, tree: false, links: true, images: true, tables: true, comments: false, limits: { ...kNoLimits, ...limits },
});

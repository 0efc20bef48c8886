// Two pieces of HTML compared node by node, the way Readability.js compares its pages with what it expects of them.

/** One node of a walk in the order of the page: what must be equal, and how to show it. */
function describe(node, mode) {
  if (node.nodeType === 3) {
    const text = node.data.replace(/\s+/gu, " ").trim();
    return { key: `#${text}`, shown: `"${text.length > 60 ? `${text.slice(0, 59)}…` : text}"` };
  }
  const classes = node.getAttribute("class");
  const shown = `<${node.localName}${node.id ? `#${node.id}` : ""}${classes ? `.(${classes})` : ""}>`;
  const attributes = [...node.attributes].filter(({ name }) => /^[a-z_][\w.-]*$/iu.test(name));
  if (mode === "upstream") return { key: `${shown}${attributes.length}`, shown };
  const values = attributes.map(({ name, value }) => `${name}=${value}`).sort();
  return { key: `${shown}${values.join(" ")}`, shown: values.length > 0 ? `${shown} ${values.join(" ")}` : shown };
}

/** Elements and the texts that are not empty, below a root. Not by recursion: pages decide how deep they are. */
export function nodesOf(root, mode) {
  const found = [];
  for (let node = root.firstChild; node !== null && node !== root; ) {
    if (node.nodeType === 1 || (node.nodeType === 3 && node.data.trim() !== "")) found.push(describe(node, mode));
    let next = node.firstChild;
    for (let from = node; next === null && from !== root; from = from.parentNode) next = from.parentNode === root && from.nextSibling === null ? root : from.nextSibling;
    node = next;
  }
  return found;
}

/** How many nodes the two sequences have in common, in this order: the length of their longest common subsequence. */
function countCommon(left, right) {
  let before = new Uint32Array(right.length + 1);
  let now = new Uint32Array(right.length + 1);
  for (const { key } of left) {
    for (let i = 0; i < right.length; i++) now[i + 1] = key === right[i].key ? before[i] + 1 : Math.max(before[i + 1], now[i]);
    [before, now] = [now, before];
  }
  return before[right.length];
}

/**
 * Compares the trees below two elements.
 * @param {"upstream" | "strict"} mode `upstream`: names, ids, classes, texts and how many attributes there are, as
 *   Readability.js's tests do; `strict`: the values of the attributes too
 * @returns {{equal: boolean, similarity: number, difference?: {found: string, wanted: string}}} the share of nodes that
 *   both have in the same order, and the first place where they part
 */
export function compareTrees(found, wanted, mode) {
  const left = nodesOf(found, mode);
  const right = nodesOf(wanted, mode);
  const at = left.findIndex((node, index) => node.key !== right[index]?.key);
  const equal = at === -1 && left.length === right.length;
  if (equal) return { equal, similarity: 1 };
  const place = at === -1 ? left.length : at;
  const similarity = (2 * countCommon(left, right)) / (left.length + right.length);
  return { equal, similarity, difference: { found: left[place]?.shown ?? "nothing", wanted: right[place]?.shown ?? "nothing" } };
}

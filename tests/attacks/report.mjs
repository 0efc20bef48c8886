/** An attack in one line. */
export const describeVector = ({ id, kind, markup, plain, head = "" }) => `${id} (${kind}) ${JSON.stringify(markup ?? plain).slice(0, 300)} ${head}`;

/** The first of many problems, and how many there are. */
export const summary = (problems) => `${problems.length} in all:\n${problems.slice(0, 12).join("\n")}`;

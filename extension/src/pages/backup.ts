import { element } from "../../../web/src/reader/element.js";
import { message } from "../browser/runtime.js";
import { readBackup, restoreBackup, takeBackup, writeBackup, type Backup, type BackupProblem } from "../store/backup.js";
import { StoreFullError } from "../store/write.js";
import { saveText } from "./files.js";
import { find } from "./words.js";

/** Of what is wrong in a file; a file of another program would be wrong throughout. */
const mostProblems = 8;

export function listenToBackup(): void {
  const file = find<HTMLInputElement>("#file");
  find("#export").addEventListener("click", () => {
    const day = new Date().toISOString().slice(0, 10);
    void takeBackup().then((backup) => saveText(`pith-${day}.json`, "application/json", writeBackup(backup)));
  });
  find("#import").addEventListener("click", () => file.click());
  file.addEventListener("change", () => {
    const [chosen] = file.files ?? [];
    if (chosen) void chosen.text().then(bringBack);
    file.value = ""; // the same file may be chosen again
  });
}

async function bringBack(text: string): Promise<void> {
  const read = readBackup(text);
  if ("problems" in read) return answer(message("importFailed"), problemList(read.problems));
  try {
    await restoreBackup(read.backup);
    answer(message("imported", ...countsOf(read.backup)));
  } catch (error) {
    console.error(error);
    answer(message(error instanceof StoreFullError ? "importFull" : "brokenTitle"));
  }
}

function countsOf({ sites, rules, highlights }: Backup): string[] {
  const sum = (lists: Iterable<readonly unknown[]>): number => [...lists].reduce((all, list) => all + list.length, 0);
  return [sites.length, sum(rules.values()), sum([...highlights.values()].map(({ marks }) => marks))].map(String);
}

function problemList(problems: readonly BackupProblem[]): HTMLElement {
  const lines = problems.slice(0, mostProblems).map(({ where, what }) => {
    const place = where === "" ? [] : [element(document, "code", { dir: "ltr" }, where), ": "];
    return element(document, "li", {}, ...place, message(`problem_${what}`));
  });
  const more = problems.length - mostProblems;
  if (more > 0) lines.push(element(document, "li", {}, message("problem_more", String(more))));
  return element(document, "ul", {}, ...lines);
}

function answer(...content: readonly (Node | string)[]): void {
  find('[data-of="backup"]').replaceChildren(...content);
}

import { element } from "../../../web/src/reader/element.js";
import { message } from "../browser/runtime.js";
import { allRules, removeRule } from "../store/rules.js";
import { button, row, showList } from "./rows.js";
import { find } from "./words.js";

export async function showRules(): Promise<void> {
  const sites = [...(await allRules())].sort(([one], [other]) => one.localeCompare(other));
  const parts = sites.map(([site, rules]) => {
    const rows = rules.map((rule) => {
      const verdict = element(document, "span", { class: "verdict" }, message(rule.verdict === "keep" ? "keep" : "removeRule"));
      return row(rule.selector, [verdict, element(document, "code", { dir: "ltr" }, rule.selector)], button("remove", () => void removeRule(site, rule)));
    });
    return element(document, "div", {}, element(document, "h3", {}, site), element(document, "ul", { class: "rows" }, ...rows));
  });
  showList(find("#rules .list"), parts, find("#rules .none"));
}

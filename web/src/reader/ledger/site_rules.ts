import { element } from "../element.js";
import type { RuleStore, SiteRule } from "../host.js";
import type { ReaderView } from "../view.js";
import type { Entry, Ledger } from "./ledger.js";
import css from "./site_rules.css" with { type: "text" };

/** Makes rules of entries, where the place keeps rules: "always keep" what Pith left out, "always remove" what the reader did. */
export function siteRules(reader: ReaderView, ledger: Ledger): void {
  const { page, phrases, host, say } = reader;
  const { rules } = host;
  if (rules === undefined) return;
  const store: RuleStore = rules;
  reader.addStyle(css);
  const list = element(page, "ul", { class: "rules" });
  const section = element(page, "section", { class: "site-rules" }, element(page, "h3", {}, phrases.text("siteRules")), list);
  section.hidden = true;
  ledger.foot.append(section);

  async function refresh(): Promise<void> {
    const known = (await store.list()).filter(isRule);
    list.replaceChildren(...known.map(row));
    section.hidden = known.length === 0;
  }

  function row(rule: SiteRule): HTMLElement {
    const remove = element(page, "button", { type: "button" }, phrases.text("removeRule"));
    remove.addEventListener("click", () => change(() => store.remove(rule), phrases.text("ruleRemoved")));
    return element(page, "li", {}, element(page, "b", {}, phrases.text(rule.verdict === "keep" ? "ruleKeep" : "ruleRemove")), " ", element(page, "code", {}, rule.selector), remove);
  }

  function change(act: () => Promise<void>, done: string, undo?: () => void): void {
    act()
      .then(refresh)
      .then(
        () => say(done, undo && { name: phrases.text("undo"), action: undo }),
        () => say(phrases.text("ruleFailed")),
      );
  }

  function offer(entry: Entry): void {
    const { element: number, by } = entry;
    if (number === undefined) return;
    const verdict = by === "pith" ? "keep" : "remove";
    const button = element(page, "button", { type: "button" }, phrases.text(verdict === "keep" ? "alwaysKeep" : "alwaysRemove"));
    button.addEventListener("click", () => {
      const selector = store.suggest(number);
      if (selector === null) return say(phrases.text("noRule"));
      const rule = { verdict, selector } as const;
      let before: SiteRule | undefined; // what was said of this selector is not said any more
      const add = async (): Promise<void> => {
        before = (await store.list()).filter(isRule).find((known) => known.selector === selector);
        await store.add(rule);
      };
      const undo = async (): Promise<void> => {
        await store.remove(rule);
        if (before) await store.add(before);
      };
      change(add, phrases.text("ruleAdded"), () => change(undo, phrases.text("ruleRemoved")));
    });
    entry.actions.append(button);
  }

  ledger.onEntry(offer);
  ledger.onOpen(() => void refresh().catch(() => {})); // rules that cannot be read cannot be listed
}

function isRule(rule: SiteRule): boolean {
  return (rule?.verdict === "keep" || rule?.verdict === "remove") && typeof rule.selector === "string";
}

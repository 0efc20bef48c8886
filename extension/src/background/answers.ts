import { PithError } from "../../../web/src/errors.js";
import type { SiteRule } from "../../../web/src/reader/host.js";
import type { Article } from "../../../web/src/types.js";
import type { MessageSource } from "../browser/runtime.js";
import { readRequest, type FailureReason, type Request, type SentAnswer } from "../messages.js";
import { filesSite, pageAddress, siteOf } from "../site.js";
import { changeMarks, marksOf } from "../store/marks.js";
import { addRule, removeRule, rulesOf } from "../store/rules.js";
import { changeSettings, loadSettings } from "../store/settings.js";
import { alwaysOpened } from "../store/sites.js";
import { inTurn, StoreFullError } from "../store/write.js";
import { asMarkdown, extractPage, forReader, isUnderstood } from "./core.js";
import { loadFont } from "./files.js";
import { fetchImage } from "./images.js";
import { explainRefusal } from "./opening.js";
import { openOptions } from "./pages.js";
import { phrasesInUse } from "./phrases.js";
import { pageArrived, setAlways } from "./watching.js";

/** What names pages and sites in the store: not for private windows. */
const traces: readonly Request["type"][] = ["add-rule", "remove-rule", "load-marks", "change-marks", "always"];

/** Answers a content script. What it says is checked; whose rules and highlights it gets, the browser says. */
export async function answer(value: unknown, source: MessageSource): Promise<SentAnswer> {
  const request = readRequest(value);
  if (request === null) return failed("bad-message");
  if (source.isPrivate && traces.includes(request.type)) return failed("refused");
  try {
    return (await answerRequest(request, source)) ?? { type: "value", value: null };
  } catch (error) {
    console.error(error);
    return failed(reasonOf(error));
  }
}

async function answerRequest(request: Request, { tab, url, isPrivate }: MessageSource): Promise<SentAnswer | void> {
  const site = siteOf(url);
  switch (request.type) {
    case "extract":
      return extract(request, site, isPrivate);
    case "markdown":
      return { type: "value", value: markdownIn((await extractPage(request, await rulesFor(site), asMarkdown)).article) };
    case "arrived":
      return tab === null ? undefined : pageArrived(tab, request, site);
    case "unreadable":
      return tab === null ? undefined : explainRefusal(tab);
    case "load-settings":
      return { type: "value", value: await inTurn(loadSettings) };
    case "change-settings":
      return inTurn(() => changeSettings(request.changed));
    case "list-rules":
      return { type: "value", value: site === null ? [] : await rulesOf(site) };
    case "add-rule":
      if (site === null) return failed("refused");
      return (await isUnderstood(request.rule)) ? addRule(site, request.rule) : failed("bad-rule");
    case "remove-rule":
      return site === null ? undefined : removeRule(site, request.rule);
    case "load-marks":
      return { type: "value", value: await marksOf(pageAddress(url, request.canonical)) };
    case "change-marks":
      return changeMarks(pageAddress(url, request.canonical), request.title, request);
    case "fetch-image":
      return fetchImage(request.url);
    case "load-font":
      return loadFont(request.file);
    case "always":
      return site === null || !(await setAlways(site, request.on)) ? failed("refused") : undefined;
    case "open-settings":
      return openOptions();
  }
}

async function extract(request: Extract<Request, { type: "extract" }>, site: string | null, isPrivate: boolean): Promise<SentAnswer> {
  const extracted = rulesFor(site).then((rules) => extractPage(request, rules, forReader));
  const [extraction, settings, phrases, always] = await Promise.all([extracted, inTurn(loadSettings), phrasesInUse(), alwaysOpened()]);
  const canOpen = site !== null && site !== filesSite && !isPrivate;
  return { type: "article", ...extraction, settings, phrases, always: canOpen ? always.includes(site) : null, isPrivate };
}

async function rulesFor(site: string | null): Promise<readonly SiteRule[]> {
  return site === null ? [] : rulesOf(site);
}

function markdownIn(json: string): string | undefined {
  return (JSON.parse(json) as Article).markdown;
}

function failed(reason: FailureReason): SentAnswer {
  return { type: "failed", reason };
}

function reasonOf(error: unknown): FailureReason {
  if (error instanceof StoreFullError) return "full";
  return error instanceof PithError && error.code === "input-too-large" ? "too-large" : "broken";
}

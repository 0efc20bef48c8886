import type { Article } from "../../../web/src/types.js";
import { isConnected, sendMessage } from "../browser/runtime.js";
import { readAnswer, type Answer, type ArticleAnswer, type FailureReason, type Request } from "../messages.js";
import { fromBase64 } from "./bytes.js";
import { capture, type Capture } from "./capture.js";
import type { Notice } from "./notice.js";

/** An article with what it was made of. */
export interface Extracted extends ArticleAnswer, Capture {
  /** Where the page was when it was read. */
  readonly address: string;
}

/** The background did not do what it was asked. */
export class RequestError extends Error {
  constructor(readonly reason: FailureReason) {
    super(`the extension did not do it: ${reason}`);
  }
}

/** How often is looked whether somebody is left to answer, in ms. */
const patience = 1000;

/** Asks the background; rejects with a RequestError where it does not do it. */
export async function ask(request: Request): Promise<Exclude<Answer, { type: "failed" }>> {
  const answer = readAnswer(await whileConnected(sendMessage(request)));
  if (answer === null || answer.type === "failed") throw new RequestError(answer?.reason ?? "broken");
  return answer;
}

/** An update of the extension leaves without an answer what was asked at that moment: then it is rejected. */
function whileConnected<Value>(asked: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const look = setInterval(() => {
      if (isConnected()) return;
      clearInterval(look);
      reject(new Error("the extension was updated meanwhile"));
    }, patience);
    void asked.then(resolve, reject).finally(() => clearInterval(look));
  });
}

/** What the background has under some name, unchecked. */
export async function askForValue(request: Request): Promise<unknown> {
  const answer = await ask(request);
  return answer.type === "value" ? answer.value : undefined;
}

/** A file that the background gets. */
export async function askForFile(request: Request): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly mime: string }> {
  const answer = await ask(request);
  if (answer.type !== "file") throw new Error("no file");
  return { bytes: fromBase64(answer.base64), mime: answer.mime };
}

/** The article of the page as it is now, or why there is none. */
export async function requestArticle(part?: Element): Promise<Extracted | Notice> {
  try {
    const captured = capture(document, part);
    const address = document.location.href;
    const answer = await ask({ type: "extract", page: captured.page, kind: captured.kind, url: address });
    if (answer.type !== "article") return "broken";
    return hasContent(answer.article) ? { ...answer, ...captured, address } : "empty";
  } catch (error) {
    console.error(error);
    if (error instanceof RequestError) return error.reason === "too-large" ? "tooLarge" : "broken";
    // Past a size of their own choosing browsers refuse to pass a message on.
    return /length|size|large/i.test(String(error)) ? "tooLarge" : "broken";
  }
}

function hasContent({ warnings }: Article): boolean {
  return !warnings.includes("no-content");
}

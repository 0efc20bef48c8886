import { own } from "../../own.js";
import type { ReaderView } from "../view.js";

const icon = "M7 8V4h10v4M7 17H5a1 1 0 01-1-1v-6a2 2 0 012-2h12a2 2 0 012 2v6a1 1 0 01-1 1h-2M7 14h10v6H7z";

export function print({ toolbar, element, phrases }: ReaderView): void {
  toolbar.addButton(phrases.text("print"), icon, () => own(element.ownerDocument, "defaultView")?.print());
}

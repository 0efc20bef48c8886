import { fileAddress, onInstalled } from "../browser/runtime.js";
import { openTab } from "../browser/tabs.js";

/** @param place a fragment such as `"#rules"` */
export async function openOptions(place = ""): Promise<void> {
  await openTab(fileAddress(`options.html${place}`));
}

/** The first page, once. */
export function welcome(): void {
  onInstalled((reason) => {
    if (reason === "install") void openTab(fileAddress("welcome.html"));
  });
}

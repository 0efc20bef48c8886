// The installer page's own script: says which bookmarklet this browser can keep, and runs each on a sample in a frame.

const firefoxLimit = 65_536; // characters of a bookmark's address
const patience = 20_000; // milliseconds

const sample = `<!doctype html><html lang="en"><title>Bees in a belfry</title><nav><a href="#">Front page</a> <a href="#">Letters</a></nav>
<article><h1>Bees in a belfry</h1>
<p>The first swarm came in through the louvres on a Sunday in May, during the second hymn, and the ringers, who are practical people, went on ringing until the last verse was over.</p>
<p>By August there were forty kilograms of honey above the clock, and the clock, which had been slow for as long as anyone could remember, kept perfect time.</p>
<p>The vicar has asked the diocese whether bees are a fixture. The diocese has asked for a form, and the bees, so far, have not filled it in.</p></article>
<footer>All rights reserved</footer></html>`;

/** Runs a bookmarklet on the sample, as a click on it would. @returns milliseconds until the view stood there; rejects with why it did not */
async function check(url: string): Promise<number> {
  const frame = document.createElement("iframe");
  frame.srcdoc = sample;
  frame.title = "Self-check";
  frame.tabIndex = -1;
  frame.className = "check";
  const loaded = new Promise((resolve) => (frame.onload = resolve));
  document.body.append(frame);
  try {
    await loaded;
    const start = performance.now();
    frame.src = url; // the frame's page stays: a script that gives no value navigates nowhere
    frame.removeAttribute("srcdoc");
    while (performance.now() - start < patience) {
      const box = frame.contentDocument?.querySelector("pith-reader");
      if (box?.getAttribute("role") === "alert") throw new Error(box.textContent ?? "");
      if (box) return performance.now() - start;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error("it did not open in time");
  } finally {
    frame.remove();
  }
}

async function main(): Promise<void> {
  const inFirefox = /\bFirefox\//.test(navigator.userAgent);
  for (const choice of document.querySelectorAll<HTMLElement>("[data-choice]")) {
    const link = choice.querySelector<HTMLAnchorElement>("a.bookmarklet");
    const verdict = choice.querySelector<HTMLElement>(".verdict");
    if (!link || !verdict) continue;
    const tooLong = inFirefox && link.href.length > firefoxLimit;
    choice.classList.toggle("refused", tooLong);
    verdict.textContent = "Trying it in this browser …";
    try {
      const took = await check(link.href);
      verdict.textContent = `${tooLong ? "It runs here, but Firefox keeps no bookmark this long: take the first one." : "Works in this browser."} It read a sample page in ${Math.round(took)} ms.`;
      verdict.dataset.works = String(!tooLong);
    } catch (error) {
      verdict.textContent = `Does not work in this browser: ${(error as Error).message}`;
      verdict.dataset.works = "false";
    }
  }
}

void main();

// The reader view in real browsers.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { launchChromium, launchFirefox, setMedium } from "../support/browsers.mjs";
import { bundleHarness, openHarness } from "./harness.mjs";
import { sampleArticle } from "./sample_article.mjs";
import { serve } from "./serve.mjs";

const strictPolicy = "default-src 'none'; img-src data:; require-trusted-types-for 'script'; trusted-types 'none'";
/** Styles that would wreck the view if they reached it. */
const rudeStyles = "* { color: red !important; font-size: 3px !important; display: none !important } html, body, head { display: block !important }";

const answers = {
  "/plain": { body: "<!doctype html><title>Page</title><body style='margin:0'><button id=b>b</button><div style='height:5000px'>tall</div>" },
  "/wide": { body: "<!doctype html><title>Page</title><meta name=viewport content='width=device-width'><body><div style='width:800px;height:5000px'>wide</div>" },
  "/narrow": { body: "<!doctype html><title>Page</title><meta name=viewport content='width=device-width'><body><div style='height:5000px'>tall</div>" },
  "/rude": { body: `<!doctype html><title>Page</title><style>${rudeStyles}</style><body>` },
  "/strict": { body: "<!doctype html><title>Page</title><body>", headers: { "content-security-policy": strictPolicy } },
};

const launches = {
  chromium: () => launchChromium(),
  firefox: () => launchFirefox({ privileged: true, preferences: { "ui.prefersReducedMotion": 1, "layout.css.prefers-color-scheme.content-override": 0 } }),
};

for (const [name, launch] of Object.entries(launches)) {
  describe(`reader view in ${name}`, () => {
    let browser, server, script, page;

    before(async () => {
      [browser, server, script] = await Promise.all([launch(), serve((path) => answers[path]), bundleHarness()]);
      page = await browser.browser.newPage();
      if (name === "chromium") {
        await page.emulateMediaFeatures([
          { name: "prefers-color-scheme", value: "dark" },
          { name: "prefers-reduced-motion", value: "reduce" },
        ]);
      }
    });
    after(() => Promise.all([browser?.close(), server?.close()]));

    const show = (article = sampleArticle, options = {}, path = "/plain") =>
      openHarness(page, server.url + path, script, article, options);
    const texts = (selector) => page.evaluate((chosen) => shown.$$(chosen).map((each) => each.textContent), selector);
    const style = (selector, property) =>
      page.evaluate((chosen, wanted) => getComputedStyle(chosen ? shown.$(chosen) : shown.view)[wanted], selector, property);
    const click = (selector) => page.evaluate((chosen) => shown.$(chosen).click(), selector);
    const calls = () => page.evaluate(() => shown.calls);
    const focused = () => page.evaluate(() => {
      const element = shown.view.getRootNode().activeElement;
      return element?.getAttribute("aria-label") ?? element?.textContent ?? null;
    });

    it("heads the article with site, title, author, date and reading time, and leaves the tree's own header out", async () => {
      await show();
      assert.deepEqual(await texts(".site"), ["The Harbour Review"]);
      assert.deepEqual(await texts("h1"), [sampleArticle.title]);
      const facts = await texts(".facts > :not(.dot)");
      assert.equal(facts[0], "Maud Ellery");
      assert.match(facts[1], /14.*2026|2026.*14/);
      assert.equal(facts[2], "7 min read"); // as the article says, not by the view's own reckoning
      assert.equal(await page.evaluate(() => shown.$(".text").lang), "en");
    });

    it("shows every block of the tree with its text", async () => {
      await show();
      const blocks = await page.evaluate(() => shown.$$("[data-pith-block]").map((each) => Number(each.dataset.pithBlock)));
      assert.deepEqual(blocks, Array.from({ length: 17 }, (_, block) => block));
      assert.match((await texts(".body pre")).join(), /grep ' dusk ' 1957\.txt/);
      assert.equal(await page.evaluate(() => shown.$(".body img").naturalWidth > 0), true);
    });

    it("says so when a page has no article", async () => {
      await show({ ...sampleArticle, title: "", tree: ["article", {}], removed: [], confidence: 0, warnings: ["no-content"] });
      assert.deepEqual(await texts("h1"), ["Untitled page"]);
      assert.deepEqual(await texts(".unsure"), ["No article was found on this page."]);
      assert.deepEqual(await texts(".hidden"), []);
    });

    it("follows the system's dark scheme unless a theme is chosen, and keeps what is chosen", async () => {
      await show();
      assert.equal(await style("", "backgroundColor"), "rgb(27, 27, 28)");
      for (const [theme, colour] of [["light", "rgb(253, 252, 249)"], ["sepia", "rgb(246, 237, 219)"], ["dark", "rgb(27, 27, 28)"]]) {
        await click(`input[value=${theme}]`);
        assert.equal(await style("", "backgroundColor"), colour, theme);
      }
      assert.deepEqual((await calls()).saved.map(({ theme }) => theme), ["light", "sepia", "dark"]);
    });

    it("changes text size, column width and font", async () => {
      await show();
      const widthBefore = parseFloat(await style(".text", "maxWidth"));
      await page.evaluate(() => {
        for (const [name, value] of [["p-size", 28], ["p-width", 26]]) {
          const input = shown.$(`input[name=${name}]`);
          input.value = value;
          input.dispatchEvent(new Event("input", { bubbles: true }));
        }
      });
      await click("input[value=mono]");
      assert.equal(await style(".body p", "fontSize"), "28px");
      assert.equal(parseFloat(await style(".text", "maxWidth")), 28 * 26 + 48);
      assert.notEqual(widthBefore, 28 * 26 + 48);
      assert.match(await style(".body p", "fontFamily"), /mono/i);
      const { theme, size, width, font } = (await calls()).saved.at(-1);
      assert.deepEqual({ theme, size, width, font }, { theme: "auto", size: 28, width: 26, font: "mono" });
    });

    it("shows stored settings, and defaults in place of those that make no sense", async () => {
      await show(sampleArticle, { settings: { theme: "sepia", size: 9000, width: "wide", font: "wingdings" } });
      assert.equal(await style("", "backgroundColor"), "rgb(246, 237, 219)");
      assert.equal(await style(".body p", "fontSize"), "48px");
      assert.equal(await page.evaluate(() => shown.$("input[value=sepia]").checked && shown.$("input[value=serif]").checked), true);
    });

    it("works where settings can be neither read nor kept", async () => {
      await show(sampleArticle, { refuse: true });
      await click("input[value=light]");
      assert.equal(await style("", "backgroundColor"), "rgb(253, 252, 249)");
    });

    it("tells how many blocks are hidden, without headline and author, which it shows", async () => {
      await show();
      assert.deepEqual(await texts(".hidden"), ["6 blocks hidden", "6 blocks hidden"]);
      assert.equal(await style(".panel[aria-label^='Left']", "display"), "none");
      await click(".hidden");
      assert.equal(await style(".panel[aria-label^='Left']", "display"), "block");
      assert.deepEqual(await texts(".ledger b"), ["Navigation", "Newsletter", "Other stories", "Does not read like the article", "Comments", "Copyright notice"]);
    });

    it("shows a hidden block between the blocks that it stood between, marked as restored, and hides it again", async () => {
      await show();
      await click(".hidden");
      await click(".ledger li:nth-child(2) button");
      const [restored] = await texts(".restored");
      assert.match(restored, /^Left out · Newsletter.*Tides in your inbox/);
      const around = await page.evaluate(() => {
        const element = shown.$(".restored");
        const { top } = element.getBoundingClientRect();
        const block = (each) => (each.querySelector("[data-pith-block]") ?? each).dataset.pithBlock;
        return [block(element.previousElementSibling), block(element.nextElementSibling), top >= 0 && top < innerHeight];
      });
      assert.deepEqual(around, ["1", "2", true]);
      assert.notEqual(await style(".restored", "borderTopStyle"), "none");
      assert.deepEqual(await texts(".ledger li:nth-child(2) button:first-child"), ["Hide again"]);
      await click(".ledger li:nth-child(2) button");
      assert.deepEqual(await texts(".restored"), []);
    });

    it("restores blocks in the page's order whatever the order of clicks, in lists as list items", async () => {
      for (const clicks of [[6, 5, 4, 3, 1], [1, 3, 5, 4, 6]]) {
        await show();
        await click(".hidden");
        for (const entry of clicks) await click(`.ledger li:nth-child(${entry}) button`);
        const order = await page.evaluate(() => shown.$$("[data-pith-block], .restored").map((each) => each.dataset.pithBlock ?? each.querySelector("b").textContent));
        assert.deepEqual(order, [
          "Left out · Navigation", ..."01234".split(""), "Left out · Other stories", "5", "6", "7",
          "Left out · Does not read like the article", "8", "9", "10", "11", "12", "13", "14", "15", "16",
          "Left out · Comments", "Left out · Copyright notice",
        ]);
      }
      assert.deepEqual(await page.evaluate(() => shown.$$(".restored").map((each) => each.localName)), ["div", "div", "li", "div", "div"]);
      assert.equal(await page.evaluate(() => shown.$(".restored[data-order='2']").nextElementSibling.localName), "blockquote");
    });

    it("lists neighbours that went for one reason as one entry", async () => {
      const menu = ["News", "Sea", "Opinion"].map((text) => ({ reason: "nav", text, before: 3, score: 0 }));
      await show({ ...sampleArticle, removed: menu });
      assert.deepEqual(await texts(".hidden"), ["3 blocks hidden", "3 blocks hidden"]);
      await click(".hidden");
      assert.deepEqual(await texts(".ledger .why + p"), ["News · Sea · Opinion"]);
      await click(".ledger button");
      assert.deepEqual(await texts(".restored p:not(.note)"), ["News", "Sea", "Opinion"]);
    });

    it("closes with Escape: an open panel first, with the focus back on its button, then the view", async () => {
      await show();
      assert.equal(await page.evaluate(() => shown.view.getRootNode().activeElement === shown.view), true);
      await click("button[aria-label=Appearance]");
      await page.keyboard.press("Tab"); // off the view, into the toolbar
      await page.evaluate(() => shown.$("input[value=auto]").focus());
      await page.keyboard.press("Escape");
      assert.equal(await style(".panel:has(.appearance)", "display"), "none");
      assert.equal(await focused(), "Appearance");
      assert.equal((await calls()).closed, 0);
      await page.keyboard.press("Escape");
      assert.equal((await calls()).closed, 1);
    });

    it("moves the focus into a panel that a key opens, and back to its button where the key closes it", async () => {
      await show();
      for (const [key, panel] of [["t", "Outline"], ["a", "Appearance"], ["l", "Left out of the article"], ["?", "Keyboard shortcuts"]]) {
        await page.keyboard.press(key);
        assert.equal(await page.evaluate(() => shown.view.getRootNode().activeElement.className.split(" ")[0]), "panel");
        assert.equal(await focused(), panel);
        await page.keyboard.press(key);
        assert.deepEqual([await focused(), await page.evaluate(() => shown.view.getRootNode().activeElement.localName)], [panel, "button"]);
      }
    });

    it("is reached with Tab from the toolbar on, with the focus to be seen", async () => {
      await show();
      const reached = [];
      for (let press = 0; press < 9; press++) {
        await page.keyboard.press("Tab");
        reached.push(await focused());
        const outline = await page.evaluate(() => getComputedStyle(shown.view.getRootNode().activeElement).outlineStyle);
        assert.equal(outline, "solid", `no outline on ${reached.at(-1)}`);
      }
      assert.deepEqual(reached, ["Close", "Outline", "Appearance", "Listen", "Keep", "Left out of the article", "Keyboard shortcuts", "The Harbour Review", "6 blocks hidden"]);
    });

    it("scrolls by keys at once, without a click", async () => {
      await show();
      for (const key of ["ArrowDown", "PageDown", " "]) {
        const before = await page.evaluate(() => shown.$(".scroll").scrollTop);
        await page.keyboard.press(key);
        await page.waitForFunction((top) => shown.$(".scroll").scrollTop > top, { timeout: 3000 }, before);
      }
    });

    it("changes the theme by arrow keys", async () => {
      await show();
      await click("button[aria-label=Appearance]");
      await page.evaluate(() => shown.$("input[value=auto]").focus());
      await page.keyboard.press("ArrowRight");
      assert.equal((await calls()).saved.at(-1).theme, "light");
    });

    it("leads from the outline to a heading, focus included", async () => {
      await show();
      await click("button[aria-label=Outline]");
      assert.deepEqual(await texts(".outline button"), ["A column for oil", "The numbers", "How to read them"]);
      await click(".outline li:nth-child(2) button");
      assert.equal(await focused(), "The numbers");
      const top = await page.evaluate(() => shown.$$("h2").find((each) => each.textContent === "The numbers").getBoundingClientRect().top);
      assert.ok(top >= 0 && top < 200, `the heading is at ${top}`);
    });

    it("follows links within the article there, without touching the page's address", async () => {
      await show(sampleArticle, { essential: true });
      await click("sup a");
      assert.match(await focused(), /^1\. About eleven minutes/);
      assert.equal(await page.evaluate(() => location.hash), "");
    });

    it("copies the article as Markdown, says so, and offers nothing where it cannot", async () => {
      await show(sampleArticle, { essential: true });
      await click("button[aria-label='Copy as Markdown']");
      assert.deepEqual((await calls()).copied, [sampleArticle.markdown]);
      assert.deepEqual(await texts(".status"), ["Copied as Markdown"]);
      await show(sampleArticle, { refuse: true, essential: true });
      await click("button[aria-label='Copy as Markdown']");
      assert.deepEqual(await texts(".status"), ["The browser did not allow copying"]);
      const { markdown: _, ...rest } = sampleArticle;
      await show(rest, { essential: true });
      assert.deepEqual(await texts("button[aria-label='Copy as Markdown']"), []);
      await page.evaluate((article) => globalThis.show({ ...article, markdown: undefined }, { essential: true }), rest);
      assert.deepEqual(await texts("button[aria-label='Copy as Markdown']"), []);
      assert.equal((await texts("button[aria-label=Print]")).length, 1);
    });

    it("has Markdown made only when it is to be copied, and says so where it cannot be made", async () => {
      await show(sampleArticle, { essential: true });
      const made = await page.evaluate((article) => {
        let asked = 0;
        globalThis.show({ ...article, markdown: undefined }, { essential: true, loadMarkdown: async () => { if (++asked > 1) throw new Error("too large"); return "# Made"; } });
        const before = asked;
        shown.$("button[aria-label='Copy as Markdown']").click();
        return [before, asked];
      }, sampleArticle);
      assert.deepEqual(made, [0, 1]);
      assert.deepEqual((await calls()).copied, ["# Made"]);
      await click("button[aria-label='Copy as Markdown']");
      assert.deepEqual(await texts(".status"), ["The browser did not allow copying"]);
    });

    it("lets nothing active through, should the tree ever carry it", async () => {
      const hostile = [
        "article", {},
        ["script", {}, "globalThis.ran = 'script'"],
        ["p", { onclick: "globalThis.ran = 'onclick'", style: "position: fixed", id: "toolbar", class: "bar", "data-order": "1" }, "text ", ["iframe", { src: "https://evil.example/" }, "in the frame"], ["form", { action: "https://evil.example/" }, "form text"]],
        ["a", { href: "javascript:globalThis.ran='href'" }, "one"],
        ["a", { href: " \tJaVa\nScript:globalThis.ran='href'" }, "two"],
        ["a", { href: "data:text/html,<script>1</script>", target: "_top", ping: "https://evil.example/" }, "three"],
        ["a", { href: "https://good.example/" }, "four"],
        ["img", { src: "x", onerror: "globalThis.ran = 'onerror'", srcset: "javascript:1 2x" }],
        ["img", { src: "data:text/html,x" }],
        ["video", { src: "javascript:1", autoplay: "" }],
        ["svg", {}, ["script", {}, "globalThis.ran = 'svg'"], ["style", {}, "* { display: none }"]],
        ["style", {}, "* { display: none }"],
        ["link", { rel: "stylesheet", href: "https://evil.example/" }],
        ["object", { data: "https://evil.example/" }],
        ["p", { class: "language-js restored" }, "kept"],
      ];
      await show({ ...sampleArticle, url: "javascript:globalThis.ran='url'", tree: hostile }, { essential: true }); // other features add attributes of their own
      await page.evaluate(() => shown.$$(".body *, .site *").forEach((each) => each.localName !== "a" && each.click?.()));
      const seen = await page.evaluate(() => ({
        ran: globalThis.ran,
        tags: [...new Set(shown.$$(".body *").map((each) => each.localName))].sort(),
        attributes: shown.$$(".body *").flatMap((each) => [...each.attributes].map(({ name, value }) => `${name}=${value}`)).sort(),
        text: shown.$(".body").textContent,
        siteLinks: shown.$$(".site a").length,
      }));
      assert.equal(seen.ran, undefined);
      assert.equal(seen.siteLinks, 0);
      assert.deepEqual(seen.tags, ["a", "img", "p"]);
      assert.deepEqual(seen.attributes, ["class=language-js", "href=https://good.example/", "id=a-toolbar", "loading=lazy", "loading=lazy", ...Array(4).fill("rel=noopener"), "src=x"]);
      assert.equal(seen.text, "text form textonetwothreefourkept");
    });

    it("shows formulas, callouts, check lists, posts and players as what they are", async () => {
      const tree = [
        "article", { lang: "en" },
        ["p", { "data-pith-block": "0", "data-pith-element": "9" }, "Where ", ["math", { onclick: "1", display: "block", href: "https://evil.example/" }, ["semantics", {}, ["msup", {}, ["mi", { mathvariant: "normal" }, "x"], ["mn", {}, "2"]], ["annotation", { encoding: "application/x-tex" }, "x^2"]]]],
        ["aside", { class: "callout warning bar" }, ["p", {}, "mind"]],
        ["ul", {}, ["li", { class: "task task-done" }, "☑ done"]],
        ["ol", { type: "a", start: "3" }, ["li", { value: "7" }, "seven"]],
        ["article", { class: "thread-post" }, ["header", {}, ["strong", {}, "marl"]], ["p", {}, "a post"]],
        ["p", { class: "embed" }, ["a", { href: "https://player.example/1" }, "a film"]],
      ];
      await show({ ...sampleArticle, tree, removed: [] });
      const seen = await page.evaluate(() => ({
        namespaces: shown.$$(".body math, .body math *").map((each) => each.namespaceURI.split("/").at(-1)),
        formula: [...shown.$(".body math").attributes].map(({ name }) => name),
        raised: shown.$(".body msup > mn").getBoundingClientRect().bottom < shown.$(".body msup > mi").getBoundingClientRect().bottom,
        classes: shown.$$(".body [class]").map((each) => each.className),
        element: shown.$(".body p").dataset.pithElement,
        list: [shown.$(".body ol").type, shown.$(".body ol li").value],
        author: shown.$(".body .thread-post header").textContent,
      }));
      assert.deepEqual(new Set(seen.namespaces), new Set(["MathML"]));
      assert.deepEqual(seen.formula, ["display"]);
      assert.equal(seen.raised, true);
      assert.deepEqual(seen.classes, ["callout warning", "task task-done", "thread-post", "embed"]);
      assert.equal(seen.element, "9");
      assert.deepEqual(seen.list, ["a", 7]);
      assert.equal(seen.author, "marl");
    });

    it("builds a tree of any depth", async () => {
      await show();
      const text = await page.evaluate((article) => {
        let tree = "deep";
        for (let depth = 0; depth < 100_000; depth++) tree = ["font", {}, tree];
        globalThis.show({ ...article, tree: ["article", {}, tree] });
        return shown.$(".body").textContent;
      }, sampleArticle);
      assert.equal(text, "deep");
    });

    it("looks the same on a page with a strict policy and Trusted Types", async () => {
      await show(sampleArticle, { settings: { theme: "sepia" } }, "/strict");
      assert.equal(await style("", "backgroundColor"), "rgb(246, 237, 219)");
      assert.equal(await style(".body p", "fontSize"), "20px");
      assert.equal(await page.evaluate(() => shown.$(".body img").naturalWidth > 0), true);
    });

    it("fills an element of the page, out of reach of the page's styles, and goes without a trace", async () => {
      await show(sampleArticle, { place: "element", settings: { theme: "light" } }, "/rude");
      assert.equal(await style(".body p", "fontSize"), "20px");
      assert.equal(await style(".body p", "color"), "rgb(34, 32, 29)");
      const left = await page.evaluate(() => {
        const { parentElement } = shown.reader.element;
        shown.reader.destroy();
        return parentElement.childNodes.length + document.adoptedStyleSheets.length;
      });
      assert.equal(left, 0);
    });

    it("moves at once where reduced motion is wanted", async () => {
      await show();
      assert.equal(await page.evaluate(() => matchMedia("(prefers-reduced-motion: reduce)").matches), true);
      assert.equal(await style(".scroll", "scrollBehavior"), "auto");
    });

    it("covers the page as a modal and gives it back: scroll position, focus, styles", async () => {
      await page.goto(`${server.url}/plain`);
      await page.evaluate(script);
      const before = await page.evaluate(() => (document.querySelector("#b").focus(), window.scrollTo(0, 700), document.documentElement.outerHTML));
      await page.evaluate((article) => globalThis.show(article, { place: "overlay" }), sampleArticle);
      const during = await page.evaluate(() => ({
        covers: document.elementFromPoint(innerWidth / 2, innerHeight / 2).localName,
        overflow: getComputedStyle(document.documentElement).overflowY,
        inner: shown.overlay.body.matches(":modal"),
      }));
      assert.deepEqual(during, { covers: "pith-reader", overflow: "hidden", inner: true });
      await page.keyboard.press("Escape");
      assert.equal((await calls()).closed, 1);
      const after = await page.evaluate(() => {
        shown.reader.destroy();
        shown.overlay.close();
        return {
          html: document.documentElement.outerHTML,
          scroll: window.scrollY,
          focus: document.activeElement.id,
          overflow: getComputedStyle(document.documentElement).overflowY,
          sheets: document.adoptedStyleSheets.length,
        };
      });
      assert.deepEqual(after, { html: before, scroll: 700, focus: "b", overflow: "visible", sheets: 0 });
    });

    it("leaves a page its scrolling that throws the overlay away", async () => {
      await show(sampleArticle, { place: "overlay" });
      const overflow = () => page.evaluate(() => getComputedStyle(document.documentElement).overflowY);
      assert.equal(await overflow(), "hidden");
      await page.evaluate(() => document.querySelector("pith-reader").remove());
      assert.equal(await overflow(), "visible");
    });

    it("is as wide as the screen of a phone over pages that are wider, and leaves them as wide as they were", { skip: name === "firefox" && "it has the layout of desks only" }, async () => {
      const phone = await browser.browser.newPage();
      try {
        await phone.setViewport({ width: 360, height: 740, isMobile: true, hasTouch: true });
        const stateOf = () => phone.evaluate(() => ({ html: document.documentElement.outerHTML, width: innerWidth, scale: visualViewport.scale.toFixed(2), y: scrollY }));
        for (const path of ["/plain", "/wide", "/narrow"]) {
          await phone.goto(server.url + path);
          await phone.evaluate(script);
          await phone.evaluate(() => scrollTo(0, 500));
          const before = await stateOf();
          await phone.evaluate((article) => globalThis.show(article, { place: "overlay" }), sampleArticle);
          const seen = () => phone.evaluate(() => [shown.view.clientWidth, visualViewport.width, visualViewport.scale, getComputedStyle(document.documentElement).borderRightWidth]);
          await phone.waitForFunction(() => shown.view.clientWidth === 360);
          assert.deepEqual(await seen(), [360, 360, 1, "0px"], path);
          await phone.evaluate(() => (shown.reader.destroy(), shown.overlay.close()));
          await phone.waitForFunction((width) => innerWidth === width, {}, before.width);
          assert.deepEqual(await stateOf(), before, path);
        }
      } finally {
        await phone.close();
      }
    });

    it("keeps what is typed in it from the page's own shortcuts", async () => {
      await page.goto(`${server.url}/plain`);
      await page.evaluate(script);
      await page.evaluate((article) => {
        globalThis.heard = [];
        document.addEventListener("keydown", ({ key }) => globalThis.heard.push(key));
        globalThis.show(article, { place: "overlay" });
      }, sampleArticle);
      await page.keyboard.press("j");
      assert.deepEqual(await page.evaluate(() => globalThis.heard), []);
    });

    it("is printed whole, dark on light, without its controls and without the page below", async () => {
      await show(sampleArticle, { settings: { theme: "dark" }, place: "overlay" });
      await setMedium(browser, page, "print");
      try {
        assert.equal(await style(".body p", "color"), "rgb(34, 32, 29)");
        assert.equal(await style(".scroll", "overflowY"), "visible");
        assert.equal(await style(".bar", "display"), "none");
        assert.equal(await page.evaluate(() => getComputedStyle(document.body).display), "none");
        await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
        assert.equal(await page.evaluate(() => shown.overlay.body.open && !shown.overlay.body.matches(":modal")), true);
        const heights = await page.evaluate(() => [document.documentElement.scrollHeight, shown.$(".text").scrollHeight]);
        assert.ok(heights[0] >= heights[1] && heights[1] > 1000, `${heights}`);
        await page.evaluate(() => dispatchEvent(new Event("afterprint")));
        assert.equal(await page.evaluate(() => shown.overlay.body.matches(":modal")), true);
      } finally {
        await setMedium(browser, page, "screen");
      }
    });
  });
}

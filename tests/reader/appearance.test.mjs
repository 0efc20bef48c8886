// How the article looks: everything that can be set.

import assert from "node:assert/strict";
import { it } from "node:test";
import { inBrowsers } from "./in_browsers.mjs";
import { japaneseArticle, sampleArticle } from "./sample_article.mjs";

inBrowsers("appearance", (use, name) => {
  const { show, run, texts, click, press, calls, style, until } = use;
  const set = (name, value) =>
    run((wanted, given) => {
      const input = shown.$(`input[name=p-${wanted}]`);
      if (input.type === "checkbox") input.checked = given;
      else input.value = given;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }, name, value);

  it("shows basic settings first and folds the others away", async () => {
    await show();
    await press("a");
    assert.equal(await run(() => shown.$(".more").open), false);
    const seen = await run(() => shown.$$(".panel:not([hidden]) :is(legend, .slider > span)").filter((each) => each.checkVisibility()).map((each) => each.textContent));
    assert.deepEqual(seen, ["Theme", "Font", "Text size", "Column width"]);
  });

  it("has themes in black and in high contrast", async () => {
    await show(sampleArticle, { settings: { theme: "black" } });
    assert.equal(await style("", "backgroundColor"), "rgb(0, 0, 0)");
    await click("input[value=contrast]");
    assert.equal(await style("", "backgroundColor"), "rgb(255, 255, 255)");
    assert.equal(await style(".body p", "color"), "rgb(0, 0, 0)");
  });

  it("paints in colours of the reader's own, and warns of those that are hard to read", async () => {
    await show(sampleArticle, { settings: { theme: "light" } });
    assert.equal(await run(() => shown.$(".colours").hidden), true);
    await click("input[value=custom]");
    await set("paper", "#102030");
    await set("ink", "#f0e0d0");
    await set("link", "#80c0ff");
    assert.equal(await style("", "backgroundColor"), "rgb(16, 32, 48)");
    assert.equal(await style(".body p", "color"), "rgb(240, 224, 208)");
    assert.equal(await style(".body a", "color"), "rgb(128, 192, 255)");
    assert.equal(await style("", "colorScheme"), "dark");
    assert.deepEqual(await texts(".warning"), [""]);
    await set("ink", "#405060");
    assert.match((await texts(".warning"))[0], /^The text is hard to read on this paper: its contrast is 2 to 1/);
    await set("link", "#203040");
    assert.match((await texts(".warning"))[0], /The links are hard to read/);
    assert.equal((await calls()).saved.at(-1).ink, "#405060");
    await click("input[value=light]");
    assert.equal(await style(".body p", "color"), "rgb(34, 32, 29)");
  });

  it("is printed dark on light and down the page, whatever is on the screen", async () => {
    const dark = { paper: "#102030", ink: "#f0e0d0", link: "#80c0ff" };
    for (const chosen of [{ theme: "dark" }, { theme: "sepia" }, { theme: "black" }, { theme: "contrast" }, { theme: "custom", ...dark }, { theme: "custom", ...dark, columns: 2 }, { theme: "black", writing: "vertical" }]) {
      await show(sampleArticle, { settings: chosen });
      if (chosen.columns) await until(() => shown.view.dataset.flow === "columns");
      await use.setMedium("print");
      try {
        const looks = await Promise.all([style("", "colorScheme"), style(".body p", "color"), style("h1", "color"), style(".text", "columnCount"), style(".text", "writingMode"), style(".scroll", "overflowX"), style(".scroll", "overflowY")]);
        assert.deepEqual(looks, ["light", "rgb(34, 32, 29)", "rgb(18, 17, 15)", "auto", "horizontal-tb", "visible", "visible"], JSON.stringify(chosen));
      } finally {
        await use.setMedium("screen");
      }
    }
  });

  it("sets spacing, alignment, hyphens and images", async () => {
    await show();
    for (const [name, value] of [["lineHeight", 2], ["letterSpacing", 0.1], ["wordSpacing", 0.2], ["paragraphSpacing", 2], ["hyphens", false], ["images", false]]) await set(name, value);
    await click("input[value=justify]");
    assert.equal(await style(".body p", "lineHeight"), "40px");
    assert.equal(await style(".body p", "letterSpacing"), "2px");
    assert.equal(parseFloat(await style(".body p", "wordSpacing")), 4);
    assert.equal(await style(".body p", "marginBottom"), "40px");
    assert.equal(await style(".body p", "textAlign"), "justify");
    assert.equal(await style(".body p", "hyphens"), "manual");
    assert.equal(await style(".body img", "display"), "none");
    assert.equal(await style(".body pre", "letterSpacing"), "normal");
  });

  it("breaks long words at the end of a line, where that is wanted and the browser knows the language", async () => {
    const words = Array.from({ length: 40 }, () => "incomprehensible misunderstandings").join(" ");
    await show({ ...sampleArticle, lang: "en", removed: [], tree: ["article", {}, ["p", { "data-pith-block": "0" }, words]] }, { settings: { hyphens: false, width: 24 } });
    await until(() => getComputedStyle(shown.$(".body p")).hyphens === "manual");
    const height = () => run(() => shown.$(".body p").getBoundingClientRect().height);
    const unbroken = await height();
    await set("hyphens", true);
    assert.equal(await style(".body p", "hyphens"), "auto");
    if (name === "firefox") assert.ok((await height()) < unbroken); // Chromium gets its dictionaries later, from the network
  });

  it("goes back to the defaults", async () => {
    await show(sampleArticle, { settings: { theme: "sepia", size: 30, columns: 2, ruler: true } });
    await until(() => shown.view.dataset.theme === "sepia");
    await run(() => shown.$$(".action").find((each) => each.textContent === "Reset to defaults").click());
    const { theme, size, columns, ruler } = (await calls()).saved.at(-1);
    assert.deepEqual({ theme, size, columns, ruler }, { theme: "auto", size: 20, columns: 1, ruler: false });
    assert.equal(await run(() => shown.$("input[value=auto]").checked), true);
    assert.equal(await style("", "--size"), undefined);
  });

  it("keeps what an older version stored, and takes nothing else for a setting", async () => {
    await show(sampleArticle, { settings: { theme: "dark", size: 22, width: 30, font: "sans", paper: "red; background: url(x)", columns: "3", ruler: 1 } });
    await until(() => shown.view.dataset.theme === "dark");
    await set("size", 23);
    const saved = (await calls()).saved.at(-1);
    assert.deepEqual([saved.theme, saved.size, saved.width, saved.font, saved.paper, saved.columns, saved.ruler], ["dark", 23, 30, "sans", "#fbf7ef", 1, false]);
  });

  it("loads a face only when it is chosen, as bytes under a name of its own, and gives it back", async () => {
    await show(sampleArticle, { fonts: true });
    assert.deepEqual((await calls()).fonts, []);
    await click("input[value=dyslexic]");
    await until(() => [...document.fonts].filter(({ family, status }) => /pith-dyslexic/.test(family) && status === "loaded").length === 3);
    assert.deepEqual((await calls()).fonts.sort(), ["opendyslexic-latin-400-italic.woff2", "opendyslexic-latin-400-normal.woff2", "opendyslexic-latin-700-normal.woff2"]);
    assert.match(await style(".body p", "fontFamily"), /^"?pith-dyslexic/);
    await click("input[value=hyperlegible]");
    await until(() => [...document.fonts].filter(({ family }) => /pith-hyperlegible/.test(family)).length === 8);
    assert.equal(await run(() => (shown.reader.destroy(), [...document.fonts].length)), 0);
  });

  it("leaves no face in the page that comes when the view is closed", async () => {
    await show(sampleArticle, { fonts: true });
    await click("input[value=dyslexic]");
    const asked = await run(async () => {
      await null; // then the faces are asked for
      shown.reader.destroy();
      await Promise.all(shown.calls.fonts.map((file) => fetch(`/fonts/${file}`).then((response) => response.arrayBuffer())));
      await new Promise((resolve) => setTimeout(resolve, 200));
      return shown.calls.fonts.length;
    });
    assert.deepEqual([asked, await run(() => [...document.fonts].length)], [3, 0]);
  });

  it("offers no faces where the place has no files for them", async () => {
    await show();
    assert.deepEqual(await texts(".font label"), ["Serif", "Sans", "Mono"]);
  });

  it("sets the text in columns of the window's height, and goes on to the next by wheel and keys", async () => {
    await show(sampleArticle, { settings: { columns: 2 } });
    await until(() => shown.view.dataset.flow === "columns");
    const flows = await run(() => {
      const { scrollWidth, clientWidth, scrollHeight, clientHeight } = shown.$(".scroll");
      return [scrollWidth > clientWidth, scrollHeight <= clientHeight];
    });
    assert.deepEqual(flows, [true, true]);
    await press(" ");
    await until(() => shown.$(".scroll").scrollLeft > 900);
    assert.ok(await run(() => Math.abs(shown.$(".scroll").scrollLeft - (innerWidth - 48)) < 2), "a page is not a window without its margin");
    await press("PageUp");
    await until(() => shown.$(".scroll").scrollLeft === 0);
    await run(() => shown.$(".body p").dispatchEvent(new WheelEvent("wheel", { deltaY: 120, bubbles: true, composed: true, cancelable: true })));
    await until(() => shown.$(".scroll").scrollLeft === 120);
  });

  it("has one column where there is no room for two", async () => {
    await use.page.setViewport({ width: 390, height: 700 });
    await show(sampleArticle, { settings: { columns: 3 } });
    await until(() => shown.view.dataset.flow === "down" && shown.$("input[name=p-columns]").value === "3");
    await use.page.setViewport({ width: 1000, height: 700 });
    await until(() => shown.view.dataset.flow === "columns");
  });

  it("writes from top to bottom and from right to left where that is chosen", async () => {
    await show(japaneseArticle, { settings: { writing: "vertical" } });
    await until(() => shown.view.dataset.flow === "vertical");
    assert.equal(await style(".body p", "writingMode"), "vertical-rl");
    const [first, second] = await run(() => shown.$$(".body p").slice(0, 2).map((each) => each.getBoundingClientRect().left));
    assert.ok(second < first, "the second paragraph is not to the left of the first");
    await run(() => shown.$(".body p").dispatchEvent(new WheelEvent("wheel", { deltaY: 100, bubbles: true, composed: true, cancelable: true })));
    await press("t");
    await click(".outline li:nth-child(2) button");
    const place = await run(() => shown.$$(".body h2")[1].getBoundingClientRect().toJSON());
    assert.ok(place.left >= 0 && place.right <= 1000, "the heading is not to be seen");
  });

  it("writes the Mongolian script in columns unasked", async () => {
    await show({ ...japaneseArticle, lang: "mn-Mong", tree: ["article", {}, ["p", {}, "ᠮᠣᠩᠭᠣᠯ ".repeat(20)]] });
    await until(() => shown.view.dataset.flow === "vertical");
    assert.equal(await style(".text", "writingMode"), "vertical-lr");
  });
});

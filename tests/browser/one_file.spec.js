// The one-file edition: opened from a folder like any document, and nothing beside it is ever asked for.
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expectAccessible } from "./support/axe.js";
import { answer, expect, expecting, field, open, ready, test, type, visit } from "./support/applicant.js";

test("it opens from a folder, asks for no other file, and is the same application", async ({ page, baseURL }) => {
  const asked = [];
  page.on("request", (request) => { if (!/^(data|blob):/.test(request.url())) asked.push(request.url()); });
  await open(page);
  expect(baseURL).toMatch(/^file:.*\/kiosk\.html$/);
  expect(asked).toEqual([baseURL]);
  await expectAccessible(page);
  await visit(page, "q/unit");
  await type(page, "工作单位全称", "杭州某安全技术公司");
  await answer(page, "单位性质", "国有企业");
  await page.reload();
  await ready(page);
  await expect(field(page, "工作单位全称")).toHaveValue("杭州某安全技术公司");
});

test("its first screen is painted before the rest is unpacked, and is what the application draws", async ({ page }) => {
  await page.addInitScript(() => {
    const note = new MutationObserver(() => {
      if (document.documentElement.dataset.first === undefined || window.painted) return;
      window.before = document.getElementById("first").innerText;
      window.office = [...document.querySelectorAll("template")].map((each) => each.innerHTML).join().includes("#/office");
      // A frame is drawn with it while nothing else has begun.
      requestAnimationFrame(() => { window.painted = document.getElementById("packed") !== null; });
      note.disconnect();
    });
    note.observe(document, { subtree: true, attributes: true, attributeFilter: ["data-first"] });
  });
  await open(page);
  const [before, painted, office, after] = await page.evaluate(() => [window.before, window.painted, window.office, document.getElementById("app").innerText]);
  expect(painted).toBe(true);
  expect(office).toBe(false);
  expect(after).toBe(before);
});

test("the page answers while the rest is unpacked", async ({ page }) => {
  await page.addInitScript(() => {
    const { port1, port2 } = new MessageChannel();
    window.answers = 0;
    // Between the first screen and the scripts there is nothing but unpacking: each message that comes then came in between.
    port1.onmessage = () => {
      if (typeof wasm_bindgen !== "undefined") return;
      const isUnpacking = document.readyState !== "loading" && !document.getElementById("packed");
      if (isUnpacking) window.answers += 1;
      setTimeout(() => port2.postMessage(undefined));
    };
    port2.postMessage(undefined);
  });
  await open(page);
  expect(await page.evaluate(() => window.answers)).toBeGreaterThan(5);
});

test("it has no way to the employers' application, which it does not hold", async ({ page }) => {
  await open(page);
  await page.getByRole("radio", { name: /^单位人事/ }).check();
  await expect(page.getByRole("link", { name: "核验申报包" })).toBeVisible();
  await expect(page.locator("[href*='#/office']")).toHaveCount(0);
  const there = await page.evaluate(() => [document.querySelector("meta[name='office']"), typeof zhichengOffice]);
  expect(there).toEqual([null, "undefined"]);
});

test.describe("its policy", () => {
  test.use(expecting(/Refused|violates/));

  test("names its scripts and its style sheets, and no connection", async ({ page }) => {
    await open(page);
    const policy = await page.locator("meta[http-equiv='Content-Security-Policy']").first().getAttribute("content");
    expect(policy).toMatch(/^default-src 'none'; script-src (?:'sha384-[^']+' ){4}'wasm-unsafe-eval'; style-src 'sha384-[^']+' 'sha384-[^']+';/);
    expect(policy).not.toMatch(/connect-src|unsafe-inline|'self'/);
    expect(await page.evaluate(() => fetch("kiosk.html?secret").then(() => "sent", () => "refused"))).toBe("refused");
  });
});

test.describe("damaged", () => {
  test.use(expecting(/not those of the build/));

  test("by a copy or an editor, it does not run and says so", async ({ page, baseURL }, info) => {
    const bytes = readFileSync(fileURLToPath(baseURL));
    const changed = Buffer.from(bytes);
    changed[changed.length - 5000] ^= 1;
    const within = (id) => {
      const copy = Buffer.from(bytes);
      copy[copy.indexOf(`id="${id}"`) + 1000] ^= 1;
      return copy;
    };
    const cut = Buffer.concat([bytes.subarray(0, bytes.length - 5000), Buffer.from("</script></body></html>")]);
    const edited = Buffer.from(bytes.toString("utf8"));
    for (const [name, damaged] of Object.entries({ changed, cut, edited, reader: within("reader"), front: within("front") })) {
      const copy = info.outputPath(`${name}.html`);
      writeFileSync(copy, damaged);
      await page.goto(pathToFileURL(copy).href);
      await expect(page.getByRole("alert"), name).toContainText("不完整或被改动过");
      await expect(page.locator("html")).toHaveAttribute("data-failed", "damaged");
    }
  });
});

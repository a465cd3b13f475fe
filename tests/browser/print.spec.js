// Printing from the application: the form as the package holds it, and the self-score sheet and the pledge alone. What the
// browser would put on paper is read as a PDF.
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { expect, heading, openDraft, pledge, sealAndDownload, test, visit } from "./support/applicant.js";
import { senior } from "./support/dossiers.js";
import { script } from "./support/native.js";
import { expectAccepted } from "./support/package.js";

const NAME = senior().profile.name;

test.beforeEach(async ({ page }) => {
  // A browser without a screen has no dialogue; the test prints in its place.
  await page.addInitScript(() => { globalThis.asked = 0; globalThis.print = () => { globalThis.asked += 1; }; });
});

/** The pages of a PDF of what is shown, as texts without white space. */
async function paper(page, file) {
  await page.pdf({ path: file, preferCSSPageSize: true });
  const { status, stdout, stderr } = script("pdf.py", file);
  expect(status, stderr).toBe(0);
  return JSON.parse(stdout);
}

/** Presses a button that prints, and gives the pages. */
async function printed(page, button, file) {
  const before = await page.evaluate(() => globalThis.asked);
  await page.getByRole("main").getByRole("button", { name: button, exact: true }).click();
  await expect.poll(() => page.evaluate(() => globalThis.asked)).toBe(before + 1);
  return paper(page, file);
}

test("the application prints the very form that the package holds, page by page", async ({ page, context }, info) => {
  await openDraft(page, senior());
  await pledge(page, NAME, { sign: true });
  await sealAndDownload(page, info.outputPath("申报包.zip"));
  const code = await page.locator("#package-code").innerText();
  const own = await printed(page, "打印申报表", info.outputPath("own.pdf"));
  const folder = expectAccepted(info.outputPath("申报包.zip"), info.outputPath("解开"));
  const other = await context.newPage();
  await other.goto(pathToFileURL(`${folder}/data/report.html`).href);
  const packed = await paper(other, info.outputPath("packed.pdf"));
  expect(own.length).toBeGreaterThan(5);
  expect(own).toEqual(packed);
  for (const [index, text] of own.entries()) {
    expect(text).toContain(`核对码${code.replaceAll(" ", "")}`);
    expect(text).toContain(`第${index + 1}页，共${own.length}页`);
  }
  // To the byte what stands in the package, not only what is seen.
  const report = readFileSync(`${folder}/data/report.html`, "utf8");
  const body = /<body>([^]*)<\/body>/.exec(report)[1];
  await page.getByRole("main").getByRole("button", { name: "打印申报表", exact: true }).click();
  const same = () => page.evaluate((html) => {
    const made = document.createElement("div");
    made.innerHTML = html;
    return document.getElementById("paper")?.shadowRoot.innerHTML === made.innerHTML;
  }, body);
  await expect.poll(same).toBe(true);
});

test("the self-score sheet and the pledge print alone, from their own screens too", async ({ page }, info) => {
  await openDraft(page, senior());
  for (const [screen, button, has, not] of [
    ["score", "打印自评分表", ["A1学历学位", "申报人签名"], "诚信承诺书"],
    ["pledge", "打印承诺书", ["诚信承诺书", "还没有承诺"], "A1学历学位"],
    ["package", "打印自评分表", ["A1学历学位"], "诚信承诺书"],
    ["package", "打印承诺书", ["诚信承诺书"], "A1学历学位"],
  ]) {
    await visit(page, screen);
    const pages = await printed(page, button, info.outputPath("sheet.pdf"));
    const text = pages.join("");
    for (const words of has) expect(text, screen).toContain(words);
    expect(text, screen).not.toContain(not);
    expect(text).toContain(NAME.replaceAll(" ", ""));
    // Nothing of the application itself.
    expect(text).not.toContain("任务清单");
    for (const each of pages) expect(each).toMatch(/核对码[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}/);
  }
  await visit(page, "check");
  expect((await printed(page, "打印申报表", info.outputPath("form.pdf"))).join("")).toContain("单位审核推荐意见");
});

test("once it is printed nothing of the form is left, and the page prints as itself again", async ({ page }, info) => {
  await openDraft(page, senior());
  await visit(page, "score");
  await printed(page, "打印自评分表", info.outputPath("sheet.pdf"));
  await page.evaluate(() => dispatchEvent(new Event("afterprint")));
  await expect(page.locator("#paper")).toHaveCount(0);
  expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
  await expect(heading(page, "自评分")).toBeVisible();
  expect((await paper(page, info.outputPath("page.pdf"))).join("")).toContain("再添一项，能加多少分");
});

test("nothing but the application is seen on the screen while it prints", async ({ page }) => {
  await openDraft(page, senior());
  await visit(page, "pledge");
  await page.getByRole("main").getByRole("button", { name: "打印承诺书" }).click();
  await expect.poll(() => page.evaluate(() => globalThis.asked)).toBe(1);
  await expect(page.locator("#paper")).toBeHidden();
  await expect(heading(page, "诚信承诺")).toBeVisible();
});

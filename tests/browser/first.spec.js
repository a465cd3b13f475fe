// The first screen, which stands in the page before the application is there, and what becomes of what is done with it.
import { expectAccessible } from "./support/axe.js";
import { heldBack, outline, shifts } from "./support/first.js";
import { expect, expectFocus, open, ready, test } from "./support/test.js";

const EMPLOYER = "单位人事";

for (const width of [360, 1280]) {
  test(`at ${width} px it is what the application draws, and nothing moves when that takes over`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    const letGo = await heldBack(page);
    await page.goto("");
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectAccessible(page);
    const before = await outline(page, "#first");
    await letGo();
    expect(await outline(page, "#app")).toEqual(before);
    expect(await page.locator("#first, #boot").count()).toBe(0);
    expect(await shifts(page)).toBe(0);
  });
}

test("its question is answered before the application is there, and the answer is taken over with the focus", async ({ page }) => {
  const letGo = await heldBack(page);
  await page.goto("");
  await page.getByLabel(EMPLOYER).check();
  await expect(page.getByText("zhicheng verify")).toBeVisible();
  await page.evaluate(() => scrollTo(0, 120));
  await letGo();
  await expect(page.getByLabel(EMPLOYER)).toBeChecked();
  await expect(page.getByText("zhicheng verify")).toBeVisible();
  await expectFocus(page.getByLabel(EMPLOYER));
  expect(await page.evaluate(() => Math.round(scrollY))).toBe(120);
  expect(await shifts(page)).toBe(0);
  await page.locator("#who-applicant").check();
  await expect(page.getByText("zhicheng verify")).toHaveCount(0);
});

test("answers go back and forth", async ({ page }) => {
  const letGo = await heldBack(page);
  await page.goto("");
  await page.getByLabel(EMPLOYER).check();
  await page.getByLabel("规则维护人").check();
  await expect(page.getByText("zhicheng book check")).toBeVisible();
  await page.locator("#who-applicant").check();
  await expect(page.getByRole("link", { name: /开始/ }).last()).toBeVisible();
  await letGo();
  await expect(page.locator("#who-applicant")).toBeChecked();
});

test("a season that was chosen and a link that was followed count, in this order", async ({ page }) => {
  const letGo = await heldBack(page);
  await page.goto("");
  const main = page.getByRole("main");
  await main.locator("summary").first().click();
  const later = new Date().getFullYear() + 1;
  await page.locator(`#season-${later}`).check();
  await main.getByRole("link").first().click();
  await expect(page.getByRole("status").filter({ hasText: "正在打开" })).toBeVisible();
  await letGo();
  await expect(page).toHaveURL(/#\/tasks$/);
  await expect.poll(() => page.evaluate(() => document.activeElement.id), { timeout: 30_000 }).toBe("screen-title");
  await expect(page.getByRole("banner")).toContainText(`${later}`);
});

test("a button that was pressed is pressed once", async ({ page }) => {
  const letGo = await heldBack(page);
  await page.goto("");
  await page.getByRole("button", { name: "大字" }).click();
  await letGo();
  await expect(page.locator("html")).toHaveAttribute("data-text", "large");
  await expect(page.getByRole("button", { name: "大字", exact: true })).toHaveAttribute("aria-pressed", "true");
});

test("a file that was chosen is opened", async ({ page }) => {
  const letGo = await heldBack(page);
  await page.goto("");
  const text = JSON.stringify({ format: "zhicheng-dossier/1", book: "zhejiang-safety-2019", profile: { name: "测试" } });
  await page.locator("input[type=file]").setInputFiles({ name: "草稿.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await letGo();
  await expect(page).toHaveURL(/#\/tasks$/);
});

test("whoever was here before does not see it", async ({ page }) => {
  await open(page, "#/q/person");
  await page.locator("#f-name").fill("某某");
  await expect(page.getByRole("banner")).toContainText("已自动保存");
  const letGo = await heldBack(page);
  await page.goto("about:blank");
  await page.goto("");
  await expect(page.locator("#first")).toBeHidden();
  await expect(page.locator("#boot")).toBeVisible();
  await letGo();
  await expect(page.locator("#f-name")).toHaveValue("某某");
});

test("whoever has taken all back does see it", async ({ page }) => {
  await open(page, "#/q/person");
  await page.locator("#f-name").fill("某某");
  await expect(page.getByRole("banner")).toContainText("已自动保存");
  await page.locator("#f-name").fill("");
  await expect.poll(() => page.evaluate(() => localStorage.length)).toBe(0);
  await heldBack(page);
  await page.goto("about:blank");
  await page.goto("");
  await expect(page.locator("#first")).toBeVisible();
});

test("a kiosk does not show it", async ({ page }) => {
  await heldBack(page);
  await page.goto("?kiosk");
  await expect(page.locator("#first")).toBeHidden();
});

test("who chose a dark page sees no light one", async ({ page }) => {
  await open(page);
  await page.getByRole("button", { name: "深色" }).click();
  await heldBack(page);
  await page.goto("about:blank");
  await page.goto("");
  await expect(page.locator("#boot")).toBeVisible();
  await expect(page.locator("#first")).toBeHidden();
  expect(await page.evaluate(() => matchMedia("(prefers-color-scheme: dark)").matches)).toBe(false);
  expect(await brightness(page)).toBeLessThan(60);
});

test("on a dark device it is dark", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await heldBack(page);
  await page.goto("");
  await expect(page.locator("#first")).toBeVisible();
  expect(await brightness(page)).toBeLessThan(60);
  await expectAccessible(page);
});

test("in a later year it speaks of that year, and long after it is not shown", async ({ page }) => {
  const year = new Date().getFullYear() + 1;
  await page.clock.setFixedTime(new Date(`${year}-05-05T10:00:00+08:00`));
  const letGo = await heldBack(page);
  await page.goto("");
  await expect(page.getByRole("banner")).toContainText(`${year}`);
  const before = await outline(page, "#first");
  await letGo();
  expect(await outline(page, "#app")).toEqual(before);
  await page.clock.setFixedTime(new Date(`${year + 9}-05-05T10:00:00+08:00`));
  await page.goto("about:blank");
  await page.goto("");
  await expect(page.locator("#first")).toBeHidden();
});

test("the way to the employers' application needs no waiting", async ({ page }) => {
  await heldBack(page, /\/app-[^/]*\.wasm$/);
  await page.goto("");
  await page.getByLabel(EMPLOYER).check();
  await page.locator('a[href="#/office"]').click();
  await ready(page);
  await expect(page).toHaveURL(/#\/office$/);
});

/** How bright the page is, from 0 to 255. */
async function brightness(page) {
  const color = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  return Math.max(...color.match(/\d+/g).slice(0, 3).map(Number));
}

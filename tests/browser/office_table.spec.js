// The employers' application: what goes in by other ways, the table by keys, and that nothing is kept.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expectAccessible } from "./support/axe.js";
import { downloaded } from "./support/download.js";
import { details, drop, file, openOffice, read, roster, sealed } from "./support/office.js";
import { overflowsSideways } from "./support/shots.js";
import { expect, ready, test } from "./support/test.js";

const LARGE = "200%";

test("other headers are led where they belong, and a file remembers it for the next time", async ({ page }, info) => {
  const own = file("本单位.csv", roster(6, "工号,称呼,性别,出生日期,职级,专业类别,in_post"));
  await openOffice(page);
  await read(page, [own], 6);
  const screen = page.locator("details").filter({ has: page.locator("summary", { hasText: /^列名对应/ }) });
  await expect(screen.locator("summary")).toHaveText("列名对应：有 3 列还不知道是什么");
  await screen.locator("summary").click();
  const leads = { 工号: "编号", 称呼: "姓名", 职级: "申报级别" };
  for (const [header, label] of Object.entries(leads)) {
    const list = screen.getByRole("combobox", { name: `“${header}”` });
    const target = list.getByRole("option").filter({ hasText: label }).first();
    await list.selectOption(await target.getAttribute("value"));
  }
  await expectAccessible(page);
  await screen.getByRole("button", { name: "按这个对应重新读名单" }).click();
  await expect(screen.locator("summary")).toHaveText("列名对应");
  await expect(page.getByRole("grid").getByRole("row").filter({ hasText: "张三1" })).toBeVisible();

  const out = info.outputPath("列名对应.json");
  await downloaded(page, screen.getByRole("button", { name: "存为对应文件" }), out);
  expect(JSON.parse(readFileSync(out, "utf8"))).toMatchObject({ format: "zhicheng-mapping/1", columns: { 工号: "@key", 称呼: "name" } });

  // Another day, with the file alone.
  await page.getByRole("button", { name: "全部清除" }).click();
  await expect(page.getByText("已全部清除。")).toBeVisible();
  await page.locator("#office-mapping").setInputFiles(out);
  await expect(page.getByText("已打开对应文件")).toBeVisible();
  await read(page, [own], 6);
  await expect(page.getByRole("grid").getByRole("row").filter({ hasText: "李四2" })).toContainText("高级工程师");
  await page.locator("#office-mapping").setInputFiles(file("别的.json", Buffer.from("{}")));
  await expect(page.locator("#office-said")).not.toBeEmpty();
});

test("folders are dropped with what lies below them, other files are passed over, and dossiers come one a line", async ({ page }, info) => {
  const folder = info.outputPath("申报材料");
  mkdirSync(path.join(folder, "二处", "深"), { recursive: true });
  writeFileSync(path.join(folder, "一处.csv"), roster(2));
  writeFileSync(path.join(folder, "二处", "深", "申报人甲.zip"), sealed(info.outputPath(""), "申报人甲"));
  writeFileSync(path.join(folder, "二处", "说明.txt"), "not for this");
  const example = JSON.parse(readFileSync(new URL("../vectors/example.dossier.json", import.meta.url)));
  writeFileSync(path.join(folder, "档案.jsonl"), `${JSON.stringify(example)}\n\n{\n${JSON.stringify(example)}\n`);
  const alone = info.outputPath("单独.csv");
  writeFileSync(alone, roster(3));
  await openOffice(page);
  await drop(page, page.locator(".drop-zone"), [folder, alone]);
  await expect(page.getByText("共 8 人：")).toBeVisible({ timeout: 60_000 });
  const out = info.outputPath("all.jsonl");
  await downloaded(page, page.getByRole("button", { name: /^结果 JSON/ }), out);
  const lines = readFileSync(out, "utf8").trim().split("\n").map((line) => JSON.parse(line));
  const inputs = lines.filter(({ input }) => input).map(({ format, input }) => `${format.split("/")[0]} ${input}`);
  expect(inputs).toEqual([
    "zhicheng-screened 单独.csv 第 2 行", "zhicheng-screened 单独.csv 第 3 行", "zhicheng-screened 单独.csv 第 4 行",
    "zhicheng-screened 申报材料/一处.csv 第 2 行", "zhicheng-screened 申报材料/一处.csv 第 3 行",
    "zhicheng-screened 申报材料/二处/深/申报人甲.zip",
    "zhicheng-screened 申报材料/档案.jsonl 第 1 行", "zhicheng-refused 申报材料/档案.jsonl 第 3 行", "zhicheng-screened 申报材料/档案.jsonl 第 4 行",
  ]);
  await expect(page.getByRole("grid").getByRole("row").filter({ hasText: "第 4 行" })).toHaveCount(0);
});

test("reading is stopped in the middle, and what was read stays", async ({ page }) => {
  await openOffice(page);
  const rows = 4_000;
  await page.locator("#office-files").setInputFiles([file("名单.csv", roster(rows)), file("名单二.csv", roster(rows))]);
  await expect(page.getByRole("grid")).toBeVisible({ timeout: 60_000 });
  await page.getByRole("button", { name: "停止", exact: true }).click();
  await expect(page.getByText("已停止，没有核对完。")).toBeVisible();
  await expect(page.locator("progress")).toHaveCount(0);
  await expect(page.locator(".office__tally")).toContainText(/^共 \d+ 人：/, { timeout: 60_000 });
  const count = await page.locator(".office__count").textContent();
  const people = Number(count.match(/共 (\d+) 人/)[1]);
  expect(people).toBeGreaterThan(0);
  expect(people).toBeLessThan(2 * rows);
  await page.waitForTimeout(500);
  await expect(page.locator(".office__count")).toHaveText(count);
});

for (const [cores, workers] of [[2, 1], [8, 2]]) {
  test(`all is read where there are ${cores} cores, by as many workers as leave one to the page: ${workers}`, async ({ page }) => {
    await page.addInitScript((cores) => Object.defineProperty(navigator, "hardwareConcurrency", { get: () => cores }), cores);
    await openOffice(page);
    await page.locator("#office-files").setInputFiles([1, 2, 3, 4].map((number) => file(`名单${number}.csv`, roster(200))));
    await expect(page.getByText("共 800 人：")).toBeVisible({ timeout: 60_000 });
    expect(page.workers()).toHaveLength(workers);
  });
}

test("one action clears everything, in the middle too, and nothing of anybody is kept or comes back", async ({ page }) => {
  await openOffice(page);
  await page.locator("#office-files").setInputFiles([file("名单.csv", roster(3_000))]);
  await expect(page.getByRole("grid")).toBeVisible({ timeout: 60_000 });
  await page.getByLabel("搜索").fill("张三");
  await page.getByRole("grid").getByRole("row").nth(3).click();
  await page.getByRole("button", { name: "全部清除" }).click();
  await expect(page.getByText("已全部清除。")).toBeVisible();
  await page.waitForTimeout(3_000);
  expect(await page.content()).not.toMatch(/张三|李四|名单\.csv/);
  await expect(page.getByRole("grid")).toHaveCount(0);
  const kept = await page.evaluate(async () => [
    JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage }), history.state,
    (await indexedDB.databases()).map(({ name }) => name), document.cookie,
  ]);
  expect(kept).toEqual(["{}", "{}", null, [], ""]);
  // And it goes on from nothing.
  await read(page, [file("别的.csv", roster(2))], 2);
  await expect(page.locator(".office__count")).toHaveText("共 2 人");
});

test("the table is walked and sorted by keys, only what is in sight is in the page, and the row in hand is always in sight", async ({ page }) => {
  await openOffice(page);
  await read(page, [file("名单.csv", roster(400))], 400);
  const grid = page.getByRole("grid");
  const at = () => grid.getAttribute("aria-activedescendant");
  await grid.focus();
  for (const [key, row] of [["ArrowDown", 1], ["ArrowDown", 2], ["ArrowUp", 1], ["End", 399], ["Home", 0], ["ArrowUp", 0]]) {
    await page.keyboard.press(key);
    expect(await at()).toBe(`row-${row}`);
    await expect(page.locator(`#row-${row}`)).toBeInViewport();
  }
  await page.keyboard.press("PageDown");
  const paged = Number((await at()).slice(4));
  expect(paged).toBeGreaterThan(3);
  expect(await grid.locator(".grid__rows").getByRole("row").count()).toBeLessThan(80);
  await page.keyboard.press("Enter");
  const name = await page.getByRole("heading", { level: 2 }).nth(1).textContent();
  await expect(page.locator(`#row-${paged}`)).toContainText(name);
  await expect(page.locator(`#row-${paged}`)).toHaveAttribute("aria-selected", "true");

  const header = grid.getByRole("columnheader", { name: "姓名" });
  await header.getByRole("button").press("Enter");
  await expect(header).toHaveAttribute("aria-sort", "ascending");
  await expect(grid.locator("#row-0")).toContainText("李四10");
  await expect(page.getByRole("heading", { level: 2 }).nth(1), "sorting opens no row").toHaveText(name);
  await header.getByRole("button").press("Enter");
  await expect(header).toHaveAttribute("aria-sort", "descending");
  await expect(grid.locator("#row-0")).toContainText("张三99");

  await page.getByLabel("分组").selectOption({ label: "申报级别" });
  await expect(grid.getByText(/^高级工程师：\d+ 人$/)).toBeVisible();
  await page.getByLabel("分组").selectOption({ label: "不分组" });
  await page.getByLabel("筛选", { exact: true }).selectOption({ label: "申报级别" });
  await page.getByLabel("筛选的内容").selectOption({ label: "正高级工程师" });
  await expect(page.locator(".office__count")).toHaveText("显示 133 人，共 400 人");
  await page.getByRole("button", { name: "取消筛选：申报级别 正高级工程师" }).click();
  await expect(page.locator(".office__count")).toHaveText("共 400 人");
  await page.getByText("显示哪些列").click();
  await page.getByRole("checkbox", { name: "单位" }).check();
  await expect(grid.getByRole("columnheader", { name: "单位" })).toBeVisible();
});

test("rare characters of names are found by their initials too", async ({ page }) => {
  await openOffice(page);
  const names = { 陈婷: "ct", 刘鑫: "lx", 邢晟睿: "xsr", 王琪: "wq", 李淼: "lm", 张昊: "zh", 吴璐: "wl", 邵雯: "sw", 万茜: "wq" };
  const rows = Object.keys(names).map((name, at) => `${at},${name}`);
  await read(page, [file("名单.csv", Buffer.from(`编号,姓名\n${rows.join("\n")}`))], rows.length);
  for (const [name, initials] of Object.entries(names)) {
    await page.getByLabel("搜索").fill(initials);
    await expect(page.getByRole("grid").getByRole("row").filter({ hasText: name })).toBeVisible();
  }
  await page.getByLabel("搜索").fill("lx");
  await expect(page.locator(".office__count")).toHaveText(`显示 1 人，共 ${rows.length} 人`);
});

for (const [name, prepare] of [
  ["dark", (page) => page.emulateMedia({ colorScheme: "dark" })],
  ["in forced colours", (page) => page.emulateMedia({ forcedColors: "active" })],
  ["at 360 px", (page) => page.setViewportSize({ width: 360, height: 740 })],
  ["with the largest text", (page) => page.evaluate((size) => { document.documentElement.style.fontSize = size; }, LARGE)],
]) {
  test(`${name}, everything can be read and reached`, async ({ page }, info) => {
    await openOffice(page);
    await prepare(page);
    await expectAccessible(page);
    await read(page, [file("名单.csv", roster(40)), file("坏.json", Buffer.from("{"))], 40);
    await page.getByText(/^要改的地方：/).click();
    await page.getByRole("grid").focus();
    await page.keyboard.press("Enter");
    await expect(page.getByText("逐条说明（和 zhicheng 命令的文字相同）")).toBeVisible({ timeout: 30_000 });
    await expectAccessible(page);
    expect(await overflowsSideways(page)).toBe(false);
    await page.screenshot({ path: info.outputPath("office.png"), fullPage: true });
  });
}

test.describe("a kiosk", () => {
  test("keeps nothing of candidates, and ends with everything gone", async ({ page }) => {
    await page.goto("?kiosk&idle=600#/office");
    await ready(page);
    const invitation = page.getByRole("dialog", { name: "职称自评" });
    await invitation.getByRole("button", { name: "轻触屏幕开始" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "单位和受理部门：批量核对" })).toBeVisible();
    await read(page, [file("名单.csv", roster(5))], 5);
    expect(await page.evaluate(async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length])).toEqual([0, 0, 0]);
    await page.getByRole("region", { name: "公用终端" }).getByRole("button", { name: "结束并清除" }).click();
    const away = page.getByRole("button", { name: "不带走，直接清除" });
    if (await away.isVisible().catch(() => false)) await away.click();
    await expect(invitation.getByRole("status")).toContainText("清除", { timeout: 15_000 });
    expect(await page.content()).not.toMatch(/张三|李四/);
    // A page that goes away complains of what it was still fetching.
    await page.waitForLoadState("networkidle");
    await page.reload();
    await ready(page);
    expect(await page.content()).not.toMatch(/张三|李四/);
    await page.waitForLoadState("networkidle");
  });
});

test("what has to be mended is listed before what is to be looked at, and no verdict or score is cut off", async ({ page }, info) => {
  const bytes = sealed(info.outputPath(""), "申报人甲");
  await page.setViewportSize({ width: 1280, height: 900 });
  await openOffice(page);
  await read(page, [file("甲.zip", bytes), file("断了.zip", Buffer.from("PK\u0003\u0004 cut")), file("名单.csv", roster(3))], 4);
  await page.getByText(/^要改的地方：/).click();
  const rows = page.locator("#troubles tbody tr");
  await expect(rows.first()).toContainText("断了.zip");
  await expect(rows.last()).toContainText("甲.zip");

  const told = page.locator(".grid__rows").locator(".grid__cell--verdict, .grid__cell--score");
  await expect(told).toHaveCount(8);
  expect(await told.evaluateAll((cells) => cells.filter((cell) => cell.scrollWidth > cell.clientWidth).map((cell) => cell.textContent))).toEqual([]);

  // The table stays in sight beside long details.
  await details(page, "申报人甲");
  await page.getByText("逐条说明（和 zhicheng 命令的文字相同）").scrollIntoViewIfNeeded();
  await expect(page.getByRole("grid")).toBeInViewport();
});

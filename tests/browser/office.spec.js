// The employers' application: many candidates at once. What it says of each equals what the command says.
import { readFileSync } from "node:fs";
import { expectAccessible } from "./support/axe.js";
import { overflowsSideways } from "./support/shots.js";
import { expect, open, ready, test } from "./support/test.js";

const TITLE = "单位和受理部门：批量核对";
const EXAMPLE = readFileSync(new URL("../vectors/example.dossier.json", import.meta.url));

function roster(count) {
  const rows = ["编号,姓名,性别,出生日期,申报级别,专业类别,in_post"];
  for (let at = 1; at <= count; at += 1) {
    const level = at % 3 ? "高级工程师" : "正高级工程师";
    rows.push(`${at},${at % 2 ? "张三" : "李四"}${at},男,1985-05-0${1 + (at % 9)},${level},安全科学应用,${at % 5 ? "是" : "否"}`);
  }
  return Buffer.from(rows.join("\n"));
}

const file = (name, buffer) => ({ name, mimeType: "application/octet-stream", buffer });

test("it opens at its own address, from the start screen, without a request behind it, and leads back", async ({ page }) => {
  await open(page);
  await page.getByRole("radio", { name: /^单位人事/ }).check();
  await page.getByRole("link", { name: "单位和受理部门：一次核对多人" }).click();
  await expect(page.getByRole("heading", { level: 1, name: TITLE })).toBeVisible();
  await ready(page);
  await expectAccessible(page);
  await page.getByRole("link", { name: "回到申报人页面" }).click();
  await expect(page).toHaveURL(/#\/start$/);
  await expect(page.getByRole("heading", { level: 1, name: TITLE })).toHaveCount(0);
  await ready(page);
});

test("rosters and drafts become rows; what is broken is listed; details, trial, filter and clearing work by keys", async ({ page }) => {
  await open(page, "#/office");
  const rows = 300;
  await page.locator("#office-files").setInputFiles([
    file("名单.csv", roster(rows)),
    file("档案.json", EXAMPLE),
    file("坏的.json", Buffer.from("{")),
    file("断了.zip", Buffer.from("PK\u0003\u0004 cut")),
    file("空的.xlsx", Buffer.from("PK")),
  ]);
  await expect(page.getByText(`共 ${rows + 1} 人：`)).toBeVisible({ timeout: 60_000 });
  const grid = page.getByRole("grid");
  await expect(grid).toHaveAttribute("aria-rowcount", String(rows + 2));
  expect(await grid.getByRole("row").count()).toBeLessThan(80);

  await page.getByText(/^要改的地方：/).click();
  for (const broken of ["坏的.json", "断了.zip", "空的.xlsx"]) {
    await expect(page.locator("#troubles")).toContainText(broken);
  }

  await page.getByLabel("搜索").fill("ls298");
  await expect(page.getByText(`显示 1 人，共 ${rows + 1} 人`)).toBeVisible();
  await grid.focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 2, name: "李四298" })).toBeVisible();
  await expect(page.getByText("逐条说明（和 zhicheng 命令的文字相同）")).toBeVisible({ timeout: 30_000 });
  await page.getByText(/^如果……/).click();
  await page.getByRole("button", { name: /^假设/ }).first().click();
  await expect(page.locator("#trial")).not.toBeEmpty({ timeout: 30_000 });
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath("office.png"), fullPage: true });
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflowsSideways(page)).toBe(false);
  await page.screenshot({ path: test.info().outputPath("office-360.png"), fullPage: true });

  await page.getByRole("button", { name: "全部清除" }).click();
  await expect(page.getByText("已全部清除。")).toBeVisible();
  await expect(grid).toHaveCount(0);
});

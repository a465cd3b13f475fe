// What saves an expert's time: a table pasted into a list, one file for several records, the season in a calendar.
import { readFileSync, writeFileSync } from "node:fs";
import { TODAY, attach, beginning, expect, heading, openDraft, takeAway, test, tool, visit } from "./support/applicant.js";
import { senior } from "./support/dossiers.js";
import { jpg } from "./support/evidence.js";
import { zhicheng } from "./support/native.js";

test("a pasted table shows what was understood, is taken at once and undone at once", async ({ page }) => {
  const dossier = senior();
  dossier.training = [];
  await openDraft(page, dossier);
  await visit(page, "list/training");
  await page.getByText(beginning("从表格粘贴")).click();
  const place = page.getByLabel("在表格软件里连同表头一起选中");
  await place.fill("2023\t90\t60");
  await expect(page.getByText("第一行没有认得的列名")).toBeVisible();
  await place.fill("year\ttotal_hours\tprofessional_hours\tpublic_hours\t备注\n２０２３\t90\t60\t18\t无\n2024\t90.5\t60\t18\t\n");
  await expect(page.getByText("这些列不认得，没有用：备注。")).toBeVisible();
  await expect(page.getByText("2023 年")).toBeVisible();
  await page.getByRole("button", { name: "加入这 2 条" }).click();
  await expect(page.getByRole("heading", { name: /2 条/ })).toBeFocused();
  await expect(page.getByRole("article")).toHaveCount(2);
  await tool(page, "撤销").click();
  await expect(page.getByRole("article")).toHaveCount(0);
  await tool(page, "重做").click();
  await expect(page.getByRole("article")).toHaveCount(2);
});

test("a file that proves one thing is attached to another without being chosen again", async ({ page }) => {
  await openDraft(page, senior());
  await visit(page, "list/achievements/a1");
  const file = jpg("合同和验收.jpg");
  await attach(page, [file]);
  await visit(page, "list/achievements/a2");
  await page.getByText("用已经选过的文件").click();
  await page.getByRole("button", { name: file.name, exact: true }).click();
  await expect(takeAway(page, file.name)).toBeVisible();
  await expect(page.getByText("用已经选过的文件")).toHaveCount(0);
  await visit(page, "materials");
  await expect(page.getByRole("figure", { name: "证明材料齐不齐" })).toBeVisible();
});

test("the calendar file of the application is that of the command", async ({ page }, info) => {
  await openDraft(page, senior());
  await visit(page, "next");
  await expect(heading(page, "后续流程")).toBeVisible();
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "存为日历文件" }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/\.ics$/);
  const own = info.outputPath("dossier.json");
  writeFileSync(own, JSON.stringify(senior()));
  const { stdout, stderr } = zhicheng("calendar", "--today", TODAY, own);
  expect(readFileSync(await download.path(), "utf8"), stderr).toBe(stdout);
});

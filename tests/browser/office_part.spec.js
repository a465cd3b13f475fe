// The employers' application: the employer's part around a package, and the display notice.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { TODAY } from "./support/applicant.js";
import { expectAccessible } from "./support/axe.js";
import { downloaded } from "./support/download.js";
import { run, zhicheng } from "./support/native.js";
import { details, file, openOffice, read, sealed } from "./support/office.js";
import { overflowsSideways } from "./support/shots.js";
import { expect, test } from "./support/test.js";

const PERSON = "阿依古丽·买买提";
const STATEMENTS = 6;

const form = (page) => page.locator("details").filter({ has: page.locator("summary", { hasText: "单位意见和公示证明" }) });
const choose = (group, word) => group.getByRole("radio", { name: word, exact: true }).check();

/** Answers everything but what is said to be left out. */
async function fill(page, { without } = {}) {
  const groups = form(page).getByRole("group");
  const shown = await groups.count();
  for (let place = 0; place < shown; place += 1) {
    const radio = groups.nth(place).getByRole("radio", { name: "是", exact: true });
    if (await radio.count() === 1) await radio.check();
  }
  const texts = { 公示张贴或发布的日期: "2026-11-12", 公示地点: "一楼公示栏", 签署人: "人事部 某人", 签署日期: "2026-11-20" };
  for (const [label, text] of Object.entries(texts)) {
    if (label !== without) await form(page).getByRole("textbox", { name: new RegExp(`^${label}`) }).fill(text);
  }
}

test("six statements, signatory, display days and objections make a package of its own kind that the command verifies", async ({ page }, info) => {
  const bytes = sealed(info.outputPath(""), PERSON);
  await openOffice(page);
  await read(page, [file("申报包.zip", bytes)], 1);
  await details(page, PERSON);
  await form(page).locator("summary").click();
  await expect(form(page).getByRole("radio", { name: "是", exact: true })).toHaveCount(STATEMENTS + 1);

  // Nothing is filled in for the employer, and what is not given is named where it is.
  await form(page).getByRole("button", { name: "生成单位意见包" }).click();
  await expect(form(page).getByRole("alert")).toContainText("还没有生成");
  await expect(form(page).getByText("请选“是”或“否”。")).toHaveCount(STATEMENTS + 1);
  await expect(form(page).getByRole("textbox", { name: "签署人" })).toHaveAttribute("aria-invalid", "true");
  await expectAccessible(page);

  await fill(page, { without: "签署人" });
  // Opened on a Thursday: Friday, then Monday to Thursday.
  await expect(form(page).getByRole("status")).toHaveText("公示期 5 个工作日：2026年11月13日 至 2026年11月19日（含当天）。");
  await form(page).getByRole("button", { name: "加一条异议" }).click();
  const objection = form(page).getByRole("group", { name: "第 1 条异议" });
  await objection.getByRole("textbox", { name: /^收到的日期/ }).fill("2026-11-16");
  await objection.getByRole("textbox", { name: "反映的内容" }).fill("对一项业绩的排名有疑问");
  await form(page).getByRole("button", { name: "生成单位意见包" }).click();
  await expect(objection.getByText("请填上。")).toHaveCount(1);
  await objection.getByRole("textbox", { name: "核查结果" }).fill("核对合同和验收意见，排名无误");
  await form(page).getByRole("textbox", { name: "签署人" }).fill("人事部 某人");
  await expect(form(page).getByRole("alert")).toBeEmpty();
  await page.screenshot({ path: info.outputPath("part.png"), fullPage: true });

  const out = info.outputPath("单位意见包.zip");
  const make = form(page).getByRole("button", { name: "生成单位意见包" });
  expect(await downloaded(page, make, out)).toBe("单位意见包-阿依古丽买买提-2026.zip");
  const verified = zhicheng("verify", "--today", TODAY, "--json", out);
  expect(verified.status, verified.stdout + verified.stderr).toBe(0);
  const told = JSON.parse(verified.stdout);
  expect([told.valid, told.findings, told.application.valid]).toEqual([true, [], true]);
  expect(told.endorsement.opinions).toHaveLength(STATEMENTS);
  expect(told.endorsement.display).toMatchObject({ opened: "2026-11-12", first: "2026-11-13", last: "2026-11-19", place: "一楼公示栏" });
  expect(told.endorsement.display.objections).toEqual([
    { date: "2026-11-16", text: "对一项业绩的排名有疑问", result: "核对合同和验收意见，排名无误" },
  ]);
  const inner = info.outputPath("inner.zip");
  expect(run("sh", ["-c", `unzip -p "$0" data/application.zip > "$1"`, out, inner]).status).toBe(0);
  expect(readFileSync(inner).equals(bytes)).toBe(true);

  // It comes back into the table as what it is, and what was typed is offered for the next applicant.
  await page.locator("#office-files").setInputFiles(out);
  await expect(page.getByText("共 2 人：")).toBeVisible({ timeout: 60_000 });
  await page.getByRole("grid").getByRole("row").filter({ hasText: PERSON }).last().click();
  await form(page).locator("summary").click();
  await form(page).getByRole("button", { name: "沿用上一个人的单位、公示和签署信息" }).click();
  await expect(form(page).getByRole("textbox", { name: "公示地点" })).toHaveValue("一楼公示栏");
  await expect(form(page).getByRole("group", { name: "第 1 条异议" })).toHaveCount(0);
  await expect(form(page).getByRole("radio", { checked: true })).toHaveCount(0);
});

test("a display that was too short or an opinion signed too early is said, and nothing is made", async ({ page }, info) => {
  await openOffice(page);
  await read(page, [file("申报包.zip", sealed(info.outputPath(""), PERSON))], 1);
  await details(page, PERSON);
  await form(page).locator("summary").click();
  await fill(page);
  await form(page).getByRole("textbox", { name: /^签署日期/ }).fill("2026-11-19");
  await form(page).getByRole("button", { name: "生成单位意见包" }).click();
  await expect(page.locator("#office-said")).toContainText("公示还没有结束就签署了意见。", { timeout: 30_000 });
});

test("the display notice says of people what a display needs and no more, and prints", async ({ page }, info) => {
  const names = ["申报人甲", "申报人乙"];
  const files = names.map((name) => file(`${name}.zip`, sealed(info.outputPath(""), name)));
  await openOffice(page);
  await read(page, files, 2);
  await page.locator("summary", { hasText: "公示（给现在显示的所有申报包）" }).click();
  await page.getByRole("button", { name: "生成公示（HTML，可打印）" }).click();
  await expect(page.getByText("还没有生成").first()).toBeVisible();
  await page.locator("#notice-1").fill("2026-11-12");
  await page.locator("#notice-3").fill("一楼公示栏");
  await page.locator("#notice-6").fill("人事部 0571-00000000");
  await expectAccessible(page);
  const out = info.outputPath("公示.html");
  await downloaded(page, page.getByRole("button", { name: "生成公示（HTML，可打印）" }), out);
  const html = readFileSync(out, "utf8");
  for (const text of [...names, "高级工程师", "2026年11月13日", "2026年11月19日", "一楼公示栏", "人事部 0571-00000000", "杭州某安全技术有限公司"]) {
    expect(html).toContain(text);
  }
  // Neither identity number nor birth date, nor score, nor what anybody did.
  for (const text of ["33010619870228122X", "1987", "自评分", "化工园区", "满足"]) expect(html).not.toContain(text);
  expect(html).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org)/);

  const notice = await page.context().newPage();
  await notice.goto(pathToFileURL(out).href);
  for (const width of [360, 1280]) {
    await notice.setViewportSize({ width, height: 900 });
    expect(await overflowsSideways(notice)).toBe(false);
  }
  await expectAccessible(notice);
  await notice.screenshot({ path: info.outputPath("notice.png"), fullPage: true });
  const pdf = await notice.pdf({ format: "A4" });
  writeFileSync(info.outputPath("notice.pdf"), pdf);
  expect(pdf.toString("latin1").match(/\/Type\s*\/Page[^s]/g)).toHaveLength(1);
});

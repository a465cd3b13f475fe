// The pledge: what it asks for, and that any change voids it visibly until it is given again.
import { attach, attachPaper, drawSignature, expect, field, group, heading, named, openDraft, pledge, sealAndDownload, test, type, visit } from "./support/applicant.js";
import { senior } from "./support/dossiers.js";
import { jpg } from "./support/evidence.js";
import { expectAccepted, payload } from "./support/package.js";

const VOID = "承诺之后内容有过改动，承诺已失效，请重新承诺。";
const NAME = senior().profile.name;

test("it cannot be given before every statement is confirmed and the name is the dossier's", async ({ page }) => {
  await openDraft(page, senior());
  await visit(page, "pledge");
  await give(page);
  await expect(page.getByRole("heading", { name: "还差 6 处，才能承诺" })).toBeVisible();
  await page.getByRole("link", { name: "第 3 条还没有确认" }).click();
  await expect(group(page, "请逐条确认").getByRole("checkbox").nth(2)).toBeFocused();
  for (const box of await group(page, "请逐条确认").getByRole("checkbox").all()) await box.check();
  await page.getByRole("link", { name: "请写上承诺人姓名" }).click();
  await expect(field(page, "承诺人姓名")).toBeFocused();
  await type(page, "承诺人姓名", "阿依古丽");
  await give(page);
  await expect(page.getByRole("heading", { name: "还差 1 处，才能承诺" })).toBeVisible();
  await expect(field(page, "承诺人姓名")).toHaveAttribute("aria-invalid", "true");
  await type(page, "承诺人姓名", NAME);
  await give(page);
  await expect(page.getByText("内容没有再改动，承诺有效")).toBeVisible();
});

test("a signature can be drawn, taken away, and drawn again", async ({ page }) => {
  await openDraft(page, senior());
  await visit(page, "pledge");
  await drawSignature(page);
  await page.getByRole("button", { name: "清除签名" }).click();
  await expect(page.getByRole("img", { name: "签名框，还没有签名" })).toBeVisible();
  await drawSignature(page);
});

test("a changed answer voids it visibly, and nothing is sealed until it is given again", async ({ page }, info) => {
  await openDraft(page, senior());
  await pledge(page, NAME);
  await visit(page, "q/unit");
  await type(page, "工作单位全称", "杭州另一安全技术有限公司");
  await expectVoid(page);

  await pledge(page, NAME, { sign: true });
  const file = info.outputPath("申报包.zip");
  await sealAndDownload(page, file);
  const folder = expectAccepted(file, info.outputPath("解开"));
  expect(payload(folder, "dossier.json").profile.employer).toBe("杭州另一安全技术有限公司");
});

test("an attached file voids it, and so does one that is taken away", async ({ page }) => {
  await openDraft(page, senior());
  await pledge(page, NAME);
  await visit(page, "list/achievements/a1");
  await attach(page, [jpg("现场照片.jpg")]);
  await expectVoid(page);
  await pledge(page, NAME);
  await visit(page, "list/achievements/a1");
  await page.getByRole("button", { name: /^移除\s*现场照片\.jpg$/ }).click();
  await expectVoid(page);
});

test("a change that is undone leaves it void", async ({ page }) => {
  await openDraft(page, senior());
  await pledge(page, NAME);
  await visit(page, "list/titles/t1");
  await attachPaper(page, "聘书复印件");
  await page.getByRole("group", { name: "编辑工具" }).getByRole("button", { name: "撤销" }).click();
  await expectVoid(page);
});

test("a sealed package is not offered any more once something is changed", async ({ page }, info) => {
  await openDraft(page, senior());
  await pledge(page, NAME);
  await sealAndDownload(page, info.outputPath("申报包.zip"));
  await visit(page, "q/unit");
  await type(page, "工作单位全称", "别的单位");
  await visit(page, "package");
  await expect(page.getByRole("link", { name: "下载申报包" })).toHaveCount(0);
  await expect(page.getByText(/还有 \d+ 处没有准备好/)).toBeVisible();
});

test("it can be withdrawn", async ({ page }) => {
  await openDraft(page, senior());
  await pledge(page, NAME);
  await page.getByRole("button", { name: "撤回承诺" }).click();
  await expect(group(page, "请逐条确认")).toBeVisible();
  await visit(page, "package");
  await expect(page.getByText("还没有承诺。")).toBeVisible();
});

async function give(page) {
  await page.getByRole("button", { name: named("我承诺") }).click();
}

/** It says so on its own screen, in the task list, and where the package is sealed. */
async function expectVoid(page) {
  await visit(page, "pledge");
  await expect(page.getByText(VOID)).toBeVisible();
  await expect(group(page, "请逐条确认").getByRole("checkbox", { checked: true })).toHaveCount(0);
  await visit(page, "tasks");
  const task = page.getByRole("main").getByRole("listitem").filter({ has: page.getByRole("link", { name: named("诚信承诺") }) });
  await expect(task).toContainText("已失效，请重新承诺");
  await visit(page, "package");
  await expect(page.getByRole("button", { name: "封装申报包" })).toHaveAttribute("aria-disabled", "true");
  await page.getByRole("button", { name: "封装申报包" }).click({ force: true });
  await expect(page.getByRole("link", { name: "下载申报包" })).toHaveCount(0);
  await page.getByRole("main").getByRole("link", { name: named("诚信承诺") }).click();
  await expect(heading(page, "诚信承诺")).toBeFocused();
}

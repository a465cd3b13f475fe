// One who falls short and reads why, and one whose package is refused and who finds each thing to mend.
import { copyFileSync } from "node:fs";
import { about, attach, expect, field, forget, heading, named, openDraft, ready, saveDraft, test, type, visit } from "./support/applicant.js";
import { senior, tooEarly } from "./support/dossiers.js";
import { pdf } from "./support/evidence.js";

test("who falls short reads which clauses fail, what was found and needed, and the earliest year", async ({ page }) => {
  await openDraft(page, tooEarly());
  await visit(page, "result");
  await expect(page.getByRole("region", { name: "当前结论" }).getByText("不满足", { exact: true })).toBeVisible();
  const level = page.getByText(/^高级工程师：不满足（参考结论）/).locator("..");
  await expect(level).toContainText(/最接近的渠道：常规渠道/);
  await expect(level).toContainText("最早年度：2029 年");

  const standard = route(page, "常规渠道");
  await expect(standard.getByText("差在哪里")).toBeVisible();
  await expect(standard).toContainText(/取得工程师资格的日子（2023年6月30日）：需满 5 年，现 3 年 6 个月/);
  await expect(standard.getByText("G7 继续教育学时", { exact: true })).toBeVisible();
  await expect(standard).toContainText("2024 年：总学时：80 学时，需要不少于 90 学时");
  await expect(standard.getByRole("definition").filter({ hasText: "2029 年" })).toBeVisible();
  await expect(standard.getByText("专业技术能力两项", { exact: true })).toHaveCount(0);

  await expect(route(page, "量化赋分渠道")).toContainText("自评总分 28.20，需要 80.00，至少差 51.80");
  await expect(route(page, "标志性成果渠道")).toContainText("光等年份不够");
  await expect(page.getByText("假定其他情况不变，从本年度起每年的考核和继续教育都达到要求")).toBeVisible();
});

test("the reasons unfold to the facts, which lead to their fields and straight back", async ({ page }) => {
  await openDraft(page, tooEarly());
  await visit(page, "result");
  const standard = route(page, "常规渠道");
  await standard.getByText("逐条看理由").click();
  await standard.getByRole("link", { name: /2024.*80/ }).first().click();
  await expect(heading(page, "继续教育")).toBeVisible();
  await expect(field(page, "总学时")).toHaveValue("80");
  await type(page, "总学时", "90");
  await page.getByRole("link", { name: "这一条填好了" }).click();
  await page.getByRole("link", { name: "改好了，回到“结论”" }).click();
  await expect(heading(page, "结论")).toBeFocused();
  await expect(route(page, "常规渠道").getByText("G7 继续教育学时", { exact: true })).toHaveCount(0);
  await expect(route(page, "常规渠道").getByRole("definition").filter({ hasText: "2028 年" })).toBeVisible();
});

test("a package is refused with each thing to mend, and each leads to its field", async ({ page }) => {
  const dossier = senior();
  dossier.profile.id_number = "330106198702281229";
  delete dossier.profile.employer;
  delete dossier.titles[0].appointed;
  delete dossier.achievements[1].evidence;
  delete dossier.materials;
  dossier.complete = dossier.complete.filter((list) => list !== "training");
  await openDraft(page, dossier);
  await visit(page, "package");
  await expect(page.getByText("还有 7 处没有准备好")).toBeVisible();
  await expect(page.getByRole("button", { name: "封装申报包" })).toHaveAttribute("aria-disabled", "true");

  const idNumber = obstacles(page).locator(".card").filter({ has: page.getByRole("link", { name: "身份证号码" }) });
  await expect(idNumber).toContainText("最后一位（校验码）和前面的数字对不上");
  const inTheWay = [
    [/身份证号码/, "q/person", (it) => field(it, "身份证号码")],
    [/工作单位全称/, "q/unit", (it) => field(it, "工作单位全称")],
    [/取得职称的日期/, "list/titles/t1", (it) => field(it, "取得职称的日期")],
    [/^事故调查或应急处置“某县粉尘爆炸事故调查”$/, "list/achievements/a2", (it) => it.locator("#e-a2")],
    [/^材料“身份证”$/, "materials", (it) => it.locator("#e-identity_card")],
    [/继续教育/, "list/training", (it) => it.locator("#l-training")],
  ];
  for (const [name, address, place] of inTheWay) {
    await visit(page, "package");
    await obstacles(page).getByRole("link", { name }).click();
    await expect(page, String(name)).toHaveURL(new RegExp(`#/${address}$`));
    await expectFocusWithin(place(page), String(name));
  }
  await visit(page, "package");
  await obstacles(page).getByRole("link", { name: named("诚信承诺") }).click();
  await expect(heading(page, "诚信承诺")).toBeFocused();
});

test("mending one thing leads straight back to the package", async ({ page }) => {
  const dossier = senior();
  dossier.profile.id_number = "330106198702281229";
  await openDraft(page, dossier);
  await visit(page, "package");
  await expect(page.getByText("还有 2 处没有准备好")).toBeVisible();
  await page.getByRole("link", { name: /身份证号码/ }).click();
  await type(page, "身份证号码", "33010619870228122X");
  await page.getByRole("link", { name: "改好了，回到“申报包”" }).click();
  await expect(heading(page, "申报包")).toBeFocused();
  await expect(page.getByText("还有 1 处没有准备好")).toBeVisible();
});

test("a file whose bytes are not at hand is named, and can be attached again", async ({ page }) => {
  const dossier = senior();
  dossier.achievements[0].evidence = ["验收意见.pdf"];
  await openDraft(page, dossier);
  await visit(page, "package");
  await expect(page.getByText("文件的内容现在不在手边")).toBeVisible();
  await page.getByRole("link", { name: /验收意见\.pdf/ }).click();
  await expect(page).toHaveURL(/#\/list\/achievements\/a1$/);
  await page.getByLabel("选择文件").setInputFiles([pdf("验收意见.pdf")]);
  await expect(page.getByText("文件的内容现在不在手边")).toHaveCount(0);
  await expect(about(page, "移除", "验收意见.pdf")).toBeVisible();
  await visit(page, "package");
  await expect(page.getByText("还有 1 处没有准备好")).toBeVisible();
});

test("the portal that is chosen stays chosen, over a reload and in the draft file", async ({ page }, info) => {
  const strict = page.getByRole("radio", { name: /^示例：较严的系统/ });
  const refused = page.getByText(/上传系统不收/).first();
  await openDraft(page, senior());
  await visit(page, "list/achievements/a1");
  await attach(page, [pdf("合同&验收意见.pdf")]);
  await expect(refused).toHaveCount(0);
  await visit(page, "package");
  await strict.check();
  await expect(refused).toBeVisible();
  await visit(page, "list/achievements/a1");
  await expect(refused).toBeVisible();
  await page.reload();
  await ready(page);
  await visit(page, "package");
  await expect(strict).toBeChecked();
  const saved = await saveDraft(page);
  const file = info.outputPath(saved.name);
  copyFileSync(saved.path, file);
  await forget(page);
  await page.getByLabel("打开草稿文件或申报包").setInputFiles(file);
  await expect(heading(page, "任务清单")).toBeVisible();
  await visit(page, "package");
  await expect(strict).toBeChecked();
  await expect(refused).toBeVisible();
});

function route(page, name) {
  const title = page.getByRole("heading", { level: 3, name });
  return page.getByRole("listitem").filter({ has: title }).first();
}

function obstacles(page) {
  const title = page.getByRole("heading", { level: 2, name: "封装以前要做的" });
  return page.locator("section").filter({ has: title }).last();
}

/** The focus is on the place, or on a control within it. */
async function expectFocusWithin(place, what) {
  await expect.poll(() => place.evaluate((element) => element.contains(document.activeElement)), what).toBe(true);
}

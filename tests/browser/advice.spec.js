// What would change the verdict: gaps, ways and years on the result, and the way that asks only what is needed.
import {
  addRecord, answer, choice, complete, control, expect, field, fill, group, heading, named, none, open, openDraft, test, visit,
} from "./support/applicant.js";
import { expectAccessible } from "./support/axe.js";
import { senior, tooEarly } from "./support/dossiers.js";
import { chooseByArrows, press, tabTo, tick, typeInto } from "./support/keys.js";
import { unfold } from "./support/screens.js";

const ASK = "只问必要的";

/** The box of a route of a level on the result. */
function route(page, level, name) {
  const section = page.locator("section").filter({ has: page.getByRole("heading", { level: 2, name: named(`${level}的各条渠道`) }) });
  const title = page.getByRole("heading", { level: 3, name: named(name) });
  return section.last().getByRole("listitem").filter({ has: title }).first();
}

/** The advice of a route, once it is there, unfolded. */
async function advice(box) {
  const folded = box.locator("details.route__advice");
  await expect(folded).not.toContainText("正在算", { timeout: 20_000 });
  if ((await folded.getAttribute("open")) === null) await folded.locator("> summary").click();
  return folded;
}

/** How far things moved by themselves since the page was opened, as the browser reckons it. */
async function watchShifts(page) {
  await page.evaluate(() => {
    window.shifts = [];
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts.push(entry.value);
    }).observe({ type: "layout-shift" });
  });
  return () => page.evaluate(() => window.shifts.reduce((sum, value) => sum + value, 0));
}

test("who comes too early reads the earliest year and what it is waited for", async ({ page }) => {
  await openDraft(page, tooEarly());
  await visit(page, "result");
  const standard = route(page, "高级工程师", "常规渠道");
  await expect(standard).toContainText("2029 年");
  await expect(standard).toContainText("差在哪里");
  await expect(standard).toContainText("需满 5 年，现 3 年");
  const told = await advice(standard);
  await told.getByText("为什么要等到 2029 年").click();
  for (const year of ["2026 年：", "2027 年："]) await expect(told.getByRole("listitem").filter({ hasText: year }).first()).toContainText("学历和年限");
  await expect(told).toContainText("等到 2029 年度再申报");
});

test("who is short of points reads how many, which rows could give them, and goes to the list", async ({ page }) => {
  await openDraft(page, senior());
  await visit(page, "result");
  const told = await advice(route(page, "高级工程师", "量化赋分渠道（破格）"));
  await expect(told).toContainText(/离规定分值 80\.00 还差 \d+\.\d\d/);
  await told.getByText("哪些项还能加分").click();
  const row = told.getByRole("link", { name: /最多还能加/ }).first();
  await expect(row).toBeVisible();
  await row.click();
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText("结论");
  await page.getByRole("link", { name: /改好了，回到“结论”/ }).click();
  await expect(heading(page, "结论")).toBeFocused();
});

test("a gap leads to its field, and the answer settles the route", async ({ page }) => {
  const dossier = senior();
  delete dossier.profile.in_post;
  await openDraft(page, dossier);
  await visit(page, "result");
  const told = await advice(route(page, "高级工程师", "常规渠道"));
  await expect(told).toContainText("答出下面任何一组，就可能定为“满足”");
  await told.getByRole("link", { name: named("现在在浙江从事这个类别的工作，并且在职") }).first().click();
  await expect(heading(page, "能不能报")).toBeVisible();
  await expect(group(page, "现在在浙江从事这个类别的工作，并且在职").getByRole("radio", { checked: true })).toBeFocused();
  await answer(page, "现在在浙江从事这个类别的工作，并且在职", "是");
  await page.getByRole("link", { name: /改好了，回到“结论”/ }).click();
  await expect(heading(page, "结论")).toBeFocused();
  await expect(page.getByText("高级工程师：满足（参考结论），建议走常规渠道。").first()).toBeVisible();
});

test("both levels stand side by side, and one below the other on a telephone", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await openDraft(page, senior());
  await visit(page, "result");
  const [first, second] = await page.locator(".answers > section").all();
  const [left, right] = [await first.boundingBox(), await second.boundingBox()];
  expect(left.y).toBe(right.y);
  expect(right.x).toBeGreaterThan(left.x + left.width);
  await page.setViewportSize({ width: 360, height: 740 });
  const [above, below] = [await first.boundingBox(), await second.boundingBox()];
  expect(below.y).toBeGreaterThan(above.y);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test("advice that comes in moves nothing", async ({ page }) => {
  const dossier = senior();
  dossier.complete = [];
  await openDraft(page, dossier);
  await visit(page, "result");
  await page.waitForTimeout(700);
  const shifts = await watchShifts(page);
  await page.reload();
  await expect(heading(page, "结论")).toBeVisible();
  const again = await watchShifts(page);
  await expect(page.locator("details.route__advice", { hasText: "正在算" })).toHaveCount(0, { timeout: 30_000 });
  expect(await again()).toBe(0);
  expect(await shifts()).toBe(0);
});

// What the person of `senior()` answers to whatever is asked.
const QUESTIONS = {
  申报级别: "高级工程师", 专业类别: "安全技术服务", 性别: "女", 出生日期: "1987-02-28",
  "现在在浙江从事这个类别的工作，并且在职": "是",
  "是公务员，或是参照公务员法管理的人员": "否",
  "现在正受处分，处分期还没有结束": "否",
  "因职称申报违纪被处理过，是哪一年": none("没有"),
  已经批准延迟退休: "否", 在一线工作了几年: "9", 工作地点在哪一级: "县（市、区）", 在安全管理岗位上干了几年: "3",
};
const LISTS = {
  学历学位: [[{ 学历或学位: "硕士", 学习方式: "全日制", 证书上的日期: "2012-06-30" }]],
  职称: [[{ 哪一级: "工程师（中级）", 怎么取得的: "评审或认定", 取得职称的日期: "2018-12-31" }]],
  职业资格证书: [[{ 什么证书: "中级注册安全工程师", 取得日期: "2019-03-01", 有效期到哪天: "2029-02-28" }]],
  年度考核: [2023, 2024, 2025].map((year) => [{ 年度: String(year), 结果: "合格（称职）" }]),
  继续教育: [2022, 2023, 2024, 2025].map((year) => [
    { 年度: String(year), 总学时: "90", "其中专业科目（含行业公需）": "60", 其中一般公需科目: "18" },
  ]),
  业绩成果: [
    [{ 名称: "某化工园区安全评价", 日期: "2021-05-20", 项目级别: "市级", 您的角色: "负责人" }, { kind: "工程或技术服务项目" }],
    [{ 名称: "某县粉尘爆炸事故调查", 日期: "2022-11-08", 事故等级: "一般事故", 您的角色: "主要参加人" }, { kind: "事故调查或应急处置" }],
    [
      { 名称: "某市科技进步奖", 日期: "2023-11-10", 奖项级别: "市级", 几等奖: "3", 排名: "4", 是哪个项目得的奖: none("独立") },
      { kind: "科技奖或成果奖" },
    ],
    [
      { 名称: "受限空间作业风险分级研究", 日期: "2022-09-01", 刊物档次: "核心期刊", 作者身份: "第一作者或通讯作者" },
      { kind: "论文" },
    ],
  ],
};

/** The heading of what is asked now. */
function asked(page) {
  return page.getByRole("heading", { level: 1 }).textContent();
}

/** Answers what is asked. */
async function answerIt(page, title) {
  if (title in QUESTIONS) return answer(page, title, QUESTIONS[title]);
  if (!(title in LISTS)) throw new Error(`“${title}” was asked`);
  for (const [fields, more] of LISTS[title]) await addRecord(page, title, fields, more);
  return complete(page);
}

test("from nothing to a verdict by what is asked alone, and not a question more", async ({ page }) => {
  test.setTimeout(240_000);
  await open(page);
  await page.getByRole("link", { name: "开始填写" }).click();
  await page.getByRole("main").getByRole("link", { name: ASK }).click();
  await expect(heading(page, ASK)).toBeFocused();
  await expectAccessible(page);
  await page.getByRole("button", { name: "开始问" }).click();
  const seen = [];
  while (await page.getByRole("link", { name: named("看结论") }).count() < 2) {
    const title = await asked(page);
    expect(seen, "nothing is asked twice").not.toContain(title);
    seen.push(title);
    if (seen.length === 2) {
      await unfold(page);
      await expectAccessible(page);
    }
    await answerIt(page, title);
    const next = page.getByRole("button", { name: "下一题" });
    const settled = page.getByRole("main").getByRole("link", { name: named("看结论") });
    await expect(next.or(settled)).toBeVisible();
    if (await settled.count()) break;
    await next.click();
    await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
    await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(title);
  }
  await expect(page.getByText("结论定了，不用再答了。")).toBeVisible();
  await expect(page.getByRole("status").getByText("高级工程师：满足（参考结论）")).toBeVisible();
  expect(seen[0]).toBe("申报级别");
  for (const idle of ["姓名", "身份证号码", "工作单位全称", "材料由谁审核"]) expect(seen).not.toContain(idle);
  await page.getByRole("main").getByRole("link", { name: named("看结论") }).click();
  await expect(heading(page, "结论")).toBeFocused();
  // The other way holds the same answers.
  await visit(page, "q/target");
  await expect(choice(page, "申报级别", "高级工程师")).toBeChecked();
  await visit(page, "ask");
  await expect(page.getByText("结论定了，不用再答了。")).toBeVisible();
});

test("leaving out, going back, undoing, reloading and opening an address behave", async ({ page }) => {
  await open(page);
  await visit(page, "ask");
  await page.getByRole("button", { name: "开始问" }).click();
  await expect(heading(page, "申报级别")).toBeFocused();
  await answer(page, "申报级别", "高级工程师");
  await page.getByRole("button", { name: "下一题" }).click();
  await expect(heading(page, "申报级别")).toHaveCount(0);
  const second = await asked(page);
  const address = page.url();
  await page.getByRole("button", { name: /先跳过/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(second);
  await page.goBack();
  await expect(heading(page, second)).toBeFocused();
  expect(page.url()).toBe(address);
  await page.goBack();
  await expect(heading(page, "申报级别")).toBeFocused();
  await expect(choice(page, "申报级别", "高级工程师")).toBeChecked();
  await page.getByRole("button", { name: "撤销" }).first().click();
  await expect(choice(page, "申报级别", "不清楚，以后再填")).toBeChecked();
  await page.getByRole("button", { name: "重做" }).first().click();
  await expect(choice(page, "申报级别", "高级工程师")).toBeChecked();
  await page.reload();
  await expect(heading(page, "申报级别")).toBeVisible();
  await expect(choice(page, "申报级别", "高级工程师")).toBeChecked();
  await page.goto(`${address.split("#")[0]}#/ask/q/in_post`);
  await expect(heading(page, "现在在浙江从事这个类别的工作，并且在职")).toBeVisible();
  await visit(page, "ask/q/nothing");
  await expect(heading(page, "这里没有内容")).toBeVisible();
});

test("what is asked is answered by the keyboard alone", async ({ page }) => {
  const dossier = senior();
  for (const id of ["target_level", "in_post", "front_line_years"]) delete dossier.profile[id];
  await openDraft(page, dossier);
  await press(page, page.getByRole("navigation", { name: "主要页面" }).getByRole("link", { name: ASK }));
  await expect(heading(page, ASK)).toBeFocused();
  await press(page, page.getByRole("button", { name: "开始问" }));
  await expect(heading(page, "申报级别")).toBeFocused();
  await chooseByArrows(page, group(page, "申报级别"), choice(page, "申报级别", "高级工程师"));
  await press(page, page.getByRole("button", { name: "下一题" }));
  const post = "现在在浙江从事这个类别的工作，并且在职";
  await expect(heading(page, post)).toBeFocused();
  await chooseByArrows(page, group(page, post), choice(page, post, "是"));
  await expect(page.getByText("结论定了，不用再答了。")).toBeVisible();
  await press(page, page.getByRole("main").getByRole("link", { name: named("看结论") }));
  await expect(heading(page, "结论")).toBeFocused();
});

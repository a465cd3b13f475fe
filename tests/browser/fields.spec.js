// Fields: what is typed stays, the focus stays, and messages stand beside the field, tied to it.
import { addRecord, answer, choice, expect, field, group, heading, named, none, open, openDraft, test, tool, type, visit } from "./support/applicant.js";
import { senior } from "./support/dossiers.js";
import { stored } from "./support/stored.js";

// Each kind of field that is typed in: what it refuses, what it says then, how typing on mends it, and what it shows at last.
const KINDS = {
  "an identity number": {
    at: "q/person", label: "身份证号码", wrong: "33010619870228122", told: /“身份证号码”应当是 18 位，现在是 17 位。/,
    on: "x", shown: "33010619870228122X",
  },
  "a text": {
    at: "q/person", label: "姓名", wrong: "长".repeat(61), told: /“姓名”太长了，最多 60 个字。/,
    back: 59, on: "孙", shown: "长长孙",
  },
  "a date": { at: "q/person", label: "出生日期", wrong: "1987-2-2９日号", told: /“1987-2-2９日号”不是日历上的一天/, back: 3, on: "8", shown: "1987-02-28" },
  "a whole number": { at: "q/experience", label: "在一线工作了几年", wrong: "9.", told: /“在一线工作了几年”要填数字/, back: 1, on: "", shown: "9" },
  "a year": {
    at: "q/eligibility", label: "因职称申报违纪被处理过，是哪一年", wrong: "去年", told: /要填数字，“去年”不是数字/,
    back: 2, on: "２０１９", shown: "2019",
  },
  "a decimal": { at: "list/training/h2024", label: "总学时", wrong: "九十", told: /“总学时”要填数字，“九十”不是数字/, back: 2, on: "90.5", shown: "90.5" },
  "a rank": { at: "list/achievements/a3", label: "排名", wrong: "0", told: /“排名”要在 1 到 200 位?之间|“排名”要在 1 到 200/, on: "4", back: 1, shown: "4" },
};

for (const [kind, { at, label, wrong, told, back = 0, on, shown }] of Object.entries(KINDS)) {
  test(`${kind} keeps text and focus while it is refused, and is mended by typing on`, async ({ page }) => {
    await openDraft(page, senior());
    await visit(page, at);
    const box = field(page, label);
    await box.fill("");
    await box.evaluate((element) => { element.sameAsBefore = true; });
    await box.pressSequentially(wrong);
    await expectTyping(box, wrong);
    await box.press("Tab");
    await expect(box).toHaveAttribute("aria-invalid", "true");
    await expect(box).toHaveAccessibleDescription(told);
    await expect(page.locator(":focus")).toHaveCount(1);
    await expect(summary(page)).toContainText("有 1 处要改");

    await summary(page).getByRole("link", { name: told }).click();
    await expectTyping(box, wrong);
    await box.press("End");
    for (let step = 0; step < back; step += 1) await box.press("Backspace");
    await box.pressSequentially(on);
    await expectTyping(box, wrong.slice(0, wrong.length - back) + on);
    await box.press("Tab");
    await expect(box).toHaveValue(shown);
    await expect(box).not.toHaveAttribute("aria-invalid", "true");
    await expect(summary(page)).toHaveCount(0);
    expect(await box.evaluate((element) => element.sameAsBefore)).toBe(true);
  });
}

for (const [kind, { at, label, pick, change, told }] of Object.entries({
  "a yes or no": { at: "q/eligibility", label: "已经批准延迟退休", pick: "否", change: { late_retirement_approved: "maybe" }, told: /只能答“是”或“否”/ },
  "a choice": { at: "q/unit", label: "单位性质", pick: "民营企业", change: { employer_kind: "moon_base" }, told: /没有“moon_base”这个选项。请从列出的选项里选一个/ },
})) {
  test(`${kind} that a draft holds wrongly is told beside it, and chosen anew with the focus kept`, async ({ page }) => {
    const dossier = senior();
    Object.assign(dossier.profile, change);
    await openDraft(page, dossier);
    await visit(page, at);
    await expect(group(page, label)).toHaveAccessibleDescription(told);
    await summary(page).getByRole("link", { name: told }).click();
    expect(await group(page, label).evaluate((element) => element.contains(document.activeElement))).toBe(true);
    await choice(page, label, pick).click();
    await expect(choice(page, label, pick)).toBeFocused();
    await expect(choice(page, label, pick)).toBeChecked();
    await expect(summary(page)).toHaveCount(0);
  });
}

for (const [typed, day, words] of [
  ["2021年6月1日", "2021-06-01", "2021年6月1日"],
  ["2021.6", "2021-06-30", "2021年6月30日"],
  ["２０２１．２", "2021-02-28", "2021年2月28日"],
  ["20210601", "2021-06-01", "2021年6月1日"],
  ["2021／6／1", "2021-06-01", "2021年6月1日"],
]) {
  test(`the day typed ${typed} is understood as ${words}`, async ({ page }) => {
    await openDraft(page, senior());
    await visit(page, "list/achievements/a1");
    const box = field(page, "日期");
    await box.fill("");
    await box.pressSequentially(typed);
    await expectTyping(box, typed);
    await expect(page.getByText(`识别为 ${words}`)).toBeVisible();
    await box.blur();
    await expect(box).toHaveValue(day);
  });
}

test("full-width digits and signs are taken as numbers", async ({ page }) => {
  await open(page);
  await visit(page, "q/experience");
  await type(page, "在一线工作了几年", "１２");
  await expect(field(page, "在一线工作了几年")).toHaveValue("12");
  await visit(page, "q/person");
  await type(page, "身份证号码", "３３０１０６ １９８７０２２８ １２２ｘ");
  await expect(field(page, "身份证号码")).toHaveValue("33010619870228122X");
  await expect(summary(page)).toHaveCount(0);
});

test("the identity number must agree with sex and day of birth", async ({ page }) => {
  await openDraft(page, senior());
  await visit(page, "q/person");
  await answer(page, "性别", "男");
  await expect(field(page, "身份证号码")).toHaveAccessibleDescription(/表示的性别和填写的不一样/);
  await answer(page, "性别", "女");
  await type(page, "出生日期", "1987-02-27");
  await expect(field(page, "身份证号码")).toHaveAccessibleDescription(/表示的出生日期是 1987年2月28日，和填写的不一样/);
  await type(page, "身份证号码", "330106198702281229");
  await expect(field(page, "身份证号码")).toHaveAccessibleDescription(/校验码/);
});

test("a day of birth after today is refused, and a degree before it", async ({ page }) => {
  await openDraft(page, senior());
  await visit(page, "q/person");
  await type(page, "出生日期", "2031-01-01");
  await expect(field(page, "出生日期")).toHaveAccessibleDescription(/在今天以后，不可能/);
  await type(page, "出生日期", "1987-02-28");
  await visit(page, "list/degrees/d1");
  await type(page, "证书上的日期", "1986-06-30");
  await expect(field(page, "证书上的日期")).toHaveAccessibleDescription(/学历学位的日期早于出生日期/);
  await expect(summary(page)).toBeVisible();
});

test("an achievement after today, or after the cut-off day, is only warned of", async ({ page }) => {
  await openDraft(page, senior());
  await visit(page, "list/achievements/a1");
  const box = field(page, "日期");
  for (const [typed, told] of [["2026-12-01", /在今天以后。先按会如期发生来算/], ["2027-01-15", /截止日（2026年12月31日）以后，本年度不计/]]) {
    await type(page, "日期", typed);
    await expect(box).toHaveAccessibleDescription(told);
    await expect(box).not.toHaveAttribute("aria-invalid", "true");
    await expect(summary(page)).toHaveCount(0);
  }
});

test("a degree after today is told of", async ({ page }) => {
  await openDraft(page, senior());
  await visit(page, "list/degrees/d1");
  await type(page, "证书上的日期", "2026-12-01");
  await expect(field(page, "证书上的日期")).toHaveAccessibleDescription(/在今天以后/);
});

test("one training record a year: a second is refused and named", async ({ page }) => {
  await openDraft(page, senior());
  await visit(page, "list/training");
  await addRecord(page, "继续教育", { 年度: "2024", 总学时: "90" });
  await expect(summary(page)).toContainText(/重复，只能有一条/);
});

test("a check never blocks going on", async ({ page }) => {
  await open(page);
  await visit(page, "q/person");
  await type(page, "身份证号码", "12");
  await expect(summary(page)).toBeVisible();
  await page.getByRole("link", { name: named("继续：工作单位") }).click();
  await expect(heading(page, "工作单位")).toBeFocused();
  await visit(page, "q/person");
  await expect(field(page, "身份证号码")).toHaveValue("12");
});

test("typing in the middle keeps the caret where it is", async ({ page }) => {
  await open(page);
  await visit(page, "q/person");
  const box = field(page, "姓名");
  await box.pressSequentially("王明");
  await box.press("ArrowLeft");
  await box.pressSequentially("小小");
  await expectTyping(box, "王小小明");
  await box.blur();
  await expect(box).toHaveValue("王小小明");
});

test("who types quickly sees all of it, also beside the field", async ({ page }) => {
  await openDraft(page, senior());
  await visit(page, "list/achievements/a3");
  const box = field(page, "名称");
  const long = "某化工园区重大危险源在线监测预警与多灾种耦合风险动态评估";
  await box.fill("");
  await box.pressSequentially(long);
  await expect(box).toHaveValue(long);
  await expect(box).toBeFocused();
  await expect(page.locator(".field__whole", { hasText: long })).toHaveText(long);
});

for (const at of ["q/experience", "list/achievements/a3", "ask/q/front_line_years"]) {
  test(`a screen on which nobody does anything stays as it is: ${at}`, async ({ page }) => {
    await openDraft(page, senior());
    await visit(page, at);
    await page.evaluate(() => {
      window.changes = 0;
      new MutationObserver((records) => { window.changes += records.length; })
        .observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    });
    const before = await stored(page, "drafts");
    await page.waitForTimeout(1500);
    expect(await page.evaluate(() => window.changes)).toBe(0);
    expect(await stored(page, "drafts")).toEqual(before);
    await expect(tool(page, "撤销")).toBeDisabled();
  });
}

for (const [label, keys, chosen, shown] of [
  ["姓名", ["a", "a yi", "a yi gu", "a yi gu li"], "阿依古丽", "阿依古丽"],
  ["出生日期", ["n", "ni", "nian"], "1987年2月28日", "1987-02-28"],
]) {
  test(`a Chinese composition in “${label}” is never disturbed`, async ({ page, context }) => {
    await open(page);
    await visit(page, "q/person");
    const box = field(page, label);
    await box.focus();
    const keyboard = await context.newCDPSession(page);
    for (const text of keys) {
      await keyboard.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
      await expectTyping(box, text);
      await expect(summary(page)).toHaveCount(0);
    }
    await keyboard.send("Input.insertText", { text: chosen });
    await expectTyping(box, chosen);
    await box.blur();
    await expect(box).toHaveValue(shown);
    await visit(page, "check");
    const row = page.getByRole("main").locator("dl > div").filter({ has: page.getByText(label, { exact: true }) });
    await expect(row.first()).toContainText(chosen);
  });
}

test("a question can be left open: nothing is entered, and the conclusion stays open", async ({ page }) => {
  await openDraft(page, senior());
  await visit(page, "q/eligibility");
  await answer(page, "现在正受处分，处分期还没有结束", "不清楚");
  await expectConclusion(page, "待定");
  await visit(page, "result");
  const advice = page.locator("details.route__advice").first();
  await expect(advice).not.toContainText("正在算", { timeout: 20_000 });
  await advice.evaluate((details) => { details.open = true; });
  await expect(advice.getByRole("link", { name: /现在正受处分/ }).first()).toBeVisible();
  await visit(page, "q/eligibility");
  await answer(page, "现在正受处分，处分期还没有结束", "否");
  await expectConclusion(page, "满足");

  await visit(page, "list/titles/t1");
  await page.getByRole("button", { name: /^不清楚，以后再填\s*取得职称的日期$/ }).click();
  await expect(field(page, "取得职称的日期")).toHaveValue("");
  await expect(summary(page)).toHaveCount(0);
});

test("“none” is an answer of its own and not the same as not known", async ({ page }) => {
  await open(page);
  await visit(page, "q/eligibility");
  const box = page.getByRole("checkbox", { name: named("没有") });
  await expect(box).not.toBeChecked();
  await answer(page, "因职称申报违纪被处理过，是哪一年", none("没有"));
  await type(page, "因职称申报违纪被处理过，是哪一年", "2019");
  await expect(box).not.toBeChecked();
  await box.check();
  await expect(field(page, "因职称申报违纪被处理过，是哪一年")).toHaveValue("");
  await page.getByRole("button", { name: /^不清楚，以后再填\s*因职称申报违纪被处理过/ }).click();
  await expect(box).not.toBeChecked();
});

/** The field has the focus and shows exactly what was typed. */
async function expectTyping(box, text) {
  await expect(box).toBeFocused();
  await expect(box).toHaveValue(text);
}

function summary(page) {
  return page.getByRole("group", { name: /处要改$/ });
}

async function expectConclusion(page, verdict) {
  await expect(page.getByRole("region", { name: "当前结论" }).getByText(verdict, { exact: true })).toBeVisible();
}

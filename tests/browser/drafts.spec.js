// Drafts: what was typed is kept, by the browser and as a file, and comes back.
import { readFileSync } from "node:fs";
import { about, answer, chooseDraft, expect, field, forget, heading, named, open, openDraft, ready, test, type, visit } from "./support/applicant.js";
import { senior } from "./support/dossiers.js";

const STORED = "zhicheng.draft.v1";
const NAME = senior().profile.name;

test("a reload keeps everything that was typed, and the screen", async ({ page }) => {
  await open(page);
  await visit(page, "q/person");
  await type(page, "姓名", NAME);
  await answer(page, "性别", "女");
  await type(page, "出生日期", "1987年2月28日");
  await visit(page, "list/achievements");
  await page.getByRole("button", { name: named("添加一条业绩成果") }).click();
  await page.getByRole("button", { name: named("论文") }).click();
  await type(page, "名称", "受限空间作业风险分级研究");
  await answer(page, "刊物档次", "核心期刊");
  await page.reload();
  await ready(page);
  await expect(heading(page, "论文")).toBeVisible();
  await expect(field(page, "名称")).toHaveValue("受限空间作业风险分级研究");
  await expect(page.getByRole("radio", { name: /^核心期刊/ })).toBeChecked();
  await visit(page, "q/person");
  await expect(field(page, "姓名")).toHaveValue(NAME);
  await expect(field(page, "出生日期")).toHaveValue("1987-02-28");
  await expect(page.getByRole("radio", { name: "女" })).toBeChecked();
});

test("what is typed is kept before the field is left", async ({ page }) => {
  await open(page);
  await visit(page, "q/unit");
  await field(page, "工作单位全称").pressSequentially("杭州某安全技术");
  await page.reload();
  await ready(page);
  await expect(field(page, "工作单位全称")).toHaveValue("杭州某安全技术");
});

test("a draft file opened on an empty browser gives the same again", async ({ page }) => {
  await openDraft(page, senior());
  await visit(page, "q/unit");
  await type(page, "工作单位全称", "宁波“甬安”技术服务中心");
  const saved = await saveDraft(page);
  expect(saved.name).toBe(`职称自评草稿-${NAME}-2026.json`);
  const expected = senior();
  expected.profile.employer = "宁波“甬安”技术服务中心";
  expect(JSON.parse(saved.text)).toEqual(expected);

  await forget(page);
  await expect(page.getByRole("link", { name: "开始填写" })).toBeVisible();
  await chooseDraft(page, saved.text, saved.name);
  await expect(heading(page, "任务清单")).toBeFocused();
  await expect(page.getByText("已打开草稿文件。")).toBeVisible();
  expect((await saveDraft(page)).text).toBe(saved.text);
  await page.reload();
  await ready(page);
  expect((await saveDraft(page)).text).toBe(saved.text);
});

test("what this version does not know is carried along", async ({ page }) => {
  const dossier = senior();
  dossier.profile.asked_in_a_later_book = "留着";
  dossier.degrees[0].later_field = 7;
  await openDraft(page, dossier);
  expect(JSON.parse((await saveDraft(page)).text)).toEqual(dossier);
});

const BROKEN = {
  "a file cut short": [JSON.stringify(senior()).slice(0, 400), /不是能打开的草稿，现在的内容没有变。这不是完好的自评草稿文件：.+/],
  "a file of another format": ['{"format":"zhicheng-dossier/9","book":"b"}', /格式标记是“zhicheng-dossier\/9”，这里能打开的是“zhicheng-dossier\/1”。.*新版本存的文件请用新版本打开/],
  "a file with a part of the wrong shape": ['{"format":"zhicheng-dossier/1","book":"b","profile":[]}', /“profile”处的内容不对.*请改正这一处，或重新导出草稿/],
  "a picture": ["\u0089PNG\r\n\u001a\n", /不是能打开的草稿，现在的内容没有变/],
};

for (const [what, [text, told]] of Object.entries(BROKEN)) {
  test(`${what} is named with what to do, and nothing is lost`, async ({ page }) => {
    await openDraft(page, senior());
    await visit(page, "start");
    await chooseDraft(page, text, "坏的.json");
    await expect(page.getByText(told)).toBeVisible();
    await page.getByRole("button", { name: "知道了" }).click();
    await expect(page.getByText(told)).toHaveCount(0);
    expect(JSON.parse((await saveDraft(page)).text)).toEqual(senior());
  });
}

test("a draft replaces another only when the person agrees, and that can be undone", async ({ page }) => {
  await openDraft(page, senior());
  const other = senior();
  other.profile.name = "王小明";
  await visit(page, "start");
  await chooseDraft(page, JSON.stringify(other));
  await expect(page.getByText("现在填的内容会换成文件里的。要换吗？")).toBeVisible();
  await page.getByRole("button", { name: "不换，留着现在的" }).click();
  await expectName(page, NAME);
  await visit(page, "start");
  await chooseDraft(page, JSON.stringify(other));
  await page.getByRole("button", { name: "换掉现在的内容" }).click();
  await expect(heading(page, "任务清单")).toBeFocused();
  await page.getByRole("status").getByRole("button", { name: "撤销" }).click();
  await expectName(page, NAME);
  await tool(page, "重做").click();
  await expectName(page, "王小明");
});

test("beginning anew asks first, empties everything, and can be undone", async ({ page }) => {
  await openDraft(page, senior());
  await visit(page, "start");
  await page.getByRole("button", { name: "重新开始" }).click();
  await page.getByRole("button", { name: "换掉现在的内容" }).click();
  await expectName(page, "");
  await tool(page, "撤销").click();
  await expectName(page, NAME);
  expect(JSON.parse((await saveDraft(page)).text)).toEqual(senior());
});

test("steps are undone and redone one by one; what was typed in one go is one step", async ({ page }) => {
  await open(page);
  await visit(page, "q/unit");
  await expect(tool(page, "撤销")).toHaveAttribute("aria-disabled", "true");
  await type(page, "工作单位全称", "甲乙丙公司");
  await answer(page, "单位性质", "民营企业");
  await answer(page, "单位性质", "国有企业");
  await tool(page, "撤销").click();
  await expect(page.getByRole("radio", { name: "民营企业" })).toBeChecked();
  await tool(page, "撤销").click();
  await expect(page.getByRole("group", { name: "单位性质" }).getByRole("radio", { name: /不清楚/ })).toBeChecked();
  await tool(page, "撤销").click();
  await expect(field(page, "工作单位全称")).toHaveValue("");
  await expect(tool(page, "撤销")).toHaveAttribute("aria-disabled", "true");
  for (let step = 0; step < 3; step += 1) await tool(page, "重做").click();
  await expect(field(page, "工作单位全称")).toHaveValue("甲乙丙公司");
  await expect(page.getByRole("radio", { name: "国有企业" })).toBeChecked();
  await expect(tool(page, "重做")).toHaveAttribute("aria-disabled", "true");
  await tool(page, "撤销").click();
  await answer(page, "单位性质", "事业单位");
  await expect(tool(page, "重做")).toHaveAttribute("aria-disabled", "true");
});

test("a removed record comes back where it was, a copied one stands behind it", async ({ page }) => {
  await openDraft(page, senior());
  await visit(page, "list/achievements");
  const titles = page.getByRole("article").getByRole("heading", { level: 3 });
  const before = await titles.allTextContents();
  await about(page, "删除", before[1]).click();
  await expect(titles).toHaveText([before[0], before[2], before[3]]);
  await page.getByRole("status").getByRole("button", { name: "撤销" }).click();
  await expect(titles).toHaveText(before);
  await about(page, "复制", before[1]).click();
  await expect(titles).toHaveText([before[0], before[1], before[1], before[2], before[3]]);
  await expect(page.getByText("已复制一条记录")).toBeVisible();
});

test("a stored draft that cannot be read is set aside, told of, and can be saved as a file", async ({ page }) => {
  await open(page);
  await page.evaluate((key) => localStorage.setItem(key, '{"format":"zhicheng-draft/1","dossier":'), STORED);
  await page.reload();
  await ready(page);
  await expect(page.getByText("读不出来，已经原样放在一边，没有删除")).toBeVisible();
  await visit(page, "start");
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "存成文件" }).or(page.getByRole("link", { name: "存成文件" })).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe("职称自评-读不出来的草稿.json");
  expect(readFileSync(await download.path(), "utf8")).toBe('{"format":"zhicheng-draft/1","dossier":');
});

test("when the browser has no room it says so, and the draft can still be saved as a file", async ({ page }) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => { throw new DOMException("full", "QuotaExceededError"); };
  });
  await open(page);
  await visit(page, "q/person");
  await type(page, "姓名", NAME);
  await expect(page.getByText("浏览器的存储满了，新内容没有保存")).toBeVisible();
  expect(JSON.parse((await saveDraft(page)).text).profile.name).toBe(NAME);
});

/** Saves the draft as a file. */
async function saveDraft(page) {
  const coming = page.waitForEvent("download");
  await tool(page, "存为草稿文件").click();
  const download = await coming;
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

function tool(page, name) {
  return page.getByRole("group", { name: "编辑工具" }).getByRole("button", { name: named(name) });
}

async function expectName(page, name) {
  await visit(page, "q/person");
  await expect(field(page, "姓名")).toHaveValue(name);
}

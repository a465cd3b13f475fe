// The whole way by the accessibility tree alone: Chromium's own, by roles and names, as who sees nothing goes it. Nothing here
// looks at elements, classes or ids. What is announced on the way is heard once, and nothing is lost.
import { writeFileSync } from "node:fs";
import { expect, open, test } from "./support/applicant.js";
import { jpg } from "./support/evidence.js";
import { expectAccepted, payload } from "./support/package.js";
import { reader } from "./support/reader.js";

const NAME = "阿依古丽·买买提";
const yes = /^是/, no = /^否/;

const QUESTIONS = [
  ["申报什么", [["申报级别", /^高级工程师/], ["专业类别", /^安全技术服务/]]],
  ["您是谁", [["姓名", NAME], ["身份证号码", "33010619870228122X"], ["性别", /^女/], ["出生日期", "1987年2月28日"]]],
  ["工作单位", [["工作单位全称", "杭州某安全技术有限公司"], ["单位性质", /^民营企业/], ["材料由谁审核", /^市、县/]]],
  ["能不能报", [
    ["现在在浙江从事这个类别的工作，并且在职", yes], ["是公务员，或是参照公务员法管理的人员", no], ["现在正受处分，处分期还没有结束", no],
    ["因职称申报违纪被处理过，是哪一年", { none: "没有" }], ["已经批准延迟退休", no],
  ]],
  ["工作经历", [["在一线工作了几年", "9"], ["工作地点在哪一级", /^县/], ["在安全管理岗位上干了几年", "3"]]],
];

const year = (year) => [["年度", String(year)], ["结果", /^合格/]];
const hours = (year) => [["年度", String(year)], ["总学时", "90"], ["其中专业科目（含行业公需）", "60"], ["其中一般公需科目", "18"]];

const LISTS = [
  ["学历学位", [[undefined, [["学历或学位", /^硕士/], ["学习方式", /^全日制/], ["证书上的日期", "2012.6"]], "硕士学位证书原件"]]],
  ["职称", [[undefined, [["哪一级", /^工程师/], ["怎么取得的", /^评审或认定/], ["取得职称的日期", "20181231"]], "工程师证书原件"]]],
  ["职业资格证书", [[undefined, [["什么证书", /^中级注册安全工程师/], ["取得日期", "2019-03-01"], ["有效期到哪天", "2029-02-28"]], "注册证原件"]]],
  ["年度考核", [2023, 2024, 2025].map((of) => [undefined, year(of)])],
  ["继续教育", [2022, 2023, 2024, 2025].map((of) => [undefined, hours(of)])],
  ["业绩成果", [
    ["工程或技术服务项目", [["名称", "某化工园区安全评价"], ["日期", "2021-05-20"], ["项目级别", /^市级/], ["您的角色", /^负责人/]], "合同和验收意见原件"],
    ["事故调查或应急处置", [["名称", "某县粉尘爆炸事故调查"], ["日期", "2022-11-08"], ["事故等级", /^一般/], ["您的角色", /^主要参加人/]], "政府批复复印件"],
    ["论文", [["名称", "受限空间作业风险分级研究"], ["日期", "2022-09-01"], ["刊物档次", /^核心/], ["作者身份", /^第一作者/]], "期刊原件"],
    ["科技奖或成果奖", [
      ["名称", "某市科技进步奖"], ["日期", "2023-11-10"], ["奖项级别", /^市级/], ["几等奖", "3"], ["排名", "4"], ["是哪个项目得的奖", { none: "独立" }],
    ], "获奖证书原件"],
  ]],
];

test("from the start to the sealed package by roles and names alone, everything announced once", async ({ page }, info) => {
  test.setTimeout(600_000);
  const screen = await reader(page);
  await open(page);
  await screen.begin();
  await inOrder(screen);
  await screen.press("link", "开始填写");
  await screen.arrives("任务清单");
  await inOrder(screen);
  await screen.press("link", "申报什么", ["main"]);
  const heard = [];
  for (const [title, answers] of QUESTIONS) {
    await screen.arrives(title);
    await inOrder(screen);
    await answer(screen, answers);
    heard.push(...(await screen.heard()));
    await screen.press("link", /^继续：/);
  }
  expect(heard).toContain("识别为 1987年2月28日");
  await addRecords(screen, heard);
  // Each verdict that was come to was told, and told once in a row.
  const verdicts = heard.filter((words) => words.startsWith("高级工程师：") && !words.includes("正高级"));
  expect(verdicts.at(-1)).toBe("高级工程师：满足，参考结论");
  await read(screen);
  await bring(screen, info);
  await seal(page, screen, info);
});

/** Answers each question: what is typed, what is chosen, or the box that says that there is none. */
async function answer(screen, answers) {
  for (const [question, value] of answers) {
    if (value instanceof RegExp) await screen.choose(question, value);
    else if (value.none) await screen.press("checkbox", value.none);
    else await screen.type(question, value);
  }
}

async function addRecords(screen, heard) {
  for (const [list, records] of LISTS) {
    await screen.arrives(list);
    await inOrder(screen);
    for (const [kind, fields, paper] of records) {
      await screen.press("button", `添加一条${list}`);
      if (kind) {
        await screen.arrives(`添加${list}：是哪一种`);
        await screen.press("button", kind);
      }
      await screen.arrives(kind ?? list);
      await answer(screen, fields);
      if (paper) await original(screen, paper);
      heard.push(...(await screen.heard()));
      await screen.press("link", "这一条填好了");
      await screen.arrives(list);
    }
    await screen.press("checkbox", /已经填完整/);
    const told = await screen.heard();
    expect(told.filter((words) => words.startsWith("现在按“完整”算"))).toHaveLength(1);
    heard.push(...told);
    await screen.press("link", /^继续：/);
  }
}

/** Notes a paper original. */
async function original(screen, name, within) {
  if (!(await screen.all("textbox", "纸质原件的名称", within)).length) await screen.press("summary", "只有纸质原件，没有电子文件", within);
  await screen.type("纸质原件的名称", name);
  await screen.press("button", "记下这份原件", within);
  await screen.one("button", new RegExp(`^移除\\s*${name}$`));
}

/** The screens that tell: each is come to by the way on, and says what a person wants to know. */
async function read(screen) {
  for (const title of ["能力和业绩条件", "自评分", "结论"]) {
    await screen.arrives(title);
    await inOrder(screen);
    if (title === "自评分") await screen.one("rowheader", "总分");
    if (title === "结论") expect((await screen.all("text", /建议走常规渠道/)).length).toBeGreaterThan(0);
    await screen.press("link", /^继续：/);
  }
}

async function bring(screen, info) {
  await screen.arrives("申报材料");
  await inOrder(screen);
  const card = info.outputPath("身份证.jpg");
  writeFileSync(card, jpg("身份证.jpg").buffer);
  // Of the buttons for files each has a name of its own.
  await screen.give(/^选择文件\s*身份证$/, [card]);
  await screen.one("button", /^移除\s*身份证\.jpg$/);
  expect(await screen.heard()).toContain("已加上 1 个文件。");
  await screen.press("link", /^继续：/);
  await screen.arrives("核对填写内容");
  await inOrder(screen);
  await screen.press("link", /^继续：/);
}

async function seal(page, screen, info) {
  await screen.arrives("诚信承诺");
  await inOrder(screen);
  for (const { name } of await screen.all("checkbox", undefined, ["group", "请逐条确认"])) await screen.press("checkbox", name);
  await screen.type("承诺人姓名", NAME);
  await screen.heard();
  await screen.press("button", "我承诺");
  await screen.one("text", /内容没有再改动，承诺有效/);
  expect((await screen.heard()).filter((words) => words.includes("承诺有效"))).toHaveLength(1);
  await screen.press("link", /^继续：/);
  await screen.arrives("申报包");
  await inOrder(screen);
  await screen.one("text", "都准备好了，可以封装。");
  await screen.heard();
  await screen.press("button", "封装申报包");
  await screen.one("heading", "申报包已经封好，校验通过");
  const told = await screen.heard();
  expect(told.filter((words) => words === "申报包已经封好，校验通过")).toHaveLength(1);
  const file = info.outputPath("申报包.zip");
  const coming = page.waitForEvent("download");
  await screen.press("link", "下载申报包");
  await (await coming).saveAs(file);
  const given = payload(expectAccepted(file, info.outputPath("解开")), "pledge.json");
  expect(given.name).toBe(NAME);
  await screen.press("link", "继续：后续流程");
  await screen.arrives("后续流程");
  await inOrder(screen);
}

/** Landmarks come once and in their order, headings step down one by one, and the main part begins with the screen's. */
async function inOrder(screen) {
  const tree = await screen.tree();
  const landmarks = tree.filter(({ role }) => ["banner", "navigation", "main"].includes(role)).map(({ role }) => role);
  expect(landmarks).toEqual(["banner", "navigation", "main"]);
  const unnamed = tree.filter(({ role, name }) => ["button", "link", "textbox", "checkbox", "radio", "group", "navigation", "region"].includes(role) && !name);
  // A fold is a group of Chromium's, named by its own summary.
  expect(unnamed.filter(({ role }) => role !== "group"), "things without a name").toEqual([]);
  const headings = tree.filter(({ role }) => role === "heading");
  expect(headings[0]?.level, "the first heading").toBe(1);
  expect(headings.filter(({ level }) => level === 1)).toHaveLength(1);
  for (const [index, { level, name }] of headings.entries()) {
    const before = headings[index - 1]?.level ?? 0;
    expect(level, `the level of “${name}”`).toBeLessThanOrEqual(before + 1);
  }
}

// A whole applicant's way, typed in Chinese from the first question to a package that outside tools accept.
import { addRecord, attachPaper, complete, drop, expect, expectFocus, fill, goOn, heading, material, named, none, open, pledge, sealAndDownload, test } from "./support/applicant.js";
import { jpg, pdf } from "./support/evidence.js";
import { evidence, expectAccepted, payload } from "./support/package.js";

const NAME = "阿依古丽·买买提";
const BOOK = "浙江省安全工程专业高级工程师、正高级工程师职务任职资格";

const QUESTIONS = {
  申报什么: { 申报级别: "高级工程师", 专业类别: "安全技术服务" },
  您是谁: { 姓名: NAME, 身份证号码: "33010619870228122x", 性别: "女", 出生日期: "1987年2月28日" },
  工作单位: { 工作单位全称: "杭州某安全技术有限公司", 单位性质: "民营企业", 材料由谁审核: "市、县" },
  能不能报: {
    "现在在浙江从事这个类别的工作，并且在职": "是",
    "是公务员，或是参照公务员法管理的人员": "否",
    "现在正受处分，处分期还没有结束": "否",
    "因职称申报违纪被处理过，是哪一年": none("没有"),
    已经批准延迟退休: "否",
  },
  工作经历: { 在一线工作了几年: "９", 工作地点在哪一级: "县（市、区）", 在安全管理岗位上干了几年: "3" },
};

const CONTRACT = pdf("某化工园区安全评价合同（扫描件）.pdf");
const OPINION = jpg("验收意见·盖章页.jpg");
const CARD = jpg("身份证 正反面.jpg");
const PAPER = pdf("论文《受限空间作业风险分级研究》.pdf");

const assessed = (year, result) => [{ 年度: String(year), 结果: result }];
const hours = (year, total, professional, common) => [
  { 年度: String(year), 总学时: total, "其中专业科目（含行业公需）": professional, 其中一般公需科目: common },
];

const LISTS = {
  学历学位: [[{ 学历或学位: "硕士", 学习方式: "全日制", 证书上的日期: "2012.6" }, { papers: ["硕士学位证书原件 1 份"] }]],
  职称: [[{ 哪一级: "工程师（中级）", 怎么取得的: "评审或认定", 取得职称的日期: "2018年12月31日" }, { papers: ["工程师证书原件"] }]],
  职业资格证书: [
    [{ 什么证书: "中级注册安全工程师", 取得日期: "2019/3/1", 有效期到哪天: "2029-02-28" }, { papers: ["注册证原件"] }],
  ],
  年度考核: [assessed(2023, "合格（称职）"), assessed(2024, "优秀"), assessed(2025, "合格（称职）")],
  继续教育: [
    hours(2022, "90", "60", "18"), hours(2023, "96.5", "66", "20"), hours(2024, "90", "60", "18"), hours(2025, "102", "72", "24"),
  ],
  业绩成果: [
    [
      { 名称: "某化工园区安全评价", 日期: "2021-05-20", 项目级别: "市级", 您的角色: "负责人" },
      { kind: "工程或技术服务项目", files: [CONTRACT, OPINION] },
    ],
    [
      { 名称: "某县粉尘爆炸事故调查", 日期: "2022年11月8日", 事故等级: "一般事故", 您的角色: "主要参加人" },
      { kind: "事故调查或应急处置", papers: ["政府批复复印件"] },
    ],
    [{ 名称: "受限空间智能监测", 日期: "2024.6.30", 课题级别: "省级", 排名: "3" }, { kind: "科研项目", papers: ["验收证书原件"] }],
    [
      { 名称: "某市科学技术进步奖", 日期: "2023-11-10", 奖项级别: "市级", 几等奖: "3", 排名: "4", 是哪个项目得的奖: none("独立") },
      { kind: "科技奖或成果奖", papers: ["获奖证书原件"] },
    ],
    [{ 名称: "企业安全风险管控导则", 日期: "2022-01-15", 标准级别: "团体标准", 起草人排名: "2" }, { kind: "标准规范", papers: ["标准文本 1 份"] }],
    [
      { 名称: "受限空间作业风险分级研究", 日期: "2022-09-01", 刊物档次: "核心期刊", 作者身份: "第一作者或通讯作者" },
      { kind: "论文", files: [PAPER] },
    ],
    [{ 名称: "安全生产标准化实务", 日期: "2024-03-01", 本人写了多少万字: "４．５", 作者排名: "2" }, { kind: "专著或教材", papers: ["样书 1 本"] }],
    [
      { 名称: "一种防爆泄压装置", 日期: "2023-08-15", 类型: "实用新型专利", 排名: "1", 是不是同一项技术: none("独立") },
      { kind: "专利或软件著作权", papers: ["专利证书原件"] },
    ],
    [{ 名称: "某县危险化学品产业规划安全专篇", 日期: "2024-04-10", 谁采纳的: "县级", 排名: "1" }, { kind: "被采纳的方案、规划、报告或法规", papers: ["采纳证明原件"] }],
    [{ 名称: "某市安全生产先进个人", 日期: "2024-01-20", 荣誉级别: "市级" }, { kind: "荣誉", papers: ["荣誉证书原件"] }],
  ],
};

test("an applicant types everything, is found to meet the level, and takes an accepted package away", async ({ page }, info) => {
  test.setTimeout(600_000);
  await open(page);
  await expect(heading(page, BOOK)).toBeVisible();
  await page.getByRole("link", { name: "开始填写" }).click();
  await expectFocus(heading(page, "任务清单"));
  await answerEverything(page);
  await readTheVerdict(page);
  await bringPapers(page);
  await goOn(page, "核对填写内容");
  await expect(page.getByRole("heading", { name: /处要改/ })).toHaveCount(0);
  await goOn(page, "诚信承诺");
  await pledge(page, NAME, { sign: true });

  const file = info.outputPath("申报包.zip");
  expect(await sealAndDownload(page, file)).toMatch(/^申报包-阿依古丽·买买提-2026-.+\.zip$/);
  await expect(page.getByText("程序把封好的文件从头到尾重读了一遍")).toBeVisible();
  const folder = expectAccepted(file, info.outputPath("解开"));
  expectWhatWasTyped(payload(folder, "dossier.json"));
  for (const { name, buffer } of [CONTRACT, OPINION, PAPER, CARD]) expect(evidence(folder, name).equals(buffer), name).toBe(true);
  const given = payload(folder, "pledge.json");
  expect(given.name).toBe(NAME);
  expect(given.statements).toHaveLength(5);
  expect(given.signature).toHaveLength(2);
});

async function answerEverything(page) {
  await page.getByRole("link", { name: named("申报什么") }).click();
  for (const [screen, answers] of Object.entries(QUESTIONS)) {
    await expectFocus(heading(page, screen));
    await fill(page, answers);
    await page.getByRole("link", { name: /^继续：/ }).click();
  }
  for (const [list, records] of Object.entries(LISTS)) {
    await expectFocus(heading(page, list));
    for (const [fields, more] of records) await addRecord(page, list, fields, more);
    await complete(page);
    await page.getByRole("link", { name: /^继续：/ }).click();
  }
}

async function readTheVerdict(page) {
  const bar = page.getByRole("region", { name: "当前结论" });
  await expectFocus(heading(page, "能力和业绩条件"));
  await goOn(page, "自评分");
  // By hand: A 4 + 4 + 3 + 4 + 2 = 17; B 10 + 1.5 + 8.4 + 3.6 + 2.4 = 25.9; C 4 + 5.6 + 2 + 1 = 12.6.
  const table = page.getByRole("table", { name: "得分表" });
  for (const [block, sum] of [["A 经历与能力", "17.00"], ["B 工作业绩", "25.90"], ["C 学术成果", "12.60"], ["总分", "55.50"]]) {
    await expect(table.getByRole("row", { name: block })).toContainText(sum);
  }
  await goOn(page, "结论");
  for (const told of ["满足", "参考结论", "55.50", "常规渠道"]) await expect(bar.getByText(told, { exact: true })).toBeVisible();
  const best = page.getByRole("listitem").filter({ has: page.getByText("建议走这条", { exact: true }) });
  const standard = best.filter({ has: page.getByRole("heading", { level: 3, name: "常规渠道" }) }).first();
  await expect(standard.getByText("参考结论").first()).toBeVisible();
  const standIns = standard.getByRole("group").filter({ hasText: "为什么是“参考结论”" });
  await standIns.getByText(/为什么是“参考结论”（\d+ 处）/).click();
  await expect(standIns.getByRole("listitem").first()).toContainText(/参考（他处规定）|示例，待主管部门确认/);
}

async function bringPapers(page) {
  await goOn(page, "申报材料");
  await drop(page, [CARD], material(page, "身份证"));
  const summary = material(page, "专业技术工作总结");
  await summary.getByRole("heading").click();
  await attachPaper(page, "工作总结 1 份", summary);
}

function expectWhatWasTyped(dossier) {
  expect(dossier.profile).toMatchObject({
    name: NAME,
    id_number: "33010619870228122X",
    birth_date: "1987-02-28",
    employer: "杭州某安全技术有限公司",
    misconduct_year: null,
    front_line_years: 9,
  });
  expect(dossier.degrees).toMatchObject([{ level: "master", date: "2012-06-30" }]);
  expect(dossier.training[1]).toMatchObject({ year: 2023, total_hours: 96.5 });
  expect(dossier.achievements.map(({ kind }) => kind)).toEqual([
    "project", "incident", "research", "award", "standard", "paper", "monograph", "patent", "advice", "honour",
  ]);
  expect(dossier.achievements[0]).toMatchObject({ title: "某化工园区安全评价", date: "2021-05-20", evidence: [CONTRACT.name, OPINION.name] });
  expect(dossier.achievements[3].project_key).toBeNull();
  expect(dossier.achievements[6].ten_thousand_characters).toBe(4.5);
  expect(dossier.complete).toHaveLength(6);
}

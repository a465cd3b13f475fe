// Drafts: what was typed is kept, by the browser and as a file, and comes back.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import {
  about, answer, attach, chooseDraft, expect, field, forget, heading, named, open, openDraft, pledge, ready, saveDraft,
  sealAndDownload, takeAway, test, tool, type, visit,
} from "./support/applicant.js";
import { senior } from "./support/dossiers.js";
import { jpg, pdf } from "./support/evidence.js";
import { python, run } from "./support/native.js";
import { evidence, expectAccepted } from "./support/package.js";
import { stored } from "./support/stored.js";

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

test("the browser is asked once to keep what is stored, when there is more than a few answers", async ({ page }) => {
  await page.addInitScript(() => {
    window.asked = 0;
    navigator.storage.persist = async () => { window.asked += 1; return false; };
  });
  const asked = () => page.evaluate(() => window.asked);
  await open(page);
  await visit(page, "q/unit");
  await type(page, "工作单位全称", "杭州某安全技术有限公司");
  await visit(page, "list/achievements");
  expect(await asked()).toBe(0);
  await page.getByRole("button", { name: named("添加一条业绩成果") }).click();
  await page.getByRole("button", { name: named("论文") }).click();
  await type(page, "名称", "受限空间作业风险分级研究");
  await expect.poll(asked).toBe(1);
  await type(page, "名称", "有限空间作业风险分级研究");
  await page.waitForTimeout(500);
  expect(await asked()).toBe(1);
});

test("a draft file opened on an empty browser gives the same again", async ({ page }) => {
  await openDraft(page, senior());
  await visit(page, "q/unit");
  await type(page, "工作单位全称", "宁波“甬安”技术服务中心");
  const saved = await saveDraft(page);
  expect(saved.name).toBe(`职称自评草稿-${NAME}-2026.json`);
  const expected = senior();
  expected.profile.employer = "宁波“甬安”技术服务中心";
  const { judged, ...entered } = JSON.parse(saved.text);
  expect(entered).toEqual(expected);
  expect(judged.verdicts.levels.senior).toBe("met");

  await forget(page);
  await expect(page.getByRole("link", { name: "开始填写" })).toBeVisible();
  await chooseDraft(page, saved.text, saved.name);
  await expect(heading(page, "任务清单")).toBeFocused();
  await expect(page.getByText("已打开文件，作为一份新的草稿。")).toBeVisible();
  expect((await saveDraft(page)).text).toBe(saved.text);
  await page.reload();
  await ready(page);
  expect((await saveDraft(page)).text).toBe(saved.text);
});

test("a draft judged by another version of the rules tells what changed, and keeps what no longer fits", async ({ page }) => {
  await openDraft(page, senior());
  const saved = JSON.parse((await saveDraft(page)).text);
  const { digest } = saved.judged.book;
  saved.judged.book = { ...saved.judged.book, version: "0.9.0", digest: "0".repeat(64) };
  saved.judged.verdicts.gates.senior.G1 = "not_met";
  saved.profile.asked_before = "三级";
  await forget(page);
  await chooseDraft(page, JSON.stringify(saved));
  await expect(heading(page, "任务清单")).toBeFocused();
  const card = page.getByText(/^规则书从 0\.9\.0 换成 /);
  await expect(card).toBeVisible();
  await expect(page.getByText("高级工程师 G1 在职在岗：不满足 → 满足")).toBeVisible();
  await page.reload();
  await ready(page);
  await expect(card).toBeVisible();
  await page.getByRole("button", { name: "知道了" }).click();
  await expect(card).toHaveCount(0);
  await expect(page.getByText("三级")).toBeVisible();
  const again = JSON.parse((await saveDraft(page)).text);
  expect(again.profile.asked_before).toBe("三级");
  expect(again.judged.book.digest).toBe(digest);
});

test("what this version does not know is carried along", async ({ page }) => {
  const dossier = senior();
  dossier.profile.asked_in_a_later_book = "留着";
  dossier.degrees[0].later_field = 7;
  await openDraft(page, dossier);
  const { judged, ...entered } = JSON.parse((await saveDraft(page)).text);
  expect(entered).toEqual(dossier);
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
    expect(JSON.parse((await saveDraft(page)).text)).toMatchObject(senior());
  });
}

test("a reload keeps the evidence, and what is pledged holds", async ({ page }, info) => {
  const files = [pdf("验收意见（第 1 份）.pdf"), jpg("现场照片.jpg")];
  await openDraft(page, senior());
  await visit(page, "list/achievements/a1");
  await attach(page, files);
  await pledge(page, NAME);
  await expect.poll(() => stored(page, "files")).toHaveLength(2);
  await page.reload();
  await ready(page);
  await visit(page, "list/achievements/a1");
  for (const { name } of files) await expect(takeAway(page, name)).toBeVisible();
  await expect(page.getByText("没有存下")).toHaveCount(0);
  const sealed = info.outputPath("申报包.zip");
  await sealAndDownload(page, sealed);
  const folder = expectAccepted(sealed, info.outputPath("解开"));
  for (const { name, buffer } of files) expect(evidence(folder, name).equals(buffer), name).toBe(true);
});

test("a draft file holds everything and opens on another machine", async ({ page }, info) => {
  const files = [pdf("100%合格.pdf"), jpg("现场照片.jpg")];
  await openDraft(page, senior());
  await visit(page, "list/achievements/a1");
  await attach(page, files);
  await pledge(page, NAME, { sign: true });
  const saved = await saveDraft(page);
  expect(saved.name).toBe(`职称自评草稿-${NAME}-2026.zip`);
  await expect(page.getByText("填写的内容和证明材料都在里面")).toBeVisible();
  expect(run("unzip", ["-t", saved.path]).status).toBe(0);

  await forget(page);
  await openFile(page, saved.path);
  await expect(heading(page, "任务清单")).toBeFocused();
  const sealed = info.outputPath("申报包.zip");
  await sealAndDownload(page, sealed);
  const folder = expectAccepted(sealed, info.outputPath("解开"));
  expect(evidence(folder, "100％合格.pdf").equals(files[0].buffer)).toBe(true);
  expect(evidence(folder, files[1].name).equals(files[1].buffer)).toBe(true);
});

test("a draft file that was changed or cut short is refused, and nothing is lost", async ({ page }, info) => {
  await openDraft(page, senior());
  await visit(page, "list/achievements/a1");
  await attach(page, [pdf("验收意见.pdf")]);
  const whole = readFileSync((await saveDraft(page)).path);
  const changed = Buffer.from(whole);
  changed[whole.indexOf("MediaBox")] ^= 1;
  const file = info.outputPath("坏的.zip");
  for (const bytes of [changed, whole.subarray(0, whole.length - 30)]) {
    writeFileSync(file, bytes);
    await openFile(page, file);
    await expect(page.getByText(/文件没有打开，现在的内容没有变。.+/)).toBeVisible();
    await page.getByRole("button", { name: "知道了" }).click();
  }
  expect(await stored(page, "drafts")).toHaveLength(1);
});

test("a draft file that was packed anew opens, unless a file in it is another", async ({ page }, info) => {
  await openDraft(page, senior());
  await visit(page, "list/achievements/a1");
  await attach(page, [pdf("验收意见.pdf")]);
  const folder = info.outputPath("解开", "草稿");
  const saved = await saveDraft(page);
  mkdirSync(folder, { recursive: true });
  expect(run("unzip", ["-q", saved.path, "-d", folder]).status).toBe(0);
  const again = info.outputPath("再压.zip");
  expect(python("zipfile", "-c", again, folder).status).toBe(0);
  await openFile(page, again);
  await expect(heading(page, "任务清单")).toBeFocused();
  await visit(page, "list/achievements/a1");
  await expect(takeAway(page, "验收意见.pdf")).toBeVisible();
  await expect(page.getByText("文件的内容现在不在手边")).toHaveCount(0);

  writeFileSync(path.join(folder, "files", "a1", "验收意见.pdf"), pdf("别的.pdf").buffer);
  expect(python("zipfile", "-c", again, folder).status).toBe(0);
  await openFile(page, again);
  await expect(page.getByText(/文件没有打开.*证明材料“验收意见.pdf”缺失或被改动过/)).toBeVisible();
});

test("drafts are listed, opened, copied, renamed, removed and brought back with their evidence", async ({ page }) => {
  await openDraft(page, senior());
  await visit(page, "list/achievements/a1");
  await attach(page, [pdf("验收意见.pdf")]);
  await expect.poll(() => stored(page, "files")).toHaveLength(1);
  await visit(page, "start");
  await page.getByRole("button", { name: named("新建一份草稿") }).click();
  await expect(page.getByText("已新建一份空白草稿。")).toBeVisible();
  await visit(page, "q/person");
  await type(page, "姓名", "李四");
  await visit(page, "start");
  const list = page.getByRole("list", { name: "这个浏览器里的草稿" }).getByRole("listitem");
  await expect(list).toHaveCount(2);
  await expect(list.filter({ hasText: "李四" })).toContainText("正在填");
  await type(page, "正在填的这份草稿叫什么", "给二车间的");
  await expect(list.filter({ hasText: "给二车间的" })).toContainText("最后修改：2026年11月20日 10:00");

  const first = `${NAME}，2026 年度`;
  await about(page, "复制", first).click();
  await expect(list).toHaveCount(3);
  await about(page, "打开", `${first}（副本）`).click();
  await expect(heading(page, "任务清单")).toBeFocused();
  await visit(page, "list/achievements/a1");
  await expect(takeAway(page, "验收意见.pdf")).toBeVisible();
  await type(page, "名称", "改在副本里");

  await visit(page, "start");
  await about(page, "删除", first).click();
  await expect(page.getByText(`已删除草稿“${first}”。`)).toBeVisible();
  await expect(list).toHaveCount(2);
  await about(page, "删除", `${first}（副本）`).click();
  await expect(list).toHaveCount(1);
  await expect.poll(() => stored(page, "files")).toHaveLength(0);
  await page.getByRole("status").getByRole("button", { name: "撤销" }).click();
  await expect(page.getByText("找回来了")).toBeVisible();
  await expect.poll(() => stored(page, "files")).toHaveLength(1);
  await page.reload();
  await ready(page);
  await visit(page, "list/achievements/a1");
  await expect(field(page, "名称")).toHaveValue("改在副本里");
  await expect(takeAway(page, "验收意见.pdf")).toBeVisible();
  await expect(page.getByText("文件的内容现在不在手边")).toHaveCount(0);
});

test("evidence that no draft names any more is removed", async ({ page }) => {
  await openDraft(page, senior());
  await visit(page, "list/achievements/a1");
  await attach(page, [pdf("验收意见.pdf"), jpg("现场照片.jpg")]);
  await expect.poll(() => stored(page, "files")).toHaveLength(2);
  await takeAway(page, "验收意见.pdf").click();
  await tool(page, "撤销").click();
  await takeAway(page, "现场照片.jpg").click();
  await expect(page.getByText("草稿已自动保存")).toBeVisible();
  await page.reload();
  await ready(page);
  await expect.poll(() => stored(page, "files")).toHaveLength(1);
  await expect(takeAway(page, "验收意见.pdf")).toBeVisible();
  await expect(page.getByText("文件的内容现在不在手边")).toHaveCount(0);
});

test("who takes everything back leaves nothing behind", async ({ page }) => {
  await open(page);
  await visit(page, "q/unit");
  await type(page, "工作单位全称", "甲乙丙公司");
  await expect.poll(() => stored(page, "drafts")).toHaveLength(1);
  await tool(page, "撤销").click();
  await expect.poll(() => stored(page, "drafts")).toHaveLength(0);
  await tool(page, "重做").click();
  await expect.poll(() => stored(page, "drafts")).toHaveLength(1);
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

/** Opens a file on the start screen. */
async function openFile(page, path) {
  await visit(page, "start");
  await page.getByLabel("打开草稿文件或申报包").setInputFiles(path);
}

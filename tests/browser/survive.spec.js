// What was typed survives whatever happens to the tab, the browser and its storage. Each is done, not pretended.
import { readFileSync } from "node:fs";
import {
  attach, choice, chooseDraft, expect, expecting, field, heading, named, open, openDraft, ready, saveDraft, takeAway, test,
  type, visit,
} from "./support/applicant.js";
import { senior } from "./support/dossiers.js";
import { pdf } from "./support/evidence.js";
import { kill, refuseStorage, start } from "./support/profile.js";
import { damage, stored } from "./support/stored.js";

const EMPLOYER = "工作单位全称";
const TEXT = "杭州某安全技术有限公司，成立于一九九八年，从事危险化学品企业的安全评价、检测检验和技术咨询，";
const SAVED = "草稿已自动保存在这个浏览器里";

test.describe("the tab", () => {
  test.use(expecting(/the page crashed/));

  test("killed in the middle of typing, it loses at most the last few keystrokes", async ({ page, context }) => {
    await open(page);
    await visit(page, "q/unit");
    const before = await typeOn(page, () => crash(page));
    const again = await context.newPage();
    await open(again);
    await visit(again, "q/unit");
    expectKept(await field(again, EMPLOYER).inputValue(), before);
  });
});

test("the browser killed loses at most the last few keystrokes, and no evidence", async ({ complaints }, info) => {
  const folder = info.outputPath("profile");
  const first = await start(folder, info.project.use, complaints);
  const page = first.pages()[0];
  await openDraft(page, senior());
  await visit(page, "list/achievements/a1");
  await attach(page, [pdf("验收意见.pdf")]);
  await expect.poll(() => stored(page, "files")).toHaveLength(1);
  await visit(page, "q/unit");
  await field(page, EMPLOYER).fill("");
  const before = await typeOn(page, () => kill(first, folder));
  const second = await start(folder, info.project.use, complaints);
  const again = second.pages()[0];
  await open(again);
  await visit(again, "q/unit");
  expectKept(await field(again, EMPLOYER).inputValue(), before);
  await visit(again, "list/achievements/a1");
  await expect(takeAway(again, "验收意见.pdf")).toBeVisible();
  await expect(again.getByText("文件的内容现在不在手边")).toHaveCount(0);
  await second.close();
});

test("without room for evidence the answers are kept, and it says which file is not", async ({ page, baseURL }) => {
  const large = pdf("验收意见.pdf", "0".repeat(3_500_000));
  await quota(page, baseURL, 8_000_000);
  await openDraft(page, senior());
  await visit(page, "list/achievements/a1");
  await attach(page, [large, pdf("小的.pdf")]);
  const file = (name) => page.getByRole("listitem").filter({ hasText: name });
  await expect(file(large.name).getByText("没有存下，重开后要重新选择")).toBeVisible();
  await expect.poll(() => stored(page, "files")).toHaveLength(1);
  await expect(file("小的.pdf").getByText("没有存下")).toHaveCount(0);
  await visit(page, "q/unit");
  await type(page, EMPLOYER, "宁波另一家公司");
  await expect(page.getByText(SAVED)).toBeVisible();
  await page.reload();
  await ready(page);
  await expect(field(page, EMPLOYER)).toHaveValue("宁波另一家公司");
  await visit(page, "list/achievements/a1");
  await expect(file(large.name).getByText("文件的内容现在不在手边")).toBeVisible();
  await expect(file("小的.pdf").getByText("文件的内容现在不在手边")).toHaveCount(0);
});

test("without any room it says so, keeps what was kept, and goes on once there is room", async ({ page, baseURL }) => {
  const full = page.getByText("浏览器的存储满了，新内容没有保存");
  await quota(page, baseURL, 200_000);
  await openDraft(page, senior());
  await visit(page, "q/unit");
  let text = "甲".repeat(1000);
  let before;
  while (!(await full.isVisible())) {
    before = text;
    text += text;
    await field(page, EMPLOYER).fill(text);
    const isKept = async () => (await stored(page, "drafts"))[0].text.includes(text);
    await expect.poll(async () => (await full.isVisible()) || isKept()).toBe(true);
    expect(text.length).toBeLessThan(1_000_000);
  }
  // What was kept last is whole.
  const kept = JSON.parse((await stored(page, "drafts"))[0].text).dossier;
  expect(kept).toMatchObject({ ...senior(), profile: { ...senior().profile, employer: before } });
  expect(JSON.parse((await saveDraft(page)).text).profile.employer).toBe(text);
  await quota(page, baseURL, 100_000_000);
  await type(page, EMPLOYER, "丙公司");
  await expect(page.getByText(SAVED)).toBeVisible();
  await page.reload();
  await ready(page);
  await expect(field(page, EMPLOYER)).toHaveValue("丙公司");
});

test("where the browser keeps nothing it says so, and everything else works", async ({ complaints }, info) => {
  const folder = info.outputPath("profile");
  await refuseStorage(folder);
  const context = await start(folder, info.project.use, complaints);
  const page = context.pages()[0];
  await openDraft(page, senior());
  await expect(page.getByText("浏览器不让保存草稿，请用“存为草稿文件”")).toBeVisible();
  await visit(page, "list/achievements/a1");
  await attach(page, [pdf("验收意见.pdf")]);
  await expect(page.getByText("没有存下，重开后要重新选择")).toBeVisible();
  const saved = await saveDraft(page);
  await visit(page, "start");
  await chooseDraft(page, JSON.stringify({ ...senior(), profile: { name: "王小明" } }));
  await page.getByRole("button", { name: "不换，留着现在的" }).click();
  await page.reload();
  await ready(page);
  await expect(page.getByRole("link", { name: "开始填写" })).toBeVisible();
  await page.getByLabel("打开草稿文件或申报包").setInputFiles(saved.path);
  await expect(heading(page, "任务清单")).toBeFocused();
  await visit(page, "list/achievements/a1");
  await expect(takeAway(page, "验收意见.pdf")).toBeVisible();
  await context.close();
});

test("of two tabs one writes, the other is told and can take over; nothing is lost", async ({ page, context }) => {
  await open(page);
  await visit(page, "q/unit");
  await type(page, EMPLOYER, "甲公司");
  await expect(page.getByText(SAVED)).toBeVisible();
  const other = await context.newPage();
  await open(other, "#/q/unit");
  await expect(heading(other, "这份草稿正在另一个标签页里填")).toBeVisible();
  await expect(field(other, EMPLOYER)).toHaveCount(0);
  await field(page, EMPLOYER).press("End");
  await field(page, EMPLOYER).pressSequentially("第二分公司");
  await other.getByRole("button", { name: "改在这里填" }).click();
  await expect(field(other, EMPLOYER)).toHaveValue("甲公司第二分公司");
  await expect(heading(page, "这份草稿正在另一个标签页里填")).toBeVisible();
  await type(other, EMPLOYER, "乙公司");
  await page.getByRole("button", { name: "改在这里填" }).click();
  await expect(field(page, EMPLOYER)).toHaveValue("乙公司");
  await expect(heading(other, "这份草稿正在另一个标签页里填")).toBeVisible();
  expect(await stored(page, "drafts")).toHaveLength(1);
});

test("a tab that hangs can be taken over from, and finds out when it wakes up", async ({ page, context }) => {
  await open(page);
  await visit(page, "q/unit");
  await type(page, EMPLOYER, "甲公司");
  await expect(page.getByText(SAVED)).toBeVisible();
  const other = await context.newPage();
  await open(other, "#/q/unit");
  const asleep = page.evaluate(() => { for (const end = performance.now() + 6000; performance.now() < end;); });
  await other.getByRole("button", { name: "改在这里填" }).click();
  await expect(field(other, EMPLOYER)).toHaveValue("甲公司");
  await type(other, EMPLOYER, "乙公司");
  await asleep;
  await expect(heading(page, "这份草稿正在另一个标签页里填")).toBeVisible();
  await page.getByRole("button", { name: "改在这里填" }).click();
  await expect(field(page, EMPLOYER)).toHaveValue("乙公司");
});

test("without locks, as over plain HTTP, the tab opened last writes, and the other is told", async ({ page, context }) => {
  await context.addInitScript(() => Object.defineProperty(Navigator.prototype, "locks", { value: undefined }));
  await open(page);
  await visit(page, "q/unit");
  await type(page, EMPLOYER, "甲公司");
  await expect(page.getByText(SAVED)).toBeVisible();
  const other = await context.newPage();
  await open(other, "#/q/unit");
  await type(other, EMPLOYER, "乙公司");
  await expect(heading(page, "这份草稿正在另一个标签页里填")).toBeVisible();
  await page.getByRole("button", { name: "改在这里填" }).click();
  await expect(field(page, EMPLOYER)).toHaveValue("乙公司");
  await expect(heading(other, "这份草稿正在另一个标签页里填")).toBeVisible();
  expect(await stored(page, "drafts")).toHaveLength(1);
});

test("two tabs work on two drafts", async ({ page, context }) => {
  await open(page);
  await visit(page, "q/person");
  await type(page, "姓名", "张三");
  await expect(page.getByText(SAVED)).toBeVisible();
  const other = await context.newPage();
  await open(other);
  await other.getByRole("button", { name: named("新建一份草稿") }).click();
  await expect(heading(other, "任务清单")).toBeFocused();
  await visit(other, "q/person");
  await type(other, "姓名", "李四");
  await type(page, "姓名", "张三丰");
  await visit(other, "start");
  await expect(other.getByText("正在另一个标签页里填")).toBeVisible();
  for (const each of [page, other]) {
    await each.reload();
    await ready(each);
  }
  await visit(page, "q/person");
  await expect(field(page, "姓名")).toHaveValue("张三丰");
  await visit(other, "q/person");
  await expect(field(other, "姓名")).toHaveValue("李四");
});

test("a stored draft that cannot be read stays as it is, is told of, and can be saved as a file", async ({ page }) => {
  const broken = '{"format":"zhicheng-draft/2","dossier":';
  await open(page);
  await visit(page, "q/unit");
  await type(page, EMPLOYER, "甲公司");
  await expect(page.getByText(SAVED)).toBeVisible();
  await damage(page, broken);
  await page.reload();
  await ready(page);
  await expect(page.getByText("读不出来，已经原样放在一边，没有删除")).toBeVisible();
  await type(page, EMPLOYER, "乙公司");
  await expect(page.getByText(SAVED)).toBeVisible();
  await visit(page, "start");
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "存成文件" }).click();
  const download = await coming;
  expect(download.suggestedFilename()).toBe("职称自评-读不出来的草稿.json");
  expect(readFileSync(await download.path(), "utf8")).toBe(broken);
  const texts = (await stored(page, "drafts")).map((draft) => draft.text);
  expect(texts).toHaveLength(2);
  expect(texts).toContain(broken);
});

test("a draft of an older version is taken over", async ({ page }) => {
  const old = { format: "zhicheng-draft/1", screen: "#/q/person", dossier: senior() };
  const aside = '{"format":"zhicheng-draft/1",';
  await open(page);
  await page.evaluate(([draft, aside]) => {
    localStorage.setItem("zhicheng.draft.v1", draft);
    localStorage.setItem("zhicheng.draft.set-aside", aside);
    sessionStorage.clear();
  }, [JSON.stringify(old), aside]);
  await page.goto("about:blank");
  await open(page);
  await expect(field(page, "姓名")).toHaveValue(senior().profile.name);
  // Nothing but that there are drafts, which is known before the first paint by that.
  expect(await page.evaluate(() => ({ ...localStorage }))).toEqual({ "zhicheng.used": "" });
  await type(page, "姓名", "王小明");
  await page.reload();
  await ready(page);
  await expect(field(page, "姓名")).toHaveValue("王小明");
  await visit(page, "start");
  await expect(page.getByRole("listitem").filter({ hasText: "读不出来的草稿" })).toBeVisible();
});

test.describe("after a panic", () => {
  test.use(expecting(/failed to append child/, /page error: unreachable/));

  test("the rescue screen gives everything that was typed, and the page opened again has it too", async ({ page }) => {
    await open(page);
    await visit(page, "q/unit");
    await type(page, EMPLOYER, "甲公司");
    await expect(page.getByText(SAVED)).toBeVisible();
    // What the browser has no memory for any more fails so.
    await page.evaluate(() => { Node.prototype.insertBefore = () => { throw new Error("no memory"); }; });
    await choice(page, "单位性质", "民营企业").click();
    await visit(page, "tasks").catch(() => {});
    await expect(heading(page, "程序出错停下了，您填的内容还在")).toBeVisible();
    const coming = page.waitForEvent("download");
    await page.getByRole("link", { name: "把草稿存成文件" }).click();
    const draft = JSON.parse(readFileSync(await (await coming).path(), "utf8"));
    expect(draft.dossier.profile).toEqual({ employer: "甲公司", employer_kind: "private" });
    await page.getByRole("link", { name: "重新打开页面" }).click();
    await ready(page);
    await visit(page, "q/unit");
    await expect(field(page, EMPLOYER)).toHaveValue("甲公司");
    await expect(choice(page, "单位性质", "民营企业")).toBeChecked();
  });
});

/** Types on until something has happened; gives what stood there three keystrokes before. */
async function typeOn(page, happens) {
  const box = field(page, EMPLOYER);
  box.pressSequentially(TEXT.repeat(20), { delay: 20 }).catch(() => {});
  const reaches = (length) => expect.poll(async () => (await box.inputValue()).length, { timeout: 60_000 })
    .toBeGreaterThan(length);
  await reaches(8);
  const before = await box.inputValue();
  await reaches(before.length + 3);
  await happens();
  return before;
}

function expectKept(kept, before) {
  expect(TEXT.repeat(20).startsWith(kept)).toBe(true);
  expect(kept.length).toBeGreaterThanOrEqual(before.length);
}

async function crash(page) {
  const session = await page.context().newCDPSession(page);
  const crashed = page.waitForEvent("crash");
  session.send("Page.crash").catch(() => {});
  await crashed;
}

/** Lets the browser give the application no more than so many bytes. */
async function quota(page, address, quotaSize) {
  const session = await page.context().newCDPSession(page);
  await session.send("Storage.overrideQuotaForOrigin", { origin: new URL(address).origin, quotaSize });
}

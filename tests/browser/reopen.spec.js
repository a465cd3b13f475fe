// A sealed package opened again: answers and evidence come back, the pledge does not.
import { readFileSync } from "node:fs";
import { about, attach, expect, field, forget, heading, openDraft, pledge, sealAndDownload, takeAway, test, type, visit } from "./support/applicant.js";
import { senior } from "./support/dossiers.js";
import { jpg, pdf } from "./support/evidence.js";
import { evidence, expectAccepted, payload } from "./support/package.js";

const NAME = senior().profile.name;
const FILES = [pdf("验收意见（第 1 份）.pdf"), jpg("现场照片.jpg")];

test("answers and evidence come back, are changed, and are pledged and sealed again", async ({ page }, info) => {
  const first = await sealOne(page, info);
  await forget(page);
  await reopen(page, first);
  await expect(heading(page, "任务清单")).toBeFocused();
  await visit(page, "list/achievements/a1");
  for (const { name } of FILES) await expect(takeAway(page, name)).toBeVisible();
  await expect(page.getByText("文件的内容现在不在手边")).toHaveCount(0);
  await visit(page, "package");
  await expect(page.getByText("还有 1 处没有准备好")).toBeVisible();
  await expect(page.getByText("还没有承诺。")).toBeVisible();

  await visit(page, "q/unit");
  await type(page, "工作单位全称", "宁波另一家公司");
  await pledge(page, NAME);
  const second = info.outputPath("第二份.zip");
  await sealAndDownload(page, second);
  const folder = expectAccepted(second, info.outputPath("解开"));
  const dossier = payload(folder, "dossier.json");
  expect(dossier.profile).toEqual({ ...senior().profile, employer: "宁波另一家公司" });
  expect(dossier.achievements).toHaveLength(4);
  for (const { name, buffer } of FILES) expect(evidence(folder, name).equals(buffer), name).toBe(true);
});

test("it is opened beside what is entered, which stays as it is", async ({ page }, info) => {
  const file = await sealOne(page, info);
  await visit(page, "q/unit");
  await type(page, "工作单位全称", "改过的单位");
  await reopen(page, file);
  await expect(heading(page, "任务清单")).toBeFocused();
  await visit(page, "q/unit");
  await expect(field(page, "工作单位全称")).toHaveValue(senior().profile.employer);
  await visit(page, "start");
  await about(page, "打开", `${NAME}，2026 年度`).click();
  await expect(heading(page, "任务清单")).toBeFocused();
  await visit(page, "q/unit");
  await expect(field(page, "工作单位全称")).toHaveValue("改过的单位");
});

test("a damaged package and another file are told of, and nothing is lost", async ({ page }, info) => {
  const file = await sealOne(page, info);
  const bytes = readFileSync(file);
  const damaged = { name: "坏的.zip", mimeType: "application/zip", buffer: bytes.subarray(0, bytes.length - 200) };
  for (const picked of [damaged, { ...FILES[0], name: "不是包.zip" }]) {
    await reopen(page, picked);
    await expect(page.getByText(/(文件没有打开|这个文件不是能打开的草稿)，现在的内容没有变。.+/)).toBeVisible();
    await page.getByRole("button", { name: "知道了" }).click();
  }
  await visit(page, "q/person");
  await expect(field(page, "姓名")).toHaveValue(NAME);
});

/** Seals a package with two files of evidence. */
async function sealOne(page, info) {
  await openDraft(page, senior());
  await visit(page, "list/achievements/a1");
  await attach(page, FILES);
  await pledge(page, NAME);
  const file = info.outputPath("第一份.zip");
  await sealAndDownload(page, file);
  return file;
}

async function reopen(page, file) {
  await visit(page, "start");
  await page.getByLabel("打开草稿文件或申报包").setInputFiles(file);
}

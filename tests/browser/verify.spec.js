// A desk or an employer verifies a package that someone hands in: without a network, layer by layer, with the code on paper.
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { attach, expect, forget, heading, openDraft, pledge, sealAndDownload, test, visit } from "./support/applicant.js";
import { expectAccessible } from "./support/axe.js";
import { senior } from "./support/dossiers.js";
import { pdf } from "./support/evidence.js";
import { forge, repackInGbk } from "./support/forge.js";
import { python, script } from "./support/native.js";
import { overflowsSideways, shots } from "./support/shots.js";

const PROOF = pdf("验收意见（第 1 份）.pdf");
const WHICH = process.env.SHOTS ? {} : { sizes: ["phone"], looks: ["light"] };

test("a good package is valid in every layer, and the code on paper is compared", async ({ page, context }, info) => {
  const { file, code, scanned } = await sealOne(page, info);
  await context.setOffline(true);
  await page.getByText("单位人事").click();
  await page.getByRole("link", { name: "核验申报包" }).click();
  await expect(heading(page, "核验申报包")).toBeFocused();
  await expect(page.getByRole("region", { name: "当前结论" })).toHaveCount(0);
  await pick(page, file);
  await expect(page.getByText(/^有效/)).toHaveCount(2);
  await expect(layer(page, "材料袋")).toContainText("没有发现问题");
  await expect(page.getByText("前面的问题使这一层没有核对成")).toHaveCount(0);
  for (const told of [senior().profile.name, "高级工程师", code]) await expect(fact(page, told)).toBeVisible();

  await typeCode(page, code.toLowerCase().replaceAll("-", " "));
  await expect(page.getByText("一致：打印件和这个申报包是同一份内容。")).toBeVisible();
  const other = code.slice(0, -1) + (code.endsWith("7") ? "8" : "7");
  await typeCode(page, other);
  await expect(page.getByText(/^不一致：/)).toBeVisible();
  await typeCode(page, `${code.slice(0, -1)}U`);
  await expect(page.getByText(/^这不是一个核对码/)).toBeVisible();
  // What a reader made of the code on the package's screen says more than the code: the whole digest.
  await typeCode(page, scanned);
  await expect(page.getByText("一致：打印件和这个申报包是同一份内容。")).toBeVisible();
  await typeCode(page, scanned.slice(0, -1) + (scanned.endsWith("0") ? "1" : "0"));
  await expect(page.getByText(/^不一致：核对码相同/)).toBeVisible();
  await expectAccessible(page);
  await pick(page, repackInGbk(file, info.outputPath("重新压缩.zip")));
  await expect(page.getByText(/^有效：没有错误/)).toHaveCount(2);
  await expect(layer(page, "压缩包")).toContainText("怎么办：");
  await context.setOffline(false);
});

test("a changed byte is found in its layer, with place, cause and remedy", async ({ page }, info) => {
  const { file } = await sealOne(page, info);
  const bytes = readFileSync(file);
  bytes[bytes.indexOf(PROOF.buffer) + 20] ^= 1;
  const changed = info.outputPath("改过.zip");
  writeFileSync(changed, bytes);
  await visit(page, "verify");
  await pick(page, changed);
  await expect(page.getByText(/^无效：有 \d+ 处错误。/)).toHaveCount(2);
  const finding = page.getByRole("listitem").filter({ hasText: PROOF.name }).last();
  await expect(finding).toContainText("错误");
  await expect(finding).toContainText("怎么办：");
  await expectAccessible(page);
  for (const width of [320, 360]) {
    await page.setViewportSize({ width, height: 740 });
    expect(await overflowsSideways(page), `at ${width} px`).toBe(false);
  }
  expect((await shots(page, "verify-changed", WHICH)).length).toBeGreaterThan(0);
});

test("a pledge pasted from another package is found although all checksums agree", async ({ page }, info) => {
  const { file } = await sealOne(page, info);
  const other = senior();
  other.profile.employer = "宁波另一家公司";
  const { file: second } = await sealOne(page, info, other);
  const folder = info.outputPath("解开");
  expect(python("zipfile", "-e", second, folder).status).toBe(0);
  const forged = forge(file, info.outputPath("拼的.zip"), "data/pledge.json", path.join(folder, "data", "pledge.json"));
  await visit(page, "verify");
  await pick(page, forged);
  await expect(page.getByText(/^无效/)).toHaveCount(2);
  await expect(layer(page, "材料袋")).toContainText("没有发现问题");
  await expect(layer(page, "诚信承诺")).toContainText("怎么办：");
});

test("what is no package is told of, and the next file counts", async ({ page }, info) => {
  const { file } = await sealOne(page, info);
  await visit(page, "verify");
  await pick(page, { ...PROOF, name: "不是包.zip" });
  await expect(page.getByText(/^无效/)).toHaveCount(2);
  await expect(page.getByText("前面的问题使这一层没有核对成").first()).toBeVisible();
  await pick(page, file);
  await expect(page.getByText(/^有效/)).toHaveCount(2);
  expect((await shots(page, "verify", WHICH)).length).toBeGreaterThan(0);
});

/** Seals a package with a file of evidence, and leaves nothing behind in the browser; gives the file and its short code. */
async function sealOne(page, info, dossier = senior()) {
  await openDraft(page, dossier);
  await visit(page, "list/achievements/a1");
  await attach(page, [PROOF]);
  await pledge(page, dossier.profile.name);
  const file = info.outputPath(`${dossier.profile.employer}.zip`);
  await sealAndDownload(page, file);
  const code = await page.locator("#package-code").innerText();
  const image = info.outputPath("qr.png");
  await page.locator("#package-qr").screenshot({ path: image, scale: "css" });
  const scanned = script("qr.py", image).stdout.trim();
  expect(scanned).toMatch(new RegExp(`^ZHICHENG:1:${code}:[0-9A-F]{64}$`));
  await forget(page);
  return { file, code, scanned };
}

async function pick(page, file) {
  await page.getByLabel("选择申报包").setInputFiles(file);
}

async function typeCode(page, text) {
  const field = page.getByRole("textbox", { name: "打印件上的核对码" });
  await field.fill("");
  await field.pressSequentially(text);
}

function layer(page, name) {
  return page.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 3, name: new RegExp(`^${name}`) }) });
}

function fact(page, text) {
  return page.getByRole("definition").filter({ hasText: text }).first();
}

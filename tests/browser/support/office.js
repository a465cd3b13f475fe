// What the tests of the employers' application share: rosters, packages of made-up people, dropping, opening a row.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { TODAY } from "./applicant.js";
import { senior } from "./dossiers.js";
import { zhicheng } from "./native.js";
import { expect, open } from "./test.js";

const STATEMENTS = ["true_accurate_complete", "own_achievements", "consequences", "display_in_unit", "display_on_sites"];

/** A roster in CSV. */
export function roster(count, headers = "编号,姓名,性别,出生日期,申报级别,专业类别,in_post") {
  const rows = [headers];
  for (let at = 1; at <= count; at += 1) {
    const level = at % 3 ? "高级工程师" : "正高级工程师";
    rows.push(`${at},${at % 2 ? "张三" : "李四"}${at},男,1985-05-0${1 + (at % 9)},${level},安全科学应用,${at % 5 ? "是" : "否"}`);
  }
  return Buffer.from(rows.join("\n"));
}

/** A file for a file field. */
export const file = (name, buffer) => ({ name, mimeType: "application/octet-stream", buffer });

/** A package made by the command, of somebody by that name; `change` alters the dossier before. */
export function sealed(folder, name, change = () => {}) {
  mkdirSync(folder, { recursive: true });
  const dossier = senior();
  dossier.profile.name = name;
  change(dossier);
  const input = path.join(folder, "input.json");
  writeFileSync(input, JSON.stringify(dossier));
  const out = path.join(folder, `${name}.zip`);
  const said = STATEMENTS.flatMap((id) => ["--pledge-statement", id]);
  const run = zhicheng("seal", "--today", TODAY, "--pledge-name", name, "--pledge-date", TODAY, ...said, "-o", out, input);
  expect(run.status, run.stderr).toBe(0);
  return readFileSync(out);
}

/** Opens the application on the day of the tests. */
export async function openOffice(page, address = "#/office") {
  await page.clock.setFixedTime(new Date(`${TODAY}T10:00:00+08:00`));
  await open(page, address);
}

/** Gives files, and waits until all of them are read. */
export async function read(page, files, people) {
  await page.locator("#office-files").setInputFiles(files);
  await expect(page.getByText(`共 ${people} 人：`)).toBeVisible({ timeout: 60_000 });
  await expect(page.locator("progress")).toHaveCount(0, { timeout: 60_000 });
}

/** Opens the details of the row of a name, and waits for the explanation. */
export async function details(page, name) {
  await page.getByRole("grid").getByRole("row").filter({ hasText: name }).click();
  await expect(page.getByRole("heading", { level: 2, name, exact: true })).toBeVisible();
  await expect(page.getByText("逐条说明（和 zhicheng 命令的文字相同）")).toBeVisible({ timeout: 30_000 });
}

/** Files or folders of the disk, as a person drops them on an element. */
export async function drop(page, target, files) {
  const client = await page.context().newCDPSession(page);
  const box = await target.boundingBox();
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"]) await client.send("Input.dispatchDragEvent", { type, ...at, data });
}

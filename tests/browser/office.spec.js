// The employers' application: many candidates at once. What it says of each equals what the command says.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { TODAY } from "./support/applicant.js";
import { expectAccessible } from "./support/axe.js";
import { senior } from "./support/dossiers.js";
import { downloaded } from "./support/download.js";
import { python3, python3Fed, zhicheng } from "./support/native.js";
import { file, roster, sealed } from "./support/office.js";
import { overflowsSideways } from "./support/shots.js";
import { expect, open, ready, test } from "./support/test.js";

const TITLE = "单位和受理部门：批量核对";
const EXAMPLE = readFileSync(new URL("../vectors/example.dossier.json", import.meta.url));

test("it opens at its own address, from the start screen, without a request behind it, and leads back", async ({ page }) => {
  await open(page);
  await page.getByRole("radio", { name: /^单位人事/ }).check();
  await page.getByRole("link", { name: "单位和受理部门：一次核对多人" }).click();
  await expect(page.getByRole("heading", { level: 1, name: TITLE })).toBeVisible();
  await ready(page);
  await expectAccessible(page);
  await page.getByRole("link", { name: "回到申报人页面" }).click();
  await expect(page).toHaveURL(/#\/start$/);
  await expect(page.getByRole("heading", { level: 1, name: TITLE })).toHaveCount(0);
  await ready(page);
});

test("rosters and drafts become rows; what is broken is listed; details, trial, filter and clearing work by keys", async ({ page }) => {
  await open(page, "#/office");
  const rows = 300;
  await page.locator("#office-files").setInputFiles([
    file("名单.csv", roster(rows)),
    file("档案.json", EXAMPLE),
    file("坏的.json", Buffer.from("{")),
    file("断了.zip", Buffer.from("PK\u0003\u0004 cut")),
    file("空的.xlsx", Buffer.from("PK")),
  ]);
  await expect(page.getByText(`共 ${rows + 1} 人：`)).toBeVisible({ timeout: 60_000 });
  const grid = page.getByRole("grid");
  await expect(grid).toHaveAttribute("aria-rowcount", String(rows + 2));
  expect(await grid.getByRole("row").count()).toBeLessThan(80);

  await page.getByText(/^要改的地方：/).click();
  for (const broken of ["坏的.json", "断了.zip", "空的.xlsx"]) {
    await expect(page.locator("#troubles")).toContainText(broken);
  }

  await page.getByLabel("搜索").fill("ls298");
  await expect(page.getByText(`显示 1 人，共 ${rows + 1} 人`)).toBeVisible();
  await grid.focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 2, name: "李四298" })).toBeVisible();
  await expect(page.getByText("逐条说明（和 zhicheng 命令的文字相同）")).toBeVisible({ timeout: 30_000 });
  await page.getByText(/^如果……/).click();
  await page.getByRole("button", { name: /^假设/ }).first().click();
  await expect(page.locator("#trial")).not.toBeEmpty({ timeout: 30_000 });
  await expectAccessible(page);
  await page.screenshot({ path: test.info().outputPath("office.png"), fullPage: true });
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await overflowsSideways(page)).toBe(false);
  await page.screenshot({ path: test.info().outputPath("office-360.png"), fullPage: true });

  await page.getByRole("button", { name: "全部清除" }).click();
  await expect(page.getByText("已全部清除。")).toBeVisible();
  await expect(grid).toHaveCount(0);
});

/** The same bytes with one of them another. */
function altered(bytes, at) {
  const copy = Buffer.from(bytes);
  copy[Math.floor(copy.length * at)] ^= 1;
  return copy;
}

/** Twenty inputs, each broken in another way. */
function broken(whole) {
  const dossier = (change) => {
    const json = senior();
    change(json);
    return Buffer.from(JSON.stringify(json));
  };
  return {
    "a01.zip": whole.subarray(0, 30), "a02.zip": whole.subarray(0, whole.length / 2), "a03.zip": whole.subarray(0, whole.length - 1),
    "a04.zip": altered(whole, 0.001), "a05.zip": altered(whole, 0.3), "a06.zip": altered(whole, 0.6), "a07.zip": altered(whole, 0.999),
    "a08.zip": Buffer.concat([whole, Buffer.from("more")]), "a09.zip": Buffer.concat([Buffer.from("before"), whole]),
    "a10.zip": Buffer.alloc(0), "a11.zip": Buffer.from("no zip at all"),
    "b01.json": Buffer.alloc(0), "b02.json": Buffer.from("{"), "b03.json": Buffer.from("[]"), "b04.json": Buffer.from([0xff, 0xfe, 0]),
    "b05.json": dossier((json) => { json.format = "zhicheng-dossier/9"; }),
    "b06.json": dossier((json) => { json.achievements[0].id = json.achievements[1].id; }),
    "b07.json": dossier((json) => { json.degrees = "none"; }),
    "c01.xlsx": Buffer.from("PK"), "c02.csv": Buffer.from("甲,乙\n1,2\n"),
  };
}

/** The rows of a sheet's first table, as openpyxl reads them. */
function sheet(file) {
  const script = "import sys,json,openpyxl;w=openpyxl.load_workbook(sys.argv[1]).worksheets[0];"
    + "print(json.dumps([[c.value for c in r] for r in w.iter_rows()],default=str))";
  const run = python3("-c", script, file);
  expect(run.status, run.stderr).toBe(0);
  return JSON.parse(run.stdout);
}

/** A roster in CSV as another program writes it in XLSX. */
function workbook(file, roster) {
  const script = "import sys,csv,io,openpyxl;w=openpyxl.Workbook();s=w.active;s.title='人员';"
    + "[s.append(r) for r in csv.reader(io.StringIO(sys.stdin.buffer.read().decode()))];w.save(sys.argv[1])";
  const run = python3Fed(roster, "-c", script, file);
  expect(run.status, run.stderr).toBe(0);
  return readFileSync(file);
}

test("300 people on rosters and in packages, and twenty broken inputs, are judged as the command judges them", async ({ page }, info) => {
  const folder = info.outputPath("inputs");
  mkdirSync(folder, { recursive: true });
  const packages = Array.from({ length: 12 }, (_, index) => [`申报人${index + 1}.zip`, sealed(info.outputPath(""), `申报人${index + 1}`)]);
  // A key that stands twice, and a row that cannot be read: each is refused where it stands.
  const wrong = Buffer.from("\n7,重复,男,1985-05-05,高级工程师,安全科学应用,是\n145,引号,\"男,1985-05-05,,,\n");
  const rosters = { "名单.csv": Buffer.concat([roster(144), wrong]), "名单.xlsx": workbook(info.outputPath("名单.xlsx"), roster(144)) };
  const inputs = Object.entries({ ...Object.fromEntries(packages), ...broken(packages[0][1]), ...rosters });
  for (const [name, bytes] of inputs) writeFileSync(path.join(folder, name), bytes);
  // As the browser hands them over.
  const names = inputs.map(([name]) => name).sort();
  const asked = ["screen", "--today", TODAY, "--json", "-o", info.outputPath("native.jsonl")];
  zhicheng(...asked, ...names.map((name) => path.join(folder, name)));
  // The command names files by their paths, the browser by their names.
  const native = readFileSync(info.outputPath("native.jsonl"), "utf8").replaceAll(`${folder}/`, "").trim().split("\n");

  await page.clock.setFixedTime(new Date(`${TODAY}T10:00:00+08:00`));
  await open(page, "#/office");
  await page.locator("#office-files").setInputFiles(names.map((name) => path.join(folder, name)));
  const people = native.filter((line) => JSON.parse(line).format === "zhicheng-screened/1").length;
  await expect(page.getByText(`共 ${people} 人：`)).toBeVisible({ timeout: 60_000 });
  await expect(page.locator("progress")).toHaveCount(0, { timeout: 60_000 });

  const out = info.outputPath("browser.jsonl");
  await downloaded(page, page.getByRole("button", { name: /^结果 JSON/ }), out);
  expect(readFileSync(out, "utf8").trim().split("\n")).toEqual(native);
  const table = info.outputPath("browser.xlsx");
  await downloaded(page, page.getByRole("button", { name: "结果 XLSX" }), table);
  const rows = sheet(table);
  expect(rows.slice(1).filter((row) => row.some((cell) => cell !== null)).length).toBeGreaterThanOrEqual(people);
  expect(new Set(rows.flat())).toContain("申报人12");
});

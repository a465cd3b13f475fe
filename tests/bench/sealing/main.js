// Sealing one GiB of evidence in the application, beside other writers of zips: `node main.js FOLDER [ROUNDS]`, with
// `BASE_URL` and `CHROMIUM` as for the browser tests; `BYTES` for fewer, to see what memory goes with none.
//
// All take turns in one browser, each in a page of its own; a contender's number is the median of its turns. The
// application reads the evidence twice: when it is attached, and kept in the browser's storage, and when the finished
// package is checked.
//
// The pass that all are held against reads each file whole and gives it to `crypto.subtle`, one after another: what a page
// needs that does nothing else, in any amount of memory.
//
// Memory is told twice: beyond the page that lies idle right before, and beyond the same page before any evidence was
// attached, without the worker and with less on the screen.
import { rmSync } from "node:fs";
import path from "node:path";

import { chromium } from "../../browser/node_modules/@playwright/test/index.mjs";
import { openDraft, pledge, visit } from "../../browser/support/applicant.js";
import { senior } from "../../browser/support/dossiers.js";
import { contenders } from "./contenders.js";
import { BYTES, FILES, make } from "./evidence.js";
import { watcher } from "./memory.js";

const [folder, rounds = "3"] = process.argv.slice(2);
const LONG = 600_000;

const files = make(path.join(folder, "evidence"));
const measured = new Map();
try {
  for (let round = 1; round <= Number(rounds); round += 1) {
    await turn(ours);
    for (const contender of contenders) await turn((page, watch) => other(contender, page, watch));
  }
  table();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** A browser of its own for each turn, with a profile on the disk as people have one. */
async function turn(act) {
  const profile = path.join(folder, "profile");
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update"],
    env: { ...process.env, LC_ALL: "C.UTF-8" },
    baseURL: process.env.BASE_URL, locale: "zh-CN", timezoneId: "Asia/Shanghai", serviceWorkers: "block", acceptDownloads: true,
  });
  const page = context.pages()[0];
  page.setDefaultTimeout(LONG);
  const session = await context.browser()?.newBrowserCDPSession() ?? await context.newCDPSession(page);
  try {
    await act(page, () => watcher(session));
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

/** Notes a turn. */
function note(name, seconds, memory) {
  const turns = measured.get(name) ?? [];
  measured.set(name, [...turns, { seconds, memory }]);
  const told = memory.map((bytes) => (bytes / 2 ** 20).toFixed(0));
  console.log(`  ${name}: ${(BYTES / 2 ** 20 / seconds).toFixed(0)} MiB/s, ${told[0]} MiB beyond idle, ${told[1]} beyond before`);
}

/** Times something and watches the memory meanwhile. */
async function timed(name, memory, act) {
  memory.begin();
  const start = performance.now();
  const seconds = await act();
  const own = seconds ?? (performance.now() - start) / 1000;
  note(name, own, memory.end());
}

async function ours(page, watch) {
  await openDraft(page, senior());
  await visit(page, "list/achievements/a1");
  // What Chromium does once, it does now.
  await page.waitForTimeout(2000);
  const memory = await watch();
  await timed("ours: taking in", memory, async () => {
    await page.getByLabel("选择文件").setInputFiles(files);
    await page.waitForFunction(
      (count) => document.querySelectorAll(".file-list > li").length > count && !document.querySelector("progress"),
      // One is a paper.
      FILES,
    );
  });
  await pledge(page, senior().profile.name);
  await visit(page, "package");
  await page.getByText("都准备好了，可以封装。").waitFor();
  await page.waitForTimeout(2000);
  await timed("ours: sealing and checking", memory, async () => {
    await page.getByRole("button", { name: "封装申报包" }).click();
    await page.getByRole("heading", { name: "申报包已经封好，校验通过" }).waitFor();
  });
  const out = path.join(folder, "package.zip");
  await timed("ours: saving to the disk", memory, async () => {
    const coming = page.waitForEvent("download");
    await page.getByRole("link", { name: "下载申报包" }).click();
    await (await coming).saveAs(out);
  });
  rmSync(out);
}

async function other(contender, page, watch) {
  // Only a secure page has `crypto.subtle`.
  await page.route("**/blank.html", (route) => route.fulfill({ contentType: "text/html", body: "<input type=file multiple id=files>" }));
  await page.goto("blank.html");
  await page.locator("#files").setInputFiles(files);
  await contender.prepare(page);
  await page.waitForTimeout(1000);
  try {
    await timed(contender.name, await watch(), () => contender.run(page));
  } catch (error) {
    console.log(`  ${contender.name}: failed, ${String(error.message).split("\n")[0]}`);
  }
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function table() {
  const speed = (turns) => BYTES / 2 ** 20 / median(turns.map(({ seconds }) => seconds));
  const reference = speed(measured.get(contenders[0].name) ?? [{ seconds: Infinity }]);
  console.log(`\npackage-browser: ${FILES} files, ${BYTES / 2 ** 20} MiB, medians of ${rounds} turns`);
  console.log(`${"contender".padEnd(34)}${"MiB/s".padStart(8)}${"ratio".padStart(8)}${"MiB beyond idle".padStart(18)}${"beyond before".padStart(16)}`);
  for (const [name, turns] of measured) {
    const most = [0, 1].map((which) => Math.max(...turns.map(({ memory }) => memory[which])) / 2 ** 20);
    const cells = [speed(turns).toFixed(0).padStart(8), (speed(turns) / reference).toFixed(2).padStart(8), most[0].toFixed(0).padStart(18), most[1].toFixed(0).padStart(16)];
    console.log(name.padEnd(34) + cells.join(""));
  }
}

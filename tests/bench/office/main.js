// What employers feel while the application reads: `main.js ADDRESS CHROMIUM PLAYWRIGHT FOLDER COMMAND`.
//
// 500 packages are dropped, then 5,000 rows of a roster; while they are read the person scrolls, sorts, types into the
// search and opens a row, over and over. Told is, for each, how long the browser took from the action until the next picture
// (Event Timing, whole), the longest time that the page was not free (long tasks), and the memory of the page at its most.
// A time is a report, never a test.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { packages, roster } from "./packages.js";

const [ADDRESS, CHROMIUM, PLAYWRIGHT, FOLDER, COMMAND] = process.argv.slice(2);
const { chromium } = await import(pathToFileURL(join(PLAYWRIGHT, "index.mjs")));

/** What people do, in turns. */
const ACTIONS = ["sort", "scroll", "search", "search less", "open a row", "keys"];
/** Milliseconds that an interaction may take. */
const WISHED = 100;
/** Events that come of what a person does. */
const OF_PEOPLE = ["click", "keydown", "keyup", "input", "beforeinput", "pointerdown", "pointerup", "mousedown", "mouseup", "wheel"];
const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
const system = await browser.newBrowserCDPSession();
const worst = [];
await one("500 packages", packages(join(FOLDER, "packages"), COMMAND, 500, 4), 500);
await one("5,000 rows", [roster(FOLDER, 5000)], 5000);
console.log(`\nworst interaction ${Math.max(...worst)} ms, ${Math.max(...worst) < WISHED ? "below" : "not below"} ${WISHED}`);
await browser.close();

/** Drops files and uses the page until they are read. */
async function one(name, paths, people) {
  const context = await browser.newContext({ locale: "zh-CN", timezoneId: "Asia/Shanghai", viewport: { width: 1280, height: 900 } });
  await context.addInitScript(watch);
  const page = await context.newPage();
  await page.goto(`${ADDRESS}#/office`);
  await page.locator("html[data-ready='true']").waitFor();
  await page.waitForTimeout(500);
  const start = Date.now();
  await drop(page, paths);
  await page.getByRole("grid").waitFor({ timeout: 120_000 });
  const shown = Date.now() - start;
  await page.evaluate(() => window.felt.begin());
  let peak = 0;
  const reading = page.locator("progress");
  for (let turn = 0; await reading.count() > 0; turn += 1) {
    await use(page, turn);
    peak = Math.max(peak, await memory());
  }
  const took = Date.now() - start;
  const summed = page.getByText(`共 ${people} 人：`);
  await summed.waitFor({ timeout: 120_000 });
  const added = Date.now() - start;
  const busy = await page.evaluate(() => window.felt.begin());
  for (let turn = 0; turn < 20; turn += 1) await use(page, turn);
  const after = await page.evaluate(() => window.felt.begin());
  tell(name, { shown, took, added, peak }, busy, after);
  await context.close();
}

/** One of the things that people do. */
async function use(page, turn) {
  const grid = page.getByRole("grid");
  const search = page.locator("#search");
  const own = turn % 6;
  await page.evaluate((action) => window.felt.actions.push([action, performance.now()]), ACTIONS[own]);
  if (own === 0) await page.getByRole("columnheader", { name: turn % 12 ? "姓名" : "自评分" }).getByRole("button").click();
  if (own === 1) {
    await grid.hover();
    for (let notch = 0; notch < 5; notch += 1) await page.mouse.wheel(0, 400);
  }
  if (own === 2) {
    await search.focus();
    await page.keyboard.press("w");
    await page.keyboard.press("l");
  }
  if (own === 3) {
    await search.focus();
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Backspace");
  }
  if (own === 4) {
    const rows = grid.locator(".grid__rows").getByRole("row");
    if (await rows.count() > 2) await rows.nth(2).click({ timeout: 5_000 }).catch(() => {});
  }
  if (own === 5) {
    await grid.focus();
    for (const key of ["ArrowDown", "ArrowDown", "PageDown", "Home"]) await page.keyboard.press(key);
  }
  await page.waitForTimeout(120);
}

/** Files from the disk, as a person drops them. */
async function drop(page, files) {
  const client = await page.context().newCDPSession(page);
  const box = await page.locator(".drop-zone").boundingBox();
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const data = { items: [], files, dragOperationsMask: 1 };
  for (const type of ["dragEnter", "dragOver", "drop"]) await client.send("Input.dispatchDragEvent", { type, ...at, data });
}

/** The memory of the page and its workers, in MiB: what no other process shares. */
async function memory() {
  const { processInfo } = await system.send("SystemInfo.getProcessInfo");
  const pages = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => {
    try {
      return Number(readFileSync(`/proc/${id}/smaps_rollup`, "utf8").match(/^Private_Dirty:\s+(\d+)/m)?.[1] ?? 0) / 1024;
    } catch {
      return 0;
    }
  });
  return Math.round(Math.max(0, ...pages));
}

/** Runs in the page: notes how long events took until the next picture, and when the page was not free. */
function watch() {
  const felt = { events: [], tasks: [], actions: [] };
  window.felt = felt;
  felt.begin = () => {
    const { events, tasks, actions } = felt;
    Object.assign(felt, { events: [], tasks: [], actions: [] });
    return { events, tasks, actions };
  };
  const note = (list) => {
    for (const entry of list.getEntries()) felt.events.push([entry.name, entry.duration, entry.startTime]);
  };
  new PerformanceObserver(note).observe({ type: "event", durationThreshold: 16 });
  new PerformanceObserver((list) => list.getEntries().forEach((task) => felt.tasks.push(task.duration))).observe({ type: "longtask" });
}

function tell(name, { shown, took, added, peak }, busy, after) {
  console.log(`\n${name}: first rows after ${shown} ms, all read after ${took} ms, added up after ${added} ms, page at most ${peak} MiB`);
  for (const [when, { events, tasks, actions }] of [["while reading", busy], ["with all after", after]]) {
    const own = events.filter(([kind]) => OF_PEOPLE.includes(kind));
    const longest = Math.max(0, ...own.map(([, duration]) => duration));
    worst.push(longest);
    const slow = own.filter(([, duration]) => duration >= 100).length;
    const action = (at) => actions.findLast(([, begun]) => begun <= at)?.[0];
    const kinds = ACTIONS.map((name) => [name, own.filter(([, , at]) => action(at) === name).map(([, duration]) => duration)])
      .filter(([, all]) => all.length > 0).map(([name, all]) => `${name} ${Math.max(...all)}`);
    console.log(`  ${when}: ${own.length} events above 16 ms, longest ${longest} ms, ${slow} of 100 ms and more; ${kinds.join(", ")}`);
    console.log(`    long tasks ${tasks.length}, longest ${Math.round(Math.max(0, ...tasks))} ms`);
  }
}

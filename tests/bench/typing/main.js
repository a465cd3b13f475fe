// How long a key takes until the verdict on what it typed stands in the page, with 200 achievements and a quarter of the
// speed, in Chromium: `main.js ADDRESS CHROMIUM PLAYWRIGHT`.
//
// Two times are told. "Work" runs in the page, from the first listener that hears of the text until the verdict is up to
// date: the end of that event, with all that the application draws in it, or, where judging comes later, the end of that
// drawing.
// "Drawn" runs from the moment the browser takes the key until the frame that shows the verdict is handed on; most of that is
// the browser's own, so that an input on an empty page is measured beside it, and the ratio is told. Frames do not wait for
// the screen. "Script" is all that runs for a key, on average, what comes after the verdict included. Where nothing else is
// said, keys follow each other as from a quick typist; a pause is long enough for what is done in idle moments. Before the
// first key a screen is looked at for two seconds.
// Shifts of the layout count even when they come right after a key. A time is a report, never a test.
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { senior } from "../../browser/support/dossiers.js";

const [ADDRESS, CHROMIUM, PLAYWRIGHT] = process.argv.slice(2);
const { chromium } = await import(pathToFileURL(join(PLAYWRIGHT, "index.mjs")));

const ACHIEVEMENTS = 200;
const KEYS = 100;
const SLOWER = 4;
/** One frame, in milliseconds. */
const WISHED = 16;
const FLAGS = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--disable-frame-rate-limit", "--disable-gpu-vsync",
];

const FIELDS = [
  { name: "title of an achievement", screen: "list/achievements/many100", label: "名称", keys: "abcdefgh" },
  { name: "rank of an achievement", screen: "list/achievements/many101", label: "排名", keys: "123456789" },
  { name: "employer, a text answer", screen: "q/unit", label: "工作单位全称", keys: "abcdefgh" },
  { name: "years of practice", screen: "q/experience", label: "在一线工作了几年", keys: "1234", changes: true },
  { name: "years, with pauses", screen: "q/experience", label: "在一线工作了几年", keys: "1234", pause: 450, count: 40 },
];

const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
const COLUMNS = ["keys", "work p50", "p99", "worst", "drawn p50", "ratio", "p99", "script", "CLS"];
const least = await bare();
const cases = [
  { name: "all answered", answered: true, works: [] },
  { name: "every third achievement lacks an answer", answered: false, works: [] },
];
for (const { name, answered, works } of cases) {
  console.log(`\n${name}`);
  console.log(`${"field".padEnd(28)}${COLUMNS.map((word) => word.padStart(10)).join("")}`);
  line("an input on an empty page", least);
  const page = await opened(answered);
  for (const field of FIELDS) {
    await visit(page, field.screen);
    const typed = await typeInto(page, field);
    works.push(...typed.works);
    line(field.name, typed);
    if (field.changes && typed.said < 2) throw new Error(`no key in "${field.name}" changed what the live verdict says`);
  }
  for (const screen of answered ? ["list/achievements", "check", "score", "result", "tasks"] : []) {
    await visit(page, screen);
    const nodes = await page.evaluate(() => document.querySelectorAll("*").length);
    console.log(`${`#/${screen}`.padEnd(28)}${String(nodes).padStart(12)} elements`);
  }
  await page.context().close();
}
console.log("\nwork from key to verdict");
for (const { name, works } of cases) {
  const most = at(works, 0.99);
  console.log(`${name}: p99 ${ms(most)} of ${works.length} keys, ${most <= WISHED ? "within" : "above"} ${WISHED} ms`);
}
console.log(`an input on an empty page alone, from key to frame: p50 ${at(least.drawn, 0.5).toFixed(1)} ms, p99 ${at(least.drawn, 0.99).toFixed(1)} ms`);
await browser.close();

/** A page that is watched. */
async function visited(address) {
  const context = await browser.newContext({ locale: "zh-CN", timezoneId: "Asia/Shanghai", viewport: { width: 1280, height: 900 } });
  await context.addInitScript(watch);
  const page = await context.newPage();
  await page.goto(address);
  return page;
}

async function slowed(page) {
  const client = await page.context().newCDPSession(page);
  await client.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
}

/** What the browser itself takes on this machine: the times of an input on a page with nothing else. */
async function bare() {
  const page = await visited("data:text/html,<label>bare<input></label>");
  await slowed(page);
  const typed = await typeInto(page, { label: "bare", keys: "abcdefgh" });
  await page.context().close();
  return typed;
}

/** The application with very many achievements, on a slow machine. */
async function opened(answered) {
  const page = await visited(ADDRESS);
  await page.locator("html[data-ready='true']").waitFor();
  const buffer = Buffer.from(JSON.stringify(many(answered)));
  await page.locator("input[type=file]").first().setInputFiles({ name: "draft.json", mimeType: "application/json", buffer });
  await page.waitForFunction(() => location.hash === "#/tasks");
  await slowed(page);
  return page;
}

/** Types keys into a field, with a key taken away now and then so that it does not grow. */
async function typeInto(page, { label, keys, pause = 30, count = KEYS }) {
  const client = await page.context().newCDPSession(page);
  await client.send("Performance.enable");
  const script = async () => (await client.send("Performance.getMetrics")).metrics.find(({ name }) => name === "ScriptDuration").value * 1000;
  const box = page.getByRole("textbox", { name: label }).first();
  await box.focus();
  await page.waitForTimeout(800);
  await page.evaluate(() => window.typing.begin());
  const before = await script();
  for (let done = 0; done < count; done += 1) {
    await page.keyboard.press(done % 2 ? "Backspace" : keys[(done / 2) % keys.length]);
    await page.waitForFunction((past) => window.typing.drawn.length > past, done, { polling: 5 });
    await page.waitForTimeout(pause);
  }
  await page.waitForFunction((count) => window.typing.works.length === count, count);
  const typed = await page.evaluate(() => ({ ...window.typing, said: window.typing.said.size }));
  return { ...typed, script: (await script() - before) / count };
}

async function visit(page, screen) {
  await page.evaluate((hash) => { location.hash = hash; }, `#/${screen}`);
  await page.waitForTimeout(1500);
}

/** Runs in the page: notes when keys come, when the verdict is up to date, when a frame shows it, and what moved. */
function watch() {
  const typing = { works: [], drawn: [], shifts: 0, said: new Set() };
  window.typing = typing;
  const now = performance.now.bind(performance);
  const bar = () => document.querySelector(".verdict-bar");
  const isBusy = () => bar()?.ariaBusy === "true";
  let pressed; // When the browser took the key, and when the page heard of the text.
  let waiting = []; // Keys on which there is no verdict yet.
  typing.begin = () => Object.assign(typing, { works: [], drawn: [], shifts: 0, said: new Set() });
  const judged = () => {
    if (waiting.length === 0 || isBusy()) return;
    const at = now();
    typing.works.push(...waiting.map((key) => at - key.had));
    typing.said.add(bar()?.textContent);
    const shown = waiting.map((key) => key.taken);
    requestAnimationFrame(() => port2.postMessage(shown));
    waiting = [];
  };
  // A message that is sent in a frame arrives when the frame was handed on.
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => typing.drawn.push(...data.map((taken) => now() - taken));
  addEventListener("keydown", (event) => { pressed = { taken: event.timeStamp }; }, true);
  addEventListener("input", () => pressed && Object.assign(pressed, { had: now() }), true);
  // The last listener of all: what the application draws in the event is drawn before.
  addEventListener("input", () => {
    // Files and choices make such events too.
    if (pressed) waiting.push(pressed);
    pressed = undefined;
    judged();
  });
  new MutationObserver(judged).observe(document, { subtree: true, attributes: true, attributeFilter: ["aria-busy"] });
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) typing.shifts += shift.value;
  }).observe({ type: "layout-shift", buffered: true });
}

/** An applicant with very many achievements; `answered` or with every third grade still to be answered. */
function many(answered) {
  const dossier = senior();
  const sorts = dossier.achievements.filter(({ kind }) => kind === "award" || kind === "project");
  dossier.achievements = Array.from({ length: ACHIEVEMENTS }, (_, index) => {
    const { grade, ...rest } = sorts[index % sorts.length];
    const more = answered || index % 3 ? { grade: index % 4 ? grade : "provincial" } : {};
    return { ...rest, ...more, id: `many${index}`, title: `某市第 ${index} 号安全生产项目` };
  });
  return dossier;
}

function line(name, { works, drawn, script, shifts }) {
  const ratio = at(drawn, 0.5) / at(least.drawn, 0.5);
  const cells = [
    String(works.length), ...[0.5, 0.99, 1].map((share) => ms(at(works, share))),
    ms(at(drawn, 0.5)), `${ratio.toFixed(2)} x`, ms(at(drawn, 0.99)), ms(script), shifts.toFixed(4),
  ];
  console.log(`${name.padEnd(28)}${cells.map((cell) => cell.padStart(10)).join("")}`);
}

function ms(time) {
  return `${time.toFixed(1)} ms`;
}

function at(times, share) {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

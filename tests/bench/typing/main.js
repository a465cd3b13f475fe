// How long a key takes until what comes of it is drawn, with 200 achievements and a quarter of the speed, in Chromium:
// `main.js ADDRESS CHROMIUM PLAYWRIGHT`.
//
// A time runs from the moment the browser takes the key until the frame that shows all that comes of it, the verdict among
// it, is handed on. Frames do not wait for the screen, so that what is measured is work and not waiting. Where nothing else
// is said, keys follow each other as from a quick typist; a pause is long enough for what is done in idle moments.
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
  { name: "years of practice", screen: "q/experience", label: "在一线工作了几年", keys: "1234" },
  { name: "years, with pauses", screen: "q/experience", label: "在一线工作了几年", keys: "1234", pause: 450, count: 40 },
];

const browser = await chromium.launch({ executablePath: CHROMIUM, args: FLAGS });
const drawn = [];
const least = await bare();
for (const answered of [true, false]) {
  console.log(answered ? "\nall answered" : "\nevery third achievement lacks an answer");
  console.log(`${"field".padEnd(28)}${["keys", "p50", "p99", "worst", "verdict p50", "p99", "CLS"].map((word) => word.padStart(12)).join("")}`);
  line("an input on an empty page", least, least, 0);
  const page = await opened(answered);
  for (const field of FIELDS) {
    await visit(page, field.screen);
    const { times, verdicts, shifts } = await typeInto(page, field);
    if (answered && !field.pause) drawn.push(...verdicts);
    line(field.name, times, verdicts, shifts);
  }
  for (const screen of answered ? ["list/achievements", "check", "score", "result", "tasks"] : []) {
    await visit(page, screen);
    const nodes = await page.evaluate(() => document.querySelectorAll("*").length);
    console.log(`${`#/${screen}`.padEnd(28)}${String(nodes).padStart(12)} elements`);
  }
  await page.context().close();
}
console.log(`\nto the verdict, all answered: p99 ${at(drawn, 0.99).toFixed(1)} ms, ${at(drawn, 0.99) <= WISHED ? "within" : "above"} ${WISHED}; an input on an empty page alone: ${at(least, 0.99).toFixed(1)} ms`);
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
  const { times } = await typeInto(page, { label: "bare", keys: "abcdefgh" });
  await page.context().close();
  return times;
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
  const box = page.getByRole("textbox", { name: label }).first();
  await box.focus();
  await page.waitForTimeout(800);
  await page.evaluate(() => window.typing.begin());
  for (let done = 0; done < count; done += 1) {
    await page.keyboard.press(done % 2 ? "Backspace" : keys[(done / 2) % keys.length]);
    await page.waitForFunction((past) => window.typing.times.length > past, done, { polling: 5 });
    await page.waitForTimeout(pause);
  }
  await page.waitForFunction(() => window.typing.settled());
  return page.evaluate(() => window.typing);
}

async function visit(page, screen) {
  await page.evaluate((hash) => { location.hash = hash; }, `#/${screen}`);
  await page.waitForTimeout(1500);
}

/** Runs in the page: notes when keys come, when what they do is drawn, when the verdict is up to date, and what moved. */
function watch() {
  const typing = { times: [], verdicts: [], shifts: 0 };
  window.typing = typing;
  const now = performance.now.bind(performance);
  const isBusy = () => document.querySelector(".verdict-bar")?.ariaBusy === "true";
  let pressed = 0;
  let waiting = [];
  typing.begin = () => Object.assign(typing, { times: [], verdicts: [], shifts: 0 });
  // A frame that asks for nothing may be the last one: then nothing waits either.
  typing.settled = () => {
    if (!isBusy()) waiting = [];
    return waiting.length === 0;
  };
  // A message that is sent in a frame arrives when the frame was handed on.
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => {
    if (data > 0) {
      typing.times.push(now() - data);
      waiting.push(data);
    }
    if (isBusy()) return;
    typing.verdicts.push(...waiting.map((since) => now() - since));
    waiting = [];
  };
  const inFrame = (data) => requestAnimationFrame(() => port2.postMessage(data));
  addEventListener("keydown", (event) => { pressed = event.timeStamp; }, true);
  addEventListener("input", () => inFrame(pressed), true);
  const busy = new MutationObserver(() => waiting.length > 0 && !isBusy() && inFrame(0));
  busy.observe(document, { subtree: true, attributes: true, attributeFilter: ["aria-busy"] });
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

function line(name, times, verdicts, shifts) {
  const milliseconds = [0.5, 0.99, 1].map((share) => at(times, share)).concat([0.5, 0.99].map((share) => at(verdicts, share)));
  const cells = [String(times.length), ...milliseconds.map((time) => `${time.toFixed(1)} ms`), shifts.toFixed(4)];
  console.log(`${name.padEnd(28)}${cells.map((cell) => cell.padStart(12)).join("")}`);
}

function at(times, share) {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

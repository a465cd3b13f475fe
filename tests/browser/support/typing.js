// How long typing takes with two hundred achievements, on a processor slowed to a quarter: from the event of a keystroke until
// the verdict is drawn anew and the page is laid out. Run by `cargo xtask bench typing`, which serves the application.
import { chromium } from "playwright-core";
import { senior } from "./dossiers.js";

const SLOWER = 4;
const FRAME = 1000 / 60;
const STROKES = 300;

/** The example with 200 achievements of all kinds. */
function many() {
  const dossier = senior();
  const first = dossier.achievements;
  dossier.achievements = Array.from({ length: 200 }, (_, index) => {
    const like = first[index % first.length];
    return { ...like, id: `m${index}`, title: `${like.title}之${index}`, evidence: like.evidence };
  });
  return dossier;
}

/** Notes in the page how long each keystroke keeps it busy, and every shift of the layout. */
function watch() {
  window.strokes = [];
  window.shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.shift += entry.value;
  }).observe({ type: "layout-shift", buffered: true });
  const done = new MessageChannel();
  let begun = 0;
  done.port1.onmessage = () => {
    document.body.getBoundingClientRect();
    window.strokes.push(performance.now() - begun);
  };
  addEventListener("input", () => {
    begun = performance.now();
    done.port2.postMessage(0);
  }, true);
}

function quantile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
}

async function measure(page, what, address, field, text) {
  await page.evaluate((address) => (location.hash = address), `#/${address}`);
  const box = page.locator(field);
  await box.waitFor();
  await box.focus();
  await page.waitForTimeout(1500);
  await page.evaluate(watch);
  for (let stroke = 0; stroke < STROKES; stroke += 1) {
    const turn = stroke % (2 * text.length);
    await page.keyboard.press(turn < text.length ? text[turn] : "Backspace");
  }
  await page.waitForTimeout(1500);
  const { strokes, shift } = await page.evaluate(() => ({ strokes: window.strokes, shift: window.shift }));
  const [p50, p99] = [quantile(strokes, 0.5), quantile(strokes, 0.99)];
  const met = p99 <= FRAME && shift === 0 ? "met" : "NOT met";
  console.log(
    `${what.padEnd(34)} ${String(strokes.length).padStart(4)} strokes, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms, ` +
      `CLS ${shift.toFixed(4)}   (${FRAME.toFixed(1)} ms, 0: ${met})`,
  );
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  env: { ...process.env, LC_ALL: "C.UTF-8" },
  args: ["--no-sandbox", "--disable-gpu"],
});
const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale: "zh-CN", serviceWorkers: "block" });
await page.goto(process.env.BASE_URL);
await page.locator("html[data-ready=true]").waitFor();
const file = { name: "草稿.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(many())) };
await page.getByLabel("打开草稿文件或申报包").setInputFiles(file);
await page.getByRole("heading", { level: 1, name: "任务清单" }).waitFor();
const session = await page.context().newCDPSession(page);
await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
console.log(`typing with 200 achievements, processor slowed ${SLOWER} times`);
await measure(page, "years in a post: moves the score", "q/experience", "#f-front_line_years", "15");
await measure(page, "name of an achievement", "list/achievements/m100", "#f-m100-title", "abcdefghij");
await measure(page, "rank of an achievement", "list/achievements/m102", "#f-m102-rank", "12");
await browser.close();

// How soon the first question can be answered, beside an empty Yew page, in Chromium: `main.js DIST EMPTY CHROMIUM PLAYWRIGHT`.
//
// The first question stands in the page before the application does: it counts as usable when it is painted, is answered
// right then, and the application must show that answer when it is there, or the bench fails. How long that takes is
// told beside it, and also how soon a question behind a link can be answered, which waits for the application.
//
// Both are sent by one host, compressed ahead with brotli, as a good host does. Cold is a browser that was never there,
// warm is a second visit of the same browser: with the service worker in use, where there is one. The two take turns.
// The one-file edition is opened from the disk beside them: how soon its first question can be answered, and how long it
// then unpacks, beside the same empty page when it is cold.
// A time is a report, never a test.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";
import { brotliCompressSync } from "node:zlib";

const [DIST, EMPTY, CHROMIUM, PLAYWRIGHT] = process.argv.slice(2);
const { chromium } = await import(pathToFileURL(join(PLAYWRIGHT, "index.mjs")));

const ROUNDS = 7;
const WISHED = 1.5;
// What Chrome's developer tools call "slow 4G": bytes a second, milliseconds.
const SLOW = { offline: false, latency: 150, downloadThroughput: 180_000, uploadThroughput: 84_000 };
const MACHINES = [
  { name: "no throttle", cpu: 1 },
  { name: "4 x CPU, slow network", cpu: 4, network: SLOW },
];
const TYPES = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json", ".json": "application/json",
};

const PAGES = [
  { name: "empty Yew page", path: "/empty/" },
  { name: "first question", path: "/app/", answer: "#who-employer" },
  { name: "question behind a link", path: "/app/#/q/target" },
];

const files = new Map([...packed("/empty/", EMPTY), ...packed("/app/", DIST)]);
const server = createServer((request, response) => {
  const path = new URL(request.url, "http://host").pathname;
  const file = files.get(path.endsWith("/") ? `${path}index.html` : path);
  if (!file) return response.writeHead(404).end();
  const caching = /[0-9a-f]{14,16}|empty/.test(path) && extname(path) ? "public, max-age=31536000, immutable" : "no-cache";
  response.writeHead(200, { "Content-Type": file.type, "Content-Encoding": "br", "Cache-Control": caching }).end(file.bytes);
});
await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
const host = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launch({ executablePath: CHROMIUM, args: ["--no-sandbox", "--disable-gpu", "--disable-quic"] });

for (const machine of MACHINES) {
  const times = PAGES.map(() => ({ cold: [], warm: [] })), opened = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, page] of PAGES.entries()) await visits(machine, page, times[index]);
    opened.push(await oneFile(machine));
  }
  for (const visit of ["cold", "warm"]) {
    console.log(`\n${machine.name}, ${visit}`);
    const [empty, ...ours] = times.map((each) => each[visit]);
    const base = median(empty.map(({ usable }) => usable));
    tell("empty Yew page", base);
    for (const [index, visits] of ours.entries()) {
      tell(PAGES[index + 1].name, median(visits.map(({ usable }) => usable)), base);
      if (index === 0) tell("the application behind it", median(visits.map(({ ready }) => ready)), base);
    }
    if (visit === "warm") continue;
    tell("first question, one file", median(opened.map(({ usable }) => usable)), base);
    const unpacking = median(opened.map(({ unpacking }) => unpacking));
    console.log(`  ${"unpacking it then".padEnd(28)}${`${unpacking.toFixed(0)} ms`.padStart(10)}   ${(unpacking / base).toFixed(2)} x`);
  }
}
await browser.close();
server.close();

function tell(name, time, base) {
  const ratio = base && time / base;
  const told = base ? `   ${ratio.toFixed(2)} x, ${ratio <= WISHED ? "within" : "above"} ${WISHED}` : "";
  console.log(`  ${name.padEnd(28)}${`${time.toFixed(0)} ms`.padStart(10)}${told}`);
}

/** One cold and one warm visit by a browser of its own. */
async function visits(machine, { path, answer }, times) {
  const context = await browser.newContext({ locale: "zh-CN" });
  await context.addInitScript(noteReady, answer);
  times.cold.push(await visit(context, machine, path, answer));
  times.warm.push(await visit(context, machine, path, answer));
  await context.close();
}

async function visit(context, { cpu, network }, path, answer) {
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send("Emulation.setCPUThrottlingRate", { rate: cpu });
  await client.send("Network.enable");
  if (network) await client.send("Network.emulateNetworkConditions", network);
  await page.goto(host + path);
  await page.waitForFunction(() => window.usable > 0 && window.ready > 0);
  const time = await page.evaluate(() => ({ usable: window.usable, ready: window.ready }));
  if (answer && !(await page.locator(answer).isChecked())) throw new Error("the application has lost the answer");
  // The next visit finds all that this one leaves, the service worker's files included.
  if (network) await client.send("Network.emulateNetworkConditions", { ...network, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
  await client.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await page.evaluate(async () => {
    if (!document.querySelector("link[rel=manifest]")) return;
    const { active } = await navigator.serviceWorker.ready;
    while (active.state !== "activated") await new Promise((resolve) => { active.addEventListener("statechange", resolve, { once: true }); });
  });
  await page.close();
  return time;
}

/** One visit of the one-file edition by a browser of its own. */
async function oneFile({ cpu }) {
  const context = await browser.newContext({ locale: "zh-CN" });
  await context.addInitScript(noteReady, PAGES[1].answer);
  await context.addInitScript(noteUnpacking);
  const page = await context.newPage();
  const client = await context.newCDPSession(page);
  await client.send("Emulation.setCPUThrottlingRate", { rate: cpu });
  await page.goto(pathToFileURL(join(DIST, "kiosk.html")).href);
  await page.waitForFunction(() => window.usable > 0 && window.ready > 0);
  const time = await page.evaluate(() => ({ usable: window.usable, unpacking: window.unpacked - window.unpacks }));
  await context.close();
  return time;
}

/** Runs in the page: notes from when to when the application is unpacked: its block is gone, its scripts are there. */
function noteUnpacking() {
  const observer = new MutationObserver(() => {
    if (document.readyState !== "loading" && !document.getElementById("packed")) window.unpacks ??= performance.now();
    if (typeof wasm_bindgen === "undefined") return;
    window.unpacked = performance.now();
    observer.disconnect();
  });
  observer.observe(document, { subtree: true, childList: true });
}

/** Runs in the page: notes when a control is painted and when the application says that it has started. */
function noteReady(answer) {
  const painted = (then) => requestAnimationFrame(() => setTimeout(() => then(performance.now())));
  const look = () => {
    const root = document.documentElement;
    const control = document.querySelector(answer ?? "main input");
    const isReady = root?.dataset.ready === "true";
    // Asking what is seen costs time, so it is asked once.
    if (!window.asked && control && (isReady || "first" in root.dataset)) {
      window.asked = true;
      painted((time) => {
        if (control.isConnected && control.getClientRects().length === 0) throw new Error("the control is not seen");
        window.usable = time;
        if (answer) document.querySelector(answer).click();
      });
    }
    if (!isReady) return;
    observer.disconnect();
    painted((time) => { window.ready = time; });
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ["data-ready"] });
}

function packed(prefix, folder) {
  return below(folder).map((file) => {
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    return [prefix + relative(folder, file).replaceAll("\\", "/"), { type, bytes: brotliCompressSync(readFileSync(file)) }];
  });
}

function below(folder) {
  return readdirSync(folder).map((name) => join(folder, name)).filter((path) => !path.endsWith("kiosk.html"))
    .flatMap((path) => (statSync(path).isDirectory() ? below(path) : [path]));
}

function median(values) {
  return values.toSorted((one, other) => one - other)[values.length >> 1];
}

function milliseconds(time) {
  return `${time.toFixed(0)} ms`.padStart(18);
}

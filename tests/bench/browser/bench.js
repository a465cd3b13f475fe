// Packs the same files in Chromium with our application and with four other writers, one after the other.
//
// `cargo xtask bench package` runs it. Environment: BASE_URL of the built application, CHROMIUM, PLAYWRIGHT (folder of
// playwright-core), PACKAGES (node_modules of this folder's lock file), MIB (all together, by default 1024) in FILES (40).
//
// For each contender a browser of its own: throughput is all bytes over the time from having the files to having the
// archive; memory is the peak of the renderer's resident set beyond what it was on the idle page, from /proc.
import { createServer } from "node:http";
import { mkdtempSync, openSync, readFileSync, rmSync, writeSync, closeSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";

const MIB = 1 << 20;
const ALL = Number(process.env.MIB ?? 1024);
const COUNT = Number(process.env.FILES ?? 40);
const ROUNDS = Number(process.env.ROUNDS ?? 1);
const require = createRequire(import.meta.url);
const { chromium } = require(path.join(process.env.PLAYWRIGHT, "index.js"));

const SCRIPTS = {
  "client-zip": "client-zip/index.js",
  fflate: "fflate/esm/browser.js",
  jszip: "jszip/dist/jszip.min.js",
  "zip.js": "@zip.js/zip.js/dist/zip.min.js",
};

// Each takes files and gives the size of the archive.
const WRITERS = {
  "sha256 of crypto.subtle": `async (files) => {
    for (const file of files) await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
    return 0;
  }`,
  "client-zip": `async (files) => {
    const { downloadZip } = await import("/client-zip");
    return (await downloadZip(files).blob()).size;
  }`,
  fflate: `async (files) => {
    const { Zip, ZipPassThrough } = await import("/fflate");
    const parts = [];
    const zip = new Zip((error, chunk) => { if (error) throw error; parts.push(new Blob([chunk])); });
    for (const file of files) {
      const entry = new ZipPassThrough(file.name);
      zip.add(entry);
      const reader = file.stream().getReader();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        entry.push(value);
      }
      entry.push(new Uint8Array(0), true);
    }
    zip.end();
    return new Blob(parts).size;
  }`,
  "zip.js": `async (files) => {
    await script("/zip.js");
    const writer = new zip.ZipWriter(new zip.BlobWriter("application/zip"), { level: 0 });
    for (const file of files) await writer.add(file.name, new zip.BlobReader(file));
    return (await writer.close()).size;
  }`,
  jszip: `async (files) => {
    await script("/jszip");
    const archive = new JSZip();
    for (const file of files) archive.file(file.name, file);
    return (await archive.generateAsync({ type: "blob", compression: "STORE", streamFiles: true })).size;
  }`,
};

const PAGE = `<!doctype html><title>bench</title><input type="file" multiple><script>
  const script = (src) => new Promise((done, failed) => {
    document.head.append(Object.assign(document.createElement("script"), { src, onload: done, onerror: failed }));
  });
</script>`;

const folder = mkdtempSync(path.join(os.tmpdir(), "zhicheng-bench-"));
const server = createServer((request, response) => {
  const name = request.url.slice(1);
  const file = SCRIPTS[name] && path.join(process.env.PACKAGES, SCRIPTS[name]);
  response.setHeader("Content-Type", file ? "text/javascript" : "text/html");
  response.end(file ? readFileSync(file) : PAGE);
});

try {
  const files = makeFiles();
  await new Promise((done) => { server.listen(0, "127.0.0.1", done); });
  const origin = `http://127.0.0.1:${server.address().port}/`;
  console.log(`${ALL} MiB in ${COUNT} files`);
  console.log(`${"contender".padEnd(40)} ${"seconds".padStart(8)} ${"MiB/s".padStart(8)} ${"MiB beyond idle".padStart(16)}`);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, code] of Object.entries(WRITERS)) {
      await contend(name, origin, async (page) => {
        const input = page.locator("input");
        await input.setInputFiles(files);
        return [["", await measured(page, (page) => page.evaluate(`(${code})([...document.querySelector("input").files])`))]];
      });
    }
    await contend("ours", process.env.BASE_URL, (page) => ours(page, files));
  }
} finally {
  server.close();
  rmSync(folder, { recursive: true });
}

function makeFiles() {
  const size = Math.floor((ALL * MIB) / COUNT);
  const piece = Buffer.alloc(MIB);
  for (let at = 0; at < MIB; at += 1) piece[at] = (at * 2654435761) >>> 13;
  return Array.from({ length: COUNT }, (_, index) => {
    const file = path.join(folder, `proof-${index + 1}.bin`);
    const handle = openSync(file, "w");
    piece.writeUInt32LE(index);
    for (let left = size; left > 0; left -= MIB) writeSync(handle, piece, 0, Math.min(left, MIB));
    closeSync(handle);
    return file;
  });
}

async function contend(name, address, run) {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM,
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  try {
    const page = await browser.newPage({ acceptDownloads: true });
    await page.goto(address);
    for (const [part, { seconds, beyond }] of await run(page)) {
      const rate = (ALL / seconds).toFixed(0);
      console.log(`${`${name}${part}`.padEnd(40)} ${seconds.toFixed(2).padStart(8)} ${rate.padStart(8)} ${beyond.toFixed(0).padStart(16)}`);
    }
  } catch (error) {
    console.log(`${name.padEnd(40)} failed: ${error.message.split("\n")[0]}`);
  } finally {
    await browser.close();
  }
}

// Taking in is the one pass over the files; sealing makes the archive and reads all of it again with the receiver's code.
async function ours(page, files) {
  await page.locator("html[data-ready='true']").waitFor({ state: "attached" });
  await page.evaluate(() => { location.hash = "#/materials"; });
  const place = page.getByLabel("选择文件").first();
  await place.waitFor({ state: "attached" });
  const taken = await measured(page, async () => {
    await place.setInputFiles(files);
    const last = page.getByRole("button", { name: /^移除/ });
    await page.waitForFunction((count) => document.querySelectorAll(".file-list > li").length >= count, files.length, { timeout: 600_000 });
    return last.count();
  });
  return [[": taking in (SHA-256 and CRC-32)", taken]];
}

/** Runs something, and gives the seconds it took and the peak of the renderer beyond the idle page, in MiB. */
async function measured(page, run) {
  const session = await page.context().browser().newBrowserCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const renderers = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
  await page.waitForTimeout(500);
  const idle = resident(renderers);
  let peak = idle;
  const timer = setInterval(() => { peak = Math.max(peak, resident(renderers)); }, 20);
  const start = performance.now();
  await run(page);
  const seconds = (performance.now() - start) / 1000;
  clearInterval(timer);
  return { seconds, beyond: peak - idle };
}

/** The resident set of processes together, in MiB. */
function resident(processes) {
  return processes.reduce((sum, id) => {
    try {
      const line = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${id}/status`, "utf8"));
      return sum + Number(line?.[1] ?? 0) / 1024;
    } catch {
      return sum;
    }
  }, 0);
}

// What is kept for use without a network: whole or not at all, checked each time it runs, renewed when the person agrees.
import { field, type, visit } from "./support/applicant.js";
import { heldBack } from "./support/first.js";
import { Host } from "./support/host.js";
import { expect, expecting, open, ready, test as base } from "./support/test.js";

const test = base.extend({
  host: async ({}, use) => {
    const host = await Host.start();
    await use(host);
    await host.stop();
  },
});
test.use({ serviceWorkers: "allow" });

/** The names that the browser keeps of the release. */
async function kept(page) {
  return page.evaluate(async () => {
    const names = await caches.keys();
    const keys = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return keys.flat().map((request) => new URL(request.url).pathname.replace(/^\/app\//, "")).sort();
  });
}

/** Waits until the release is kept and in use. */
async function installed(page) {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
}

async function visited(page, host) {
  await open(page, host.address);
  await installed(page);
}

test("after one visit it opens without a host, and what was typed is there", async ({ page, host }) => {
  await visited(page, host);
  expect(await kept(page)).toEqual(Object.keys(host.release().files).sort());
  await visit(page, "q/unit");
  await type(page, "工作单位全称", "杭州某安全技术公司");
  await host.stop();
  await page.reload();
  await ready(page);
  await expect(field(page, "工作单位全称")).toHaveValue("杭州某安全技术公司");
  const again = await page.context().newPage();
  await open(again, `${host.address}?from=desk`);
  await visit(again, "tasks");
  await host.restart();
});

test("nothing is fetched for that before the application stands", async ({ page, host }) => {
  const letGo = await heldBack(page, /\/app-[^/]*\.wasm$/);
  await page.goto(`${host.address}#/tasks`);
  // By then it is known that this is no kiosk.
  await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name, responseEnd }) => name.endsWith("/kiosk.json") && responseEnd > 0));
  expect(await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length)).toBe(0);
  expect(host.asked).not.toContain("sw.js");
  await letGo();
  await installed(page);
});

test("whoever comes again has the application's parts from what is kept, not by the service worker", async ({ page, host }) => {
  await visited(page, host);
  await page.reload();
  await ready(page);
  const byWorker = await page.evaluate(() => performance.getEntriesByType("resource")
    .filter(({ name, workerStart }) => workerStart > 0 && !name.endsWith("kiosk.json"))
    .map(({ name }) => name.replace(/^.*\/|-[0-9a-f]+(?=\.)/g, "")).sort());
  expect(byWorker).toEqual(["app.js", "boot.js", "first.js", "keep.js", "paper.js", "style.css"]);
});

test("the employers' application opens without a host after a visit of either, and works there", async ({ page, host }) => {
  await visited(page, host);
  expect((await kept(page)).filter((name) => /^office-.*\.(js|wasm)$/.test(name))).toHaveLength(2);
  await host.stop();
  await page.goto(`${host.address}#/office`);
  await ready(page);
  const file = { name: "名单.csv", mimeType: "text/csv", buffer: Buffer.from("编号,姓名,申报级别\n1,张三,高级工程师\n2,李四,正高级工程师\n") };
  await page.locator("#office-files").setInputFiles([file]);
  await expect(page.getByText("共 2 人：")).toBeVisible();
  await page.getByRole("link", { name: "回到申报人页面" }).click();
  await expect(page).toHaveURL(/#\/start$/);
  await ready(page);
  await visit(page, "tasks");
  await host.restart();
});

test.describe("asked by the browser", () => {
  // The manifest is the browser's to load; its pictures are inside, since the policy forbids loading any.
  test.use(expecting(/request after load: .*\/manifest\.webmanifest$/));

  test("it can be installed", async ({ page, host }) => {
    await visited(page, host);
    const client = await page.context().newCDPSession(page);
    const manifest = await client.send("Page.getAppManifest");
    expect(manifest.errors).toEqual([]);
    expect(JSON.parse(manifest.data).name).toBe("职称自评");
    const { installabilityErrors } = await client.send("Page.getInstallabilityErrors");
    const errors = installabilityErrors.map((error) => error.errorId);
    expect(errors.filter((error) => error !== "in-incognito")).toEqual([]);
  });
});

test("when the host stops in the middle of the installation, nothing is kept, and the next visit keeps it all", async ({ page, host }) => {
  // The manifest is the one file that only the installation asks for.
  let cut = 0;
  host.hook = (name, bytes) => {
    if (name !== "manifest.webmanifest") return bytes;
    cut += 1;
    return null;
  };
  await open(page, host.address);
  await expect.poll(() => cut).toBeGreaterThanOrEqual(2);
  await expect.poll(() => kept(page)).toEqual([]);
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBe(null);
  await visit(page, "tasks");
  host.hook = (_name, bytes) => bytes;
  await page.reload();
  await ready(page);
  await installed(page);
  expect(await kept(page)).toEqual(Object.keys(host.release().files).sort());
});

/** Changes one byte of the kept wasm. */
async function damage(page, pattern) {
  await page.evaluate(async (pattern) => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        if (!new RegExp(pattern).test(request.url)) continue;
        const response = await cache.match(request);
        const bytes = new Uint8Array(await response.arrayBuffer());
        bytes[bytes.length >> 1] ^= 1;
        await cache.put(request, new Response(bytes, { headers: response.headers }));
      }
    }
  }, pattern);
}

test("a damaged file is noticed and repaired from the host", async ({ page, host }) => {
  await visited(page, host);
  await damage(page, "wasm$");
  host.asked = [];
  await page.reload();
  await ready(page);
  // Both parts of the application, and the worker.
  expect(host.asked.filter((name) => name.endsWith(".wasm"))).toHaveLength(3);
  host.asked = [];
  await page.reload();
  await ready(page);
  expect(host.asked.filter((name) => name.endsWith(".wasm"))).toEqual([]);
});

test.describe("without a host", () => {
  test.use(expecting(/Failed to load|ERR_|Failure: network|503/));

  test("a damaged file is never run, and the page says what to do", async ({ page, host }) => {
    await visited(page, host);
    await damage(page, "wasm$");
    await host.stop();
    await page.reload();
    await expect(page.getByRole("alert")).toContainText("没有取到程序文件");
    await expect(page.locator("html")).not.toHaveAttribute("data-ready", "true");
    await page.reload();
    await expect(page.getByRole("alert")).toContainText("已损坏，为安全起见没有运行");
    await host.restart();
    await page.reload();
    await ready(page);
  });
});

test("a new release waits until the person agrees, and the draft goes on", async ({ page, host }) => {
  await visited(page, host);
  await visit(page, "q/unit");
  await type(page, "工作单位全称", "甲公司");
  host.publish("next");
  const other = await page.context().newPage();
  await open(other, `${host.address}#/tasks`);
  await expect(other.locator("html")).not.toHaveAttribute("data-version", "next");
  // Both are told, neither in the middle of a form.
  await expect(other.getByRole("button", { name: "现在更新" })).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole("button", { name: "现在更新" })).toHaveCount(0);
  await type(page, "工作单位全称", "甲公司乙分公司");
  await visit(page, "tasks");
  await page.getByRole("button", { name: "现在更新" }).click();
  await expect(page.locator("html[data-version='next']")).toBeAttached();
  await ready(page);
  await visit(page, "q/unit");
  await expect(field(page, "工作单位全称")).toHaveValue("甲公司乙分公司");
  // The other one still runs what it ran, and works.
  await expect(other.locator("html")).not.toHaveAttribute("data-version", "next");
  await visit(other, "result");
  expect((await kept(page)).filter((name) => name === "index.html")).toEqual(["index.html"]);
  await host.stop();
  await other.reload();
  await ready(other);
  await expect(other.locator("html")).toHaveAttribute("data-version", "next");
  await host.restart();
});

test("a new release that arrives damaged is not taken, and the old one goes on", async ({ page, host }) => {
  await visited(page, host);
  host.publish("next");
  const worker = host.files.get("sw.js").toString();
  host.files.set("sw.js", Buffer.from(worker.replace(/("style-[^"]+":"sha384-).../, (_found, start) => `${start}AAA`)));
  host.asked = [];
  await page.reload();
  await ready(page);
  await expect.poll(() => host.asked).toContain("sw.js");
  await page.waitForFunction(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return !registration.installing && !registration.waiting;
  });
  await page.reload();
  await ready(page);
  await expect(page.locator("html")).not.toHaveAttribute("data-version", "next");
  expect(await kept(page)).toHaveLength(Object.keys(host.release().files).length);
});

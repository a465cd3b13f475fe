// The worker: its parts come behind the first screen, it is waited for visibly, and nothing that is long blocks a frame.
import { randomBytes } from "node:crypto";
import { readFileSync, truncateSync, writeFileSync } from "node:fs";
import path from "node:path";
import { attach, expect, expecting, field, heading, openDraft, pledge, sealAndDownload, takeAway, test, visit } from "./support/applicant.js";
import { senior } from "./support/dossiers.js";
import { pdf } from "./support/evidence.js";
import { evidence, expectAccepted } from "./support/package.js";

const PARTS = /\bworker-[0-9a-f]+\.(js|wasm)$/;
const MIB = 1 << 20;

test("its parts are asked for last, before the application runs, and by no other request", async ({ page }) => {
  const asked = [];
  page.on("request", (request) => asked.push(request.url()));
  // In the page, the state of the policy when each request is made.
  await page.addInitScript(() => {
    window.policies = [];
    const { fetch } = window;
    window.fetch = (address, ...rest) => {
      const count = document.querySelectorAll('meta[http-equiv="Content-Security-Policy"]').length;
      window.policies.push([String(address), count, Boolean(document.querySelector("#app > .page"))]);
      return fetch(address, ...rest);
    };
  });
  await openDraft(page, senior());
  await visit(page, "package");
  await expect(page.getByText("还有 1 处没有准备好")).toBeVisible();
  const parts = asked.filter((address) => PARTS.test(address));
  expect(parts).toHaveLength(2);
  const made = (await page.evaluate(() => window.policies)).filter(([address]) => PARTS.test(address));
  expect(made.map(([, policies, runs]) => [policies, runs])).toEqual([[1, false], [1, false]]);
  expect(await page.locator('meta[http-equiv="Content-Security-Policy"]').count()).toBe(2);
});

test("questions are answered before it has come, and sealing waits for it visibly", async ({ page }) => {
  let letGo;
  const held = new Promise((resolve) => { letGo = resolve; });
  await page.route(PARTS, async (route) => { await held; await route.continue(); });
  await openDraft(page, senior());
  await visit(page, "q/unit");
  await expect(field(page, "工作单位全称")).toHaveValue(senior().profile.employer);
  await visit(page, "package");
  await expect(page.getByText("正在核对……")).toBeVisible();
  await expect(page.getByRole("button", { name: "封装申报包" })).toHaveAttribute("aria-disabled", "true");
  letGo();
  await expect(page.getByText("还有 1 处没有准备好")).toBeVisible();
});

for (const [what, spoil, words] of [
  ["does not arrive", (route) => route.abort(), [/ERR_FAILED|Failed to load/, /Failure: worker/]],
  ["is changed on the way", spoilt, [/integrity/i, /Failure: worker/]],
]) {
  test.describe(`when its module ${what}`, () => {
    test.use(expecting(...words));

    test("all else works, and it is said where it is needed", async ({ page }) => {
      await page.route(/\bworker-[0-9a-f]+\.wasm$/, spoil);
      await openDraft(page, senior());
      await visit(page, "result");
      await expect(heading(page, "结论")).toBeVisible();
      await visit(page, "package");
      await expect(page.getByText(/封装和核验用的程序部分没有取到/)).toBeVisible();
    });
  });
}

async function spoilt(route) {
  const response = await route.fetch();
  const body = await response.body();
  body[body.length - 1] ^= 1;
  await route.fulfill({ response, body });
}

test("many files at once are taken in by one worker, in the order of picking, each with its own name", async ({ page }) => {
  await openDraft(page, senior());
  await visit(page, "list/achievements/a1");
  const files = Array.from({ length: 12 }, (_, index) => {
    const file = pdf(`证明 ${index + 1}.pdf`);
    // The first of each four is read longest.
    const more = Buffer.alloc(index % 4 === 0 ? 12 * MIB : index * 1000, index);
    return { ...file, buffer: Buffer.concat([file.buffer, more]) };
  });
  await attach(page, files);
  expect(page.workers()).toHaveLength(1);
  const shown = (await page.locator(".file-list > li").allInnerTexts()).map((text) => /证明 \d+\.pdf/.exec(text)?.[0]);
  expect(shown.filter(Boolean)).toEqual(files.map(({ name }) => name));
  await page.getByLabel("选择文件").setInputFiles([files[3], { ...files[4], name: "新的.pdf" }]);
  await expect(page.getByText(/“证明 4.pdf”没有加上：这里已经有一个同名的文件/)).toBeVisible();
  await expect(page.getByText("新的.pdf").first()).toBeVisible();
});

test("while a large file is read no frame is lost, and reading is stopped at once", async ({ page }, info) => {
  const file = info.outputPath("很大.pdf");
  // So much that nobody has read it before it is stopped; on the disk it is nearly nothing.
  writeFileSync(file, pdf("很大.pdf").buffer);
  truncateSync(file, 4096 * MIB);
  await openDraft(page, senior());
  await visit(page, "list/achievements/a1");
  await page.evaluate(() => {
    window.longest = 0;
    let last = performance.now();
    const frame = (now) => { window.longest = Math.max(window.longest, now - last); last = now; requestAnimationFrame(frame); };
    requestAnimationFrame(frame);
  });
  await page.getByLabel("选择文件").setInputFiles(file);
  await expect(page.getByText(/^正在读取“很大.pdf”：[1-9]/)).toBeVisible();
  await page.getByRole("button", { name: "停止" }).click();
  await expect(page.getByText(/“很大.pdf”没有加上：已按您的要求停止读取/)).toBeVisible();
  // One pass over so much takes seconds on any thread.
  expect(await page.evaluate(() => window.longest)).toBeLessThan(1000);
});

for (const [what, before] of [
  ["side by side", ""],
  ["where the browser reads into no buffer that it is given", "self.ReadableStreamBYOBReader = undefined;\n"],
]) {
  test(`long files are taken in after some that were stopped, and sealed, ${what}`, async ({ page }, info) => {
    await page.addInitScript((before) => {
      const { createObjectURL } = URL;
      const isScript = (what) => what.type === "text/javascript";
      URL.createObjectURL = (what) => createObjectURL.call(URL, isScript(what) ? new Blob([before, what], { type: what.type }) : what);
    }, before);
    const files = [["长.pdf", 20], ["也长.pdf", 9], ["短.pdf", 3], ["更短.pdf", 2], ["最长.pdf", 30], ["末.pdf", 1]].map(([name, size]) => {
      const file = info.outputPath(name);
      writeFileSync(file, Buffer.concat([pdf(name).buffer, randomBytes(MIB + size), Buffer.alloc((size - 1) * MIB, size)]));
      return file;
    });
    // Nobody has read these either.
    const stopped = ["停.pdf", "也停.pdf"].map((name) => {
      const file = info.outputPath(name);
      writeFileSync(file, pdf(name).buffer);
      truncateSync(file, 4096 * MIB);
      return file;
    });
    await openDraft(page, senior());
    await visit(page, "list/achievements/a1");
    await page.getByLabel("选择文件").setInputFiles(stopped);
    await expect(page.getByText(/^正在读取“停.pdf”：[1-9]/)).toBeVisible();
    await page.getByRole("button", { name: "停止" }).click();
    for (const name of ["停.pdf", "也停.pdf"]) {
      await expect(page.getByText(new RegExp(`“${name}”没有加上：已按您的要求停止读取`))).toBeVisible();
    }
    await page.getByLabel("选择文件").setInputFiles(files);
    for (const file of files) await expect(takeAway(page, path.basename(file))).toBeVisible();
    await pledge(page, senior().profile.name);
    const sealed = info.outputPath("申报包.zip");
    await sealAndDownload(page, sealed);
    const folder = expectAccepted(sealed, info.outputPath("解开"));
    for (const file of files) expect(evidence(folder, path.basename(file)).equals(readFileSync(file)), file).toBe(true);
  });
}

test("where the browser lets a place be chosen, the package is written there whole, or not at all", async ({ page }, info) => {
  await page.addInitScript(() => {
    window.showSaveFilePicker = async ({ suggestedName }) => {
      window.place = { name: suggestedName, parts: [], state: "open" };
      return {
        createWritable: async () => ({
          write: async (part) => { window.place.parts.push(part); },
          close: async () => { window.place.state = "closed"; },
          abort: async () => { window.place.state = "aborted"; },
        }),
      };
    };
  });
  await openDraft(page, senior());
  await visit(page, "list/achievements/a1");
  await attach(page, [pdf("验收意见.pdf")]);
  await pledge(page, senior().profile.name);
  const file = info.outputPath("下载的.zip");
  const name = await sealAndDownload(page, file);
  await page.getByRole("button", { name: "直接存到指定的位置" }).click();
  await expect(page.getByText("已全部写好。")).toBeVisible();
  const place = await page.evaluate(async () => {
    const bytes = new Uint8Array(await new Blob(window.place.parts).arrayBuffer());
    return { name: window.place.name, state: window.place.state, bytes: [...bytes] };
  });
  expect([place.name, place.state]).toEqual([name, "closed"]);
  expect(Buffer.from(place.bytes).equals(readFileSync(file))).toBe(true);

  await page.evaluate(() => { window.showSaveFilePicker = async () => { throw new DOMException("", "AbortError"); }; });
  await page.getByRole("button", { name: "直接存到指定的位置" }).click();
  await expect(page.getByText(/没有写入/)).toBeVisible();
});

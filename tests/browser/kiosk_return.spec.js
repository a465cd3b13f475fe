// Whoever comes back to what a person left on a kiosk finds nothing: by the tab that was closed, by the way back, by the
// page that the browser kept whole.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, ready, test, visit } from "./support/applicant.js";
import { MARKS, PATIENT, begin, end, enter, expectNobody, receipt } from "./support/kiosk.js";
import { start } from "./support/profile.js";

test("a tab that was closed and is opened again shows nothing, nor do the addresses before it", async ({ complaints }, info) => {
  const context = await start(info.outputPath("profile"), withExtension(info), complaints);
  const beside = await context.newPage();
  for (const [marks, finish] of [[MARKS[0], leave], [MARKS[1], finishFirst]]) {
    const page = await context.newPage();
    await begin(page, PATIENT);
    await enter(page, marks, info.outputPath("证明.pdf"));
    await finish(page);
    await page.close();
    const again = await reopened(context);
    await ready(again);
    await expectNobody(again);
    // What was before it in its history is there again, too: each address without a word of the person.
    const steps = await again.evaluate(() => history.length);
    expect(steps).toBeGreaterThan(2);
    for (let step = 1; step < steps && again.url().includes("kiosk"); step += 1) {
      const content = await held(again);
      for (const mark of MARKS.flat()) expect(content).not.toContain(mark);
      await again.goBack();
    }
    await again.close();
  }
  await beside.close();
  await context.close();
});

/** What the page holds once it has started; a page that goes on to another meanwhile is looked at again. */
async function held(page) {
  await ready(page);
  try {
    return await page.evaluate(() => document.documentElement.outerHTML);
  } catch (error) {
    if (!/because of a navigation/u.test(error.message)) throw error;
    return held(page);
  }
}

/** Walks away. */
const leave = () => {};

async function finishFirst(page) {
  await end(page).click();
  await page.getByRole("button", { name: "不带走，直接清除" }).click();
  await expect(receipt(page)).toContainText("按了“结束并清除”");
}

/** The tests' options with an extension that opens the closed tab again, as the key of the browser does. */
function withExtension(info) {
  const folder = info.outputPath("extension");
  mkdirSync(folder, { recursive: true });
  const manifest = { manifest_version: 3, name: "reopen", version: "1", permissions: ["sessions"], background: { service_worker: "worker.js" } };
  writeFileSync(path.join(folder, "manifest.json"), JSON.stringify(manifest));
  writeFileSync(path.join(folder, "worker.js"), "");
  const { launchOptions, ...use } = info.project.use;
  const args = [...launchOptions.args, `--disable-extensions-except=${folder}`, `--load-extension=${folder}`];
  return { ...use, launchOptions: { ...launchOptions, args, ignoreDefaultArgs: ["--disable-extensions"] } };
}

async function reopened(context) {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  const coming = context.waitForEvent("page");
  await worker.evaluate(() => chrome.sessions.restore());
  return coming;
}

test("a page that the browser kept whole is cleared when somebody comes back to it", async ({ complaints, baseURL }, info) => {
  const { launchOptions, ...use } = info.project.use;
  // Browsers that are driven keep none unless they are told to.
  const kept = { ...launchOptions, ignoreDefaultArgs: ["--disable-back-forward-cache"] };
  const context = await start(info.outputPath("profile"), { ...use, launchOptions: kept }, complaints);
  const page = context.pages()[0];
  await begin(page, PATIENT);
  await enter(page, MARKS[2], info.outputPath("证明.pdf"));
  await visit(page, "q/person");
  await page.goto(new URL("kiosk.json", baseURL).href);
  await page.evaluate(() => history.back()).catch(() => undefined);
  // Only a page that was kept whole says so.
  await expect(receipt(page)).toContainText("离开以后又回到这一页，已重新开始。");
  await expectNobody(page);
  await context.close();
});

// The second part of the application's module, which the first does not wait for: before it is there, and without it.
import { readFileSync } from "node:fs";
import { expect, expecting, field, group, open, test } from "./support/applicant.js";
import { heldBack } from "./support/first.js";
import { downloaded } from "./support/download.js";

const SECOND = /\/behind-[^/]*\.wasm$/;

test.describe("before it is there", () => {
  test("questions are answered, and are judged when it comes, without disturbing who types", async ({ page }) => {
    const letGo = await heldBack(page, SECOND);
    await open(page, "#/q/target");
    const verdict = page.getByRole("region", { name: "当前结论" });
    await expect(verdict).toContainText("正在准备评判");
    await expect(verdict).toHaveAttribute("aria-busy", "true");
    await group(page, "申报级别").getByLabel(/^高级工程师/).check();
    await page.goto("#/q/person");
    await field(page, "姓名").pressSequentially("欧阳·震");
    await letGo();
    await expect(verdict).not.toContainText("正在准备评判");
    await expect(verdict).toHaveAttribute("aria-busy", "false");
    await expect(field(page, "姓名")).toBeFocused();
    await page.keyboard.type("华");
    await expect(field(page, "姓名")).toHaveValue("欧阳·震华");
    await expect(verdict).toContainText("常规渠道");
  });

  test("a screen that needs it says so, and has the focus on its heading when it comes", async ({ page }) => {
    const letGo = await heldBack(page, SECOND);
    await open(page, "#/q/target");
    await page.getByRole("navigation").getByRole("link", { name: "结论" }).click();
    await expect(page.getByRole("main")).toContainText("正在打开这一页");
    await letGo();
    const heading = page.getByRole("main").getByRole("heading", { level: 1 });
    await expect(heading).toHaveText("结论");
    await expect(heading).toBeFocused();
  });
});

test("what the first part draws is painted before the second is begun", async ({ page }) => {
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (document.documentElement.dataset.ready !== "true") return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => { window.painted = true; }));
      window.zhichengBehind.then(() => { window.begunBehind = window.painted === true; });
    }).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-ready"] });
  });
  await open(page, "#/q/target");
  await expect.poll(() => page.evaluate(() => window.begunBehind)).toBe(true);
});

test.describe("when it does not arrive", () => {
  test.use(expecting(/ERR_FAILED|Failed to load/, /Failure: behind/));

  test("the application says so, goes on taking answers, and gives them as a file", async ({ page }) => {
    await page.route(SECOND, (route) => route.abort());
    await open(page, "#/q/person");
    await expect(page.getByRole("main")).toContainText("程序的一部分没有取到");
    await field(page, "姓名").fill("欧阳震华");
    const path = test.info().outputPath("draft.json");
    await downloaded(page, page.getByRole("button", { name: "存为草稿文件" }), path);
    expect(readFileSync(path, "utf8")).toContain("欧阳震华");
    await page.getByRole("navigation").getByRole("link", { name: "结论" }).click();
    await expect(page.getByRole("main")).toContainText("程序的一部分没有取到");
    await page.goBack();
    await page.unrouteAll();
    await page.reload();
    await expect(field(page, "姓名")).toHaveValue("欧阳震华");
    await expect(page.getByRole("main")).not.toContainText("程序的一部分没有取到");
  });
});

test.describe("with one byte of it changed on the way", () => {
  test.use(expecting(/integrity/, /Failure: behind/));

  test("it does not run, and the rest does", async ({ page }) => {
    await page.route(SECOND, async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      body[body.length >> 1] ^= 1;
      await route.fulfill({ response, body });
    });
    await open(page, "#/result");
    await expect(page.getByRole("main")).toContainText("程序的一部分没有取到");
  });
});

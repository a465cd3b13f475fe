// How the application starts, and what it does when it cannot.
import { expectAccessible } from "./support/axe.js";
import { heldBack } from "./support/first.js";
import { overflowsSideways, shots } from "./support/shots.js";
import { expect, expecting, open, test } from "./support/test.js";

test("it starts, in Chinese, and complains about nothing", async ({ app }) => {
  await expect(app.locator("html")).toHaveAttribute("lang", "zh-CN");
  await expect(app.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(app.locator("#boot")).toHaveCount(0);
});

test("it follows the rules of accessibility and never scrolls sideways", async ({ app }) => {
  await expectAccessible(app);
  for (const width of [320, 360, 1280]) {
    await app.setViewportSize({ width, height: 740 });
    expect(await overflowsSideways(app), `at ${width} px`).toBe(false);
  }
});

test("it fetches each of its files once, from where the page stands", async ({ page, baseURL }) => {
  const asked = [];
  page.on("request", (request) => { if (!request.url().startsWith("data:")) asked.push(request.url()); });
  await open(page);
  expect(asked.filter((address) => !address.startsWith(baseURL))).toEqual([]);
  expect([...new Set(asked)]).toEqual(asked);
  expect(asked.length).toBeGreaterThanOrEqual(5);
});

test("it can be pictured in every size and look", async ({ app }) => {
  expect(await shots(app, "start")).toHaveLength(9);
});

test.describe("once started", () => {
  test.use(
    expecting(
      /content policy breached connect-src/,
      /content policy breached img-src/,
      /Refused|violates/,
      /request after load: .*secret/,
    ),
  );

  test("its policy forbids every request", async ({ app }) => {
    const outcome = await app.evaluate(async () => {
      const asked = await fetch("index.html?secret").then(() => "sent", () => "refused");
      const image = new Image();
      const shown = new Promise((resolve) => {
        image.onload = () => resolve("sent");
        image.onerror = () => resolve("refused");
      });
      image.src = "index.html?secret";
      return [asked, await shown];
    });
    expect(outcome).toEqual(["refused", "refused"]);
  });
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("it says what to do", async ({ page }) => {
    await page.goto("");
    const words = page.locator("noscript > p");
    await expect(words).toBeVisible();
    expect(await words.innerText()).toContain("需要 JavaScript");
  });
});

test.describe("with one byte of the wasm changed on the way", () => {
  test.use(expecting(/integrity/i, /Failure: integrity/));

  test("it does not run and says why", async ({ page }) => {
    await page.route("**/*.wasm", async (route) => {
      const response = await route.fetch();
      const body = await response.body();
      body[body.length - 1] ^= 1;
      await route.fulfill({ response, body });
    });
    await page.goto("");
    await expect(page.getByRole("alert")).toContainText("不完整或被改动过");
    await expect(page.locator("html")).toHaveAttribute("data-failed", "integrity");
  });
});

test.describe("with one byte of the glue changed on the way", () => {
  test.use(expecting(/integrity/i, /Failure: integrity/));

  test("it does not run", async ({ page }) => {
    await page.route(/\/app-[0-9a-f]+\.js$/, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `${await response.text()}\n//` });
    });
    await page.goto("");
    await expect(page.getByRole("alert")).toContainText("不完整或被改动过");
    await expect(page.locator("html")).not.toHaveAttribute("data-ready", "true");
  });
});

test.describe("when the wasm does not arrive", () => {
  test.use(expecting(/ERR_FAILED|Failed to load/, /Failure: network/));

  test("it says that the network is to blame", async ({ page }) => {
    await page.route("**/*.wasm", (route) => route.abort());
    await page.goto("");
    await expect(page.getByRole("alert")).toContainText("网络");
  });
});

test("before the wasm arrives a visitor who comes by a link to a screen reads that it is opening", async ({ page }) => {
  const letGo = await heldBack(page);
  await page.goto("#/q/target");
  await expect(page.getByRole("status")).toContainText("正在打开");
  await expect(page.locator("#first")).toBeHidden();
  // Painted, not only there.
  await expect.poll(() => page.evaluate(() => performance.getEntriesByName("first-contentful-paint").length)).toBe(1);
  await letGo();
  await expect(page).toHaveURL(/#\/q\/target$/);
});

// The gallery that `cargo xtask gallery` makes, named by `GALLERY`: every component and screen in every state, as pages that
// need no application. Looked at in each theme and size; compared with pictures beside this file, which are made anew by
// `--update-snapshots` when a change of looks is meant.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "@playwright/test";
import { broken } from "./support/axe.js";
import { overflowsSideways } from "./support/shots.js";

const FOLDER = process.env.GALLERY;
const PAGES = FOLDER ? readdirSync(FOLDER).filter((name) => name.endsWith(".html") && name !== "index.html") : [];

const LOOKS = {
  light: {},
  dark: { media: { colorScheme: "dark" } },
  contrast: { media: { contrast: "more" } },
  forced: { media: { forcedColors: "active", colorScheme: "dark" } },
  large: { text: "largest" },
};

async function show(page, name, { media = {}, text } = {}) {
  await page.emulateMedia({ reducedMotion: "reduce", ...media });
  await page.goto(pathToFileURL(join(FOLDER, name)).href);
  if (text) await page.evaluate((text) => document.documentElement.setAttribute("data-text", text), text);
}

test.skip(!FOLDER, "no gallery was made");

for (const [look, how] of Object.entries(LOOKS)) {
  test(`the components in the look ${look} follow the rules of accessibility and are as they were pictured`, async ({ page }) => {
    for (const width of look === "light" ? [360, 1280] : [look === "large" ? 360 : 1280]) {
      await page.setViewportSize({ width, height: 800 });
      await show(page, "components.html", how);
      expect.soft(await overflowsSideways(page), `${look} at ${width} px scrolls sideways`).toBe(false);
      if (look !== "forced") expect.soft(await broken(page)).toEqual([]);
      await expect.soft(page).toHaveScreenshot(`${look}-${width}.png`, { fullPage: true, maxDiffPixelRatio: 0.005 });
    }
  });
}

// Where there is most room, the state with the longest names tells.
for (const [width, height, text] of [[320, 640], [360, 740, "largest"], [768, 1024], [1080, 1920], [3840, 2160]]) {
  test(`no screen scrolls sideways at ${width} px${text ? ", text largest" : ""}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    const wide = [];
    for (const name of width < 700 ? PAGES : PAGES.filter((name) => name.startsWith("long-"))) {
      await show(page, name, { text });
      await page.evaluate(() => document.querySelectorAll("details").forEach((each) => (each.open = true)));
      if (await overflowsSideways(page)) wide.push(name);
    }
    expect(wide).toEqual([]);
  });
}

test("a chosen look overrides that of the device, each token from one place", async ({ page }) => {
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const choose = (theme, contrast) =>
    page.evaluate(([theme, contrast]) => Object.assign(document.documentElement.dataset, { theme, contrast }), [theme, contrast]);
  const seen = {};
  for (const colorScheme of ["light", "dark"]) {
    await show(page, "components.html", { media: { colorScheme } });
    seen[`device ${colorScheme}`] = await paper();
    await choose("dark", "");
    seen[`${colorScheme} to dark`] = await paper();
    await choose("light", "more");
    seen[`${colorScheme} to light, more contrast`] = await paper();
  }
  const [light, dark] = ["rgb(243, 245, 248)", "rgb(16, 22, 29)"];
  expect(seen).toEqual({
    "device light": light,
    "light to dark": dark,
    "light to light, more contrast": "rgb(255, 255, 255)",
    "device dark": dark,
    "dark to dark": dark,
    "dark to light, more contrast": "rgb(255, 255, 255)",
  });
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  expect(await paper()).toBe("rgb(255, 255, 255)");
});

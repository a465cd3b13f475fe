// Pictures of a screen in the sizes and looks that people have, for the eye and for the README.
import { mkdir } from "node:fs/promises";
import path from "node:path";

export const SIZES = {
  phone: { width: 360, height: 740 },
  desktop: { width: 1280, height: 900 },
  kiosk: { width: 1080, height: 1920 },
};

export const LOOKS = {
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  large: { colorScheme: "light", rootSize: "200%" },
};

/**
 * Takes a picture for each size and look: `<folder>/<name>-<size>-<look>.png`. The folder is `SHOTS` of the environment,
 * else `shots` beside the test output. Gives the paths.
 */
export async function shots(page, name, { sizes = Object.keys(SIZES), looks = Object.keys(LOOKS) } = {}) {
  const folder = process.env.SHOTS ?? path.join(process.env.BROWSER_OUT ?? "../../target/browser", "..", "shots");
  await mkdir(folder, { recursive: true });
  const paths = [];
  for (const size of sizes) {
    await page.setViewportSize(SIZES[size]);
    for (const look of looks) {
      await page.emulateMedia({ colorScheme: LOOKS[look].colorScheme });
      await setRootSize(page, LOOKS[look].rootSize ?? "");
      const file = path.join(folder, `${name}-${size}-${look}.png`);
      await page.screenshot({ path: file, fullPage: true, caret: "initial" });
      paths.push(file);
    }
  }
  await setRootSize(page, "");
  return paths;
}

// Through the object model, which the content policy lets pass.
async function setRootSize(page, size) {
  await page.evaluate((value) => { document.documentElement.style.fontSize = value; }, size);
}

/** Whether the page can be scrolled sideways, which it must not. */
export async function overflowsSideways(page) {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}

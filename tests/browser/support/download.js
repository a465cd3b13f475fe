// A download, in each browser.
import { copyFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@playwright/test";

/** Presses what downloads, and copies the file to a path. Gives the name that the browser was offered. */
export async function downloaded(page, control, path) {
  const { downloadsPath } = test.info().project.use.launchOptions;
  if (downloadsPath) return downloadedInto(downloadsPath, control, path);
  const coming = page.waitForEvent("download");
  await control.click();
  const download = await coming;
  await download.saveAs(path);
  return download.suggestedFilename();
}

// Playwright tells nothing of a download of Firefox that is no navigation, as those of blobs are. The folder has it.
async function downloadedInto(folder, control, path) {
  const before = readdirSync(folder);
  const fresh = () => readdirSync(folder).filter((name) => !before.includes(name));
  await control.click();
  // Beside a file that is still being written there is one with this ending.
  await expect.poll(() => fresh().map((name) => name.endsWith(".part"))).toEqual([false]);
  const [name] = fresh();
  copyFileSync(join(folder, name), path);
  return name;
}

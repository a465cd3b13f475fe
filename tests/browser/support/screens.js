// All screens that a person may come to, by their addresses behind `#/`, for tests that look at each.
import { expect } from "@playwright/test";

export const SCREENS = [
  "start", "tasks", "ask", "ask/q/in_post", "ask/list/achievements",
  "q/target", "q/person", "q/unit", "q/eligibility", "q/experience",
  "list/degrees", "list/titles", "list/certificates", "list/assessments", "list/training", "list/achievements",
  "list/achievements/+", "list/nowhere",
  "conditions", "score", "result", "materials", "check", "pledge", "package", "next", "verify",
];

/** One record of each list, and of each kind, of the dossier of `dossiers.js` named `senior`. */
export const RECORDS = [
  "list/degrees/d1", "list/titles/t1", "list/certificates/c1", "list/assessments/y2024", "list/training/h2024",
  "list/achievements/a1", "list/achievements/a2", "list/achievements/a3", "list/achievements/a4",
];

/** Unfolds everything that is folded. */
export async function unfold(page) {
  // Advice comes a little later, with more to unfold.
  await expect(page.locator("main")).not.toContainText("正在算", { timeout: 20_000 });
  // What unfolds may have more to unfold, drawn only then.
  await expect(async () => {
    await page.evaluate(() => { for (const part of document.querySelectorAll("details")) part.open = true; });
    expect(await page.locator("details:not([open])").count()).toBe(0);
  }).toPass();
}

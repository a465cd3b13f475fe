// How the screens look: nothing scrolls sideways on a narrow phone, and pictures for the eye.
import { expect, openDraft, pledge, test, visit } from "./support/applicant.js";
import { senior, tooEarly } from "./support/dossiers.js";
import { RECORDS, SCREENS, unfold } from "./support/screens.js";
import { overflowsSideways, shots } from "./support/shots.js";

for (const [width, large] of [[360, false], [320, false], [360, true]]) {
  test(`no screen scrolls sideways at ${width} px${large ? " in large text" : ""}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    await openDraft(page, tooEarly());
    if (large) await page.getByRole("button", { name: "大字" }).click();
    const wide = [];
    for (const screen of [...SCREENS, ...RECORDS.filter((record) => record !== "list/certificates/c1")]) {
      await visit(page, screen);
      await unfold(page);
      if (await overflowsSideways(page)) wide.push(screen);
    }
    expect(wide).toEqual([]);
  });
}

test("who asks for less motion gets none: nothing turns, glides or scrolls by itself", async ({ page }) => {
  await openDraft(page, senior());
  const moving = () =>
    page.evaluate(() => {
      const moves = (element, part) => {
        const { animationName, transitionDuration } = getComputedStyle(element, part);
        return animationName !== "none" || transitionDuration.split(",").some((time) => parseFloat(time) > 0);
      };
      const all = [...document.querySelectorAll("body *")];
      const parts = all.filter((element) => [null, "::before", "::after"].some((part) => moves(element, part)));
      return { parts: parts.length > 0, scroll: getComputedStyle(document.documentElement).scrollBehavior };
    });
  await visit(page, "result");
  await page.emulateMedia({ reducedMotion: "no-preference" });
  // A page that still glides when it is pressed takes what was aimed at from below the finger.
  expect(await moving()).toEqual({ parts: true, scroll: "auto" });
  await page.emulateMedia({ reducedMotion: "reduce" });
  expect(await moving()).toEqual({ parts: false, scroll: "auto" });
});

// All sizes and looks when `SHOTS` names a folder for them; else one of each, enough to see that they can be taken.
const WHICH = process.env.SHOTS ? {} : { sizes: ["phone"], looks: ["light"] };

for (const [name, screen] of Object.entries({
  tasks: "tasks", questions: "q/person", list: "list/achievements", record: "list/achievements/a3", conditions: "conditions",
  score: "score", result: "result", materials: "materials", check: "check", package: "package", next: "next",
})) {
  test(`the screen ${name} can be pictured`, async ({ page }) => {
    await openDraft(page, senior());
    await visit(page, screen);
    expect((await shots(page, name, WHICH)).length).toBeGreaterThan(0);
  });
}

test("the pledge can be pictured, given and not", async ({ page }) => {
  await openDraft(page, senior());
  await visit(page, "pledge");
  expect((await shots(page, "pledge", WHICH)).length).toBeGreaterThan(0);
  await pledge(page, senior().profile.name);
  expect((await shots(page, "pledge-given", WHICH)).length).toBeGreaterThan(0);
});

test("who falls short can be pictured", async ({ page }) => {
  await openDraft(page, tooEarly());
  await visit(page, "result");
  expect((await shots(page, "result-not-met", WHICH)).length).toBeGreaterThan(0);
});

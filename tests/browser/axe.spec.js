// The rules of accessibility, WCAG 2.2 AA, on every screen: filled in, empty and full of errors, in light and in dark.
import { attach, expect, open, openDraft, pledge, sealAndDownload, test, visit } from "./support/applicant.js";
import { broken, expectAccessible } from "./support/axe.js";
import { senior } from "./support/dossiers.js";
import { jpg } from "./support/evidence.js";
import { RECORDS, SCREENS, unfold } from "./support/screens.js";

for (const colorScheme of ["light", "dark"]) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });
    test.setTimeout(300_000);

    test("every screen of a filled-in draft follows the rules", async ({ page }) => {
      await openDraft(page, senior());
      await visitAll(page, [...SCREENS, ...RECORDS]);
    });

    test("every screen with answers to mend follows the rules", async ({ page }) => {
      await openDraft(page, wrong());
      await visitAll(page, ["q/person", "q/eligibility", "list/achievements", "list/achievements/a3", "result", "check", "package"]);
    });

    test("the screens of conclusions follow the rules while nothing is entered", async ({ page }) => {
      await open(page);
      await visitAll(page, ["conditions", "score", "result", "next", "package"]);
    });

    test("a pledge that holds, a sealed package and a void pledge follow the rules", async ({ page }, info) => {
      await openDraft(page, senior());
      await pledge(page, senior().profile.name, { sign: true });
      await expectAccessible(page);
      await sealAndDownload(page, info.outputPath("申报包.zip"));
      await expectAccessible(page);
      await visit(page, "list/achievements/a1");
      await attach(page, [jpg("现场照片.jpg")]);
      await visitAll(page, ["pledge", "package", "tasks"]);
    });
  });
}

async function visitAll(page, screens) {
  const found = [];
  for (const screen of screens) {
    await visit(page, screen);
    await unfold(page);
    found.push(...(await broken(page)).map((line) => `${screen}: ${line}`));
  }
  expect(found, "broken rules of accessibility").toEqual([]);
}

function wrong() {
  const dossier = senior();
  Object.assign(dossier.profile, { id_number: "330106198702281229", birth_date: "2031-01-01", in_post: "maybe" });
  Object.assign(dossier.achievements[2], { date: "2023-02-30", rank: 0, grade: "county" });
  delete dossier.materials;
  dossier.complete = [];
  return dossier;
}

// The screen of papers: what is lacking is said first and leads to its place, and the rest is folded.
import { attachPaper, expect, heading, material, named, openDraft, test, visit } from "./support/applicant.js";
import { senior } from "./support/dossiers.js";

test.use({ viewport: { width: 360, height: 740 } });

/** A link of the notice of what is lacking. */
function lacking(page, name) {
  return page.locator("main .notice").getByRole("link", { name });
}

function without() {
  const dossier = senior();
  delete dossier.materials;
  dossier.achievements[0].evidence = [];
  return dossier;
}

test("what must be there and is not stands first, and leads to its place", async ({ page }) => {
  await openDraft(page, without());
  await visit(page, "materials");
  await expect(page.getByText("必须有的，还差这些：")).toBeVisible();
  const card = material(page, "身份证");
  await expect(card.getByRole("group", { name: "身份证" })).toBeVisible();
  await card.getByRole("heading").click();
  await expect(card.getByRole("group", { name: "身份证" })).toBeHidden();
  await lacking(page, named("身份证")).click();
  await expect(card).toBeFocused();
  await expect(card.getByRole("group", { name: "身份证" })).toBeVisible();

  await attachPaper(page, "身份证原件", card);
  await expect(lacking(page, named("身份证"))).toHaveCount(0);
  await expect(card.getByText("附了 1 份")).toBeVisible();
  // Nothing is folded away under the hand.
  await expect(card.getByRole("button", { name: /^移除/ })).toBeVisible();

  await lacking(page, "业绩成果：1 条记录没有证明材料").click();
  await expect(heading(page, "业绩成果")).toBeFocused();
});

test("with everything there the screen says so and is short", async ({ page }) => {
  await openDraft(page, senior());
  await visit(page, "materials");
  await expect(page.getByText("必须有的都附上了。")).toBeVisible();
  const screens = await page.evaluate(() => document.documentElement.scrollHeight / innerHeight);
  expect(screens, "screens of a phone").toBeLessThan(4);
});

test("the package says once what is lacking in many places, and leads to each", async ({ page }) => {
  const dossier = without();
  for (const achievement of dossier.achievements) achievement.evidence = [];
  await openDraft(page, dossier);
  await visit(page, "package");
  const group = page.locator(".obstacles .card").filter({ has: page.getByRole("heading", { name: /^业绩成果/ }) }).first();
  await expect(group.getByRole("link")).toHaveCount(4);
  await expect(group.getByText("没有证明材料")).toHaveCount(1);
  await group.getByRole("link").first().click();
  await expect(page.getByRole("group", { name: "证明材料" }).getByLabel("选择文件")).toBeFocused();
});

test("a paper that is named as lacking is found unfolded", async ({ page }) => {
  await openDraft(page, senior());
  await visit(page, "package");
  await page.getByRole("link", { name: named("材料“证件照”") }).click();
  await expect(heading(page, "申报材料")).toBeVisible();
  await expect(material(page, "证件照").getByRole("group", { name: "证件照" })).toBeVisible();
});

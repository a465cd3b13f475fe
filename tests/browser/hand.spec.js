// For the hand and the eye: what is pressed is large enough, in the order in which it is read, and what is typed is seen whole.
import { expect, field, heading, openDraft, pledge, sealAndDownload, test, type, visit } from "./support/applicant.js";
import { senior } from "./support/dossiers.js";
import { RECORDS, SCREENS, unfold } from "./support/screens.js";

const ALL = [...SCREENS, ...RECORDS];

test("what is pressed is at least 44 px wide and high on a telephone, except links within a sentence", async ({ page }) => {
  test.setTimeout(300_000);
  await page.setViewportSize({ width: 360, height: 740 });
  await openDraft(page, senior());
  const small = [];
  for (const screen of ALL) {
    await visit(page, screen);
    await unfold(page);
    small.push(...(await tooSmall(page)).map((what) => `${screen}: ${what}`));
  }
  expect(small).toEqual([]);
});

test("what leads to what is lacking is large enough too", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const dossier = senior();
  delete dossier.materials;
  for (const achievement of dossier.achievements) achievement.evidence = [];
  await openDraft(page, dossier);
  for (const screen of ["materials", "package"]) {
    await visit(page, screen);
    await expect(page.getByRole("link", { name: /身份证/ }).first()).toBeVisible();
    expect(await tooSmall(page)).toEqual([]);
  }
});

test("a range of points is seen whole in the live verdict of a telephone", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  const dossier = senior();
  dossier.profile.civil_servant = true;
  dossier.complete = ["achievements"];
  await openDraft(page, dossier);
  const score = page.locator(".verdict-bar__item--score .verdict-bar__value");
  await expect(score).toContainText("–");
  const cut = await score.evaluate((value) => {
    const text = document.createRange();
    text.selectNodeContents(value);
    return text.getBoundingClientRect().right - document.querySelector(".verdict-bar > a").getBoundingClientRect().left;
  });
  expect(cut, "px over the link beside it").toBeLessThan(0);
});

test("what is pressed around a sealed package is large enough too", async ({ page }, info) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openDraft(page, senior());
  await pledge(page, senior().profile.name);
  expect(await tooSmall(page)).toEqual([]);
  await sealAndDownload(page, info.outputPath("申报包.zip"));
  expect(await tooSmall(page)).toEqual([]);
});

/** What can be pressed and is less than 44 px wide or high, in words. */
async function tooSmall(page) {
  return page.evaluate(() => {
    const size = (element) => {
      const places = [element];
      // A box is pressed by its labels, too, and a link by the row that it covers.
      if (element.tagName === "INPUT" && element.type !== "text") places.push(...(element.labels ?? []));
      if (getComputedStyle(element, "::after").position === "absolute") places.push(element.offsetParent);
      const boxes = places.map((place) => place.getBoundingClientRect());
      return boxes.reduce((most, box) => (Math.min(box.width, box.height) > Math.min(most.width, most.height) ? box : most));
    };
    const inSentence = (element) => {
      if (element.tagName !== "A" || getComputedStyle(element).display !== "inline") return false;
      const sentence = element.closest("p, li, dd, td, div").textContent.trim();
      return sentence.length > element.textContent.trim().length;
    };
    const seen = (element) => element.checkVisibility({ visibilityProperty: true }) && size(element).width > 1;
    const pressed = [...document.querySelectorAll("a[href], button, summary, input, textarea, select")].filter(seen);
    const small = pressed.filter((element) => {
      const { width, height } = size(element);
      return (width < 43.5 || height < 43.5) && !inSentence(element) && !element.matches(".skip-link");
    });
    return small.map((element) => {
      const { width, height } = size(element);
      return `${element.tagName} “${(element.textContent || element.id).trim().slice(0, 24)}” ${Math.round(width)} × ${Math.round(height)}`;
    });
  });
}

test("on a telephone the Tab key goes down the screen, never back up", async ({ page }) => {
  test.setTimeout(300_000);
  await page.setViewportSize({ width: 360, height: 740 });
  await openDraft(page, senior());
  const back = [];
  for (const screen of ALL) {
    await visit(page, screen);
    await unfold(page);
    const wrong = await page.evaluate(() => {
      const stops = [...document.querySelectorAll("main :is(a[href], button, summary, input, textarea, select)")]
        .filter((element) => element.checkVisibility({ visibilityProperty: true }));
      let bottom = -Infinity;
      const wrong = [];
      for (const stop of stops) {
        const { top, height } = stop.getBoundingClientRect();
        if (top + height < bottom - 1) wrong.push((stop.textContent || stop.id).trim().slice(0, 24));
        bottom = Math.max(bottom, top);
      }
      return wrong;
    });
    back.push(...wrong.map((what) => `${screen}: ${what}`));
  }
  expect(back).toEqual([]);
});

const LONG = "买买提·艾合买提江·阿卜杜热合曼·吐尔逊尼亚孜·穆罕默德";

test("a name longer than its field is seen whole beside it, and wherever else it stands", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openDraft(page, senior());
  await visit(page, "q/person");
  await type(page, "姓名", LONG);
  await expect(field(page, "姓名")).toHaveValue(LONG);
  await expect(page.getByText(LONG, { exact: true })).toBeVisible();
  await type(page, "姓名", "王明");
  await expect(page.getByText("王明", { exact: true })).toHaveCount(0);
  await type(page, "姓名", LONG);
  for (const screen of ["check", "start"]) {
    await visit(page, screen);
    const whole = page.getByText(LONG).first();
    await expect(whole).toBeVisible();
    const { x, width } = await whole.boundingBox();
    expect(x + width).toBeLessThanOrEqual(360);
    expect(await whole.evaluate((element) => getComputedStyle(element).textOverflow)).not.toBe("ellipsis");
  }
});

test("rare characters and every way to write the dot in a name are kept as they were typed", async ({ page }) => {
  await openDraft(page, senior());
  for (const name of ["𠮷田𬱖", "王㛃䶮", "阿依古丽·买买提", "古丽•艾山"]) {
    await visit(page, "q/person");
    await type(page, "姓名", name);
    await expect(field(page, "姓名")).not.toHaveAttribute("aria-invalid", "true");
    await page.reload();
    await expect(field(page, "姓名")).toHaveValue(name);
    await visit(page, "check");
    await expect(page.getByText(name, { exact: true }).first()).toBeVisible();
  }
});

test("two hundred records are checked in two thousand elements, each with all its answers and one link", async ({ page }) => {
  const dossier = senior();
  dossier.achievements = Array.from({ length: 200 }, (_, index) => ({
    id: `p${index}`, kind: "project", title: `第 ${index + 1} 个园区安全评价`, date: "2023-05-20", grade: "municipal", role: "lead",
    evidence: [{ paper: `合同 ${index + 1}` }],
  }));
  await openDraft(page, dossier);
  await visit(page, "check");
  expect(await page.locator("main *").count()).toBeLessThan(2_800);
  const last = page.getByRole("listitem").filter({ hasText: "第 200 个园区安全评价" });
  for (const told of ["2023年5月20日", "市级", "负责人", "合同 200"]) await expect(last).toContainText(told);
  await last.getByRole("link", { name: /^修改/ }).click();
  await expect(heading(page, "工程或技术服务项目")).toBeVisible();
  await page.getByRole("link", { name: "改好了，回到“核对填写内容”" }).click();
  await expect(heading(page, "核对填写内容")).toBeFocused();
  await visit(page, "result");
  expect(await page.locator("main *").count()).toBeLessThan(1_800);
});

test("what is drawn late on the result is there when it is unfolded, and on paper", async ({ page }) => {
  await openDraft(page, senior());
  await visit(page, "result");
  const clauses = page.locator("details").filter({ hasText: "全部条款和理由" }).first();
  await expect(clauses.getByRole("listitem")).toHaveCount(0);
  await clauses.locator("summary").first().click();
  await expect(clauses.getByRole("listitem").first()).toBeVisible();
  await page.reload();
  await expect(heading(page, "结论")).toBeVisible();
  // Whoever rests there and looks for words in the page finds those in it, too: they are drawn, and stay folded.
  await expect.poll(() => clauses.locator("li").count(), { timeout: 30_000 }).toBeGreaterThan(10);
  await expect(clauses).not.toHaveAttribute("open");
  await page.reload();
  await expect(heading(page, "结论")).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  for (const fold of await page.locator("details").filter({ hasText: "全部条款和理由" }).all()) {
    expect(await fold.locator("li").count()).toBeGreaterThan(10);
  }
});

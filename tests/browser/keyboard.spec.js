// A short way by the keyboard alone. No mouse, no touch: Tab, Enter, Space, arrows, letters.
import { choice, chooseDraft, expect, field, group, heading, named, open, openDraft, test, visit } from "./support/applicant.js";
import { senior } from "./support/dossiers.js";
import { PATIENT, begin } from "./support/kiosk.js";
import { chooseByArrows, press, tabTo, tick, typeInto } from "./support/keys.js";
import { RECORDS, SCREENS, unfold } from "./support/screens.js";

test("the first Tab offers the way past the navigation", async ({ page }) => {
  await open(page);
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "跳到正文" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await expect(heading(page, "浙江省安全工程专业高级工程师、正高级工程师职务任职资格")).toBeVisible();
});

test("questions and records are filled in, and each screen begins at its heading", async ({ page }) => {
  await open(page);
  await press(page, page.getByRole("link", { name: "开始填写" }));
  await expect(heading(page, "任务清单")).toBeFocused();
  await press(page, page.getByRole("link", { name: named("申报什么") }));
  await expect(heading(page, "申报什么")).toBeFocused();
  await chooseByArrows(page, group(page, "申报级别"), choice(page, "申报级别", "高级工程师"));
  await chooseByArrows(page, group(page, "专业类别"), choice(page, "专业类别", "安全生产管理"));
  await press(page, page.getByRole("link", { name: named("继续：您是谁") }));
  await expect(heading(page, "您是谁")).toBeFocused();
  await typeInto(page, field(page, "姓名"), "王小明");
  await chooseByArrows(page, group(page, "性别"), choice(page, "性别", "男"));
  await typeInto(page, field(page, "出生日期"), "1990年5月12日");
  await press(page, page.getByRole("link", { name: "回任务清单" }));
  await expect(heading(page, "任务清单")).toBeFocused();

  await press(page, page.getByRole("main").getByRole("link", { name: named("业绩成果") }));
  await expect(heading(page, "业绩成果")).toBeFocused();
  await press(page, page.getByRole("button", { name: "添加一条业绩成果" }));
  await expect(heading(page, "添加业绩成果：是哪一种")).toBeFocused();
  await press(page, page.getByRole("button", { name: named("荣誉") }));
  await expect(heading(page, "荣誉")).toBeFocused();
  await typeInto(page, field(page, "名称"), "某市安全生产先进个人");
  await typeInto(page, field(page, "日期"), "2024.1");
  await chooseByArrows(page, group(page, "荣誉级别"), choice(page, "荣誉级别", "市级"));
  await tabTo(page, page.getByLabel("选择文件"));
  await press(page, page.getByText("只有纸质原件，没有电子文件"));
  await typeInto(page, field(page, "纸质原件的名称"), "荣誉证书原件");
  await press(page, page.getByRole("button", { name: "记下这份原件" }));
  await press(page, page.getByRole("link", { name: "这一条填好了" }));
  await expect(heading(page, "业绩成果")).toBeFocused();
  await tick(page, page.getByRole("checkbox", { name: /已经填完整/ }));
  await press(page, page.getByRole("button", { name: /^删除/ }));
  await expect(page.getByText("已删除一条记录。")).toBeVisible();
  await expect(page.locator(":focus")).toHaveCount(1);
  await press(page, page.getByRole("status").getByRole("button", { name: "撤销" }));
  await expect(page.getByRole("heading", { level: 3, name: "荣誉“某市安全生产先进个人”" })).toBeVisible();
});

test("the pledge is given and the package sealed", async ({ page }) => {
  await openDraft(page, senior());
  await press(page, page.getByRole("main").getByRole("link", { name: named("诚信承诺") }));
  await expect(heading(page, "诚信承诺")).toBeFocused();
  for (const box of await group(page, "请逐条确认").getByRole("checkbox").all()) await tick(page, box);
  await typeInto(page, field(page, "承诺人姓名"), senior().profile.name);
  await press(page, page.getByRole("button", { name: named("我承诺") }));
  await expect(heading(page, "诚信承诺")).toBeFocused();
  await expect(page.getByText("内容没有再改动，承诺有效")).toBeVisible();
  await press(page, page.getByRole("link", { name: "继续：申报包" }));
  await expect(heading(page, "申报包")).toBeFocused();
  await press(page, page.getByRole("button", { name: "封装申报包" }));
  await expect(page.getByRole("heading", { name: "申报包已经封好，校验通过" })).toBeVisible();
  const coming = page.waitForEvent("download");
  await press(page, page.getByRole("link", { name: "下载申报包" }));
  expect((await coming).suggestedFilename()).toMatch(/\.zip$/);
});

for (const [where, width, height, address] of [["a telephone", 360, 740, ""], ["a kiosk", 1080, 1920, PATIENT]]) {
  test(`on ${where} what has the focus is seen whole, in front of the bars, on every screen`, async ({ page }) => {
    test.setTimeout(300_000);
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ reducedMotion: "reduce" });
    if (address) await begin(page, address);
    else await open(page);
    await chooseDraft(page, JSON.stringify(senior()));
    await expect(heading(page, "任务清单")).toBeFocused();
    const hidden = [];
    for (const screen of [...SCREENS, ...RECORDS]) {
      await visit(page, screen);
      await unfold(page);
      await page.evaluate(() => document.querySelector("#main").focus());
      const stops = await page.locator("main :is(a[href], button, summary, input, textarea)").count();
      for (let step = 0; step < stops; step += 1) {
        await page.keyboard.press("Tab");
        const what = await page.evaluate(behindSomething);
        if (what === "") break;
        if (what) hidden.push(`${screen}: ${what}`);
      }
    }
    expect(hidden).toEqual([]);
  });
}

/** In the page: what has the focus and is partly hidden; nothing while all of it is seen; "" beyond the screen's own controls. */
async function behindSomething() {
  const focused = document.activeElement;
  if (!focused?.closest("main")) return "";
  // The pad of a kiosk goes away a moment after the focus has gone on.
  await new Promise((done) => { setTimeout(() => requestAnimationFrame(done)); });
  // A box is read by its label.
  const place = focused.matches("[type=radio], [type=checkbox], [type=file]") ? (focused.labels[0] ?? focused) : focused;
  const { left, top, width, height } = place.getBoundingClientRect();
  const points = [[0.1, 0.15], [0.5, 0.5], [0.9, 0.85]].map(([across, down]) => {
    const there = document.elementFromPoint(left + width * across, top + height * down);
    return Boolean(there) && (place.contains(there) || there.contains(place) || there === focused);
  });
  // Of what is nearly as high as the screen, and of a field of many lines, a part is enough.
  const seen = height > innerHeight / 3 || focused.matches("textarea") ? points.includes(true) : !points.includes(false);
  return seen ? undefined : `${focused.tagName} ${(place.textContent || focused.id).trim().slice(0, 24)}`;
}

test("the browser's back and forward move between screens, with focus and title", async ({ page }) => {
  await openDraft(page, senior());
  await press(page, page.getByRole("link", { name: named("工作单位") }));
  await expect(heading(page, "工作单位")).toBeFocused();
  await expect(page).toHaveTitle("工作单位 - 职称自评");
  await page.goBack();
  await expect(heading(page, "任务清单")).toBeFocused();
  await expect(page).toHaveTitle("任务清单 - 职称自评");
  await page.goForward();
  await expect(heading(page, "工作单位")).toBeFocused();
});

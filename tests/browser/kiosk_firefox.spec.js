// A kiosk of the one file in Firefox: a session leaves nothing, whatever ends it, and the search that says so finds what is left
// without kiosk mode.
import { expect, open, ready, test } from "./support/applicant.js";
import { FAST, MARKS, NOTHING, PATIENT, begin, end, enter, expectNobody, found, held, receipt } from "./support/kiosk.js";
import { startFirefox } from "./support/profile.js";

test("a session is cleared by idleness, by the person and by the way back, and nothing of it is on the disk", async ({ complaints }, info) => {
  test.setTimeout(240_000);
  const { browser, context, folder } = await startFirefox(info.project.use, complaints);
  const page = await context.newPage();
  const proof = (name) => info.outputPath(`${name}.pdf`);

  await begin(page, FAST);
  await enter(page, MARKS[0], proof("一"));
  expect(await held(page)).toEqual(NOTHING);
  await expect(receipt(page)).toContainText("无人操作，到时间自动清除。", { timeout: 20_000 });
  await expect(receipt(page)).not.toContainText("没有能够清除");
  expect(await held(page)).toEqual(NOTHING);
  await expectNobody(page);

  await begin(page, PATIENT);
  await enter(page, MARKS[1], proof("二"));
  await end(page).click();
  await page.getByRole("button", { name: "不带走，直接清除" }).click();
  await expect(receipt(page)).toContainText("按了“结束并清除”。");
  await expectNobody(page);

  // In the middle of a session the disk holds what it would if the browser were killed now.
  await enter(page, MARKS[2], proof("三"));
  expect(found(folder, MARKS.flat())).toEqual([]);
  await page.goto("about:blank");
  await page.goBack();
  await ready(page);
  await expectNobody(page);
  expect(found(folder, MARKS.flat())).toEqual([]);

  await open(page, "");
  await enter(page, MARKS[0], proof("四"));
  await expect(page.getByText("草稿已自动保存在这个浏览器里")).toBeVisible();
  // Evidence is kept behind the answers.
  await expect.poll(() => found(folder, MARKS.flat()), { timeout: 30_000 }).toEqual(MARKS[0]);
  await browser.close();
});

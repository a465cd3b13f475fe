// No click is swallowed, whatever is being redrawn when it comes.
import { expect, group, openDraft, test, type, visit } from "./support/applicant.js";
import { senior } from "./support/dossiers.js";

const NAME = senior().profile.name;
const COMPLETE = /已经填完整/;

test("a redraw writes no box whose tick it does not change, so it cannot undo a click", async ({ page }) => {
  await openDraft(page, senior());
  await visit(page, "list/degrees");
  const box = page.getByRole("checkbox", { name: COMPLETE });
  await box.click();
  await expect(box).not.toBeChecked();
  const writes = await watchWrites(box);
  for (const tool of ["撤销", "重做"]) {
    await page.getByRole("button", { name: tool }).click();
    await expect(box).toBeChecked({ checked: tool === "撤销" });
  }
  // Each of the two steps is written once, though each redraws the screen more than once.
  expect(await writes()).toEqual([true, false]);
});

test("boxes that are ticked faster than the page is drawn are all ticked", async ({ page }) => {
  await openDraft(page, senior());
  await visit(page, "pledge");
  const boxes = group(page, "请逐条确认").getByRole("checkbox");
  await expect(boxes).toHaveCount(5);
  // In a task of its own, in which nothing is drawn between the clicks.
  await boxes.evaluateAll((all) => new Promise((done) => {
    setTimeout(() => { for (const box of all) box.click(); done(); });
  }));
  for (const box of await boxes.all()) await expect(box).toBeChecked();
  await type(page, "承诺人姓名", NAME);
  await page.getByRole("button", { name: "我承诺" }).click();
  await expect(page.getByText("内容没有再改动，承诺有效")).toBeVisible();
});

test("two hundred clicks on a slow machine all count", async ({ page }) => {
  await openDraft(page, senior());
  await visit(page, "list/degrees");
  const box = page.getByRole("checkbox", { name: COMPLETE });
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setCPUThrottlingRate", { rate: 6 });
  await box.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await box.boundingBox();
  const [across, down] = [x + width / 2, y + height / 2];
  for (let click = 1; click <= 200; click += 1) {
    await page.mouse.click(across, down);
    // Some clicks come while the last one is still being drawn.
    if (click % 3 === 0) await expect(box, `after click ${click}`).toBeChecked({ checked: click % 2 === 0 });
  }
  await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  await expect(box).toBeChecked();
  await expect(page.getByText("现在按“完整”算：没有写的就当作没有。")).toBeVisible();
});

/** Notes every value that a script gives the box. */
async function watchWrites(box) {
  await box.evaluate((element) => {
    const { get, set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "checked");
    element.writes = [];
    Object.defineProperty(element, "checked", {
      get,
      set(value) {
        element.writes.push(value);
        set.call(element, value);
      },
    });
  });
  return () => box.evaluate((element) => element.writes);
}

// The numeric pad goes away when something else is pressed, and never takes the press away: without it the page is shorter, and
// what stood under the finger moves.
import { expect, field, heading, test, visit } from "./support/applicant.js";
import { begin } from "./support/kiosk.js";

const pad = (page) => page.getByRole("region", { name: /^数字键盘/ });

for (const [hand, hasTouch] of [["a mouse", false], ["a finger", true]]) {
  test.describe(`by ${hand}`, () => {
    // What is pressed does not glide away from under the hand of the test.
    test.use({ hasTouch, viewport: { width: 1080, height: 1920 }, contextOptions: { reducedMotion: "reduce" } });

    const press = (place) => (hasTouch ? place.tap() : place.click({ delay: 80 }));

    test("what is pressed below a field that is typed in is pressed, though the pad goes away", async ({ page }) => {
      await begin(page, "?kiosk");
      await visit(page, "q/person");
      await press(field(page, "出生日期"));
      await page.keyboard.type("1987-2-28");
      await expect(pad(page)).toBeVisible();
      const on = page.getByRole("link", { name: "继续：工作单位" });
      await on.scrollIntoViewIfNeeded();
      await press(on);
      await expect(heading(page, "工作单位")).toBeFocused();
      await expect(pad(page)).toBeHidden();

      await visit(page, "list/degrees");
      await expect(heading(page, "学历学位")).toBeFocused();
      await press(page.getByRole("button", { name: "添加一条学历学位" }));
      await press(field(page, "证书上的日期"));
      await page.keyboard.type("2012.6");
      await press(page.getByText("只有纸质原件，没有电子文件"));
      await expect(field(page, "纸质原件的名称")).toBeVisible();
      await expect(pad(page)).toBeHidden();
    });
  });
}

// The keyboard alone: going to controls by Tab, with the focus always seen.
import { expect } from "@playwright/test";

/** Presses Tab until the control has the focus; every stop on the way must show that it has it. */
export async function tabTo(page, control, { most = 120 } = {}) {
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press("Tab");
    await expectFocusSeen(page);
    if (await control.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`${most} times Tab did not lead to ${control}`);
}

/** Goes to a link or button by Tab and presses Enter. */
export async function press(page, control) {
  await tabTo(page, control);
  await page.keyboard.press("Enter");
}

/** Goes to a field by Tab and types. */
export async function typeInto(page, box, text) {
  await tabTo(page, box);
  await page.keyboard.type(text);
  await expect(box).toHaveValue(text);
}

/** Goes to a group of choices by Tab and chooses by the arrow keys. */
export async function chooseByArrows(page, group, choice) {
  const chosen = group.getByRole("radio", { checked: true });
  await tabTo(page, chosen);
  const all = await group.getByRole("radio").count();
  for (let step = 0; step < all; step += 1) {
    await page.keyboard.press("ArrowDown");
    await expectFocusSeen(page);
    if (await choice.isChecked()) break;
  }
  await expect(choice).toBeChecked();
  await expect(choice).toBeFocused();
}

/** Goes to a box by Tab and ticks it by Space. */
export async function tick(page, box) {
  await tabTo(page, box);
  await page.keyboard.press("Space");
  await expect(box).toBeChecked();
}

/** What has the focus shows it by an outline or a shadow: its own, or that of the row or label it stands in or has. */
async function expectFocusSeen(page) {
  const seen = await page.evaluate(() => {
    const focused = document.activeElement;
    // Past the last control the browser's own bar has the focus.
    if (!focused || focused === document.body) return { ok: true };
    const shows = (element) => {
      const style = getComputedStyle(element);
      const outlined = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
      return outlined || style.boxShadow !== "none";
    };
    const { width, height } = focused.getBoundingClientRect();
    const own = width > 2 && height > 2 ? [focused] : [];
    const places = [...own, ...(focused.labels ?? []), focused.closest(".choice")].filter(Boolean);
    const ok = focused.matches(":focus-visible") && places.some(shows);
    return { ok, what: `${focused.tagName} ${focused.id} ${focused.textContent?.slice(0, 40)}` };
  });
  expect(seen.ok, `the focus is seen on ${seen.what}`).toBe(true);
}

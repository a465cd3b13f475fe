// The first screen: holding the application back while one looks at it.
import { ready } from "./test.js";

/** Holds the module back; what this gives lets it go, and waits until the application has started. */
export async function heldBack(page, what = /\.wasm$/) {
  let letGo;
  const held = new Promise((resolve) => { letGo = resolve; });
  await page.addInitScript(noteShifts);
  await page.route(what, async (route) => { await held; await route.continue().catch(() => undefined); });
  return async () => {
    letGo();
    await ready(page);
  };
}

/** What an element shows, element by element: tags, ids, classes, addresses, values and words. */
export function outline(page, selector) {
  return page.locator(selector).evaluate((top) => [...top.querySelectorAll("*")].map((each) => {
    const words = [...each.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE).map((node) => node.data).join("");
    const names = ["id", "class", "href", "value", "name", "role", "aria-label", "aria-disabled", "aria-pressed", "aria-current"];
    return [each.tagName, words, each.checked ?? "", ...names.map((name) => each.getAttribute(name) ?? "")].join(" | ");
  }));
}

/** How far things have moved by themselves since the page was opened: the sum of its layout shifts. */
export function shifts(page) {
  return page.evaluate(async () => {
    await new Promise((resolve) => { requestAnimationFrame(() => setTimeout(resolve, 200)); });
    return window.shifted;
  });
}

/** Runs in the page before anything else. */
function noteShifts() {
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) if (!shift.hadRecentInput) window.shifted += shift.value;
  }).observe({ type: "layout-shift", buffered: true });
}

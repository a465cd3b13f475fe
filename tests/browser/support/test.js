// The `test` of all browser tests: one that fails on any console error, page error, breach of the content policy, and
// any request after the application has loaded.
//
// - `app` is a page on which the application has started; `open(page)` starts it on a page of one's own.
// - A test that provokes a complaint says so: `test.use(expecting(/words of it/))`. One that it announces and does
//   not provoke fails too.
import { test as base, expect } from "@playwright/test";

export { expect };

const READY = "zhicheng: ready";
const BREACH = "zhicheng: content policy breached";
/** What is asked for last before the application starts, without waiting for it. */
const LAST = /\/worker-[0-9a-f]+\.wasm$/;

export const test = base.extend({
  expected: [{ patterns: [] }, { option: true }],

  complaints: [
    async ({ context, expected }, use) => {
      const complaints = [];
      await listen(context, complaints);
      await use(complaints);
      const { patterns } = expected;
      const unexpected = complaints.filter((each) => !patterns.some((pattern) => pattern.test(each)));
      const missing = patterns.filter((pattern) => !complaints.some((each) => pattern.test(each)));
      expect(unexpected, "complaints of the browser").toEqual([]);
      expect(missing, "announced complaints that did not come").toEqual([]);
    },
    { auto: true },
  ],

  app: async ({ page, complaints }, use) => {
    expect(complaints).toEqual([]);
    await open(page);
    await use(page);
  },
});

/** For `test.use`: the complaints that a test provokes on purpose. */
export function expecting(...patterns) {
  return { expected: { patterns } };
}

/** Notes the complaints of all pages of a context; for contexts that a test makes itself. */
export async function listen(context, complaints) {
  await context.addInitScript(announce, { READY, BREACH });
  context.on("page", (page) => watch(page, complaints));
}

/** Goes to an address of the application, by default its start, and waits until it has started. */
export async function open(page, address = "") {
  await page.goto(address);
  await ready(page);
}

/**
 * Waits until something has the focus of its page. Whether the page's window is the active one is the system's affair: a
 * window of Firefox without a screen loses that at times.
 */
export async function expectFocus(locator) {
  const focused = () => locator.evaluate((element) => element === document.activeElement, undefined, { timeout: 10_000 });
  await expect(async () => expect(await focused()).toBe(true)).toPass({ timeout: 10_000 });
}

/** Waits until the application says that it has started. */
export async function ready(page) {
  await page.locator("html:is([data-ready='true'], [data-failed])").waitFor({ state: "attached", timeout: 30_000 });
  await expect(page.locator("html")).toHaveAttribute("data-ready", "true");
}

/** Runs in the page before anything else: says on the console when the application is ready and when a policy bites. */
function announce({ READY, BREACH }) {
  document.addEventListener("securitypolicyviolation", (event) => {
    console.error(BREACH, event.effectiveDirective, event.blockedURI, event.sourceFile ?? "");
  });
  const say = () => document.documentElement?.dataset.ready === "true" && (console.debug(READY), true);
  const observer = new MutationObserver(() => say() && observer.disconnect());
  observer.observe(document, { attributes: true, subtree: true, attributeFilter: ["data-ready"] });
}

function watch(page, complaints) {
  let loaded = false;
  // Firefox tells of requests and of the console by different ways, so the last request of a load may be told of late.
  const isFirefox = page.context().browser()?.browserType().name() === "firefox";
  let awaited = isFirefox;
  page.on("console", (message) => {
    if (message.text() === READY) loaded = true;
    if (message.type() === "error") complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`page error: ${error.message}`));
  page.on("crash", () => complaints.push("the page crashed"));
  page.on("request", (request) => {
    if (request.isNavigationRequest() && request.frame() === page.mainFrame()) [loaded, awaited] = [false, isFirefox];
    else if (awaited && LAST.test(request.url())) awaited = false;
    else if (loaded && !/^(blob|data):/.test(request.url())) complaints.push(`request after load: ${request.url()}`);
  });
}

// What was typed survives a killed Firefox. It is done, not pretended.
import { expect, test } from "@playwright/test";
import { Firefox } from "./support/bidi.js";

const TEXT = "杭州某安全技术有限公司，成立于一九九八年，从事危险化学品企业的安全评价、检测检验和技术咨询，".repeat(20);
const FIELD = "[...document.querySelectorAll('label')].find((label) => label.textContent.includes('工作单位全称')).control";

/** Opens the question of the employer; gives what stands in its field. */
async function employer(firefox, baseURL) {
  await firefox.goto(new URL("#/q/unit", baseURL).href);
  await expect.poll(() => firefox.evaluate("document.documentElement.dataset.ready"), { timeout: 30_000 }).toBe("true");
  return firefox.evaluate(`${FIELD}.value`);
}

test("Firefox killed in the middle of typing loses at most the last few keystrokes", async ({ baseURL }, info) => {
  const { executablePath } = info.project.use.launchOptions;
  const folder = info.outputPath("profile");
  const first = await Firefox.start(executablePath, folder);
  expect(await employer(first, baseURL)).toBe("");
  await first.evaluate(`${FIELD}.focus()`);
  first.type(TEXT, 20).catch(() => {});
  const typed = () => first.evaluate(`${FIELD}.value`);
  const reaches = (length) => expect.poll(async () => (await typed()).length, { timeout: 60_000 }).toBeGreaterThan(length);
  await reaches(8);
  const before = await typed();
  await reaches(before.length + 3);
  await first.kill();

  const second = await Firefox.start(executablePath, folder);
  const kept = await employer(second, baseURL);
  expect(TEXT.startsWith(kept)).toBe(true);
  expect(kept.length).toBeGreaterThanOrEqual(before.length);
  await second.kill();
});

// The accessibility rules of axe, WCAG 2.2 AA.
import AxeBuilder from "@axe-core/playwright";
import { expect } from "@playwright/test";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** One line for each place that breaks a rule. */
export async function broken(page) {
  // The legacy mode stays in this page; the other would open a second one, which is a request.
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).setLegacyMode().analyze();
  return violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.target.join(" ")}: ${rule.help}`));
}

/** Fails when anything breaks a rule. */
export async function expectAccessible(page) {
  expect(await broken(page), "broken rules of accessibility").toEqual([]);
}

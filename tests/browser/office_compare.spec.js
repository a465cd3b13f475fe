// Several people of the employers' application beside each other, and what two of them claim alike.
import { expectAccessible } from "./support/axe.js";
import { details, file, openOffice, read, sealed } from "./support/office.js";
import { expect, test } from "./support/test.js";

test("people are compared side by side, tried on a copy, and the same achievement of two is told with both places", async ({ page }, info) => {
  const folder = info.outputPath("");
  const first = sealed(folder, "申报人甲");
  const second = sealed(folder, "申报人乙", (dossier) => { Object.assign(dossier.profile, { id_number: "330106198702281422", target_level: "professorial", front_line_years: 20 }); });
  await openOffice(page);
  await read(page, [file("甲.zip", first), file("乙.zip", second), file("甲又.zip", first)], 3);
  const told = page.locator("#duplicates");
  await expect(told).toContainText("同一个人：申报人甲（甲.zip）、申报人甲（甲又.zip）");
  await expect(told).toContainText(/同一项成果，都写第一或负责：.*甲\.zip.*乙\.zip/);
  for (const name of ["申报人甲", "申报人乙"]) {
    await page.getByRole("grid").getByRole("row").filter({ hasText: name }).first().click();
    await page.getByRole("button", { name: "放进比较" }).click();
  }
  const table = page.getByRole("table").filter({ hasText: "比什么" });
  await expect(table.getByRole("columnheader")).toContainText(["比什么", "申报人甲", "申报人乙"]);
  await expectAccessible(page);
  await page.screenshot({ path: info.outputPath("compared.png"), fullPage: true });
  await page.getByRole("button", { name: "不再比较 申报人甲" }).click();
  await expect(table).toHaveCount(0);

  await details(page, "申报人乙");
  await page.getByText(/^如果……/).click();
  await page.getByRole("button", { name: /^假设/ }).first().click();
  await expect(page.locator("#trial")).not.toBeEmpty({ timeout: 30_000 });
});


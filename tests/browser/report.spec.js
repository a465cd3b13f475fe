// A printed report with the text of somebody who means ill: opened as a file, as a receiver opens it.
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { TODAY, expect, test } from "./support/applicant.js";
import { senior } from "./support/dossiers.js";
import { script, zhicheng } from "./support/native.js";

const LONG = "无".repeat(120) + "W".repeat(300);
const HOSTILE = [
  `</bdi></td></table></main><script>document.title="ran"</script>`,
  `"><img src=x onerror="document.title='ran'">`,
  `<style>body{display:none}</style><base href=//evil.example>`,
  "\u202efdp.exe\u2066\u2069 \u3164",
  `=HYPERLINK("http://evil.example")`,
  `a${"\u0301".repeat(60)}`,
  LONG,
];

/** The report of the example whose free texts are those of somebody who means ill. */
function report(info, text) {
  const dossier = senior();
  dossier.profile.name = text;
  dossier.profile.employer = text;
  for (const achievement of dossier.achievements) achievement.title = text;
  const [file, out] = [info.outputPath("dossier.json"), info.outputPath("report.html")];
  writeFileSync(file, JSON.stringify(dossier));
  const { status, stderr } = zhicheng("report", "--today", TODAY, "-o", out, file);
  expect(status, stderr).toBe(0);
  return out;
}

/** Opens it and counts what it asks for besides itself. */
async function opened(page, file) {
  const requests = [];
  page.on("request", (request) => requests.push(request.url()));
  await page.goto(pathToFileURL(file).href);
  return requests;
}

for (const [index, text] of HOSTILE.entries()) {
  test(`hostile text ${index + 1} neither runs nor asks nor breaks the page`, async ({ page }, info) => {
    await page.setViewportSize({ width: 360, height: 740 });
    const requests = await opened(page, report(info, text));
    await expect(page).toHaveTitle(/申报材料/);
    expect(requests).toEqual([page.url()]);
    const seen = await page.evaluate(() => {
      const wide = document.documentElement;
      const isolated = [...document.querySelectorAll("bdi")];
      return {
        scripts: document.querySelectorAll("script, img, iframe, base, a, form").length,
        styles: document.querySelectorAll("style").length,
        overflow: wide.scrollWidth - wide.clientWidth,
        shown: getComputedStyle(document.body).display,
        tall: Math.max(...isolated.map((each) => each.getBoundingClientRect().right)),
        bidi: isolated.every((each) => getComputedStyle(each).unicodeBidi === "isolate"),
      };
    });
    expect(seen).toMatchObject({ scripts: 0, styles: 1, shown: "block", bidi: true });
    expect(seen.overflow, "the page is wider than the screen").toBeLessThanOrEqual(0);
    expect(seen.tall, "a text runs out of the page").toBeLessThanOrEqual(360);
    const raw = await page.locator("main").innerText();
    expect(raw).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200b\u3164]/u);
  });
}

test("the QR code on the report says the short code and the digest that the package has", async ({ page }, info) => {
  await page.setViewportSize({ width: 1000, height: 900 });
  const file = report(info, "张三");
  await opened(page, file);
  const image = info.outputPath("qr.png");
  await page.locator(".qr svg").screenshot({ path: image, scale: "css" });
  const code = /核对码 ([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})/.exec(readFileSync(file, "utf8"))[1];
  const { status, stdout, stderr } = script("qr.py", image);
  expect(status, stderr).toBe(0);
  expect(stdout.trim()).toMatch(new RegExp(`^ZHICHENG:1:${code}:[0-9A-F]{64}$`));
});

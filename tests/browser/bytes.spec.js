// The bytes of a package depend on what is in it and on the day alone.
import { readFileSync } from "node:fs";
import { TODAY, attach, expect, openDraft, pledge, sealAndDownload, test, visit } from "./support/applicant.js";
import { senior } from "./support/dossiers.js";
import { pdf } from "./support/evidence.js";
import { listen } from "./support/test.js";

// The same day in each of these.
const PLACES = [["Asia/Shanghai", "zh-CN"], ["America/Sao_Paulo", "pt-BR"], ["UTC", "en-US"]];

test("the same dossier is sealed to the same bytes in every time zone and language", async ({ browser, baseURL, complaints }, info) => {
  const sealed = [];
  for (const [timezoneId, locale] of PLACES) {
    const context = await browser.newContext({ baseURL, timezoneId, locale, acceptDownloads: true });
    await listen(context, complaints);
    const page = await context.newPage();
    await page.clock.setFixedTime(new Date(`${TODAY}T20:00:00+08:00`));
    await openDraft(page, senior());
    await visit(page, "list/achievements/a1");
    await attach(page, [pdf("验收意见（第 1 份）.pdf")]);
    await pledge(page, senior().profile.name);
    const file = info.outputPath(`${locale}.zip`);
    sealed.push({ name: await sealAndDownload(page, file), bytes: readFileSync(file) });
    await context.close();
  }
  for (const { name, bytes } of sealed) {
    expect(name).toBe(sealed[0].name);
    expect(bytes.equals(sealed[0].bytes)).toBe(true);
  }
});

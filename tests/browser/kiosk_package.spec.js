// The whole way in a kiosk session: a package is sealed there, taken to a stick in both ways, and leaves nothing behind.
import { readFileSync, writeFileSync } from "node:fs";
import { attach, chooseDraft, expect, expectFocus, heading, pledge, sealAndDownload, test, visit } from "./support/applicant.js";
import { senior } from "./support/dossiers.js";
import { pdf } from "./support/evidence.js";
import { MARKS, NOTHING, PATIENT, begin, end, expectNobody, found, held, receipt } from "./support/kiosk.js";
import { expectAccepted, payload } from "./support/package.js";
import { start } from "./support/profile.js";

const [NAME, NUMBER, WORDS] = MARKS[0];

test("a package sealed in a session is whole, by a download and by the picker, and nothing of it is on the disk", async ({ complaints }, info) => {
  test.setTimeout(180_000);
  const folder = info.outputPath("profile");
  const context = await start(folder, info.project.use, complaints);
  const page = await context.newPage();
  // The stick: what is written there, the test has in memory.
  await page.addInitScript(() => {
    window.showSaveFilePicker = async () => ({
      createWritable: async () => {
        window.stick = [];
        return { write: async (part) => { window.stick.push(part); }, close: async () => undefined, abort: async () => undefined };
      },
    });
  });
  await begin(page, PATIENT);
  const dossier = senior();
  Object.assign(dossier.profile, { name: NAME, id_number: NUMBER });
  await chooseDraft(page, JSON.stringify(dossier));
  await expectFocus(heading(page, "任务清单"));
  await visit(page, "list/achievements/a1");
  const proof = pdf("验收意见.pdf");
  proof.buffer = Buffer.concat([proof.buffer, Buffer.from(`\n%${WORDS}\n`)]);
  await attach(page, [proof]);
  await pledge(page, NAME);
  const sealed = info.outputPath("申报包.zip");
  const name = await sealAndDownload(page, sealed);
  expect(name, "no name of a file names a person on a kiosk").not.toContain(NAME);
  await page.getByRole("button", { name: "直接存到指定的位置" }).click();
  await expect(page.getByText("已全部写好。")).toBeVisible();
  const stick = await page.evaluate(async () => [...new Uint8Array(await new Blob(window.stick).arrayBuffer())]);
  expect(Buffer.from(stick).equals(readFileSync(sealed))).toBe(true);
  const unpacked = expectAccepted(sealed, info.outputPath("解开"));
  expect(payload(unpacked, "dossier.json").profile.name).toBe(NAME);
  expect(await held(page)).toEqual(NOTHING);

  await end(page).click();
  await page.getByRole("button", { name: /直接清除|已经带走了，清除/ }).first().click();
  await expect(receipt(page)).toContainText("按了“结束并清除”。");
  await expect(receipt(page)).not.toContainText("没有能够清除");
  await expectNobody(page);
  await context.close();
  expect(found(folder, MARKS[0])).toEqual([]);

  // The same search finds them where something is kept: it is known to see.
  writeFileSync(`${folder}/left`, Buffer.concat([Buffer.from(NAME, "utf16le"), Buffer.from(NUMBER), Buffer.from(WORDS)]));
  expect(found(folder, MARKS[0])).toEqual(MARKS[0]);
});

// The bytes of a package depend on what is in it and on the day alone: not on where, and not on what made it.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { TODAY, attach, expect, openDraft, pledge, sealAndDownload, test, visit } from "./support/applicant.js";
import { senior } from "./support/dossiers.js";
import { pdf } from "./support/evidence.js";
import { zhicheng } from "./support/native.js";
import { listen } from "./support/test.js";

// The same day in each of these; the first is taken twice.
const PLACES = [["Asia/Shanghai", "zh-CN"], ["America/Sao_Paulo", "pt-BR"], ["UTC", "en-US"], ["Asia/Shanghai", "zh-CN"]];
// What the pledge screen asks to confirm, by the ids of the book.
const STATEMENTS = ["true_accurate_complete", "own_achievements", "consequences", "display_in_unit", "display_on_sites"];
// One that is digested at once, one that the browser digests itself, one that is digested piece by piece.
const EVIDENCE = [pdf("验收意见（第 1 份）.pdf"), scan("扫描件.pdf", 1), scan("很大的扫描件.pdf", 33)];

/** Something that looks like a PDF of so many MiB. */
function scan(name, size) {
  const buffer = Buffer.concat([Buffer.from("%PDF-1.4\n%"), Buffer.alloc(size * 2 ** 20, name), Buffer.from("\n%%EOF\n")]);
  return { name, mimeType: "application/pdf", buffer };
}

function digest(file) {
  return createHash("sha256").update(readFileSync(file)).digest("hex");
}

function withZone(zone, work) {
  const before = process.env.TZ;
  process.env.TZ = zone;
  try {
    return work();
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
}

/** What the native command makes of the same, in a time zone. */
function native(info, zone) {
  const folder = info.outputPath(`native-${zone.replace("/", "-")}`);
  mkdirSync(path.join(folder, "a1"), { recursive: true });
  for (const { name, buffer } of EVIDENCE) writeFileSync(path.join(folder, "a1", name), buffer);
  const dossier = senior();
  dossier.achievements.find(({ id }) => id === "a1").evidence.push(...EVIDENCE.map(({ name }) => name));
  const file = path.join(folder, "dossier.json");
  writeFileSync(file, JSON.stringify(dossier, null, 2));
  const out = path.join(folder, "native.zip");
  const said = STATEMENTS.flatMap((id) => ["--pledge-statement", id]);
  const name = ["--pledge-name", dossier.profile.name, "--pledge-date", TODAY];
  const run = withZone(zone, () => zhicheng("seal", "--today", TODAY, "--files", folder, ...name, ...said, "-o", out, file));
  expect(run.status, run.stderr).toBe(0);
  return digest(out);
}

test("the same dossier is sealed to the same bytes in every time zone and language, and by the command", async ({ browser, baseURL, complaints }, info) => {
  const sealed = [];
  for (const [index, [timezoneId, locale]] of PLACES.entries()) {
    const context = await browser.newContext({ baseURL, timezoneId, locale, acceptDownloads: true });
    await listen(context, complaints);
    const page = await context.newPage();
    await page.clock.setFixedTime(new Date(`${TODAY}T20:00:00+08:00`));
    await openDraft(page, senior());
    await visit(page, "list/achievements/a1");
    await attach(page, EVIDENCE);
    await pledge(page, senior().profile.name);
    const file = info.outputPath(`${index}.zip`);
    sealed.push({ name: await sealAndDownload(page, file), digest: digest(file) });
    await context.close();
  }
  for (const made of sealed) expect(made).toEqual(sealed[0]);
  for (const zone of ["UTC", "Asia/Shanghai"]) expect(native(info, zone)).toBe(sealed[0].digest);
});

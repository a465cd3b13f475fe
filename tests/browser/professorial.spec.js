// A professorial applicant by the landmark route: a draft file opened, one answer changed, a package taken away.
import { about, attach, drop, expect, field, heading, openDraft, pledge, sealAndDownload, test, type, visit } from "./support/applicant.js";
import { professorial } from "./support/dossiers.js";
import { jpg, pdf } from "./support/evidence.js";
import { evidence, expectAccepted, payload } from "./support/package.js";

const CERTIFICATE = pdf("国家科学技术进步奖二等奖证书.pdf");
const DRAWING = jpg("获奖公告·第 3 页.jpg");

test("a national award opens the landmark route to the professorial level", async ({ page }, info) => {
  const dossier = professorial();
  await openDraft(page, dossier);
  await visit(page, "check");
  await about(page, "修改", "工作单位全称", "link").click();
  await expect(field(page, "工作单位全称")).toBeFocused();
  await type(page, "工作单位全称", "浙江省安全科学研究院（新名称）");
  await page.getByRole("link", { name: "改好了，回到“核对填写内容”" }).click();
  await expect(heading(page, "核对填写内容")).toBeFocused();
  await expect(page.getByText("浙江省安全科学研究院（新名称）")).toBeVisible();

  await visit(page, "list/achievements/a1");
  await attach(page, [CERTIFICATE]);
  await drop(page, [DRAWING]);
  await readTheVerdict(page);
  await pledge(page, dossier.profile.name);

  const file = info.outputPath("申报包.zip");
  await sealAndDownload(page, file);
  const folder = expectAccepted(file, info.outputPath("解开"));
  const kept = payload(folder, "dossier.json");
  expect(kept.profile).toEqual({ ...dossier.profile, employer: "浙江省安全科学研究院（新名称）" });
  expect(kept.titles).toEqual(dossier.titles);
  expect(evidence(folder, CERTIFICATE.name).equals(CERTIFICATE.buffer)).toBe(true);
  expect(evidence(folder, DRAWING.name).equals(DRAWING.buffer)).toBe(true);
  const assessment = payload(folder, "assessment.json");
  expect(assessment.verdicts.levels.professorial).toBe("met");
  expect(assessment.verdicts.routes.professorial.landmark).toBe("met");
});

async function readTheVerdict(page) {
  await visit(page, "result");
  const bar = page.getByRole("region", { name: "当前结论" });
  await expect(bar).toContainText("正高级工程师");
  await expect(bar.getByText("满足", { exact: true })).toBeVisible();
  await expect(bar).toContainText("标志性成果");
  const best = page.getByRole("listitem").filter({ hasText: "建议走这条" }).filter({ has: page.getByRole("heading", { level: 3 }) });
  await expect(best.first()).toContainText("标志性成果");
  await expect(best.first()).toContainText("参考结论");
}

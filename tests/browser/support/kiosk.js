// A kiosk and the people before it: what stands for them, what they do, and how one sees that nothing of them is left.
import { writeFileSync } from "node:fs";
import { expect, field, open, tool, visit } from "./applicant.js";
import { search } from "./disk.js";
import { pdf } from "./evidence.js";

/** A kiosk that does not wait long. */
export const FAST = "?kiosk&idle=5&countdown=4";
/** One that waits longer than any test takes. */
export const PATIENT = "?kiosk&idle=600";

/** What stands for a person: a name, an identity number, the words of a proof. */
export const MARKS = [
  ["验证甲阿依古丽", "33010619870228122X", "EVIDENCE-MARK-ONE-7f3a9c"],
  ["验证乙欧阳建国", "33010619750316101X", "EVIDENCE-MARK-TWO-52be10"],
  ["验证丙王小明明", "33010619900512301X", "EVIDENCE-MARK-THREE-c04d"],
];

export const invitation = (page) => page.getByRole("dialog", { name: "职称自评" });
export const receipt = (page) => invitation(page).getByRole("status");
export const end = (page) => page.getByRole("region", { name: "公用终端" }).getByRole("button", { name: "结束并清除" });

/** Opens the application as a kiosk and touches the screen. */
export async function begin(page, address) {
  await open(page, address);
  await touch(page);
}

async function touch(page) {
  await invitation(page).getByRole("button", { name: "轻触屏幕开始" }).click();
  await expect(invitation(page)).toHaveCount(0);
}

/** What the browser holds of the application, by kind. */
export function held(page) {
  return page.evaluate(async () => {
    // What a browser does not give a page that was opened from a file holds nothing.
    const or = (nothing, ask) => Promise.resolve().then(ask).catch(() => nothing);
    const folder = await or(undefined, () => navigator.storage.getDirectory());
    return {
      local: localStorage.length,
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).map(({ name }) => name),
      caches: await or([], () => caches.keys()),
      workers: (await or([], () => navigator.serviceWorker.getRegistrations())).length,
      folder: folder ? (await Array.fromAsync(folder.keys())).length : 0,
      cookies: document.cookie,
    };
  });
}

/** What a browser holds that was told to keep nothing. */
export const NOTHING = { local: 0, session: 0, databases: [], caches: [], workers: 0, folder: 0, cookies: "" };

/** Enters a name, a number and a proof. */
export async function enter(page, [name, number, words], file) {
  await visit(page, "q/person");
  await field(page, "姓名").fill(name);
  await field(page, "身份证号码").fill(number);
  await visit(page, "materials");
  writeFileSync(file, Buffer.concat([pdf("x").buffer, Buffer.from(words)]));
  await page.getByLabel("选择文件").first().setInputFiles(file);
  await expect(page.getByRole("button", { name: /^移除/ })).toBeVisible();
}

/** Enters a name, a number and a proof, and saves the draft. */
export async function session(page, marks, file) {
  await enter(page, marks, file);
  const coming = page.waitForEvent("download");
  await tool(page, "存为草稿文件").click();
  await (await coming).path();
}

/** Whoever comes next is invited, and finds nothing of anybody: neither on the screen nor in a field or in the history. */
export async function expectNobody(page) {
  await expect(invitation(page)).toBeVisible();
  await expectNoMark(page);
  await touch(page);
  await visit(page, "q/person");
  await expect(field(page, "姓名")).toHaveValue("");
  await expect(field(page, "身份证号码")).toHaveValue("");
  await visit(page, "materials");
  await expect(page.getByRole("button", { name: /^移除/ })).toHaveCount(0);
  await expectNoMark(page);
}

async function expectNoMark(page) {
  const texts = await page.evaluate(() => {
    const fields = [...document.querySelectorAll("input, textarea")].map(({ value }) => value);
    return [document.documentElement.outerHTML, JSON.stringify(history.state) ?? "", location.href, document.title, ...fields];
  });
  for (const mark of MARKS.flat()) for (const text of texts) expect(text).not.toContain(mark);
}

/** The marks that are found in a folder, with a look at where. */
export function found(folder, marks) {
  const places = search(folder, marks);
  return marks.filter((mark) => places[mark].length > 0);
}

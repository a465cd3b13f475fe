// What an applicant does on the screens, by the names that stand there.
//
// - `test` is the one of `test.js` on a fixed day, so that no result depends on when it runs.
// - `answer(page, question, value)`: `value` is typed, or is the label of a choice; `none("没有")` ticks the box beside.
// - `addRecord(page, list, fields, { kind, papers, files })` goes from the list's screen to the record and back.
import { readFileSync } from "node:fs";
import { downloaded } from "./download.js";
import { clear } from "./stored.js";
import { expect, expectFocus, open, test as base } from "./test.js";

export { expect, expectFocus, expecting, open, ready } from "./test.js";

/** The day on which everything happens. */
export const TODAY = "2026-11-20";

export const test = base.extend({
  page: async ({ page }, use) => {
    await page.clock.setFixedTime(new Date(`${TODAY}T10:00:00+08:00`));
    await use(page);
  },
});

/** For `answer`: the box beside a field that says that there is none. */
export function none(label) {
  return { none: label };
}

/** The name of a thing, exactly. */
export function named(label) {
  return new RegExp(`^${escaped(label)}$`);
}

/** What begins with a name: choices are followed by their explanation, buttons by what they are about. */
export function beginning(label) {
  return new RegExp(`^${escaped(label)}`);
}

function escaped(text) {
  const plain = text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  // Books may address a person either way.
  return plain.replace(/[你您]/g, "[你您]");
}

/** The field that is typed in. */
export function field(page, label) {
  return page.getByRole("textbox", { name: named(label) });
}

/** The group of choices. */
export function group(page, label) {
  return page.getByRole("group", { name: named(label) });
}

/** One choice of a group. */
export function choice(page, question, label) {
  return group(page, question).getByRole("radio", { name: beginning(label) });
}

/** Whatever answers a question: a field or a group. */
export function control(page, label) {
  return field(page, label).or(group(page, label));
}

/** Types as a person does, after what is there was taken away, and leaves the field. */
export async function type(page, label, text) {
  const box = field(page, label);
  await box.fill("");
  await box.pressSequentially(text);
  await box.blur();
}

/** Answers a question or a field of a record. */
export async function answer(page, label, value) {
  if (value.none !== undefined) {
    await page.getByRole("checkbox", { name: named(value.none) }).check();
    return;
  }
  await expect(control(page, label)).toBeVisible();
  if (await group(page, label).count()) {
    await choice(page, label, value).check();
  } else {
    await type(page, label, value);
  }
}

/** Answers many, in order. */
export async function fill(page, answers) {
  for (const [label, value] of Object.entries(answers)) await answer(page, label, value);
}

/** The heading of the screen. */
export function heading(page, title) {
  return page.getByRole("heading", { level: 1, name: named(title) });
}

/** Goes to the screen at an address behind `#/`, and waits for its heading to have the focus. */
export async function visit(page, address) {
  const there = await page.evaluate((hash) => {
    const same = location.hash === hash;
    location.hash = hash;
    return same;
  }, `#/${address}`);
  await expect(page).toHaveURL(new RegExp(`#/${escaped(address)}$`));
  if (!there) await expectFocus(page.getByRole("heading", { level: 1 }));
}

/** Presses the way on. */
export async function goOn(page, to) {
  await page.getByRole("link", { name: named(`继续：${to}`) }).click();
  await expectFocus(heading(page, to));
}

/** Adds a record on the screen of its list, fills it in, attaches its evidence, and comes back. */
export async function addRecord(page, list, fields, { kind, papers = [], files = [] } = {}) {
  await page.getByRole("button", { name: named(`添加一条${list}`) }).click();
  if (kind) await page.getByRole("button", { name: named(kind) }).click();
  await expectFocus(heading(page, kind ?? list));
  await fill(page, fields);
  for (const file of files) await attach(page, [file]);
  for (const paper of papers) await attachPaper(page, paper);
  await page.getByRole("link", { name: "这一条填好了" }).click();
  await expectFocus(heading(page, list));
}

/** Attaches files, `{ name, mimeType, buffer }`, by the button; on a screen with several places, to that of `place`. */
export async function attach(page, files, place = page) {
  await place.getByLabel("选择文件").setInputFiles(files);
  for (const file of files) await expect(takeAway(place, file.name)).toBeVisible();
}

/** Drops files onto the place for them. */
export async function drop(page, files, place = page) {
  const plain = files.map(({ name, mimeType, buffer }) => ({ name, mimeType, bytes: [...buffer] }));
  const data = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer();
    for (const { name, mimeType, bytes } of all) {
      transfer.items.add(new File([new Uint8Array(bytes)], name, { type: mimeType }));
    }
    return transfer;
  }, plain);
  const zone = place.getByText("也可以把文件拖到这里");
  for (const event of ["dragenter", "dragover", "drop"]) await zone.dispatchEvent(event, { dataTransfer: data });
  for (const file of files) await expect(takeAway(place, file.name)).toBeVisible();
}

/** Notes a paper original. */
export async function attachPaper(page, text, place = page) {
  const box = field(place, "纸质原件的名称");
  if (!(await box.isVisible())) await place.getByText("只有纸质原件，没有电子文件").click();
  await box.pressSequentially(text);
  await place.getByRole("button", { name: "记下这份原件" }).click();
  await expect(takeAway(place, text)).toBeVisible();
}

/** The button that takes an attached file or paper away; it is there when the file is. */
export function takeAway(page, name) {
  return about(page, "移除", name);
}

/** A button or link whose name is followed by what it is about. */
export function about(page, label, matter, role = "button") {
  return page.getByRole(role, { name: new RegExp(`^${escaped(label)}\\s*${escaped(matter)}$`) });
}

/** The place of a paper on the screen of materials. */
export function material(page, title) {
  return page.getByRole("listitem").filter({ has: page.getByRole("heading", { level: 3, name: named(title) }) });
}

/** Says that the list on the screen is complete. */
export async function complete(page) {
  const box = page.getByRole("checkbox", { name: /已经填完整|就是空的/ });
  // `check` looks at once; the box shows what the dossier says, one redraw later.
  await box.click();
  await expect(box).toBeChecked();
  await expect(page.getByText("现在按“完整”算：没有写的就当作没有。")).toBeVisible();
}

/** Confirms each statement, types the name, signs with the mouse if asked, and gives the pledge. */
export async function pledge(page, name, { sign = false } = {}) {
  await visit(page, "pledge");
  for (const box of await group(page, "请逐条确认").getByRole("checkbox").all()) {
    await box.check();
    await expect(box).toBeChecked();
  }
  await type(page, "承诺人姓名", name);
  if (sign) await drawSignature(page);
  await page.getByRole("button", { name: named("我承诺") }).click();
  await expect(page.getByText("内容没有再改动，承诺有效")).toBeVisible();
}

/** Draws two strokes with the mouse. */
export async function drawSignature(page) {
  const pad = page.getByRole("img", { name: beginning("签名框") });
  await pad.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await pad.boundingBox();
  const at = ([across, down]) => [x + width * across, y + height * down];
  for (const stroke of [[[0.2, 0.3], [0.4, 0.6], [0.5, 0.4]], [[0.6, 0.2], [0.6, 0.7], [0.8, 0.5]]]) {
    await page.mouse.move(...at(stroke[0]));
    await page.mouse.down();
    for (const point of stroke.slice(1)) await page.mouse.move(...at(point), { steps: 4 });
    await page.mouse.up();
  }
  await expect(page.getByRole("img", { name: "签名框，已有签名" })).toBeVisible();
}

/** Seals the package and downloads it to a path. Gives the name that the browser was offered. */
export async function sealAndDownload(page, path) {
  await visit(page, "package");
  await expect(page.getByText("都准备好了，可以封装。")).toBeVisible();
  await page.getByRole("button", { name: "封装申报包" }).click();
  await expect(page.getByRole("heading", { name: "申报包已经封好，校验通过" })).toBeVisible({ timeout: 30_000 });
  return downloaded(page, page.getByRole("link", { name: "下载申报包" }), path);
}

/** Opens the application with nothing entered and goes on by a draft file. */
export async function openDraft(page, dossier, name = "草稿.json") {
  await open(page);
  await chooseDraft(page, JSON.stringify(dossier), name);
  await expectFocus(heading(page, "任务清单"));
}

/** Chooses a draft file on the start screen. */
export async function chooseDraft(page, text, name = "草稿.json") {
  const file = { name, mimeType: "application/json", buffer: Buffer.from(text) };
  await page.getByLabel("打开草稿文件或申报包").setInputFiles(file);
}

/** Makes the browser as if the application had never been opened. */
export async function forget(page) {
  await clear(page);
  await page.goto("about:blank");
  await open(page);
}

/** A tool above the screen. */
export function tool(page, name) {
  return page.getByRole("group", { name: "编辑工具" }).getByRole("button", { name: named(name) });
}

/** Saves the draft as a file; gives its name, its path and, where there is one, its text. */
export async function saveDraft(page) {
  const coming = page.waitForEvent("download");
  await tool(page, "存为草稿文件").click();
  const download = await coming;
  const path = await download.path();
  return { name: download.suggestedFilename(), path, text: readFileSync(path, "utf8") };
}

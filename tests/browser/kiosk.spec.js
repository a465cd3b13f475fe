// Kiosk mode: a session leaves nothing, whatever ends it, and says so.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { expectAccessible } from "./support/axe.js";
import { expect, field, open, ready, saveDraft, test as base, type, visit } from "./support/applicant.js";
import { search, unlz4, unsnappied, views } from "./support/disk.js";
import { Host } from "./support/host.js";
import { FAST, MARKS, NOTHING, begin, end, expectNobody, found, held, invitation, receipt, session } from "./support/kiosk.js";
import { python3 } from "./support/native.js";
import { asIfEnded, kill, start } from "./support/profile.js";

const ONE_FILE = fileURLToPath(new URL("../../dist/kiosk.html", import.meta.url));
const POLICY = fileURLToPath(new URL("../../src/app/docs/kiosk-policy.json", import.meta.url));
const SLOW = "?kiosk&place=三号窗口";

const test = base.extend({
  host: async ({}, use) => {
    const host = await Host.start();
    await use(host);
    await host.stop();
  },
});

const warning = (page) => page.getByRole("alertdialog", { name: "还在填吗？" });
const pad = (page) => page.getByRole("region", { name: /^数字键盘/ });
const padKey = (page, name) => pad(page).getByRole("button", { name, exact: true });

test.describe("a session", () => {
  test.use({ serviceWorkers: "allow" });

  test("begins by a touch, keeps nothing, leads nowhere, and its pad types as a keyboard does", async ({ page }) => {
    await page.setViewportSize({ width: 1080, height: 1920 });
    await open(page, SLOW);
    await expect(invitation(page).getByText("三号窗口")).toBeVisible();
    await expect(receipt(page)).toHaveCount(0);
    await expectAccessible(page);
    await invitation(page).click({ position: { x: 20, y: 20 } });
    await expect(page.getByText("公用终端，不保存")).toBeVisible();

    await visit(page, "q/person");
    const id = field(page, "身份证号码");
    await id.click();
    for (const key of "33010619870228122".split("")) await padKey(page, key).click();
    await padKey(page, "1").click();
    await padKey(page, "退格").click();
    await padKey(page, "X").click();
    await expect(id).toBeFocused();
    await expect(id).toHaveValue("33010619870228122X");
    for (let step = 0; step < 17; step += 1) await padKey(page, "光标左移").click();
    await page.keyboard.type("9");
    await expect(id).toHaveValue("393010619870228122X");
    await page.keyboard.press("Backspace");
    await page.keyboard.press("ArrowDown");
    await expect(padKey(page, "1")).toBeFocused();
    for (const key of ["ArrowDown", "ArrowRight", "Enter", "Escape"]) await page.keyboard.press(key);
    await expect(id).toBeFocused();
    await expect(id).toHaveValue("3530106198702281 22X".replace(" ", ""));
    await page.keyboard.press("Backspace");
    await expectAccessible(page);
    await padKey(page, "完成").click();
    await expect(pad(page)).toBeHidden();

    const date = field(page, "出生日期");
    await date.click();
    await expect(date).toHaveAttribute("inputmode", "none");
    for (const key of "1987-2-28".split("")) await padKey(page, key).click();
    // What an input method is composing is taken as it stands, and not lost.
    const name = field(page, "姓名");
    await name.click();
    await expect(pad(page)).toBeHidden();
    await expect(date).toHaveValue("1987-02-28");
    await date.click();
    await padKey(page, "清空").click();
    const client = await page.context().newCDPSession(page);
    await client.send("Input.imeSetComposition", { text: "１９８７年", selectionStart: 5, selectionEnd: 5 });
    await padKey(page, "2").click();
    await expect(date).toHaveValue("１９８７年2");

    await name.click();
    await page.keyboard.type("验证");
    await page.keyboard.press("Control+a");
    await page.keyboard.press("Control+x");
    await expect(name).toHaveValue("");
    // What was cut is the page's own affair: whoever pastes elsewhere on this machine gets nothing of it.
    await page.context().grantPermissions(["clipboard-read"]);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("");
    await page.keyboard.press("Control+v");
    await expect(name).toHaveValue("验证");

    const stays = await page.evaluate(() => {
      const link = Object.assign(document.createElement("a"), { href: "https://example.org/", textContent: "x" });
      document.body.append(link);
      const prevented = (event) => !link.dispatchEvent(event);
      const click = (options) => prevented(new MouseEvent("click", { bubbles: true, cancelable: true, ...options }));
      const menu = prevented(new MouseEvent("contextmenu", { bubbles: true, cancelable: true }));
      const drop = prevented(new DragEvent("drop", { bubbles: true, cancelable: true }));
      const out = click({});
      link.href = "#/result";
      return [menu, drop, out, click({ ctrlKey: true }), window.open("https://example.org/")];
    });
    expect(stays).toEqual([true, true, true, true, null]);
    expect(await held(page)).toEqual(NOTHING);
    await page.evaluate(() => { window.print = () => { document.body.dataset.printed = "true"; }; });
    await page.getByRole("button", { name: "打印这一页" }).click();
    await expect(page.locator("body")).toHaveAttribute("data-printed", "true");
    await page.getByRole("button", { name: "大字" }).click();
    expect(await held(page)).toEqual(NOTHING);
  });

  test("ended by the person, it offers what there is, clears every store but the application's own files, and says so", async ({ page }) => {
    await begin(page, SLOW);
    await end(page).click();
    await expect(receipt(page).getByText("按了“结束并清除”。")).toBeVisible();
    await invitation(page).click();
    await visit(page, "q/person");
    await type(page, "姓名", "验证甲");
    await field(page, "姓名").press("Control+a");
    await field(page, "姓名").press("Control+c");
    await page.evaluate(async () => {
      globalThis.address = URL.createObjectURL(new Blob(["验证甲"]));
      localStorage.setItem("x", "1");
      sessionStorage.setItem("x", "1");
      document.cookie = "x=1";
      const folder = await navigator.storage.getDirectory();
      await folder.getFileHandle("x", { create: true });
      await caches.open("foreign");
      await caches.open("zhicheng own");
      await new Promise((resolve) => { indexedDB.open("x").onsuccess = (event) => resolve(event.target.result.close()); });
      history.pushState({ name: "验证甲" }, "");
    });
    await end(page).click();
    const offer = page.getByRole("dialog", { name: "结束以前，要带走什么吗？" });
    await expectAccessible(page);
    const coming = page.waitForEvent("download");
    await offer.getByRole("button", { name: "存为草稿文件" }).click();
    const download = await coming;
    expect(download.suggestedFilename()).toBe("职称自评草稿-2026.json");
    expect(JSON.parse(readFileSync(await download.path(), "utf8")).profile.name).toBe("验证甲");
    await expect(offer.getByRole("status")).toContainText("已交给浏览器下载");
    await offer.getByRole("button", { name: "已经带走了，清除" }).click();
    await expect(receipt(page)).toContainText(/已在 \d\d:\d\d:\d\d 清除/);
    for (const told of ["本地存储（1 项）", "会话存储（1 项）", "浏览器数据库（1 个）", "私有文件（1 个）", "缓存（1 个", "Cookie（1 个）", "复制的文字（有，已丢掉"]) {
      await expect(receipt(page)).toContainText(told);
    }
    await expect(receipt(page)).toContainText(/文件的临时地址（[1-9]\d* 个）/);
    await expect(receipt(page)).not.toContainText("没有能够清除");
    expect(await held(page)).toEqual({ ...NOTHING, caches: ["zhicheng own"] });
    expect(await page.evaluate(() => history.state)).toBe(null);
    await page.goBack();
    await ready(page);
    await expect(invitation(page)).toBeVisible();
    await page.getByRole("button", { name: "轻触屏幕开始" }).click();
    await visit(page, "q/person");
    await expect(field(page, "姓名")).toHaveValue("");
  });

  test("left alone, it warns, goes on at any touch or key without pressing what lies below, and clears itself", async ({ page }) => {
    await begin(page, FAST);
    await visit(page, "q/person");
    await type(page, "姓名", "验证乙");
    await expect(warning(page)).toBeVisible({ timeout: 7000 });
    await expectAccessible(page);
    const [x, y] = await end(page).boundingBox().then((box) => [box.x + box.width / 2, box.y + box.height / 2]);
    await page.mouse.click(x, y);
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(field(page, "姓名")).toHaveValue("验证乙");
    await expect(warning(page)).toBeVisible({ timeout: 7000 });
    await page.keyboard.press("a");
    await expect(warning(page)).toHaveCount(0);
    await expect(field(page, "姓名")).toHaveValue("验证乙");
    await expect(receipt(page)).toContainText("无人操作，到时间自动清除。", { timeout: 15_000 });
    await expect(receipt(page)).toContainText("没有复制过");
    expect(await page.content()).not.toContain("验证乙");
    expect(await held(page)).toEqual(NOTHING);
  });
});

test.describe("a department's file beside the application", () => {
  test.use({ serviceWorkers: "allow" });

  test("makes every visit a kiosk, also without a network, and clears what was kept before", async ({ page, host }) => {
    await open(page, host.address);
    await page.waitForFunction(() => navigator.serviceWorker.controller?.state === "activated");
    await visit(page, "q/person");
    await type(page, "姓名", "验证丙");
    await expect(page.getByText("草稿已自动保存在这个浏览器里")).toBeVisible();
    // By the address alone, somebody's drafts are not cleared behind their back.
    await open(page, `${host.address}?kiosk`);
    await expect(invitation(page).getByRole("alert")).toContainText("这个浏览器里有以前保存的草稿");
    await invitation(page).getByRole("link", { name: "不是公用终端，照常打开" }).click();
    await expect(page).toHaveURL(/\/app\/#\/q\/person$/);
    await expect(field(page, "姓名")).toHaveValue("验证丙");
    host.files.set("kiosk.json", Buffer.from('{ "kiosk": true, "place": "二号机" }'));
    await open(page, host.address);
    await expect(invitation(page).getByText("二号机")).toBeVisible();
    await expect.poll(async () => (await held(page)).databases).toEqual([]);
    await host.stop();
    await page.reload();
    await ready(page);
    await expect(invitation(page).getByText("二号机")).toBeVisible();
    await host.restart();
    // Somebody meant to say something.
    host.files.set("kiosk.json", Buffer.from('{ "kiosk": true, '));
    await open(page, host.address);
    await expect(invitation(page)).toBeVisible();
  });
});

test("settings in the one file make it a kiosk", async ({ page }, info) => {
  const text = readFileSync(ONE_FILE, "latin1");
  const file = info.outputPath("kiosk.html");
  const plain = '{ "kiosk": false }';
  expect(text.split(plain)).toHaveLength(2);
  // As `cargo xtask kiosk` writes it: in ASCII, and nothing else changed.
  const settings = String.raw`{"idle":60,"kiosk":true,"place":"\u4e00\u53f7\u673a"}`;
  writeFileSync(file, text.replace(plain, () => settings), "latin1");
  await open(page, pathToFileURL(file).href);
  await expect(invitation(page).getByText("一号机")).toBeVisible();
  await expect(invitation(page).getByText("1 分钟没有操作")).toBeVisible();
  await invitation(page).click();
  await visit(page, "q/person");
  await type(page, "姓名", "验证丁");
  await end(page).click();
  await page.getByRole("button", { name: "不带走，直接清除" }).click();
  await expect(receipt(page)).toContainText("清除了：");
  await expect(receipt(page)).not.toContainText("没有能够清除");
});

test("not one byte of a session is left on the disk of a kiosk, however it ends; without kiosk mode it is found", async ({ complaints }, info) => {
  test.setTimeout(180_000);
  const folder = info.outputPath("kiosk");
  const use = info.project.use;
  let context = await start(folder, use, complaints);
  const ends = [
    async (page) => { await expect(receipt(page)).toContainText("到时间自动清除", { timeout: 20_000 }); },
    async (page) => {
      await end(page).click();
      await page.getByRole("button", { name: "不带走，直接清除" }).click();
      await expect(receipt(page)).toContainText("按了“结束并清除”");
    },
    () => kill(context, folder),
  ];
  for (const [index, finish] of ends.entries()) {
    const page = await context.newPage();
    await begin(page, FAST);
    await session(page, MARKS[index], info.outputPath(`证明 ${index}.pdf`));
    await finish(page);
  }
  expect(found(folder, MARKS.flat())).toEqual([]);

  const restored = { ...use, launchOptions: { ...use.launchOptions, args: [...use.launchOptions.args, "--restore-last-session"] } };
  await asIfEnded(folder);
  context = await start(folder, restored, complaints);
  await expect.poll(() => context.pages().filter((page) => page.url().includes("kiosk")).length).toBeGreaterThan(0);
  for (const page of context.pages().filter((each) => each.url().includes("kiosk"))) {
    await ready(page);
    await expectNobody(page);
  }
  await context.close();
  expect(found(folder, MARKS.flat())).toEqual([]);

  const ordinary = info.outputPath("ordinary");
  context = await start(ordinary, use, complaints);
  const page = await context.newPage();
  await open(page);
  await session(page, MARKS[0], info.outputPath("证明.pdf"));
  await expect(page.getByText("草稿已自动保存在这个浏览器里")).toBeVisible();
  await context.close();
  expect(found(ordinary, MARKS.flat())).toEqual(MARKS[0]);
});

test("the search sees through the packings that it knows", () => {
  const mark = "验证甲阿依古丽";
  const bytes = Buffer.from(mark.repeat(3));
  const part = bytes.length / 3;
  // A literal of one mark, and two copies of it from where it began.
  const snappy = Buffer.concat([
    Buffer.from([bytes.length, (part - 1) << 2]), bytes.subarray(0, part), Buffer.from([((part - 1) << 2) | 2, part, 0, ((part - 1) << 2) | 2, part, 0]),
  ]);
  expect(unsnappied(snappy).equals(bytes)).toBe(true);
  const sees = (packed) => views(packed).filter(([, view]) => view.includes(Buffer.from(mark))).map(([how]) => how);
  expect(sees(Buffer.concat([Buffer.from([0, 0xff, 0x11, 2]), snappy]))).toContain("value");
  expect(sees(gzipSync(bytes))).toEqual(["gzip"]);
  // One block, an index of it, an empty index of other things, a footer.
  const block = Buffer.concat([snappy, Buffer.from([1, 0, 0, 0, 0])]);
  const value = [0, snappy.length];
  const index = Buffer.concat([Buffer.from([0, 1, 2, 0x61, ...value, 0, 0, 0, 0, 1, 0, 0, 0]), Buffer.from([0, 0, 0, 0, 0])]);
  const footer = Buffer.alloc(48);
  footer.set([block.length, 0, block.length, index.length - 5]);
  Buffer.from("57fb808b247547db", "hex").copy(footer, 40);
  expect(sees(Buffer.concat([block, index, footer])).filter((how) => how === "table")).toHaveLength(1);
  // A record of a log in two fragments, cut in the middle of the mark.
  const half = part >> 1;
  const fragment = (kind, data) => Buffer.concat([Buffer.from([0, 0, 0, 0, data.length, 0, kind]), data]);
  const log = Buffer.concat([fragment(2, bytes.subarray(0, half)), fragment(4, bytes.subarray(half, part))]);
  expect(sees(log)).toEqual(["log"]);
  // The same in LZ4: a literal of one mark, and a copy of twice its length from where it began.
  const head = Buffer.from("mozLz40\0\0\0\0\0", "latin1");
  head.writeUInt32LE(bytes.length, 8);
  const packed = Buffer.concat([head, Buffer.from([0xff, part - 15]), bytes.subarray(0, part), Buffer.from([part, 0, 2 * part - 19])]);
  expect(unlz4(packed.subarray(8)).equals(bytes)).toBe(true);
  // A database with a row of text and one of a packed value, as Firefox has them.
  const folder = test.info().outputPath("database");
  mkdirSync(folder);
  const made = `import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute("create table t (a, b)"); c.execute("insert into t values (?, ?)", (sys.argv[2], bytes.fromhex(sys.argv[3]))); c.commit()`;
  expect(python3("-c", made, path.join(folder, "x.sqlite"), "行里的字", snappy.toString("hex")).status).toBe(0);
  const places = search(folder, [mark.repeat(2), "行里的字"]);
  expect(Object.values(places).map((all) => all.some((place) => place.includes("row")))).toEqual([true, true]);
});

test("every policy of the guide is one that this Chromium knows", () => {
  const names = Object.keys(JSON.parse(readFileSync(POLICY, "utf8")));
  const { executablePath } = test.info().project.use.launchOptions;
  // What is on the path may be a script that starts the program.
  const program = ["/usr/lib/chromium/chromium", executablePath].find((each) => existsSync(each));
  // The names of policies are whole strings of the program, each followed by a zero.
  const known = (all) => {
    const patterns = all.flatMap((name) => ["-e", name]);
    const found = execFileSync("grep", ["--null-data", "--text", "--fixed-strings", "--line-regexp", ...patterns, program]);
    return new Set(found.toString("latin1").split("\0"));
  };
  const found = known([...names, "NoSuchPolicyEnabled"]);
  expect(names.filter((name) => !found.has(name))).toEqual([]);
  expect(found.has("NoSuchPolicyEnabled")).toBe(false);
});

test("under the policies of the guide Chromium accepts each, the kiosk works, and nothing else opens", async ({ complaints }, info) => {
  test.skip(spawnSync("unshare", ["--mount", "true"]).status !== 0, "without rights a folder of policies cannot be lent to one browser");
  const use = info.project.use;
  const text = readFileSync(POLICY, "utf8").replaceAll("https://kiosk.example/zhicheng/", use.baseURL);
  const policies = JSON.parse(text);
  // The test itself drives by what developers use, and looks at one page more.
  Object.assign(policies, { ForceEphemeralProfiles: false, DeveloperToolsAvailability: 1 });
  policies.URLAllowlist.push("chrome://policy");
  const launchOptions = { ...use.launchOptions, executablePath: governed(policies, use.launchOptions.executablePath, info) };
  const context = await start(info.outputPath("profile"), { ...use, launchOptions }, complaints);
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto("chrome://policy");
  const rows = page.locator("policy-row");
  await expect.poll(() => rows.count()).toBeGreaterThan(Object.keys(policies).length);
  const told = await rows.evaluateAll((all) => all.map(({ shadowRoot }) => {
    const cell = (name) => shadowRoot.querySelector(`.policy.row .${name}`).textContent.trim();
    return [shadowRoot.querySelector("#name").textContent.trim(), cell("messages")];
  }));
  const messages = Object.fromEntries(told);
  // Older browsers know a deprecated one alone, and it still holds.
  const refused = Object.keys(policies).filter((name) => !["OK", "Deprecated"].includes(messages[name]));
  expect(refused.map((name) => [name, messages[name]])).toEqual([]);
  await begin(page, `${use.baseURL}${SLOW}`);
  await visit(page, "q/person");
  await type(page, "姓名", "验证戊");
  expect((await saveDraft(page)).name).toBe("职称自评草稿-2026.json");
  await expect(page.goto("http://127.0.0.2:1/")).rejects.toThrow(/ERR_BLOCKED_BY_ADMINISTRATOR/);
  await context.close();
});

/** A Chromium that finds policies where those of the machine would be; no other one sees them. */
function governed(policies, chromium, info) {
  const folder = info.outputPath("etc");
  const managed = path.join(folder, "policies", "managed");
  mkdirSync(managed, { recursive: true });
  writeFileSync(path.join(managed, "kiosk.json"), JSON.stringify(policies));
  const script = info.outputPath("chromium");
  const inside = `mount --bind '${folder}' /etc/chromium && exec '${chromium}' "$@"`;
  writeFileSync(script, `#!/bin/sh\nexec unshare --mount sh -c '${inside.replaceAll("'", "'\\''")}' sh "$@"\n`, { mode: 0o755 });
  return script;
}

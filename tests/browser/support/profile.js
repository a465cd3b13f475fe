// A browser with a profile of its own on the disk, which can be killed and started again.
import { randomUUID } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { chromium, firefox } from "@playwright/test";
import { TODAY } from "./applicant.js";
import { listen } from "./test.js";

/** Starts a browser on the profile in a folder; gives its context. `use` are the options of the tests. */
export async function start(folder, use, complaints) {
  const { launchOptions, baseURL, locale, timezoneId, viewport } = use;
  const context = await chromium.launchPersistentContext(folder, {
    ...launchOptions, baseURL, locale, timezoneId, viewport, acceptDownloads: true,
  });
  await prepare(context, complaints);
  return context;
}

async function prepare(context, complaints) {
  await context.clock.setFixedTime(new Date(`${TODAY}T10:00:00+08:00`));
  await listen(context, complaints);
}

/** Starts Firefox; gives the browser, a context in it, and the folder of its profile, which is there as long as it runs. */
export async function startFirefox(use, complaints) {
  const { launchOptions, baseURL, locale, timezoneId, viewport, channel } = use;
  // What it is started with is how its process is known among others.
  const mark = `zhicheng-${randomUUID()}`;
  const browser = await firefox.launch({ ...launchOptions, channel, env: { ...process.env, ZHICHENG_MARK: mark } });
  const context = await browser.newContext({ baseURL, locale, timezoneId, viewport, acceptDownloads: true });
  await prepare(context, complaints);
  const started = processes().filter((pid) => readLines(`/proc/${pid}/environ`).includes(`ZHICHENG_MARK=${mark}`));
  const commands = started.map(commandLine).filter((command) => command.includes("--profile"));
  const folder = commands[0][commands[0].indexOf("--profile") + 1];
  return { browser, context, folder };
}

/** Makes a profile in which the browser keeps nothing for any site. */
export async function refuseStorage(folder) {
  const settings = { profile: { default_content_setting_values: { cookies: 2 } } };
  await mkdir(path.join(folder, "Default"), { recursive: true });
  await writeFile(path.join(folder, "Default", "Preferences"), JSON.stringify(settings));
}

/** Makes a killed browser's profile as if it had ended by itself: after a crash Chromium restores nothing unasked. */
export async function asIfEnded(folder) {
  const file = path.join(folder, "Default", "Preferences");
  const settings = JSON.parse(readFileSync(file, "utf8"));
  Object.assign(settings.profile, { exit_type: "Normal", exited_cleanly: true });
  await writeFile(file, JSON.stringify(settings));
}

/** Kills the browser on the profile in a folder, without a chance to put anything in order. */
export async function kill(context, folder) {
  const closed = new Promise((resolve) => context.once("close", resolve));
  const own = processes().filter((pid) => commandLine(pid).includes(`--user-data-dir=${folder}`));
  // The process that has no `--type` is the browser itself: the others end with it.
  const main = own.filter((pid) => !commandLine(pid).some((argument) => argument.startsWith("--type=")));
  for (const pid of main) process.kill(pid, "SIGKILL");
  await closed;
}

function processes() {
  return readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map(Number);
}

function commandLine(pid) {
  return readLines(`/proc/${pid}/cmdline`);
}

/** What stands in a file of the system between zeros; nothing when the process is gone. */
function readLines(file) {
  try {
    return readFileSync(file, "utf8").split("\0");
  } catch {
    return [];
  }
}

// A browser with a profile of its own on the disk, which can be killed and started again.
import { readFileSync, readdirSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { chromium } from "@playwright/test";
import { TODAY } from "./applicant.js";
import { listen } from "./test.js";

/** Starts a browser on the profile in a folder; gives its context. `use` are the options of the tests. */
export async function start(folder, use, complaints) {
  const { launchOptions, baseURL, locale, timezoneId, viewport } = use;
  const context = await chromium.launchPersistentContext(folder, {
    ...launchOptions, baseURL, locale, timezoneId, viewport, acceptDownloads: true,
  });
  await context.clock.setFixedTime(new Date(`${TODAY}T10:00:00+08:00`));
  await listen(context, complaints);
  return context;
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
  const processes = readdirSync("/proc").filter((name) => /^\d+$/.test(name)).map(Number);
  const own = processes.filter((pid) => commandLine(pid).includes(`--user-data-dir=${folder}`));
  // The process that has no `--type` is the browser itself: the others end with it.
  const main = own.filter((pid) => !commandLine(pid).some((argument) => argument.startsWith("--type=")));
  for (const pid of main) process.kill(pid, "SIGKILL");
  await closed;
}

function commandLine(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
  } catch {
    return [];
  }
}

// Browser tests of the release application. `cargo xtask test --only build --only zhicheng --only browser` sets all of
// this up; `cargo xtask browser senior.spec.js --project=hosted` runs some of them on `dist/` as it was built last.
import { mkdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig } from "@playwright/test";

const OUT = process.env.BROWSER_OUT ?? fileURLToPath(new URL("../../target/browser", import.meta.url));

// Firefox as its users have it, driven by WebDriver BiDi; nothing of Playwright's own is needed.
function firefox(name, more) {
  const downloadsPath = path.resolve(OUT, "..", "downloads", name);
  mkdirSync(downloadsPath, { recursive: true });
  // A page that still glides is pressed where its button was: here it does not glide.
  const firefoxUserPrefs = { "ui.prefersReducedMotion": 1 };
  const launchOptions = { executablePath: process.env.FIREFOX ?? "/usr/bin/firefox-esr", downloadsPath, firefoxUserPrefs, args: [] };
  return { name, use: { browserName: "firefox", channel: "moz-firefox", launchOptions, ...more } };
}

const ONE_FILE = new URL("../../dist/kiosk.html", import.meta.url).href;

export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.js",
  outputDir: OUT,
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  // A test that passes only at the second try is a fault to be found: it is named at the end.
  retries: 1,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: [["list"], ["./support/summary.js", { file: path.join(OUT, "summary.txt") }]],
  projects: [
    { name: "hosted", testIgnore: ["one_file.spec.js", "kiosk_firefox.spec.js", "survive_firefox.spec.js"] },
    // The whole way in the one-file edition, opened as from a stick.
    { name: "one-file", testMatch: ["senior.spec.js", "one_file.spec.js"], use: { baseURL: ONE_FILE } },
    // The whole way in Firefox in both editions, a killed one, and a kiosk of the one file.
    { ...firefox("firefox"), testMatch: ["senior.spec.js", "survive_firefox.spec.js"] },
    { ...firefox("firefox-one-file", { baseURL: ONE_FILE }), testMatch: ["senior.spec.js", "kiosk_firefox.spec.js"] },
  ],
  use: {
    baseURL: process.env.BASE_URL ?? "http://127.0.0.1:8080/",
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    viewport: { width: 1280, height: 900 },
    acceptDownloads: true,
    // What is kept for offline use has tests of its own, which allow it.
    serviceWorkers: "block",
    trace: "off",
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      // Without a UTF-8 locale Chromium names every download of a Chinese name "download".
      env: { ...process.env, LC_ALL: "C.UTF-8" },
      // Without a sandbox because CI runs as root; the rest keeps Chromium from calling home.
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});

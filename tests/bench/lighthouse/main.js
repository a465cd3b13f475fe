// Lighthouse on the hosted edition at `BASE_URL`, in the Chromium of `CHROME_PATH`: its scores for a telephone and a desktop,
// against 100 for accessibility and best practices and 98 for performance.
import { launch } from "chrome-launcher";
import lighthouse, { desktopConfig } from "lighthouse";

const WANTED = { performance: 98, accessibility: 100, "best-practices": 100 };

const chrome = await launch({ chromeFlags: ["--headless", "--no-sandbox", "--disable-gpu"], logLevel: "silent" });
let met = true;
for (const [name, config] of [["telephone", undefined], ["desktop", desktopConfig]]) {
  const flags = { port: chrome.port, onlyCategories: Object.keys(WANTED), logLevel: "error" };
  const { lhr } = await lighthouse(process.env.BASE_URL, flags, config);
  for (const [category, wanted] of Object.entries(WANTED)) {
    const { score, auditRefs } = lhr.categories[category];
    const points = Math.round(score * 100);
    met &&= points >= wanted;
    const lost = auditRefs.map(({ id, weight }) => ({ weight, ...lhr.audits[id] }));
    const why = lost.filter((audit) => audit.weight > 0 && audit.score !== null && audit.score < 0.9);
    const named = why.map((audit) => `${audit.id} ${audit.displayValue ?? ""}`).join("; ");
    console.log(`${name.padEnd(10)} ${category.padEnd(15)} ${points} of ${wanted}   ${named}`);
  }
}
await chrome.kill();
console.log(met ? "all met" : "not all met");

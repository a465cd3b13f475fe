// Memory of the browser's pages, as the system tells it.
import { readFileSync } from "node:fs";

const EVERY = 10;

/** Memory of a process in bytes that is its own or shared with the browser: neither files nor code. */
function resident(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const kilobytes = (name) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(status)?.[1] ?? 0);
    return (kilobytes("RssAnon") + kilobytes("RssShmem")) * 1024;
  } catch {
    return 0;
  }
}

/** Watches the pages of a browser, by its session. What they have now is what they have before anything is done. */
export async function watcher(session) {
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  const pages = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
  const now = () => pages.reduce((sum, pid) => sum + resident(pid), 0);
  const before = now();
  let [idle, most, timer] = [before, 0, undefined];
  return {
    begin() {
      idle = most = now();
      timer = setInterval(() => { most = Math.max(most, now()); }, EVERY);
    },
    /** The most that there was, in bytes: beyond the page as it lay idle at the beginning, and beyond the page before. */
    end() {
      clearInterval(timer);
      return [most - idle, most - before];
    },
  };
}

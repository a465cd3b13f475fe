// Firefox on a profile of its own, which can be killed and started again: driven by WebDriver BiDi (W3C) without Playwright,
// which starts Firefox only on profiles that it takes away again.
import { spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import utils from "playwright-core/lib/utilsBundle";

// After a crash it is to start as always, with the one page that it is sent to.
const PREFERENCES = {
  "browser.sessionstore.resume_from_crash": false,
  "browser.shell.checkDefaultBrowser": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "toolkit.startup.max_resumed_crashes": -1,
};

export class Firefox {
  /** Starts it on the profile in a folder, with one empty page. */
  static async start(executable, folder) {
    mkdirSync(folder, { recursive: true });
    const lines = Object.entries(PREFERENCES).map((each) => `user_pref(${each.map((part) => JSON.stringify(part)).join(", ")});\n`);
    writeFileSync(path.join(folder, "user.js"), lines.join(""));
    const firefox = new Firefox();
    const args = ["--headless", "--no-remote", "--profile", folder, "--remote-debugging-port=0"];
    firefox.process = spawn(executable, args, { stdio: ["ignore", "ignore", "pipe"] });
    await firefox.connect();
    return firefox;
  }

  async connect() {
    const said = createInterface(this.process.stderr);
    const address = await new Promise((resolve, reject) => {
      said.on("line", (line) => { const found = line.match(/WebDriver BiDi listening on (ws:\S+)/); if (found) resolve(found[1]); });
      said.on("close", () => reject(new Error("Firefox ended at its start")));
    });
    this.socket = new utils.ws(`${address}/session`);
    this.waiting = new Map();
    this.socket.on("message", (data) => {
      const { id, type, result, message } = JSON.parse(data);
      const { resolve, reject } = this.waiting.get(id) ?? {};
      if (type === "success") resolve?.(result);
      else reject?.(new Error(message));
    });
    // Whoever still waits when it is killed is told.
    this.socket.on("close", () => { for (const { reject } of this.waiting.values()) reject(new Error("Firefox is gone")); });
    this.socket.on("error", () => {});
    await new Promise((resolve) => { this.socket.once("open", resolve); });
    await this.send("session.new", { capabilities: {} });
    const { contexts } = await this.send("browsingContext.getTree", {});
    this.context = contexts[0].context;
  }

  send(method, params) {
    const id = this.waiting.size;
    const answer = new Promise((resolve, reject) => { this.waiting.set(id, { resolve, reject }); });
    this.socket.send(JSON.stringify({ id, method, params }));
    return answer;
  }

  async goto(url) {
    await this.send("browsingContext.navigate", { context: this.context, url, wait: "complete" });
  }

  /** What an expression gives in the page: text, a number, a truth value or nothing. */
  async evaluate(expression) {
    const { result, exceptionDetails } = await this.send("script.evaluate", { expression, target: { context: this.context }, awaitPromise: true });
    if (exceptionDetails) throw new Error(exceptionDetails.text);
    return result.value;
  }

  /** Types a text as a person does, key by key, into what has the focus. */
  async type(text, delay) {
    for (const value of text) {
      const actions = [{ type: "keyDown", value }, { type: "keyUp", value }, { type: "pause", duration: delay }];
      await this.send("input.performActions", { context: this.context, actions: [{ type: "key", id: "keys", actions }] });
    }
  }

  /** Kills it and all its processes, without a chance to put anything in order. */
  async kill() {
    const ended = new Promise((resolve) => { this.process.once("exit", resolve); });
    this.process.kill("SIGKILL");
    await ended;
  }
}

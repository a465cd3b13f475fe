// A reporter that leaves behind, in a file, which tests failed and which passed only at a second try, so that whoever
// ran the tests can say it in a few last lines.
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";

export default class Summary {
  #file;
  #suite;

  constructor({ file }) {
    this.#file = file;
  }

  onBegin(_config, suite) {
    this.#suite = suite;
  }

  onEnd() {
    const lines = this.#suite.allTests()
      .filter((test) => ["unexpected", "flaky"].includes(test.outcome()))
      .map((test) => `${test.outcome()} ${named(test)}\n`);
    mkdirSync(path.dirname(this.#file), { recursive: true });
    writeFileSync(this.#file, lines.join(""));
  }
}

/** The project, place and title of a test, and the first line of what went wrong. */
function named(test) {
  const [, project, , ...titles] = test.titlePath();
  const place = `${path.basename(test.location.file)}:${test.location.line}`;
  const wrong = test.results.find(({ error }) => error)?.error.message ?? "";
  return `[${project}] ${place} ${titles.join(" › ")}: ${wrong.replace(/\u001b\[\d*m/gu, "").split("\n")[0]}`;
}

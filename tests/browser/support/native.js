// The programs outside of the browser: `zhicheng`, Python's checkers, unzip.
import { spawnSync } from "node:child_process";
import path from "node:path";

/** Runs `zhicheng` with arguments; gives `{ status, stdout, stderr }`. */
export function zhicheng(...args) {
  const built = process.env.ZHICHENG ?? path.resolve("../../target/release/zhicheng");
  return run(built, args);
}

/** Runs Python with arguments. */
export function python3(...args) {
  return run(process.env.PYTHON ?? "python3", args);
}

/** Runs Python with something to read on standard input. */
export function python3Fed(input, ...args) {
  return run(process.env.PYTHON ?? "python3", args, { input });
}

/** Runs a Python module, such as `bagit`, from `tests/requirements.txt`. */
export function python(module, ...args) {
  return python3("-m", module, ...args);
}

/** Runs a Python script of the folder `tests`. */
export function script(name, ...args) {
  return run(process.env.PYTHON ?? "python3", [path.resolve("..", name), ...args]);
}

/** Runs a program of the system, such as `unzip`. */
export function run(program, args, more = {}) {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024, ...more });
  if (error) throw error;
  return { status, stdout, stderr };
}

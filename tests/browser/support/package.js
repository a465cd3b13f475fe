// A downloaded package, looked at by everything outside of the browser that can.
import { mkdirSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { TODAY, expect } from "./applicant.js";
import { python, run, zhicheng } from "./native.js";

/** Our command, unzip, and an independent validator of bags on the unpacked folder all accept it. Gives the folder. */
export function expectAccepted(file, folder) {
  expectSuccess(zhicheng("verify", "--today", TODAY, file), "zhicheng verify");
  expectSuccess(run("unzip", ["-t", file]), "unzip -t");
  mkdirSync(folder, { recursive: true });
  expectSuccess(python("zipfile", "-e", file, folder), "python -m zipfile -e");
  expectSuccess(python("bagit", "--validate", folder), "bagit --validate");
  return folder;
}

function expectSuccess({ status, stdout, stderr }, what) {
  expect(status, `${what}: ${stdout}${stderr}`).toBe(0);
}

/** A JSON file of an unpacked package's payload. */
export function payload(folder, name) {
  return JSON.parse(readFileSync(path.join(folder, "data", name), "utf8"));
}

/** The bytes of a file of evidence by its name, wherever it stands below `data/files/`. */
export function evidence(folder, name) {
  const root = path.join(folder, "data", "files");
  const holder = readdirSync(root).find((each) => readdirSync(path.join(root, each)).includes(name));
  expect(holder, `${name} below data/files`).toBeDefined();
  return readFileSync(path.join(root, holder, name));
}

// Evidence on the disk: many files that no two of are alike, one GiB together.
import { randomBytes } from "node:crypto";
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from "node:fs";
import path from "node:path";

export const FILES = 40;
export const BYTES = Number(process.env.BYTES ?? 2 ** 30);

/** Makes the files in a folder; gives their paths. */
export function make(folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const noise = randomBytes(1 << 20);
  return Array.from({ length: FILES }, (_, index) => {
    const file = path.join(folder, `证明材料（第 ${index + 1} 份）.pdf`);
    const out = openSync(file, "w");
    const end = Buffer.from(`\n% ${index}\n%%EOF\n`);
    let left = writeSync(out, Buffer.from(`%PDF-1.4\n% ${index}\n`));
    left = Math.floor(BYTES / FILES) + (index < BYTES % FILES ? 1 : 0) - left - end.length;
    for (; left > 0; left -= noise.length) writeSync(out, noise, 0, Math.min(left, noise.length));
    writeSync(out, end);
    closeSync(out);
    return file;
  });
}

// What is dropped: packages made by the command, each of somebody else with evidence of its own, and a long roster.
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { senior } from "../../browser/support/dossiers.js";

const STATEMENTS = ["true_accurate_complete", "own_achievements", "consequences", "display_in_unit", "display_on_sites"];
const DAY = "2026-11-20";
const SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗";

/** Makes `count` packages of half a MiB to one, and `large` of twenty; those that are there already are left. */
export function packages(folder, command, count, large) {
  mkdirSync(folder, { recursive: true });
  return Array.from({ length: count }, (_, index) => {
    const path = join(folder, `${String(index).padStart(4, "0")}.zip`);
    if (!existsSync(path)) seal(folder, command, path, index, index < large ? 20 << 20 : (512 << 10) + (index % 8) * (64 << 10));
    return path;
  });
}

/** A roster with so many rows, every fifth with an answer missing. */
export function roster(folder, rows) {
  mkdirSync(folder, { recursive: true });
  const lines = ["编号,姓名,性别,出生日期,申报级别,专业类别,工作单位全称,in_post,填写"];
  for (let at = 1; at <= rows; at += 1) {
    const level = at % 3 ? "高级工程师" : "正高级工程师";
    const made = "+degrees level=bachelor mode=full_time date=2008-06-30; +titles level=engineer how=review appointed=2015-01-01; "
      + `+achievements kind=award title=第${at}号成果 date=2025-01-01 grade=municipal class=1 rank=1`;
    lines.push(`${at},${SURNAMES[at % 20]}${SURNAMES[(at * 7) % 20]}${at},男,19${70 + (at % 25)}-05-01,${level},安全科学应用,第${at % 40}单位,${at % 5 ? "是" : ""},${made}`);
  }
  const path = join(folder, `${rows}.csv`);
  writeFileSync(path, lines.join("\n"));
  return path;
}

function seal(folder, command, path, index, size) {
  const dossier = senior();
  const name = `${SURNAMES[index % 20]}${SURNAMES[Math.floor(index / 20) % 20]}${index}`;
  Object.assign(dossier.profile, { name, birth_date: `19${70 + (index % 25)}-02-28`, front_line_years: index % 30, sex: index % 2 ? "male" : "female" });
  delete dossier.profile.id_number;
  Object.assign(dossier.profile, { id_number: resident(dossier.profile, index) });
  for (const achievement of dossier.achievements) achievement.title += `，第 ${index} 号`;
  dossier.achievements[0].evidence = ["证明.pdf"];
  const evidence = join(folder, "files", "a1");
  mkdirSync(evidence, { recursive: true });
  writeFileSync(join(evidence, "证明.pdf"), noise(size, index));
  const input = join(folder, "input.json");
  writeFileSync(input, JSON.stringify(dossier));
  const said = STATEMENTS.flatMap((id) => ["--pledge-statement", id]);
  const asked = ["--today", DAY, "--files", join(folder, "files"), "--pledge-name", name, "--pledge-date", DAY, ...said];
  execFileSync(command, ["seal", ...asked, "-o", path, input], { stdio: ["ignore", "ignore", "inherit"] });
}

/** A made-up identity number (GB 11643-1999) that fits birth date and sex. */
function resident({ birth_date: born, sex }, index) {
  const order = (index * 2) % 1000 + (sex === "male" ? 1 : 0);
  const digits = `330106${born.replaceAll("-", "")}${String(order).padStart(3, "0")}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return digits + "10X98765432"[sum % 11];
}

/** Bytes that do not compress, the same at each run. */
function noise(size, seed) {
  const bytes = Buffer.alloc(size);
  bytes.write("%PDF-1.7\n");
  let block = createHash("sha256").update(String(seed)).digest();
  for (let at = 16; at < size; at += 32) {
    if (at % 4096 === 16) block = createHash("sha256").update(block).digest();
    block.copy(bytes, at);
  }
  return bytes;
}

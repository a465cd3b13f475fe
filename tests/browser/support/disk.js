// Looks for marks in every byte of a folder, in UTF-8 and UTF-16, and in what is packed there as far as the format is
// known: LevelDB's logs (in fragments) and tables (Snappy), values of IndexedDB (Snappy), gzip, entries of zips, SQLite's
// rows, and what Firefox keeps of sessions (LZ4).
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { constants, gunzipSync, inflateRawSync } from "node:zlib";
import { script } from "./native.js";

const SQLITE = Buffer.from("SQLite format 3\0");
const MOZILLA = Buffer.from("mozLz40\0");
const TABLE = Buffer.from("57fb808b247547db", "hex");
const FRAME = 32768;

/** Where each mark is found: `{ mark: [file…] }`, a file being followed by how it was read. */
export function search(folder, marks) {
  const found = Object.fromEntries(marks.map((mark) => [mark, []]));
  const wanted = marks.map((mark) => [mark, [Buffer.from(mark, "utf8"), Buffer.from(mark, "utf16le")]]);
  for (const file of below(folder)) {
    const name = path.relative(folder, file);
    const bytes = contents(file);
    for (const mark of marks) if (name.includes(mark)) found[mark].push(`${name} (name)`);
    for (const [how, view] of [...views(bytes), ...rows(file, bytes)]) {
      for (const [mark, encoded] of wanted) {
        if (encoded.some((each) => view.includes(each))) found[mark].push(`${name} (${how})`);
      }
    }
  }
  return found;
}

/** What stands in the tables of a SQLite database, as Firefox keeps them: each value as it is, and unpacked. */
function rows(file, bytes) {
  if (!bytes.subarray(0, SQLITE.length).equals(SQLITE)) return [];
  const { status, stdout, stderr } = script("sqlite_values.py", file);
  if (status !== 0) throw new Error(`${file}: ${stderr}`);
  const values = stdout.split("\n").map((line) => Buffer.from(line, "base64"));
  return values.flatMap((value) => [["row", value], ["packed row", unsnappied(value)]]);
}

function below(folder) {
  const paths = unlessGone(() => readdirSync(folder, { withFileTypes: true }), []);
  return paths.flatMap((entry) => {
    const whole = path.join(folder, entry.name);
    if (entry.isDirectory()) return below(whole);
    return entry.isFile() ? [whole] : [];
  });
}

function contents(file) {
  return unlessGone(() => readFileSync(file), Buffer.alloc(0));
}

/** A running browser takes files away while they are looked at: what is gone holds nothing. */
function unlessGone(read, nothing) {
  try {
    return read();
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
    return nothing;
  }
}

/** The bytes as they are, and all that can be unpacked from them, each with how. */
export function views(bytes) {
  const all = [["plain", bytes], ["log", joinedLog(bytes)]];
  if (bytes.subarray(-8).equals(TABLE)) all.push(["table", Buffer.concat(blocks(bytes))]);
  if (bytes.subarray(0, MOZILLA.length).equals(MOZILLA)) all.push(["lz4", unlz4(bytes.subarray(MOZILLA.length))]);
  for (const [, view] of [...all]) {
    for (const at of places(view, "ff1102")) all.push(["value", unsnappied(view.subarray(at + 3))]);
    for (const at of places(view, "1f8b08")) all.push(["gzip", attempt(() => gunzipSync(view.subarray(at), LENIENT))]);
    for (const at of places(view, "504b0304")) {
      if (at + 30 > view.length || view.readUInt16LE(at + 8) !== 8) continue;
      const start = at + 30 + view.readUInt16LE(at + 26) + view.readUInt16LE(at + 28);
      all.push(["zip", attempt(() => inflateRawSync(view.subarray(start), LENIENT))]);
    }
  }
  return all;
}

const LENIENT = { finishFlush: constants.Z_SYNC_FLUSH };

function attempt(work) {
  try {
    return work();
  } catch {
    return Buffer.alloc(0);
  }
}

function places(bytes, hex) {
  const mark = Buffer.from(hex, "hex");
  const found = [];
  for (let at = bytes.indexOf(mark); at >= 0; at = bytes.indexOf(mark, at + 1)) found.push(at);
  return found;
}

/** LevelDB, `log_format.md`: frames of 32 KiB, in them fragments of checksum (4), length (2), kind (1), data. */
function joinedLog(bytes) {
  const parts = [];
  for (let frame = 0; frame < bytes.length; frame += FRAME) {
    const end = Math.min(frame + FRAME, bytes.length);
    for (let at = frame; at + 7 <= end;) {
      const length = bytes.readUInt16LE(at + 4);
      const kind = bytes[at + 6];
      if (kind < 1 || kind > 4 || at + 7 + length > end) break;
      parts.push(bytes.subarray(at + 7, at + 7 + length));
      at += 7 + length;
    }
  }
  return Buffer.concat(parts);
}

/** LevelDB, `table_format.md`: the footer names the index, the index names the blocks. */
function blocks(table) {
  const footer = reader(table.subarray(-48));
  const metaindex = [footer.number(), footer.number()];
  const index = block(table, footer.number(), footer.number());
  const handles = [metaindex];
  const entries = reader(index);
  // The block ends with the places of its restarts and their number.
  const end = index.length - 4 - 4 * index.readUInt32LE(index.length - 4);
  while (entries.at() < end) {
    const [, rest, length] = [entries.number(), entries.number(), entries.number()];
    const value = reader(index.subarray(entries.at() + rest));
    handles.push([value.number(), value.number()]);
    entries.skip(rest + length);
  }
  return handles.map(([offset, size]) => block(table, offset, size));
}

/** A block: its bytes, one that says how they are packed (1 is Snappy), a checksum. */
function block(table, offset, size) {
  const bytes = table.subarray(offset, offset + size);
  return table[offset + size] === 1 ? unsnappied(bytes) : bytes;
}

function reader(bytes) {
  let place = 0;
  return {
    at: () => place,
    skip: (count) => { place += count; },
    /** Seven bits a byte, the low ones first. */
    number() {
      for (let value = 0, weight = 1; place < bytes.length; weight *= 128) {
        const byte = bytes[place++];
        value += (byte & 127) * weight;
        if (byte < 128) return value;
      }
      return 0;
    },
  };
}

/** Snappy, `format_description.txt`: literals, and copies of what was written before. As far as it goes. */
export function unsnappied(bytes) {
  const start = reader(bytes);
  const size = start.number();
  if (size > 1 << 26) return Buffer.alloc(0);
  const out = Buffer.alloc(size);
  let [at, done] = [start.at(), 0];
  while (at < bytes.length && done < size) {
    const tag = bytes[at++];
    const kind = tag & 3;
    let length = (tag >> 2) + 1;
    if (kind === 0) {
      const more = Math.max(length - 60, 0);
      if (at + more > bytes.length) break;
      if (more) length = bytes.readUIntLE(at, more) + 1;
      at += more;
      bytes.copy(out, done, at, at + length);
      at += length;
      done += length;
      continue;
    }
    const width = [0, 1, 2, 4][kind];
    if (at + width > bytes.length) break;
    let offset = bytes.readUIntLE(at, width);
    at += width;
    if (kind === 1) {
      offset += (tag >> 5) << 8;
      length = ((tag >> 2) & 7) + 4;
    }
    if (offset === 0 || offset > done) break;
    for (const end = Math.min(done + length, size); done < end; done++) out[done] = out[done - offset];
  }
  return out.subarray(0, Math.min(done, size));
}

/** LZ4, `lz4_Block_format.md`, behind its length in four bytes, as Firefox packs what it keeps of sessions. As far as it goes. */
export function unlz4(bytes) {
  const size = bytes.length < 4 ? 0 : bytes.readUInt32LE(0);
  if (size > 1 << 26) return Buffer.alloc(0);
  const out = Buffer.alloc(size);
  let [at, done] = [4, 0];
  const length = (start) => {
    let all = start;
    for (let more = start === 15 ? 255 : 0; more === 255 && at < bytes.length;) all += more = bytes[at++];
    return all;
  };
  while (at < bytes.length && done < size) {
    const token = bytes[at++];
    const literals = length(token >> 4);
    bytes.copy(out, done, at, at + literals);
    at += literals;
    done += literals;
    if (at + 2 > bytes.length) break;
    const offset = bytes.readUInt16LE(at);
    at += 2;
    if (offset === 0 || offset > done) break;
    for (const end = Math.min(done + length(token & 15) + 4, size); done < end; done++) out[done] = out[done - offset];
  }
  return out.subarray(0, Math.min(done, size));
}

// Writers of zips, each in a page of its own: they get the files of `#files` and give the bytes they made to nobody.
//
// None compresses, as evidence is compressed already. What they do beside reading is CRC-32; ours does SHA-256 too.
import { readFileSync } from "node:fs";

const library = (path) => readFileSync(new URL(`./node_modules/${path}`, import.meta.url), "utf8");

/** Runs in the page: makes a global of a library's source, which may be a script or a module. */
async function load({ name, source, module }) {
  if (!module) return void (0, eval)(source);
  const address = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  globalThis[name] = await import(address);
}

/** What each does in the page: bytes made of bytes given. */
const CONTENDERS = [
  {
    name: "one SHA-256 pass, crypto.subtle",
    run: async (files) => {
      let size = 0;
      for (const file of files) {
        await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
        size += file.size;
      }
      return size;
    },
  },
  {
    name: "fflate",
    library: { name: "fflate", source: library("fflate/umd/index.js") },
    run: (files) =>
      new Promise((resolve, reject) => {
        let size = 0;
        const zip = new fflate.Zip((error, bytes, last) => {
          if (error) reject(error);
          size += bytes?.length ?? 0;
          if (last) resolve(size);
        });
        const all = async () => {
          for (const file of files) {
            const entry = new fflate.ZipPassThrough(file.name);
            zip.add(entry);
            const reader = file.stream().getReader();
            for (;;) {
              const { done, value } = await reader.read();
              if (done) break;
              entry.push(value);
            }
            entry.push(new Uint8Array(0), true);
          }
          zip.end();
        };
        all().catch(reject);
      }),
  },
  {
    name: "client-zip",
    library: { name: "clientZip", source: library("client-zip/index.js"), module: true },
    run: async (files) => {
      let size = 0;
      const reader = clientZip.makeZip(files).getReader();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return size;
        size += value.length;
      }
    },
  },
  {
    name: "zip.js",
    library: { name: "zip", source: library("@zip.js/zip.js/dist/zip.min.js") },
    run: async (files) => {
      let size = 0;
      const sink = new WritableStream({ write: (bytes) => void (size += bytes.length) });
      const writer = new zip.ZipWriter(sink, { level: 0 });
      for (const file of files) await writer.add(file.name, new zip.BlobReader(file));
      await writer.close();
      return size;
    },
  },
  {
    name: "JSZip",
    library: { name: "JSZip", source: library("jszip/dist/jszip.min.js") },
    run: (files) =>
      new Promise((resolve, reject) => {
        let size = 0;
        const zip = new JSZip();
        for (const file of files) zip.file(file.name, file);
        const stream = zip.generateInternalStream({ type: "uint8array", compression: "STORE", streamFiles: true });
        stream.on("data", (bytes) => void (size += bytes.length));
        stream.on("error", reject);
        stream.on("end", () => resolve(size));
        stream.resume();
      }),
  },
];

/** The contenders: `prepare(page)`, then `run(page)`, which gives seconds. */
export const contenders = CONTENDERS.map((contender) => ({
  name: contender.name,
  prepare: async (page) => {
    if (contender.library) await page.evaluate(load, contender.library);
  },
  run: (page) =>
    page.evaluate(async (source) => {
      const run = (0, eval)(`(${source})`);
      const files = [...document.querySelector("#files").files];
      const given = files.reduce((sum, file) => sum + file.size, 0);
      const start = performance.now();
      const made = await run(files);
      if (made < given) throw new Error(`${made} bytes of ${given}`);
      return (performance.now() - start) / 1000;
    }, contender.run.toString()),
}));

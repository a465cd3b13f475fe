// Starts the one-file edition: everything is in the page, packed, and nothing is ever fetched.
//
// Whoever makes a kiosk of it has the settings written into the data block `settings` near the top of the page, with
// `cargo xtask kiosk`; a text editor may change the packed bytes, which is noticed here.
//
// What is packed is in three data blocks, which no browser runs: the module that unpacks the others (`src/unpack`); the
// first screen, its script `first.js`, and what of the style sheets it needs; and the module that is application and
// worker, the other style sheets, the glue, the other scripts, and what starts a worker. Each is taken as soon as the
// browser has read it, so that the first screen is there before the last and largest one is.

(() => {
  const FAILURES = {
    browser: "这个浏览器太旧，不能运行“职称自评”。请换用新版的 Chrome、Edge、Firefox 或 Safari 浏览器打开这个文件。",
    damaged: "这个文件不完整或被改动过，程序没有运行。请重新拷贝一份再打开；不要用文本编辑器修改它。",
    start: "程序没有能够启动。请关掉后重新打开这个文件；如果仍然这样，请重新拷贝一份。",
  };
  // Unpacking goes in pieces of so many milliseconds, so that the page answers in between; the module is asked for so many
  // symbols at once. When it takes longer than `PATIENCE`, how far it is stands behind the words of `#boot`.
  const SLICE = 12, SYMBOLS = 2000, PATIENCE = 500;
  const MORE = 0, DONE = 1;

  class Damaged extends Error {}

  /** A data block, once the browser has read it to its end. */
  function block(id) {
    return new Promise((resolve, reject) => {
      const look = () => {
        const found = document.getElementById(id);
        if (document.readyState === "loading" && !found?.nextSibling) return;
        observer.disconnect();
        if (found) resolve(found);
        else reject(new Damaged("a block is missing"));
      };
      const observer = new MutationObserver(look);
      observer.observe(document, { subtree: true, childList: true });
      addEventListener("DOMContentLoaded", look, { once: true });
      look();
    });
  }

  function explain(key, cause) {
    delete document.documentElement.dataset.first;
    document.documentElement.dataset.failed = key;
    const place = document.getElementById("boot") ?? document.getElementById("app");
    delete place.dataset.part;
    place.setAttribute("role", "alert");
    place.textContent = FAILURES[key];
    console.error(cause);
  }

  /** The bytes of a data block, which the page has read as windows-1252. The block is taken out of the page. */
  function bytesOf(block) {
    const letters = new TextDecoder("windows-1252").decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
    const byteOf = new Uint8Array(0x2200);
    for (let byte = 0; byte < 256; byte += 1) byteOf[letters.charCodeAt(byte)] = byte;
    const text = block.textContent, sum = Number(block.dataset.sum);
    block.remove();
    const bytes = new Uint8Array(text.length);
    let length = 0;
    for (let at = 0; at < text.length; at += 1, length += 1) {
      const letter = text.charCodeAt(at);
      bytes[length] = letter === 0x3d ? byteOf[text.charCodeAt(at += 1)] ^ 0x40 : byteOf[letter];
    }
    const found = bytes.subarray(0, length);
    if (sumOf(found) !== sum) throw new Damaged("the bytes are not those of the build");
    return found;
  }

  /** The sum of bytes, as the build has reckoned it: FNV-1a. */
  function sumOf(bytes) {
    let sum = 0x811c9dc5;
    for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193);
    return sum >>> 0;
  }

  /** What a block holds: its parts in the order of the build, as bytes. Without anyone to tell, it goes in one piece. */
  async function parts(reader, block, tell) {
    const sizes = block.dataset.sizes.split(" ").map(Number), size = sizes.reduce((all, each) => all + each, 0);
    const packed = bytesOf(block);
    const { exports } = await WebAssembly.instantiate(reader, { "./unpack_bg.js": { __wbindgen_init_externref_table() {} } });
    const place = exports.input(packed.length);
    new Uint8Array(exports.memory.buffer).set(packed, place);
    if (!exports.begin(size)) throw new Damaged("the packed bytes are not those of the build");
    await unpack(exports, tell && (() => tell(exports.length() / size)));
    let from = exports.output();
    return sizes.map((each) => new Uint8Array(exports.memory.buffer, from, (from += each, each)));
  }

  async function unpack(exports, tell) {
    for (;;) {
      const until = tell ? performance.now() + SLICE : Infinity;
      let progress = MORE;
      while (progress === MORE && performance.now() < until) progress = exports.read(SYMBOLS);
      if (progress === DONE) return;
      if (progress !== MORE) throw new Damaged("the packed bytes are not those of the build");
      tell();
      await turn();
    }
  }

  /** The next moment in which the browser has done what waits for it. Timers would make it wait for longer. */
  const turn = () => new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(undefined);
  });

  /** Tells how far it is, when that takes long. */
  function teller() {
    const from = performance.now(), boot = document.getElementById("boot");
    return (part) => {
      if (performance.now() - from > PATIENCE) boot.dataset.part = `${Math.floor(100 * part)}%`;
    };
  }

  const text = (bytes) => new TextDecoder().decode(bytes);

  /** Settings that cannot be read were meant to say something: a kiosk on the safe side. */
  function settings() {
    try {
      return Object(JSON.parse(document.getElementById("settings").textContent));
    } catch {
      return { kiosk: true };
    }
  }

  /** The policy names the digest of each text that may be added. */
  function add(tag, text) {
    document.head.append(Object.assign(document.createElement(tag), { textContent: text }));
  }

  /** Compiles a module; none when this browser cannot. */
  async function compiled(bytes) {
    try {
      return await WebAssembly.compile(bytes);
    } catch (cause) {
      explain("browser", cause);
    }
  }

  async function start() {
    const file = settings();
    const isKiosk = file.kiosk || new URLSearchParams(location.search).has("kiosk");
    const unpacking = await compiled(bytesOf(await block("reader")));
    if (!unpacking) return;
    const front = await block("front"), { year } = front.dataset;
    const [script, style, screen] = (await parts(unpacking, front)).map(text);
    add("script", script);
    add("style", style);
    document.getElementById("boot").insertAdjacentHTML("afterend", screen);
    if (!isKiosk) zhichengFirst.decide(year);
    // That is painted, and the person can press what it shows, before it is busy.
    await zhichengFirst.painted();
    await turn();
    const [bytes, ...texts] = await parts(unpacking, await block("packed"), teller());
    const [otherStyle, glue, otherScript, starter] = texts.map(text);
    add("style", otherStyle);
    add("script", glue);
    add("script", otherScript);
    if (isKiosk) zhichengKiosk.start(file);
    const module = await compiled(bytes);
    if (!module) return;
    const address = URL.createObjectURL(new Blob([glue, "\n", starter], { type: "text/javascript" }));
    window.zhichengWorker = Promise.resolve({ module, script: address });
    await wasm_bindgen({ module_or_path: module });
  }

  start().catch((cause) => explain(cause instanceof Damaged ? "damaged" : "start", cause));
})();

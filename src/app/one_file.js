// Starts the one-file edition: everything is in the page, packed, and nothing is ever fetched.
//
// Whoever makes a kiosk of it has the settings written into the data block `settings` near the top of the page, with
// `cargo xtask kiosk`; a text editor may change the packed bytes, which is noticed here.
//
// `cargo xtask build` puts `one_file/unpack.js` and `first.js` before this text. What is packed is in two data blocks,
// which no browser runs: the style sheet and the first screen in one; the module that is application and worker, its
// glue, the scripts, and what starts a worker in the other.

(() => {
  const FAILURES = {
    browser: "这个浏览器太旧，不能运行“职称自评”。请换用新版的 Chrome、Edge、Firefox 或 Safari 浏览器打开这个文件。",
    damaged: "这个文件不完整或被改动过，程序没有运行。请重新拷贝一份再打开；不要用文本编辑器修改它。",
    start: "程序没有能够启动。请关掉后重新打开这个文件；如果仍然这样，请重新拷贝一份。",
  };

  function explain(key, cause) {
    delete document.documentElement.dataset.first;
    document.documentElement.dataset.failed = key;
    const place = document.getElementById("boot") ?? document.getElementById("app");
    place.setAttribute("role", "alert");
    place.textContent = FAILURES[key];
    console.error(cause);
  }

  /** The bytes of the data block, which the page has read as windows-1252. The block is taken out of the page. */
  function packedBytes(block) {
    const letters = new TextDecoder("windows-1252").decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
    const byteOf = new Uint8Array(0x2200);
    for (let byte = 0; byte < 256; byte += 1) byteOf[letters.charCodeAt(byte)] = byte;
    const text = block.textContent;
    block.remove();
    const bytes = new Uint8Array(text.length);
    let length = 0;
    for (let at = 0; at < text.length; at += 1, length += 1) {
      const letter = text.charCodeAt(at);
      bytes[length] = letter === 0x3d ? byteOf[text.charCodeAt(at += 1)] ^ 0x40 : byteOf[letter];
    }
    return bytes.subarray(0, length);
  }

  /** The sum of the packed bytes, as the build has reckoned it: FNV-1a. */
  function sumOf(bytes) {
    let sum = 0x811c9dc5;
    for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193);
    return sum >>> 0;
  }

  /** The parts of a block in the order of the build, as bytes; none when it is damaged. */
  function parts(block) {
    const sizes = block.dataset.sizes.split(" ").map(Number), sum = Number(block.dataset.sum);
    const packed = packedBytes(block);
    const whole = sumOf(packed) === sum && unpacked(packed, sizes.reduce((all, size) => all + size, 0));
    if (!whole) return undefined;
    let from = 0;
    return sizes.map((size) => whole.subarray(from, from += size));
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

  async function start() {
    const file = settings();
    const isKiosk = file.kiosk || new URLSearchParams(location.search).has("kiosk");
    const front = document.getElementById("front"), { year } = front.dataset;
    const painted = parts(front);
    if (!painted) return explain("damaged", "the packed bytes are not those of the build");
    const [style, screen] = painted.map(text);
    add("style", style);
    document.getElementById("boot").insertAdjacentHTML("afterend", screen);
    if (!isKiosk) zhichengFirst.decide(year);
    if (typeof WebAssembly !== "object") return explain("browser", "no WebAssembly");
    // That is painted before it is busy.
    await zhichengFirst.painted();
    const found = parts(document.getElementById("packed"));
    if (!found) return explain("damaged", "the packed bytes are not those of the build");
    const [bytes, ...texts] = found;
    const [glue, script, starter] = texts.map(text);
    add("script", glue);
    add("script", script);
    if (isKiosk) zhichengKiosk.start(file);
    let module;
    try {
      module = await WebAssembly.compile(bytes);
    } catch (cause) {
      return explain("browser", cause);
    }
    const address = URL.createObjectURL(new Blob([glue, "\n", starter], { type: "text/javascript" }));
    window.zhichengWorker = Promise.resolve({ module, script: address });
    return wasm_bindgen({ module_or_path: module }).catch((cause) => explain("start", cause));
  }

  addEventListener("DOMContentLoaded", () => start().catch((cause) => explain("start", cause)), { once: true });
})();

// Starts the one-file edition: everything is in the page, compressed, and nothing is ever fetched.
//
// Whoever makes a kiosk of it writes the settings into the data block `settings` near the top of the page.
//
// `cargo xtask build` puts the glue of the application (the function `wasm_bindgen`) before this text. The modules and
// the worker's script are in data blocks of the page, which no browser runs.

(() => {
  const FAILURES = {
    browser: "这个浏览器太旧，不能运行“职称自评”。请换用新版的 Chrome、Edge、Firefox 或 Safari 浏览器打开这个文件。",
    damaged: "这个文件不完整，程序没有运行。请重新拷贝一份再打开。",
    start: "程序没有能够启动。请关掉后重新打开这个文件；如果仍然这样，请重新拷贝一份。",
  };

  function explain(key, cause) {
    document.documentElement.dataset.failed = key;
    const place = document.getElementById("boot") ?? document.getElementById("app");
    place.setAttribute("role", "alert");
    place.textContent = FAILURES[key];
    console.error(cause);
  }

  /** The bytes of a data block: gzip (RFC 1952) in base64. The block is taken out of the page. */
  async function bytes(id) {
    const block = document.getElementById(id);
    const packed = Uint8Array.from(atob(block.textContent), (letter) => letter.charCodeAt(0));
    block.remove();
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"));
    return new Response(stream).arrayBuffer();
  }

  /** Settings that cannot be read were meant to say something: a kiosk on the safe side. */
  function settings() {
    try {
      return Object(JSON.parse(document.getElementById("settings").textContent));
    } catch {
      return { kiosk: true };
    }
  }

  async function worker() {
    const [script, wasm] = await Promise.all([bytes("worker-script"), bytes("worker-wasm")]);
    const module = await WebAssembly.compile(wasm);
    return { module, script: URL.createObjectURL(new Blob([script], { type: "text/javascript" })) };
  }

  async function start() {
    if (typeof WebAssembly !== "object" || typeof DecompressionStream !== "function") {
      return explain("browser", "no WebAssembly or no DecompressionStream");
    }
    const file = settings();
    if (file.kiosk || new URLSearchParams(location.search).has("kiosk")) zhichengKiosk.start(file);
    let module;
    try {
      module = await WebAssembly.compile(await bytes("app-wasm"));
    } catch (cause) {
      return explain("damaged", cause);
    }
    window.zhichengWorker = worker();
    window.zhichengWorker.catch(console.error);
    return wasm_bindgen({ module_or_path: module }).catch((cause) => explain("start", cause));
  }

  addEventListener("DOMContentLoaded", start, { once: true });
})();

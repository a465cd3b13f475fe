// Starts the application: fetches it, checks its bytes, forbids all further requests, and only then runs it.
//
// 1. The first part of the application's module and its glue are fetched and checked; in kiosk mode what that needs, too.
//    Where the page has a first screen (`first.js`), that is painted before.
// 2. The second part, the worker's module and its script are asked for: these three requests are the last ones. They are
//    not waited for, so the first screen is there as soon as it can be.
// 3. The second policy forbids every further request. What was asked for before still arrives.
// 4. The application runs.
// 5. When the second part is there, checked and compiled, and what the first one draws is painted, the application finds
//    it at `window.zhichengBehind`.
// 6. When the worker's parts are, it finds those at `window.zhichengWorker`. A worker is started from them without a
//    request: its script from a Blob, its module by a message.
// 7. When it rests, the release is kept for use without a network. Whoever comes again has the parts from there.
//
// At the address `#/office` the employers' application runs in its place. Its one module is page and worker both: it is
// fetched with its script, and found at `window.zhichengOfficeWorker`. Whoever goes from one to the other loads the page
// anew, since no request is allowed any more.

// Content policies add up, so this one narrows that of the page. No code of the application runs before it holds.
// It lets WebAssembly be compiled from bytes at hand, and lets the application's own worker be started from a Blob.
// Service worker and manifest of an installed page are the browser's to load, from this host alone.
const SEALED = "default-src 'none'; script-src 'wasm-unsafe-eval'; img-src data: blob:; worker-src 'self' blob:; manifest-src 'self'; form-action 'none'";

// What a person reads when it cannot start; `document.documentElement.dataset.failed` has the key.
const FAILURES = {
  browser: "这个浏览器太旧，不能运行“职称自评”。请换用新版的 Chrome、Edge、Firefox 或 Safari 浏览器。",
  network: "没有取到程序文件。请检查网络后刷新本页。您已保存的草稿仍在本机。",
  integrity: "取到的程序文件不完整或被改动过，已停止运行。请刷新本页；如果仍然这样，请告诉网站管理员。",
  start: "程序没有能够启动。请刷新本页；如果仍然这样，请告诉网站管理员。您已保存的草稿仍在本机。",
};

class Failure extends Error {
  constructor(key, cause) {
    super(`${key}: ${cause}`);
    this.key = key;
  }
}

// Whether this is a kiosk; if so, all that makes it one holds before the application runs, or it does not run.
async function kioskMode() {
  const file = await kioskFile();
  if (!file.kiosk && !new URLSearchParams(location.search).has("kiosk")) return false;
  // The first screen, which is for others, is no longer shown while the rest arrives.
  document.documentElement.dataset.kiosk = "true";
  const { script, scriptIntegrity, style, styleIntegrity } = document.querySelector('meta[name="kiosk"]').dataset;
  await Promise.all([
    added("link", { rel: "stylesheet", href: style, integrity: styleIntegrity }),
    added("script", { src: script, integrity: scriptIntegrity }),
  ]);
  zhichengKiosk.start(file);
  return true;
}

// What a department says in `kiosk.json`. One that cannot be read was meant to say something: a kiosk on the safe side.
async function kioskFile() {
  const asked = fetch(new URL("kiosk.json", document.baseURI), { cache: "no-cache", credentials: "same-origin" });
  const response = await asked.catch(() => undefined);
  if (!response?.ok) return {};
  const said = await response.json().catch(() => undefined);
  return said && typeof said === "object" ? said : { kiosk: true };
}

function added(tag, attributes) {
  return new Promise((resolve, reject) => {
    const element = Object.assign(document.createElement(tag), attributes);
    element.addEventListener("load", resolve);
    element.addEventListener("error", () => reject(new Failure("integrity", attributes.src ?? attributes.href)));
    document.head.append(element);
  });
}

const isOffice = () => location.hash.startsWith("#/office");

async function start(kiosk) {
  if (typeof WebAssembly !== "object" || typeof WebAssembly.compile !== "function") {
    throw new Failure("browser", "no WebAssembly");
  }
  const office = isOffice();
  addEventListener("hashchange", () => { if (isOffice() !== office) location.reload(); });
  return office ? startOffice(kiosk) : startApplication(kiosk);
}

async function startOffice(kiosk) {
  const { script, scriptIntegrity, wasm, wasmIntegrity } = document.querySelector('meta[name="office"]').dataset;
  const asked = [bytes(script, scriptIntegrity, refuse), bytes(wasm, wasmIntegrity, refuse).then(compiled)];
  const [[text, module]] = await Promise.all([Promise.all(asked), kiosk]);
  // The page runs it as a script of this host, a worker from a Blob.
  await added("script", { src: script, integrity: scriptIntegrity });
  const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  window.zhichengOfficeWorker = Promise.resolve({ module, script: address });
  seal();
  await zhichengOffice({ module_or_path: module });
}

async function startApplication(kiosk) {
  // The storage opens while the rest arrives.
  kiosk.then((is) => is || zhichengKeep.open(), () => undefined);
  // The first screen needs the line and the processor before the module does.
  if (document.documentElement.dataset.first !== undefined) await zhichengFirst.painted();
  const { glue, glueIntegrity, wasm, wasmIntegrity } = document.querySelector('meta[name="app"]').dataset;
  const asked = bytes(wasm, wasmIntegrity, refuse).then(compiled);
  // What is kept is at hand at once; and a service worker's answers are checked against the policy when they come.
  const early = isKept() && laterParts();
  const [module, application] = await Promise.all([asked, imported(glue, glueIntegrity), kiosk]);
  const [behind, script] = early || laterParts();
  if (early) await Promise.allSettled([behind, script]);
  // Without the one there is no verdict, without the other no sealing: the application says so where they are needed.
  window.zhichengBehind = behind.then(compiled).then(onceDrawn);
  window.zhichengWorker = worker(script);
  window.zhichengBehind.catch(console.error);
  window.zhichengWorker.catch(console.error);
  seal();
  await application.default({ module_or_path: module });
}

// The second part, and the worker's script and module: all requests are made at once, and none may follow, not even to
// learn why one failed.
function laterParts() {
  const { behind, behindIntegrity } = document.querySelector('meta[name="app"]').dataset;
  const { script, scriptIntegrity, wasm, wasmIntegrity } = document.querySelector('meta[name="worker"]').dataset;
  const asked = (part, name, integrity, priority) => {
    const refused = (_, cause) => Promise.reject(new Failure(part, cause));
    return bytes(name, integrity, refused, priority);
  };
  const later = [
    asked("behind", behind, behindIntegrity),
    Promise.all([asked("worker", script, scriptIntegrity, "low"), asked("worker", wasm, wasmIntegrity, "low")]),
  ];
  // Each is looked at when it is needed.
  for (const part of later) part.catch(() => undefined);
  return later;
}

async function worker(asked) {
  const [text, wasm] = await asked;
  await atRest();
  return { module: await compiled(wasm), script: URL.createObjectURL(new Blob([text], { type: "text/javascript" })) };
}

// Once the application stands and has nothing else to do: compiling would take the processor away from it.
async function atRest() {
  await standing();
  await new Promise((resolve) => (window.requestIdleCallback ?? setTimeout)(resolve));
}

// The second part takes the processor for longer than a frame: what the first one draws is painted before.
async function onceDrawn(module) {
  await standing();
  await zhichengFirst.painted();
  return module;
}

// When the application stands, or cannot.
async function standing() {
  const root = document.documentElement;
  await new Promise((resolve) => {
    const look = () => (root.dataset.ready === "true" || root.dataset.failed) && (resolve(), true);
    const observer = new MutationObserver(() => look() && observer.disconnect());
    if (!look()) observer.observe(root, { attributes: true, attributeFilter: ["data-ready", "data-failed"] });
  });
}

// Whether a service worker keeps a release for this page.
function isKept() {
  return Boolean(navigator.serviceWorker?.controller);
}

async function bytes(name, integrity, refused, priority = "auto") {
  const address = new URL(name, document.baseURI);
  const kept = isKept() && (await keptBytes(address, integrity));
  if (kept) return kept;
  return fetch(address, { integrity, priority, credentials: "same-origin" }).then(
    (response) => (response.ok ? response.arrayBuffer() : Promise.reject(new Failure("network", response.status))),
    (cause) => refused(address, cause),
  );
}

// What the service worker keeps, looked up without it, which is three times as quick; only if the bytes are the right
// ones. If not, the worker is asked, and mends what it keeps.
async function keptBytes(address, integrity) {
  try {
    const kept = await (await caches.match(address))?.arrayBuffer();
    const digest = kept && new Uint8Array(await crypto.subtle.digest("SHA-384", kept));
    return digest && `sha384-${btoa(String.fromCharCode(...digest))}` === integrity ? kept : undefined;
  } catch {
    return undefined;
  }
}

async function compiled(bytes) {
  return WebAssembly.compile(bytes).catch((cause) => Promise.reject(new Failure("browser", cause)));
}

// The browser checks the integrity of this one: the module preload names it.
async function imported(name, integrity) {
  const address = new URL(name, document.baseURI);
  const preload = { rel: "modulepreload", href: address.href, integrity, crossOrigin: "anonymous" };
  document.head.append(Object.assign(document.createElement("link"), preload));
  return import(address).catch((cause) => refuse(address, cause));
}

// A failed integrity check and a failed connection look the same to a script: ask once more, without the check.
async function refuse(address, cause) {
  const isThere = await fetch(address, { method: "HEAD" }).then((response) => response.ok, () => false);
  throw new Failure(isThere ? "integrity" : "network", cause);
}

function seal() {
  const policy = document.createElement("meta");
  policy.httpEquiv = "Content-Security-Policy";
  policy.content = SEALED;
  document.head.append(policy);
}

// Keeps this release for use without a network, and offers the next one. What happens is told by events on the window:
// `release-offered` when another release is ready, `release-taken` from the person who wants it.
async function keepOffline() {
  const workers = navigator.serviceWorker;
  if (!workers || !isSecureContext) return;
  const address = new URL("sw.js", document.baseURI);
  const registration = await workers.register(address, { updateViaCache: "none" });
  if (!registration) return;
  const offer = () => {
    // Without a controller this is the first release of all, and it runs already.
    if (!registration.waiting || !workers.controller) return;
    document.documentElement.dataset.release = "offered";
    dispatchEvent(new Event("release-offered"));
  };
  const follow = () => registration.installing?.addEventListener("statechange", offer);
  registration.addEventListener("updatefound", follow);
  follow();
  offer();
  // Only the page in which the person agrees is opened anew; others go on with what they have.
  addEventListener("release-taken", () => {
    workers.addEventListener("controllerchange", () => location.reload(), { once: true });
    registration.waiting?.postMessage("take");
  });
}

function explain(failure) {
  const key = failure instanceof Failure ? failure.key : "start";
  // The first screen goes away by that: nothing would come of what is done there.
  delete document.documentElement.dataset.first;
  document.documentElement.dataset.failed = key;
  const place = document.getElementById("boot") ?? document.getElementById("app");
  place.setAttribute("role", "alert");
  place.textContent = FAILURES[key];
  console.error(failure);
}

const kiosk = kioskMode();
start(kiosk).catch(explain);
// Without it the application works as well, as long as there is a network, so nothing waits for it: the whole release is
// fetched then. A kiosk is to keep nothing.
kiosk.then((is) => is || atRest().then(keepOffline)).catch((cause) => console.info("not kept for offline use:", cause));

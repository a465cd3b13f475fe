// The service worker: keeps one whole release of the application, so that it opens without a network.
//
// `cargo xtask build` puts the line `const RELEASE = {…};` before this text: the version, and the digest of every file
// as an integrity value (W3C Subresource Integrity). A release is kept whole or not at all. Every file is checked again
// each time it is handed out; what is damaged is fetched anew, and what cannot be repaired is never run.

const PREFIX = `zhicheng ${self.registration.scope} `;
const CACHE = PREFIX + RELEASE.version;
const PAGE = "index.html";
// What a department says about kiosks is no part of a release.
const SETTINGS = "kiosk.json";
const SETTINGS_CACHE = `zhicheng-settings ${self.registration.scope}`;
// What the page asks for before its first paint.
const FIRST = Object.keys(RELEASE.files).filter((name) => /^(first|style)-/.test(name));

// Those files, looked up while the page is on its way: each for one request.
const ahead = new Map();

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("message", (event) => {
  if (event.data === "take") self.skipWaiting();
});
self.addEventListener("fetch", (event) => {
  const name = nameOf(event.request);
  if (name === SETTINGS) event.respondWith(settings(event.request));
  else if (name) event.respondWith(answer(name, event.request));
  if (name === PAGE) for (const each of FIRST) ahead.set(each, kept(each));
});

/** Fetches the whole release, or nothing. */
async function install() {
  const cache = await caches.open(CACHE);
  const keep = async (name) => cache.put(address(name), await fetched(name));
  try {
    await Promise.all(Object.keys(RELEASE.files).map(keep));
  } catch (cause) {
    await caches.delete(CACHE);
    throw cause;
  }
}

/** Drops the releases before this one. Pages that run them have all they need. */
async function activate() {
  const names = await caches.keys();
  const former = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE);
  await Promise.all(former.map((name) => caches.delete(name)));
  await self.clients.claim();
}

/** The file of the release that a request is for; none for everything else, which goes to the host. */
function nameOf(request) {
  const { origin, pathname } = new URL(request.url);
  const scope = new URL(self.registration.scope);
  if (request.method !== "GET" || origin !== scope.origin || !pathname.startsWith(scope.pathname)) return null;
  const name = pathname.slice(scope.pathname.length) || PAGE;
  return name === SETTINGS || Object.hasOwn(RELEASE.files, name) ? name : null;
}

/** What the host says; without a network what it said last, so that a kiosk stays one. */
async function settings(request) {
  const fresh = await fetch(request).catch(() => undefined);
  if (fresh) {
    const text = await fresh.clone().text();
    const isPlain = !fresh.ok || /^\s*\{\s*"kiosk"\s*:\s*false\s*\}\s*$/.test(text);
    if (isPlain) await caches.delete(SETTINGS_CACHE);
    else await (await caches.open(SETTINGS_CACHE)).put(request, fresh.clone()).catch(() => undefined);
    return fresh;
  }
  const kept = await caches.match(request, { cacheName: SETTINGS_CACHE });
  return kept ?? new Response('{ "kiosk": false }', { headers: { "Content-Type": "application/json" } });
}

function address(name) {
  return new URL(name, self.registration.scope).href;
}

/** A file from the host, with its bytes checked. What the browser has of the first visit is good enough if it is right. */
async function fetched(name) {
  const ask = async (cache) => {
    const response = await fetch(address(name), { cache, credentials: "same-origin", redirect: "error" });
    const sound = response.ok && (await checked(response, name));
    if (!sound) throw new Error(`${name}: ${response.ok ? "other bytes than those of this release" : response.status}`);
    return sound;
  };
  return ask("default").catch(() => ask("reload"));
}

/** What is kept, if it is still what it was; else from the host; else why not. */
async function answer(name, request) {
  const asked = ahead.get(name) ?? kept(name);
  ahead.delete(name);
  const sound = await asked;
  if (sound) return sound;
  const cache = await caches.open(CACHE);
  try {
    const fresh = await fetched(name);
    // A full disk is no reason to withhold a good file.
    await cache.put(address(name), fresh.clone()).catch(() => undefined);
    return fresh;
  } catch {
    return lost(cache, request);
  }
}

/** What is kept under a name, if its bytes are the right ones. */
async function kept(name) {
  const cache = await caches.open(CACHE);
  const response = await cache.match(address(name));
  return response && checked(response, name);
}

/** The same response, made of the bytes that were checked; none if they are not the right ones. */
async function checked(response, name) {
  const { status, statusText, headers } = response;
  const bytes = await response.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-384", bytes));
  const found = `sha384-${btoa(String.fromCharCode(...digest))}`;
  return found === RELEASE.files[name] ? new Response(bytes, { status, statusText, headers }) : null;
}

/** A file is damaged and the host has no such file. It may have a newer release: the next visit asks it for the page. */
async function lost(cache, request) {
  await cache.delete(address(PAGE));
  self.registration.update().catch(() => undefined);
  if (request.mode !== "navigate") return Response.error();
  return fetch(request).catch(unrepaired);
}

/** The page that says that the kept files are damaged. */
function unrepaired() {
  const text = "保存在本机的程序文件已损坏，为安全起见没有运行。请连接网络后刷新本页，程序会自动修复。您的草稿不受影响。";
  const page = `<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><title>职称自评</title><p role="alert">${text}</p></html>`;
  const headers = {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": "default-src 'none'",
  };
  return new Response(page, { status: 503, headers });
}

// Clears everything that a browser may have of a session, and says what was cleared.
//
// `kioskWipe.track()` is called before the application runs. `kioskWipe.everything(cause)` clears, loads the page anew,
// which drops its memory, and leaves a receipt for the new page in the state of the history: it survives the reload,
// no storage holds it, and nothing in it is about a person. `kioskWipe.receipt()` takes it from there.

const kioskWipe = (() => {
  // The caches of the application's own files begin so; see `sw.js`.
  const OWN = "zhicheng";
  // Milliseconds: what the browser has not done by then counts as not cleared.
  const WITHIN = 3000;

  const addresses = new Set();
  let copied = "";
  let hasCopied = false;

  /** Notes every object URL, and keeps what is copied out of the system's clipboard. */
  function track() {
    const { createObjectURL, revokeObjectURL } = URL;
    URL.createObjectURL = (what) => {
      const address = createObjectURL.call(URL, what);
      addresses.add(address);
      return address;
    };
    URL.revokeObjectURL = (address) => {
      addresses.delete(address);
      revokeObjectURL.call(URL, address);
    };
    history.scrollRestoration = "manual";
    for (const event of ["copy", "cut"]) addEventListener(event, copy, true);
    addEventListener("paste", paste, true);
    addEventListener("focusin", ({ target }) => target.setAttribute?.("autocomplete", "off"), true);
  }

  // The clipboard of the system outlives the page and may be read elsewhere, so the page has one of its own.
  function copy(event) {
    event.preventDefault();
    const { target } = event;
    const isField = typeof target.setRangeText === "function" && target.selectionStart !== null;
    copied = isField ? target.value.slice(target.selectionStart, target.selectionEnd) : String(getSelection());
    hasCopied = true;
    if (event.type === "cut" && isField) put(target, "", "deleteByCut");
  }

  function paste(event) {
    if (!hasCopied || typeof event.target.setRangeText !== "function") return;
    event.preventDefault();
    put(event.target, copied, "insertFromPaste");
  }

  function put(field, text, inputType) {
    field.setRangeText(text, field.selectionStart, field.selectionEnd, "end");
    field.dispatchEvent(new InputEvent("input", { bubbles: true, data: text, inputType }));
  }

  // Each gives how much it cleared.
  const STEPS = {
    forms() {
      const fields = document.querySelectorAll("input, textarea, select");
      for (const field of fields) {
        field.autocomplete = "off";
        if (field.type === "checkbox" || field.type === "radio") field.checked = false;
        else field.value = "";
      }
      return fields.length;
    },
    addresses() {
      const count = addresses.size;
      for (const address of [...addresses]) URL.revokeObjectURL(address);
      return count;
    },
    clipboard() {
      const count = hasCopied ? 1 : 0;
      copied = "";
      hasCopied = false;
      getSelection()?.removeAllRanges();
      return count;
    },
    local: () => emptied(localStorage),
    session: () => emptied(sessionStorage),
    async databases() {
      const all = (await indexedDB.databases?.()) ?? [{ name: OWN }];
      await Promise.all(all.map(({ name }) => new Promise((resolve, reject) => {
        const request = indexedDB.deleteDatabase(name);
        request.onsuccess = resolve;
        request.onerror = () => reject(request.error);
      })));
      return all.length;
    },
    async folder() {
      const folder = await navigator.storage?.getDirectory?.().catch(() => undefined);
      const names = [];
      // Where a browser gives a page no such folder there is nothing in it.
      if (folder) for await (const name of folder.keys()) names.push(name);
      for (const name of names) await folder.removeEntry(name, { recursive: true });
      return names.length;
    },
    async caches() {
      const names = globalThis.caches ? await caches.keys().catch(() => []) : [];
      const others = names.filter((name) => !name.startsWith(OWN));
      await Promise.all(others.map((name) => caches.delete(name)));
      return others.length;
    },
    cookies() {
      const names = cookies().map((each) => each.split("=")[0].trim());
      for (const name of names) {
        for (const path of paths()) document.cookie = `${name}=; max-age=0; path=${path}`;
      }
      if (cookies().length) throw new Error("cookies are left");
      return names.length;
    },
  };

  const STORED = ["local", "session", "databases", "folder", "caches", "cookies"];

  function emptied(storage) {
    const count = storage.length;
    storage.clear();
    return count;
  }

  function cookies() {
    // A page that was opened from a file has none.
    return document.cookie.split(";").filter((each) => each.trim());
  }

  // A cookie goes only by the path that it was set with: each folder that this page is in, with and without its slash.
  function paths() {
    const folders = location.pathname.split("/").slice(0, -1);
    return folders.flatMap((_, depth) => {
      const path = folders.slice(0, depth + 1).join("/");
      return [path || "/", `${path}/`];
    });
  }

  async function run(names) {
    const told = { done: [], failed: [] };
    for (const name of names) {
      const late = new Promise((_, reject) => setTimeout(() => reject(new Error("too late")), WITHIN));
      try {
        told.done.push([name, await Promise.race([Promise.resolve().then(STEPS[name]), late])]);
      } catch (cause) {
        // A browser that refuses a storage has kept nothing in it.
        if (cause?.name === "SecurityError") told.done.push([name, 0]);
        else told.failed.push(name);
      }
    }
    return told;
  }

  /** Clears everything and loads the page anew. */
  async function everything(cause) {
    const { done, failed } = await run(Object.keys(STEPS));
    const receipt = { cause, at: Date.now(), done: [["memory", 1], ...done, ["history", 1]], failed };
    try {
      history.replaceState({ kioskReceipt: receipt }, "", "#/start");
    } finally {
      location.reload();
    }
  }

  /** Clears the storages alone: what was kept before this was a kiosk. */
  const stored = () => run(STORED);

  /** Whether a storage holds anything. */
  async function hasStored() {
    try {
      if (localStorage.length + sessionStorage.length > 0) return true;
      return ((await indexedDB.databases?.()) ?? []).length > 0;
    } catch {
      return false;
    }
  }

  /** The receipt of the session before, once. */
  function receipt() {
    const found = history.state?.kioskReceipt;
    history.replaceState(null, "");
    return found;
  }

  return { track, everything, stored, hasStored, receipt };
})();

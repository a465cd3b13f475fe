// Drafts and evidence in IndexedDB: one record a draft, one Blob a file of evidence, named by its SHA-256. Nothing here
// decides anything; `src/app/src/platform/storage` is the only caller. A classic script that imports nothing, so that
// it can stand in a page that is opened from a file.
//
// A draft has one writer: the tab that holds its lock and whose token stands in its record. A tab that slept while
// another took its draft over finds the other's token there, and what it would have written is kept beside it.
//
// A save is with the browser before `save` returns: neither reload nor crash comes between. What a person types is saved
// a moment after the key, and at once when this tab says that it is asked for the draft.

globalThis.zhichengKeep = (() => {
  const DRAFTS = "drafts";
  const FILES = "files";
  // Keys under which older versions kept their one draft, and one that they could not read.
  const OLD = ["zhicheng.draft.v1", "zhicheng.draft.set-aside"];
  const OPENED = "zhicheng.opened";
  // What is on its way to the database; read again after a reload that came between.
  const PENDING = "zhicheng.pending";
  // That there are drafts: what can be known before the first paint (`first.js`).
  const USED = "zhicheng.used";
  // Bytes that evidence leaves free for answers.
  const RESERVE = new Uint8Array(2 << 20);
  // Milliseconds: a browser that has not opened its storage by then does not; a tab that has not answered is stopped.
  const OPENS_WITHIN = 5000;
  const ANSWERS_WITHIN = 2000;
  const BEAT = ANSWERS_WITHIN / 4;

  const token = [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join("");
  const say = (what) => window.dispatchEvent(new Event(`zhicheng-${what}`));
  const pause = (time) => new Promise((after) => setTimeout(after, time));
  const others = globalThis.BroadcastChannel && new BroadcastChannel("zhicheng");
  let locks; // Web Locks, where the browser has them for this page.
  let opening; // Whether anything is kept, once that is known.
  let connection; // The database being opened.
  let database; // The database, opened.
  let held; // The draft that this tab writes: { id, release, changed, isNew }.
  let removed; // The draft that was removed last: { record, blobs }.
  let saving; // The last save.
  let asleep = true; // Whether this tab may have slept so long that another has taken its draft over.
  let beat = performance.now();
  setInterval(wake, BEAT);

  function wake() {
    const now = performance.now();
    asleep ||= now - beat > ANSWERS_WITHIN - BEAT;
    beat = now;
  }

  function connect() {
    connection ??= new Promise((resolve, reject) => {
      const request = indexedDB.open("zhicheng", 1);
      request.onupgradeneeded = () => {
        request.result.createObjectStore(DRAFTS, { keyPath: "id" });
        request.result.createObjectStore(FILES);
      };
      request.onerror = () => reject(request.error);
      request.onsuccess = () => {
        database = request.result;
        const forget = () => { connection = database = undefined; };
        database.onversionchange = () => { database.close(); forget(); };
        database.onclose = forget;
        resolve(database);
      };
    }).catch((cause) => { connection = undefined; throw cause; });
    return connection;
  }

  // One transaction: all of it or nothing. Gives what `work` told once it is on the disk.
  function within(stores, mode, work) {
    if (!database) return connect().then(() => within(stores, mode, work));
    return new Promise((resolve, reject) => {
      const transaction = database.transaction(stores, mode, { durability: "strict" });
      let told;
      transaction.oncomplete = () => resolve(told);
      transaction.onabort = () => reject(transaction.error);
      work(stores.map((store) => transaction.objectStore(store)), (what) => { told = what; }, transaction);
    });
  }

  const got = (request, then) => { request.onsuccess = () => then(request.result); };

  /** Whether the browser keeps anything. Takes over what older versions kept. Begun once, however often it is asked. */
  function open() {
    opening ??= opens();
    return opening;
  }

  async function opens() {
    try {
      await Promise.race([connect(), pause(OPENS_WITHIN).then(() => { throw new Error("storage does not open"); })]);
      // Pages over plain HTTP have none, and some that are opened from a file may not use theirs.
      locks = await navigator.locks?.query().then(() => navigator.locks, () => undefined);
      await recover();
      for (const key of OLD) await takeOver(key);
      await sweep();
      return true;
    } catch {
      return false;
    }
  }

  async function takeOver(key) {
    const text = localStorage.getItem(key);
    if (text === null) return;
    await within([DRAFTS], "readwrite", ([drafts]) => got(drafts.get(key), (there) => {
      // An older version that is still open in another tab may have gone on with its own.
      const id = there && there.text !== text ? `${key}-${token}` : key;
      if (there?.text !== text) drafts.put({ id, text, files: [], changed: Date.now() - OLD.indexOf(key) });
    }));
    localStorage.removeItem(key);
  }

  // Keeps what was on its way when the page went; beside the draft where another tab has written that since.
  async function recover() {
    const text = sessionStorage.getItem(PENDING);
    if (text === null) return;
    const record = JSON.parse(text);
    await within([DRAFTS], "readwrite", ([drafts]) => got(drafts.get(record.id), (former) => {
      const isTaken = former?.writer && former.writer !== record.writer;
      if (former?.text !== record.text) drafts.put(isTaken ? { ...record, id: `${record.id}-${record.writer}` } : record);
    }));
    sessionStorage.removeItem(PENDING);
  }

  /** What an older version kept, where this one cannot keep anything. */
  function old() {
    try { return localStorage.getItem(OLD[0]) ?? undefined; } catch { return undefined; }
  }

  function mark(used) {
    try {
      // Reading costs less than writing what stands there.
      if (used && localStorage.getItem(USED) === null) localStorage.setItem(USED, "");
      if (!used) localStorage.removeItem(USED);
    } catch { /* Then the first screen is there for a moment before the draft is. */ }
  }

  /** All drafts, the last changed first: `[id, text, changed, whether another tab writes it]`. */
  async function all() {
    const records = await within([DRAFTS], "readonly", ([drafts], tell) => got(drafts.getAll(), tell)).catch(() => []);
    const locked = (await locks?.query())?.held ?? [];
    const elsewhere = (id) => held?.id !== id && locked.some((lock) => lock.name === lockOf(id));
    records.sort((a, b) => b.changed - a.changed);
    mark(records.length > 0);
    return records.map(({ id, text, changed }) => [id, text, changed, elsewhere(id)]);
  }

  /** The draft that this tab had open before it was loaded anew. */
  function opened() {
    try { return sessionStorage.getItem(OPENED) ?? undefined; } catch { return undefined; }
  }

  const lockOf = (id) => `zhicheng.draft.${id}`;

  function lock(id, options) {
    return new Promise((resolve) => {
      const hold = (lock) => lock && new Promise((release) => { held = { id, release }; resolve(true); });
      locks.request(lockOf(id), options, (lock) => hold(lock) ?? resolve(false)).catch(() => {
        resolve(false);
        lose(id);
      });
    });
  }

  // A page that was just loaded anew may not have let go yet.
  const lockNow = async (id) => {
    const now = { ifAvailable: true };
    return (await lock(id, now)) || (await pause(ANSWERS_WITHIN / 8), await lock(id, now));
  };

  // Another tab has taken the draft over.
  function lose(id) {
    if (held?.id !== id) return;
    held = undefined;
    say("taken");
  }

  /** Makes this tab the writer of a draft, and of no other; false when another tab is. */
  async function hold(id) {
    if (held?.id === id) return true;
    say("asked");
    await saving;
    held?.release();
    held = undefined;
    try { sessionStorage.setItem(OPENED, id); } catch { /* It is opened by its place in the list. */ }
    if (locks && !(await lockNow(id))) return false;
    await claim(id);
    return true;
  }

  /** Takes a draft over from another tab, once that has saved; gives its text. */
  async function take(id) {
    others?.postMessage({ give: id });
    if (locks) {
      const stop = new AbortController();
      setTimeout(() => stop.abort(), ANSWERS_WITHIN);
      // One that does not answer is stopped by the browser, or hangs.
      if (!(await lock(id, { signal: stop.signal }))) await lock(id, { steal: true });
    } else {
      await pause(ANSWERS_WITHIN / 4);
    }
    return claim(id);
  }

  // Puts the token of this tab into the record; gives its text.
  async function claim(id) {
    if (!locks) {
      held = { id, release() {} };
      others?.postMessage({ taken: id });
    }
    return within([DRAFTS], "readwrite", ([drafts], tell) => got(drafts.get(id), (record) => {
      if (record) drafts.put({ ...record, writer: token });
      if (held?.id === id) {
        held.changed = record?.changed ?? Date.now();
        held.isNew = !record;
        asleep = false;
      }
      tell(record?.text);
    })).catch(() => undefined);
  }

  for (const [place, event] of [[window, "pagehide"], [document, "visibilitychange"]]) {
    place.addEventListener(event, () => say("asked"));
  }

  others?.addEventListener("message", async ({ data }) => {
    if (data.give && data.give === held?.id) {
      // What was just typed is saved now.
      say("asked");
      await saving;
      held?.release();
      lose(data.give);
    }
    if (data.taken) lose(data.taken);
    if (data.listed) say("listed");
  });

  // The list of drafts has changed: this tab and others may show it.
  const announce = () => {
    others?.postMessage({ listed: true });
    say("listed");
  };

  const failed = (cause) => (cause?.name === "QuotaExceededError" ? "full" : "refused");

  /** Keeps a draft in place of its former state; says `saved`, `taken`, `full` or `refused`. */
  function save(id, text, files, touched) {
    wake();
    mark(true);
    const surely = !asleep && held?.id === id && held.changed !== undefined;
    const record = { id, text, files, writer: token };
    saving = (surely ? write(record, touched) : writeWithCare(record, touched)).catch(failed);
    return saving;
  }

  function write(record, touched) {
    if (touched) held.changed = Date.now();
    const { changed, isNew } = held;
    held.isNew = false;
    const kept = within([DRAFTS], "readwrite", ([drafts], tell, transaction) => {
      drafts.put({ ...record, changed });
      tell("saved");
      // Not left to the browser: this tab may be gone a moment later.
      transaction.commit?.();
    });
    if (isNew) kept.then(announce, () => undefined);
    return kept;
  }

  // Looks first whose draft it is now. A reload may come between looking and writing, so it is noted down before.
  function writeWithCare(record, touched) {
    const { id } = record;
    const note = JSON.stringify({ ...record, changed: Date.now() });
    try { sessionStorage.setItem(PENDING, note); } catch { /* Then there is no note. */ }
    const noted = () => {
      try { if (sessionStorage.getItem(PENDING) === note) sessionStorage.removeItem(PENDING); } catch { /* There was none. */ }
    };
    const kept = within([DRAFTS], "readwrite", ([drafts], tell, transaction) => got(drafts.get(id), (former) => {
      const isTaken = former?.writer && former.writer !== token;
      const changed = touched || !former ? Date.now() : former.changed;
      if (!isTaken) drafts.put({ ...record, changed });
      else if (touched && former.text !== record.text) drafts.put({ ...record, id: `${id}-${token}`, changed });
      tell(isTaken ? "taken" : "saved");
      transaction.commit?.();
      if (!isTaken && held?.id === id) {
        held.changed = changed;
        asleep = false;
      }
      if (!former || isTaken) announce();
    }));
    kept.then(noted, noted);
    return kept;
  }

  /** Keeps a draft that no tab has open. */
  async function add(id, text, files) {
    await within([DRAFTS], "readwrite", ([drafts]) => drafts.put({ id, text, files, changed: Date.now() })).catch(failed);
    announce();
  }

  /** Removes a draft, and its evidence unless another draft names it; see `restore`. */
  async function remove(id) {
    await saving;
    const blobs = [];
    const record = await within([DRAFTS, FILES], "readwrite", ([drafts, files], tell) => got(drafts.get(id), (record) => {
      for (const name of record?.files ?? []) got(files.get(name), (blob) => blob && blobs.push([name, blob]));
      drafts.delete(id);
      tell(record);
    })).catch(() => undefined);
    removed = record && { record, blobs };
    await sweep().catch(() => undefined);
    announce();
    return record !== undefined;
  }

  /** Removes a draft in which nothing is entered any more. */
  async function forget(id) {
    if (held?.id === id) Object.assign(held, { changed: Date.now(), isNew: true });
    await within([DRAFTS], "readwrite", ([drafts]) => drafts.delete(id)).catch(failed);
    await all();
    announce();
  }

  /** Brings back the draft that was removed last. */
  async function restore() {
    if (!removed) return;
    const { record: { writer, ...record }, blobs } = removed;
    await within([DRAFTS, FILES], "readwrite", ([drafts, files]) => {
      drafts.put(record);
      for (const [name, blob] of blobs) files.put(blob, name);
    }).catch(failed);
    removed = undefined;
    announce();
  }

  /** The evidence of some names; undefined where it is not kept. */
  async function files(names) {
    return within([FILES], "readonly", ([files], tell) => {
      const found = names.map(() => undefined);
      names.forEach((name, at) => got(files.get(name), (blob) => { found[at] = blob; }));
      tell(found);
    }).catch(() => []);
  }

  /** Keeps a file of evidence, where there is room: the kept one, or undefined. */
  async function keepFile(name, blob) {
    try {
      const [there] = await files([name]);
      if (there) return there;
      await within([FILES], "readwrite", ([files]) => {
        files.put(blob, name);
        // Browsers do not tell how much room there really is. Without this much more the whole transaction fails.
        files.put(RESERVE, "");
        files.delete("");
      });
      return (await files([name]))[0];
    } catch {
      return undefined;
    }
  }

  // Removes the evidence that no draft names any more.
  function sweep() {
    return within([DRAFTS, FILES], "readwrite", ([drafts, files]) => got(drafts.getAll(), (records) => {
      const named = new Set(records.flatMap((record) => record.files));
      got(files.getAllKeys(), (names) => {
        for (const name of names) if (!named.has(name)) files.delete(name);
      });
    }));
  }

  /** Asks the browser not to clear this by itself. Some ask the person in turn. */
  async function persist() {
    if (!(await navigator.storage?.persisted?.())) await navigator.storage?.persist?.();
  }

  return { open, old, all, opened, hold, take, save, add, remove, forget, restore, files, keepFile, sweep, persist };
})();

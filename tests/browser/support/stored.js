// What the browser keeps, looked at from the page beside the application.

/** The records of a store: `drafts`, or the names in `files`. */
export async function stored(page, store) {
  return page.evaluate(async (store) => {
    const done = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const database = await done(indexedDB.open("zhicheng"));
    const objects = database.transaction(store).objectStore(store);
    const found = await done(store === "files" ? objects.getAllKeys() : objects.getAll());
    database.close();
    return found;
  }, store);
}

/** Puts another text into the record of each draft. */
export async function damage(page, text) {
  await page.evaluate(async (text) => {
    const done = (request) => new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const database = await done(indexedDB.open("zhicheng"));
    const drafts = database.transaction("drafts", "readwrite").objectStore("drafts");
    for (const record of await done(drafts.getAll())) await done(drafts.put({ ...record, text }));
    database.close();
  }, text);
}

/** Makes the browser as if the application had never been opened. */
export async function clear(page) {
  await page.evaluate(async () => {
    localStorage.clear();
    sessionStorage.clear();
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase("zhicheng");
      request.onsuccess = resolve;
      request.onerror = () => reject(request.error);
    });
  });
}

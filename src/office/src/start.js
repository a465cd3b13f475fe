// Stands behind the glue of the office's module, in one script that page and worker both run. In a worker the first
// message is the compiled module: nothing is fetched. From then on the module itself listens.
if (typeof document === "undefined") {
  self.onmessage = ({ data }) => {
    self.onmessage = null;
    zhichengOffice.initSync({ module: data });
  };
  // A fault in a promise is told to the page like any other.
  self.addEventListener("unhandledrejection", ({ reason }) => setTimeout(() => { throw reason; }));
} else {
  // In a page: the files in what was dropped, folders included, as [name with folders, file].
  globalThis.zhichengDropped = async (items) => {
    const entries = [...items].map((item) => item.webkitGetAsEntry?.() ?? item.getAsFile());
    const found = await Promise.all(entries.filter(Boolean).map((entry) => below(entry)));
    return found.flat();

    async function below(entry) {
      if (entry instanceof File) return [[entry.name, entry]];
      const name = entry.fullPath.replace(/^\//, "");
      if (entry.isFile) return [[name, await new Promise((take, fail) => entry.file(take, fail))]];
      const reader = entry.createReader();
      const inside = [];
      // A reader gives a hundred at a time, and none at the end.
      for (;;) {
        const some = await new Promise((take, fail) => reader.readEntries(take, fail));
        if (!some.length) break;
        inside.push(...some);
      }
      return (await Promise.all(inside.map(below))).flat();
    }
  };
}

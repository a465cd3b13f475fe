// What loads the second part of the application's module into the memory of the first: `boot.js` has fetched, checked and
// compiled it, and it stands at `window.zhichengBehind`. Stands in the glue of the first part, whose `wasm` has what both
// share.

const behind = {
  __wasm_split_load_behind: async (callback, data) => {
    let isThere = false;
    try {
      await WebAssembly.instantiate(await window.zhichengBehind, { __wasm_split: wasm });
      isThere = true;
    } catch (cause) {
      console.error(cause);
    }
    wasm.__indirect_function_table.get(callback)(data, isThere);
  },
};

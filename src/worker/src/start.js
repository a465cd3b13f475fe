// Stands behind the glue of the worker's module, in one script. The first message is the compiled module: nothing is
// fetched. From then on the module itself listens.
self.onmessage = ({ data }) => {
  self.onmessage = null;
  wasm_bindgen.initSync({ module: data });
};

// A fault in a promise is told to the application like any other.
self.addEventListener("unhandledrejection", ({ reason }) => setTimeout(() => { throw reason; }));

// Starts the empty page.
import init from "./empty.js";

init({ module_or_path: fetch("empty_bg.wasm") });

// A host of the release that a test can break, change and stop: the files of `dist/` from memory.
import { createHash } from "node:crypto";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const DIST = fileURLToPath(new URL("../../../dist/", import.meta.url));
const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};
const RELEASE = /^const RELEASE = (\{.*\});$/m;

export class Host {
  /** Starts a host with the release in `dist/`. */
  static async start() {
    const host = new Host();
    host.files = new Map(below(DIST).map((path) => [relative(DIST, path), readFileSync(path)]));
    /** Called with each name that is asked for; what it gives back is sent in place of the file, `null` cuts the line. */
    host.hook = (_name, bytes) => bytes;
    host.asked = [];
    await host.listen(0);
    return host;
  }

  async listen(port) {
    this.server = createServer((request, response) => this.answer(request, response));
    await new Promise((resolve) => this.server.listen(port, "127.0.0.1", resolve));
    this.port = this.server.address().port;
    this.address = `http://127.0.0.1:${this.port}/app/`;
  }

  answer(request, response) {
    const path = new URL(request.url, this.address).pathname;
    const name = path.replace(/^\/app\//, "") || "index.html";
    this.asked.push(name);
    const bytes = this.hook(name, this.files.get(name));
    if (bytes === null) return request.socket.destroy();
    if (bytes === undefined) return response.writeHead(404).end();
    const type = TYPES[extname(name)] ?? "application/octet-stream";
    response.writeHead(200, { "Content-Type": type, "Cache-Control": "no-cache" }).end(bytes);
  }

  /** No connection any more. */
  async stop() {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** At the same address as before. */
  async restart() {
    await this.listen(this.port);
  }

  /** The names and digests of the release that it offers. */
  release() {
    return JSON.parse(this.files.get("sw.js").toString().match(RELEASE)[1]);
  }

  /** Offers another release, whose page says that it is `version`. */
  publish(version) {
    const page = this.files.get("index.html").toString().replace("<html ", `<html data-version="${version}" `);
    this.files.set("index.html", Buffer.from(page));
    const release = this.release();
    release.version = version;
    release.files["index.html"] = `sha384-${createHash("sha384").update(page).digest("base64")}`;
    const worker = this.files.get("sw.js").toString();
    this.files.set("sw.js", Buffer.from(worker.replace(RELEASE, `const RELEASE = ${JSON.stringify(release)};`)));
  }
}

function below(folder) {
  const paths = readdirSync(folder).map((name) => join(folder, name));
  return paths.flatMap((path) => (statSync(path).isDirectory() ? below(path) : [path]));
}

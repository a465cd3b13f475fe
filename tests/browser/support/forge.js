// Packages as a forger makes them: one part changed, and everything that follows from it made to agree.
import { python3 } from "./native.js";

const SCRIPT = `
import hashlib, json, sys, zipfile
source, target, path, content = sys.argv[1:5]
with zipfile.ZipFile(source) as archive:
    files = [(info.filename, archive.read(info)) for info in archive.infolist()]
with open(content, "rb") as file:
    files = [(name, file.read() if name == path else data) for name, data in files]
def manifest(name, wanted):
    lines = [f"{hashlib.sha256(data).hexdigest()}  {other}" for other, data in files if wanted(other)]
    return "".join(line + chr(10) for line in lines).encode()
def put(name, data):
    global files
    files = [(other, data if other == name else old) for other, old in files]
put("manifest-sha256.txt", manifest("manifest-sha256.txt", lambda name: name.startswith("data/")))
tags = lambda name: not name.startswith("data/") and name != "tagmanifest-sha256.txt"
put("tagmanifest-sha256.txt", manifest("tagmanifest-sha256.txt", tags))
with zipfile.ZipFile(target, "w") as archive:
    for name, data in files:
        archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data)
`;

/** Writes the package `source` to `target` with the content of a file at a path, and both manifests to match. */
export function forge(source, target, path, content) {
  const { status, stderr } = python3("-c", SCRIPT, source, target, path, content);
  if (status !== 0) throw new Error(stderr);
  return target;
}

const REPACK = `
import sys, zipfile
class Info(zipfile.ZipInfo):
    def _encodeFilenameFlags(self):
        return self.filename.encode("gbk"), self.flag_bits & ~0x800
source, target = sys.argv[1:3]
with zipfile.ZipFile(source) as archive, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as other:
    for info in archive.infolist():
        own = Info(info.filename, (2026, 11, 20, 9, 30, 0))
        own.create_system = 0
        own.compress_type = zipfile.ZIP_DEFLATED
        other.writestr(own, archive.read(info))
`;

/** Packs a package again as Chinese Windows does: deflated, and names in GBK without saying so. */
export function repackInGbk(source, target) {
  const { status, stderr } = python3("-c", REPACK, source, target);
  if (status !== 0) throw new Error(stderr);
  return target;
}

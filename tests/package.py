"""Holds a sealed package against the standards' own validators: BagIt, its profile, RO-Crate 1.1, JSON Schema, RFC 8785;
and what is sealed to a receiver before another implementation of age.

Arguments: the command `zhicheng`, and a package. No network is used: the one document that RO-Crate's validator would
fetch is put into its cache from the vectors.
"""

import io
import json
import logging
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import bagit
import bagit_profile
import jsonschema
import pyrage
import requests
import rfc8785
from requests.adapters import HTTPAdapter
from rocrate_validator import models, services
from rocrate_validator.utils.http import HttpRequester
from urllib3 import HTTPResponse

CONTEXT = Path(__file__).parent / "vectors" / "ro-crate-1.1-context.jsonld"
CONTEXT_ADDRESS = "https://w3id.org/ro/crate/1.1/context"
PARTS = {"dossier": "dossier", "rulebook": "book", "assessment": "assessment", "pledge": "pledge"}


class Tally:
    """Counts what holds and names what does not."""

    def __init__(self):
        self.passed = self.failed = 0

    def check(self, name, holds, why=""):
        """Notes one check."""
        self.passed += bool(holds)
        self.failed += not holds
        if not holds:
            print(f"FAILED {name} {why}")


def check_bag(tally, folder, package, profile):
    """BagIt and its profile; the profile refuses a bag that breaks it."""
    tally.check("bagit", bagit.Bag(str(folder)).is_valid())
    identifier = profile["BagIt-Profile-Info"]["BagIt-Profile-Identifier"]

    def follows():
        checker = bagit_profile.Profile(identifier, profile=profile)
        return checker.validate(bagit.Bag(str(folder))), checker.report

    follows_it, report = follows()
    tally.check("profile", follows_it, report)
    checker = bagit_profile.Profile(identifier, profile=profile)
    tally.check("serialization", checker.validate_serialization(str(package)))
    info = folder / "bag-info.txt"
    whole = info.read_text("utf-8")
    lines = whole.splitlines(keepends=True)
    required = [label for label, rule in profile["Bag-Info"].items() if rule["required"]]
    for label in required:
        info.write_text("".join(line for line in lines if not line.startswith(f"{label}:")), "utf-8")
        tally.check(f"profile without {label}", not follows()[0])
    info.write_text(whole, "utf-8")
    extra = folder / "note.txt"
    extra.write_text("x", "utf-8")
    tally.check("profile with another tag file", not follows()[0])
    extra.unlink()


def warm(cache):
    """Puts the context into the validator's cache as if it had been fetched."""
    HttpRequester.initialize_cache(cache_path=str(cache), cache_max_age=-1, offline=False)
    session = HttpRequester().session
    request = session.prepare_request(requests.Request("GET", CONTEXT_ADDRESS))
    raw = HTTPResponse(
        io.BytesIO(CONTEXT.read_bytes()),
        headers={"Content-Type": "application/ld+json"},
        status=200,
        preload_content=False,
        request_method="GET",
        request_url=request.url,
    )
    session.cache.save_response(HTTPAdapter().build_response(request, raw))


def crate_issues(folder, cache):
    """What the validator of RO-Crate finds against what is required."""
    settings = services.ValidationSettings(
        rocrate_uri=str(folder),
        profile_identifier="ro-crate-1.1",
        requirement_severity=models.Severity.REQUIRED,
        cache_path=cache,
        offline=True,
    )
    result = services.validate(settings)
    return [f"{issue.check.identifier}: {issue.message}" for issue in result.get_issues()]


def check_crate(tally, folder, scratch):
    """RO-Crate: valid, telling who and how; and a crate without its root's date is refused."""
    warm(scratch / "http")
    issues = crate_issues(folder, scratch / "http")
    tally.check("ro-crate", not issues, issues)
    metadata = folder / "ro-crate-metadata.json"
    crate = json.loads(metadata.read_text("utf-8"))
    entities = {entity["@id"]: entity for entity in crate["@graph"]}
    kinds = {entity["@type"] for entity in entities.values()}
    tally.check("crate entities", {"Person", "Organization", "File", "CreateAction"} <= kinds, kinds)
    files = [entity for entity in entities.values() if entity["@type"] == "File"]
    tally.check("roles of files", all(file.get("description") for file in files))
    rights = entities.get(entities["./"]["license"]["@id"], {})
    tally.check("statement of rights", rights.get("name") and rights.get("description"))
    dateless = {key: value for key, value in entities["./"].items() if key != "datePublished"}
    graph = [dateless if entity["@id"] == "./" else entity for entity in crate["@graph"]]
    metadata.write_text(json.dumps({**crate, "@graph": graph}), "utf-8")
    tally.check("ro-crate without a date", crate_issues(folder, scratch / "http"))


def check_parts(tally, folder, run):
    """Each part fits its schema, is canonical, and would not fit with another key."""
    for path in sorted(folder.glob("*.json")):
        text = path.read_bytes()
        tally.check(f"canonical {path.name}", rfc8785.dumps(json.loads(text)) == text)
    for part, name in PARTS.items():
        schema = json.loads(run("schema", name))
        jsonschema.Draft202012Validator.check_schema(schema)
        validator = jsonschema.Draft202012Validator(schema)
        value = json.loads((folder / f"{part}.json").read_text("utf-8"))
        wrong = [f"{error.json_path}: {error.message}" for error in validator.iter_errors(value)]
        tally.check(f"schema of {name}", not wrong, wrong[:3])
        tally.check(f"{name} of another format", not validator.is_valid({**value, "format": "other"}))


def check_secret(tally, package, scratch, command):
    """What is sealed to a receiver, before another implementation of age: both ways, and changed."""

    def run(*arguments):
        return subprocess.run([command, *map(str, arguments)], capture_output=True, text=True, check=False)

    content = package.read_bytes()
    theirs = pyrage.x25519.Identity.generate()
    sealed = scratch / "to-them.age"
    told = run("seal-to", "--to", theirs.to_public(), "-o", sealed, package)
    tally.check("sealed to them", told.returncode == 0, told.stderr)
    tally.check("opened by them", pyrage.decrypt(sealed.read_bytes(), [theirs]) == content)
    changed = bytearray(sealed.read_bytes())
    changed[-1] ^= 1
    try:
        pyrage.decrypt(bytes(changed), [theirs])
        tally.check("changed, refused by them", False)
    except pyrage.DecryptError:
        tally.check("changed, refused by them", True)
    key = scratch / "ours.key"
    public = re.search("age1[0-9a-z]{58}", run("keygen", key).stdout).group()
    ours = pyrage.x25519.Recipient.from_str(public)
    for name, armored in (("binary", False), ("armored", True)):
        given, opened = scratch / f"{name}.age", scratch / f"{name}.zip"
        given.write_bytes(pyrage.encrypt(content, [ours, theirs.to_public()], armored=armored))
        told = run("open", "--key", key, "-o", opened, given)
        tally.check(f"opened by us, {name}", told.returncode == 0 and opened.read_bytes() == content, told.stderr)
    secret = key.read_text("utf-8")
    secret = re.search("AGE-SECRET-KEY-1[0-9A-Z]{58}", secret).group()
    mine = pyrage.x25519.Identity.from_str(secret)
    tally.check("our key is theirs", str(mine.to_public()) == public)


def main():
    """Exits 1 when anything does not hold."""
    logging.disable(logging.CRITICAL)
    command, package = sys.argv[1], Path(sys.argv[2])

    def run(*arguments):
        return subprocess.run([command, *arguments], capture_output=True, check=True).stdout

    tally = Tally()
    scratch = Path(tempfile.mkdtemp())
    try:
        folder = scratch / "package"
        with zipfile.ZipFile(package) as archive:
            archive.extractall(folder)
        check_bag(tally, folder, package, json.loads(run("schema", "profile")))
        check_parts(tally, folder / "data", run)
        check_crate(tally, folder / "data", scratch)
        check_secret(tally, package, scratch, command)
    finally:
        shutil.rmtree(scratch)
    print(f"{tally.passed} passed, {tally.failed} failed")
    sys.exit(1 if tally.failed else 0)


if __name__ == "__main__":
    main()

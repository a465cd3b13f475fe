"""Holds the vectors of bags against the validator `bagit`, and the table in docs against the vectors.

Each vector says what our own validator must find (tested natively), and what `bagit` says of it; where the two differ, why.
`--table` prints the table.
"""

import json
import logging
import os
import sys
import tempfile
from pathlib import Path

import bagit

VECTORS = Path(__file__).parent / "vectors"
HEAD = """# Bags: each rule of the standard, met and broken

Sections are those of RFC 8493; `drafts` are the versions 0.93 to 0.97 before it. The vectors are in `bags.json`; what our
validator finds is tested on each of them, in a folder and in a zip. This page is made from them by
`tests/bags.py --table` and compared with them in the tests.

| section | rule | vector | valid | found | `bagit` |
|---|---|---|---|---|---|
"""
STRICTER = """
## Where we differ from `bagit`

`bagit` is the validator in common use. Everything that it refuses we refuse too, but for the vectors marked with *.

| vector | why |
|---|---|
"""


def lay(folder, files):
    """Puts the files of a vector into a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, str):
            path.write_bytes(content.encode("utf-8"))
        elif "hex" in content:
            path.write_bytes(bytes.fromhex(content["hex"]))
        elif "link" in content:
            os.symlink(content["link"], path)
        else:
            path.mkdir(exist_ok=True)


def judged(folder):
    """Whether `bagit` calls the bag valid; any error of its own counts as no."""
    try:
        return bagit.Bag(str(folder)).is_valid()
    except Exception:  # pylint: disable=broad-except
        return False


def word(valid):
    return "valid" if valid else "invalid"


def table(vectors):
    """The page in docs."""
    rows = []
    for vector in vectors:
        found = ", ".join(f"`{code}`" for code in vector["findings"])
        differs = vector["bagit"] != vector["valid"]
        cells = [
            vector["section"],
            vector["must"],
            f"`{vector['name']}`",
            word(vector["valid"]),
            found,
            word(vector["bagit"]) if differs else "same",
        ]
        rows.append("| " + " | ".join(cells) + " |\n")
    rows.append(STRICTER)
    for vector in vectors:
        if vector["bagit"] != vector["valid"]:
            mark = "*" if vector["valid"] else ""
            rows.append(f"| `{vector['name']}`{mark} | {vector['why']} |\n")
    return HEAD + "".join(rows)


def main():
    """Exits 1 when anything differs from what the vectors say."""
    logging.disable(logging.CRITICAL)
    vectors = json.loads((VECTORS / "bags.json").read_text("utf-8"))
    page = table(vectors)
    if "--table" in sys.argv:
        sys.stdout.write(page)
        return
    failed = []
    if (VECTORS / "bags.md").read_text("utf-8") != page:
        failed.append("bags.md is not what `tests/bags.py --table` prints")
    with tempfile.TemporaryDirectory() as scratch:
        for vector in vectors:
            folder = Path(scratch) / vector["name"]
            folder.mkdir()
            lay(folder, vector["files"])
            if judged(folder) != vector["bagit"]:
                failed.append(f"{vector['name']}: bagit says {word(not vector['bagit'])}")
            if vector["bagit"] != vector["valid"] and not vector.get("why"):
                failed.append(f"{vector['name']}: does not say why it differs")
    for line in failed:
        print(line)
    print(f"{len(vectors) + 1 - len(failed)} passed, {len(failed)} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()

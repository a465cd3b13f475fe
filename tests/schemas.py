"""Holds the worked example, and what the command writes of it, against the published schemas."""

import json
import subprocess
import sys
from pathlib import Path

import jsonschema

VECTORS = Path(__file__).parent / "vectors"


def main():
    """Exits 1 when anything does not fit its schema, or a wrong thing fits."""
    command = sys.argv[1]

    def run(*arguments):
        done = subprocess.run([command, *arguments], capture_output=True, check=True)
        return json.loads(done.stdout)

    def validator(name):
        schema = run("schema", name)
        jsonschema.Draft202012Validator.check_schema(schema)
        return jsonschema.Draft202012Validator(schema)

    example = VECTORS / "example.dossier.json"
    dossier = json.loads(example.read_text("utf-8"))
    assessment = run("assess", "--json", "--today", "2026-11-24", str(example))
    passed = failed = 0
    explained = run("assess", "--json", "--explain", "--today", "2026-11-24", str(example))
    assert explained["advice"]["routes"], "no advice"
    for name, value in [
        ("dossier", dossier),
        ("assessment", assessment),
        ("assessment", explained),
    ]:
        check = validator(name)
        wrong = [error.message for error in check.iter_errors(value)]
        print(f"{name}: {wrong or 'fits'}")
        refused = not check.is_valid({**value, "format": "something else"})
        passed += (not wrong) + refused
        failed += bool(wrong) + (not refused)
    validator("pledge")
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()

"""Spreads `zhicheng screen` over many workers, and holds the merged result against that of one run, byte for byte.

Arguments: the command `zhicheng`, and engines: `pool` (processes of this machine, each starting the command for its part) or
`spark` (PyPI `pyspark`, partitions mapped over the command; on a cluster the inputs lie where every machine sees them). An
engine that is not installed is left out, and that is said. The functions `screen` and `merge` are all that a batch needs.
"""

import copy
import csv
import json
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

DAY = "2026-11-24"
EXAMPLE = Path(__file__).parent / "vectors" / "example.dossier.json"
PARTS = 5


def screen(command, paths):
    """The lines of a part, which is a list of paths. Exit code 1 says that something in them is wrong, and is told in the lines."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "part.jsonl"
        asked = [command, "screen", "--today", DAY, "--json", "-o", str(out), *paths]
        done = subprocess.run(asked, capture_output=True)
        if done.returncode > 1:
            raise RuntimeError(done.stderr.decode())
        return out.read_text(encoding="utf-8").splitlines()


def merge(command, parts, *form):
    """One result of the lines of all parts, in their order."""
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for number, lines in enumerate(parts):
            files.append(Path(folder) / f"part-{number:05}.jsonl")
            files[-1].write_text("".join(line + "\n" for line in lines), encoding="utf-8")
        return once(command, ["--merge"], files, form)


def once(command, options, paths, form):
    done = subprocess.run([command, "screen", "--today", DAY, *options, *form, *map(str, paths)], capture_output=True)
    assert done.returncode < 2, done.stderr.decode()
    return done.returncode, done.stdout, done.stderr.decode().splitlines()[-1]


def pool(command, parts):
    with ThreadPoolExecutor() as threads:
        return list(threads.map(lambda part: screen(command, part), parts))


def spark(command, parts):
    from pyspark.sql import SparkSession

    session = SparkSession.builder.master("local[2]").appName("zhicheng").config("spark.ui.enabled", "false").getOrCreate()
    try:
        paths = [path for part in parts for path in part]
        # Partitions are runs of the list, and keep its order.
        spread = session.sparkContext.parallelize(paths, len(parts))
        lines = spread.mapPartitionsWithIndex(lambda at, part: [(at, line) for line in screen(command, list(part))])
        found = lines.collect()
        return [[line for own, line in found if own == at] for at in range(len(parts))]
    finally:
        session.stop()


def made(folder):
    """Dossiers, some of the same person or with the same achievement far apart, rosters, and two that cannot be read."""
    example = json.loads(EXAMPLE.read_text(encoding="utf-8"))
    for number in range(60):
        person = copy.deepcopy(example)
        person["profile"]["name"] = f"申报人{number % 50}"
        person["profile"]["birth_date"] = f"19{70 + number % 25}-05-0{1 + number % 9}"
        person["profile"].pop("id_number", None)
        if number % 4 == 3:
            person["profile"].pop("in_post", None)
        path = folder / f"{number:03}.json"
        path.write_text(json.dumps(person, ensure_ascii=False), encoding="utf-8")
    (folder / "坏的.json").write_text("{", encoding="utf-8")
    (folder / "断的.zip").write_bytes(b"PK\x03\x04 cut")
    for roster in range(2):
        with open(folder / f"名单{roster}.csv", "w", encoding="utf-8", newline="") as file:
            out = csv.writer(file)
            out.writerow(["编号", "姓名", "性别", "出生日期", "申报级别", "专业类别"])
            for row in range(40):
                out.writerow([row % 38, f"在册{row}", "男", f"1980-01-{1 + row % 28:02}", "高级工程师", "安全科学应用"])
    return sorted(str(path) for path in folder.iterdir())


def main():
    command, *engines = sys.argv[1:]
    with tempfile.TemporaryDirectory() as folder:
        paths = made(Path(folder))
        size = -(-len(paths) // PARTS)
        parts = [paths[at : at + size] for at in range(0, len(paths), size)]
        for name in engines or ["pool"]:
            try:
                lines = {"pool": pool, "spark": spark}[name](command, parts)
            except ModuleNotFoundError as absent:
                print(f"spread: {absent.name} is not installed; left out")
                continue
            for form in (["--json"], ["--csv"], ["--html"], ["--xlsx"], []):
                alone, merged = once(command, [], paths, form), merge(command, lines, *form)
                assert alone == merged, (name, form, alone[2], merged[2])
            print(f"spread: {len(paths)} inputs in {len(parts)} parts by {name}, merged as one run: {alone[2]}")


if __name__ == "__main__":
    main()

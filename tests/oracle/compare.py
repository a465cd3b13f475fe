#!/usr/bin/env python3
"""Runs the native command on random dossiers and holds its answers against the oracle's."""

import tempfile
import os
import argparse
import functools
import json
import random
import subprocess
import sys
from pathlib import Path

from completions import completions
from generate import Generator
from oracle import assess, conditions_of_all, join

BATCH = 2000
SHOWN = 5


def flatten(value, path=""):
    """Leaves by their path, such as `verdicts.gates.senior.G1`."""
    if not isinstance(value, dict):
        return {path: value}
    return {
        name: leaf
        for key, inner in value.items()
        for name, leaf in flatten(inner, f"{path}.{key}" if path else key).items()
    }


def verdicts(value):
    """The leaves of the verdicts."""
    return flatten(value.get("verdicts", {}), "verdicts")


def differences(expected, actual, everything):
    """How an answer on a complete dossier differs from the oracle's, one line each.

    Conditions of other categories may be listed, if they are right (`everything`).
    """
    wanted, given = {}, {}
    for part in ("season", "cut_off", "verdicts", "score", "earliest"):
        wanted.update(flatten(expected[part], part))
        given.update(flatten(actual.get(part, "absent"), part))
    allowed = flatten(everything, "verdicts.conditions")
    found = []
    for name in sorted(set(wanted) | set(given)):
        want = wanted.get(name, allowed.get(name, "absent"))
        have = given.get(name, "absent")
        # A `null` year of the command is a leaf; numbers must be whole.
        if want != have or type(want) is not type(have):
            found.append(f"{name}: the command says {have}, the oracle {want}")
    return found


def overturned(actual, completed, everything):
    """What an answer on a partial dossier claims and this completion of it denies."""
    true = {**flatten(everything, "verdicts.conditions"), **verdicts(completed)}
    found = []
    for name, claim in verdicts(actual).items():
        if claim not in ("met", "not_met", "open"):
            found.append(f"{name}: `{claim}` is no verdict")
        elif name in true and claim != "open" and claim != true[name]:
            found.append(f"{name}: the command says {claim}, a completion gives {true[name]}")
    bounds, points = flatten(actual.get("score", {}), "score"), flatten(completed["score"], "score")
    for name, value in points.items():
        place, end = name.rsplit(".", 1)
        bound = bounds.get(name)
        if bound is None:
            found.append(f"{name}: absent")
        elif (end == "low" and value < bound) or (end == "high" and value > bound):
            found.append(f"{place}: a completion gives {value}, beyond {end} {bound}")
    return found


def lacking(actual, completed, category):
    """Verdict lines that the answer must hold and does not; conditions only if `category` is."""
    names = set(verdicts(completed)) - set(verdicts(actual))
    return [f"{n}: absent" for n in sorted(names) if category or ".conditions." not in n]


def looseness(actual, seen):
    """Open verdicts that no completion tried separates, and score ends that none reaches."""
    open_only = [
        name
        for name, claim in verdicts(actual).items()
        if claim == "open" and verdicts(seen).get(name) in ("met", "not_met")
    ]
    bounds, reached = flatten(actual["score"], "score"), flatten(seen["score"], "score")
    ends = [name for name, value in reached.items() if bounds.get(name, value) != value]
    return open_only, ends


class Command:
    """The native command under test."""

    def __init__(self, words, today):
        self.words = [*words, "assess", "--json", "--today", today, "-"]

    def answers(self, dossiers):
        """One answer a dossier, in order; None where a line is no JSON object."""
        lines = "".join(json.dumps(d, ensure_ascii=False) + "\n" for d in dossiers)
        done = subprocess.run(self.words, input=lines.encode(), capture_output=True, check=False)
        out = done.stdout.decode().splitlines()
        if len(out) != len(dossiers):
            print(f"{len(dossiers)} lines in, {len(out)} out, exit code {done.returncode}")
            print(done.stderr.decode()[-2000:])
        return [parsed(line) for line in out] + [None] * (len(dossiers) - len(out))


def parsed(line):
    """The object on a line, or None."""
    try:
        value = json.loads(line)
    except ValueError:
        return None
    return value if isinstance(value, dict) else None


class Tally:
    """What passed and failed; the first failures are shown, their dossiers written to files."""

    def __init__(self, folder):
        self.folder, self.passed, self.failed = Path(folder), 0, 0
        self.kinds = {}

    def take(self, label, dossier, answer, found, completed=None):
        """Counts one dossier; `found` are its differences, `completed` what showed them."""
        if not found:
            self.passed += 1
            return
        self.failed += 1
        for line in found:
            name = line.split(":")[0]
            self.kinds[name] = self.kinds.get(name, 0) + 1
        if self.failed <= SHOWN:
            self.folder.mkdir(parents=True, exist_ok=True)
            papers = {"dossier": dossier, "answer": answer, "completed": completed}
            for name, paper in papers.items():
                if paper is not None:
                    text = json.dumps(paper, ensure_ascii=False, indent=1)
                    (self.folder / f"{label}.{name}.json").write_text(text + "\n")
            print(f"{label}: {self.folder}/{label}.*.json")
            for line in found[:12]:
                print(f"  {line}")
            if len(found) > 12:
                print(f"  and {len(found) - 12} more")

    def close(self):
        """The closing lines; whether all passed."""
        for name, times in sorted(self.kinds.items(), key=lambda kind: -kind[1])[:20]:
            print(f"  {times:6} × {name}")
        print(f"{self.passed} passed, {self.failed} failed")
        return self.failed == 0


def compare_complete(command, generator, count, tally):
    """Complete dossiers: every line must be equal."""
    for start in range(0, count, BATCH):
        dossiers = [generator.dossier() for _ in range(min(BATCH, count - start))]
        for place, (dossier, answer) in enumerate(zip(dossiers, command.answers(dossiers))):
            if answer is None or "verdicts" not in answer:
                found = [f"no assessment: {str(answer)[:300]}"]
            else:
                season = generator.season
                everything = conditions_of_all(dossier, season)
                found = differences(assess(dossier, season), answer, everything)
            tally.take(f"complete-{start + place}", dossier, answer, found)


def compare_partial(command, generator, count, tries, tally):
    """Partial dossiers: no completion may overturn a verdict or leave an interval."""
    loose, looser = {}, 0
    for start in range(0, count, BATCH):
        dossiers = [generator.partial() for _ in range(min(BATCH, count - start))]
        for place, (dossier, answer) in enumerate(zip(dossiers, command.answers(dossiers))):
            rng = random.Random(start + place)
            found, seen, shown = check_partial(dossier, answer, generator, rng, tries)
            tally.take(f"partial-{start + place}", dossier, answer, found, shown)
            if found or seen is None:
                continue
            names = sum(looseness(answer, seen), [])
            looser += bool(names)
            for name in names:
                loose[name] = loose.get(name, 0) + 1
    print(f"{looser} of {count} partial answers are wider than the completions tried (no failure)")
    for name, times in sorted(loose.items(), key=lambda kind: -kind[1])[:10]:
        print(f"  {times:6} × {name}")


def check_partial(dossier, answer, generator, rng, tries):
    """What a completion denies, what they span together, and the completion that denied."""
    if answer is None or "verdicts" not in answer:
        return [f"no assessment: {str(answer)[:300]}"], None, None
    season = generator.season
    whole = []
    for completed in completions(dossier, rng, tries, generator.today):
        result = assess(completed, season, earliest=False)
        found = overturned(answer, result, conditions_of_all(completed, season))
        found += lacking(answer, result, dossier["profile"].get("category"))
        if found:
            return found, None, completed
        whole.append(result)
    return [], functools.reduce(join, whole), None


def main():
    """Compares and exits 1 on any difference."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("command", nargs="+", help="the command `zhicheng`")
    options.add_argument("--n", type=int, default=2000, help="complete dossiers")
    options.add_argument("--partial", type=int, help="partial dossiers, a quarter of N unless given")
    options.add_argument("--tries", type=int, default=24, help="completions of each")
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--season", type=int, default=2026)
    options.add_argument("--today", default="2026-11-24")
    options.add_argument("--failures", default=os.path.join(tempfile.gettempdir(), "zhicheng-oracle"), help="folder for failures")
    given = options.parse_args()
    command = Command(given.command, given.today)
    tally = Tally(given.failures)
    rng = random.Random(given.seed)
    generator = Generator(rng, given.season, given.today)
    compare_complete(command, generator, given.n, tally)
    partial = given.n // 4 if given.partial is None else given.partial
    if partial:
        compare_partial(command, generator, partial, given.tries, tally)
    sys.exit(0 if tally.close() else 1)


if __name__ == "__main__":
    main()

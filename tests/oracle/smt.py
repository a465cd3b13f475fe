"""A second oracle: an SMT solver says whether some completion meets a goal, and whether some fails it.

    python3 tests/oracle/smt.py ZHICHENG [--candidates N] [--books N] [--dossiers N] [--seed S]

It reads the compiled book of twenty inputs, states each rule as a formula, and asks z3 twice for each partial candidate:
can the level be met, can it fail. The answer of the command must be the same, exactly. Then it makes random books out of
that one (nested all, any, at least, not, comparisons, bands of points under caps) and does the same with them.

Exit code 1 on any difference. Needs `z3-solver` (tests/requirements.txt).
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
from decimal import Decimal
from pathlib import Path

import z3

BOOK = Path(__file__).parent.parent / "vectors" / "books" / "synthetic-20.json"
DEGREES = ["other", "bachelor", "master", "doctor"]


class Formulas:
    """The rules of a book as formulas."""

    def __init__(self, book):
        self.book = book
        self.clauses = {clause["id"]: clause["form"][0]["rule"] for clause in book["clause"]}
        self.answers, self.ranges = {}, []
        for question in book["question"]:
            self.declare(question["id"], question["kind"])

    def declare(self, name, kind):
        if kind == "yes_no":
            self.answers[name] = z3.Bool(name)
        elif "integer" in kind or "choice" in kind:
            answer = self.answers[name] = z3.Int(name)
            least, most = (
                (kind["integer"]["min"], kind["integer"]["max"])
                if "integer" in kind
                else (0, len(kind["choice"]) - 1)
            )
            self.ranges += [answer >= int(least), answer <= int(most)]

    def value(self, name, constant):
        """A constant of the book, or an answer of a dossier, as the solver has it."""
        if isinstance(constant, bool):
            return z3.BoolVal(constant)
        if isinstance(constant, str):
            kind = next(q["kind"] for q in self.book["question"] if q["id"] == name)
            return z3.IntVal([choice["id"] for choice in kind["choice"]].index(constant))
        return z3.IntVal(int(constant))

    def test(self, name, test):
        answer = self.answers[name]
        if not isinstance(test, dict):
            return answer == self.value(name, test)
        bounds = []
        if "is" in test:
            bounds.append(answer == self.value(name, test["is"]))
        if "one_of" in test:
            bounds.append(z3.Or([answer == self.value(name, one) for one in test["one_of"]]))
        if "at_least" in test:
            bounds.append(answer >= self.value(name, test["at_least"]))
        if "at_most" in test:
            bounds.append(answer <= self.value(name, test["at_most"]))
        return z3.And(bounds)

    def rule(self, rule):
        if rule == "score_reaches_line":
            return self.total() >= hundredths(self.book["score"]["line"])
        (form, content), = rule.items()
        if form == "all":
            return z3.And([self.rule(part) for part in content])
        if form == "any":
            return z3.Or([self.rule(part) for part in content])
        if form == "not":
            return z3.Not(self.rule(content))
        if form == "at_least":
            parts = [z3.If(self.rule(part), 1, 0) for part in content["of"]]
            return z3.Sum(parts) >= int(content["count"])
        if form == "clause":
            return self.rule(self.clauses[content])
        if form == "answer":
            return self.test(content["question"], content["test"])
        raise ValueError(f"no formula for `{form}`")

    def points(self, earn):
        (form, content), = earn.items()
        if form == "highest":
            points = z3.IntVal(0)
            for other in map(self.points, content):
                points = z3.If(other > points, other, points)
            return points
        assert form == "answer", form
        points = z3.IntVal(0)
        for option in reversed(content["option"]):
            met = self.test(content["question"], option["test"])
            points = z3.If(met, hundredths(option["points"]), points)
        return points

    def total(self):
        def capped(points, cap):
            return z3.If(points > cap, cap, points)

        total = []
        for block in self.book["score"]["block"]:
            rows = [row for row in self.book["score"]["row"] if row["block"] == block["id"]]
            cap = hundredths(block["cap"])
            points = [capped(self.points(row["earn"]), hundredths(row.get("cap", block["cap"]))) for row in rows]
            total.append(capped(z3.Sum(points), cap))
        return z3.Sum(total)

    def level(self):
        gates = [clause["id"] for clause in self.book["clause"] if clause["kind"] == "gate"]
        routes = [[*gates, *route["requires"]] for route in self.book["route"]]
        return z3.Or([z3.And([self.rule(self.clauses[clause]) for clause in route]) for route in routes])


def hundredths(points):
    return int(Decimal(str(points)) * 100)


def verdicts(book, dossiers):
    """What all completions of each dossier agree on."""
    formulas = Formulas(book)
    level = z3.Bool("level")
    solver = z3.Solver()
    solver.add(formulas.ranges)
    solver.add(level == formulas.level())
    found = []
    for dossier in dossiers:
        known = [
            formulas.answers[name] == formulas.value(name, answer)
            for name, answer in dossier.items()
        ]
        met = solver.check(*known, level) == z3.sat
        fails = solver.check(*known, z3.Not(level)) == z3.sat
        found.append("open" if met and fails else "met" if met else "not_met")
    return found


def command(zhicheng, book, dossiers):
    """What the command says of the same."""
    head = {"format": "zhicheng-dossier/1", "book": book["id"], "season": 2026}
    lines = "\n".join(json.dumps({**head, "profile": dossier}) for dossier in dossiers)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "book.json"
        path.write_text(json.dumps(book), encoding="utf-8")
        arguments = [zhicheng, "assess", "--brief", "--book", path, "--today", "2026-12-31", "-"]
        run = subprocess.run(arguments, input=lines, capture_output=True, text=True, check=True)
    judged = map(json.loads, run.stdout.splitlines())
    return [("bounded" if line.get("bounded") else line["levels"]["title"]) for line in judged]


def candidates():
    """The partial candidates, drawn by the sequence of `tests/peers`."""
    state = 20_261_123

    def following():
        nonlocal state
        state = (state + 0x6D2B79F5) & 0xFFFFFFFF
        t = ((state ^ state >> 15) * (1 | state)) & 0xFFFFFFFF
        t = ((t + ((t ^ t >> 7) * (61 | t) & 0xFFFFFFFF)) & 0xFFFFFFFF) ^ t
        return (t ^ t >> 14) / 2**32

    share = {"integ": 0.95, "assess": 0.9, "sig": 0.05, **{f"a{k}": 0.22 for k in range(1, 7)}}
    numbers = {"edu": 4, "yrs": 12, "ce": 160, **{f"s{k}": 6 for k in range(1, 9)}}
    order = ["integ", "assess", "edu", "yrs", "ce", "sig", *(f"a{k}" for k in range(1, 7)), *(f"s{k}" for k in range(1, 9))]

    def draw(name):
        drawn = following()
        value = drawn < share[name] if name in share else int(drawn * numbers[name])
        return DEGREES[value] if name == "edu" else value

    complete = [{name: draw(name) for name in order} for _ in range(10_000)]
    return [{name: value for name, value in who.items() if following() >= 0.25} for who in complete]


class Draw:
    """Random rules over the questions of the book, and random dossiers for them."""

    YES_NO = ["integ", "assess", "sig", "a1", "a2", "a3"]
    NUMBERS = {"yrs": 11, "s1": 5, "s2": 5}

    def __init__(self, seed):
        self.random = random.Random(seed)

    def book(self, book):
        book = json.loads(json.dumps(book))
        for place, clause in enumerate(book["clause"]):
            before = [other["id"] for other in book["clause"][:place]]
            # Gates stand before everything: were they hard, nothing else would matter.
            gate = {"any": [self.leaf(before) for _ in range(4)]}
            clause["form"][0]["rule"] = gate if clause["kind"] == "gate" else self.rule(3, before)
        book["score"]["line"] = self.random.randint(4, 40)
        for row in book["score"]["row"]:
            row["earn"] = self.random.choice([self.earn(), {"highest": [self.earn(), self.earn()]}])
            row["cap"] = self.random.randint(3, 20)
        book["score"]["block"][0]["cap"] = self.random.randint(20, 60)
        return book

    def rule(self, depth, before):
        if depth == 0 or self.random.random() < 0.3:
            return self.leaf(before)
        parts = [self.rule(depth - 1, before) for _ in range(self.random.randint(2, 3))]
        form = self.random.choice(["all", "any", "at_least", "not"])
        if form == "at_least":
            return {form: {"count": self.random.randint(1, 2), "of": parts}}
        return {form: parts[0] if form == "not" else parts}

    def leaf(self, before):
        sort = self.random.randrange(6)
        if sort == 0 and before:
            return {"clause": self.random.choice(before)}
        if sort == 1:
            return "score_reaches_line"
        return {"answer": self.asked()}

    def asked(self):
        sort = self.random.randrange(3)
        if sort == 0:
            return {"question": self.random.choice(self.YES_NO), "test": self.random.random() < 0.7}
        if sort == 1:
            return {"question": "edu", "test": {"one_of": self.random.sample(DEGREES, 2)}}
        name = self.random.choice(list(self.NUMBERS))
        bound = self.random.randint(0, self.NUMBERS[name])
        return {"question": name, "test": {self.random.choice(["at_least", "at_most", "is"]): bound}}

    def earn(self):
        name = self.random.choice(list(self.NUMBERS))
        bounds = sorted(self.random.sample(range(1, self.NUMBERS[name] + 1), 2), reverse=True)
        option = [{"test": {"at_least": bound}, "points": self.random.randint(1, 12)} for bound in bounds]
        return {"answer": {"question": name, "option": option}}

    def dossier(self):
        full = {name: self.random.random() < 0.5 for name in self.YES_NO}
        full |= {name: self.random.randint(0, most) for name, most in self.NUMBERS.items()}
        full |= {"edu": self.random.choice(DEGREES)}
        missing = self.random.random() * 0.6
        return {name: value for name, value in full.items() if self.random.random() >= missing}


def compare(zhicheng, book, dossiers, what):
    """Prints every difference; how many there are, and how often the command hit its bound."""
    expected, found = verdicts(book, dossiers), command(zhicheng, book, dossiers)
    assert len(expected) == len(found), what
    differing = [pair for pair in zip(expected, found, dossiers) if pair[0] != pair[1] and pair[1] != "bounded"]
    for right, said, dossier in differing[:5]:
        print(f"{what}: {said}, and it is {right}: {json.dumps(dossier)}")
    return len(differing), found.count("bounded")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("zhicheng")
    parser.add_argument("--candidates", type=int, default=2_000)
    parser.add_argument("--books", type=int, default=50)
    parser.add_argument("--dossiers", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    book = json.loads(BOOK.read_text(encoding="utf-8"))
    differing, bounded = compare(options.zhicheng, book, candidates()[: options.candidates], "the book of twenty inputs")
    print(f"{options.candidates} candidates: {differing} differ, {bounded} at the bound")
    wrong = differing + bounded
    differing = bounded = 0
    for seed in range(options.seed, options.seed + options.books):
        draw = Draw(seed)
        made = draw.book(book)
        dossiers = [draw.dossier() for _ in range(options.dossiers)]
        more = compare(options.zhicheng, made, dossiers, f"random book {seed}")
        differing, bounded = differing + more[0], bounded + more[1]
    dossiers = options.books * options.dossiers
    print(f"{dossiers} dossiers under {options.books} random books: {differing} differ, {bounded} at the bound")
    sys.exit(1 if wrong + differing else 0)


if __name__ == "__main__":
    main()

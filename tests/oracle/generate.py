#!/usr/bin/env python3
"""Random dossiers, biased to the edges at which a verdict turns, one JSON object a line."""

import argparse
import copy
import json
import random
from datetime import date, timedelta

from days import ONE_DAY, anniversaries, day, edge_days, last_day
from oracle import assess
from score import LINE
from vocabulary import (
    ACHIEVEMENTS, AUTHORSHIPS, CATEGORIES, CERTIFICATES, DECIDING, DEGREES, LISTS, MODES, PATENTS,
    RESULTS, ROLES, SEVERITIES, TIERS, TITLES, WORKPLACES, fields_of, grades_of,
)  # fmt: skip

ALL_KINDS = tuple(ACHIEVEMENTS)
# The kinds that a category's conditions ask for.
FITTING = {
    "safety_science": ("research", "standard", "advice", "patent", "award", "paper", "monograph"),
    "technical_service": ("project", "incident", "standard", "advice", "award", "patent", "paper"),
    "safety_management": ("advice", "incident", "honour", "project", "award", "standard", "paper"),
}
SURNAMES, GIVEN = "赵钱孙李周吴郑王", ("安", "宁", "建国", "丽华", "买买提", "·热合曼")
NAMES = ("name", "employer", "employer_kind", "review_path", "target_level", "id_number")


class Generator:
    """Draws dossiers for one season."""

    def __init__(self, rng, season=2026, today="2026-11-24"):
        self.rng, self.season, self.today = rng, season, day(today)
        self.cut_off = last_day(season)
        self.edges = edge_days(self.cut_off)

    def chance(self, probability):
        """Whether this time it happens."""
        return self.rng.random() < probability

    def dossier(self):
        """A complete dossier."""
        eligible = self.chance(0.6)
        found = {
            "format": "zhicheng-dossier/1",
            "book": "zhejiang-safety-2019",
            "season": self.season,
            "profile": self.profile(eligible),
            "degrees": [self.degree() for _ in range(self.rng.choice((0, 1, 1, 2, 3)))],
            "titles": self.titles(eligible),
            "certificates": [self.certificate() for _ in range(self.rng.choice((0, 0, 1, 2, 4)))],
            "assessments": self.assessments(eligible),
            "training": self.training(eligible),
            "achievements": [],
            "complete": list(LISTS),
        }
        self.achieve(found)
        return self.numbered(found)

    def partial(self, missing=None, opened=None):
        """A dossier in which answers are missing and lists are open."""
        missing = self.rng.choice((0.02, 0.08, 0.3)) if missing is None else missing
        opened = self.rng.choice((0.0, 0.2, 0.6)) if opened is None else opened
        found = copy.deepcopy(self.dossier())
        profile = found["profile"]
        for name in DECIDING + NAMES:
            if name in profile and self.chance(missing):
                del profile[name]
        if "sex" not in profile or "birth_date" not in profile:
            profile.pop("id_number", None)
        for list_name in LISTS:
            for record in found[list_name]:
                for field in fields_of(list_name, record):
                    if self.chance(missing):
                        del record[field]
            if self.chance(opened):
                found["complete"].remove(list_name)
                kept = self.rng.choice((0.0, 0.5, 1.0))
                found[list_name] = [r for r in found[list_name] if self.chance(kept)]
        return found

    def profile(self, eligible):
        """The applicant; an eligible one has nothing against them but perhaps age."""
        sex = self.rng.choice(("female", "male"))
        born = self.birth(sex, eligible)
        bad = 0.0 if eligible else 0.12
        latest = min(self.season, self.today.year)
        profile = {
            "name": self.rng.choice(SURNAMES) + self.rng.choice(GIVEN),
            "sex": sex,
            "birth_date": born.isoformat(),
            "employer": "某安全技术有限公司",
            "employer_kind": self.rng.choice(
                ("public_institution", "state_owned", "private", "other")
            ),
            "review_path": self.rng.choice(("city", "provincial_unit", "agency")),
            "in_post": not self.chance(bad),
            "civil_servant": self.chance(bad),
            "under_penalty": self.chance(bad),
            "misconduct_year": self.rng.randint(latest - 5, latest) if self.chance(2 * bad) else None,
            "late_retirement_approved": self.chance(0.1),
            "target_level": self.rng.choice(("senior", "professorial")),
            "category": self.rng.choice(CATEGORIES),
            "front_line_years": self.rng.choice((0, 1, 4, 5, 9, 10, 14, 15, 33)),
            "safety_management_years": self.rng.choice((0, 4, 5, 7, 8, 20)),
            "workplace_tier": self.rng.choice(WORKPLACES),
        }
        if self.chance(0.5):
            profile["id_number"] = id_number(born, sex, self.rng)
        return profile

    def birth(self, sex, eligible):
        """A birth date: at the retirement edge, at a step of the delay, a leap day, or any."""
        if eligible and self.chance(0.6):
            return date(1985, 1, 1) + timedelta(days=self.rng.randrange(4000))
        years, first = (60, 1965) if sex == "male" else (55, 1970)
        draw = self.rng.random()
        if draw < 0.4:
            edge = date(self.season - years, 7, 31)
            return edge + self.rng.choice((-31, -30, -2, -1, 0, 1, 2, 30, 31, 366)) * ONE_DAY
        if draw < 0.6:
            month = self.rng.choice((1, 4, 5, 8, 9, 12))
            return date(first + self.rng.randrange(12), month, 1) - self.rng.choice((0, 1)) * ONE_DAY
        if draw < 0.75:
            return date(self.rng.choice((1960, 1964, 1968, 1972, 1976, 1988)), 2, 29)
        return date(1958, 1, 1) + timedelta(days=self.rng.randrange(15000))

    def degree(self):
        """A degree, sometimes dated around the cut-off."""
        return {
            "level": self.rng.choice(DEGREES),
            "mode": self.rng.choice(MODES),
            "date": self.when(0.15, date(2000, 1, 1)),
        }

    def titles(self, eligible):
        """Titles of either level; an eligible applicant often has both."""
        if eligible and self.chance(0.5):
            return [self.title(level) for level in TITLES]
        return [
            self.title(self.rng.choice(TITLES)) for _ in range(self.rng.choice((0, 1, 1, 2, 2, 3)))
        ]

    def title(self, level):
        """A title, mostly at an edge of its years."""
        registered = level == "engineer" and self.chance(0.2)
        return {
            "level": level,
            "how": "registered_safety_engineer" if registered else "review",
            "appointed": self.when(0.7, date(2004, 1, 1)),
        }

    def certificate(self):
        """A certificate, sometimes expired or expiring at the cut-off."""
        granted = day(self.when(0.4, date(2008, 1, 1)))
        ends = [self.cut_off + k * ONE_DAY for k in (-366, -1, 0, 1, 365, 366, 1500)]
        ends = [None, None] + [end.isoformat() for end in ends if end >= granted]
        return {
            "kind": self.rng.choice(CERTIFICATES),
            "date": granted.isoformat(),
            "valid_until": self.rng.choice(ends),
        }

    def assessments(self, eligible):
        """Yearly results; an eligible applicant has all that are needed."""
        results = RESULTS[:2] if eligible else RESULTS[:2] * 6 + RESULTS[2:]
        kept = 1.0 if eligible else 0.93
        years = range(self.season - 5, self.season + 1)
        return [
            {"year": year, "result": self.rng.choice(results)}
            for year in years
            if self.chance(kept) or (eligible and year < self.season)
        ]

    def training(self, eligible):
        """Yearly hours at and around the floors."""
        first = self.season - self.rng.choice((4, 5, 5, 6))
        short = 0.0 if eligible else 0.04
        hours = lambda floor: self.rng.choice(
            (floor - 1, floor - 0.1, floor - 0.01) if self.chance(short) else (floor, floor + 0.5, floor + 10)
        )
        return [
            {
                "year": year,
                "total_hours": hours(90),
                "professional_hours": hours(60),
                "public_hours": hours(18),
            }
            for year in range(first, self.season + self.rng.choice((0, 0, 1)))
            if eligible or self.chance(0.97)
        ]

    def achieve(self, found):
        """Achievements: few, many, or just so many that the score comes near the line."""
        draw, records = self.rng.random(), found["achievements"]
        if draw < 0.3:
            self.approach_line(found)
        elif draw < 0.55:
            records.extend(self.repeated(FITTING[found["profile"]["category"]]))
        else:
            most = 4 if draw < 0.7 else 12 if draw < 0.9 else 30
            fitting = FITTING[found["profile"]["category"]] if self.chance(0.4) else ALL_KINDS
            records.extend(self.achievement(fitting) for _ in range(self.rng.randrange(most + 1)))

    def repeated(self, kinds):
        """A few achievements, each up to five times over: conditions ask for one to four."""
        found = []
        for _ in range(self.rng.randrange(1, 6)):
            one = self.achievement(kinds)
            one["date"] = self.when(0.1, date(2022, 1, 1))
            found.extend(copy.deepcopy(one) for _ in range(self.rng.randrange(1, 6)))
        return found

    def approach_line(self, found):
        """Adds achievements until the next one would come to or over the line, then the closest."""
        records = found["achievements"]
        total = lambda: assess(found, self.season, earliest=False)["score"]["total"]["low"]
        while len(records) < 45 and total() < LINE - 700:
            records.append(self.achievement())
        distances = []
        for _ in range(12):
            records.append(self.achievement())
            distances.append((abs(total() - LINE), len(distances), records.pop()))
        records.append(min(distances)[2])

    def achievement(self, kinds=ALL_KINDS):
        """One achievement of these kinds, graded and ranked over the whole range."""
        kind = self.rng.choice(kinds)
        rank = self.rng.choice((1, 1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8))
        values = {
            "grade": lambda: self.rng.choice(grades_of(kind)),
            "role": lambda: self.rng.choice(ROLES + ROLES[:1]),
            "severity": lambda: self.rng.choice(SEVERITIES),
            "rank": lambda: rank,
            "class": lambda: self.rng.choice((1, 2, 3)),
            "project_key": lambda: self.rng.choice((None, None, "甲", "乙")),
            "family_key": lambda: self.rng.choice((None, None, "甲", "乙")),
            "tier": lambda: self.rng.choice(TIERS),
            "authorship": lambda: self.rng.choice(AUTHORSHIPS + AUTHORSHIPS[:1]),
            "ten_thousand_characters": lambda: self.rng.choice((0.5, 2.99, 3, 3.9, 4, 4.5, 5, 12)),
            "type": lambda: self.rng.choice(PATENTS),
        }
        record = {"kind": kind, "title": "某成果", "date": self.when(0.3, date(2019, 1, 1))}
        record.update({name: values[name]() for name in ACHIEVEMENTS[kind]})
        if kind == "award" and record["grade"] == "national":
            record["class"] = self.rng.choice((1, 2))
        return {**record, "evidence": ["证明.pdf"]}

    def when(self, edge, since):
        """A day: with the given probability one at an edge, else between `since` and the cut-off."""
        if self.chance(edge):
            choices = anniversaries(self.cut_off) if self.chance(0.6) else self.edges
            return self.rng.choice(choices).isoformat()
        span = (self.cut_off - since).days + 1
        return (since + timedelta(days=self.rng.randrange(span))).isoformat()

    def numbered(self, found):
        """The dossier with an id for each record."""
        number = 0
        for name in LISTS:
            for place, record in enumerate(found[name]):
                number += 1
                found[name][place] = {"id": f"{name[0]}{number}", **record}
        return found


def id_number(born, sex, rng):
    """A GB 11643 number with its check digit, odd order numbers for men."""
    order = 2 * rng.randrange(499) + (1 if sex == "male" else 2)
    body = f"330106{born:%Y%m%d}{order:03d}"
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return body + "10X98765432"[sum(w * int(c) for w, c in zip(weights, body)) % 11]


def main():
    """Writes the dossiers."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--n", type=int, default=100)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--season", type=int, default=2026)
    options.add_argument("--partial", action="store_true")
    options.add_argument("--missing", type=float, help="probability that an answer is missing")
    options.add_argument("--open", type=float, help="probability that a list is open")
    given = options.parse_args()
    generator = Generator(random.Random(given.seed), given.season)
    for _ in range(given.n):
        one = generator.partial(given.missing, given.open) if given.partial else generator.dossier()
        print(json.dumps(one, ensure_ascii=False))


if __name__ == "__main__":
    main()

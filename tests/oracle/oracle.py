#!/usr/bin/env python3
"""A second, independent assessment of a dossier, written from the domain description alone.

It knows complete dossiers only: every answer given, every list said to be complete. What a
partial dossier allows is found by completing it in many ways (`completions`).
"""

import json
import sys
from datetime import date
from decimal import Decimal

from completions import completions
from conditions import CONDITIONS, Window, landmark
from days import add_years, day, full_years, last_day, retirement_day
from score import LINE, score
from vocabulary import ACHIEVEMENTS, DECIDING, LISTS, fields_of

__all__ = ["assess", "completions", "loads", "refusals", "is_complete", "envelope"]

LEVELS = ("senior", "professorial")
TRAINING_YEARS = {"senior": 4, "professorial": 5}
FLOORS = {"total_hours": 90, "professional_hours": 60, "public_hours": 18}
SEASONS_AHEAD = 10


def assess(dossier, season_year, cut_off=None, earliest=True):
    """Verdicts, score and earliest years of a complete dossier, shaped as the published example."""
    if not is_complete(dossier):
        raise ValueError("the oracle assesses complete dossiers only")
    facts = Facts(dossier)
    cut_off = day(cut_off) if cut_off else last_day(season_year)
    now = Moment(facts, season_year, cut_off, season_year)
    result = {
        "format": "zhicheng-assessment/1",
        "season": season_year,
        "cut_off": cut_off.isoformat(),
        "verdicts": {
            "gates": {level: words(now.gates(level)) for level in LEVELS},
            "conditions": {level: words(now.conditions(level)) for level in LEVELS},
            "routes_beside_gates": {level: words(now.beside(level)) for level in LEVELS},
            "routes": {level: words(now.routes(level)) for level in LEVELS},
            "levels": words({level: any(now.routes(level).values()) for level in LEVELS}),
        },
        "score": bounds(now.score()),
    }
    if earliest:
        result["earliest"] = earliest_years(facts, season_year, cut_off)
    return result


class Facts:
    """The dossier with its days read; nothing is judged here."""

    def __init__(self, dossier):
        self.profile = dossier["profile"]
        self.birth = day(self.profile["birth_date"])
        self.degrees = [(day(d["date"]), d["level"], d["mode"]) for d in dossier["degrees"]]
        self.titles = [(day(t["appointed"]), t["level"]) for t in dossier["titles"]]
        self.certificates = [
            (day(c["date"]), c["kind"], c["valid_until"] and day(c["valid_until"]))
            for c in dossier["certificates"]
        ]
        self.assessments = {a["year"]: a["result"] for a in dossier["assessments"]}
        self.training = {t["year"]: t for t in dossier["training"]}
        self.achievements = [(day(a["date"]), a) for a in dossier["achievements"]]


class Moment:
    """The facts as they stand on one season's cut-off day.

    Assessments and training of `assumed_from` and later years are taken as met.
    """

    def __init__(self, facts, season, cut_off, assumed_from):
        self.facts, self.season, self.cut_off = facts, season, cut_off
        self.assumed_from = assumed_from
        engineer = [on for on, kind, _ in facts.certificates if kind == "registered_safety_engineer"]
        self.engineer = self.since("engineer", engineer)
        self.senior_engineer = self.since("senior_engineer", [])
        self.windows = {
            "senior": self.window(self.engineer),
            "professorial": self.window(self.senior_engineer),
        }
        self.degrees = [(level, mode) for on, level, mode in facts.degrees if on <= cut_off]
        self.certificates = [
            kind
            for on, kind, until in facts.certificates
            if on <= cut_off and (until is None or until >= cut_off)
        ]
        self._beside = {}

    def since(self, level, others):
        """The earliest day of the title on or before the cut-off, or None."""
        days = [on for on, title in self.facts.titles if title == level] + others
        return min((on for on in days if on <= self.cut_off), default=None)

    def window(self, appointed):
        """The achievements of the title's time or of the last five years, both ends inside."""
        first = add_years(self.cut_off, -5)
        if appointed is not None:
            first = min(first, appointed)
        return Window([a for on, a in self.facts.achievements if first <= on <= self.cut_off])

    def gates(self, level):
        """G1 to G7."""
        profile, misconduct = self.facts.profile, self.facts.profile["misconduct_year"]
        retired = retirement_day(profile["sex"], self.facts.birth) <= self.cut_off
        barred = misconduct is not None and misconduct <= self.season <= misconduct + 3
        return {
            "G1": profile["in_post"],
            "G2": not profile["civil_servant"],
            "G3": profile["late_retirement_approved"] or not retired,
            "G4": not barred,
            "G5": not profile["under_penalty"],
            "G6": all(self.assessed(self.season - back) for back in (1, 2, 3)),
            "G7": all(
                self.trained(self.season - back) for back in range(1, TRAINING_YEARS[level] + 1)
            ),
        }

    def assessed(self, year):
        """Whether the year's assessment exists and is competent or better, or is assumed."""
        result = self.facts.assessments.get(year)
        return year >= self.assumed_from or result in ("excellent", "competent")

    def trained(self, year):
        """Whether the year's training reaches every floor, or is assumed."""
        hours = self.facts.training.get(year)
        if year >= self.assumed_from:
            return True
        return hours is not None and all(hours[name] >= FLOORS[name] for name in FLOORS)

    def conditions(self, level, category=None):
        """Capability and performance conditions of the chosen category."""
        category = category or self.facts.profile["category"]
        years = self.facts.profile["safety_management_years"]
        judge = CONDITIONS[category]
        return judge(level == "senior", self.windows[level], self.certificates, years)

    def beside(self, level):
        """What each route requires beside the gates."""
        if level not in self._beside:
            found = {
                "standard": self.qualified(level) and self.two_of_each(level),
                "landmark": landmark(level == "senior", self.windows[level]),
            }
            if level == "senior":
                total = self.score()["total"]
                found["scored"] = self.engineer is not None and total >= LINE
            self._beside[level] = found
        return self._beside[level]

    def qualified(self, level):
        """Degree and years in the title the level builds on."""
        degrees = {degree for degree, _ in self.degrees}
        bachelor = bool(degrees & {"doctor", "master", "second_bachelor", "bachelor"})
        since = self.engineer if level == "senior" else self.senior_engineer
        if since is None:
            return False
        years = full_years(since, self.cut_off)
        if level == "senior" and "doctor" in degrees and years >= 2:
            return True
        return bachelor and years >= 5

    def two_of_each(self, level):
        """At least two capability and two performance conditions."""
        held = [name[1] for name, met in self.conditions(level).items() if met]
        return held.count("C") >= 2 and held.count("P") >= 2

    def routes(self, level):
        """A route holds only with all gates."""
        gates = all(self.gates(level).values())
        return {name: gates and met for name, met in self.beside(level).items()}

    def score(self):
        """Points in hundredths; always by the senior window."""
        profile = self.facts.profile
        years = full_years(self.engineer, self.cut_off) if self.engineer else 0
        own = {
            "degrees": self.degrees,
            "engineer_years": years,
            "front_line_years": profile["front_line_years"],
            "workplace": profile["workplace_tier"],
            "certificates": self.certificates,
        }
        return score(own, self.windows["senior"])


def earliest_years(facts, season_year, cut_off):
    """Year by year: the first season that meets each route, at most ten on, else None."""
    found = {"senior": dict.fromkeys(("standard", "landmark", "scored"))}
    found["professorial"] = dict.fromkeys(("standard", "landmark"))
    for year in range(season_year, season_year + SEASONS_AHEAD + 1):
        until = cut_off if year == season_year else last_day(year)
        moment = Moment(facts, year, until, season_year)
        for level in LEVELS:
            if not all(moment.gates(level).values()):
                continue
            for route, met in moment.beside(level).items():
                if met and found[level][route] is None:
                    found[level][route] = year
    return found


def conditions_of_all(dossier, season_year, cut_off=None):
    """The conditions of every category by level, for readers that list more than the chosen one."""
    until = day(cut_off) if cut_off else last_day(season_year)
    moment = Moment(Facts(dossier), season_year, until, season_year)
    return {
        level: words({k: v for c in CONDITIONS for k, v in moment.conditions(level, c).items()})
        for level in LEVELS
    }


def is_complete(dossier):
    """Whether nothing that a rule reads is missing."""
    if set(dossier.get("complete", ())) != set(LISTS):
        return False
    if any(name not in dossier.get("profile", {}) for name in DECIDING):
        return False
    return all(
        name in record
        for list_name in LISTS
        for record in dossier.get(list_name, ())
        for name in fields_of(list_name, record)
    )


def refusals(dossier, today):
    """What section 12 refuses: a reader may not accept such a dossier."""
    found = []
    if (dossier["profile"].get("misconduct_year") or 0) > day(today).year:
        found.append("misconduct after today")
    for name in ("assessments", "training"):
        years = [r["year"] for r in dossier.get(name, ()) if "year" in r]
        if len(years) != len(set(years)):
            found.append("a second record of one year in " + name)
    for title in dossier.get("titles", ()):
        if title.get("level") == "senior_engineer" and title.get("how") not in (None, "review"):
            found.append("a senior engineer by registration")
    for record in dossier.get("achievements", ()):
        if record["kind"] not in ACHIEVEMENTS:
            found.append("an unknown kind")
        if record["kind"] == "award" and record.get("grade") == "national" and record.get("class") == 3:
            found.append("a national award of class 3")
    return found


def envelope(dossier, season_year, cut_off=None, rng=None, n=40):
    """Verdicts and score of a partial dossier, as wide as the completions tried make them."""
    whole = None
    for completed in completions(dossier, rng, n):
        found = assess(completed, season_year, cut_off, earliest=False)
        whole = found if whole is None else join(whole, found)
    return whole


def join(left, right):
    """Both assessments in one: verdicts that differ are open, intervals cover both."""
    if isinstance(left, dict) and set(left) == {"low", "high"}:
        return {"low": min(left["low"], right["low"]), "high": max(left["high"], right["high"])}
    if isinstance(left, dict):
        shared = [key for key in left if key in right]
        return {key: join(left[key], right[key]) for key in shared}
    return left if left == right else "open"


def words(verdicts):
    """True is met, False is not_met."""
    return {name: "met" if met else "not_met" for name, met in verdicts.items()}


def bounds(points):
    """Exact points as intervals of no width."""
    exact = lambda value: {"low": value, "high": value}
    return {
        "line": LINE,
        "rows": {name: exact(value) for name, value in points["rows"].items()},
        "blocks": {name: exact(value) for name, value in points["blocks"].items()},
        "total": exact(points["total"]),
    }


def loads(text):
    """A dossier from JSON, decimals kept exact."""
    return json.loads(text, parse_float=Decimal)


def main():
    """Stands in for the command: `oracle.py assess --json -`, JSON lines in and out."""
    import random

    for line in sys.stdin:
        dossier = loads(line)
        season = dossier.get("season", date.today().year)
        if is_complete(dossier):
            result = assess(dossier, season)
        else:
            result = envelope(dossier, season, rng=random.Random(line))
        print(json.dumps(result, ensure_ascii=False))


if __name__ == "__main__":
    main()

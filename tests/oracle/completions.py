"""Completions of a partial dossier: ways in which the missing answers may turn out.

Nearly every rule is monotone in each single answer, so the poorest and the richest completion
(for each category, and with title levels drawn) find most overturned verdicts and the true ends
of most score intervals. Mixed ones draw edge days, ranks and hours at random.
"""

import copy
from datetime import date, timedelta

from days import add_years, day, edge_days, last_day
from vocabulary import (
    ACHIEVEMENTS, AUTHORSHIPS, AWARD_GRADES, CATEGORIES, CERTIFICATES, DEGREES, HOWS, LISTS,
    MODES, PATENTS, RESULTS, ROLES, SEVERITIES, TIERS, TITLES, WORKPLACES, fields_of, grades_of,
)  # fmt: skip

# How rich a completion is: 0 is the poorest, 1 the richest, between them a mixture.
RICHNESS = (0, 1, 0, 1, 0, 1, 0.1, 0.9, 0.5, 0.95, 0.05, 0.5)
RANKS = (1, 2, 3, 4, 5, 6, 7, 8, 30)
HOURS = {
    "total_hours": (0, 89, 89.9, 90, 120),
    "professional_hours": (0, 59, 59.9, 60, 80),
    "public_hours": (0, 17, 17.9, 18, 30),
}
YEARS_OF_SERVICE = (0, 1, 4, 5, 7, 8, 9, 10, 14, 15, 30)
LENGTHS = (0.5, 2.9, 3, 3.9, 4, 4.9, 5, 40)


def completions(dossier, rng, n, today="2026-11-24"):
    """`n` complete dossiers that agree with every answer given; the poorest and richest first."""
    for index in range(n):
        yield Completion(dossier, rng, index, day(today)).complete()


class Completion:
    """One way of answering all that is open."""

    def __init__(self, dossier, rng, index, today):
        self.dossier, self.rng, self.today = copy.deepcopy(dossier), rng, today
        self.richness = RICHNESS[index % len(RICHNESS)]
        self.category = CATEGORIES[(index // 2) % len(CATEGORIES)]
        self.season = dossier["season"]
        self.cut_off = last_day(self.season)
        self.edges = edge_days(self.cut_off)
        # Which key all share, and which title stands where one is not said: each in turn.
        self.turn = index // 2
        self.title = (TITLES + (None,))[index // len(RICHNESS) % 3]

    def complete(self):
        """Answers the profile, then each record, then the open lists."""
        self.fill_profile()
        stated = set(self.dossier.get("complete", ()))
        for name in LISTS:
            records = self.dossier.setdefault(name, [])
            for record in records:
                self.fill(name, record, records)
            if name not in stated:
                self.extend(name, records)
        self.dossier["complete"] = list(LISTS)
        return self.dossier

    def pick(self, poor, rich, others=()):
        """The poor or the rich answer as this completion leans, now and then another."""
        if 0 < self.richness < 1 and others and self.rng.random() < 0.4:
            return self.rng.choice(others)
        return rich if self.rng.random() < self.richness else poor

    def fill_profile(self):
        """Missing profile answers."""
        profile, latest = self.dossier.setdefault("profile", {}), min(self.season, self.today.year)
        misconducts = [None] + list(range(latest - 5, latest + 1))
        years = lambda: self.pick(0, 40, YEARS_OF_SERVICE)
        for name, answer in (
            ("sex", lambda: self.pick("female", "male")),
            ("birth_date", lambda: self.pick("1950-01-01", "1995-06-15", self.births())),
            ("in_post", lambda: self.pick(False, True)),
            ("civil_servant", lambda: self.pick(True, False)),
            ("under_penalty", lambda: self.pick(True, False)),
            ("misconduct_year", lambda: self.pick(latest, None, misconducts)),
            ("late_retirement_approved", lambda: self.pick(False, True)),
            ("category", lambda: self.category),
            ("front_line_years", years),
            ("safety_management_years", years),
            ("workplace_tier", lambda: self.pick("city", "township", WORKPLACES)),
        ):
            if name not in profile:
                profile[name] = answer()

    def births(self):
        """Birth dates at the retirement edge of this season, women's and men's."""
        middle = (date(self.season - 55, 7, 31), date(self.season - 60, 7, 31))
        return [(m + timedelta(days=k)).isoformat() for m in middle for k in (-31, -1, 0, 1, 2, 31)]

    def fill(self, list_name, record, records):
        """Missing answers of one record, in the order in which they bind one another."""
        missing = [name for name in fields_of(list_name, record) if name not in record]
        missing.sort(key=lambda name: (name == "year", name == "valid_until"))
        for name in missing:
            record[name] = self.answer(list_name, name, record, records)

    def answer(self, list_name, name, record, records):
        """One missing answer."""
        if list_name == "titles":
            return self.of_title(name, record)
        if list_name == "certificates":
            return self.of_certificate(name, record)
        if list_name == "degrees":
            return {
                "level": lambda: self.pick("college", "doctor", DEGREES),
                "mode": lambda: self.pick("in_service", "full_time"),
                "date": lambda: self.pick(self.after(), "2000-01-01", self.some_days()),
            }[name]()
        if name == "year":
            return self.free_year(record, records)
        if name == "result":
            return self.pick("incompetent", "excellent", RESULTS)
        if name in HOURS:
            return self.pick(0, 400, HOURS[name])
        return self.of_achievement(name, record, records)

    def of_title(self, name, record):
        """A title's level, how or day; only engineers come by registration."""
        if name == "level":
            registered = record.get("how") == "registered_safety_engineer"
            return "engineer" if registered else self.title or self.rng.choice(TITLES)
        if name == "how":
            return self.rng.choice(HOWS) if record["level"] == "engineer" else "review"
        return self.pick(self.after(), "1985-07-01", self.some_days())

    def of_certificate(self, name, record):
        """A certificate's kind, day or end; it never ends before its day."""
        if name == "kind":
            return self.pick("other", "registered_safety_engineer", CERTIFICATES)
        if name == "date":
            end = record.get("valid_until") or "9999-12-31"
            options = [d for d in self.some_days() if d <= end]
            return self.pick(min(self.after(), end), min("1985-07-01", end), options)
        options = [None] + [d for d in self.some_days() if d >= record["date"]]
        before = (self.cut_off - timedelta(days=1)).isoformat()
        return self.pick(max(before, record["date"]), None, options)

    def of_achievement(self, name, record, records):
        """A missing field of an achievement; a national award is of class 1 or 2."""
        if name == "date":
            return self.pick(self.after(), self.cut_off.isoformat(), self.some_days())
        if name == "grade":
            grades = grades_of(record["kind"])
            if record["kind"] == "award" and record.get("class") == 3:
                grades = AWARD_GRADES[1:]
            return self.pick(grades[-1], grades[0], grades)
        if name == "class":
            classes = (1, 2) if record["grade"] == "national" else (1, 2, 3)
            return self.pick(classes[-1], 1, classes)
        if name in ("project_key", "family_key"):
            return self.key(name, records)
        poor, rich, others = {
            "rank": (8, 1, RANKS),
            "role": ("member", "lead", ROLES),
            "severity": ("ordinary", "major", SEVERITIES),
            "tier": ("public", "indexed", TIERS),
            "authorship": ("other", "first_or_corresponding", AUTHORSHIPS),
            "ten_thousand_characters": (0.5, 40, LENGTHS),
            "type": ("design", "invention", PATENTS),
        }[name]
        return self.pick(poor, rich, others)

    def key(self, name, records):
        """No key, or one that others have too; the poorest is shared by all that lack one."""
        known = sorted({r[name] for r in records if r.get(name)} | {"shared"})
        return self.pick(known[self.turn % len(known)], None, known)

    def free_year(self, record, records):
        """A year no other record has: a needed one for a good record of a rich completion."""
        taken = {r["year"] for r in records if "year" in r}
        free = [y for y in range(self.season - 7, self.season + 2) if y not in taken]
        needed = [y for y in free if self.season - 5 <= y < self.season][::-1]
        useless = max(set(range(1990, 2010)) - taken)
        enough = min(record.get("total_hours", 90) - 90, record.get("professional_hours", 60) - 60,
                     record.get("public_hours", 18) - 18) >= 0  # fmt: skip
        good = enough and record.get("result", "competent") in ("excellent", "competent")
        spoiling = needed[0] if needed else useless
        return self.pick(*((useless, spoiling) if good else (spoiling, useless)), free)

    def extend(self, name, records):
        """Further records of an open list: none, all that can help, or some."""
        if self.richness == 0:
            return
        wanted = self.helpful(name, records)
        if self.richness < 1:
            wanted = [r for r in wanted if self.rng.random() < self.richness * self.rng.random()]
        for number, record in enumerate(wanted):
            record = {"id": f"{name[0]}+{number}", **record}
            if self.richness < 1:
                for field in fields_of(name, record):
                    if field != "year" and self.rng.random() < 0.4:
                        del record[field]
                self.fill(name, record, records)
            records.append(record)

    def helpful(self, name, records):
        """Records that together give all a list can give."""
        taken = {r["year"] for r in records if "year" in r}
        years = [y for y in range(self.season - 5, self.season) if y not in taken]
        old = "1985-07-01"
        if name == "degrees":
            return [{"level": "doctor", "mode": "full_time", "date": old}]
        if name == "titles":
            return [{"level": level, "how": "review", "appointed": old} for level in TITLES]
        if name == "certificates":
            return [{"kind": kind, "date": old, "valid_until": None} for kind in CERTIFICATES]
        if name == "assessments":
            return [{"year": year, "result": "competent"} for year in years]
        if name == "training":
            return [
                {"year": y, "total_hours": 90, "professional_hours": 60, "public_hours": 18}
                for y in years
            ]
        return [self.best(kind) for kind in ACHIEVEMENTS for _ in range(4)]

    def best(self, kind):
        """The best achievement of its kind."""
        strong = {
            "date": self.cut_off.isoformat(), "role": "lead", "severity": "major", "rank": 1,
            "class": 1, "project_key": None, "family_key": None, "tier": "indexed",
            "authorship": "first_or_corresponding", "ten_thousand_characters": 10,
            "type": "invention", "grade": grades_of(kind)[0],
        }  # fmt: skip
        names = ("date",) + ACHIEVEMENTS[kind]
        return {"kind": kind, "title": "补充", "evidence": [], **{n: strong[n] for n in names}}

    def after(self):
        """A day too late for this season."""
        return (self.cut_off + timedelta(days=1)).isoformat()

    def some_days(self):
        """A few days at edges and a few anywhere."""
        edges = self.rng.sample(self.edges, 4)
        anywhere = [add_years(self.cut_off, -self.rng.randrange(40)) for _ in range(2)]
        spread = [d - timedelta(days=self.rng.randrange(400)) for d in anywhere]
        return [d.isoformat() for d in edges + spread]

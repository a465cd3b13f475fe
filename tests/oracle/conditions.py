"""Capability and performance conditions by category, and the landmark lists."""

from vocabulary import GRADES, SEVERITIES, STANDARD_GRADES

ANY_RANK = 10**9
LEAD = ("lead",)
LEAD_OR_KEY = ("lead", "key")
CORE_OR_INDEXED = ("core", "indexed")
ANY_TIER = ("core", "indexed", "public")


class Window:
    """The achievements that count, by kind, with the counts that conditions ask for."""

    def __init__(self, records):
        self.kinds = {}
        for record in records:
            self.kinds.setdefault(record["kind"], []).append(record)

    def of(self, kind):
        """All records of a kind."""
        return self.kinds.get(kind, [])

    def ranked(self, kind, floor, rank=ANY_RANK):
        """How many of a kind reach the grade with a rank no lower than stated."""
        order = STANDARD_GRADES if kind == "standard" else GRADES
        return sum(
            1
            for r in self.of(kind)
            if order.index(r["grade"]) <= order.index(floor) and r["rank"] <= rank
        )

    def award(self, grade, classes=(1, 2, 3), rank=ANY_RANK):
        """How many awards of exactly this grade, of these classes and rank."""
        return sum(
            1
            for r in self.of("award")
            if r["grade"] == grade and r["class"] in classes and r["rank"] <= rank
        )

    def projects(self, floor, roles):
        """How many projects reach the grade in one of the roles."""
        limit = GRADES.index(floor)
        return sum(
            1
            for r in self.of("project")
            if GRADES.index(r["grade"]) <= limit and r["role"] in roles
        )

    def incidents(self, floor, roles):
        """How many incidents are at least so severe, in one of the roles."""
        limit = SEVERITIES.index(floor)
        return sum(
            1
            for r in self.of("incident")
            if SEVERITIES.index(r["severity"]) <= limit and r["role"] in roles
        )

    def patents(self, kind, rank):
        """How many patents of one type."""
        return sum(1 for r in self.of("patent") if r["type"] == kind and r["rank"] <= rank)

    def papers(self, tiers):
        """How many papers as first or corresponding author."""
        return sum(
            1
            for r in self.of("paper")
            if r["tier"] in tiers and r["authorship"] == "first_or_corresponding"
        )

    def monographs(self, length=0, rank=ANY_RANK):
        """How many monographs, by ten-thousand characters and rank."""
        return sum(
            1
            for r in self.of("monograph")
            if r["ten_thousand_characters"] >= length and r["rank"] <= rank
        )

    def honours(self, floor):
        """How many honours reach the grade."""
        limit = GRADES.index(floor)
        return sum(1 for r in self.of("honour") if GRADES.index(r["grade"]) <= limit)


def science(senior, w, _certificates, _years):
    """安全科学应用."""
    if senior:
        return {
            "SC1": w.ranked("research", "municipal", 5) >= 1,
            "SC2": w.ranked("standard", "provincial", 5) >= 1,
            "SC3": w.ranked("advice", "municipal", 5) >= 1,
            "SC4": w.patents("invention", 3) >= 1,
            "SP1": w.ranked("award", "municipal", 5) >= 1 or w.award("national") >= 1,
            "SP2": w.ranked("research", "municipal", 3) >= 2,
            "SP3": w.patents("invention", 1) >= 1
            or w.patents("utility", 1) >= 2
            or w.patents("software", 1) >= 3,
            "SP4": w.papers(CORE_OR_INDEXED) >= 2,
            "SP5": w.monographs(3, 2) >= 1,
            "SP6": w.ranked("standard", "provincial", 3) >= 1,
        }
    return {
        "SC1": w.ranked("research", "provincial", 3) >= 1,
        "SC2": w.ranked("standard", "industry", 3) >= 1,
        "SC3": w.ranked("advice", "provincial", 3) >= 1,
        "SC4": w.patents("invention", 1) >= 2,
        "SP1": w.award("provincial", (1, 2), 5) >= 1
        or w.award("provincial", (3,), 3) >= 1
        or w.award("national") >= 1,
        "SP2": w.ranked("research", "provincial", 3) >= 2,
        "SP3": w.patents("invention", 1) >= 2,
        "SP4": w.papers(CORE_OR_INDEXED) >= 4 or w.papers(("indexed",)) >= 2,
        "SP5": w.monographs(5, 1) >= 1,
        "SP6": w.ranked("standard", "industry", 3) >= 1,
    }


def service(senior, w, certificates, _years):
    """安全技术服务."""
    certified = "registered_safety_engineer" in certificates or "safety_assessor_1" in certificates
    if senior:
        return {
            "TC1": w.projects("municipal", LEAD_OR_KEY) >= 2,
            "TC2": certified,
            "TC3": w.incidents("ordinary", LEAD_OR_KEY) >= 1,
            "TC4": w.ranked("standard", "group", 5) >= 1,
            "TP1": w.projects("municipal", LEAD) >= 3,
            "TP2": w.ranked("advice", "municipal") >= 2 or w.ranked("advice", "provincial") >= 1,
            "TP3": w.ranked("award", "municipal", 7) >= 1,
            "TP4": w.patents("invention", 3) >= 1 or w.patents("utility", 3) >= 2,
            "TP5": w.incidents("larger", LEAD_OR_KEY) >= 2
            or w.incidents("major", LEAD_OR_KEY) >= 1,
            "TP6": w.papers(CORE_OR_INDEXED) >= 1 or w.monographs() >= 1,
        }
    return {
        "TC1": w.projects("provincial", LEAD) >= 2,
        "TC2": certified,
        "TC3": w.incidents("larger", LEAD) >= 1,
        "TC4": w.ranked("standard", "provincial", 3) >= 1,
        "TP1": w.projects("provincial", LEAD) >= 3,
        "TP2": w.ranked("advice", "provincial") >= 1,
        "TP3": w.ranked("award", "provincial", 5) >= 1,
        "TP4": w.patents("invention", 1) >= 1,
        "TP5": w.incidents("major", LEAD_OR_KEY) >= 1,
        "TP6": w.papers(CORE_OR_INDEXED) >= 2,
    }


def management(senior, w, certificates, years):
    """安全生产管理."""
    certified = "registered_safety_engineer" in certificates
    if senior:
        return {
            "MC1": years >= 5,
            "MC2": w.ranked("advice", "county", 3) >= 2,
            "MC3": certified,
            "MC4": w.incidents("ordinary", LEAD_OR_KEY) >= 1,
            "MP1": w.honours("municipal") >= 1,
            "MP2": w.projects("county", LEAD) >= 2,
            "MP3": w.ranked("advice", "municipal", 3) >= 1,
            "MP4": w.ranked("award", "municipal", 7) >= 1,
            "MP5": w.ranked("standard", "group", 3) >= 1,
            "MP6": w.papers(ANY_TIER) >= 2 or w.monographs() >= 1,
        }
    return {
        "MC1": years >= 8,
        "MC2": w.ranked("advice", "municipal", 3) >= 2,
        "MC3": certified,
        "MC4": w.incidents("larger", LEAD) >= 1,
        "MP1": w.honours("provincial") >= 1,
        "MP2": w.projects("municipal", LEAD) >= 3,
        "MP3": w.ranked("advice", "provincial", 3) >= 1,
        "MP4": w.ranked("award", "provincial", 7) >= 1,
        "MP5": w.ranked("standard", "provincial", 3) >= 1,
        "MP6": w.papers(CORE_OR_INDEXED) >= 2,
    }


CONDITIONS = {
    "safety_science": science,
    "technical_service": service,
    "safety_management": management,
}


def landmark(senior, w):
    """Whether one achievement of the level's landmark list is there."""
    if senior:
        return (
            w.award("national") >= 1
            or w.award("provincial", (1,)) >= 1
            or w.award("provincial", (2,), 7) >= 1
            or w.award("provincial", (3,), 5) >= 1
            or w.award("municipal", (1,), 3) >= 1
            or w.award("municipal", (2,), 2) >= 1
            or w.ranked("standard", "provincial", 3) >= 1
        )
    return (
        w.award("national") >= 1
        or w.award("provincial", (1,), 5) >= 1
        or w.award("provincial", (2,), 3) >= 1
        or w.ranked("standard", "national", 3) >= 1
    )

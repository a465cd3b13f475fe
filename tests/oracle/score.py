"""The score table, in whole hundredths of a point; coefficients are tenths."""

LINE = 8000

RANK = {1: 10, 2: 8, 3: 7, 4: 6, 5: 5}
BEYOND_RANK = 3
AUTHORSHIP = {"first_or_corresponding": 10, "second": 5, "other": 2}

DEGREE = {"doctor": 500, "master": 400, "second_bachelor": 350, "bachelor": 300, "college": 100}
IN_SERVICE = 50
ENGINEER = ((10, 500), (8, 400), (5, 300), (2, 100))
FRONT_LINE = ((15, 500), (10, 400), (5, 300), (1, 200))
WORKPLACE = {"township": 300, "county": 150}
CERTIFICATE = {
    "registered_safety_engineer": 400,
    "safety_assessor_1": 300,
    "registered_fire_engineer_1": 300,
    "other": 100,
}
HONOUR = {"national": 400, "provincial": 300, "municipal": 200, "county": 100}

PROJECT = {
    "national": {"lead": 1500, "key": 800, "member": 300},
    "provincial": {"lead": 1500, "key": 800, "member": 300},
    "municipal": {"lead": 1000, "key": 500, "member": 200},
    "county": {"lead": 600, "key": 300, "member": 100},
    "enterprise": {"lead": 400, "key": 200, "member": 50},
}
INCIDENT = {
    "major": {"lead": 1000, "key": 500, "member": 200},
    "larger": {"lead": 600, "key": 300, "member": 100},
    "ordinary": {"lead": 300, "key": 150, "member": 50},
}
RESEARCH = {"national": 1500, "provincial": 1200, "municipal": 800, "county": 400}
AWARD = {
    "national": {1: 3000, 2: 2500},
    "provincial": {1: 2000, 2: 1500, 3: 1000},
    "municipal": {1: 1000, 2: 800, 3: 600},
}
STANDARD = {
    "national": 1200,
    "industry": 1000,
    "provincial": 800,
    "group": 300,
    "enterprise": 200,
}
PAPER = {"indexed": 600, "core": 400, "public": 150}
MONOGRAPH = ((5, 800), (4, 700), (3, 600), (0, 300))
PATENT = {"invention": 600, "utility": 200, "software": 150, "design": 100}
ADVICE = {"national": 400, "provincial": 400, "municipal": 200, "county": 100}

ROW_CAPS = {
    "A4": 600, "B1": 3000, "B2": 1500, "B3": 2500, "B4": 3000, "B5": 2000,
    "C1": 1200, "C2": 1000, "C3": 1000, "C4": 600,
}  # fmt: skip
BLOCK_CAPS = {"A": 2200, "B": 6000, "C": 2500}
LOWER_STANDARDS_CAP = 600
PUBLIC_PAPERS_CAP = 400


def score(own, window):
    """Rows, blocks and total: window, coefficient, best-only, part cap, row cap, block cap, sum."""
    rows = {**experience(own, window), **work(window), **writing(window)}
    rows = {name: min(value, ROW_CAPS.get(name, value)) for name, value in rows.items()}
    blocks = {
        block: min(sum(v for name, v in rows.items() if name[0] == block), cap)
        for block, cap in BLOCK_CAPS.items()
    }
    return {"rows": rows, "blocks": blocks, "total": sum(blocks.values())}


def experience(own, window):
    """Block A before its caps."""
    degrees = [
        DEGREE[level] - (IN_SERVICE if mode == "in_service" else 0) for level, mode in own["degrees"]
    ]
    front_line = band(FRONT_LINE, own["front_line_years"])
    return {
        "A1": max(degrees, default=0),
        "A2": band(ENGINEER, own["engineer_years"]),
        "A3": max(front_line, WORKPLACE.get(own["workplace"], 0)),
        "A4": sum(CERTIFICATE[kind] for kind in own["certificates"]),
        "A5": max((HONOUR.get(r["grade"], 0) for r in window.of("honour")), default=0),
    }


def work(window):
    """Block B before its caps, the part cap of standards applied."""
    standards = [(r["grade"], ranked(STANDARD[r["grade"]], r)) for r in window.of("standard")]
    lower = sum(points for grade, points in standards if grade in ("group", "enterprise"))
    upper = sum(points for grade, points in standards if grade not in ("group", "enterprise"))
    awards = [
        (r["project_key"], ranked(AWARD[r["grade"]][r["class"]], r)) for r in window.of("award")
    ]
    return {
        "B1": sum(PROJECT[r["grade"]][r["role"]] for r in window.of("project")),
        "B2": sum(INCIDENT[r["severity"]][r["role"]] for r in window.of("incident")),
        "B3": sum(ranked(RESEARCH.get(r["grade"], 0), r) for r in window.of("research")),
        "B4": best_only(awards),
        "B5": upper + min(lower, LOWER_STANDARDS_CAP),
    }


def writing(window):
    """Block C before its caps, the part cap of public papers applied."""
    papers = [
        (r["tier"], tenths(PAPER[r["tier"]], AUTHORSHIP[r["authorship"]]))
        for r in window.of("paper")
    ]
    public = sum(points for tier, points in papers if tier == "public")
    other = sum(points for tier, points in papers if tier != "public")
    patents = [(r["family_key"], ranked(PATENT[r["type"]], r)) for r in window.of("patent")]
    return {
        "C1": other + min(public, PUBLIC_PAPERS_CAP),
        "C2": sum(
            ranked(band(MONOGRAPH, r["ten_thousand_characters"]), r) for r in window.of("monograph")
        ),
        "C3": best_only(patents),
        "C4": sum(ranked(ADVICE.get(r["grade"], 0), r) for r in window.of("advice")),
    }


def best_only(keyed):
    """The sum, of each key the best alone; without a key each stands alone."""
    best, alone = {}, 0
    for key, points in keyed:
        if key is None:
            alone += points
        else:
            best[key] = max(best.get(key, 0), points)
    return alone + sum(best.values())


def band(bands, value):
    """The points of the first band reached."""
    return next((points for floor, points in bands if value >= floor), 0)


def ranked(points, record):
    """Points after the rank coefficient."""
    return tenths(points, RANK.get(record["rank"], BEYOND_RANK))


def tenths(points, coefficient):
    """Exact product with tenths; the table gives whole hundredths only."""
    whole, rest = divmod(points * coefficient, 10)
    if rest:
        raise ValueError("a product is not a whole hundredth")
    return whole

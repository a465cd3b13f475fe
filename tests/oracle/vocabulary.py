"""The identifiers of a dossier: what each list holds and which answers each field takes."""

LISTS = ("degrees", "titles", "certificates", "assessments", "training", "achievements")

CATEGORIES = ("safety_science", "technical_service", "safety_management")

# Highest first, so that the position is the order.
GRADES = ("national", "provincial", "municipal", "county", "enterprise")
STANDARD_GRADES = ("national", "industry", "provincial", "group", "enterprise")
AWARD_GRADES = ("national", "provincial", "municipal")
SEVERITIES = ("major", "larger", "ordinary")
ROLES = ("lead", "key", "member")
TIERS = ("indexed", "core", "public")
AUTHORSHIPS = ("first_or_corresponding", "second", "other")
PATENTS = ("invention", "utility", "software", "design")
DEGREES = ("doctor", "master", "second_bachelor", "bachelor", "college")
MODES = ("full_time", "in_service")
TITLES = ("engineer", "senior_engineer")
HOWS = ("review", "registered_safety_engineer")
CERTIFICATES = (
    "registered_safety_engineer",
    "safety_assessor_1",
    "registered_fire_engineer_1",
    "other",
)
RESULTS = ("excellent", "competent", "basically_competent", "incompetent")
WORKPLACES = ("township", "county", "city")

# Fields of an achievement beside id, kind, date, title and evidence.
ACHIEVEMENTS = {
    "project": ("grade", "role"),
    "incident": ("severity", "role"),
    "research": ("grade", "rank"),
    "award": ("grade", "class", "rank", "project_key"),
    "standard": ("grade", "rank"),
    "paper": ("tier", "authorship"),
    "monograph": ("ten_thousand_characters", "rank"),
    "patent": ("type", "rank", "family_key"),
    "advice": ("grade", "rank"),
    "honour": ("grade",),
}

# Fields of the other records beside id.
FIELDS = {
    "degrees": ("level", "mode", "date"),
    "titles": ("level", "how", "appointed"),
    "certificates": ("kind", "date", "valid_until"),
    "assessments": ("year", "result"),
    "training": ("year", "total_hours", "professional_hours", "public_hours"),
}

# Profile answers a rule reads.
DECIDING = (
    "sex",
    "birth_date",
    "in_post",
    "civil_servant",
    "under_penalty",
    "misconduct_year",
    "late_retirement_approved",
    "category",
    "front_line_years",
    "safety_management_years",
    "workplace_tier",
)


def fields_of(list_name, record):
    """The fields that a record of this list answers, its identity apart."""
    if list_name == "achievements":
        return ("date",) + ACHIEVEMENTS[record["kind"]]
    return FIELDS[list_name]


def grades_of(kind):
    """The grades an achievement of this kind can have, highest first."""
    if kind == "standard":
        return STANDARD_GRADES
    return AWARD_GRADES if kind == "award" else GRADES

"""Exact calendar arithmetic: anniversaries, full years, the retirement day, and days at an edge."""

import calendar
from datetime import date, timedelta

ONE_DAY = timedelta(days=1)


def day(text):
    """The day a dossier names; a month alone means its last day."""
    if isinstance(text, date):
        return text
    if len(text) == 7:
        year, month = int(text[:4]), int(text[5:])
        return date(year, month, calendar.monthrange(year, month)[1])
    return date.fromisoformat(text)


def add_months(start, months):
    """The corresponding day so many months on, clipped once to the month's last day."""
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


def add_years(start, years):
    """The corresponding day so many years on (or back)."""
    return add_months(start, 12 * years)


def full_years(since, until):
    """How many full years hold on the day `until`; 0 if it lies before `since`."""
    years = max(until.year - since.year, 0)
    return years if add_years(since, years) <= until else max(years - 1, 0)


def retirement_day(sex, birth):
    """60 years for men, 55 for women; later by a month for every four months begun, at most 36."""
    years, first = (60, 1965) if sex == "male" else (55, 1970)
    months = (birth.year - first) * 12 + birth.month - 1
    delay = min(months // 4 + 1, 36) if months >= 0 else 0
    return add_months(birth, 12 * years + delay)


def last_day(year):
    """31 December."""
    return date(year, 12, 31)


def anniversaries(cut_off, marks=(1, 2, 3, 5, 8, 10)):
    """The days on, one before and one after the day that makes N years at the cut-off."""
    return [
        add_years(cut_off, -years) + step * ONE_DAY for years in marks for step in (-1, 0, 1)
    ]


def edge_days(cut_off):
    """Days at which some verdict of this season or a later one can turn."""
    leaps = [date(year, 2, 29) for year in range(2008, 2029, 4)]
    ends = [date(year, 2, 28) for year in range(2014, 2024)]
    around = [cut_off + step * ONE_DAY for step in (-1, 0, 1)]
    # Ten seasons on is the last that the earliest year looks at.
    later = [last_day(cut_off.year + n) + step * ONE_DAY for n in (1, 2, 10, 10) for step in (0, 1)]
    return anniversaries(cut_off) + leaps + ends + around + later

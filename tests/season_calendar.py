"""Holds the calendar file against a reader of RFC 5545 that others wrote. Usage: season_calendar.py COMMAND."""

import datetime
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import icalendar

EXAMPLE = Path(__file__).parent / "oracle" / "example.dossier.json"


def calendar(command, dossier, today):
    """The calendar file of a dossier, read; strictly, so that what is not as the standard has it is an error."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "dossier.json"
        path.write_text(json.dumps(dossier), "utf-8")
        run = subprocess.run([command, "calendar", "--today", today, str(path)], check=True, capture_output=True)
    for line in run.stdout.split(b"\r\n"):
        assert len(line) <= 75 and b"\n" not in line, line
        line.decode("utf-8")
    return icalendar.Calendar.from_ical(run.stdout), run.stdout


def main():
    """Stops at the first thing that does not hold."""
    command = sys.argv[1]
    dossier = json.loads(EXAMPLE.read_text("utf-8"))
    read, raw = calendar(command, dossier, "2026-03-02")
    assert not read.errors, read.errors
    events = read.walk("VEVENT")
    assert all(not event.errors for event in events)
    assert len(events) >= 8 and len({str(event["UID"]) for event in events}) == len(events)
    display = next(event for event in events if str(event["UID"]).startswith("employer_display-"))
    # Opened on a Monday; the fifth working day after it is the next Monday, and the end is the day after.
    assert display.start == datetime.date(2026, 3, 2) and display.end == datetime.date(2026, 3, 10), display
    assert "不少于 5 个工作日" in display["DESCRIPTION"] and "\n" in display["DESCRIPTION"]
    starts = [event.start for event in events]
    assert starts == sorted(starts)
    assert calendar(command, dossier, "2026-03-02")[1] == raw
    dossier["profile"]["target_level"] = "professorial"
    titles = {str(event["SUMMARY"]) for event in calendar(command, dossier, "2026-03-02")[0].walk("VEVENT")}
    assert titles != {str(event["SUMMARY"]) for event in events}
    broken = raw.replace(b"DTSTART;VALUE=DATE:2026", b"DTSTART;VALUE=DATE:26", 1)
    try:
        refused = any(event.errors for event in icalendar.Calendar.from_ical(broken).walk("VEVENT"))
    except ValueError:
        refused = True
    assert refused, "a broken day was not found out"
    print(f"{len(events)} events, read by icalendar {icalendar.__version__}")


if __name__ == "__main__":
    main()

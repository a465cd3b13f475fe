//! The steps as a calendar file (RFC 5545), which calendars of telephones and computers take in.
//!
//! The bytes are a function of the steps alone: the time stamp that the standard asks for is that
//! of the day from which the days are reckoned.

use std::fmt::Write as _;

use chrono::{Datelike, NaiveDate};

use super::Planned;
use crate::{plain, term};

/// The most octets of a line (section 3.1), its end not counted.
const LONGEST: usize = 75;

/// The steps as a calendar file, reckoned from a day; `title` names the calendar.
pub fn calendar_file(steps: &[Planned<'_>], from: NaiveDate, title: &str) -> String {
    let mut file = File::default();
    file.line("BEGIN:VCALENDAR");
    file.line("VERSION:2.0");
    file.line("PRODID:-//Zhicheng//Self-check//ZH");
    file.line("CALSCALE:GREGORIAN");
    file.text("X-WR-CALNAME", title);
    for planned in steps {
        event(&mut file, planned, from);
    }
    file.line("END:VCALENDAR");
    file.0
}

/// A step as whole days; one that nobody waits for does not make a person busy.
fn event(file: &mut File, planned: &Planned<'_>, from: NaiveDate) {
    let step = planned.step;
    let (begins, last) = planned.span;
    // The end is the day after the last (section 3.6.1).
    let ends = last.succ_opt().unwrap_or(last);
    file.line("BEGIN:VEVENT");
    let id: String = step.id.chars().filter(char::is_ascii_graphic).collect();
    file.text("UID", &format!("{id}-{}@zhicheng.invalid", stamp(from)));
    file.line(&format!("DTSTAMP:{}T000000Z", stamp(from)));
    file.line(&format!("DTSTART;VALUE=DATE:{}", stamp(begins)));
    file.line(&format!("DTEND;VALUE=DATE:{}", stamp(ends)));
    file.text("SUMMARY", &step.title);
    file.text("CATEGORIES", term::actor(step.by));
    file.text("DESCRIPTION", &described(planned));
    file.line("TRANSP:TRANSPARENT");
    file.line("END:VEVENT");
}

/// What happens, whose turn it is, on what authority.
fn described(planned: &Planned<'_>) -> String {
    let step = planned.step;
    let mut text = format!("{}\n轮到：{}", step.text, term::actor(step.by));
    if let Some(period) = step.period {
        let _ = write!(text, "\n期限：{}", term::period(period));
    }
    let authority = term::authority(step.authority);
    let _ = write!(text, "\n依据：{authority} {}", step.locator);
    text.push_str("\n这是最早可能的日子，以当年通知为准。");
    if planned.provisional {
        text.push_str(crate::ui::verdict::PROVISIONAL);
    }
    text
}

fn stamp(day: NaiveDate) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

/// Content lines, folded and ended as the standard has it.
#[derive(Default)]
struct File(String);

impl File {
    /// A property whose value is text (section 3.3.11).
    fn text(&mut self, name: &str, value: &str) {
        let mut line = format!("{name}:");
        for c in value.chars() {
            match c {
                '\\' | ';' | ',' => line.extend(['\\', c]),
                '\n' => line.push_str("\\n"),
                // Text of a book could hold what steers; a line end would begin a property.
                c if c.is_control() || plain::steers(c) => {}
                c => line.push(c),
            }
        }
        self.line(&line);
    }

    /// A line; a long one goes on in the next, which begins with a blank (section 3.1).
    fn line(&mut self, line: &str) {
        let mut length = 0;
        for c in line.chars() {
            if length + c.len_utf8() > LONGEST {
                self.0.push_str("\r\n ");
                length = 1;
            }
            self.0.push(c);
            length += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::super::{plan, steps};
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn file(from: &str) -> String {
        let book = &shipped::books().first().unwrap().read().unwrap();
        let dossier = dossier::Dossier::new(book.id.clone(), None);
        let planned = plan(steps(book, &dossier), day(from), &shipped::calendars());
        calendar_file(&planned, day(from), "职称申报")
    }

    #[test]
    fn each_step_is_an_event_of_whole_days_with_its_end_on_the_day_after() {
        let file = file("2026-03-02").replace("\r\n ", "");
        let display = file
            .split("BEGIN:VEVENT")
            .find(|event| event.contains("UID:employer_display-"));
        let display = display.unwrap();
        for line in [
            "DTSTART;VALUE=DATE:20260302\r\n",
            "DTEND;VALUE=DATE:20260310\r\n",
            "CATEGORIES:用人单位\r\n",
            "期限：不少于 5 个工作日\\n依据：方案原文",
        ] {
            assert!(display.contains(line), "{line} {display}");
        }
        assert_eq!(
            file.matches("BEGIN:VEVENT").count(),
            file.matches("END:VEVENT").count()
        );
    }

    #[test]
    fn no_line_is_longer_than_the_standard_allows_and_no_character_is_cut() {
        let file = file("2026-12-28");
        assert!(file.contains("放假安排公布后可能变"));
        let lines: Vec<&str> = file.split_terminator("\r\n").collect();
        assert!(
            lines
                .iter()
                .all(|line| line.len() <= LONGEST && !line.contains('\n'))
        );
        assert!(lines.iter().any(|line| line.starts_with(' ')));
    }

    #[test]
    fn text_cannot_begin_a_property() {
        let mut file = File::default();
        file.text("SUMMARY", "a\r\nATTACH:x;y,z\\\u{202e}");
        assert_eq!(file.0, "SUMMARY:a\\nATTACH:x\\;y\\,z\\\\\r\n");
    }
}

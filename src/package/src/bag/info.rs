//! Bag metadata `bag-info.txt` (RFC 8493, 2.2.2).

use super::{
    dialect::Dialect,
    fault::{Fault, Findings, Place},
    tag_text::{self, is_blank},
};

/// File name.
pub(super) const FILE: &str = "bag-info.txt";
/// File name before version 0.96.
pub(super) const OLD_FILE: &str = "package-info.txt";

/// One element; a label may come more than once, and order matters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Element {
    /// Before the colon.
    pub label: String,
    /// After it; lines that continue it are joined with a space.
    pub value: String,
    /// Line of the label, from 1.
    pub line: usize,
}

/// All elements.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Info {
    /// In the order of the file.
    pub elements: Vec<Element>,
}

/// Size of a payload: the value of `Payload-Oxum`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Oxum {
    /// Sum of all sizes.
    pub bytes: u64,
    /// Number of files.
    pub files: u64,
}

impl Oxum {
    /// Reads `bytes.files`.
    pub fn read(text: &str) -> Option<Self> {
        let (bytes, files) = text.split_once('.')?;
        let number = |text: &str| {
            let plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
            plain.then(|| text.parse().ok()).flatten()
        };
        Some(Self {
            bytes: number(bytes)?,
            files: number(files)?,
        })
    }
}

impl Info {
    /// Elements of a label; case does not matter (2.2.2).
    pub fn all<'a>(&'a self, label: &'a str) -> impl Iterator<Item = &'a Element> {
        self.elements
            .iter()
            .filter(move |element| element.label.eq_ignore_ascii_case(label))
    }

    /// Reads the text of the file; lines that cannot be read become findings.
    pub(super) fn read(text: &str, dialect: &Dialect, findings: &mut Findings) -> Self {
        let mut info = Self::default();
        for line in tag_text::lines(text) {
            if let Err(fault) = info.read_line(line.text, line.number, dialect.is_draft()) {
                let place = Place::Line(dialect.info_file().to_owned(), line.number);
                findings.push(place, fault);
            }
        }
        info
    }

    fn read_line(&mut self, text: &str, line: usize, draft: bool) -> Result<(), Fault> {
        if text.trim_matches(is_blank).is_empty() {
            return Err(Fault::InfoBlank);
        }
        if text.starts_with(is_blank) {
            let last = self.elements.last_mut().ok_or(Fault::InfoLine)?;
            last.value.push(' ');
            last.value.push_str(text.trim_matches(is_blank));
            return Ok(());
        }
        let (label, value) = text.split_once(':').ok_or(Fault::InfoLine)?;
        // White space around the colon was free in the drafts (RFC 8493, 2.2.2).
        let strict = !label.ends_with(is_blank) && value.starts_with(is_blank);
        let label = label.trim_end_matches(is_blank);
        if label.is_empty() || !(strict || draft) {
            return Err(Fault::InfoLine);
        }
        let value = value.trim_matches(is_blank).to_owned();
        self.elements.push(Element {
            label: label.to_owned(),
            value,
            line,
        });
        Ok(())
    }
}

/// Whether a text is a date `YYYY-MM-DD` of the calendar.
pub(super) fn is_date(text: &str) -> bool {
    let mut parts = text.split('-');
    let mut number = |digits: usize| {
        let part = parts.next().filter(|part| part.len() == digits)?;
        let plain = part.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| part.parse::<u32>().ok()).flatten()
    };
    let (Some(year), Some(month), Some(day)) = (number(4), number(2), number(2)) else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 => 28 + u32::from(leap),
        _ => 0,
    };
    (1..=last).contains(&day) && parts.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Vec<(String, String)>, Vec<Fault>) {
        let mut findings = Findings::default();
        let info = Info::read(text, &Dialect::default(), &mut findings);
        (
            info.elements
                .into_iter()
                .map(|element| (element.label, element.value))
                .collect(),
            findings
                .into_list()
                .into_iter()
                .map(|finding| finding.fault)
                .collect(),
        )
    }

    #[test]
    fn values_may_go_on_and_labels_may_repeat() {
        let (elements, faults) = read("Contact-Name: 王\r\n\t小明 \rContact-Name: b\nNote: x: y\n");
        assert_eq!(faults, []);
        let expected = [
            ("Contact-Name", "王 小明"),
            ("Contact-Name", "b"),
            ("Note", "x: y"),
        ];
        assert_eq!(
            elements,
            expected.map(|(label, value)| (label.into(), value.into()))
        );
    }

    #[test]
    fn lines_that_are_no_elements_are_named() {
        for text in [
            "no colon",
            "Label:value",
            "Label : value",
            ": value",
            " goes on",
            "Label:",
        ] {
            assert_eq!(read(text).1, [Fault::InfoLine], "{text:?}");
        }
        assert_eq!(read("A: b\n\nC: d").1, [Fault::InfoBlank]);
    }

    #[test]
    fn dates_are_of_the_calendar() {
        assert!(is_date("2024-02-29"));
        for text in [
            "2026-02-29",
            "2026-13-01",
            "2026-1-1",
            "2026-00-10",
            "2026-04-31",
            "2026-04-30-1",
            "+026-01-01",
        ] {
            assert!(!is_date(text), "{text}");
        }
    }

    #[test]
    fn an_oxum_is_two_plain_numbers() {
        assert_eq!(
            Oxum::read("12.3"),
            Some(Oxum {
                bytes: 12,
                files: 3
            })
        );
        for text in ["12", "12.", "+1.2", "1.2.3", "99999999999999999999.1"] {
            assert_eq!(Oxum::read(text), None, "{text}");
        }
    }
}

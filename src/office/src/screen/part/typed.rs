//! What was typed for the employer's part or a notice, and what it says.

use chrono::NaiveDate;
use wording::desk::office as words;

use crate::errand::{self, Notice, Opening, Part};
use crate::platform::clock;

/// The fields, by their places.
pub(super) const EMPLOYER: usize = 0;
pub(super) const OPENED: usize = 1;
pub(super) const DAYS: usize = 2;
pub(super) const PLACE: usize = 3;
pub(super) const SIGNATORY: usize = 4;
pub(super) const SIGNED: usize = 5;
pub(super) const CONTACT: usize = 6;

/// Their labels.
const LABELS: [&str; 7] = [
    words::EMPLOYER,
    words::OPENED,
    words::DAYS,
    words::PLACE,
    words::SIGNATORY,
    words::SIGNED,
    words::CONTACT,
];

/// An objection as typed: the day, what was said, what came of it.
pub(super) type Objection = [String; 3];

/// What was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Typed {
    texts: [String; 7],
    objections: Vec<Objection>,
}

/// The label of a field.
pub(super) fn label(field: usize) -> &'static str {
    LABELS.get(field).copied().unwrap_or_default()
}

impl Typed {
    /// What stands in a field.
    pub(super) fn typed(&self, field: usize) -> String {
        self.texts.get(field).cloned().unwrap_or_default()
    }

    /// The same with another text in a field.
    pub(super) fn with(&self, field: usize, text: String) -> Self {
        let mut next = self.clone();
        if let Some(place) = next.texts.get_mut(field) {
            *place = text;
        }
        next
    }

    /// The objections as typed.
    pub(super) fn objections(&self) -> &[Objection] {
        &self.objections
    }

    /// The same with other objections.
    pub(super) fn with_objections(&self, objections: Vec<Objection>) -> Self {
        let texts = self.texts.clone();
        Self { texts, objections }
    }

    /// What may be taken over for the next applicant: all but the objections, which are about one person.
    pub(super) fn for_next(&self) -> Self {
        self.with_objections(Vec::new())
    }

    fn text(&self, field: usize) -> &str {
        self.texts.get(field).map_or("", |text| text.trim())
    }

    fn given(&self, field: usize) -> Option<String> {
        let text = self.text(field);
        (!text.is_empty()).then(|| text.to_owned())
    }

    fn day(&self, field: usize) -> Option<NaiveDate> {
        dossier::parse_day(self.text(field))
    }

    /// The working days that were asked for; 0 for as many as the book asks at least.
    fn days(&self) -> Option<u32> {
        let days = self.text(DAYS);
        if days.is_empty() {
            return Some(0);
        }
        days.parse().ok()
    }

    /// What is wrong with a field; none when it will do.
    pub(super) fn fault(&self, field: usize) -> Option<&'static str> {
        let (sound, fault) = match field {
            OPENED | SIGNED => (self.day(field).is_some(), words::LACKS_DAY),
            DAYS => (self.days().is_some(), words::LACKS_NUMBER),
            PLACE | SIGNATORY | CONTACT => (self.given(field).is_some(), words::LACKS_TEXT),
            _ => (true, ""),
        };
        (!sound).then_some(fault)
    }

    /// When the display was opened.
    pub(super) fn opening(&self) -> Option<Opening> {
        Some(Opening {
            opened: self.day(OPENED)?,
            days: self.days()?,
        })
    }

    /// The employer's part; none while something is not given.
    pub(super) fn part(&self, opinions: Vec<(String, bool)>, recommended: bool) -> Option<Part> {
        let objections = self.objections.iter().filter(|typed| !is_blank(typed));
        Some(Part {
            today: clock::today(),
            opening: self.opening()?,
            employer: self.text(EMPLOYER).to_owned(),
            opinions,
            recommended,
            place: self.given(PLACE)?,
            objections: objections.map(objection).collect::<Option<_>>()?,
            signatory: self.given(SIGNATORY)?,
            date: self.day(SIGNED)?,
        })
    }

    /// The notice; none while something is not given.
    pub(super) fn notice(&self) -> Option<Notice> {
        Some(Notice {
            today: clock::today(),
            opening: self.opening()?,
            employer: self.text(EMPLOYER).to_owned(),
            place: self.given(PLACE)?,
            contact: self.given(CONTACT)?,
        })
    }
}

/// Whether nothing stands in a row: it is no objection.
pub(super) fn is_blank(typed: &Objection) -> bool {
    typed.iter().all(|text| text.trim().is_empty())
}

/// An objection; none when it is not filled in.
pub(super) fn objection(typed: &Objection) -> Option<errand::Objection> {
    let [day, text, result] = typed.each_ref().map(|text| text.trim());
    let whole = !text.is_empty() && !result.is_empty();
    let date = dossier::parse_day(day).filter(|_| whole)?;
    Some(errand::Objection {
        date,
        text: text.to_owned(),
        result: result.to_owned(),
    })
}

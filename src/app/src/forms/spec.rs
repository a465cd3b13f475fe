//! What a field asks, wherever it stands.

use assess::Place;
use dossier::{Answer, Edit};
use rulebook::{AnswerKind, Authority, Field, Kind, Question, RecordList};
use wording::ui::forms as words;

/// What a field asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Spec {
    /// The place that the answer fills.
    pub(crate) place: Place,
    /// The question in a few words.
    pub(crate) label: String,
    /// How to answer.
    pub(crate) help: String,
    /// Why it is asked.
    pub(crate) why: Option<Reason>,
    /// What an answer may be.
    pub(crate) kind: AnswerKind,
    /// What the answer `null` says.
    pub(crate) none: Option<String>,
}

/// Why something is asked, and on what authority.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Reason {
    /// The reason.
    pub(crate) text: String,
    /// The authority of asking.
    pub(crate) authority: Authority,
    /// Where the matter is laid down.
    pub(crate) locator: String,
}

impl Spec {
    /// A question of the book.
    pub(crate) fn question(question: &Question) -> Self {
        Self {
            place: Place::Question(question.id.clone()),
            label: question.label.clone(),
            help: question.help.clone().unwrap_or_default(),
            why: Some(Reason {
                text: question.why.clone(),
                authority: question.authority,
                locator: question.locator.clone(),
            }),
            kind: question.kind.clone(),
            none: question.none.clone(),
        }
    }

    /// A field of a record of some kind.
    pub(crate) fn field(
        list: &RecordList,
        kind: Option<&Kind>,
        record: &str,
        field: &Field,
    ) -> Self {
        let is_date = list.window_field.as_ref() == Some(&field.id);
        let date_is = kind.and_then(|kind| kind.date_is.as_ref());
        let date_is = date_is.filter(|_| is_date);
        let help = field.help.clone().unwrap_or_default();
        Self {
            place: Place::Field {
                list: list.id.clone(),
                record: record.to_owned(),
                field: field.id.clone(),
            },
            label: field.label.clone(),
            help: date_is.map_or_else(|| help.clone(), |what| words::date_is(what, &help)),
            why: None,
            kind: field.kind.clone(),
            none: field.none.clone(),
        }
    }

    /// The edit that gives an answer here, or takes it back.
    pub(crate) fn edit(&self, answer: Option<Answer>) -> Option<Edit> {
        edit(&self.place, answer)
    }
}

/// The edit that gives an answer at a place, or takes it back.
pub(crate) fn edit(place: &Place, answer: Option<Answer>) -> Option<Edit> {
    match place {
        Place::Question(question) => Some(Edit::Answer {
            question: question.clone(),
            answer,
        }),
        Place::Field { record, field, .. } => Some(Edit::Field {
            record: record.clone(),
            field: field.clone(),
            answer,
        }),
        Place::Record { .. } | Place::List(_) => None,
    }
}

//! What a field asks, wherever it stands.

use assess::Place;
use dossier::{Answer, Dossier, Edit};
use rulebook::{AnswerKind, Authority, Book, Field, Kind, Question, RecordList};
use wording::Labels;
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

    /// The kind of a record, asked as a choice.
    pub(crate) fn kind(list: &RecordList, record: &str, field: &str) -> Self {
        let kinds = list.kind.iter().map(|kind| rulebook::Choice {
            id: kind.id.clone(),
            label: kind.label.clone(),
            help: None,
        });
        Self {
            place: Place::Field {
                list: list.id.clone(),
                record: record.to_owned(),
                field: field.to_owned(),
            },
            label: words::KIND.to_owned(),
            help: words::KIND_HELP.to_owned(),
            why: None,
            kind: AnswerKind::Choice(kinds.collect()),
            none: None,
        }
    }

    /// What is asked at a place; none for lists and what the book or the dossier does not have.
    pub(crate) fn at(book: &Book, dossier: &Dossier, place: &Place) -> Option<Self> {
        let labels = Labels::new(book);
        let (list, id, field) = match place {
            Place::Question(id) => return labels.question_def(id).map(Self::question),
            Place::Field {
                list,
                record,
                field,
            } => (labels.list_def(list)?, record, field),
            Place::Record { .. } | Place::List(_) => return None,
        };
        let (of, record) = dossier.record(id)?;
        if of != list.id {
            return None;
        }
        if list.kind_field.as_ref() == Some(field) {
            return Some(Self::kind(list, id, field));
        }
        let kind = labels.kind_of(&list.id, record);
        let def = labels.field_def(&list.id, kind, field)?;
        let kind = kind.and_then(|kind| labels.kind_def(&list.id, kind));
        Some(Self::field(list, kind, id, def))
    }

    /// Whether the answer is typed, and not chosen.
    pub(crate) const fn is_typed(&self) -> bool {
        !matches!(
            self.kind,
            AnswerKind::YesNo | AnswerKind::Choice(_) | AnswerKind::Scale { .. }
        )
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

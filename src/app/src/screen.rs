//! The screens, and their addresses behind the `#`.

use assess::Place;
use rulebook::Book;

/// One screen of the application.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Screen {
    /// Who are you, which draft.
    #[default]
    Start,
    /// What is done and what is left.
    Tasks,
    /// One question of those that settle something, or where one stands with them.
    Ask(Option<Place>),
    /// The questions of one screen of the book.
    Questions(String),
    /// The records of one list.
    List(String),
    /// Choosing the kind of a new record.
    NewRecord(String),
    /// One record of a list.
    Record {
        /// The list.
        list: String,
        /// The record's id.
        record: String,
    },
    /// The papers of the application.
    Materials,
    /// Capability and performance conditions.
    Conditions,
    /// The self-score.
    Score,
    /// Both levels, all routes.
    Result,
    /// Check your answers.
    Check,
    /// The integrity pledge.
    Pledge,
    /// Sealing and downloading.
    Package,
    /// What happens next.
    Next,
    /// Verifying a package that someone hands in.
    Verify,
}

/// Behind `#/list/<list>/` where a record's id would stand; no record id has this character.
const NEW: &str = "+";

impl Screen {
    /// The address, from `#` on.
    pub(crate) fn hash(&self) -> String {
        match self {
            Self::Start => "#/start".to_owned(),
            Self::Tasks => "#/tasks".to_owned(),
            Self::Ask(place) => format!("#/ask{}", place.as_ref().map(asked).unwrap_or_default()),
            Self::Questions(screen) => format!("#/q/{screen}"),
            Self::List(list) => format!("#/list/{list}"),
            Self::NewRecord(list) => format!("#/list/{list}/{NEW}"),
            Self::Record { list, record } => format!("#/list/{list}/{record}"),
            Self::Materials => "#/materials".to_owned(),
            Self::Conditions => "#/conditions".to_owned(),
            Self::Score => "#/score".to_owned(),
            Self::Result => "#/result".to_owned(),
            Self::Check => "#/check".to_owned(),
            Self::Pledge => "#/pledge".to_owned(),
            Self::Package => "#/package".to_owned(),
            Self::Next => "#/next".to_owned(),
            Self::Verify => "#/verify".to_owned(),
        }
    }

    /// The screen at an address; none when there is no such screen.
    ///
    /// Whether the book has the screen or list, and the dossier the record, shows when it is
    /// drawn.
    pub(crate) fn parse(hash: &str) -> Option<Self> {
        let path = hash.strip_prefix('#').unwrap_or(hash);
        let mut parts = path.strip_prefix('/')?.split('/');
        let first = parts.next()?;
        let rest: Vec<&str> = parts.collect();
        match (first, rest.as_slice()) {
            ("start", []) => Some(Self::Start),
            ("tasks", []) => Some(Self::Tasks),
            ("ask", []) => Some(Self::Ask(None)),
            ("ask", asked) => asked_at(asked).map(|place| Self::Ask(Some(place))),
            ("q", [screen]) => Some(Self::Questions((*screen).to_owned())),
            ("list", [list]) => Some(Self::List((*list).to_owned())),
            ("list", [list, NEW]) => Some(Self::NewRecord((*list).to_owned())),
            ("list", [list, record]) => Some(Self::Record {
                list: (*list).to_owned(),
                record: (*record).to_owned(),
            }),
            ("materials", []) => Some(Self::Materials),
            ("conditions", []) => Some(Self::Conditions),
            ("score", []) => Some(Self::Score),
            ("result", []) => Some(Self::Result),
            ("check", []) => Some(Self::Check),
            ("pledge", []) => Some(Self::Pledge),
            ("package", []) => Some(Self::Package),
            ("next", []) => Some(Self::Next),
            ("verify", []) => Some(Self::Verify),
            _ => None,
        }
    }

    /// The screen on which a place of the dossier is filled in.
    pub(crate) fn of_place(book: &Book, place: &Place) -> Self {
        match place {
            Place::Question(id) => {
                let question = book.question.iter().find(|question| question.id == *id);
                question.map_or(Self::Tasks, |question| {
                    Self::Questions(question.screen.clone())
                })
            }
            Place::Field { list, record, .. } | Place::Record { list, record } => Self::Record {
                list: list.clone(),
                record: record.clone(),
            },
            Place::List(list) => Self::List(list.clone()),
        }
    }

    /// The list that the screen belongs to, if any.
    pub(crate) fn list(&self) -> Option<&str> {
        match self {
            Self::List(list)
            | Self::NewRecord(list)
            | Self::Record { list, .. }
            | Self::Ask(Some(Place::List(list))) => Some(list),
            _ => None,
        }
    }

    /// Whether two screens are about the same matter: the same, or of the same list.
    pub(crate) fn same_matter(&self, other: &Self) -> bool {
        self == other || (self.list().is_some() && self.list() == other.list())
    }
}

/// The address of what is asked, behind that of asking.
fn asked(place: &Place) -> String {
    match place {
        Place::Question(id) => format!("/q/{id}"),
        Place::List(list) => format!("/list/{list}"),
        Place::Record { list, record } => format!("/list/{list}/{record}"),
        Place::Field {
            list,
            record,
            field,
        } => format!("/list/{list}/{record}/{field}"),
    }
}

/// What is asked at an address; none when nothing can be asked there.
fn asked_at(rest: &[&str]) -> Option<Place> {
    let owned = |part: &str| part.to_owned();
    match *rest {
        ["q", id] => Some(Place::Question(owned(id))),
        ["list", list] => Some(Place::List(owned(list))),
        ["list", list, record, field] => Some(Place::Field {
            list: owned(list),
            record: owned(record),
            field: owned(field),
        }),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_screen_is_found_again_at_its_address() {
        let list = || "achievements".to_owned();
        let record = "a1".to_owned();
        for screen in [
            Screen::Start,
            Screen::Tasks,
            Screen::Ask(None),
            Screen::Ask(Some(Place::Question("in_post".to_owned()))),
            Screen::Ask(Some(Place::List(list()))),
            Screen::Ask(Some(Place::Field {
                list: list(),
                record: "a1".to_owned(),
                field: "grade".to_owned(),
            })),
            Screen::Questions("person".to_owned()),
            Screen::List(list()),
            Screen::NewRecord(list()),
            Screen::Record {
                list: list(),
                record,
            },
            Screen::Materials,
            Screen::Conditions,
            Screen::Score,
            Screen::Result,
            Screen::Check,
            Screen::Pledge,
            Screen::Package,
            Screen::Next,
            Screen::Verify,
        ] {
            assert_eq!(Screen::parse(&screen.hash()), Some(screen));
        }
    }

    #[test]
    fn other_addresses_are_no_screens() {
        for hash in [
            "",
            "#",
            "#/",
            "#/nowhere",
            "#/q",
            "#/tasks/more",
            "#/ask/q",
            "#/ask/list/a/b",
            "#tasks",
            "#/list/a/b/c",
        ] {
            assert_eq!(Screen::parse(hash), None, "{hash}");
        }
    }

    #[test]
    fn records_and_their_list_are_one_matter() {
        let list = Screen::List("titles".to_owned());
        let new = Screen::NewRecord("titles".to_owned());
        assert!(list.same_matter(&new));
        assert!(!list.same_matter(&Screen::List("degrees".to_owned())));
        assert!(!Screen::Check.same_matter(&Screen::Tasks));
    }
}

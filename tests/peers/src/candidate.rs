//! A candidate: up to twenty answers.

use dossier::{Answer, Dossier};
use json::Decimal;

use crate::sequence::Sequence;

/// An input of the book.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Input {
    /// The question's id.
    pub id: &'static str,
    /// The greatest value; a yes is 1.
    pub most: u16,
    kind: Kind,
}

/// How a value is entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    YesNo,
    Number,
    Degree,
}

const fn yes_no(id: &'static str) -> Input {
    let kind = Kind::YesNo;
    Input { id, most: 1, kind }
}

const fn number(id: &'static str, most: u16) -> Input {
    let kind = Kind::Number;
    Input { id, most, kind }
}

/// The inputs in the order in which they are drawn.
pub const INPUTS: [Input; 20] = [
    yes_no("integ"),
    yes_no("assess"),
    Input {
        id: "edu",
        most: 3,
        kind: Kind::Degree,
    },
    number("yrs", 11),
    number("ce", 999),
    yes_no("sig"),
    yes_no("a1"),
    yes_no("a2"),
    yes_no("a3"),
    yes_no("a4"),
    yes_no("a5"),
    yes_no("a6"),
    number("s1", 5),
    number("s2", 5),
    number("s3", 5),
    number("s4", 5),
    number("s5", 5),
    number("s6", 5),
    number("s7", 5),
    number("s8", 5),
];

/// The degrees in the order of their numbers.
const DEGREES: [&str; 4] = ["other", "bachelor", "master", "doctor"];

/// A candidate: a value for each input, none where it is missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Candidate(pub [Option<u16>; 20]);

impl Candidate {
    pub(crate) fn drawn(sequence: &mut Sequence) -> Self {
        let values = INPUTS.map(|input| {
            Some(match input.id {
                "integ" => u16::from(sequence.percent(95)),
                "assess" => u16::from(sequence.percent(90)),
                "edu" => sequence.below(4),
                "yrs" => sequence.below(12),
                "ce" => sequence.below(160),
                "sig" => u16::from(sequence.percent(5)),
                id if id.starts_with('a') => u16::from(sequence.percent(22)),
                _ => sequence.below(6),
            })
        });
        Self(values)
    }

    /// The same with some answers missing.
    pub(crate) fn with_gaps(&self, sequence: &mut Sequence) -> Self {
        Self(self.0.map(|value| value.filter(|_| !sequence.percent(25))))
    }

    /// The value of an input.
    pub fn value(&self, id: &str) -> Option<u16> {
        let mut pairs = INPUTS.iter().zip(&self.0);
        pairs.find_map(|(input, value)| (input.id == id).then_some(*value)?)
    }

    /// The dossier that says the same.
    pub fn dossier(&self) -> Dossier {
        let mut dossier = Dossier::new("synthetic-20", Some(2026));
        for (input, value) in INPUTS.iter().zip(&self.0) {
            let answer = value.and_then(|value| match input.kind {
                Kind::YesNo => Some(Answer::YesNo(value == 1)),
                Kind::Number => Decimal::from_int(value.into()).map(Answer::Number),
                Kind::Degree => {
                    let degree = DEGREES.get(usize::from(value))?;
                    Some(Answer::from_text(*degree))
                }
            });
            if let Some(answer) = answer {
                dossier.profile.insert(input.id.to_owned(), answer);
            }
        }
        dossier
    }
}

//! A reason: a sentence with its verdict, the facts behind it and its parts.

use assess::{Place, Verdict};

/// A sentence with its verdict, the facts behind it and its parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The verdict.
    pub verdict: Verdict,
    /// The sentence, without the verdict's word.
    pub text: String,
    /// The facts behind it.
    pub details: Vec<Detail>,
    /// The parts, those that decide first.
    pub parts: Vec<Self>,
}

/// A fact behind a reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Detail {
    /// The fact in a sentence.
    pub text: String,
    /// Where it can be changed; none for what follows from several answers.
    pub place: Option<Place>,
}

/// A line of an unfolded reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line<'a> {
    /// How deep it stands, from 0.
    pub depth: usize,
    /// The verdict, none for a fact.
    pub verdict: Option<Verdict>,
    /// The sentence.
    pub text: &'a str,
}

impl Reason {
    /// A reason without facts or parts.
    pub(super) fn new(verdict: Verdict, text: String) -> Self {
        Self {
            verdict,
            text,
            details: Vec::new(),
            parts: Vec::new(),
        }
    }

    /// The reason unfolded: itself, its facts, its parts.
    pub fn lines(&self) -> Vec<Line<'_>> {
        let mut lines = Vec::new();
        self.unfold(0, &mut lines);
        lines
    }

    fn unfold<'a>(&'a self, depth: usize, lines: &mut Vec<Line<'a>>) {
        lines.push(Line {
            depth,
            verdict: Some(self.verdict),
            text: &self.text,
        });
        for detail in &self.details {
            lines.push(Line {
                depth: depth + 1,
                verdict: None,
                text: &detail.text,
            });
        }
        for part in &self.parts {
            part.unfold(depth + 1, lines);
        }
    }

    /// The parts in the order of an argument: those that decide first, then the open ones.
    ///
    /// Where everything has to hold and does, the order of the book is the argument.
    pub(super) fn argue(mut self) -> Self {
        let whole = self.verdict;
        let mut sorted: Vec<Self> = Vec::new();
        for part in std::mem::take(&mut self.parts) {
            let own = rank(whole, part.verdict);
            let place = sorted.partition_point(|other| rank(whole, other.verdict) <= own);
            sorted.insert(place, part);
        }
        self.parts = sorted;
        self
    }
}

/// The place of a part's verdict in the argument for the whole.
fn rank(whole: Verdict, part: Verdict) -> u8 {
    if whole == part {
        0
    } else if part == Verdict::Open {
        1
    } else {
        2
    }
}

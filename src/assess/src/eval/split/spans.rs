//! Score spans whose ends are reached: sums of intervals are wider where rows share something
//! unknown.
//!
//! Each end that no completion has shown yet is climbed to by branch and bound: the most promising
//! alternative first, and no further than what is already reached. What a branch is sure of counts
//! for every part of the score at once, so most ends are known before they are looked for. An end
//! that hits the bound is left where nothing can lie beyond it, and marked.

use chrono::NaiveDate;

use super::branch::Change;
use super::search::Search;
use super::seek::Seek;
use super::{ALL_SPAN_LOOKS, RICH_SPAN_LOOKS, SPAN_LOOKS, Scratch, menu, quick_looks};
use crate::engine::Term;
use crate::eval::case::Case;
use crate::eval::score::Tally;
use crate::eval::unknown::Unknown;
use crate::program::Program;
use crate::result::Span;
use crate::subject::Subject;

/// A span, and whether an end of it may be wider than need be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Narrowed {
    pub(crate) span: Span,
    pub(crate) bounded: bool,
}

/// A part of the score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Total,
    Block(usize),
    Row(usize),
}

/// All parts, in the order of [`Spans`].
fn parts(tally: &Tally) -> impl Iterator<Item = (Part, Span)> + '_ {
    let blocks = tally.blocks.iter().enumerate();
    let blocks = blocks.map(|(at, block)| (Part::Block(at), block.points));
    let rows = tally.rows.iter().enumerate();
    let rows = rows.map(|(at, row)| (Part::Row(at), row.points));
    let total = std::iter::once((Part::Total, tally.total));
    total.chain(blocks).chain(rows)
}

/// The spans of a score.
#[derive(Clone, Debug, Default)]
pub(crate) struct Spans {
    /// The total, the blocks, the rows.
    all: Vec<Narrowed>,
}

impl Spans {
    /// Finds the ends of the first `most` spans.
    pub(crate) fn of(
        parts: (&Program, &Subject),
        when: (Term, NaiveDate),
        first: (&Tally, usize),
        scratch: &mut Scratch,
    ) -> Self {
        Self::within(ALL_SPAN_LOOKS, parts, when, first, scratch)
    }

    /// Finds the ends of the total alone; none where that takes more than a moment.
    pub(crate) fn of_total(
        parts: (&Program, &Subject),
        when: (Term, NaiveDate),
        tally: &Tally,
        scratch: &mut Scratch,
    ) -> Option<Self> {
        let (looks, first) = (quick_looks(parts.1), (tally, 1));
        let spans = Self::within(looks, parts, when, first, scratch);
        let bounded = spans.total().is_some_and(|total| total.bounded);
        (!bounded).then_some(spans)
    }

    fn within(
        looks: u32,
        subject: (&Program, &Subject),
        when: (Term, NaiveDate),
        (tally, most): (&Tally, usize),
        scratch: &mut Scratch,
    ) -> Self {
        let plain = parts(tally).map(|(_, span)| Narrowed {
            span,
            bounded: false,
        });
        let mut all: Vec<Narrowed> = plain.collect();
        if all.iter().take(most).all(|part| part.span.is_exact()) {
            return Self { all };
        }
        let search = Search::new(subject, when, scratch);
        let mut climb = Climb::new(search.within(looks), tally);
        for (place, (part, span)) in parts(tally).enumerate().take(most) {
            let narrowed = climb.ends((place, part), span);
            if let Some(own) = all.get_mut(place) {
                *own = narrowed;
            }
        }
        Self { all }
    }

    /// The total; none when nothing was found out.
    pub(crate) fn total(&self) -> Option<Narrowed> {
        self.all.first().copied()
    }

    /// The blocks, and behind them the rows.
    pub(crate) fn parts(&self) -> impl Iterator<Item = Narrowed> + '_ {
        self.all.iter().skip(1).copied()
    }
}

/// The climb to the end of a part.
struct Climb<'s> {
    search: Search<'s>,
    /// By part, the least that is sure not to be the most, and the most that is sure not to be the
    /// least: some completion has no more than `low`, and one no less than `high`.
    reached: Vec<Span>,
    part: Part,
    place: usize,
    high: bool,
    /// The furthest end of what was not tried.
    left: Option<i64>,
}

/// An alternative that may lead further.
struct Step {
    far: i64,
    sure: i64,
    unknown: Option<Unknown>,
    change: Change,
}

impl<'s> Climb<'s> {
    fn new(search: Search<'s>, tally: &Tally) -> Self {
        let mut climb = Self {
            search,
            reached: Vec::new(),
            part: Part::Total,
            place: 0,
            high: true,
            left: None,
        };
        climb.note(tally);
        climb
    }
}

impl Climb<'_> {
    /// Both ends of a part.
    fn ends(&mut self, (place, part): (usize, Part), outer: Span) -> Narrowed {
        (self.place, self.part) = (place, part);
        self.high = false;
        let (low, low_bounded) = self.end(outer);
        self.high = true;
        let (high, high_bounded) = self.end(outer);
        Narrowed {
            span: Span {
                low: low.saturating_neg(),
                high,
            },
            bounded: low_bounded || high_bounded,
        }
    }

    /// How far the part goes, and whether it may go less far.
    fn end(&mut self, outer: Span) -> (i64, bool) {
        let goal = self.far(outer);
        let mut left = None;
        if self.best() < goal {
            let (program, season) = (self.search.program, self.search.season);
            let flat = &program.flat;
            let asked = (&flat.score_signs, (None, flat.score_asks(program)));
            self.search.extremes_of(asked, self.high);
            if self
                .search
                .scratch
                .subject
                .lists
                .iter()
                .any(|list| list.open)
            {
                menu::enrich(program, season, &mut self.search.scratch.subject);
                self.search.allow(RICH_SPAN_LOOKS);
                self.start();
                if self.best() < goal {
                    self.search.extremes_of(asked, self.high);
                }
            }
            if self.best() < goal {
                self.search.allow(SPAN_LOOKS);
                left = self.start();
            }
        }
        let best = self.best();
        let end = left.map_or(best, |left| left.max(best).min(goal));
        (end, end > best)
    }

    /// Climbs; gives the furthest end of what was not tried.
    fn start(&mut self) -> Option<i64> {
        self.left = None;
        if let Some(root) = self.look() {
            self.climb(root.0, root.2);
        }
        self.left
    }

    /// Larger is further, whichever end is looked for.
    const fn far(&self, span: Span) -> i64 {
        if self.high {
            span.high
        } else {
            span.low.saturating_neg()
        }
    }

    const fn sure(&self, span: Span) -> i64 {
        if self.high {
            span.low
        } else {
            span.high.saturating_neg()
        }
    }

    /// How far some completion is known to go.
    fn best(&self) -> i64 {
        let reached = self.reached.get(self.place).copied();
        reached.map_or(i64::MIN, |span| self.far(span))
    }

    /// Notes what completions of this branch are sure to reach.
    fn note(&mut self, tally: &Tally) {
        let each = parts(tally).map(|(_, span)| Span {
            low: span.high,
            high: span.low,
        });
        if self.reached.is_empty() {
            self.reached.extend(each);
            return;
        }
        for (reached, own) in self.reached.iter_mut().zip(each) {
            *reached = reached.or(own);
        }
    }

    /// The end of this branch, what it is sure of, and what keeps it open.
    fn look(&mut self) -> Option<(i64, i64, Option<Unknown>)> {
        self.search.count_look();
        let (program, season) = (self.search.program, self.search.season);
        let room = std::mem::take(&mut self.search.scratch.room);
        let subject = std::mem::take(&mut self.search.scratch.subject);
        let case = Case::within(program, &subject, season, room);
        let found = case.tally().map(|tally| {
            self.note(tally);
            let span = parts(tally).nth(self.place).map(|(_, span)| span);
            let unknown = Seek::of_score(&case).part(self.part);
            (span.unwrap_or_default(), unknown)
        });
        self.search.scratch.room = case.leave();
        self.search.scratch.subject = subject;
        let (span, unknown) = found?;
        Some((self.far(span), self.sure(span), unknown))
    }

    /// Goes on from a branch that reaches so far at the most.
    fn climb(&mut self, far: i64, unknown: Option<Unknown>) {
        if far <= self.best() {
            return;
        }
        let changes = unknown.map_or_else(Vec::new, |unknown| self.search.changes(unknown));
        if changes.is_empty() || self.search.is_spent() {
            self.left = self.left.max(Some(far));
            self.search.scratch.bounded = true;
            return;
        }
        for step in self.steps(changes) {
            if step.far <= self.best() {
                continue;
            }
            if let Some(undo) = self.search.apply(step.change) {
                self.climb(step.far, step.unknown);
                self.search.undo(undo);
            }
        }
    }

    /// Alternatives, the most promising first.
    fn steps(&mut self, changes: Vec<Change>) -> Vec<Step> {
        let mut steps: Vec<Step> = Vec::new();
        for change in changes {
            let Some(undo) = self.search.apply(change) else {
                continue;
            };
            let seen = self.look();
            self.search.undo(undo);
            let Some((far, sure, unknown)) = seen else {
                continue;
            };
            let before = |other: &Step| (other.far, other.sure) >= (far, sure);
            let place = steps.partition_point(before);
            let step = Step {
                far,
                sure,
                unknown,
                change,
            };
            steps.insert(place, step);
        }
        steps
    }
}

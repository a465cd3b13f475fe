//! What was decided of goals that three-valued logic leaves open, found when something open is asked about: of a roster most
//! lines hang on nothing that is.

use std::cell::{Cell, OnceCell};

use chrono::NaiveDate;

use super::case::Case;
use super::has_open;
use super::split::{Decisions, Scratch, decide};

/// The decisions on a case.
#[derive(Default)]
pub(crate) struct Settled {
    known: OnceCell<Decisions>,
    /// The day, and room to decide in; none where nothing more is to be decided.
    room: Cell<Option<(NaiveDate, Scratch)>>,
}

impl From<Decisions> for Settled {
    fn from(known: Decisions) -> Self {
        Self {
            known: known.into(),
            ..Self::default()
        }
    }
}

impl Settled {
    /// Decisions on all goals, once they are asked for.
    pub(super) fn later(today: NaiveDate, room: Scratch) -> Self {
        Self {
            room: Cell::new(Some((today, room))),
            ..Self::default()
        }
    }

    /// The decisions.
    pub(super) fn on(&self, case: &Case<'_>) -> &Decisions {
        self.known.get_or_init(|| self.find(case))
    }

    fn find(&self, case: &Case<'_>) -> Decisions {
        let Some((today, mut room)) = self.room.take() else {
            return Decisions::default();
        };
        let decisions = if has_open(case, |_| true) {
            decide(case, today, |_| true, &mut room)
        } else {
            Decisions::default()
        };
        self.room.set(Some((today, room)));
        decisions
    }

    /// Leaves its room to the next.
    pub(super) fn leave(&self) -> Scratch {
        self.room.take().map(|(_, room)| room).unwrap_or_default()
    }
}

//! Symbols that are foreseen as a whole, and how far.

use crate::repeats::Foreseen;
use crate::runs::Next;
use crate::standing::{OPERATIONS, RUNS};
use crate::tree::Tree;

/// Those of the runs, and then that of the earlier place.
pub(crate) const HINTS: usize = RUNS + 1;

/// Cases of a symbol that is foreseen: for instructions and for others, by the earlier place and by each of two runs.
pub(crate) const CASES: usize = 2 * 8 * 6 * 6;

/// What is foreseen of the turns of a symbol, as long as it is right.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Hint {
    pub(crate) symbol: u8,
    /// Which chance says how often such a hint is right, below 64; 0 when there is none.
    pub(crate) grade: usize,
    /// The turns, from the next one on, and how many.
    turns: u16,
    left: u8,
}

impl Hint {
    #[inline]
    fn of(tree: &Tree, symbol: u8, grade: usize) -> Self {
        let (turns, left) = tree.turns(symbol);
        let hint = Self {
            symbol,
            grade,
            turns,
            left,
        };
        hint.graded()
    }

    /// INVARIANT: without turns it has grade 0.
    #[inline]
    fn graded(self) -> Self {
        let grade = self.grade * usize::from(self.left > 0);
        Self { grade, ..self }
    }

    /// The next turn: 1 for a one, −1 for a zero, 0 when nothing is foreseen. Without a branch, since none would be
    /// foreseen by the machine.
    #[inline]
    pub(crate) fn next(self) -> i16 {
        i16::from(self.left > 0) * (2 * (self.turns >> 15) as i16 - 1)
    }

    /// Whether it foresees this turn.
    #[inline]
    pub(crate) fn says(self, one: bool) -> bool {
        self.turns >> 15 == u16::from(one)
    }

    /// Behind a turn.
    #[inline]
    pub(crate) fn behind(self, one: bool) -> Self {
        let left = self.left.saturating_sub(1) * u8::from(self.says(one));
        let turns = self.turns << 1;
        Self {
            turns,
            left,
            ..self
        }
        .graded()
    }

    /// One of nine cases, from nothing foreseen to a one from a long likeness.
    #[inline]
    pub(crate) fn told(self) -> usize {
        let case = 1 + usize::from(self.turns >> 15) + 2 * (self.grade / 8).min(3);
        case * usize::from(self.left > 0)
    }

    /// What a run says of a symbol: nothing, another one, or it from one time on to many.
    #[inline]
    fn run_case(self, symbol: u8) -> usize {
        match self.grade {
            0 => 0,
            _ if self.symbol != symbol => 1,
            1 => 2,
            2..=3 => 3,
            4..=7 => 4,
            _ => 5,
        }
    }
}

/// All of them.
#[inline]
pub(crate) fn all(tree: &Tree, runs: [Next; RUNS], place: Option<Foreseen>) -> [Hint; HINTS] {
    let [one, other] = runs.map(|run| Hint::of(tree, run.symbol, run.grade));
    let place = place.map_or_else(Hint::default, |place| {
        Hint::of(tree, place.symbol, place.grade())
    });
    [one, other, place]
}

/// The symbol that is likeliest, if there is any, and its case: that of the earlier place, else that of the longer run.
#[inline]
pub(crate) fn likeliest(hints: &[Hint; HINTS], tree: u16) -> Option<(u8, usize)> {
    let [one, other, place] = hints;
    let best = if place.grade > 0 {
        place
    } else if other.grade > one.grade {
        other
    } else {
        one
    };
    if best.grade == 0 {
        return None;
    }
    let symbol = best.symbol;
    let is_instruction = usize::from(usize::from(tree) >= OPERATIONS);
    let case = is_instruction * 8 + (place.grade / 4).min(7);
    let case = (case * 6 + one.run_case(symbol)) * 6 + other.run_case(symbol);
    Some((symbol, case))
}

/// The hints when it is known that it is not this symbol.
#[inline]
pub(crate) fn without(hints: [Hint; HINTS], symbol: u8) -> [Hint; HINTS] {
    hints.map(|hint| {
        if hint.symbol == symbol {
            Hint::default()
        } else {
            hint
        }
    })
}

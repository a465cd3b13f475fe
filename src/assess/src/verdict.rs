//! Three values: met, not met, open.

/// What can be said of a clause, a route or a level.
///
/// INVARIANT: met and not met are final: no missing answer can overturn them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Verdict {
    /// It does not hold, however the missing answers turn out.
    NotMet,
    /// Missing answers decide.
    Open,
    /// It holds, however the missing answers turn out.
    Met,
}

impl Verdict {
    /// The identifier in files: `met`, `not_met` or `open`.
    pub fn id(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotMet => "not_met",
            Self::Open => "open",
        }
    }

    /// Whether missing answers decide.
    pub fn is_open(self) -> bool {
        self == Self::Open
    }

    /// Met if so, else not met.
    pub fn of(holds: bool) -> Self {
        if holds { Self::Met } else { Self::NotMet }
    }

    /// Both hold.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        self.min(other)
    }

    /// At least one holds.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        self.max(other)
    }

    /// The contrary.
    #[must_use]
    pub fn negate(self) -> Self {
        match self {
            Self::Met => Self::NotMet,
            Self::NotMet => Self::Met,
            Self::Open => Self::Open,
        }
    }

    /// At least `count` of the verdicts hold.
    pub fn at_least(count: usize, verdicts: impl IntoIterator<Item = Self>) -> Self {
        let mut met = 0_usize;
        let mut open = 0_usize;
        for verdict in verdicts {
            match verdict {
                Self::Met => met += 1,
                Self::Open => open += 1,
                Self::NotMet => {}
            }
        }
        Self::reached(met, met + open, count)
    }

    /// A number that is at least `sure` and at most `possible` reaches `need`.
    pub fn reached<T: PartialOrd + Copy>(sure: T, possible: T, need: T) -> Self {
        if sure >= need {
            Self::Met
        } else if possible >= need {
            Self::Open
        } else {
            Self::NotMet
        }
    }

    /// The value that alternatives agree on; open where they differ.
    ///
    /// For an unknown choice: one of the alternatives will turn out to apply.
    pub fn agree(alternatives: impl IntoIterator<Item = Self>) -> Self {
        let mut alternatives = alternatives.into_iter();
        let Some(first) = alternatives.next() else {
            return Self::NotMet;
        };
        if alternatives.all(|other| other == first) {
            first
        } else {
            Self::Open
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Verdict::{self, Met, NotMet, Open};

    #[test]
    fn the_three_values_combine_as_kleene_says() {
        assert_eq!(Met.and(Open), Open);
        assert_eq!(NotMet.and(Open), NotMet);
        assert_eq!(Met.or(Open), Met);
        assert_eq!(NotMet.or(Open), Open);
        assert_eq!(Open.negate(), Open);
        assert_eq!(NotMet.negate(), Met);
    }

    #[test]
    fn a_count_is_open_while_it_can_still_be_reached() {
        assert_eq!(Verdict::at_least(2, [Met, Met, Open]), Met);
        assert_eq!(Verdict::at_least(2, [Met, Open, NotMet]), Open);
        assert_eq!(Verdict::at_least(2, [Met, NotMet]), NotMet);
        assert_eq!(Verdict::at_least(0, []), Met);
    }

    #[test]
    fn alternatives_that_agree_need_no_answer() {
        assert_eq!(Verdict::agree([Met, Met]), Met);
        assert_eq!(Verdict::agree([NotMet, NotMet]), NotMet);
        assert_eq!(Verdict::agree([Met, NotMet]), Open);
        assert_eq!(Verdict::agree([Open, Open]), Open);
    }
}

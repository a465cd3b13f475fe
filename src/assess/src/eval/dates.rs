//! Derived days, as far as the answers tell.

use chrono::{Datelike, NaiveDate};
use dossier::{add_months, full_years_since, years_before};

use super::case::Case;
use super::records;
use crate::Verdict;
use crate::program::{CAnchor, CDateRule, CStage, CWindow, Value};
use crate::result::DayValue;

/// What is known of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Day {
    /// There is none.
    Nothing,
    /// It lies between two days, both possible; or there may be none at all.
    Between {
        from: NaiveDate,
        to: NaiveDate,
        maybe_none: bool,
    },
}

impl Day {
    /// Nothing is known.
    pub(crate) const UNKNOWN: Self = Self::Between {
        from: NaiveDate::MIN,
        to: NaiveDate::MAX,
        maybe_none: true,
    };

    /// A day that is known.
    pub(crate) fn known(day: NaiveDate) -> Self {
        Self::Between {
            from: day,
            to: day,
            maybe_none: false,
        }
    }

    /// Whether it is known, or known not to be there.
    pub(super) fn is_settled(self) -> bool {
        match self {
            Self::Nothing => true,
            Self::Between {
                from,
                to,
                maybe_none,
            } => from == to && !maybe_none,
        }
    }

    /// Whether it exists.
    pub(crate) fn exists(self) -> Verdict {
        match self {
            Self::Nothing => Verdict::NotMet,
            Self::Between { maybe_none, .. } => {
                if maybe_none {
                    Verdict::Open
                } else {
                    Verdict::Met
                }
            }
        }
    }

    /// Whether it lies after another; not met without it, open without the other.
    pub(crate) fn after(self, other: Self) -> Verdict {
        let (
            Self::Between { from, to, .. },
            Self::Between {
                from: other_from,
                to: other_to,
                maybe_none,
            },
        ) = (self, other)
        else {
            return Verdict::NotMet;
        };
        let order = if from > other_to {
            Verdict::Met
        } else if to <= other_from {
            Verdict::NotMet
        } else {
            Verdict::Open
        };
        let other = if maybe_none {
            Verdict::Open
        } else {
            Verdict::Met
        };
        order.and(self.exists()).and(other)
    }

    /// The cut-off day of the season, or of any of the seasons, and what is reckoned from it, which rises with it.
    fn cut_off(case: &Case<'_>, from: impl Fn(NaiveDate) -> NaiveDate) -> Self {
        let (first, last) = case.seasons();
        Self::Between {
            from: from(first.cut_off),
            to: from(last.cut_off),
            maybe_none: false,
        }
    }

    /// Full years on a day, at the least and at the most; none when the day does not exist.
    pub(crate) fn full_years(self, on: NaiveDate) -> Option<(u32, u32)> {
        self.full_years_from((on, on))
    }

    /// The same on any day between two.
    pub(super) fn full_years_from(
        self,
        (first, last): (NaiveDate, NaiveDate),
    ) -> Option<(u32, u32)> {
        match self {
            Self::Nothing => None,
            Self::Between { from, to, .. } => {
                Some((full_years_since(to, first), full_years_since(from, last)))
            }
        }
    }

    /// A day that compares with some days, which are in order, as this one does; the same for all that do.
    pub(super) fn among(self, days: &[NaiveDate]) -> Self {
        let among = |day: NaiveDate| {
            let below = days.iter().rfind(|other| **other <= day);
            match below {
                Some(below) if *below < day => below.succ_opt().unwrap_or(day),
                Some(below) => *below,
                None => NaiveDate::MIN,
            }
        };
        match self {
            Self::Nothing => Self::Nothing,
            Self::Between {
                from,
                to,
                maybe_none,
            } => Self::Between {
                from: among(from),
                to: among(to),
                maybe_none,
            },
        }
    }

    /// The day as an assessment shows it.
    pub(crate) fn value(self) -> DayValue {
        match self {
            Self::Nothing => DayValue::Nothing,
            Self::Between { from, .. } if self.is_settled() => DayValue::Known(from),
            Self::Between {
                from,
                to,
                maybe_none,
            } => DayValue::Open {
                from: (from != NaiveDate::MIN).then_some(from),
                to: (to != NaiveDate::MAX && !maybe_none).then_some(to),
            },
        }
    }
}

/// A day by its rule; `days` are those that it uses.
pub(super) fn derive(case: &Case<'_>, rule: &CDateRule, days: &dyn Fn(usize) -> Day) -> Day {
    match rule {
        CDateRule::CutOff => Day::cut_off(case, |day| day),
        CDateRule::YearsBeforeCutOff(years) => Day::cut_off(case, |day| years_before(day, *years)),
        CDateRule::Answer(question) => match case.subject.answer(*question) {
            Value::Date(day) => Day::known(day),
            Value::Days(from, to) => Day::Between {
                from,
                to,
                maybe_none: false,
            },
            Value::None => Day::Nothing,
            _ => Day::UNKNOWN,
        },
        CDateRule::Earliest(anchors) => earliest(case, anchors, days),
        CDateRule::StagedAge { birth, by, stages } => {
            let stages = match case.subject.answer(*by) {
                Value::Choice(chosen) => stages.get(chosen).map_or(&[][..], std::slice::from_ref),
                Value::Unknown => stages,
                _ => &[],
            };
            staged_age(case.subject.answer(*birth), stages)
        }
    }
}

/// The earliest date among records, given what may still be missing.
fn earliest(case: &Case<'_>, anchors: &[CAnchor], days: &dyn Fn(usize) -> Day) -> Day {
    let mut from = NaiveDate::MAX;
    let mut to = NaiveDate::MAX;
    let mut possible = false;
    let mut sure = false;
    for anchor in anchors {
        let Some(list) = case.list(anchor.list) else {
            continue;
        };
        if list.open {
            possible = true;
            from = NaiveDate::MIN;
        }
        for record in &list.records {
            let passes = records::filter(record, &anchor.filter, days);
            let (earliest, latest) = match record.value(anchor.field) {
                Value::Date(day) => (day, day),
                Value::Days(from, to) => (from, to),
                Value::Unknown => (NaiveDate::MIN, NaiveDate::MAX),
                _ => continue,
            };
            if passes == Verdict::NotMet {
                continue;
            }
            possible = true;
            from = from.min(earliest);
            if passes == Verdict::Met {
                sure = true;
                to = to.min(latest);
            }
        }
    }
    if !possible {
        return Day::Nothing;
    }
    Day::Between {
        from,
        to,
        maybe_none: !sure,
    }
}

/// The age is reached the later the later the birth, so the ends of an unknown birth date suffice.
fn staged_age(birth: Value, stages: &[Option<CStage>]) -> Day {
    let (first, last) = match birth {
        Value::Date(day) => (Some(day), Some(day)),
        Value::Days(from, to) => (Some(from), Some(to)),
        Value::Unknown => (None, None),
        _ => return Day::Nothing,
    };
    let known = || stages.iter().flatten();
    let at = |birth: Option<NaiveDate>, stage: &CStage| birth.map(|day| reached(day, stage));
    let from = known().map(|stage| at(first, stage).unwrap_or(NaiveDate::MIN));
    let to = known().map(|stage| at(last, stage).unwrap_or(NaiveDate::MAX));
    let (Some(from), Some(to)) = (from.min(), to.max()) else {
        return Day::Nothing;
    };
    Day::Between {
        from,
        to,
        maybe_none: stages.iter().any(Option::is_none),
    }
}

/// Years and delay are added together, then clipped once to the month's last day.
pub(crate) fn reached(birth: NaiveDate, stage: &CStage) -> NaiveDate {
    let month = i32::try_from(birth.month0()).unwrap_or(0);
    let month = birth.year().saturating_mul(12).saturating_add(month);
    let later = month.saturating_sub(stage.from);
    let delay = if later < 0 {
        0
    } else {
        let begun = later.checked_div(stage.every).unwrap_or(0);
        u32::try_from(begun).unwrap_or(0).saturating_add(1)
    };
    let months = stage.years.saturating_mul(12);
    add_months(birth, months.saturating_add(delay.min(stage.max)))
}

/// Whether a day lies in a window.
pub(super) fn in_window(case: &Case<'_>, window: &CWindow, day: NaiveDate) -> Verdict {
    let begun = window
        .from
        .iter()
        .map(|from| not_after(case.day(*from), day));
    let begun = begun.fold(Verdict::NotMet, Verdict::or);
    begun.and(not_before(case.day(window.to), day))
}

/// Whether every day from `first` to `last` lies in a window, or none does.
pub(super) fn span_in_window(
    case: &Case<'_>,
    window: &CWindow,
    (first, last): (NaiveDate, NaiveDate),
) -> Verdict {
    // Each test turns once at the most from one end to the other.
    let begun = window.from.iter().map(|from| {
        let from = case.day(*from);
        Verdict::agree([not_after(from, first), not_after(from, last)])
    });
    let begun = begun.fold(Verdict::NotMet, Verdict::or);
    let to = case.day(window.to);
    begun.and(Verdict::agree([
        not_before(to, first),
        not_before(to, last),
    ]))
}

/// Whether a derived day exists and is not after `day`.
pub(super) fn not_after(derived: Day, day: NaiveDate) -> Verdict {
    match derived {
        Day::Between { from, .. } if from > day => Verdict::NotMet,
        Day::Between { to, .. } if to <= day => derived.exists(),
        Day::Between { .. } => Verdict::Open,
        Day::Nothing => Verdict::NotMet,
    }
}

/// Whether a derived day exists and is not before `day`.
pub(super) fn not_before(derived: Day, day: NaiveDate) -> Verdict {
    match derived {
        Day::Between { to, .. } if to < day => Verdict::NotMet,
        Day::Between { from, .. } if from >= day => derived.exists(),
        Day::Between { .. } => Verdict::Open,
        Day::Nothing => Verdict::NotMet,
    }
}

//! When at the earliest: season after season, all else as entered.

use chrono::NaiveDate;

use super::case::Case;
use super::split::{Against, Scratch};
use crate::engine::Term;
use crate::result::{Earliest, LevelLine};
use crate::subject::Subject;
use crate::{Engine, Verdict};

/// Fills in the earliest year of every route.
///
/// The present season is looked at as it is; in later ones the cut-off day is that of the book,
/// and years from the present season on are taken as met where each year must have a record.
/// What three-valued logic leaves open there is met, or not met, when no completion is found that
/// says otherwise.
pub(super) fn fill(
    engine: &Engine,
    (subject, today): (&Subject, NaiveDate),
    season: Term,
    levels: &mut [LevelLine],
    scratch: &mut Scratch,
) {
    let program = &engine.program;
    let mut room = std::mem::take(&mut scratch.later);
    let mut against = Against::new((program, subject), today, scratch);
    for ahead in 0..=i32::from(engine.book.horizon) {
        let Some(later) = season_ahead(engine, season, ahead) else {
            continue;
        };
        let case = Case::within(program, subject, later, room);
        let compiled = program.levels.iter();
        for (level, (line, compiled)) in levels.iter_mut().zip(compiled).enumerate() {
            let at = case.at(compiled);
            let routes = line.routes.iter_mut().zip(&compiled.routes);
            for (place, (route, compiled)) in routes.enumerate() {
                let verdict = match asked(&route.earliest) {
                    _ if ahead == 0 => route.conclusion.verdict,
                    None => continue,
                    Some(asked) => match at.route(compiled) {
                        Verdict::Open => against.unless(later, (level, place), asked),
                        plain => plain,
                    },
                };
                note(&mut route.earliest, later.year, verdict);
            }
        }
        room = case.leave();
    }
    scratch.later = room;
}

/// The verdict that is waited for: first that it is met, then that it no longer is.
const fn asked(earliest: &Earliest) -> Option<Verdict> {
    match (earliest.year, earliest.closes) {
        (None, _) => Some(Verdict::Met),
        (Some(_), None) => Some(Verdict::NotMet),
        (Some(_), Some(_)) => None,
    }
}

fn note(earliest: &mut Earliest, year: i32, verdict: Verdict) {
    match earliest.year {
        None if verdict == Verdict::Met => earliest.year = Some(year),
        Some(_) if earliest.closes.is_none() && verdict == Verdict::NotMet => {
            earliest.closes = Some(year);
        }
        _ => {}
    }
}

/// The season so many years ahead; its cut-off day is that of the book.
pub(crate) fn season_ahead(engine: &Engine, season: Term, ahead: i32) -> Option<Term> {
    if ahead == 0 {
        return Some(season);
    }
    let year = season.year.checked_add(ahead)?;
    let rule = &engine.book.cut_off;
    let cut_off = NaiveDate::from_ymd_opt(year, rule.month, rule.day)?;
    Some(Term {
        year,
        cut_off,
        assumed_from: season.assumed_from,
    })
}

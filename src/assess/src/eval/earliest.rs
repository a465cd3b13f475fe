//! When at the earliest: season after season, all else as entered.

use chrono::NaiveDate;

use super::case::Case;
use crate::engine::Term;
use crate::result::{Earliest, LevelLine};
use crate::subject::Subject;
use crate::{Engine, Verdict};

/// Fills in the earliest year of every route.
///
/// The present season is looked at as it is; in later ones the cut-off day is that of the book,
/// and years from the present season on are taken as met where each year must have a record.
pub(super) fn fill(engine: &Engine, subject: &Subject, season: Term, levels: &mut [LevelLine]) {
    for ahead in 0..=i32::from(engine.book.horizon) {
        let Some(later) = season_ahead(engine, season, ahead) else {
            continue;
        };
        let case = Case::new(&engine.program, subject, later, season.year);
        for (line, compiled) in levels.iter_mut().zip(&engine.program.levels) {
            if ahead == 0 {
                for route in &mut line.routes {
                    note(&mut route.earliest, later.year, route.conclusion.verdict);
                }
                continue;
            }
            let at = case.at(compiled);
            for (route, compiled) in line.routes.iter_mut().zip(&compiled.routes) {
                note(&mut route.earliest, later.year, at.route(compiled));
            }
        }
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
    Some(Term { year, cut_off })
}

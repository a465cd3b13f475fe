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
    let later = (1..=i32::from(engine.book.horizon)).filter_map(|ahead| {
        // Those of the book follow one another by years.
        season_ahead(engine, season, ahead)
    });
    let later: Vec<Term> = later.collect();
    note_present(season.year, levels);
    let (Some(first), Some(last)) = (later.first().copied(), later.last().copied()) else {
        return;
    };
    let program = &engine.program;
    let room = std::mem::take(&mut scratch.later);
    let mut case = Case::within(program, subject, season, room).in_seasons(first, last);
    let mut against = Against::new(program, today, scratch);
    let mut waiting = waiting_in(&case, levels);
    for (place, season) in later.iter().enumerate() {
        if waiting.is_empty() {
            break;
        }
        let found = against.found();
        case = case.in_season(*season);
        waiting.retain(|waits| {
            let Some((earliest, asked)) = waits.earliest(levels) else {
                return false;
            };
            let route = (waits.level, waits.route);
            if against.speaks((*season, None), route, asked) {
                return true;
            }
            let verdict = match case.verdict(waits.node) {
                Verdict::Open => against.unless(&case, route, asked),
                plain => plain,
            };
            note(earliest, season.year, verdict);
            asked_of(earliest).is_some()
        });
        // What speaks against a verdict mostly does in every season.
        let next = later.get(place.saturating_add(1));
        if let Some(next) = next.filter(|_| against.found() > found) {
            waiting.retain(|waits| {
                let route = (waits.level, waits.route);
                let asked = waits.earliest(levels).map(|(_, asked)| asked);
                asked.is_some_and(|asked| !against.speaks((*next, Some(last)), route, asked))
            });
        }
    }
    scratch.later = case.leave();
}

fn note_present(year: i32, levels: &mut [LevelLine]) {
    for route in levels.iter_mut().flat_map(|line| &mut line.routes) {
        note(&mut route.earliest, year, route.conclusion.verdict);
    }
}

/// A route of which it is not known yet when it holds, or when no longer.
struct Waiting {
    level: usize,
    route: usize,
    node: usize,
}

impl Waiting {
    /// What is known of it, and the verdict that is waited for.
    fn earliest<'l>(&self, levels: &'l mut [LevelLine]) -> Option<(&'l mut Earliest, Verdict)> {
        let routes = levels.get_mut(self.level).map(|line| &mut line.routes)?;
        let earliest = &mut routes.get_mut(self.route)?.earliest;
        asked_of(earliest).map(|asked| (earliest, asked))
    }
}

/// The routes of which the verdict may change from one of these seasons to the next; that of the others is noted.
fn waiting_in(seasons: &Case<'_>, levels: &mut [LevelLine]) -> Vec<Waiting> {
    let mut waiting = Vec::new();
    let laid = seasons.program.flat.levels.iter();
    for (level, (line, laid)) in levels.iter_mut().zip(laid).enumerate() {
        for (route, (own, node)) in line.routes.iter_mut().zip(&laid.routes).enumerate() {
            match seasons.verdict(*node) {
                Verdict::Open => waiting.push(Waiting {
                    level,
                    route,
                    node: *node,
                }),
                settled => note(&mut own.earliest, seasons.season.year, settled),
            }
        }
    }
    waiting
}

/// The verdict that is waited for: first that it is met, then that it no longer is.
const fn asked_of(earliest: &Earliest) -> Option<Verdict> {
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

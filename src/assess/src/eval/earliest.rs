//! When at the earliest: season after season, all else as entered.

use chrono::NaiveDate;

use super::case::{Case, Room};
use super::split::{Against, Scratch};
use crate::engine::Term;
use crate::program::Program;
use crate::result::{Earliest, LevelLine};
use crate::subject::Subject;
use crate::{Engine, Verdict};

/// The seasons behind the present one, and the routes of which the verdict may change in them.
pub(super) struct Later {
    seasons: Vec<Term>,
    waiting: Vec<Waiting>,
}

/// A typed dossier in the present season, and what lies behind it.
///
/// What is settled in all seasons at once is found for all of them.
pub(super) fn begin<'a>(
    engine: &'a Engine,
    subject: &'a Subject,
    season: Term,
    room: Room,
) -> (Case<'a>, Later) {
    let later = (1..=i32::from(engine.book.horizon)).filter_map(|ahead| {
        // Those of the book follow one another by years.
        season_ahead(engine, season, ahead)
    });
    let seasons: Vec<Term> = later.collect();
    let case = Case::within(&engine.program, subject, season, room);
    let all = seasons.first().zip(seasons.last());
    let (case, waiting) = match all {
        // The cut-off day of the present one may lie behind that of the next.
        Some((next, last)) if season.cut_off <= next.cut_off => {
            let case = case.in_seasons(season, *last);
            let waiting = waiting(&engine.program, |node| case.verdict(node).is_open());
            (case.in_season(season), waiting)
        }
        _ => (case, waiting(&engine.program, |_| true)),
    };
    (case, Later { seasons, waiting })
}

/// Fills in the earliest year of every route.
///
/// The present season is looked at as it is; in later ones the cut-off day is that of the book,
/// and years from the present season on are taken as met where each year must have a record.
/// What three-valued logic leaves open there is met, or not met, when no completion is found that
/// says otherwise.
pub(super) fn fill<'a>(
    (mut case, later): (Case<'a>, Later),
    today: NaiveDate,
    levels: &mut [LevelLine],
    scratch: &mut Scratch,
) -> Case<'a> {
    note_present(case.season.year, levels);
    let Later {
        seasons: later,
        mut waiting,
    } = later;
    let Some(last) = later.last().copied() else {
        return case;
    };
    let mut against = Against::new(case.program, today, scratch);
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
    case
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

/// The routes of which the verdict may change from one season to the next.
fn waiting(program: &Program, may_change: impl Fn(usize) -> bool) -> Vec<Waiting> {
    let mut waiting = Vec::new();
    for (level, laid) in program.flat.levels.iter().enumerate() {
        let routes = laid.routes.iter().copied().enumerate();
        let routes = routes.filter(|(_, node)| may_change(*node));
        waiting.extend(routes.map(|(route, node)| Waiting { level, route, node }));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::eval::drawn::{Draw, day, person, season};

    #[test]
    fn what_is_found_of_all_seasons_at_once_holds_in_each() {
        let engine = Engine::shipped();
        let program = &engine.program;
        let mut draw = Draw(1);
        let (mut room, mut shared, mut waits) = (Room::default(), 0, 0);
        for _ in 0..300 {
            let subject = person(program, &mut draw, 4);
            // A notice may name a cut-off day behind that of the next season.
            let cut_off = day([2025, 2026, 2026, 2028][draw.below(4)]);
            let present = Term {
                cut_off,
                ..season(2026)
            };
            let (case, later) = begin(&engine, &subject, present, room);
            let Later { seasons, waiting } = later;
            let plain = |season| Case::new(program, &subject, season);
            let is_same = |case: &Case<'_>, season| {
                let plain = plain(season);
                (0..program.flat.nodes.len()).all(|node| case.verdict(node) == plain.verdict(node))
            };
            assert!(is_same(&case, present));
            let mut case = case;
            for season in &seasons {
                case = case.in_season(*season);
                assert!(is_same(&case, *season), "{season:?}");
            }
            for (level, laid) in program.flat.levels.iter().enumerate() {
                for (route, node) in laid.routes.iter().enumerate() {
                    let own = |own: &&Waiting| (own.level, own.route) == (level, route);
                    if waiting.iter().any(|waits| own(&waits)) {
                        waits += 1;
                        continue;
                    }
                    shared += 1;
                    let now = plain(present).verdict(*node);
                    assert!(!now.is_open());
                    let mut all = seasons.iter();
                    assert!(all.all(|season| plain(*season).verdict(*node) == now));
                }
            }
            room = case.leave();
        }
        // Much is settled at once and much is not, so that this says something.
        assert!(shared > 100 && waits > 100, "{shared} {waits}");
    }
}

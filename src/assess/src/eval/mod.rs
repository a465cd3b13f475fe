//! Judging a typed dossier.

pub(crate) mod case;
pub(crate) mod dates;
#[cfg(test)]
mod drawn;
pub(crate) mod earliest;
pub(crate) mod explain;
mod judge;
pub(crate) mod leaf;
mod material;
mod outline;
mod places;
mod reason;
pub(crate) mod records;
pub(crate) mod score;
pub(crate) mod score_row;
mod settled;
pub(crate) mod split;
pub(crate) mod unknown;
pub(crate) mod verdict;

pub use self::judge::Verdicts;
pub(crate) use self::judge::judge;
pub(crate) use self::outline::outline;
pub(crate) use self::reason::Entries;
pub use self::split::{Decision, Scratch};

use chrono::NaiveDate;
use dossier::Dossier;
use rulebook::SeasonDay;

use self::case::Case;
use self::explain::{Explainer, Extent};
use self::settled::Settled;
use crate::engine::Term;
use crate::program::{FGoal, Target};
use crate::result::{Assessment, LevelLine, Line, NoticeLine};
use crate::subject::{Reading, Subject};
use crate::{Engine, Verdict};

/// Judges a dossier: every level, clause and route, the score, and when at the earliest.
pub(crate) fn assess(
    engine: &Engine,
    read: (&Dossier, &Reading),
    when: (&SeasonDay, NaiveDate),
    scratch: &mut Scratch,
) -> Assessment {
    judged(engine, read, when, (Extent::Whole, scratch))
}

/// The same without what explains it.
pub(crate) fn bare(
    engine: &Engine,
    dossier: &Dossier,
    season: &SeasonDay,
    today: NaiveDate,
) -> Assessment {
    let reading = engine.read(dossier, season, today);
    let told = (Extent::Bare, &mut Scratch::default());
    judged(engine, (dossier, &reading), (season, today), told)
}

fn judged(
    engine: &Engine,
    (dossier, reading): (&Dossier, &Reading),
    (season, today): (&SeasonDay, NaiveDate),
    (extent, scratch): (Extent, &mut Scratch),
) -> Assessment {
    let room = std::mem::take(&mut scratch.plain);
    let (case, later) = earliest::begin(engine, &reading.subject, Term::from(season), room);
    let mut explainer = Explainer::new(engine, dossier, &case, season).telling(extent);
    let mut levels = all_levels(&mut explainer, today, scratch);
    let score = explainer.score_sheet();
    let notices = notices(engine, &case);
    drop(explainer);
    let case = earliest::fill((case, later), today, &mut levels, scratch);
    scratch.plain = case.leave();
    Assessment {
        book: engine.reference.clone(),
        season: season.year,
        cut_off: season.cut_off,
        levels,
        score,
        notices,
        problems: reading.problems.clone(),
    }
}

/// The levels, once what is open is settled as far as it can be.
fn all_levels(
    explainer: &mut Explainer<'_>,
    today: NaiveDate,
    scratch: &mut Scratch,
) -> Vec<LevelLine> {
    explainer.narrow(today, scratch);
    explainer.settled = Settled::later(today, std::mem::take(scratch));
    let levels = explainer.levels();
    *scratch = explainer.settled.leave();
    levels
}

/// What a line of a table says.
pub(crate) fn line(
    engine: &Engine,
    (dossier, subject): (&Dossier, &Subject),
    (season, today): (&SeasonDay, NaiveDate),
    (target, scratch): (Option<&str>, &mut Scratch),
) -> Line {
    scratch.bounded = false;
    let room = std::mem::take(&mut scratch.plain);
    let (case, later) = earliest::begin(engine, subject, Term::from(season), room);
    let mut levels = engine.book.level.iter();
    let target = target.and_then(|id| levels.position(|level| level.id == id));
    let explainer = Explainer::new(engine, dossier, &case, season);
    let mut explainer = explainer.telling(Extent::Line(target));
    let mut levels = all_levels(&mut explainer, today, scratch);
    let score = engine.program.score.as_ref();
    let total = score.map(|score| (explainer.total().span, score.line));
    drop(explainer);
    let case = earliest::fill((case, later), today, &mut levels, scratch);
    scratch.plain = case.leave();
    Line { levels, total }
}

/// Whether missing answers decide any clause, route or level that is asked for, as far as three-valued logic tells.
fn has_open(case: &Case<'_>, asked: impl Fn(&FGoal) -> bool) -> bool {
    let goals = case.program.flat.goals.iter();
    let goals = goals.filter(|goal| asked(goal));
    let mut lines = goals.filter(|goal| !matches!(goal.target, Target::Beside(_)));
    lines.any(|goal| case.verdict(goal.node).is_open())
}

/// Which papers are asked for.
pub(crate) fn materials(
    engine: &Engine,
    dossier: &Dossier,
    season: &SeasonDay,
    today: NaiveDate,
) -> Vec<Verdict> {
    let reading = engine.read(dossier, season, today);
    let case = Case::new(&engine.program, &reading.subject, Term::from(season));
    material::materials(&case)
}

/// The notices that hold for sure at the level that is the target.
fn notices(engine: &Engine, case: &Case<'_>) -> Vec<NoticeLine> {
    let program = &engine.program;
    let rules = program.notices.iter().zip(&program.flat.notices);
    let pairs = engine.book.notice.iter().zip(rules);
    let shown = pairs.filter(|(_, (compiled, node))| {
        let target = compiled.target;
        let at_level = target.is_none_or(|choice| case.chose(program.level_question, choice));
        at_level && case.verdict(**node) == Verdict::Met
    });
    shown
        .map(|(notice, _)| NoticeLine {
            id: notice.id.clone(),
            text: notice.text.clone(),
        })
        .collect()
}

//! The part of an assessment that is wanted at every key.

use chrono::NaiveDate;
use dossier::Dossier;
use rulebook::SeasonDay;

use super::case::Case;
use super::explain::{Explainer, Extent};
use super::has_open;
use super::split::{self, Scratch, Spans};
use crate::Engine;
use crate::engine::Term;
use crate::program::FGoal;
use crate::result::{Assessment, LevelOutline, Outline, Span};
use crate::subject::Reading;

/// What the assessment of a dossier says of some levels, without why; none where it takes more than a moment to settle what
/// missing answers decide there or in the score.
///
/// Whatever is missing, it is known where the same typed answers were assessed before.
pub(crate) fn outline(
    engine: &Engine,
    dossier: &Dossier,
    (season, today): (&SeasonDay, NaiveDate),
    former: Option<(&Reading, &Assessment)>,
    (is_wanted, scratch): (impl Fn(&str) -> bool, &mut Scratch),
) -> Option<Outline> {
    let Reading {
        problems, subject, ..
    } = match former {
        Some((former, _)) => engine.reread(dossier, (season, today), former),
        None => engine.read(dossier, season, today),
    };
    let same = former.filter(|(former, assessment)| {
        former.subject == subject
            && (assessment.season, assessment.cut_off) == (season.year, season.cut_off)
            && assessment.book == engine.reference
    });
    if let Some((_, assessment)) = same {
        let levels = assessment.levels.iter();
        let levels = levels.filter(|line| is_wanted(&line.id));
        return Some(Outline {
            levels: levels.map(LevelOutline::from).collect(),
            total: assessment.score.as_ref().map(|score| score.total),
            problems,
        });
    }
    let term = Term::from(season);
    let room = std::mem::take(&mut scratch.plain);
    let case = Case::within(&engine.program, &subject, term, room);
    let wanted = |place: usize| {
        let level = engine.book.level.get(place);
        level.is_some_and(|level| is_wanted(&level.id))
    };
    let judged = judged(
        Explainer::new(engine, dossier, &case, season),
        today,
        (wanted, scratch),
    );
    // Also where it gives up: most of what was found here is found again at the next key.
    scratch.plain = case.leave();
    let (levels, total) = judged?;
    Some(Outline {
        levels,
        total,
        problems,
    })
}

/// The wanted levels, and the total of the score.
fn judged(
    explainer: Explainer<'_>,
    today: NaiveDate,
    (wanted, scratch): (impl Fn(usize) -> bool, &mut Scratch),
) -> Option<(Vec<LevelOutline>, Option<Span>)> {
    let mut explainer = explainer.telling(Extent::Line(None));
    let case = explainer.case;
    let parts = (case.program, case.subject);
    if let Some(tally) = case.tally() {
        explainer.spans = Spans::of_total(parts, (case.season, today), tally, scratch)?;
    }
    if has_open(case, |goal| wanted(goal.level)) {
        let asked = |goal: &FGoal| wanted(goal.level);
        explainer.settled = split::decide_quickly(case, today, asked, scratch)?.into();
    }
    let levels = 0..explainer.engine.book.level.len();
    let levels = levels.filter(|place| wanted(*place));
    let levels = levels.filter_map(|place| explainer.level(place));
    let total = case.tally().map(|_| explainer.total().span);
    Some((
        levels.map(|line| LevelOutline::from(&line)).collect(),
        total,
    ))
}

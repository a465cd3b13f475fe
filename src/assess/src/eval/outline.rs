//! The part of an assessment that is wanted at every key.

use chrono::NaiveDate;
use dossier::Dossier;
use rulebook::SeasonDay;

use super::case::Case;
use super::explain::Explainer;
use crate::Engine;
use crate::engine::Term;
use crate::result::{Assessment, LevelLine, LevelOutline, Outline};
use crate::subject::Subject;

/// What the assessment of a dossier says of some levels, without why; none where missing answers decide anything there or
/// in the score, since all goals of a dossier share one bound: what is open is settled together or not at all.
///
/// Whatever is missing, it is known where the same typed answers were assessed before.
pub(crate) fn outline(
    engine: &Engine,
    dossier: &Dossier,
    (season, today): (&SeasonDay, NaiveDate),
    former: Option<(&Subject, &Assessment)>,
    is_wanted: impl Fn(&str) -> bool,
) -> Option<Outline> {
    let problems = engine.examine(dossier, season, today);
    let subject = engine.typed(dossier, &problems);
    let same = former.filter(|(typed, assessment)| {
        **typed == subject
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
    let case = Case::new(&engine.program, &subject, Term::from(season));
    let total = case.tally().map(|tally| tally.total);
    if total.is_some_and(|total| total.low != total.high) {
        return None;
    }
    let explainer = Explainer::new(engine, dossier, &case, season).without_records();
    let levels = engine.book.level.iter().enumerate();
    let levels = levels.filter(|(_, level)| is_wanted(&level.id));
    let levels = levels.map(|(place, _)| explainer.level(place));
    let levels = levels.collect::<Option<Vec<LevelLine>>>()?;
    if levels.iter().any(LevelLine::has_open) {
        return None;
    }
    Some(Outline {
        levels: levels.iter().map(LevelOutline::from).collect(),
        total,
        problems,
    })
}

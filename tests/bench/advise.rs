//! What would change a verdict, on the worked example; and how many questions are asked.

use std::fmt::Write as _;

use assess::{Engine, Place, RouteId, Verdict};
use dossier::{Answer, Dossier};
use peers::{Candidate, INPUTS};
use rulebook::SeasonDay;

use crate::run::{Run, Work};

const EXAMPLE: &[u8] = include_bytes!("../vectors/example.dossier.json");

/// Gaps, ways, waiting and the next question, with all lists complete and with all open.
pub(crate) fn advise(run: &mut Run) {
    let Some(shipped) = shipped::books().first() else {
        return;
    };
    let book = shipped.read();
    let engine = book.and_then(|book| Engine::new(book, shipped.compiled()).ok());
    let (Some(engine), Ok(complete)) = (engine, Dossier::read(EXAMPLE)) else {
        return;
    };
    let Some(season) = rulebook::resolve_season(engine.book(), &shipped::seasons(), 2026) else {
        return;
    };
    let mut open = complete.clone();
    for list in open.lists.values_mut() {
        list.complete = false;
    }
    for (dossier, names) in [
        (
            complete,
            [
                "gaps, complete",
                "ways, complete",
                "waiting, complete",
                "next, complete",
            ],
        ),
        (
            open,
            [
                "gaps, lists open",
                "ways, lists open",
                "waiting, lists open",
                "next, lists open",
            ],
        ),
    ] {
        let [gaps, ways, waiting, next] = names;
        let today = season.cut_off.pred_opt().unwrap_or(season.cut_off);
        let route = |route| RouteId {
            level: "senior",
            route,
        };
        let at = || (engine.clone(), dossier.clone(), season.clone());
        let (own, person, year) = at();
        run.add(gaps, Work::Items(1), move || {
            own.gaps(&person, &year, today, route("standard"))
        });
        let (own, person, year) = at();
        run.add(ways, Work::Items(1), move || {
            own.ways(&person, &year, today, route("scored"))
        });
        let (own, person, year) = at();
        run.add(waiting, Work::Items(1), move || {
            own.waiting(&person, &year, today, route("scored"))
        });
        let (own, person, year) = at();
        run.add(next, Work::Items(1), move || {
            own.next(&person, &year, today)
        });
    }
}

/// Average numbers of questions until the verdict on the synthetic book of twenty inputs.
pub(crate) fn questions() -> String {
    let (Some(engine), Some(season)) = (peers::engine(), peers::season()) else {
        return String::new();
    };
    let counter = Counter {
        engine: &engine,
        season: &season,
    };
    let (mut form, mut asked) = (0, 0);
    let mut told = String::from("questions until the verdict, of 20, on average\n");
    for (number, candidate) in (1_u32..).zip(&peers::candidates().complete) {
        let whole = candidate.dossier();
        form += counter.by_form(&whole);
        asked += counter.by_engine(&whole);
        if number == 60 || number == 10_000 {
            let average = |sum: u32| f64::from(sum) / f64::from(number);
            // Writing to a string cannot fail.
            let _ = writeln!(
                told,
                "first {number:>6}: {:.2} in the order of the form with an exact stop, {:.2} in the engine's order",
                average(form),
                average(asked)
            );
        }
    }
    told
}

struct Counter<'c> {
    engine: &'c Engine,
    season: &'c SeasonDay,
}

impl Counter<'_> {
    fn begun() -> Dossier {
        Candidate([None; 20]).dossier()
    }

    fn by_form(&self, whole: &Dossier) -> u32 {
        let mut dossier = Self::begun();
        let mut asked = 0;
        for input in INPUTS.map(|input| input.id) {
            let assessment = self
                .engine
                .assess(&dossier, self.season, self.season.cut_off);
            let open = |level: &assess::LevelLine| level.conclusion.verdict == Verdict::Open;
            if !assessment.levels.iter().any(open) {
                break;
            }
            give(&mut dossier, whole, input);
            asked += 1;
        }
        asked
    }

    fn by_engine(&self, whole: &Dossier) -> u32 {
        let mut dossier = Self::begun();
        let mut asked = 0;
        while let Some(ask) = self.engine.next(&dossier, self.season, self.season.cut_off) {
            let Place::Question(question) = &ask.place else {
                break;
            };
            give(&mut dossier, whole, question);
            asked += 1;
        }
        asked
    }
}

fn give(dossier: &mut Dossier, whole: &Dossier, question: &str) {
    let answer: Option<&Answer> = whole.answer(question);
    let answer = answer.cloned().map(|answer| (question.to_owned(), answer));
    dossier.profile.extend(answer);
}

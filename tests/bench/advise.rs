//! What would change a verdict, on the worked example.

use assess::{Engine, RouteId};
use dossier::Dossier;

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

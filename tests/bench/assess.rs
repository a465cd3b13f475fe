//! Judging a dossier under the shipped book.

use assess::Engine;
use dossier::Dossier;

use crate::run::{Run, Work};

const EXAMPLE: &[u8] = include_bytes!("../vectors/example.dossier.json");

/// The example complete, the same with its lists open, and compiling the book.
pub(crate) fn judge(run: &mut Run) {
    let Some(shipped) = shipped::books().first() else {
        return;
    };
    let Some((engine, complete)) = prepared() else {
        return;
    };
    let Some(season) = rulebook::resolve_season(engine.book(), &shipped::seasons(), 2026) else {
        return;
    };
    let today = season.cut_off;
    let mut open = complete.clone();
    for list in open.lists.values_mut() {
        list.complete = false;
    }
    let again = engine.clone();
    let later = season.clone();
    run.add("assess, complete", Work::Items(1), move || {
        engine.assess(&complete, &season, today)
    });
    run.add("assess, lists open", Work::Items(1), move || {
        again.assess(&open, &later, today)
    });
    run.add("read the dossier", Work::Items(1), || {
        Dossier::read(EXAMPLE)
    });
    run.add("read and compile the book", Work::Items(1), || {
        engine_of(shipped)
    });
}

fn engine_of(shipped: &shipped::ShippedBook) -> Option<Engine> {
    Engine::new(shipped.read()?, shipped.compiled()).ok()
}

fn prepared() -> Option<(Engine, Dossier)> {
    let engine = engine_of(shipped::books().first()?)?;
    Some((engine, Dossier::read(EXAMPLE).ok()?))
}

//! The shipped books.

use assess::Engine;
use rulebook::{SeasonDay, resolve_season};

use crate::audit;

pub(super) fn season(engine: &Engine, year: i32) -> SeasonDay {
    resolve_season(engine.book(), &shipped::seasons(), year).unwrap()
}

#[test]
fn nobody_can_complain_about_the_shipped_books_and_nothing_stays_undecided() {
    for shipped in shipped::books().iter().chain(shipped::native_books()) {
        let engine = Engine::new(shipped.read().unwrap(), shipped.compiled()).unwrap();
        let found = audit(&engine, &season(&engine, 2026)).unwrap();
        let told: Vec<String> = found
            .iter()
            .map(|complaint| format!("{} {:?}", complaint.path, complaint.kind))
            .collect();
        assert_eq!(told, Vec::<String>::new(), "{}", shipped.id);
    }
}

//! What another version of a book has changed since something was judged last.

use assess::{Assessment, BookRef, Change, Engine, Judged};
use json::{Json, Object};

use crate::diff::change_json;

/// Verdicts that another version of the book has changed.
pub(crate) struct Since {
    old: BookRef,
    new: BookRef,
    changes: Vec<Change>,
    /// In words, a line each.
    told: Vec<String>,
}

impl Since {
    /// What changed, if it is another version; `now` judges by it in the season of a year.
    pub(crate) fn of(
        judged: &Judged,
        engine: &Engine,
        now: impl FnOnce(i32) -> Assessment,
    ) -> Option<Self> {
        let new = engine.reference();
        if !judged.is_of_other_version(new) {
            return None;
        }
        let changes = judged.changes(&now(judged.season));
        let books = (&judged.book, new);
        Some(Self {
            told: wording::book_changed(engine.book(), books, &changes),
            old: judged.book.clone(),
            new: new.clone(),
            changes,
        })
    }

    /// In words, a line each.
    pub(crate) fn text(&self) -> String {
        self.told.join("\n  ")
    }

    /// By the ids of the books.
    pub(crate) fn to_json(&self) -> Json {
        let mut object = Object::new();
        object.insert("old", self.old.to_json());
        object.insert("new", self.new.to_json());
        let changes = self.changes.iter().map(change_json);
        object.insert("changes", Json::Array(changes.collect()));
        Json::Object(object)
    }
}

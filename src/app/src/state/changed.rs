//! What another version of the rule book has changed since the draft was judged last.

use std::rc::Rc;

use assess::Judged;
use wording::ui::drafts as words;

use super::{AppState, Notice};

impl AppState {
    /// Takes note of what changed since then, and tells it unless there is something else to tell.
    ///
    /// What an earlier opening found is kept until the person has seen it.
    /// Without an engine the verdicts stay where they are until there is one.
    pub(super) fn compare(&mut self, judged: Option<Judged>, before: Vec<String>) {
        let Ok(later) = self.rules.later else {
            self.uncompared = judged.map(Rc::new);
            self.changed = Rc::new(before);
            return;
        };
        let found = judged.and_then(|judged| (later.behind.since)(self, &judged));
        if found.is_some() && self.notice.is_none() {
            self.notice = Some(Notice::Words(words::RULES_CHANGED_NOTICE.to_owned()));
        }
        self.changed = Rc::new(found.unwrap_or(before));
    }

    /// What changed, in words; none when it is the same version.
    pub(crate) fn since(&self, judged: &Judged) -> Option<Vec<String>> {
        let engine = self.rules.engine();
        let reference = engine.reference();
        if !judged.is_of_other_version(reference) {
            return None;
        }
        let season = self.rules.season(judged.season);
        let now = engine.assess(&self.dossier, &season, self.today);
        let changes = judged.changes(&now);
        let books = (&judged.book, reference);
        Some(wording::book_changed(self.book(), books, &changes))
    }

    /// Answers that the book does not take, in words. They are kept.
    pub(crate) fn unfit(&self) -> Vec<String> {
        let problems = self.assessment.problems.iter();
        let told = problems
            .filter_map(|problem| wording::kept_answer(self.book(), &self.dossier, problem));
        told.collect()
    }
}

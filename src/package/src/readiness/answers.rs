//! Answers: refused ones, missing ones, open lists.

use {
    super::{ObstacleKind, Place, Survey, is_answered},
    assess::Severity,
    dossier::Record,
    rulebook::{Field, RecordList},
    std::collections::BTreeSet,
};

impl Survey<'_> {
    pub(super) fn answers(&mut self) {
        let refused = self.refused();
        let (dossier, book) = (self.submission.dossier, self.submission.engine.book());
        for question in book.question.iter().filter(|question| question.needed) {
            let place = assess::Place::Question(question.id.clone());
            if !is_answered(dossier.answer(&question.id)) && !refused.contains(&place) {
                self.push(Place::Answer(place), ObstacleKind::Unanswered);
            }
        }
        for list in &book.list {
            for record in dossier.records(&list.id) {
                self.fields(list, record, &refused);
            }
            if !dossier.is_complete(&list.id) {
                let place = assess::Place::List(list.id.clone());
                self.push(Place::Answer(place), ObstacleKind::ListOpen);
            }
        }
    }

    /// Notes what is refused, and gives the places.
    fn refused(&mut self) -> BTreeSet<assess::Place> {
        let submission = self.submission;
        let today = self.conditions.today;
        let problems = submission
            .engine
            .examine(submission.dossier, submission.season, today);
        let mut places = BTreeSet::new();
        for problem in problems {
            if problem.severity() == Severity::Refused {
                places.insert(problem.place.clone());
                let place = Place::Answer(problem.place);
                self.push(place, ObstacleKind::Refused(problem.kind));
            }
        }
        places
    }

    fn fields(&mut self, list: &RecordList, record: &Record, refused: &BTreeSet<assess::Place>) {
        for field in needed(list, record) {
            let place = assess::Place::Field {
                list: list.id.clone(),
                record: record.id.clone(),
                field: field.to_owned(),
            };
            if !is_answered(record.answer(field)) && !refused.contains(&place) {
                self.push(Place::Answer(place), ObstacleKind::Unanswered);
            }
        }
    }
}

/// The fields that a record must have answered: the kind, the list's own, and
/// those of its kind.
fn needed<'a>(list: &'a RecordList, record: &Record) -> Vec<&'a str> {
    let kind = list.kind_field.as_deref();
    let chosen = kind.and_then(|field| record.answer(field)?.text());
    let of_kind = list
        .kind
        .iter()
        .find(|kind| Some(kind.id.as_str()) == chosen);
    let fields = list.field.iter();
    let fields = fields.chain(of_kind.into_iter().flat_map(|kind| &kind.field));
    let ids = fields
        .filter(|field| field.needed)
        .map(|field: &Field| field.id.as_str());
    let own = ids.filter(|id| Some(*id) != kind);
    kind.into_iter().chain(own).collect()
}

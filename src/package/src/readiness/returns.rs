//! What applications come back for besides papers and files: years, hours and
//! windows that fall short, and what only a person can see.

use std::sync::Arc;

use {
    super::{ObstacleKind, Place, Survey},
    assess::{Assessment, ClauseLine, Fact, LevelLine, Node, NodeKind, Verdict},
    dossier::{Answer, Record},
    rulebook::{ClauseKind, DateRule},
};

impl Survey<'_> {
    /// Gates, years and windows of the target level. Whoever reaches it by some
    /// route lacks none of what the other routes ask for.
    pub(super) fn eligibility(&mut self, assessment: &Assessment) {
        let submission = self.submission;
        let target = &submission.engine.book().roles.level;
        let target = submission.dossier.answer(target).and_then(Answer::text);
        let level = assessment.levels.iter();
        let level = level.filter(|level| Some(level.id.as_str()) == target);
        for level in level {
            let reached = level.conclusion.verdict == Verdict::Met;
            for clause in fallen(level) {
                if clause.kind == ClauseKind::Gate {
                    self.gate(level, clause);
                } else if !reached {
                    self.node(level, &clause.explanation);
                }
            }
            self.windows(level);
        }
    }

    /// A gate: by the years that fail where it is about years, else as a whole.
    fn gate(&mut self, level: &LevelLine, clause: &ClauseLine) {
        let before = self.found.len();
        self.node(level, &clause.explanation);
        if self.found.len() == before {
            let place = place_of(level, &clause.explanation).unwrap_or(Place::Whole);
            self.push(place, ObstacleKind::GateNotMet(clause.id.clone()));
        }
    }

    /// Years and hours that fall short, wherever they stand in an explanation.
    fn node(&mut self, level: &LevelLine, node: &Node) {
        if node.verdict != Verdict::NotMet {
            return;
        }
        match &node.kind {
            NodeKind::Years {
                since, need, have, ..
            } => {
                if let Some(place) = self.day(since) {
                    let (need, have) = (*need, *have);
                    self.once(place, ObstacleKind::YearsShort { need, have });
                }
            }
            NodeKind::EachYear { list, failing, .. } => {
                for year in failing {
                    let place = self.year(list, *year);
                    self.once(place, ObstacleKind::YearFails(*year));
                }
            }
            NodeKind::Clause { id } => {
                if let Some(clause) = level.clause(id) {
                    self.node(level, &clause.explanation);
                }
            }
            NodeKind::Not => {}
            _ => {
                for child in &node.children {
                    self.node(level, child);
                }
            }
        }
    }

    /// Where a day comes from: the question, or the list.
    fn day(&self, id: &str) -> Option<Place> {
        let mut dates = self.submission.engine.book().date.iter();
        let place = match &dates.find(|date| date.id == id)?.rule {
            DateRule::Answer(question) => assess::Place::Question(question.clone()),
            DateRule::Earliest(anchors) => assess::Place::List(anchors.first()?.list.clone()),
            _ => return None,
        };
        Some(Place::Answer(place))
    }

    /// The record of a year, or the list that has none.
    fn year(&self, list: &str, year: i32) -> Place {
        let books = self.submission.engine.book().list.iter();
        let mut unique = books.filter(|known| known.id == list);
        let field = unique.find_map(|known| known.unique.as_deref());
        let of_year = |record: &&Arc<Record>| {
            let answer = field.and_then(|field| record.answer(field));
            matches!(answer, Some(Answer::Number(number)) if number.to_integer() == Some(year.into()))
        };
        let mut records = self.submission.dossier.records(list).iter();
        Place::Answer(match records.find(of_year) {
            Some(record) => record_place(list, &record.id),
            None => assess::Place::List(list.to_owned()),
        })
    }

    /// Records that would count but for their date. Each is told once, at
    /// whatever rule it fell out.
    fn windows(&mut self, level: &LevelLine) {
        for clause in level.clauses.iter().filter(|clause| clause.applies) {
            self.outside(&clause.explanation);
        }
    }

    fn outside(&mut self, node: &Node) {
        for fact in &node.facts {
            if let Fact::Record {
                list,
                record,
                passes: Verdict::Met,
                in_window: Verdict::NotMet,
            } = fact
            {
                let place = Place::Answer(record_place(list, record));
                self.once(place, ObstacleKind::OutsideWindow);
            }
        }
        for child in &node.children {
            self.outside(child);
        }
    }

    /// What no program can see on a scan.
    pub(super) fn for_a_person(&mut self) {
        let submission = self.submission;
        if submission.files.is_empty() {
            return;
        }
        self.push(Place::Whole, ObstacleKind::PapersAgree);
        for list in &submission.engine.book().list {
            let mut records = submission.dossier.records(&list.id).iter();
            if list.evidence && records.any(|record| !record.evidence.is_empty()) {
                let place = Place::Answer(assess::Place::List(list.id.clone()));
                self.push(place, ObstacleKind::ProofsNameApplicant);
            }
        }
    }

    fn once(&mut self, place: Place, kind: ObstacleKind) {
        let known = |found: &super::Obstacle| found.place == place && found.kind == kind;
        if !self.found.iter().any(known) {
            self.push(place, kind);
        }
    }
}

/// The gates and requirements of a level that do not hold.
fn fallen(level: &LevelLine) -> impl Iterator<Item = &ClauseLine> {
    level.clauses.iter().filter(|clause| {
        clause.applies
            && clause.conclusion.verdict == Verdict::NotMet
            && matches!(clause.kind, ClauseKind::Gate | ClauseKind::Requirement)
    })
}

/// The first question or list that an explanation speaks of.
fn place_of(level: &LevelLine, node: &Node) -> Option<Place> {
    let place = match &node.kind {
        NodeKind::Answer { question }
        | NodeKind::Choose { question }
        | NodeKind::Barred { question, .. } => Some(assess::Place::Question(question.clone())),
        NodeKind::Records { list, .. } | NodeKind::EachYear { list, .. } => {
            Some(assess::Place::List(list.clone()))
        }
        NodeKind::Clause { id } => {
            let clause = level.clause(id)?;
            return place_of(level, &clause.explanation);
        }
        _ => None,
    };
    let inner = || {
        node.children
            .iter()
            .find_map(|child| place_of(level, child))
    };
    place.map(Place::Answer).or_else(inner)
}

fn record_place(list: &str, record: &str) -> assess::Place {
    assess::Place::Record {
        list: list.to_owned(),
        record: record.to_owned(),
    }
}

//! Which answers are missing where something is open.

use assess::{ClauseLine, Fact, LevelLine, Node, NodeKind, Place, RouteLine, Verdict};
use rulebook::{DateRule, Earn};

use super::Explain;

/// How deep clauses are followed into clauses.
const DEEPEST: usize = 12;

impl Explain<'_> {
    /// The missing answers that keep a route open, each once, in the order of the book.
    pub fn missing(self, level: &LevelLine, route: &RouteLine) -> Vec<Place> {
        let required = level.clauses.iter().filter(|clause| {
            clause.kind == rulebook::ClauseKind::Gate || route.requires.contains(&clause.id)
        });
        let mut places = Vec::new();
        for clause in required {
            self.missing_in(level, clause, (&mut places, 0));
        }
        places
    }

    /// The missing answers that keep a clause open.
    pub fn missing_for(self, level: &LevelLine, clause: &ClauseLine) -> Vec<Place> {
        let mut places = Vec::new();
        self.missing_in(level, clause, (&mut places, 0));
        places
    }

    /// The questions and lists that a derived day follows from.
    pub(super) fn places_behind(self, date: &str) -> Vec<Place> {
        let mut dates = self.labels.book().date.iter();
        let Some(def) = dates.find(|other| other.id == date) else {
            return Vec::new();
        };
        match &def.rule {
            DateRule::CutOff | DateRule::YearsBeforeCutOff(_) => Vec::new(),
            DateRule::Answer(question) => vec![Place::Question(question.clone())],
            DateRule::Earliest(anchors) => {
                let lists = anchors
                    .iter()
                    .map(|anchor| Place::List(anchor.list.clone()));
                lists.collect()
            }
            DateRule::StagedAge(age) => vec![
                Place::Question(age.by.clone()),
                Place::Question(age.birth.clone()),
            ],
        }
    }

    fn missing_in(
        self,
        level: &LevelLine,
        clause: &ClauseLine,
        (places, depth): (&mut Vec<Place>, usize),
    ) {
        if clause.conclusion.verdict == Verdict::Open && depth < DEEPEST {
            self.missing_under(level, &clause.explanation, (places, depth));
        }
    }

    fn missing_under(
        self,
        level: &LevelLine,
        node: &Node,
        (places, depth): (&mut Vec<Place>, usize),
    ) {
        if node.verdict != Verdict::Open {
            return;
        }
        match &node.kind {
            NodeKind::Clause { id } => {
                if let Some(clause) = level.clause(id) {
                    self.missing_in(level, clause, (places, depth + 1));
                }
            }
            NodeKind::Records {
                list, open: true, ..
            } => add(places, Place::List(list.clone())),
            NodeKind::EachYear { list, open, .. } if !open.is_empty() => {
                add(places, Place::List(list.clone()));
            }
            NodeKind::ScoreReachesLine { .. } => self.missing_in_score(places),
            _ => {}
        }
        for fact in &node.facts {
            self.missing_fact(fact, places);
        }
        for child in &node.children {
            self.missing_under(level, child, (places, depth));
        }
    }

    fn missing_fact(self, fact: &Fact, places: &mut Vec<Place>) {
        match fact {
            Fact::Answer {
                question,
                answer: None,
            } => add(places, Place::Question(question.clone())),
            Fact::Record {
                list,
                record,
                passes,
                in_window,
            } if passes.and(*in_window).is_open() => add(
                places,
                Place::Record {
                    list: list.clone(),
                    record: record.clone(),
                },
            ),
            Fact::Day {
                date,
                value: assess::DayValue::Open { .. },
            } => {
                for place in self.places_behind(date) {
                    add(places, place);
                }
            }
            _ => {}
        }
    }

    /// What the rows look at whose points are not known.
    fn missing_in_score(self, places: &mut Vec<Place>) {
        let Some(sheet) = &self.assessment.score else {
            return;
        };
        let open = sheet.rows.iter().filter(|row| !row.points.is_exact());
        for row in open.filter_map(|row| self.labels.row_def(&row.id)) {
            self.behind_earn(&row.earn, places);
        }
    }

    fn behind_earn(self, earn: &Earn, places: &mut Vec<Place>) {
        match earn {
            Earn::Records(records) => add(places, Place::List(records.list.clone())),
            Earn::Answer { question, .. } => add(places, Place::Question(question.clone())),
            Earn::YearsSince { date, .. } => {
                for place in self.places_behind(date) {
                    add(places, place);
                }
            }
            Earn::Highest(parts) => {
                for part in parts {
                    self.behind_earn(part, places);
                }
            }
        }
    }
}

fn add(places: &mut Vec<Place>, place: Place) {
    if !places.contains(&place) {
        places.push(place);
    }
}

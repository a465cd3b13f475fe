//! What anything that decides reads: an answer that nothing reads can be anything.

use rulebook::{Book, CheckRule, Moment};

use super::{CDateRule, CEarn, CFilter, CRecordsEarn, CRule, Domain, FNode, Program};
use crate::Place;

/// The questions and fields that rules, days, rows and checks read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Reads {
    /// By question.
    questions: Vec<bool>,
    /// By list and slot.
    slots: Vec<Vec<bool>>,
}

impl Reads {
    /// Looks through a book and its program, in which the rules are laid out.
    pub(super) fn of(book: &Book, program: &Program) -> Self {
        let lists = program.lists.iter();
        let mut reads = Self {
            questions: vec![false; program.questions.len()],
            slots: lists.map(|list| vec![false; list.slots.len()]).collect(),
        };
        reads.question(program.level_question);
        reads.question(program.category_question.unwrap_or(usize::MAX));
        for node in &program.flat.nodes {
            if let FNode::Choose { question, .. } | FNode::Answer { question, .. } = node {
                reads.question(*question);
            }
        }
        for leaf in &program.flat.leaves {
            reads.leaf(leaf);
        }
        for date in &program.dates {
            reads.date(&date.rule);
        }
        for row in program.score.iter().flat_map(|score| &score.rows) {
            reads.earn(&row.earn);
        }
        reads.shapes(program);
        reads.checks(book, program);
        reads
    }

    /// Whether the answer at a place is read; one that the book does not know counts as read.
    pub(crate) fn at(&self, program: &Program, place: &Place) -> bool {
        match place {
            Place::Question(id) => {
                let slots = program.questions.iter().zip(&self.questions);
                any(slots
                    .filter(|(slot, _)| slot.id == *id)
                    .map(|(_, read)| *read))
            }
            Place::Field { list, field, .. } => {
                let lists = program.lists.iter().zip(&self.slots);
                let own = lists.filter(|(own, _)| own.id == *list);
                let slots = own.flat_map(|(list, read)| list.slots.iter().zip(read));
                any(slots
                    .filter(|(slot, _)| slot.field == *field)
                    .map(|(_, read)| *read))
            }
            Place::Record { .. } | Place::List(_) => true,
        }
    }

    fn question(&mut self, question: usize) {
        if let Some(read) = self.questions.get_mut(question) {
            *read = true;
        }
    }

    fn slot(&mut self, list: usize, slot: usize) {
        if let Some(read) = self.slots.get_mut(list).and_then(|list| list.get_mut(slot)) {
            *read = true;
        }
    }

    fn filter(&mut self, list: usize, filter: &CFilter) {
        for (slot, _) in &filter.0 {
            self.slot(list, *slot);
        }
    }

    fn leaf(&mut self, rule: &CRule) {
        match rule {
            CRule::Answer { question, .. } | CRule::Barred { question, .. } => {
                self.question(*question);
            }
            CRule::Records { list, filter, .. } => self.filter(*list, filter),
            CRule::EachYear {
                list, year, filter, ..
            } => {
                self.slot(*list, *year);
                self.filter(*list, filter);
            }
            _ => {}
        }
    }

    fn date(&mut self, rule: &CDateRule) {
        match rule {
            CDateRule::CutOff | CDateRule::YearsBeforeCutOff(_) => {}
            CDateRule::Answer(question) => self.question(*question),
            CDateRule::StagedAge { birth, by, .. } => {
                self.question(*birth);
                self.question(*by);
            }
            CDateRule::Earliest(anchors) => {
                for anchor in anchors {
                    self.slot(anchor.list, anchor.field);
                    self.filter(anchor.list, &anchor.filter);
                }
            }
        }
    }

    fn earn(&mut self, earn: &CEarn) {
        match earn {
            CEarn::Records(earn) => self.records_earn(earn),
            CEarn::YearsSince { .. } => {}
            CEarn::Answer { question, .. } => self.question(*question),
            CEarn::Highest(earns) => earns.iter().for_each(|earn| self.earn(earn)),
        }
    }

    fn records_earn(&mut self, earn: &CRecordsEarn) {
        let steps = earn.points.iter().map(|step| &step.filter);
        let caps = earn.part_caps.iter().map(|part| &part.filter);
        for filter in steps.chain(caps).chain([&earn.filter]) {
            self.filter(earn.list, filter);
        }
        let factor = earn.factor.iter().map(|factor| factor.slot);
        for slot in factor.chain(earn.best_per) {
            self.slot(earn.list, slot);
        }
    }

    /// What a list itself looks at, and what an identity number is held against.
    fn shapes(&mut self, program: &Program) {
        for (at, list) in program.lists.iter().enumerate() {
            let kind = list.kind.iter().map(|(slot, _)| *slot);
            let ordered = list
                .ordered
                .iter()
                .flat_map(|(first, then)| [*first, *then]);
            let named = kind.chain(list.unique).chain(list.window_slot);
            for slot in named.chain(ordered) {
                self.slot(at, slot);
            }
            for (_, filter) in &list.impossible {
                self.filter(at, filter);
            }
        }
        for slot in &program.questions {
            if let Domain::ResidentId { sex, birth_date } = &slot.domain {
                self.named(program, sex);
                self.named(program, birth_date);
            }
        }
    }

    fn named(&mut self, program: &Program, id: &str) {
        let mut questions = program.questions.iter();
        let place = questions.position(|slot| slot.id == id);
        self.question(place.unwrap_or(usize::MAX));
    }

    /// The moments that checks of the book compare.
    fn checks(&mut self, book: &Book, program: &Program) {
        for check in &book.check {
            let CheckRule::Before(first, then) = &check.rule else {
                continue;
            };
            for moment in [first, then] {
                match moment {
                    Moment::Question(id) => self.named(program, id),
                    Moment::Records { list, field } => self.field(program, list, field),
                }
            }
        }
    }

    fn field(&mut self, program: &Program, list: &str, field: &str) {
        for (at, list) in program
            .lists
            .iter()
            .enumerate()
            .filter(|(_, own)| own.id == list)
        {
            for (slot, _) in list
                .slots
                .iter()
                .enumerate()
                .filter(|(_, own)| own.field == field)
            {
                self.slot(at, slot);
            }
        }
    }
}

/// Whether any is, or there is none.
fn any(mut read: impl Iterator<Item = bool>) -> bool {
    read.next()
        .is_none_or(|first| first || read.any(|other| other))
}

//! Making dossiers that are like a branch asks.

use std::sync::Arc;

use dossier::{Answer, Dossier, List, Record, parse_day};
use rulebook::{AnswerKind, CheckRule, DateRule, Level};

use crate::boxes::{self, Block};
use crate::branch::{Branch, Scope};
use crate::lists::ListTable;
use crate::score;
use crate::world::World;

/// The most records that are added so that a score reaches its line.
const MOST_ADDED: usize = 60;

/// A record in the making: the list and what it may still be.
#[derive(Clone)]
struct Draft {
    list: usize,
    block: Block,
}

/// Complete dossiers of this kind, the likeliest first; the engine has the last word.
pub(crate) fn dossiers(world: &World<'_>, level: Option<&Level>, branch: &Branch) -> Vec<Dossier> {
    let mut maker = Maker {
        world,
        branch,
        drafts: Vec::new(),
    };
    if !branch.needs.iter().all(|need| maker.place(need)) {
        return Vec::new();
    }
    if branch.score == Some(true) {
        maker.earn();
    }
    let dossier = maker.finish(level);
    let mut variants = vec![dossier.clone()];
    if !branch.days.is_empty() {
        variants.extend(aged(world, branch, &dossier));
    }
    variants
}

/// The same person at other ages.
fn aged(world: &World<'_>, branch: &Branch, dossier: &Dossier) -> Vec<Dossier> {
    let dates = world.book.date.iter();
    let births = dates.filter_map(|date| match &date.rule {
        DateRule::StagedAge(age) => Some(age.birth.as_str()),
        _ => None,
    });
    let mut found = Vec::new();
    for birth in births {
        let free = !branch.answers.contains_key(birth);
        let samples = world.answers.get(birth).into_iter().flatten();
        for answer in samples.filter(|_| free) {
            let mut other = dossier.clone();
            other.profile.insert(birth.to_owned(), answer.clone());
            found.push(other);
        }
    }
    found
}

struct Maker<'w, 'a> {
    world: &'w World<'a>,
    branch: &'w Branch,
    drafts: Vec<Draft>,
}

impl Maker<'_, '_> {
    /// Sees to it that there are so many records; whether there was room.
    fn place(&mut self, (scope, count): &(Scope, u32)) -> bool {
        let sure = |draft: &&Draft| draft.list == scope.list && draft.block.is_in(&scope.pick);
        let mut have = self.drafts.iter().filter(sure).count();
        let count = usize::try_from(*count)
            .unwrap_or(usize::MAX)
            .min(MOST_ADDED);
        while have < count {
            if !(self.refine(scope) || self.add(scope)) {
                return false;
            }
            have = have.saturating_add(1);
        }
        true
    }

    /// Where a value may occur once only: the record that is there must do.
    fn refine(&mut self, scope: &Scope) -> bool {
        let unique = self
            .table(scope.list)
            .is_some_and(|table| table.list.unique.is_some());
        if !unique {
            return false;
        }
        let blocks = scope.blocks(self.world);
        for draft in &mut self.drafts {
            if draft.list != scope.list || draft.block.is_in(&scope.pick) {
                continue;
            }
            let meeting = blocks.iter().find_map(|block| draft.block.meet(block));
            if let Some(meeting) = meeting {
                draft.block = meeting;
                return true;
            }
        }
        false
    }

    fn add(&mut self, scope: &Scope) -> bool {
        let full = self.branch.limits.iter().filter(|(limit, below)| {
            let inside = self.drafts.iter();
            let inside =
                inside.filter(|draft| draft.list == limit.list && draft.block.touches(&limit.pick));
            let room = usize::try_from(*below)
                .unwrap_or(usize::MAX)
                .saturating_sub(1);
            limit.list == scope.list && inside.count() >= room
        });
        let picks = full.map(|(limit, _)| &limit.pick);
        let left = boxes::outside(scope.blocks(self.world), picks);
        let left = left.unwrap_or_default().into_iter();
        let mut free = left.filter_map(|block| self.unused(scope.list, block));
        let Some(block) = free.next() else {
            return false;
        };
        let list = scope.list;
        self.drafts.push(Draft { list, block });
        true
    }

    /// The block without values that may not occur again.
    fn unused(&self, list: usize, mut block: Block) -> Option<Block> {
        let Some(unique) = self
            .table(list)
            .and_then(|table| table.list.unique.as_ref())
        else {
            return Some(block);
        };
        let kind = self.table(list)?.kinds.get(block.kind)?;
        let place = kind.fields.iter().position(|own| own.field.id == *unique)?;
        let used = self.drafts.iter().filter(|draft| draft.list == list);
        let used = used.filter_map(|draft| draft.block.masks.get(place));
        let taken = used.fold(0, |taken, mask| taken | lowest(*mask));
        let own = block.masks.get_mut(place)?;
        *own &= !taken;
        (*own != 0).then_some(block)
    }

    /// Adds what earns most, while there is room, until it should be enough.
    fn earn(&mut self) {
        let Some(table) = &self.world.book.score else {
            return;
        };
        for row in &table.row {
            let Some((list, block, points)) = score::best(self.world, &row.earn) else {
                continue;
            };
            let cap = row.cap.and_then(json::Decimal::hundredths);
            let mut left = cap.unwrap_or(points);
            let scope = score::as_scope(list, &block);
            for _ in 0..MOST_ADDED {
                if left <= 0 || !self.add(&scope) {
                    break;
                }
                left = left.saturating_sub(points.max(1));
            }
        }
    }

    fn table(&self, list: usize) -> Option<&ListTable<'_>> {
        self.world.lists.get(list)
    }

    fn finish(&self, level: Option<&Level>) -> Dossier {
        let world = self.world;
        let mut dossier = world.empty(level);
        for question in &world.book.question {
            let own = self.branch.answers.get(&question.id);
            let wanted =
                (self.branch.score == Some(true)).then(|| score::answer(world, &question.id));
            let wanted = wanted.flatten().filter(|_| own.is_none());
            let samples = own.or_else(|| world.answers.get(question.id.as_str()));
            let first = wanted.or_else(|| samples.and_then(|samples| samples.first().cloned()));
            let known = dossier.profile.contains_key(&question.id) && own.is_none();
            let is_id = matches!(question.kind, AnswerKind::ResidentId { .. });
            if let Some(answer) = first.filter(|_| !known && !is_id) {
                dossier.profile.insert(question.id.clone(), answer);
            }
        }
        let mut number = 0_usize;
        for (place, table) in world.lists.iter().enumerate() {
            let mut list = List {
                complete: true,
                records: Vec::new(),
            };
            for draft in self.drafts.iter().filter(|draft| draft.list == place) {
                number = number.saturating_add(1);
                list.records
                    .extend(record(world, table, (&draft.block, number)).map(Arc::new));
            }
            dossier.lists.insert(table.list.id.clone(), list);
        }
        dossier
    }
}

/// A record of a block: the first answer of each field, in the order that checks ask for.
fn record(
    world: &World<'_>,
    table: &ListTable<'_>,
    (block, number): (&Block, usize),
) -> Option<Record> {
    let kind = table.kinds.get(block.kind)?;
    let mut record = Record::new(format!("r{number}"));
    if let (Some(field), Some(kind)) = (&table.list.kind_field, kind.kind) {
        record
            .fields
            .insert(field.clone(), Answer::Text(kind.id.clone()));
    }
    for (field, mask) in kind.fields.iter().zip(&block.masks) {
        if let Some(answer) = field.first(*mask) {
            record.fields.insert(field.field.id.clone(), answer.clone());
        }
    }
    for check in &world.book.check {
        let CheckRule::Ordered { list, first, then } = &check.rule else {
            continue;
        };
        if *list == table.list.id && is_disordered(&record, (first, then)) {
            let place = kind.fields.iter().position(|own| own.field.id == *then)?;
            let (field, mask) = (kind.fields.get(place)?, *block.masks.get(place)?);
            let later = field.samples.iter().enumerate().find(|(bit, answer)| {
                let mut other = record.clone();
                other.fields.insert(then.clone(), (*answer).clone());
                mask & (1 << bit) != 0 && !is_disordered(&other, (first, then))
            });
            if let Some((_, answer)) = later {
                record.fields.insert(then.clone(), answer.clone());
            }
        }
    }
    Some(record)
}

fn is_disordered(record: &Record, (first, then): (&str, &str)) -> bool {
    match (record.answer(first), record.answer(then)) {
        (Some(Answer::Number(first)), Some(Answer::Number(then))) => first > then,
        (Some(Answer::Text(first)), Some(Answer::Text(then))) => {
            let days = parse_day(first).zip(parse_day(then));
            days.is_some_and(|(first, then)| first > then)
        }
        _ => false,
    }
}

fn lowest(mask: u128) -> u128 {
    mask & mask.wrapping_neg()
}

//! One way in which goals could come true: what answers and records it needs and forbids.

use std::collections::BTreeMap;

use dossier::Answer;

use crate::boxes::{self, Block};
use crate::lists::Pick;
use crate::world::World;

/// Records of a list, seen through a window.
#[derive(Clone, Debug)]
pub(crate) struct Scope {
    /// The place of the list.
    pub(crate) list: usize,
    /// The window that binds it.
    pub(crate) window: Option<String>,
    /// Which records.
    pub(crate) pick: Pick,
}

/// One way in which goals could come true.
#[derive(Clone, Debug, Default)]
pub(crate) struct Branch {
    /// By question, the answers that are left.
    pub(crate) answers: BTreeMap<String, Vec<Answer>>,
    /// At least so many records of these.
    pub(crate) needs: Vec<(Scope, u32)>,
    /// Fewer than so many records of these.
    pub(crate) limits: Vec<(Scope, u32)>,
    /// Comparisons of days that answers decide, by their ids.
    pub(crate) days: BTreeMap<(String, String), bool>,
    /// Whether the score reaches the line.
    pub(crate) score: Option<bool>,
}

impl Branch {
    /// The branch in which nothing is asked for but that no check refuses a record.
    pub(crate) fn root(world: &World<'_>) -> Self {
        let refused = world.refused.iter().map(|(list, pick)| {
            let scope = Scope {
                list: *list,
                window: None,
                pick: pick.clone(),
            };
            (scope, 1)
        });
        Self {
            limits: refused.collect(),
            ..Self::default()
        }
    }

    /// Leaves only these answers to a question.
    pub(crate) fn restrict(&mut self, question: &str, allowed: &[Answer]) {
        let left = self
            .answers
            .entry(question.to_owned())
            .or_insert_with(|| allowed.to_vec());
        left.retain(|answer| allowed.contains(answer));
    }

    /// Fixes how two days compare; whether that was still free.
    pub(crate) fn compare(&mut self, days: (&str, &str), holds: bool) -> bool {
        let key = (days.0.to_owned(), days.1.to_owned());
        *self.days.entry(key).or_insert(holds) == holds
    }

    /// Fixes whether the score reaches the line; whether that was still free.
    pub(crate) fn reach(&mut self, reaches: bool) -> bool {
        *self.score.get_or_insert(reaches) == reaches
    }

    /// Whether no dossier can be like this.
    pub(crate) fn is_contradictory(&self, world: &World<'_>) -> bool {
        self.answers.values().any(Vec::is_empty)
            || self.needs.iter().any(|need| self.is_beyond(world, need))
            || self.years_clash(world)
    }

    /// Whether the limits leave no room for what is needed.
    fn is_beyond(&self, world: &World<'_>, (scope, count): &(Scope, u32)) -> bool {
        let blocks = scope.blocks(world);
        if blocks.is_empty() {
            return true;
        }
        let touching: Vec<&(Scope, u32)> = self
            .limits
            .iter()
            .filter(|(limit, _)| limit.covers(scope))
            .filter(|(limit, _)| blocks.iter().any(|block| block.touches(&limit.pick)))
            .collect();
        if touching.is_empty() {
            return false;
        }
        let picks = touching.iter().map(|(limit, _)| &limit.pick);
        let left = boxes::outside(blocks, picks);
        if left.is_none_or(|left| !left.is_empty()) {
            return false;
        }
        let room = touching.iter().map(|(_, below)| below.saturating_sub(1));
        *count > room.fold(0, u32::saturating_add)
    }

    /// In a list with one record a value, records needed for the same value must be one record.
    fn years_clash(&self, world: &World<'_>) -> bool {
        let needs = self.needs.iter().enumerate();
        needs.into_iter().any(|(place, (scope, _))| {
            let Some(unique) = world
                .lists
                .get(scope.list)
                .and_then(|table| table.list.unique.as_ref())
            else {
                return false;
            };
            let others = self.needs.iter().skip(place.saturating_add(1));
            let mut others = others.filter(|(other, _)| other.list == scope.list);
            others.any(|(other, _)| scope.clashes(other, world, unique))
        })
    }
}

impl Scope {
    /// The blocks of records that may be meant.
    pub(crate) fn blocks(&self, world: &World<'_>) -> Vec<Block> {
        let full = |kind, field| world.full(self.list, kind, field);
        self.pick.blocks(full)
    }

    /// Whether what limits this scope limits the records of the other too.
    pub(crate) fn covers(&self, other: &Self) -> bool {
        self.list == other.list && (self.window.is_none() || self.window == other.window)
    }

    /// Whether both mean one same value of a field, and yet no record is in both.
    fn clashes(&self, other: &Self, world: &World<'_>, unique: &str) -> bool {
        let (own, others) = (self.blocks(world), other.blocks(world));
        let value = |blocks: &[Block]| single(world, (self.list, unique), blocks);
        let same = value(&own).is_some() && value(&own) == value(&others);
        let meets = own
            .iter()
            .any(|block| others.iter().any(|other| block.meet(other).is_some()));
        same && !meets
    }
}

/// The one answer of a field that all blocks mean.
fn single(
    world: &World<'_>,
    (list, field): (usize, &str),
    blocks: &[Block],
) -> Option<crate::lists::Mask> {
    let table = world.lists.get(list)?;
    let mut found = None;
    for block in blocks {
        let kind = table.kinds.get(block.kind)?;
        let place = kind.fields.iter().position(|own| own.field.id == field)?;
        let mask = *block.masks.get(place)?;
        if mask.count_ones() != 1 || found.is_some_and(|found| found != mask) {
            return None;
        }
        found = Some(mask);
    }
    found
}

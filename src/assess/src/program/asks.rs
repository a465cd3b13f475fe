//! What is asked of single records: which filters they must pass, and what they earn.
//!
//! Whether a record passes, and how much it earns, is all that rules see of it beside its days and its key. So of two
//! values for a field that is missing, one can be at least as good for something as the other, whatever else turns out.

use super::signs::{Finding, Sign};
use super::{CDateRule, CEarn, CFilter, CRecordsEarn, CRule, Flat, Program};

/// What something asks of the records of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Ask {
    pub(crate) list: usize,
    /// How it depends on a record that passes, or that earns more.
    pub(crate) sign: Sign,
    pub(crate) asked: Asked,
}

/// What a record is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    /// It passes the filter of any of these rules; they share a window, and one record is enough for each.
    Passes(Vec<usize>),
    /// It passes the filter of an anchor of a day.
    Anchor { date: usize, place: usize },
    /// It earns points in a row, by one of its ways to earn.
    Earns { row: usize, way: usize },
}

/// What a node asks of records.
pub(crate) fn asks(program: &Program, flat: &Flat, node: usize) -> Vec<Ask> {
    let mut found = Finding::with_asks(program);
    found.walk(flat, node);
    found.asks.unwrap_or_default()
}

/// What the score asks of records.
pub(crate) fn score_asks(program: &Program) -> Vec<Ask> {
    let mut found = Finding::with_asks(program);
    found.score(Sign::Up);
    found.asks.unwrap_or_default()
}

impl Program {
    /// The filters that a record must pass for it, any of them.
    pub(crate) fn asked_filters(&self, asked: &Asked) -> impl Iterator<Item = &CFilter> {
        let (leaves, anchor) = match asked {
            Asked::Passes(leaves) => (leaves.as_slice(), None),
            Asked::Anchor { date, place } => (&[][..], Some((*date, *place))),
            Asked::Earns { .. } => (&[][..], None),
        };
        let leaves = leaves.iter().filter_map(|leaf| {
            match self.flat.leaves.get(*leaf)? {
                CRule::Records { filter, .. } | CRule::EachYear { filter, .. } => Some(filter),
                // No other rule asks for records.
                _ => None,
            }
        });
        let anchor = anchor.and_then(|(date, place)| match &self.dates.get(date)?.rule {
            CDateRule::Earliest(anchors) => Some(&anchors.get(place)?.filter),
            _ => None,
        });
        leaves.chain(anchor)
    }

    /// The window that a record must lie in for it, if any.
    pub(crate) fn asked_window(&self, asked: &Asked) -> Option<usize> {
        match asked {
            Asked::Passes(leaves) => match self.flat.leaves.get(*leaves.first()?)? {
                CRule::Records { window, .. } => *window,
                _ => None,
            },
            Asked::Anchor { .. } => None,
            Asked::Earns { .. } => self.asked_earn(asked)?.window,
        }
    }

    /// How a record earns what is asked, if points are.
    pub(crate) fn asked_earn(&self, asked: &Asked) -> Option<&CRecordsEarn> {
        let Asked::Earns { row, way } = asked else {
            return None;
        };
        let row = self.score.as_ref()?.rows.get(*row)?;
        ways(&row.earn).into_iter().nth(*way)
    }
}

/// The ways in which records earn in a row, in the order of [`Finding::score`].
fn ways(earn: &CEarn) -> Vec<&CRecordsEarn> {
    match earn {
        CEarn::Records(earn) => vec![earn],
        CEarn::Highest(earns) => earns.iter().flat_map(ways).collect(),
        CEarn::YearsSince { .. } | CEarn::Answer { .. } => Vec::new(),
    }
}

/// Which rules stand below "any of": by node, the outermost such rule, where nothing else looks at what is between.
pub(super) struct Groups {
    of: Vec<Option<usize>>,
    parents: Vec<u32>,
    /// Where what is asked of a group stands.
    places: Vec<(Shared, usize)>,
}

/// What rules of a group must share to be asked together.
#[derive(PartialEq, Eq)]
struct Shared {
    group: usize,
    list: usize,
    window: Option<usize>,
}

impl Groups {
    /// The groups below a node.
    pub(super) fn below(flat: &Flat, node: usize) -> Self {
        let mut parents = vec![0_u32; flat.nodes.len()];
        for at in flat.cone(node) {
            let Some(node) = flat.nodes.get(at) else {
                continue;
            };
            for part in flat.all_below(*node) {
                if let Some(count) = parents.get_mut(part) {
                    *count = count.saturating_add(1);
                }
            }
        }
        Self {
            of: vec![None; flat.nodes.len()],
            parents,
            places: Vec::new(),
        }
    }

    /// Notes the parts of "any of".
    pub(super) fn any(&mut self, at: usize, parts: &[usize]) {
        let group = self.of.get(at).copied().flatten().unwrap_or(at);
        for part in parts {
            let alone = self.parents.get(*part) == Some(&1);
            if let Some(own) = self.of.get_mut(*part).filter(|_| alone) {
                *own = Some(group);
            }
        }
    }

    /// Where what is asked together with a rule stands, if anything is; else `place` is that from now on.
    pub(super) fn place(
        &mut self,
        at: usize,
        (list, window): (usize, Option<usize>),
        place: usize,
    ) -> Option<usize> {
        let key = Shared {
            group: self.of.get(at).copied().flatten()?,
            list,
            window,
        };
        let known = self.places.iter().find(|(other, _)| *other == key);
        let known = known.map(|(_, place)| *place);
        if known.is_none() {
            self.places.push((key, place));
        }
        known
    }
}

//! Boxes of records: what of one is left outside others.

use crate::lists::{Mask, Pick};

/// Records of one kind, by field the answers meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Block {
    pub(crate) kind: usize,
    pub(crate) masks: Vec<Mask>,
}

/// The most blocks that one is cut into.
const MOST: usize = 512;

impl Pick {
    /// The blocks of records that may be meant; `full` has a bit for each answer there is.
    pub(crate) fn blocks(&self, full: impl Fn(usize, usize) -> Mask) -> Vec<Block> {
        let kinds = self.kinds.iter().enumerate();
        let blocks = kinds.filter_map(|(kind, space)| {
            let masks = space.as_ref()?.may.iter().enumerate();
            let masks: Vec<Mask> = masks
                .map(|(field, mask)| mask & full(kind, field))
                .collect();
            let empty = masks.contains(&0);
            (!empty).then_some(Block { kind, masks })
        });
        blocks.collect()
    }
}

impl Block {
    /// Whether some of these records are surely meant by the pick.
    pub(crate) fn touches(&self, pick: &Pick) -> bool {
        let Some(Some(space)) = pick.kinds.get(self.kind) else {
            return false;
        };
        let mut pairs = self.masks.iter().zip(&space.sure);
        pairs.all(|(own, other)| own & other != 0)
    }

    /// Whether all of these records are surely meant by the pick.
    pub(crate) fn is_in(&self, pick: &Pick) -> bool {
        let Some(Some(space)) = pick.kinds.get(self.kind) else {
            return false;
        };
        let mut pairs = self.masks.iter().zip(&space.sure);
        pairs.all(|(own, other)| own & !other == 0)
    }

    /// The records that both mean.
    pub(crate) fn meet(&self, other: &Self) -> Option<Self> {
        let pairs = self.masks.iter().zip(&other.masks);
        let masks: Vec<Mask> = pairs.map(|(a, b)| a & b).collect();
        let fits = self.kind == other.kind && !masks.contains(&0);
        fits.then_some(Self {
            kind: self.kind,
            masks,
        })
    }

    /// The records that the pick does not surely mean, as blocks without overlap.
    fn outside(self, pick: &Pick) -> Vec<Self> {
        if !self.touches(pick) {
            return vec![self];
        }
        let Some(Some(space)) = pick.kinds.get(self.kind) else {
            return vec![self];
        };
        let mut left = Vec::new();
        let mut inside = self;
        for (place, other) in space.sure.iter().enumerate() {
            let mut part = inside.clone();
            let (Some(own), Some(cut)) = (inside.masks.get_mut(place), part.masks.get_mut(place))
            else {
                continue;
            };
            *cut &= !other;
            *own &= other;
            if *cut != 0 {
                left.push(part);
            }
        }
        left
    }
}

/// The records that none of the picks surely means; none when they fall into too many pieces.
pub(crate) fn outside<'p>(
    blocks: Vec<Block>,
    picks: impl Iterator<Item = &'p Pick>,
) -> Option<Vec<Block>> {
    let mut left = blocks;
    for pick in picks {
        let pieces = left.into_iter().flat_map(|block| block.outside(pick));
        left = pieces.collect();
        if left.len() > MOST {
            return None;
        }
    }
    Some(left)
}

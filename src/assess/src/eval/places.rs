//! Places for what is remembered from one judgement to the next.

use std::sync::Arc;

/// Whose it is what is remembered: of one program at a time.
#[derive(Default)]
pub(super) struct Owner(Option<Arc<()>>);

impl Owner {
    /// Whether it was another's before; `program` is what tells the program apart.
    pub(super) fn changes_to(&mut self, program: &Arc<()>) -> bool {
        let is_own = |by: &Arc<()>| Arc::ptr_eq(by, program);
        let changes = !self.0.as_ref().is_some_and(is_own);
        if changes {
            self.0 = Some(Arc::clone(program));
        }
        changes
    }
}

/// So many places of one program at a time: for another they are emptied. What comes to the place of another takes it.
#[derive(Default)]
pub(super) struct Places<T, const COUNT: usize> {
    owner: Owner,
    all: Vec<T>,
}

impl<T: Clone + Default, const COUNT: usize> Places<T, COUNT> {
    /// The place that a digest leads to; `program` is what tells the program apart.
    pub(super) fn at(&mut self, program: &Arc<()>, digest: Digest) -> usize {
        if self.owner.changes_to(program) {
            self.all.clear();
            self.all.resize(COUNT, T::default());
        }
        usize::try_from(digest.0).unwrap_or(0) % COUNT
    }

    /// What is at a place.
    pub(super) fn get_mut(&mut self, place: usize) -> Option<&mut T> {
        self.all.get_mut(place)
    }
}

/// A number that tells most things apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Digest(u32);

impl Digest {
    /// The same with another number taken in.
    #[must_use]
    pub(super) const fn and(self, number: u32) -> Self {
        Self((self.0 ^ number).wrapping_mul(0x9e37_79b1).rotate_left(15))
    }

    /// The same with both halves of a number taken in.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "these are the halves")]
    pub(super) const fn and_both(self, number: u64) -> Self {
        self.and(number as u32).and((number >> 32) as u32)
    }
}

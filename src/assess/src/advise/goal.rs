//! What advice is about: one decision at one level.

use crate::eval::split::Target;

/// A thing to decide at a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Goal {
    pub(super) level: usize,
    pub(super) target: Target,
}

//! Room for tables of known sizes, made where it stays.

#![allow(
    clippy::unnecessary_box_returns,
    reason = "they are far too large for a stack"
)]

use alloc::boxed::Box;
use alloc::vec;

/// A table of zeros.
pub(crate) fn room<T: Copy + Default, const SIZE: usize>() -> Box<[T; SIZE]> {
    filled(T::default())
}

/// A table of one value.
pub(crate) fn filled<T: Copy, const SIZE: usize>(value: T) -> Box<[T; SIZE]> {
    let table = vec![value; SIZE].into_boxed_slice();
    table
        .try_into()
        .unwrap_or_else(|_| unreachable!("it was made of this size"))
}

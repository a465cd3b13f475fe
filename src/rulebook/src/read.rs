//! The one reader: from the JSON of a compiled text, or of what a keeper wrote, to the model.
//!
//! It is strict: a key that is not known, one that is missing, a choice that there is not, a value of
//! another type, a number out of range, a day that is none: each is noted with its path. What does not
//! fit is noted and gives any value at all, and reading goes on. So all faults are told, up to a
//! hundred, and there is no half-made value to be cleared away after every step, which would be most of
//! the reader's weight in a browser.
//!
//! INVARIANT: a value is handed out only when nothing was noted.

mod basic;
mod model;
mod node;

use json::{Json, Path, ShapeError};

use crate::{BookError, BookErrorKind, BookErrors, Fault};
pub(crate) use node::Node;
use node::Noted;

/// A value that is read out of JSON.
pub(crate) trait FromJson: Sized {
    /// Reads the value of a node, noting what does not fit.
    fn read(node: &Node<'_>) -> Self;
}

/// The value in a JSON value.
///
/// # Errors
/// All that does not fit, never nothing: within each object first the keys that are not known, then
/// what is wrong with the others in the order of the model.
pub(crate) fn read<T: FromJson>(json: &Json) -> Result<T, Vec<ShapeError>> {
    let noted = Noted::default();
    let value = T::read(&Node::top(json, &noted));
    let errors = noted.into_errors();
    if errors.is_empty() {
        Ok(value)
    } else {
        Err(errors)
    }
}

/// What was found, each with its path. INVARIANT: not nothing.
pub(crate) struct Found(Vec<(Path, BookErrorKind)>);

impl Found {
    fn of_shape(errors: Vec<ShapeError>) -> Self {
        let errors = errors.into_iter();
        let found = errors.map(|error| (error.place(), BookErrorKind::Shape(error.kind)));
        Self(found.collect())
    }

    fn of_faults(faults: Vec<Fault>) -> Option<Self> {
        let found: Vec<_> = faults
            .into_iter()
            .map(|fault| (fault.path, BookErrorKind::Fault(fault.kind)))
            .collect();
        (!found.is_empty()).then_some(Self(found))
    }

    /// The errors, with the place that each path has in its text.
    pub(crate) fn into_errors(
        self,
        place: impl Fn(Path, BookErrorKind) -> BookError,
    ) -> BookErrors {
        let found = self.0.into_iter();
        BookErrors::all(found.map(|(path, kind)| place(path, kind)).collect())
    }
}

/// The value in a JSON value, if it is sound too.
///
/// # Errors
/// All that does not fit, or else all that is not sound.
pub(crate) fn read_sound<T: FromJson>(
    json: &Json,
    check: impl Fn(&T) -> Vec<Fault>,
) -> Result<T, Found> {
    let value = read(json).map_err(Found::of_shape)?;
    Found::of_faults(check(&value)).map_or(Ok(value), Err)
}

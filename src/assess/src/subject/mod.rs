//! A dossier typed against a book, and what is wrong with it.

mod checks;
mod problem;
mod reading;
mod typed;

pub use problem::{Place, Problem, ProblemKind, Severity};

pub(crate) use checks::Now;
pub use reading::Reading;
pub(crate) use reading::typed;
pub use typed::Subject;

pub(crate) use typed::{TypedList, TypedRecord};

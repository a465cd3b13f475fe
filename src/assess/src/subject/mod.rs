//! A dossier typed against a book, and what is wrong with it.

mod checks;
mod problem;
mod reading;
mod typed;
mod typing;

pub use problem::{Place, Problem, ProblemKind, Severity};

pub(crate) use checks::Now;
pub use reading::Reading;
pub(crate) use reading::typed;
pub use typed::Subject;
pub use typing::Typing;

pub(crate) use typed::{TypedList, TypedRecord};

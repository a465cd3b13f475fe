//! Dossier × book × season → assessment.
//!
//! The book is compiled once into an [`Engine`]; each dossier is typed against it and judged.
//! Everything is exact: no float, no clock, no hash order. A verdict of met or not met is never
//! one that a missing answer could overturn.

mod advise;
mod argue;
mod changes;
mod engine;
mod eval;
mod likeness;
mod nearest;
mod program;
mod result;
mod subject;
mod verdict;

pub use advise::{
    Advice, Ask, Gaps, OneMore, RouteAdvice, RouteId, RowRoom, Shortfall, Step, Waiting,
    WaitingYear, Way, Ways,
};
pub use argue::{Argument, FieldFound, Finding, Found, Point, RecordFound};
pub use changes::{Change, ChangeSubject, Judged, changes};
pub use engine::Engine;
pub use eval::{Decision, Scratch, Verdicts};
pub use likeness::Likeness;
pub use nearest::{Distance, Lacks};
pub use program::{CompileError, Entry, EntryKind};
pub use result::{
    Assessment, BookRef, ClauseLine, Conclusion, DayValue, Earliest, Fact, LevelLine, LevelOutline,
    Line, Node, NodeKind, NoticeLine, Outcome, Outline, RecordPoints, RouteLine, RowLine,
    ScoreSheet, Span, Sum,
};
pub use subject::{Place, Problem, ProblemKind, Reading, Severity, Subject, Typing};
pub use verdict::Verdict;

//! What an assessment says.

mod explain;
mod lines;
mod outline;
mod score;
mod to_json;

pub(crate) use to_json::{authority, number};

pub use explain::{DayValue, Fact, Node, NodeKind};
pub use lines::{
    Assessment, BookRef, ClauseLine, Conclusion, Earliest, LevelLine, Line, NoticeLine, RouteLine,
};
pub use outline::{LevelOutline, Outline};
pub use score::{Outcome, RecordPoints, RowLine, ScoreSheet, Span, Sum};

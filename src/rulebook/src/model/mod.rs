//! The book model: everything that is specific to a specialty, as data.
//!
//! serde writes it and says how: what is empty is left out, choices go by their names. The JSON Schema
//! follows from that. It is read by `read::model`, which knows the same keys; the tests of the shape
//! hold it to the schema.

mod book;
mod clause;
mod date;
mod filter;
mod list;
mod material;
mod process;
mod question;
mod rule;
mod score;
mod season;
mod source;

pub use book::{Book, Category, CutOff, Level, Part, Roles, Route, Screen};
pub use clause::{Clause, ClauseKind, Form, Notice};
pub use date::{Anchor, DateDef, DateRule, Stage, StagedAge, Window};
pub use filter::{Filter, Scalar, Test};
pub use list::{Check, CheckRule, Claimed, Field, Kind, Lead, Moment, RecordList};
pub use material::{Material, Provider, Statement, StatementBy, Target, TargetPaper};
pub use process::{Actor, Period, Step};
pub use question::{AnswerKind, Choice, FutureDates, Question, Scale};
pub use rule::{AnswerTest, AtLeast, Barred, Day, EachYear, PartCount, RecordsTest, Rule, Years};
pub use score::{
    Band, Block, Earn, Factor, FactorStep, OptionPoints, PartCap, PointStep, RecordsEarn, Row,
    Score, Take,
};
pub use season::{Calendar, Season};
pub use source::{Authority, Source};

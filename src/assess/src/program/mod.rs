//! A book compiled: every id resolved to a place, every constant typed.

mod asks;
mod classes;
mod compile;
mod compile_rule;
mod compile_score;
mod domain;
mod entry;
mod filter;
mod flat;
mod lay_out;
mod least;
mod list;
mod material;
mod rule;
mod score;
mod signs;

pub use compile::CompileError;
pub use entry::{Entry, EntryKind};

pub(crate) use asks::Ask;
pub(crate) use classes::{Classes, bit, each, ends, first};
pub(crate) use compile::{Program, QuestionSlot};
pub(crate) use compile_score::times;
pub(crate) use domain::{Domain, Value, insert};
pub(crate) use filter::{Bound, CFilter, CTest, Kinds};
pub(crate) use flat::{FGoal, FLevel, FNode, Flat, Target};
pub(crate) use list::{ListProgram, Slot, compile_test};
pub(crate) use material::CMaterial;
pub(crate) use rule::{
    CAnchor, CClause, CDate, CDateRule, CForm, CLevel, CRoute, CRule, CStage, CWindow, all_or_one,
};
pub(crate) use score::{
    CBlock, CEarn, CFactor, CPartCap, CPointStep, CRecordsEarn, CRow, CScore, EarnDays,
};
pub(crate) use signs::{Sign, Signs};

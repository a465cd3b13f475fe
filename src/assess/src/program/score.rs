//! The score table with every id resolved. Points and coefficients are hundredths.

use super::{CFilter, CTest};

/// The table.
#[derive(Clone, Debug)]
pub(crate) struct CScore {
    pub(crate) entry: usize,
    pub(crate) line: i64,
    pub(crate) window: Option<usize>,
    pub(crate) blocks: Vec<CBlock>,
    pub(crate) rows: Vec<CRow>,
}

/// A block.
#[derive(Clone, Debug)]
pub(crate) struct CBlock {
    pub(crate) entry: usize,
    pub(crate) cap: i64,
}

/// A row.
#[derive(Clone, Debug)]
pub(crate) struct CRow {
    pub(crate) entry: usize,
    pub(crate) block: usize,
    pub(crate) cap: Option<i64>,
    pub(crate) earn: CEarn,
}

/// How a row earns.
#[derive(Clone, Debug)]
pub(crate) enum CEarn {
    Records(CRecordsEarn),
    YearsSince {
        date: usize,
        /// Full years and points, highest first.
        bands: Vec<(u32, i64)>,
    },
    Answer {
        question: usize,
        options: Vec<(CTest, i64)>,
        /// By class of answers; empty when the question has no classes.
        points: Vec<i64>,
    },
    Highest(Vec<Self>),
}

/// Points for records.
#[derive(Clone, Debug)]
pub(crate) struct CRecordsEarn {
    pub(crate) list: usize,
    pub(crate) window: Option<usize>,
    pub(crate) filter: CFilter,
    pub(crate) points: Vec<CPointStep>,
    pub(crate) factor: Option<CFactor>,
    pub(crate) best_per: Option<usize>,
    pub(crate) best_only: bool,
    pub(crate) part_caps: Vec<CPartCap>,
    /// The most one record can earn.
    pub(crate) most: i64,
    /// The slots on which its points hang, that of the kind first: it tells which slots a record has.
    pub(crate) slots: Vec<usize>,
    /// The same and those that say which missing answers are possible: records that are equal there earn the same.
    pub(crate) alike: Vec<usize>,
    /// How many bits each of these has in a number of them all.
    pub(crate) bits: u32,
    /// Its number among all of the table, from 1.
    pub(crate) number: u32,
    /// On which derived days its points hang, too.
    pub(crate) days: EarnDays,
}

/// On which derived days points hang.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum EarnDays {
    /// On none.
    None,
    /// On the cut-off day, or what is reckoned from it.
    CutOff,
    /// On some that the dossier decides.
    Own,
}

/// Points for a record that passes.
#[derive(Clone, Debug)]
pub(crate) struct CPointStep {
    pub(crate) filter: CFilter,
    pub(crate) points: i64,
}

/// A cap for some records together.
#[derive(Clone, Debug)]
pub(crate) struct CPartCap {
    pub(crate) filter: CFilter,
    pub(crate) cap: i64,
}

/// A coefficient by the value in a slot.
#[derive(Clone, Debug)]
pub(crate) struct CFactor {
    pub(crate) entry: usize,
    pub(crate) slot: usize,
    pub(crate) steps: Vec<(CTest, i64)>,
}

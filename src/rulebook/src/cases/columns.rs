//! The columns of a table, by their Chinese headers, in any order.

use std::collections::BTreeMap;

use super::CaseErrorKind;
use super::table::TableRow;

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Column {
    /// What is decided.
    Subject,
    /// The level.
    Level,
    /// The outcome.
    Expect,
    /// What the case shows.
    Text,
    /// What differs from the base.
    Changes,
    /// The base; `base` when empty or absent.
    Base,
    /// The season's year.
    Season,
    /// The cut-off day.
    CutOff,
}

impl Column {
    /// All of them, in the usual order.
    pub(super) const ALL: [Self; 8] = [
        Self::Subject,
        Self::Level,
        Self::Expect,
        Self::Text,
        Self::Changes,
        Self::Base,
        Self::Season,
        Self::CutOff,
    ];

    /// The header.
    pub(super) const fn header(self) -> &'static str {
        match self {
            Self::Subject => "条款",
            Self::Level => "级别",
            Self::Expect => "期望",
            Self::Text => "说明",
            Self::Changes => "填写",
            Self::Base => "基础",
            Self::Season => "年度",
            Self::CutOff => "截止日",
        }
    }

    /// Whether a table can do without it.
    const fn is_optional(self) -> bool {
        matches!(self, Self::Base | Self::Season | Self::CutOff)
    }
}

/// Where each column stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Columns {
    at: BTreeMap<Column, usize>,
    count: usize,
}

impl Columns {
    /// Reads the header row.
    pub(super) fn read(header: &[String]) -> Result<Self, CaseErrorKind> {
        let mut at = BTreeMap::new();
        for (index, name) in header.iter().enumerate() {
            let column = Column::ALL
                .into_iter()
                .find(|column| column.header() == name);
            let Some(column) = column else {
                let found = name.clone();
                return Err(CaseErrorKind::UnknownColumn { found });
            };
            if at.insert(column, index).is_some() {
                let column = column.header();
                return Err(CaseErrorKind::RepeatedColumn { column });
            }
        }
        let missing = |column: &Column| !column.is_optional() && !at.contains_key(column);
        if let Some(column) = Column::ALL.into_iter().find(missing) {
            let column = column.header();
            return Err(CaseErrorKind::MissingColumn { column });
        }
        let count = header.len();
        Ok(Self { at, count })
    }

    /// Refuses a row with more cells than headers: a comma in a text that is not quoted.
    pub(super) fn fit(&self, row: &TableRow) -> Result<(), CaseErrorKind> {
        let found = row.cells.len();
        if found <= self.count {
            return Ok(());
        }
        let expected = self.count;
        Err(CaseErrorKind::TooManyCells { found, expected })
    }

    /// The cell of a column, empty when the row or the table does not have it.
    pub(super) fn cell<'a>(&self, row: &'a TableRow, column: Column) -> &'a str {
        let index = self.at.get(&column).copied();
        let cell = index.and_then(|index| row.cells.get(index));
        cell.map_or("", String::as_str)
    }
}

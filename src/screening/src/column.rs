//! The columns of the table, and what their cells are sorted, filtered and grouped by.

use crate::screened::Screened;

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// Name.
    Name,
    /// Employer.
    Employer,
    /// Level applied for.
    Level,
    /// Category.
    Category,
    /// The verdict on the level applied for.
    Verdict,
    /// Routes with verdicts.
    Routes,
    /// The score against the line.
    Score,
    /// What is missing.
    Missing,
    /// The earliest year.
    Earliest,
    /// Whether the package is whole.
    Package,
    /// Evidence coverage.
    Evidence,
    /// Stand-ins that decided.
    StandIns,
    /// Book and season.
    Book,
    /// What is wrong with answers.
    Problems,
    /// The file.
    Input,
}

impl Column {
    /// All of them, in order.
    pub const ALL: [Self; 15] = [
        Self::Name,
        Self::Employer,
        Self::Level,
        Self::Category,
        Self::Verdict,
        Self::Routes,
        Self::Score,
        Self::Missing,
        Self::Earliest,
        Self::Package,
        Self::Evidence,
        Self::StandIns,
        Self::Book,
        Self::Problems,
        Self::Input,
    ];
}

/// What a cell is sorted, filtered and grouped by.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// A number.
    Number(i64),
    /// Text.
    Text(String),
    /// Nothing: behind everything else.
    Nothing,
}

impl Key {
    /// The key of a cell.
    pub fn of(column: Column, line: &Screened) -> Self {
        let text = |text: &str| {
            if text.is_empty() {
                Self::Nothing
            } else {
                Self::Text(text.to_owned())
            }
        };
        let count = |number: usize| Self::Number(i64::try_from(number).unwrap_or(i64::MAX));
        match column {
            Column::Name => text(&line.name),
            Column::Employer => text(&line.employer),
            Column::Level => line
                .level
                .as_ref()
                .map_or(Self::Nothing, |level| text(&level.label)),
            Column::Category => line
                .category
                .as_ref()
                .map_or(Self::Nothing, |named| text(&named.label)),
            Column::Verdict => Self::Number(verdict(line.verdict())),
            Column::Routes => line.target().map_or(Self::Nothing, |level| {
                let met = level.routes.iter().filter(|route| route.verdict == "met");
                count(met.count())
            }),
            Column::Score => line
                .score
                .map_or(Self::Nothing, |score| Self::Number(score.low)),
            Column::Missing => count(line.missing.len()),
            Column::Earliest => line
                .earliest
                .map_or(Self::Nothing, |year| Self::Number(year.into())),
            Column::Package => line.package.as_ref().map_or(Self::Nothing, |package| {
                Self::Number(i64::from(!package.valid))
            }),
            Column::Evidence => {
                let bare = line.evidence.asked.saturating_sub(line.evidence.proven);
                Self::Number(bare.into())
            }
            Column::StandIns => count(line.stand_ins.len()),
            Column::Book => text(&format!(
                "{} {} {}",
                line.book.id, line.book.version, line.season
            )),
            Column::Problems => count(line.problems.len()),
            Column::Input => text(&line.input),
        }
    }
}

fn verdict(id: &str) -> i64 {
    match id {
        "met" => 0,
        "open" => 1,
        _ => 2,
    }
}

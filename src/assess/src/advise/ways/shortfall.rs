//! The points that are missing, and the rows that could still give them.

use super::merge::Part;
use super::parts::Writer;
use super::planner::Planner;
use super::score::{Source, least, sources, with};
use dossier::Record;

/// Records of one kind that are tried in a row.
const MOST_COPIES: usize = 12;

/// The points that are missing in the present season. Points are hundredths.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shortfall {
    /// The line.
    pub line: i64,
    /// What is sure so far.
    pub have: i64,
    /// What is missing.
    pub missing: i64,
    /// The rows that can still give points after all caps, in the order of the book.
    pub rows: Vec<RowRoom>,
}

/// What a row could still give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowRoom {
    /// The row.
    pub row: String,
    /// The most that this row alone could still add to the total, after all caps.
    pub room: i64,
    /// What the first record of this kind adds.
    pub first: i64,
    /// How many such records add the most, or what is missing.
    pub count: usize,
    /// The list of the records.
    pub list: String,
    /// Such a record: the one of the row that adds most.
    pub record: Record,
    /// Still to be achieved; else it may exist and only be missing in an open list.
    pub achieve: bool,
}

/// The points that are missing; none when the line is reached or there is no table.
pub(super) fn shortfall(planner: &Planner<'_>, writer: &Writer<'_>) -> Option<Shortfall> {
    let score = planner.program().score.as_ref()?;
    let have = least(planner, planner.case.subject);
    let missing = score.line.saturating_sub(have);
    if missing <= 0 {
        return None;
    }
    let sources = sources(planner);
    let rows = score.rows.iter().enumerate().filter_map(|(place, row)| {
        let own = sources.iter().filter(|source| source.row == place);
        let rooms = own.filter_map(|source| room(planner, source, (have, missing)));
        // The first among those that add most.
        let best = rooms.min_by_key(|room| std::cmp::Reverse((room.most, room.first)))?;
        let (list, record, achieve) = writer.record(&best.part)?;
        let entry = planner.program().entries.get(row.entry)?;
        Some(RowRoom {
            row: entry.id.clone(),
            room: best.most,
            first: best.first,
            count: best.count,
            list,
            record,
            achieve,
        })
    });
    Some(Shortfall {
        line: score.line,
        have,
        missing,
        rows: rows.collect(),
    })
}

struct Room {
    part: Part,
    first: i64,
    most: i64,
    count: usize,
}

fn room(planner: &Planner<'_>, source: &Source, (have, missing): (i64, i64)) -> Option<Room> {
    if !matches!(source.part, Part::Add { .. }) {
        return None;
    }
    let mut subject = planner.case.subject.clone();
    let (mut first, mut most, mut count) = (0, 0, 0);
    for copy in 1..=MOST_COPIES {
        subject = with(planner, &subject, &source.part);
        let gain = least(planner, &subject).saturating_sub(have);
        if gain <= most {
            break;
        }
        (most, count) = (gain, copy);
        if copy == 1 {
            first = gain;
        }
        if gain >= missing {
            break;
        }
    }
    (most > 0).then(|| Room {
        part: source.part.clone(),
        first,
        most,
        count,
    })
}

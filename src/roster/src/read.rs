//! Workbooks that are held in the memory.

#![allow(
    clippy::future_not_send,
    reason = "a browser's files cannot leave their thread, and nothing here needs to"
)]

use std::collections::BTreeMap;
use std::mem;
use std::ops::ControlFlow;

use package::container::Source;
use package::name::Unicode;
use rulebook::Book;
use sheet::csv::Decode;

use crate::layout::RawRow;
use crate::mapping::Mapping;
use crate::roster::{Gathered, Roster};
use crate::workbook::Opened;
use crate::{MOST_BYTES, MOST_RECORDS};

/// What a reader needs.
#[derive(Clone, Copy)]
pub struct Reading<'a> {
    /// The book that asks.
    pub book: &'a Book,
    /// Where other headers lead.
    pub mapping: &'a Mapping,
    /// Decodes GB18030.
    pub decode: Decode,
    /// What Unicode says of letters.
    pub unicode: Unicode,
}

/// The records under a key.
#[derive(Default)]
struct Own {
    rows: Vec<RawRow>,
    bytes: usize,
    /// Whether a row of people has their key.
    asked: bool,
}

/// Reads a workbook.
///
/// # Errors
/// When the source fails; whatever is wrong with the workbook is a problem.
pub async fn read_xlsx<S: Source>(
    source: &mut S,
    reading: &Reading<'_>,
) -> Result<Roster, S::Error> {
    let mut gathered = Gathered::default();
    let mut opened = match Opened::read(source, reading, Box::<Vec<u8>>::default()).await? {
        Ok(opened) => opened,
        Err(problem) => {
            gathered.tell([*problem]);
            return Ok(gathered.done());
        }
    };
    let (mut records, mut count) = (BTreeMap::<String, Own>::new(), 0_usize);
    let mut put = |key: String, raw: RawRow| {
        if count == MOST_RECORDS {
            return ControlFlow::Break(());
        }
        count = count.saturating_add(1);
        let own = records.entry(key).or_default();
        own.bytes = own.bytes.saturating_add(raw.bytes());
        own.rows.push(raw);
        ControlFlow::Continue(())
    };
    if opened.records(source, &mut put).await? {
        let layout = opened.layout().clone();
        let mut each = |key: String, person: RawRow| {
            let mut none = Own::default();
            let own = records.get_mut(&key).unwrap_or(&mut none);
            own.asked = true;
            let row = if own.bytes > MOST_BYTES {
                layout.too_long(&person)
            } else {
                layout.row(&person, &own.rows, (reading.book, reading.mapping))
            };
            if row.candidate.is_some() {
                // Who comes later with this key is refused.
                own.rows = Vec::new();
            }
            gathered.take(row)
        };
        // Of those who come behind what cannot be read nobody was asked for.
        let whole = opened.people(source, &mut each).await?;
        let left = records.iter().filter(|(_, own)| whole && !own.asked);
        let left = left.flat_map(|(key, own)| own.rows.iter().map(|row| (key.as_str(), row)));
        let mut left: Vec<(&str, &RawRow)> = left.collect();
        order::sort(&mut left, &mut |(_, a), (_, b)| a.place().cmp(&b.place()));
        let left = left.into_iter();
        let left = left.map(|(key, row)| layout.no_such_candidate(key, row));
        opened.problems.extend(left);
    }
    gathered.tell(mem::take(&mut opened.problems));
    Ok(gathered.done())
}

//! The people of a roster, or of dossiers one a line, read once and held until another such file is asked for.

use std::rc::Rc;

use dossier::{Dossier, ReadError};
use package::container::Source;
use roster::{Problem, Reading, Roster, read_csv, read_xlsx};
use screening::Origin;

use super::{Desk, mapping};
use crate::errand::Input;

/// Most bytes of a roster in CSV.
const MOST_CSV: u64 = 64 << 20;
/// The ending of a file with a dossier a line.
const LINES: &str = "jsonl";

/// A roster, or dossiers one a line.
#[derive(Debug)]
pub(super) struct Held {
    file: u64,
    mapping: String,
    /// Who stands in it, in order.
    pub(super) entries: Vec<Entry>,
    /// What is wrong beside them.
    pub(super) rest: Vec<Problem>,
}

/// A row or line.
#[derive(Debug)]
pub(super) struct Entry {
    /// Where it stands, from 1.
    pub(super) row: u32,
    /// Where it came from.
    pub(super) origin: Origin,
    /// By what a row names the candidate.
    pub(super) key: String,
    /// What was entered, or why a line is no dossier; nothing where a row was refused.
    pub(super) dossier: Option<Result<Dossier, ReadError>>,
    /// What is wrong with the row.
    pub(super) problems: Vec<Problem>,
}

impl From<roster::Row> for Entry {
    fn from(row: roster::Row) -> Self {
        let key = row
            .candidate
            .as_ref()
            .map(|candidate| candidate.key.clone());
        Self {
            row: row.number,
            origin: Origin::Roster,
            key: key.unwrap_or_default(),
            dossier: row.candidate.map(|candidate| Ok(candidate.dossier)),
            problems: row.problems,
        }
    }
}

/// Why there is no roster.
pub(super) enum NoRoster<E> {
    /// The bytes could not be had.
    Source(E),
    /// It is larger than any roster.
    TooLarge(u64),
}

impl Desk {
    /// The people in a roster or in lines.
    pub(super) async fn roster<S: Source>(
        &self,
        input: &Input,
        source: &mut S,
    ) -> Result<Rc<Held>, NoRoster<S::Error>> {
        let held = self.held.borrow().clone();
        let same = held.filter(|held| held.file == input.file && held.mapping == input.mapping);
        if let Some(held) = same {
            return Ok(held);
        }
        let (entries, rest) = if ending(&input.name) == LINES {
            (lines(&whole(source, MOST_CSV).await?), Vec::new())
        } else {
            let Roster { rows, problems } = self.read(input, source).await?;
            (rows.into_iter().map(Entry::from).collect(), problems)
        };
        let held = Rc::new(Held {
            file: input.file,
            mapping: input.mapping.clone(),
            entries,
            rest,
        });
        *self.held.borrow_mut() = Some(Rc::clone(&held));
        Ok(held)
    }

    async fn read<S: Source>(
        &self,
        input: &Input,
        source: &mut S,
    ) -> Result<Roster, NoRoster<S::Error>> {
        let mapping = mapping(&input.mapping);
        let Some(engine) = self.engine() else {
            return Ok(Roster::default());
        };
        let reading = Reading {
            book: engine.book(),
            mapping: &mapping,
            decode: self.text.decode,
            unicode: self.text.unicode,
        };
        if ending(&input.name) == "xlsx" {
            return read_xlsx(source, &reading).await.map_err(NoRoster::Source);
        }
        let bytes = whole(source, MOST_CSV).await?;
        Ok(read_csv(&bytes, &reading))
    }
}

/// All bytes of a file of at most so many.
async fn whole<S: Source>(source: &mut S, most: u64) -> Result<Vec<u8>, NoRoster<S::Error>> {
    let size = source.size();
    let length = usize::try_from(size.min(most)).unwrap_or_default();
    if size > most {
        return Err(NoRoster::TooLarge(most));
    }
    let mut bytes = vec![0; length];
    let read = source.read_at(0, &mut bytes).await;
    read.map_err(NoRoster::Source)?;
    Ok(bytes)
}

/// The dossiers in lines; blank ones are passed over.
fn lines(bytes: &[u8]) -> Vec<Entry> {
    let lines = bytes.split(|byte| *byte == b'\n').zip(1_u32..);
    let lines = lines.filter(|(line, _)| !line.trim_ascii().is_empty());
    let entries = lines.map(|(line, row)| Entry {
        row,
        origin: Origin::Draft,
        key: String::new(),
        dossier: Some(Dossier::read(line)),
        problems: Vec::new(),
    });
    entries.collect()
}

/// Whether a file is a roster, by its name.
pub(crate) fn is_roster(name: &str) -> bool {
    matches!(ending(name).as_str(), "csv" | "xlsx")
}

/// Whether a file holds several people, by its name.
pub(super) fn holds_several(name: &str) -> bool {
    is_roster(name) || ending(name) == LINES
}

/// The ending of a file's name, in lower case.
fn ending(name: &str) -> String {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    ending.to_ascii_lowercase()
}

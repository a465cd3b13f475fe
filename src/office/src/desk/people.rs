//! The candidates of a roster, read once and held until another roster is asked for.

use std::rc::Rc;

use package::container::Source;
use roster::{Candidate, Problem, Reading, Roster, read_csv, read_xlsx};

use super::{Desk, mapping};
use crate::errand::Input;

/// Most bytes of a roster in CSV.
const MOST_CSV: u64 = 64 << 20;

/// A roster.
#[derive(Debug)]
pub(super) struct Held {
    file: u64,
    mapping: String,
    /// The candidates with what is wrong with their rows.
    pub(super) candidates: Vec<(Candidate, Vec<Problem>)>,
    /// What is wrong beside them.
    pub(super) rest: Vec<Problem>,
}

/// Why there is no roster.
pub(super) enum NoRoster<E> {
    /// The bytes could not be had.
    Source(E),
    /// It is larger than any roster.
    TooLarge(u64),
}

impl Desk {
    /// The roster in a file.
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
        let roster = self.read(input, source).await?;
        let (candidates, rest) = roster.by_row();
        let held = Rc::new(Held {
            file: input.file,
            mapping: input.mapping.clone(),
            candidates,
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
pub(super) async fn whole<S: Source>(
    source: &mut S,
    most: u64,
) -> Result<Vec<u8>, NoRoster<S::Error>> {
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

/// Whether a file is a roster, by its name.
pub(crate) fn is_roster(name: &str) -> bool {
    matches!(ending(name).as_str(), "csv" | "xlsx")
}

/// The ending of a file's name, in lower case.
fn ending(name: &str) -> String {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    ending.to_ascii_lowercase()
}

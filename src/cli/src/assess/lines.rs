//! Streams of dossiers: one JSON object a line, or one row of a roster after another.

use std::io::BufRead;

use super::judge::Item;
use crate::input::{self, InputError};

/// One dossier a line; empty lines are passed over.
pub(super) fn json_lines(mut stream: impl BufRead + Send) -> impl Iterator<Item = Item> + Send {
    let mut number = 0_u64;
    std::iter::from_fn(move || {
        loop {
            let bytes = input::line(&mut stream)?;
            number = number.saturating_add(1);
            if bytes
                .as_ref()
                .is_ok_and(|line| line.trim_ascii().is_empty())
            {
                continue;
            }
            let name = wording::command::line_of_stream(number);
            return Some(Item::Dossier { name, bytes });
        }
    })
}

/// The rows of a roster behind its header. A row in quotation marks may go over several lines.
pub(super) fn roster_rows(mut stream: impl BufRead + Send) -> impl Iterator<Item = Item> + Send {
    let mut number = 1_u64;
    std::iter::from_fn(move || {
        let name = wording::command::line_of_stream(number.saturating_add(1));
        let mut row = Vec::new();
        loop {
            let line = match input::line(&mut stream) {
                None if row.is_empty() => return None,
                None => break,
                Some(Err(error)) => {
                    number = number.saturating_add(1);
                    return Some(Item::Row {
                        name,
                        text: Err(error),
                    });
                }
                Some(Ok(line)) => line,
            };
            number = number.saturating_add(1);
            row.extend(line);
            row.push(b'\n');
            if input::too_large(&row) {
                return Some(Item::Row {
                    name,
                    text: Err(InputError::TooLarge),
                });
            }
            // Every quote opens or closes a cell: a row ends where none is open.
            let is_open = row.iter().fold(false, |open, byte| open != (*byte == b'"'));
            if !is_open {
                break;
            }
        }
        Some(Item::Row {
            name,
            text: Ok(row),
        })
    })
}

//! Streams: one JSON object a line, or one row of a roster after another.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek};
use std::path::Path;

use roster::{Head, Reading};
use sheet::csv::Ends;

use crate::input::{self, InputError};

/// The lines of a stream that are not blank, with their numbers.
pub(crate) fn json_lines(
    mut stream: impl BufRead + Send,
) -> impl Iterator<Item = (u64, Result<Vec<u8>, InputError>)> + Send {
    let mut number = 0_u64;
    std::iter::from_fn(move || {
        loop {
            let bytes = input::line(&mut stream)?;
            number = number.saturating_add(1);
            let blank = |line: &Vec<u8>| line.trim_ascii().is_empty();
            if !bytes.as_ref().is_ok_and(blank) {
                return Some((number, bytes));
            }
        }
    })
}

/// The rows of a roster with the lines on which they begin. A row in quotation marks may go over several lines.
pub(crate) fn rows(
    mut stream: impl BufRead + Send,
) -> impl Iterator<Item = (u32, Result<Vec<u8>, InputError>)> + Send {
    let mut line = 0_u32;
    std::iter::from_fn(move || {
        let first = line.saturating_add(1);
        let (mut ends, mut row) = (Ends::default(), Vec::new());
        loop {
            let next = match input::line(&mut stream) {
                None if row.is_empty() => return None,
                None => break,
                Some(next) => next,
            };
            line = line.saturating_add(1);
            let next = match next {
                Err(error) => return Some((first, Err(error))),
                Ok(next) => next,
            };
            let ended = ends.line(&next);
            if row.is_empty() {
                row = next;
            } else {
                row.extend(next);
            }
            row.push(b'\n');
            if ended {
                break;
            }
            if input::too_large(&row) {
                return Some((first, Err(InputError::TooLarge)));
            }
        }
        Some((first, Ok(row)))
    })
}

/// The header of a roster in a file, and the file from its beginning.
pub(crate) fn head(path: &Path, reading: &Reading<'_>) -> Result<(Head, BufReader<File>), String> {
    let failed = |error: io::Error| InputError::Io(error).text();
    let mut file = File::open(path).map_err(failed)?;
    let mut beginning = Vec::new();
    let mut limited = (&mut file).take(1 << 16);
    limited.read_to_end(&mut beginning).map_err(failed)?;
    file.rewind().map_err(failed)?;
    let mut first = rows(BufReader::new(file.try_clone().map_err(failed)?));
    let header = first.next().map(|(_, row)| row);
    let header = header.transpose().map_err(|error| error.text())?;
    let head = Head::read(&beginning, &header.unwrap_or_default(), reading);
    let head = head.map_err(|problem| wording::desk::problem_line(&problem))?;
    file.rewind().map_err(failed)?;
    Ok((head, BufReader::new(file)))
}

//! Results as files, and what is the same twice; from the lines of all batches, as if one run had made them.

use json::Json;
use screening::{Duplicates, Refused, Same, Screened, Tally};
use wording::desk;

use crate::errand::{Format, Sum};

/// The lines of all batches.
#[derive(Debug, Default)]
#[allow(
    clippy::struct_field_names,
    reason = "the lines of candidates among all lines"
)]
pub struct Lines {
    lines: Vec<Screened>,
    refused: Vec<Refused>,
    /// The lines of both, as they stand.
    text: String,
}

impl Lines {
    /// Takes the lines of a batch.
    pub fn add(&mut self, bytes: &[u8]) {
        for line in String::from_utf8_lossy(bytes).lines() {
            let Ok(json) = Json::parse(line.as_bytes()) else {
                continue;
            };
            if let Some(screened) = Screened::from_json(&json) {
                self.lines.push(screened);
            } else if let Some(refused) = Refused::from_json(&json) {
                self.refused.push(refused);
            }
            self.text.push_str(line);
            self.text.push('\n');
        }
    }

    fn counted(&self) -> (Duplicates, Tally) {
        let (mut duplicates, mut tally) = (Duplicates::default(), Tally::default());
        for line in &self.lines {
            duplicates.add(line);
            tally.add(line);
        }
        for refused in &self.refused {
            tally.refuse(refused);
        }
        (duplicates, tally)
    }

    /// What is the same twice, and how many there are.
    pub fn sum(&self) -> Sum {
        let (duplicates, mut tally) = self.counted();
        let found = duplicates.same();
        tally.duplicates(found.len());
        Sum {
            told: found.iter().map(desk::duplicate).collect(),
            duplicates: found.iter().map(Same::to_duplicate).collect(),
            tally: desk::tally(&tally),
        }
    }

    /// The results as a file.
    pub fn file(&self, format: Format) -> Vec<u8> {
        let (duplicates, mut tally) = self.counted();
        let found = duplicates.same();
        tally.duplicates(found.len());
        match format {
            Format::Xlsx => desk::workbook(&self.lines, &found, &self.refused),
            Format::Html => desk::page(&self.lines, &found, &self.refused, &tally).into_bytes(),
            Format::Csv => {
                let records = self.lines.iter();
                let records = records.map(|line| desk::csv_record(line, false));
                let header = std::iter::once(desk::csv_header(false));
                let all: String = header.chain(records).collect();
                all.into_bytes()
            }
            Format::Json => {
                let mut text = self.text.clone();
                for same in &found {
                    text.extend(same.pieces());
                    text.push('\n');
                }
                text.into_bytes()
            }
        }
    }
}

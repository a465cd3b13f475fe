//! The template of a roster, and where the headers of another lead.

use package::container::Source;
use roster::{Reading, Target};

use super::{Desk, mapping};
use crate::errand::{Heading, Input};

impl Desk {
    /// The template, as XLSX.
    pub fn template(&self) -> Option<Vec<u8>> {
        let book = self.engine()?.book();
        let about = wording::desk::template_about(book);
        let words = wording::desk::template_words(&about);
        Some(roster::template(book, &words))
    }

    /// The headers of a roster.
    ///
    /// # Errors
    /// What keeps it from being read, in a sentence.
    pub async fn headings<S: Source>(
        &self,
        input: &Input,
        source: &mut S,
    ) -> Result<Vec<Heading>, String> {
        let unreadable = || wording::desk::office::UNREADABLE.to_owned();
        let mapping = mapping(&input.mapping);
        let engine = self.engine().ok_or_else(unreadable)?;
        let reading = Reading {
            book: engine.book(),
            mapping: &mapping,
            decode: self.text.decode,
            unicode: self.text.unicode,
        };
        let found = roster::headings(source, &reading).await;
        let found = found.map_err(|_| unreadable())?;
        let found = found.map_err(|problem| wording::desk::problem_line(&problem))?;
        let told = found.into_iter().map(|heading| {
            let headers = heading.headers.into_iter();
            let headers = headers.map(|(header, target)| (header, target.as_ref().map(Target::id)));
            Heading {
                sheet: heading.sheet.unwrap_or_default(),
                records: heading.records,
                headers: headers.collect(),
            }
        });
        Ok(told.collect())
    }
}

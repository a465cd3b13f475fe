//! The page of results, that is put aside piece by piece: what stands first is known last.

use std::io::{self, Write};

use screening::{Refused, Same, Tally};
use wording::desk;
use wording::report::CLOSING;

use crate::screen::aside::Aside;

/// The page in the making.
#[derive(Default)]
pub(super) struct Page {
    refused: Aside,
    candidates: Aside,
}

impl Page {
    /// Puts in the piece of a candidate.
    pub(super) fn candidate(&mut self, piece: &str) -> io::Result<()> {
        self.candidates.put(piece.as_bytes())
    }

    pub(super) fn refused(&mut self, refused: &Refused) -> io::Result<()> {
        self.refused.put(desk::page_refused(refused).as_bytes())
    }

    /// Writes it, with what is there twice.
    pub(super) fn pour(
        self,
        (found, tally): (&[Same<'_>], &Tally),
        out: &mut impl Write,
    ) -> io::Result<()> {
        let opening = desk::page_opening(found, tally, self.refused.size() > 0);
        out.write_all(opening.as_bytes())?;
        self.refused.pour(out)?;
        self.candidates.pour(out)?;
        out.write_all(CLOSING.as_bytes())
    }
}

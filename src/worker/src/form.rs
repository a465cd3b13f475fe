//! The printable form of what is entered now.

use errand::{Sheet, Work};
use wording::report::{Part, part_of_submission};

use crate::desk::Desk;

/// The printable form as a package of the same content would hold it, or a sheet of it alone, as an
/// HTML file; none when its book or season is not known.
pub fn form(desk: &Desk, work: &Work, sheet: Sheet) -> Option<String> {
    let part = match sheet {
        Sheet::Form => Part::Whole,
        Sheet::Score => Part::Score,
        Sheet::Pledge => Part::Pledge,
    };
    desk.with(work, |submission| {
        let (engine, season) = (submission.engine, submission.season);
        let assessment = engine.assess(submission.dossier, season, work.today);
        let given = (work.pledge.as_ref(), work.today);
        part_of_submission(submission, &assessment, given, part)
    })
}

//! The printable report of a package: one self-contained file, a function of its inputs alone.
//!
//! INVARIANT: no script, nothing loaded, and what a person typed can neither start nor end an
//! element: all text goes through [`page::Page::text`] or [`page::Page::own`]. The content
//! policy inside the file allows its own style by digest, and nothing else.

mod answers;
mod cover;
mod files;
mod packed;
mod page;
#[cfg(feature = "desk")]
mod paper;
mod pledge;
mod reasons;
mod records;
mod score;
mod signing;
mod stand_ins;
mod style;
mod verdicts;

pub use packed::{of_content, of_submission, part_of_submission};
#[cfg(feature = "desk")]
pub use paper::{CLOSING, Paper, opening, piece, sheet_of_paper};

use assess::{Assessment, LevelLine};
use chrono::NaiveDate;
use dossier::{Answer, Dossier, Pledge};
use package::qr::Qr;
use package::subject::Subject;
use rulebook::Book;

use crate::Labels;
use crate::explain::Explain;
use page::Page;

/// What a report is made of.
#[derive(Clone, Copy, Debug)]
pub struct Report<'a> {
    /// The book.
    pub book: &'a Book,
    /// What was entered.
    pub dossier: &'a Dossier,
    /// What was decided.
    pub assessment: &'a Assessment,
    /// The pledge, once given.
    pub pledge: Option<&'a Pledge>,
    /// What was pledged: its short code and its QR code stand on the report.
    pub subject: &'a Subject,
    /// The evidence files, in the order of the package.
    pub files: &'a [Attached<'a>],
    /// The day on which the report is made.
    pub made_on: NaiveDate,
}

/// An evidence file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Attached<'a> {
    /// The id of the record or material that it proves.
    pub holder: &'a str,
    /// Its name.
    pub name: &'a str,
    /// Its size in bytes.
    pub size: u64,
    /// Its SHA-256, 64 hexadecimal digits.
    pub sha256: &'a str,
}

/// What of a report is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// All of it.
    #[default]
    Whole,
    /// The self-score sheet alone.
    Score,
    /// The pledge alone.
    Pledge,
}

/// The report as one HTML file.
pub fn html(report: &Report<'_>) -> String {
    made(report, |page, qr| {
        cover::write(page, report, qr);
        answers::write(page, report);
        records::write(page, report);
        files::materials(page, report);
        verdicts::write(page, report);
        score::write(page, report);
        reasons::write(page, report);
        stand_ins::write(page, report);
        files::write(page, report);
        pledge::write(page, report);
        signing::write(page, report);
    })
}

/// A part of the report as an HTML file of its own, with the same code on every page.
pub fn part(report: &Report<'_>, part: Part) -> String {
    match part {
        Part::Whole => html(report),
        Part::Score => made(report, |page, _| {
            cover::who_alone(page, report);
            score::write(page, report);
            signing::alone(page, report);
        }),
        Part::Pledge => made(report, |page, _| {
            cover::who_alone(page, report);
            pledge::write(page, report);
            signing::foot(page, report);
        }),
    }
}

fn made(report: &Report<'_>, body: impl FnOnce(&mut Page, Option<&Qr>)) -> String {
    let title = title(report);
    let qr = Qr::of(report.subject);
    let style = style::style(&report.code(), &title, qr.as_ref());
    let mut page = Page::new();
    page.head(&title, &style);
    page.element("body", |page| {
        page.element("main", |page| body(page, qr.as_ref()));
    });
    page.finish()
}

fn title(report: &Report<'_>) -> String {
    let season = report.assessment.season;
    format!("职称自评申报材料（{season} 年度）·{}", report.book.title)
}

impl<'a> Report<'a> {
    /// The short code.
    fn code(&self) -> String {
        self.subject.code().to_string()
    }

    fn labels(&self) -> Labels<'a> {
        Labels::new(self.book)
    }

    fn explain(&self) -> Explain<'a> {
        Explain::new(self.book, self.assessment).with(self.dossier)
    }

    /// The answer to a question, when it is text.
    fn answer_text(&self, question: &str) -> Option<&'a str> {
        self.dossier.answer(question).and_then(Answer::text)
    }

    /// The levels, the target first; while none is chosen, all in the order of the book.
    fn levels(&self) -> Vec<&'a LevelLine> {
        let target = self.answer_text(&self.book.roles.level);
        let levels = self.assessment.levels.iter();
        let (mut first, rest): (Vec<_>, Vec<_>) =
            levels.partition(|level| Some(level.id.as_str()) == target);
        first.extend(rest);
        first
    }

    /// The levels that are told in full: the target, or all while none is chosen.
    fn told_levels(&self) -> Vec<&'a LevelLine> {
        let levels = self.levels();
        let target = self.answer_text(&self.book.roles.level);
        let known = levels.iter().any(|level| Some(level.id.as_str()) == target);
        let count = if known { 1 } else { levels.len() };
        levels.into_iter().take(count).collect()
    }
}

#[cfg(test)]
mod hostile_tests;
#[cfg(test)]
mod tests;

//! The engine: a book compiled once, dossiers judged one after another.

use std::sync::Arc;

use chrono::NaiveDate;
use dossier::Dossier;
use rulebook::{Book, Compiled, SeasonDay};

use crate::program::Program;
use crate::subject::{Now, Subject};
use crate::{
    Assessment, BookRef, CompileError, Line, Outline, Problem, Reading, Scratch, Verdict, Verdicts,
};

/// The part of a season that rules look at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Term {
    /// The season's year.
    pub(crate) year: i32,
    /// The cut-off day.
    pub(crate) cut_off: NaiveDate,
    /// Calendar years from here on are taken as met where each year must have a record.
    pub(crate) assumed_from: i32,
}

impl From<&SeasonDay> for Term {
    fn from(season: &SeasonDay) -> Self {
        Self {
            year: season.year,
            cut_off: season.cut_off,
            assumed_from: season.year,
        }
    }
}

/// A book, compiled.
#[derive(Clone, Debug)]
pub struct Engine {
    pub(crate) book: Arc<Book>,
    compiled: Compiled,
    pub(crate) reference: BookRef,
    pub(crate) program: Program,
}

impl Engine {
    /// Makes a book ready for judging; `compiled` is its text, which packages hold.
    ///
    /// # Errors
    /// When an id leads nowhere; books that passed the check of their reader have none.
    pub fn new(book: impl Into<Arc<Book>>, compiled: Compiled) -> Result<Self, CompileError> {
        let book = book.into();
        let program = Program::compile(&book)?;
        let reference = BookRef {
            id: book.id.clone(),
            version: book.version.clone(),
            digest: compiled.digest().to_owned(),
        };
        Ok(Self {
            book,
            compiled,
            reference,
            program,
        })
    }

    /// The book.
    pub fn book(&self) -> &Book {
        &self.book
    }

    /// The compiled text of the book.
    pub fn text(&self) -> &str {
        self.compiled.text()
    }

    /// Which book it is.
    pub fn reference(&self) -> &BookRef {
        &self.reference
    }

    /// What is wrong or noteworthy in the answers, seen on the day `today`.
    pub fn examine(&self, dossier: &Dossier, season: &SeasonDay, today: NaiveDate) -> Vec<Problem> {
        self.read(dossier, season, today).problems
    }

    /// Types the answers of a dossier, seen on the day `today`, and says what is wrong or noteworthy in them.
    pub fn read(&self, dossier: &Dossier, season: &SeasonDay, today: NaiveDate) -> Reading {
        let season = Term::from(season);
        Reading::of(self, dossier, Now { today, season }, None)
    }

    /// The same after an earlier reading by this engine, in a fraction of the time: records of which the answers are
    /// shared with those of then are not read again.
    pub fn reread(
        &self,
        dossier: &Dossier,
        (season, today): (&SeasonDay, NaiveDate),
        former: &Reading,
    ) -> Reading {
        let season = Term::from(season);
        Reading::of(self, dossier, Now { today, season }, Some(former))
    }

    /// Judges the routes and levels of typed answers, each when it is asked for: as exactly as
    /// [`Self::assess`] but without reasons; `scratch` is room that is used again from one dossier
    /// to the next.
    pub fn judge<'s>(
        &'s self,
        subject: &'s Subject,
        (season, today): (&SeasonDay, NaiveDate),
        scratch: &'s mut Scratch,
    ) -> Verdicts<'s> {
        let term = Term::from(season);
        crate::eval::judge(&self.program, subject, (term, today), scratch)
    }

    /// Judges a dossier.
    pub fn assess(&self, dossier: &Dossier, season: &SeasonDay, today: NaiveDate) -> Assessment {
        let reading = self.read(dossier, season, today);
        let scratch = &mut Scratch::default();
        self.assess_read((dossier, &reading), (season, today), scratch)
    }

    /// The same of a dossier that was read in this season on this day; `scratch` is room that is used again from one
    /// dossier to the next.
    pub fn assess_read(
        &self,
        read: (&Dossier, &Reading),
        when: (&SeasonDay, NaiveDate),
        scratch: &mut Scratch,
    ) -> Assessment {
        crate::eval::assess(self, read, when, scratch)
    }

    /// What [`Self::assess`] says of the wanted levels, in a fraction of its time and without why; none where it takes more
    /// than a moment to settle what missing answers decide there.
    ///
    /// With an assessment and the reading that it is of, only what changed since is read, and missing answers are no
    /// matter where what is typed is the same: a name or a title that no rule looks at. `scratch` is room that is used
    /// again from one dossier to the next, and remembers what records earned.
    pub fn outline(
        &self,
        dossier: &Dossier,
        (season, today): (&SeasonDay, NaiveDate),
        former: Option<(&Reading, &Assessment)>,
        (is_wanted, scratch): (impl Fn(&str) -> bool, &mut Scratch),
    ) -> Option<Outline> {
        let told = (is_wanted, scratch);
        crate::eval::outline(self, dossier, (season, today), former, told)
    }

    /// As [`Self::assess`], without what explains it: the explanations of clauses are empty, and
    /// levels and routes name no clauses or routes that decided. Its JSON is the same.
    pub fn bare(&self, dossier: &Dossier, season: &SeasonDay, today: NaiveDate) -> Assessment {
        crate::eval::bare(self, dossier, season, today)
    }

    /// What a line of a table says of a dossier: of its levels and routes what [`Self::bare`] says, of the score the total,
    /// and of gates and what routes require the verdicts at the level `target`. Neither they nor
    /// routes beside the gates are said to rest on anything. `scratch` is room that is used again from one dossier to the next.
    pub fn line(
        &self,
        (dossier, subject): (&Dossier, &Subject),
        (season, today): (&SeasonDay, NaiveDate),
        (target, scratch): (Option<&str>, &mut Scratch),
    ) -> Line {
        let parts = (dossier, subject);
        crate::eval::line(self, parts, (season, today), (target, scratch))
    }

    /// For each paper of the book, in its order, whether the target level asks for it; while no
    /// level is chosen, what all levels agree on.
    pub fn materials(
        &self,
        dossier: &Dossier,
        season: &SeasonDay,
        today: NaiveDate,
    ) -> Vec<Verdict> {
        crate::eval::materials(self, dossier, season, today)
    }
}

#[cfg(test)]
impl Engine {
    /// The engine of the shipped book.
    pub(crate) fn shipped() -> Self {
        let books = shipped::books().iter();
        let mut books = books.filter(|book| book.id == "zhejiang-safety-2019");
        let book = books.next().unwrap();
        Self::new(book.read().unwrap(), book.compiled()).unwrap()
    }
}

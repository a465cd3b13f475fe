//! What is handed in at the command line: a dossier with its book, its season and its files.

mod evidence;

use std::path::{Path, PathBuf};
use std::rc::Rc;

use assess::{Assessment, Engine};
use chrono::{Datelike, NaiveDate};
use dossier::{Dossier, Pledge};
use package::name::UNICODE;
use package::readiness::{self, Conditions, Extra, Obstacle, TargetChoice};
use package::subject::Submission;
use rulebook::SeasonDay;

use crate::books::Books;
use crate::input;
use crate::verify::target;

pub(crate) use evidence::{Evidence, pass};

/// How a dossier is looked at.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Terms<'a> {
    pub(crate) season: Option<i32>,
    pub(crate) today: NaiveDate,
    /// The target profile by its id; `none` for none.
    pub(crate) target: Option<&'a str>,
    /// The folders of the evidence.
    pub(crate) files: &'a [PathBuf],
}

/// A dossier with what belongs to it.
pub(crate) struct Handed {
    pub(crate) engine: Rc<Engine>,
    pub(crate) season: SeasonDay,
    pub(crate) dossier: Dossier,
    pub(crate) evidence: Evidence,
    pub(crate) assessment: Assessment,
}

impl Handed {
    /// Reads a dossier and the files that it names.
    pub(crate) fn read(path: &Path, books: &mut Books, terms: &Terms<'_>) -> Result<Self, String> {
        let bytes = input::file(path).map_err(|error| error.text())?;
        let dossier = Dossier::read(&bytes);
        let dossier = dossier.map_err(|error| wording::fault::dossier_error(&error).whole())?;
        let engine = books.engine(&dossier.book)?;
        let year = terms.season.or(dossier.season);
        let season = books.season(engine.book(), year.unwrap_or_else(|| terms.today.year()))?;
        let choice = target(terms.target);
        let held = readiness::target(engine.book(), &dossier, choice);
        if held.is_none() && matches!(choice, TargetChoice::Named(_)) {
            return Err(wording::cli::NO_TARGET.to_owned());
        }
        let evidence = Evidence::read(terms.files, &dossier)?;
        let assessment = engine.assess(&dossier, &season, terms.today);
        Ok(Self {
            engine,
            season,
            dossier,
            evidence,
            assessment,
        })
    }

    /// What is handed in.
    pub(crate) fn submission(&self) -> Submission<'_> {
        Submission {
            engine: &self.engine,
            season: &self.season,
            dossier: &self.dossier,
            files: &self.evidence.files,
        }
    }

    /// The return check.
    pub(crate) fn precheck(&self, pledge: Option<&Pledge>, terms: &Terms<'_>) -> Vec<Obstacle> {
        let book = self.engine.book();
        let conditions = Conditions {
            today: terms.today,
            unicode: UNICODE,
            target: readiness::target(book, &self.dossier, target(terms.target)),
        };
        let extra = Extra {
            looks: &self.evidence.looks,
            assessment: Some(&self.assessment),
        };
        readiness::precheck(&self.submission(), pledge, &conditions, &extra)
    }
}

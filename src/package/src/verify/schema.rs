//! The parts, read strictly: each has exactly one spelling.

use {
    super::{Finding, Part, Parts},
    crate::{layout, season_file},
    assess::Engine,
    dossier::{Dossier, Pledge},
    json::Json,
    rulebook::SeasonDay,
};

/// The parts that could be read.
pub(super) struct Read {
    pub(super) dossier: Option<Dossier>,
    pub(super) engine: Option<Engine>,
    pub(super) season: Option<SeasonDay>,
    pub(super) pledge: Option<Pledge>,
    pub(super) assessment: Option<Json>,
    pub(super) metadata: Option<Json>,
}

pub(super) fn read(parts: &Parts, findings: &mut Vec<Finding>) -> Read {
    let mut reader = Reader { parts, findings };
    Read {
        dossier: reader.dossier(),
        engine: reader.engine(),
        season: reader.season(),
        pledge: reader.pledge(),
        assessment: reader.json(layout::ASSESSMENT),
        metadata: reader.json(layout::CRATE),
    }
}

struct Reader<'a> {
    parts: &'a Parts,
    findings: &'a mut Vec<Finding>,
}

impl<'a> Reader<'a> {
    /// Bytes of a part; one that is not there is a finding already.
    fn bytes(&mut self, file: &'static str) -> Option<&'a [u8]> {
        match self.parts.get(file)? {
            Part::Bytes(bytes) => Some(bytes),
            Part::TooLarge => self.refuse(Finding::TooLarge(file)),
            Part::Unsteady => self.refuse(Finding::Unsteady(file)),
        }
    }

    fn refuse<T>(&mut self, finding: Finding) -> Option<T> {
        self.findings.push(finding);
        None
    }

    fn json(&mut self, file: &'static str) -> Option<Json> {
        let bytes = self.bytes(file)?;
        match Json::parse(bytes) {
            Ok(json) => {
                self.spelled(file, bytes, &json.canonical());
                Some(json)
            }
            Err(error) => self.refuse(Finding::NotJson { file, error }),
        }
    }

    /// Notes a part that is spelled otherwise than it must be.
    fn spelled(&mut self, file: &'static str, bytes: &[u8], expected: &str) {
        let finding = Finding::NotCanonical(file);
        if bytes != expected.as_bytes() && !self.findings.contains(&finding) {
            self.findings.push(finding);
        }
    }

    fn dossier(&mut self) -> Option<Dossier> {
        let json = self.json(layout::DOSSIER)?;
        match Dossier::from_json(&json) {
            Ok(dossier) => {
                let bytes = self.bytes(layout::DOSSIER)?;
                self.spelled(layout::DOSSIER, bytes, &dossier.to_json().canonical());
                Some(dossier)
            }
            Err(error) => self.refuse(Finding::Dossier(error)),
        }
    }

    fn engine(&mut self) -> Option<Engine> {
        self.json(layout::RULEBOOK)?;
        let bytes = self.bytes(layout::RULEBOOK)?;
        let book = match rulebook::read_book(bytes) {
            Ok(book) => book,
            Err(errors) => return self.refuse(Finding::Book(errors)),
        };
        match Engine::new(book, &rulebook::digest(bytes)) {
            Ok(engine) => Some(engine),
            Err(error) => self.refuse(Finding::Engine(error)),
        }
    }

    fn season(&mut self) -> Option<SeasonDay> {
        let json = self.json(layout::SEASON)?;
        match season_file::read(&json) {
            Ok(season) => Some(season),
            Err(key) => self.refuse(Finding::Season(key)),
        }
    }

    fn pledge(&mut self) -> Option<Pledge> {
        let json = self.json(layout::PLEDGE)?;
        match Pledge::from_json(&json) {
            Ok(pledge) => {
                let bytes = self.bytes(layout::PLEDGE)?;
                self.spelled(layout::PLEDGE, bytes, &pledge.to_json().canonical());
                Some(pledge)
            }
            Err(error) => self.refuse(Finding::Pledge(error)),
        }
    }
}

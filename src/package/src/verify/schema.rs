//! The parts, read strictly: each has exactly one spelling.

use {
    super::{BookReader, Finding, Part, Parts, Receiver},
    crate::{layout, season_file},
    assess::Engine,
    dossier::{Dossier, Pledge},
    json::Json,
    rulebook::{Compiled, SeasonDay},
    std::rc::Rc,
};

/// The parts that could be read.
pub(super) struct Read {
    pub(super) dossier: Option<Dossier>,
    pub(super) engine: Option<Rc<Engine>>,
    pub(super) season: Option<SeasonDay>,
    pub(super) pledge: Option<Pledge>,
    pub(super) assessment: Option<Json>,
    pub(super) metadata: Option<Json>,
}

pub(super) fn read(parts: &Parts, receiver: &Receiver<'_>, findings: &mut Vec<Finding>) -> Read {
    let mut reader = Reader { parts, findings };
    let _ = reader.bytes(layout::REPORT);
    Read {
        dossier: reader.dossier(),
        engine: reader.engine(receiver),
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
                self.spelled(file, bytes == json.canonical().as_bytes());
                Some(json)
            }
            Err(error) => self.refuse(Finding::NotJson { file, error }),
        }
    }

    /// Notes a part that is spelled otherwise than it must be.
    fn spelled(&mut self, file: &'static str, right: bool) {
        let finding = Finding::NotCanonical(file);
        if !right && !self.findings.contains(&finding) {
            self.findings.push(finding);
        }
    }

    fn dossier(&mut self) -> Option<Dossier> {
        let json = self.json(layout::DOSSIER)?;
        match Dossier::from_json(&json) {
            Ok(dossier) => {
                // Equal values have one canonical spelling, which was looked at above.
                self.spelled(layout::DOSSIER, json == dossier.to_json());
                Some(dossier)
            }
            Err(error) => self.refuse(Finding::Dossier(error)),
        }
    }

    /// The engine of the packed book: one at hand when it is the same book.
    fn engine(&mut self, receiver: &Receiver<'_>) -> Option<Rc<Engine>> {
        let bytes = self.bytes(layout::RULEBOOK)?;
        let mut known = receiver.engines.iter();
        if let Some(engine) = known.find(|engine| engine.text().as_bytes() == bytes) {
            return Some(Rc::clone(engine));
        }
        match receiver.reader {
            Some(reader) => self.unknown(bytes, reader),
            None => self.refuse(Finding::BookForeign(rulebook::digest(bytes))),
        }
    }

    fn unknown(&mut self, bytes: &[u8], reader: BookReader) -> Option<Rc<Engine>> {
        self.json(layout::RULEBOOK)?;
        let book = match reader(bytes) {
            Ok(book) => book,
            Err(said) => return self.refuse(Finding::Book(said)),
        };
        let text = String::from_utf8_lossy(bytes).into_owned();
        match Engine::new(book, Compiled::from_text(text)) {
            Ok(engine) => Some(Rc::new(engine)),
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
                self.spelled(layout::PLEDGE, json == pledge.to_json());
                Some(pledge)
            }
            Err(error) => self.refuse(Finding::Pledge(error)),
        }
    }
}

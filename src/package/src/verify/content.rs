//! From what was taken in to what is found.

use {
    super::{
        Content, Finding, Part, Parts, Receiver, Verification, bag_findings, difference, evidence,
        profile,
        schema::{self, Read},
    },
    crate::{
        bag::{self, Info},
        intake::Intake,
        layout,
        pledge::{self, PledgeState},
        readiness::{self, Conditions, ObstacleKind},
        ro_crate,
        severity::Severity,
        subject::{ShortCode, Subject, Submission},
    },
    assess::Assessment,
    chrono::NaiveDate,
    dossier::Pledge,
    json::Json,
    order::{arranged, sorted},
};

/// Looks at everything that was taken in.
pub(super) fn judge(intake: &Intake, mut parts: Parts, receiver: &Receiver<'_>) -> Verification {
    let mut judge = Judge {
        receiver,
        findings: Vec::new(),
        info: Info::default(),
    };
    judge.container(intake);
    let content = if intake.archive.is_some() {
        judge.bag(intake);
        judge.parts(intake, &parts)
    } else {
        None
    };
    let files = intake.listing.files();
    let report = match parts.get_mut(layout::REPORT) {
        Some(Part::Bytes(bytes)) => Some(std::mem::take(bytes)),
        _ => None,
    };
    Verification {
        findings: by_layer(judge.findings),
        files: files.len(),
        bytes: files
            .values()
            .fold(0, |sum, facts| sum.saturating_add(facts.size)),
        report,
        content,
        same_program: profile::same_program(&judge.info),
    }
}

/// Findings from the outermost layer in; those of a layer stay in order.
fn by_layer(findings: Vec<Finding>) -> Vec<Finding> {
    let layer = |position: usize| findings.get(position).map(Finding::layer);
    let order = sorted(findings.len(), &mut |a, b| layer(a).cmp(&layer(b)));
    arranged(findings, &order)
}

struct Judge<'a> {
    receiver: &'a Receiver<'a>,
    findings: Vec<Finding>,
    info: Info,
}

impl Judge<'_> {
    fn container(&mut self, intake: &Intake) {
        let findings = intake.findings.iter().cloned();
        self.findings.extend(findings.map(Finding::Container));
        if !intake.root.is_empty() {
            let folder = intake.root.trim_end_matches('/').to_owned();
            self.findings.push(Finding::Folder(folder));
        }
        let aside = intake.aside.iter().cloned();
        self.findings.extend(aside.map(Finding::Aside));
    }

    fn bag(&mut self, intake: &Intake) {
        let unicode = self.receiver.settings.options.unicode;
        let validation = bag::validate(&intake.listing, unicode);
        self.info = validation.info;
        self.findings
            .extend(bag_findings(intake, validation.findings));
        let paths = evidence::paths(intake, unicode);
        profile::files(&paths, &mut self.findings);
    }

    fn parts(&mut self, intake: &Intake, parts: &Parts) -> Option<Content> {
        let date = profile::date(&self.info, self.receiver.today, &mut self.findings);
        let read = schema::read(parts, self.receiver, &mut self.findings);
        let before = self.findings.len();
        self.metadata(intake, &read);
        let sound = self.findings.len() == before;
        let Read {
            dossier,
            engine,
            season,
            pledge,
            assessment: packed,
            metadata,
        } = read;
        let dossier = dossier?;
        let unicode = self.receiver.settings.options.unicode;
        let evidence = evidence::match_up(intake, &dossier, unicode, &mut self.findings);
        let (engine, season) = (engine?, season?);
        let today = self.receiver.today;
        let on = date.map_or(today, |date| date.min(today));
        let assessment = engine.assess(&dossier, &season, on);
        let submission = Submission {
            engine: &engine,
            season: &season,
            dossier: &dossier,
            files: &evidence,
        };
        let subject = submission.subject();
        let code = subject.code();
        self.readiness(&submission, on);
        profile::info(&self.info, &submission, code, &mut self.findings);
        self.pledge(pledge.as_ref(), (&submission, &subject), on);
        self.assessment(packed.as_ref(), &assessment);
        self.rules(&submission);
        if let (true, Some(metadata), Some(date)) = (sound, metadata, date) {
            self.metadata_anew(intake, &metadata, (&submission, code, date));
        }
        Some(Content {
            engine,
            season,
            dossier,
            evidence,
            pledge,
            date,
            subject,
            code,
            assessment,
        })
    }

    fn metadata(&mut self, intake: &Intake, read: &Read) {
        let Some(metadata) = &read.metadata else {
            return;
        };
        let paths = evidence::paths(intake, self.receiver.settings.options.unicode);
        let payload = paths
            .iter()
            .filter(|(path, _)| path.starts_with(layout::PAYLOAD))
            .map(|(path, found)| (path.as_str(), found.size));
        let faults = ro_crate::check(metadata, payload);
        self.findings.extend(faults.into_iter().map(Finding::Crate));
    }

    /// Writes the metadata anew, for whatever the check of its parts does not
    /// look at.
    fn metadata_anew(
        &mut self,
        intake: &Intake,
        packed: &Json,
        (submission, code, date): (&Submission<'_>, ShortCode, NaiveDate),
    ) {
        let size = |path| intake.listing.files().get(path).map_or(0, |file| file.size);
        let parts = layout::PARTS.into_iter();
        let parts = parts.filter(|path| *path != layout::CRATE);
        let parts: Vec<_> = parts.map(|path| (path, size(path))).collect();
        let expected = ro_crate::write((submission, code), &parts, date);
        if let Some(difference) = difference::first(packed, &expected) {
            self.findings.push(Finding::CrateDiffers {
                difference,
                same_program: profile::same_program(&self.info),
            });
        }
    }

    /// What keeps the dossier from being sealed, but for files and pledge,
    /// which are layers of their own.
    fn readiness(&mut self, submission: &Submission<'_>, today: NaiveDate) {
        let conditions = Conditions {
            today,
            unicode: self.receiver.settings.options.unicode,
            target: None,
        };
        let obstacles = readiness::readiness(submission, None, &conditions);
        let obstacles = obstacles.into_iter().filter(|obstacle| {
            obstacle.severity() == Severity::Error
                && !matches!(
                    obstacle.kind,
                    ObstacleKind::FileAbsent | ObstacleKind::FileUnnamed | ObstacleKind::NoPledge
                )
        });
        self.findings.extend(obstacles.map(Finding::NotReady));
    }

    /// Whether the pledge holds for what is here.
    fn pledge(
        &mut self,
        pledge: Option<&Pledge>,
        of: (&Submission<'_>, &Subject),
        today: NaiveDate,
    ) {
        let state = pledge.map(|pledge| pledge::state_of(pledge, of, today));
        if let Some(PledgeState::Void(faults)) = state {
            self.findings
                .extend(faults.into_iter().map(Finding::PledgeVoid));
        }
    }

    fn assessment(&mut self, packed: Option<&Json>, reckoned: &Assessment) {
        let Some(packed) = packed else { return };
        if let Some(difference) = difference::first(packed, &reckoned.to_json()) {
            self.findings.push(Finding::Assessment(difference));
        }
    }

    fn rules(&mut self, submission: &Submission<'_>) {
        let (engine, packed) = (submission.engine, submission.season);
        let reference = engine.reference();
        let mut known = self.receiver.engines.iter();
        if !known.any(|known| known.reference().digest == reference.digest) {
            self.findings.push(Finding::BookUnknown {
                id: reference.id.clone(),
                digest: reference.digest.clone(),
            });
        }
        let known = rulebook::resolve_season(engine.book(), self.receiver.seasons, packed.year);
        if known.as_ref() != Some(packed) {
            self.findings.push(Finding::SeasonUnknown {
                packed: packed.cut_off,
                known: known.map(|known| known.cut_off),
            });
        }
    }
}

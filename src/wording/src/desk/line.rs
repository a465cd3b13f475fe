//! From what was read to a line of the table, with everything that is wrong in words.

use std::rc::Rc;

use assess::{Engine, Problem, ProblemKind, Severity};
use chrono::{Datelike, NaiveDate};
use dossier::Dossier;
use package::endorse::Endorsed;
use package::severity::Severity as Weight;
use package::subject::File;
use package::verify::Verification;
use rulebook::{Book, Season, SeasonDay, StatedRecords, resolve_season};
use screening::{
    Entered, Judged, LookFault, Origin, Package, Recall, Refused, Said, Screened,
    Severity as Grave, Subject, Told, Typed,
};

use crate::finding::{self, verified};

/// Who screens: the books and seasons known here.
#[derive(Clone, Copy, Debug)]
pub struct Desk<'a> {
    /// The books.
    pub engines: &'a [Rc<Engine>],
    /// The seasons.
    pub seasons: &'a [Season],
    /// The season asked for; that of the dossier, else of today, when none is.
    pub season: Option<i32>,
    /// The day.
    pub today: NaiveDate,
}

/// Where a candidate was found.
#[derive(Clone, Copy, Debug)]
pub struct Found<'a> {
    /// The file, and the row in it.
    pub input: &'a str,
    /// Where it came from.
    pub origin: Origin,
    /// The name to go by where the dossier has none.
    pub name: &'a str,
}

impl<'a> Found<'a> {
    /// What the line is made of: where it was found, the files that go with it, and what is wrong with it.
    const fn with(self, files: &'a [File], problems: Vec<Told>) -> Subject<'a> {
        Subject {
            input: self.input,
            origin: self.origin,
            name: self.name,
            files,
            problems,
        }
    }
}

impl<'a> Desk<'a> {
    /// The book that is known by an id.
    pub fn known(&self, book: &str) -> Option<&'a Rc<Engine>> {
        self.engines.iter().find(|engine| engine.book().id == book)
    }
}

/// The line of a dossier.
///
/// # Errors
/// When its book or season is not known here.
pub fn of_draft(
    desk: &Desk<'_>,
    found: Found<'_>,
    (dossier, files): (&Dossier, &[File]),
    mut problems: Vec<Told>,
) -> Result<Screened, Refused> {
    let (engine, season) = under(desk, found, dossier)?;
    // No line tells reasons.
    let assessment = engine.bare(dossier, &season, desk.today);
    problems.extend(
        assessment
            .problems
            .iter()
            .map(|problem| of_problem(engine.book(), problem)),
    );
    let judged = Judged {
        engine,
        known: Some(engine),
        season: &season,
        dossier,
        assessment: &assessment,
        today: desk.today,
    };
    Ok(Screened::of(found.with(files, problems), &judged))
}

/// One of many, of whom the same is asked: what was entered is typed, and not judged yet.
///
/// Typing, judging and putting into words are steps of their own, so that each can be done for some of them before the next.
#[derive(Clone, Debug)]
pub struct Person<'a> {
    asked: Asked<'a>,
    typed: Typed,
    /// What is wrong with the answers.
    problems: Vec<Told>,
}

/// By what somebody is judged.
#[derive(Clone, Debug)]
struct Asked<'a> {
    engine: &'a Engine,
    season: SeasonDay,
    today: NaiveDate,
    /// Whether only the verdicts are looked for.
    brief: bool,
}

impl Asked<'_> {
    /// The same with what was entered.
    fn of<'e>(&'e self, dossier: &'e Dossier) -> Entered<'e> {
        Entered {
            engine: self.engine,
            season: &self.season,
            today: self.today,
            dossier,
            brief: self.brief,
        }
    }
}

impl<'a> Person<'a> {
    /// Of a dossier.
    ///
    /// # Errors
    /// When its book or season is not known here.
    pub fn of_dossier(
        desk: &Desk<'a>,
        found: Found<'_>,
        (dossier, brief): (&Dossier, bool),
    ) -> Result<Self, Refused> {
        let (engine, season) = under(desk, found, dossier)?;
        let reading = engine.read(dossier, &season, desk.today);
        let problems = reading.problems.iter();
        let problems = problems.map(|problem| of_problem(engine.book(), problem));
        Ok(Self {
            problems: problems.collect(),
            typed: reading.subject.into(),
            asked: Asked {
                engine,
                season,
                today: desk.today,
                brief,
            },
        })
    }

    /// Of a dossier with these records beside the answers that it has, which are read by the book of its id that the desk
    /// knows; none where there is anything to be told of them. `recall` is what is remembered from one to the next.
    pub fn of_stated(
        desk: &Desk<'a>,
        (dossier, records, brief): (&Dossier, &StatedRecords<'_>, bool),
        recall: &mut Recall,
    ) -> Option<Self> {
        let (engine, season) = sought(desk, dossier).ok()?;
        let asked = Asked {
            engine,
            season,
            today: desk.today,
            brief,
        };
        let typed = recall.typed(&asked.of(dossier), records)?;
        Some(Self {
            asked,
            typed,
            problems: Vec::new(),
        })
    }

    /// What is said of them; the dossier is that of which they were made.
    pub fn judged(&self, dossier: &Dossier, recall: &mut Recall) -> Said {
        recall.said(&self.asked.of(dossier), &self.typed)
    }

    /// The line of which that is said; `problems` are those of the row.
    pub fn line(
        self,
        found: Found<'_>,
        (dossier, files): (&Dossier, &[File]),
        (said, mut problems): (Said, Vec<Told>),
    ) -> Screened {
        problems.extend(self.problems);
        let subject = found.with(files, problems);
        let entered = self.asked.of(dossier);
        Screened::one_of_many(subject, &entered, (self.typed, said))
    }
}

/// Book and season of a dossier.
fn under<'a>(
    desk: &Desk<'a>,
    found: Found<'_>,
    dossier: &Dossier,
) -> Result<(&'a Rc<Engine>, SeasonDay), Refused> {
    let refuse = |message: String| refused(found, "book-or-season-unknown", "", message);
    sought(desk, dossier).map_err(refuse)
}

/// The same, or why there is none.
fn sought<'a>(desk: &Desk<'a>, dossier: &Dossier) -> Result<(&'a Rc<Engine>, SeasonDay), String> {
    let Some(engine) = desk.known(&dossier.book) else {
        let known = desk.engines.iter();
        let known: Vec<&str> = known.map(|engine| engine.book().id.as_str()).collect();
        return Err(crate::command::unknown_book(&dossier.book, &known));
    };
    let year = desk.season.or(dossier.season);
    let year = year.unwrap_or_else(|| desk.today.year());
    let season = resolve_season(engine.book(), desk.seasons, year);
    let season = season.ok_or_else(|| crate::command::no_such_season(year))?;
    Ok((engine, season))
}

/// The line of a package, by the book in it.
///
/// # Errors
/// When nothing of its content could be read; the findings say why.
pub fn of_package(
    desk: &Desk<'_>,
    found: Found<'_>,
    verification: &Verification,
) -> Result<Screened, Refused> {
    let book = verification
        .content
        .as_ref()
        .map(|content| content.engine.book());
    let findings: Vec<Told> = verification
        .findings
        .iter()
        .map(|finding| told(verified(book, finding)))
        .collect();
    let Some(content) = &verification.content else {
        return Err(Refused::new(found.input, found.origin, findings));
    };
    let today = content.date.map_or(desk.today, |date| date.min(desk.today));
    let own = content.engine.book();
    let problems = content
        .assessment
        .problems
        .iter()
        .map(|problem| of_problem(own, problem));
    let judged = Judged {
        engine: &content.engine,
        known: desk.known(&own.id).map(AsRef::as_ref),
        season: &content.season,
        dossier: &content.dossier,
        assessment: &content.assessment,
        today,
    };
    let subject = found.with(&content.evidence, problems.collect());
    let mut line = Screened::of(subject, &judged);
    line.package = Some(Package {
        valid: verification.is_valid(),
        code: content.code.to_string(),
        findings,
    });
    Ok(line)
}

/// The line of a package with the employer's part around it; what was found about that part comes first.
///
/// # Errors
/// When nothing of the applicant's content could be read; the findings say why.
pub fn of_endorsed(
    desk: &Desk<'_>,
    found: Found<'_>,
    endorsed: &Endorsed,
) -> Result<Screened, Refused> {
    let application = endorsed.application.as_ref();
    let content = application.and_then(|application| application.content.as_ref());
    let book = content.map(|content| content.engine.book());
    let own: Vec<Told> = endorsed
        .findings
        .iter()
        .map(|finding| super::endorsed(book, finding))
        .collect();
    let Some(application) = application else {
        return Err(Refused::new(found.input, found.origin, own));
    };
    let mut line = of_package(desk, found, application).map_err(|mut refused| {
        refused.problems.splice(0..0, own.clone());
        refused
    })?;
    if let Some(package) = &mut line.package {
        package.valid = endorsed.is_valid();
        package.findings.splice(0..0, own);
    }
    Ok(line)
}

/// A file from which no candidate came.
pub fn of_fault(found: Found<'_>, fault: &LookFault) -> Refused {
    match fault {
        LookFault::Dossier(error) => {
            let message = crate::fault::dossier_error(error).whole();
            refused(found, "dossier", &error.place, message)
        }
        LookFault::TooLarge => refused(
            found,
            "too-large",
            "",
            crate::command::too_large(screening::MOST_BYTES),
        ),
        LookFault::Damaged(damage) => {
            let told = told(finding::container(damage));
            Refused::new(found.input, found.origin, vec![told])
        }
    }
}

fn refused(found: Found<'_>, code: &str, place: &str, message: String) -> Refused {
    let told = Told {
        code: code.to_owned(),
        severity: Grave::Error,
        place: place.to_owned(),
        message,
    };
    Refused::new(found.input, found.origin, vec![told])
}

/// What is wrong with a roster beside its candidates.
pub fn refused_roster(input: &str, problems: &[roster::Problem]) -> Refused {
    let problems = problems.iter().map(of_roster);
    Refused::new(input, Origin::Roster, problems.collect())
}

/// A problem of a roster.
pub fn of_roster(problem: &roster::Problem) -> Told {
    let severity = match problem.kind.severity() {
        roster::Severity::Note => Grave::Notice,
        _ => Grave::Error,
    };
    let message = super::roster_problem(problem).whole();
    Told {
        code: problem.kind.code().to_owned(),
        severity,
        place: super::roster_place(&problem.place),
        message: if problem.value.is_empty() {
            message
        } else {
            format!("{}：{message}", crate::plain::quoted(&problem.value))
        },
    }
}

/// A finding.
pub fn told(found: finding::Told) -> Told {
    Told {
        code: found.code.to_owned(),
        severity: match found.severity {
            Weight::Notice => Grave::Notice,
            Weight::Warning => Grave::Warning,
            Weight::Error => Grave::Error,
        },
        place: found.place,
        message: found.message.whole(),
    }
}

/// A problem of an answer. An identity number decides nothing here: what is wrong with it is only to be looked at.
fn of_problem(book: &Book, problem: &Problem) -> Told {
    let identity = matches!(
        problem.kind,
        ProblemKind::ResidentId(_)
            | ProblemKind::ResidentIdSex
            | ProblemKind::ResidentIdBirthDate { .. }
    );
    let severity = match problem.severity() {
        Severity::Note => Grave::Notice,
        Severity::Refused if identity => Grave::Warning,
        Severity::Refused => Grave::Error,
    };
    Told {
        code: "answer".to_owned(),
        severity,
        place: crate::place(book, &problem.place),
        message: crate::problem(book, problem).whole(),
    }
}

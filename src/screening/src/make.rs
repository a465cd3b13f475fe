//! From an assessment to a line.

use assess::{
    Assessment, ChangeSubject, ClauseLine, Decision, Engine, LevelLine, RouteLine, Span, Verdict,
    Verdicts, changes,
};
use chrono::NaiveDate;
use dossier::{Answer, Dossier};
use package::subject::File;
use rulebook::{Authority, Book, ClauseKind, SeasonDay};

use crate::claims::keys;
use crate::screened::{
    Book as Reference, Change, Coverage, Entry, Level, Missing, Named, Origin, Route, Score,
    Screened, Told,
};

/// Whose line it is.
#[derive(Clone, Debug)]
pub struct Subject<'a> {
    /// The file, and the row in it.
    pub input: &'a str,
    /// Where it came from.
    pub origin: Origin,
    /// The name to go by where the dossier has none.
    pub name: &'a str,
    /// The evidence files with their digests; none where nobody has looked.
    pub files: &'a [File],
    /// What is wrong with answers or row, in words.
    pub problems: Vec<Told>,
}

/// A dossier that was judged.
#[derive(Clone, Copy, Debug)]
pub struct Judged<'a> {
    /// The book it was judged by.
    pub engine: &'a Engine,
    /// The book of the same id that is known here; none when there is none.
    pub known: Option<&'a Engine>,
    /// The season.
    pub season: &'a SeasonDay,
    /// What was entered.
    pub dossier: &'a Dossier,
    /// What came of it.
    pub assessment: &'a Assessment,
    /// The day on which it was judged.
    pub today: NaiveDate,
}

impl Screened {
    /// The line of a candidate. What a package adds is for the caller to put in.
    pub fn of(subject: Subject<'_>, judged: &Judged<'_>) -> Self {
        let book = judged.engine.book();
        let target = target(book, judged.dossier);
        let score = judged.assessment.score.as_ref();
        let total = score.map(|sheet| (sheet.total, sheet.line));
        let said = Said::of(book, (&judged.assessment.levels, total), target);
        let known = judged.known;
        let mut own = Self::saying(
            subject,
            (judged.engine, judged.season, judged.dossier),
            said,
        );
        own.book.known = known.is_some_and(|known| known.reference().digest == own.book.digest);
        own.changes = changed(judged);
        own
    }

    /// The line of a candidate of whom all is said that is judged, under a book of which it is not said whether it is known.
    pub(crate) fn saying(
        subject: Subject<'_>,
        (engine, season, dossier): (&Engine, &SeasonDay, &Dossier),
        said: Said,
    ) -> Self {
        let book = engine.book();
        let answer = |question: &str| dossier.answer(question).and_then(Answer::text);
        let category = book.roles.category.as_deref().and_then(answer);
        let employer = book.roles.employer.as_deref().and_then(answer);
        let name = answer(&book.roles.name).unwrap_or(subject.name);
        Self {
            format: Self::FORMAT.to_owned(),
            input: subject.input.to_owned(),
            origin: subject.origin,
            brief: false,
            name: name.to_owned(),
            employer: employer.unwrap_or_default().to_owned(),
            level: target(book, dossier).and_then(|id| named(&said.levels, id)),
            category: category.and_then(|id| {
                let found = book.category.iter().find(|category| category.id == id)?;
                Some(Named {
                    id: id.to_owned(),
                    label: found.label.clone(),
                })
            }),
            score: said.score,
            missing: said.missing,
            unanswered: unanswered(book, dossier),
            earliest: said.earliest,
            package: None,
            evidence: coverage((book, dossier), subject.files),
            stand_ins: said.stand_ins,
            book: reference(engine),
            season: season.year,
            cut_off: season.cut_off,
            changes: Vec::new(),
            problems: subject.problems,
            keys: keys(book, dossier, subject.files),
            levels: said.levels,
        }
    }
}

/// The id of the level applied for, as it was entered.
pub(crate) fn target<'d>(book: &Book, dossier: &'d Dossier) -> Option<&'d str> {
    dossier.answer(&book.roles.level).and_then(Answer::text)
}

/// What a line says that was judged: the same of all who entered the same.
#[derive(Clone, Debug)]
pub struct Said {
    levels: Vec<Level>,
    score: Option<Score>,
    missing: Vec<Missing>,
    earliest: Option<i32>,
    stand_ins: Vec<Entry>,
}

impl Said {
    /// What is said of a candidate who applies for this level.
    pub(crate) fn of(
        book: &Book,
        (levels, total): (&[LevelLine], Option<(Span, i64)>),
        target: Option<&str>,
    ) -> Self {
        let lines = levels.iter();
        let line = lines.clone().find(|line| Some(line.id.as_str()) == target);
        Self {
            levels: lines.map(|line| level(book, line)).collect(),
            score: total.map(|(total, line)| Score {
                low: total.low,
                high: total.high,
                line,
            }),
            missing: line.map(|line| missing(book, line)).unwrap_or_default(),
            earliest: line.and_then(earliest),
            stand_ins: line.map(stand_ins).unwrap_or_default(),
        }
    }

    /// The verdicts alone.
    pub(crate) fn brief(book: &Book, verdicts: &mut Verdicts<'_>) -> Self {
        Self {
            levels: brief_levels(book, verdicts),
            score: None,
            missing: Vec::new(),
            earliest: None,
            stand_ins: Vec::new(),
        }
    }
}

/// The levels with their verdicts alone.
fn brief_levels(book: &Book, verdicts: &mut Verdicts<'_>) -> Vec<Level> {
    let said = |decision: Option<Decision>| {
        let verdict = decision.map_or(Verdict::Open, |decision| decision.verdict);
        verdict.id().into()
    };
    let levels = book.level.iter().enumerate().map(|(at, level)| {
        let verdict = said(verdicts.level(at));
        let own = book.route.iter().filter(|route| route.level == level.id);
        let routes = own.enumerate().map(|(place, route)| Route {
            id: route.id.clone(),
            label: route.label.clone(),
            verdict: said(verdicts.route(at, place)),
            beside_gates: "".into(),
            reference: false,
            earliest: None,
        });
        Level {
            id: level.id.clone(),
            label: level.label.clone(),
            verdict,
            reference: false,
            routes: routes.collect(),
            recommended: None,
        }
    });
    levels.collect()
}

fn named(levels: &[Level], id: &str) -> Option<Named> {
    let level = levels.iter().find(|level| level.id == id)?;
    let (id, label) = (level.id.clone(), level.label.clone());
    Some(Named { id, label })
}

fn level(book: &Book, line: &LevelLine) -> Level {
    let label = book.level.iter().find(|level| level.id == line.id);
    let route = |route: &RouteLine| {
        let mut routes = book.route.iter().filter(|found| found.level == line.id);
        let found = routes.find(|found| found.id == route.id);
        Route {
            id: route.id.clone(),
            label: found.map_or_else(|| route.id.clone(), |found| found.label.clone()),
            verdict: route.conclusion.verdict.id().into(),
            beside_gates: route.beside_gates.verdict.id().into(),
            reference: route.conclusion.is_reference(),
            earliest: route.earliest.year,
        }
    };
    Level {
        id: line.id.clone(),
        label: label.map_or_else(|| line.id.clone(), |level| level.label.clone()),
        verdict: line.conclusion.verdict.id().into(),
        reference: line.conclusion.is_reference(),
        routes: line.routes.iter().map(route).collect(),
        recommended: line.recommended.clone(),
    }
}

fn earliest(line: &LevelLine) -> Option<i32> {
    line.routes
        .iter()
        .filter_map(|route| route.earliest.year)
        .min()
}

/// The gates that are not met, and what the route that lacks least lacks besides; nothing when the level is met.
fn missing(book: &Book, line: &LevelLine) -> Vec<Missing> {
    if line.conclusion.verdict == Verdict::Met {
        return Vec::new();
    }
    let lacks = |clause: &&ClauseLine| clause.conclusion.verdict != Verdict::Met;
    let of_route = |route: &RouteLine| -> Vec<&ClauseLine> {
        let required = route.requires.iter().filter_map(|id| line.clause(id));
        required.filter(lacks).collect()
    };
    let weight = |clauses: &[&ClauseLine]| {
        let failed = clauses
            .iter()
            .filter(|clause| clause.conclusion.verdict == Verdict::NotMet);
        (failed.count(), clauses.len())
    };
    let routes = line.routes.iter().map(of_route);
    let least = routes
        .min_by_key(|clauses| weight(clauses))
        .unwrap_or_default();
    let gates = line.gates().filter(lacks);
    let labels = &book.clause;
    gates
        .chain(
            least
                .into_iter()
                .filter(|clause| clause.kind != ClauseKind::Gate),
        )
        .map(|clause| {
            let found = labels.iter().find(|found| found.id == clause.id);
            Missing {
                id: clause.id.clone(),
                label: found.map_or_else(|| clause.id.clone(), |found| found.title.clone()),
                verdict: clause.conclusion.verdict.id().into(),
            }
        })
        .collect()
}

fn unanswered(book: &Book, dossier: &Dossier) -> Vec<String> {
    let questions = book.question.iter();
    let open = questions.filter(|asked| asked.needed && dossier.answer(&asked.id).is_none());
    open.map(|asked| asked.label.clone()).collect()
}

fn coverage((book, dossier): (&Book, &Dossier), files: &[File]) -> Coverage {
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let lists = book.list.iter().filter(|list| list.evidence);
    let records: Vec<_> = lists.flat_map(|list| dossier.records(&list.id)).collect();
    let proven = records.iter().filter(|record| !record.evidence.is_empty());
    let named = dossier.files().len();
    Coverage {
        asked: count(records.len()),
        proven: count(proven.count()),
        files: count(if files.is_empty() { named } else { files.len() }),
    }
}

fn stand_ins(line: &LevelLine) -> Vec<Entry> {
    let entries = line.conclusion.stand_ins().map(|entry| Entry {
        kind: entry.kind.id().to_owned(),
        id: entry.id.clone(),
        label: entry.label.clone(),
        authority: authority(entry.authority).to_owned(),
    });
    entries.collect()
}

fn authority(authority: Authority) -> &'static str {
    match authority {
        Authority::Plan => "plan",
        Authority::National => "national",
        Authority::Reference => "reference",
        Authority::Model => "model",
    }
}

/// The book; whether it is the one known here is for the caller to say.
fn reference(engine: &Engine) -> Reference {
    let own = engine.reference();
    Reference {
        id: own.id.clone(),
        version: own.version.clone(),
        digest: own.digest.clone(),
        known: false,
    }
}

/// The verdicts that are others under the book known here.
fn changed(judged: &Judged<'_>) -> Vec<Change> {
    let own = &judged.engine.reference().digest;
    let Some(known) = judged
        .known
        .filter(|known| known.reference().digest != *own)
    else {
        return Vec::new();
    };
    let now = known.assess(judged.dossier, judged.season, judged.today);
    let found = changes(&judged.assessment.to_json(), &now).into_iter();
    let found = found.map(|change| {
        let (kind, id) = match change.subject {
            ChangeSubject::Level => ("level", String::new()),
            ChangeSubject::Route(id) => ("route", id),
            ChangeSubject::Clause(id) => ("clause", id),
        };
        let said = |verdict: Option<Verdict>| verdict.map(|verdict| verdict.id().to_owned());
        Change {
            level: change.level,
            kind: kind.to_owned(),
            id,
            old: said(change.old),
            new: said(change.new),
            clauses: change.clauses,
        }
    });
    found.collect()
}

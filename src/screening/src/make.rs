//! From an assessment to a line.

use assess::{
    Assessment, ChangeSubject, ClauseLine, Engine, LevelLine, RouteLine, Verdict, changes,
};
use chrono::NaiveDate;
use dossier::{Answer, Dossier};
use package::subject::File;
use rulebook::{Authority, ClauseKind, SeasonDay};

use crate::claims::keys;
use crate::screened::{
    Book, Change, Coverage, Entry, Level, Missing, Named, Origin, Route, Score, Screened, Told,
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
        let answer = |question: &str| judged.dossier.answer(question).and_then(Answer::text);
        let levels: Vec<Level> = judged
            .assessment
            .levels
            .iter()
            .map(|line| level(judged, line))
            .collect();
        let target = answer(&book.roles.level);
        let line = judged
            .assessment
            .levels
            .iter()
            .find(|line| Some(line.id.as_str()) == target);
        let category = book.roles.category.as_deref().and_then(answer);
        let employer = book.roles.employer.as_deref().and_then(answer);
        let name = answer(&book.roles.name).unwrap_or(subject.name);
        Self {
            format: Self::FORMAT.to_owned(),
            input: subject.input.to_owned(),
            origin: subject.origin,
            name: name.to_owned(),
            employer: employer.unwrap_or_default().to_owned(),
            level: line.and_then(|line| named(&levels, &line.id)),
            category: category.and_then(|id| {
                let found = book.category.iter().find(|category| category.id == id)?;
                Some(Named {
                    id: id.to_owned(),
                    label: found.label.clone(),
                })
            }),
            score: judged.assessment.score.as_ref().map(|sheet| Score {
                low: sheet.total.low,
                high: sheet.total.high,
                line: sheet.line,
            }),
            missing: line.map(|line| missing(judged, line)).unwrap_or_default(),
            unanswered: unanswered(judged),
            earliest: line.and_then(earliest),
            package: None,
            evidence: coverage(judged, subject.files),
            stand_ins: line.map(stand_ins).unwrap_or_default(),
            book: reference(judged),
            season: judged.season.year,
            cut_off: judged.season.cut_off,
            changes: changed(judged),
            problems: subject.problems,
            keys: keys(book, judged.dossier, subject.files),
            levels,
        }
    }
}

fn named(levels: &[Level], id: &str) -> Option<Named> {
    let level = levels.iter().find(|level| level.id == id)?;
    let (id, label) = (level.id.clone(), level.label.clone());
    Some(Named { id, label })
}

fn level(judged: &Judged<'_>, line: &LevelLine) -> Level {
    let book = judged.engine.book();
    let label = book.level.iter().find(|level| level.id == line.id);
    let route = |route: &RouteLine| {
        let mut routes = book.route.iter().filter(|found| found.level == line.id);
        let found = routes.find(|found| found.id == route.id);
        Route {
            id: route.id.clone(),
            label: found.map_or_else(|| route.id.clone(), |found| found.label.clone()),
            verdict: route.conclusion.verdict.id().to_owned(),
            beside_gates: route.beside_gates.verdict.id().to_owned(),
            reference: route.conclusion.is_reference(),
            earliest: route.earliest.year,
        }
    };
    Level {
        id: line.id.clone(),
        label: label.map_or_else(|| line.id.clone(), |level| level.label.clone()),
        verdict: line.conclusion.verdict.id().to_owned(),
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
fn missing(judged: &Judged<'_>, line: &LevelLine) -> Vec<Missing> {
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
    let labels = &judged.engine.book().clause;
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
                verdict: clause.conclusion.verdict.id().to_owned(),
            }
        })
        .collect()
}

fn unanswered(judged: &Judged<'_>) -> Vec<String> {
    let questions = judged.engine.book().question.iter();
    let open = questions.filter(|asked| asked.needed && judged.dossier.answer(&asked.id).is_none());
    open.map(|asked| asked.label.clone()).collect()
}

fn coverage(judged: &Judged<'_>, files: &[File]) -> Coverage {
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let lists = judged
        .engine
        .book()
        .list
        .iter()
        .filter(|list| list.evidence);
    let records: Vec<_> = lists
        .flat_map(|list| judged.dossier.records(&list.id))
        .collect();
    let proven = records.iter().filter(|record| !record.evidence.is_empty());
    let named = judged.dossier.files().len();
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

fn reference(judged: &Judged<'_>) -> Book {
    let own = judged.engine.reference();
    let known = judged.known.map(Engine::reference);
    Book {
        id: own.id.clone(),
        version: own.version.clone(),
        digest: own.digest.clone(),
        known: known.is_some_and(|known| known.digest == own.digest),
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

//! `zhicheng book test`: the cases beside a book, judged by the engine.

mod table;

use std::fs;
use std::path::Path;

use assess::{Assessment, Engine, LevelLine, Span, Verdict};
use chrono::{Datelike, NaiveDate};
use rulebook::cases::{Case, CaseFile, Expect, Gap, Missing, Subject, coverage, gaps, read_cases};
use rulebook::{Book, SeasonDay, resolve_season};

use crate::book::wrong;
use crate::exit::Exit;
use crate::{books, input};

/// Runs the cases of a book folder, prints which case speaks of which rule, and names what lacks
/// one.
pub(crate) fn test(folder: &Path) -> Exit {
    match judge(folder) {
        Ok(exit) => exit,
        Err(message) => wrong(folder, &message),
    }
}

fn judge(folder: &Path) -> Result<Exit, String> {
    let authored = books::read_authored(folder)?;
    let book = authored.book;
    let cases = read(&folder.join("cases"), &book)?;
    let engine = books::engine(book.clone())?;
    let mut differing = 0_usize;
    for case in &cases {
        if let Some(found) = difference(&engine, case)? {
            differing = differing.saturating_add(1);
            let expected = expected(case.expect);
            println!(
                "{}",
                wording::command::case_differs(&place(case), &expected, &found)
            );
        }
    }
    let covered = coverage(&book, &cases);
    let (table, reached) = table::table((&book, &authored.places), &cases, &covered);
    print!("{table}");
    for missing in &gaps(&book, &cases) {
        println!("{}", gap(missing));
    }
    let right = cases.len().saturating_sub(differing);
    println!("{}", wording::command::cases_done(right, differing));
    let (shown, wanted) = (reached.shown, reached.wanted);
    println!(
        "{}",
        wording::command::covered(covered.len(), shown, wanted)
    );
    let fine = differing == 0 && shown == wanted;
    Ok(if fine { Exit::Fine } else { Exit::Wrong })
}

/// The cases in a folder.
pub(crate) fn read(folder: &Path, book: &Book) -> Result<Vec<Case>, String> {
    let files = read_files(folder)?;
    let borrowed: Vec<CaseFile<'_>> = files
        .iter()
        .map(|(name, bytes)| CaseFile { name, bytes })
        .collect();
    read_cases(&borrowed, book, year(book)).map_err(|errors| {
        let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
        lines.join("\n")
    })
}

/// What lacks a case.
pub(crate) fn gap(gap: &Gap) -> String {
    let name = subject(&gap.subject);
    let name = format!("{name} {}", gap.levels.join("/"));
    wording::command::no_case(&name, missing_name(gap.missing))
}

/// The season of a year, as shipped.
pub(crate) fn season_of(book: &Book, year: i32) -> Result<SeasonDay, String> {
    let season = resolve_season(book, &shipped::seasons(), year);
    season.ok_or_else(|| wording::command::no_such_season(year))
}

/// The year that cases without one are about: the latest season shipped for the book, else its
/// first year.
pub(crate) fn year(book: &Book) -> i32 {
    let seasons = shipped::seasons();
    let own = seasons.iter().filter(|season| season.book == book.id);
    let latest = own.map(|season| season.year).max();
    latest.unwrap_or_else(|| book.effective_from.year())
}

fn read_files(folder: &Path) -> Result<Vec<(String, Vec<u8>)>, String> {
    let cannot = |error: std::io::Error| wording::command::cannot_read(&error.to_string());
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).map_err(cannot)? {
        let path = entry.map_err(cannot)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.ends_with(".csv") || name.ends_with(".json") {
            let bytes = input::file(&path).map_err(|error| error.text())?;
            files.push((name.into_owned(), bytes));
        }
    }
    files.sort();
    Ok(files)
}

/// What came out, when it is not what the case expects.
fn difference(engine: &Engine, case: &Case) -> Result<Option<String>, String> {
    let season = season(engine.book(), case)?;
    // A day after everything that cases enter up to the cut-off day, so that nothing is "future".
    let today = season.cut_off;
    let assessment = engine.assess(&case.dossier, &season, today);
    let found = outcome(&assessment, case);
    let found = found.ok_or_else(|| format!("{}: {}", place(case), subject(&case.subject)))?;
    Ok((found != case.expect).then(|| expected(found)))
}

fn season(book: &Book, case: &Case) -> Result<SeasonDay, String> {
    let mut season = season_of(book, case.season)?;
    let other: Option<NaiveDate> = case.cut_off;
    season.cut_off = other.unwrap_or(season.cut_off);
    Ok(season)
}

fn outcome(assessment: &Assessment, case: &Case) -> Option<Expect> {
    let levels = &assessment.levels;
    let level = || -> Option<&LevelLine> {
        let id = case.level.as_ref()?;
        levels.iter().find(|level| level.id == *id)
    };
    let sheet = assessment.score.as_ref();
    Some(match &case.subject {
        Subject::Clause(id) => verdict(level()?.clause(id)?.conclusion.verdict),
        Subject::Route(id) => {
            let mut routes = level()?.routes.iter();
            verdict(routes.find(|route| route.id == *id)?.conclusion.verdict)
        }
        Subject::BesideGates(id) => {
            let mut routes = level()?.routes.iter();
            verdict(routes.find(|route| route.id == *id)?.beside_gates.verdict)
        }
        Subject::Level => verdict(level()?.conclusion.verdict),
        Subject::Row(id) => points(sheet?.rows.iter().find(|row| row.id == *id)?.points),
        Subject::Block(id) => points(sheet?.blocks.iter().find(|block| block.id == *id)?.points),
        Subject::Total => points(sheet?.total),
    })
}

fn verdict(verdict: Verdict) -> Expect {
    match verdict {
        Verdict::Met => Expect::Met,
        Verdict::NotMet => Expect::NotMet,
        Verdict::Open => Expect::Open,
    }
}

fn points(span: Span) -> Expect {
    if span.is_exact() {
        Expect::Points(span.low)
    } else {
        Expect::Between(span.low, span.high)
    }
}

fn expected(expect: Expect) -> String {
    match expect {
        Expect::Met => wording::term::verdict(Verdict::Met).to_owned(),
        Expect::NotMet => wording::term::verdict(Verdict::NotMet).to_owned(),
        Expect::Open => wording::term::verdict(Verdict::Open).to_owned(),
        Expect::Points(points) => wording::number::points(points),
        Expect::Between(low, high) => wording::number::span(Span { low, high }),
    }
}

fn place(case: &Case) -> String {
    let level = case.level.as_deref().unwrap_or_default();
    let subject = subject(&case.subject);
    format!(
        "{}:{} {subject} {level} {}",
        case.file, case.line, case.text
    )
}

fn subject(subject: &Subject) -> String {
    match subject {
        Subject::Clause(id) | Subject::Row(id) | Subject::Block(id) => id.clone(),
        Subject::Route(id) => format!("route {id}"),
        Subject::BesideGates(id) => format!("route {id} (beside the gates)"),
        Subject::Level => "level".to_owned(),
        Subject::Total => "total".to_owned(),
    }
}

fn missing_name(missing: Missing) -> &'static str {
    match missing {
        Missing::Met => wording::term::verdict(Verdict::Met),
        Missing::NotMet => wording::term::verdict(Verdict::NotMet),
        Missing::Open => wording::term::verdict(Verdict::Open),
        Missing::Points => wording::command::POINTS,
    }
}

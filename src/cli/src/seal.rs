//! `zhicheng seal`: makes the package of a dossier, to the byte the one that the application
//! makes of the same.

mod given;

use std::io::Write;
use std::path::{Path, PathBuf};

use chrono::{Local, NaiveDate};
use dossier::{Answer, Pledge};
use package::container::Segment;
use package::name::UNICODE;
use package::readiness;
use package::seal::{Contents, SealFault, Sealed};
use wording::cli::SecretFault;
use wording::report::of_submission;
use wording::ui::seal::package_file;

use crate::args::SealOptions;
use crate::book::wrong;
use crate::books::Books;
use crate::exit::Exit;
use crate::handed::{Evidence, Handed, Terms, pass};
use crate::output::Output;
use crate::{input, verify};

/// Seals one dossier. Nothing is written unless the package passes the receiver's check.
pub(crate) fn run(options: &SealOptions) -> Exit {
    match seal(options) {
        Ok(told) => input::print(&told),
        Err(message) => wrong(&options.input, &message),
    }
}

fn seal(options: &SealOptions) -> Result<String, String> {
    let mut books = Books::new(options.book.as_deref())?;
    let terms = Terms {
        season: options.season,
        today: options.today.unwrap_or_else(|| Local::now().date_naive()),
        target: options.target.as_deref(),
        files: &options.files,
    };
    let handed = Handed::read(&options.input, &mut books, &terms)?;
    let pledge = given::pledge(&options.pledge, &handed)?;
    let obstacles = handed.precheck(Some(&pledge), &terms);
    let told = wording::cli::precheck(handed.engine.book(), &handed.dossier, &obstacles);
    if !readiness::is_ready(&obstacles) {
        return Err(told);
    }
    let sealed = packed(&handed, &pledge, terms.today)?;
    let out = options.out.clone();
    let out = out.unwrap_or_else(|| PathBuf::from(file_name(&handed, &sealed)));
    write(&sealed, &handed.evidence, &out, |part| {
        verify::passes(part, options.book.as_deref(), terms.today)
    })?;
    let done = wording::cli::sealed(&out.to_string_lossy(), &sealed.code.to_string());
    Ok(format!("{told}{done}\n"))
}

fn packed(handed: &Handed, pledge: &Pledge, today: NaiveDate) -> Result<Sealed, String> {
    let submission = handed.submission();
    let report = of_submission(&submission, &handed.assessment, Some(pledge), today);
    let sealed = package::seal::seal(&Contents {
        submission,
        pledge,
        report: report.as_bytes(),
        date: today,
        unicode: UNICODE,
    });
    sealed.map_err(|fault| {
        let broken = match fault {
            SealFault::NotReady(obstacles) => {
                return wording::cli::precheck(handed.engine.book(), &handed.dossier, &obstacles);
            }
            SealFault::BookDigest => "book-digest",
            SealFault::Bag(_) => "bag",
            SealFault::Zip(_) => "zip",
        };
        wording::cli::seal_broken(broken)
    })
}

fn file_name(handed: &Handed, sealed: &Sealed) -> String {
    let name = handed.dossier.answer(&handed.engine.book().roles.name);
    let name = name.and_then(Answer::text).unwrap_or_default();
    package_file(name, handed.season.year, &sealed.code.to_string())
}

/// Writes a package; it gets its name once `check` has read it and found nothing.
fn write(
    sealed: &Sealed,
    evidence: &Evidence,
    out: &Path,
    check: impl Fn(&Path) -> Result<(), String>,
) -> Result<(), String> {
    let told = |fault: SecretFault| fault.whole();
    let unwritten = |error: &std::io::Error| SecretFault::write(error).whole();
    let mut output = Output::new(out).map_err(told)?;
    for segment in &sealed.segments {
        match segment {
            Segment::Bytes(bytes) => output.write_all(bytes).map_err(|e| unwritten(&e))?,
            Segment::File { index, .. } => copy(evidence, *index, &mut output)?,
        }
    }
    output.flush().map_err(|error| unwritten(&error))?;
    check(output.part())?;
    output.finish().map_err(told)
}

/// Copies a file, which must be what it was when it was first read.
fn copy(evidence: &Evidence, index: usize, output: &mut Output) -> Result<(), String> {
    let (file, path) = (evidence.files.get(index), evidence.paths.get(index));
    let (Some(file), Some(path)) = (file, path) else {
        return Err(wording::cli::seal_broken("file"));
    };
    let place = path.to_string_lossy();
    let copied = pass(path, |bytes| output.write_all(bytes));
    let copied = copied.map_err(|error| {
        let said = wording::command::cannot_copy(&error.to_string());
        wording::command::at(&place, &said)
    })?;
    if copied == file.digest {
        Ok(())
    } else {
        Err(wording::command::at(&place, wording::cli::FILE_CHANGED))
    }
}

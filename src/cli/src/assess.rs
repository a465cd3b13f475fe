//! `zhicheng assess`: dossiers in, assessments out.

use std::io::{self, BufRead, Write};
use std::path::Path;
use std::rc::Rc;

use assess::{Advice, Assessment, Engine, Problem, ProblemKind, Severity};
use chrono::{Datelike, Local, NaiveDate};
use dossier::Dossier;
use json::{Json, Object};

use crate::args::AssessOptions;
use crate::books::Books;
use crate::exit::Exit;
use crate::input::{self, InputError};

/// Assesses every input; what is wrong is named and the others are still done.
pub(crate) fn run(options: &AssessOptions) -> Exit {
    let books = match Books::new(options.book.as_deref()) {
        Ok(books) => books,
        Err(message) => {
            let path = options.book.as_deref().unwrap_or_else(|| Path::new(""));
            eprintln!(
                "{}",
                wording::command::at(&path.to_string_lossy(), &message)
            );
            return Exit::Wrong;
        }
    };
    let mut run = Run {
        options,
        books,
        today: options.today.unwrap_or_else(|| Local::now().date_naive()),
        out: io::BufWriter::new(io::stdout().lock()),
        exit: Exit::Fine,
    };
    let done = run.inputs().and_then(|()| run.out.flush());
    match done {
        Ok(()) => run.exit,
        // The reader of our output has gone: that is its right.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => run.exit,
        Err(error) => {
            eprintln!("{}", wording::command::cannot_write(&error.to_string()));
            Exit::Failed
        }
    }
}

struct Run<'o> {
    options: &'o AssessOptions,
    books: Books,
    today: NaiveDate,
    out: io::BufWriter<io::StdoutLock<'static>>,
    exit: Exit,
}

/// A dossier that was judged.
struct Judged {
    engine: Rc<Engine>,
    dossier: Dossier,
    assessment: Assessment,
    /// Where it was asked for.
    advice: Option<Advice>,
}

impl Run<'_> {
    fn inputs(&mut self) -> io::Result<()> {
        let options = self.options;
        for path in &options.inputs {
            if path.as_os_str() == "-" {
                self.lines(&mut io::stdin().lock())?;
            } else {
                let bytes = input::file(path);
                self.one(&path.to_string_lossy(), bytes)?;
            }
        }
        Ok(())
    }

    /// One dossier a line; empty lines are passed over.
    fn lines(&mut self, stream: &mut impl BufRead) -> io::Result<()> {
        let mut number = 0_u64;
        while let Some(line) = input::line(stream) {
            number = number.saturating_add(1);
            if line.as_ref().is_ok_and(|line| line.trim_ascii().is_empty()) {
                continue;
            }
            self.one(&wording::command::line_of_stream(number), line)?;
        }
        Ok(())
    }

    fn one(&mut self, name: &str, bytes: Result<Vec<u8>, InputError>) -> io::Result<()> {
        match self.judge(bytes) {
            Ok(judged) => {
                self.report(name, &judged);
                self.write(name, &judged)
            }
            Err(message) => self.refuse(name, &message),
        }
    }

    fn judge(&mut self, bytes: Result<Vec<u8>, InputError>) -> Result<Judged, String> {
        let bytes = bytes.map_err(|error| error.text())?;
        let dossier = Dossier::read(&bytes);
        let dossier = dossier.map_err(|error| wording::fault::dossier_error(&error).whole())?;
        let engine = self.books.engine(&dossier.book)?;
        let year = self.options.season.or(dossier.season);
        let year = year.unwrap_or_else(|| self.today.year());
        let season = self.books.season(engine.book(), year)?;
        let assessment = engine.assess(&dossier, &season, self.today);
        let advice = self.options.explain;
        let advice = advice.then(|| engine.advise(&dossier, &season, self.today, &assessment));
        Ok(Judged {
            advice,
            engine,
            dossier,
            assessment,
        })
    }

    /// Names the answers that were refused; they counted as unknown.
    fn report(&mut self, name: &str, judged: &Judged) {
        let book = judged.engine.book();
        for problem in &judged.assessment.problems {
            if problem.severity() == Severity::Refused {
                let place = wording::place(book, &problem.place);
                let message = wording::problem(book, problem).whole();
                let message = wording::command::at(&place, &message);
                eprintln!("{}", wording::command::at(name, &message));
                if bears_on_verdicts(problem) {
                    self.exit = self.exit.and(Exit::Wrong);
                }
            }
        }
    }

    fn write(&mut self, name: &str, judged: &Judged) -> io::Result<()> {
        if self.options.json {
            let mut line = judged.assessment.to_json();
            if let Json::Object(object) = &mut line {
                object.insert("input", Json::from(name));
                object.insert("bounded", judged.assessment.bounded_json());
                if let Some(advice) = &judged.advice {
                    object.insert("advice", advice.to_json());
                }
            }
            return writeln!(self.out, "{}", line.canonical());
        }
        let text = wording::cli::assessment_of(
            (judged.engine.book(), &judged.dossier),
            &judged.assessment,
            self.options.explain,
        );
        writeln!(self.out, "{name}\n{text}")?;
        if let Some(advice) = &judged.advice {
            let told = (judged.engine.book(), &judged.dossier);
            let text = wording::cli::advice(told, &judged.assessment, advice);
            writeln!(self.out, "{text}")?;
        }
        Ok(())
    }

    fn refuse(&mut self, name: &str, message: &str) -> io::Result<()> {
        self.exit = self.exit.and(Exit::Wrong);
        eprintln!("{}", wording::command::at(name, message));
        if self.options.json {
            let mut object = Object::new();
            object.insert("format", Json::from("zhicheng-error/1"));
            object.insert("input", Json::from(name));
            object.insert("message", Json::from(message));
            return writeln!(self.out, "{}", Json::Object(object).canonical());
        }
        Ok(())
    }
}

/// An identity number decides nothing in an assessment: what is wrong with it is only named.
fn bears_on_verdicts(problem: &Problem) -> bool {
    !matches!(
        problem.kind,
        ProblemKind::ResidentId(_)
            | ProblemKind::ResidentIdSex
            | ProblemKind::ResidentIdBirthDate { .. }
    )
}

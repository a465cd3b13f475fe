//! `zhicheng assess`: dossiers in, assessments out.

mod judge;

use std::fs::File;
use std::io::{self, BufReader, Write};
use std::path::Path;

use chrono::{Local, NaiveDate};
use package::name::UNICODE;
use roster::{Head, Mapping, Reading};

use self::judge::{Done, Item, Judge};
use crate::args::AssessOptions;
use crate::books::{self, Books};
use crate::exit::Exit;
use crate::pipeline::Together;
use crate::rows::{self, json_lines};
use crate::{input, pipeline};

/// Dossiers that go to a thread together.
const TOGETHER: Together<Item> = Together {
    weigh: |_| 1,
    enough: 64,
};

/// Assesses every input; what is wrong is named and the others are still done.
pub(crate) fn run(options: &AssessOptions) -> Exit {
    if let Err(message) = Books::new(options.book.as_deref()) {
        let path = options.book.as_deref().unwrap_or_else(|| Path::new(""));
        let path = path.to_string_lossy();
        eprintln!("{}", wording::command::at(&path, &message));
        return Exit::Wrong;
    }
    let mut run = Run {
        options,
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
    today: NaiveDate,
    out: io::BufWriter<io::StdoutLock<'static>>,
    exit: Exit,
}

impl Run<'_> {
    fn inputs(&mut self) -> io::Result<()> {
        let options = self.options;
        for path in &options.inputs {
            let ending = path.extension().unwrap_or_default();
            if path.as_os_str() == "-" {
                self.all(dossiers(BufReader::new(io::stdin())), None)?;
            } else if ending == "jsonl" {
                match File::open(path) {
                    Ok(file) => self.all(dossiers(BufReader::new(file)), None)?,
                    Err(error) => self.refuse(path, &input::InputError::Io(error).text())?,
                }
            } else if ending == "csv" {
                self.roster(path)?;
            } else {
                let name = path.to_string_lossy().into_owned();
                let bytes = input::file(path);
                let mut done = Done::default();
                self.judge(None)
                    .one(Item::Dossier { name, bytes }, &mut done);
                self.write(&done)?;
            }
        }
        Ok(())
    }

    /// A table with a row for each person.
    fn roster(&mut self, path: &Path) -> io::Result<()> {
        match self.open_roster(path) {
            Ok((head, rest)) => {
                let mut rows = rows::rows(rest);
                // The header was read already.
                rows.next();
                let items = rows.map(|(line, text)| Item::Row { line, text });
                self.all(items, Some(&head))
            }
            Err(message) => self.refuse(path, &message),
        }
    }

    /// The header of a roster. One that the book does not ask is refused: without the column, all would be judged as
    /// if nobody had answered.
    fn open_roster(&self, path: &Path) -> Result<(Head, BufReader<File>), String> {
        let engine = Books::new(self.options.book.as_deref())?.engine(books::first())?;
        let mapping = Mapping::default();
        let reading = Reading {
            book: engine.book(),
            mapping: &mapping,
            decode: input::gb18030,
            unicode: UNICODE,
        };
        let (head, stream) = rows::head(path, &reading)?;
        match head.problems.first() {
            Some(problem) => Err(wording::desk::problem_line(problem)),
            None => Ok((head, stream)),
        }
    }

    /// Judges items by several threads, and writes what comes of them in their order.
    fn all(
        &mut self,
        items: impl Iterator<Item = Item> + Send,
        roster: Option<&Head>,
    ) -> io::Result<()> {
        let (options, today) = (self.options, self.today);
        let worker = || {
            let mut judge = Judge::new(options, today, roster);
            move |group: Vec<Item>| {
                let mut all = Done::default();
                for item in group {
                    judge.one(item, &mut all);
                }
                all
            }
        };
        let Self { out, exit, .. } = self;
        pipeline::in_order(items, &TOGETHER, worker, |done| write(out, exit, &done))
    }

    fn judge<'r>(&self, roster: Option<&'r Head>) -> Judge<'r>
    where
        Self: 'r,
    {
        Judge::new(self.options, self.today, roster)
    }

    fn refuse(&mut self, path: &Path, message: &str) -> io::Result<()> {
        let mut done = Done::default();
        done.refuse(&path.to_string_lossy(), message, self.options.json);
        self.write(&done)
    }

    fn write(&mut self, done: &Done) -> io::Result<()> {
        write(&mut self.out, &mut self.exit, done)
    }
}

/// One dossier a line.
fn dossiers(stream: impl io::BufRead + Send) -> impl Iterator<Item = Item> + Send {
    json_lines(stream).map(|(number, bytes)| Item::Dossier {
        name: wording::command::line_of_stream(number),
        bytes,
    })
}

fn write(out: &mut impl Write, exit: &mut Exit, done: &Done) -> io::Result<()> {
    *exit = exit.and(done.exit);
    if !done.err.is_empty() {
        eprint!("{}", done.err);
    }
    out.write_all(done.out.as_bytes())
}

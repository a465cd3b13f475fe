//! `zhicheng assess`: dossiers in, assessments out.

mod judge;
mod lines;
mod pipeline;

use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;

use chrono::{Local, NaiveDate};
use rulebook::cases::Roster;

use self::judge::{Done, Item, Judge};
use self::lines::{json_lines, roster_rows};
use crate::args::AssessOptions;
use crate::books::{self, Books};
use crate::exit::Exit;
use crate::input;

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
                let lines = json_lines(BufReader::new(io::stdin()));
                self.all(lines, None)?;
            } else if ending == "jsonl" {
                match File::open(path) {
                    Ok(file) => self.all(json_lines(BufReader::new(file)), None)?,
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
            Ok((roster, rest)) => self.all(roster_rows(rest), Some(&roster)),
            Err(message) => self.refuse(path, &message),
        }
    }

    fn open_roster(&self, path: &Path) -> Result<(Roster, BufReader<File>), String> {
        let file = File::open(path);
        let file = file.map_err(|error| input::InputError::Io(error).text())?;
        let mut stream = BufReader::new(file);
        let mut header = Vec::new();
        let read = stream.read_until(b'\n', &mut header);
        read.map_err(|error| input::InputError::Io(error).text())?;
        let header = String::from_utf8(header);
        let header = header.map_err(|_| wording::command::not_utf8(&path.to_string_lossy()))?;
        let engine = Books::new(self.options.book.as_deref())?.engine(books::first())?;
        let roster = Roster::read(&header, engine.book());
        Ok((roster.map_err(|error| error.to_string())?, stream))
    }

    /// Judges items by several threads, and writes what comes of them in their order.
    fn all(
        &mut self,
        items: impl Iterator<Item = Item> + Send,
        roster: Option<&Roster>,
    ) -> io::Result<()> {
        let (options, today) = (self.options, self.today);
        let worker = || Judge::new(options, today, roster);
        let Self { out, exit, .. } = self;
        pipeline::in_order(items, worker, |done| write(out, exit, &done))
    }

    fn judge<'r>(&self, roster: Option<&'r Roster>) -> Judge<'r>
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

fn write(out: &mut impl Write, exit: &mut Exit, done: &Done) -> io::Result<()> {
    *exit = exit.and(done.exit);
    if !done.err.is_empty() {
        eprint!("{}", done.err);
    }
    out.write_all(done.out.as_bytes())
}

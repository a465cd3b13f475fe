//! `zhicheng screen`: many candidates in, one line for each out, and what is the same twice.

mod ahead;
mod aside;
mod by_key;
mod expanded;
mod inputs;
mod line;
mod merge;
mod out;
mod records;
mod work;
mod workbook;

use std::fs::{self, File};
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::sync::Mutex;

use chrono::Local;
use roster::Mapping;
use same_file::Handle;

use self::inputs::{Context, Task, tasks};
use self::line::Form;
use self::out::{Results, Writer};
use self::work::{Outcome, Step, Worker};
use crate::args::{ScreenFormat, ScreenOptions};
use crate::books::{self, Books};
use crate::exit::Exit;
use crate::pipeline::Together;
use crate::{input, pipeline};

/// Inputs that go to a thread together: rows, or half as many files, which take far longer; of large files fewer, so that
/// each thread has some.
const TOGETHER: Together<Task> = Together { weigh, enough: 32 };
/// Bytes of a file that weigh as much as a row.
const HEAVY: u64 = 4 << 20;
/// Bytes that are written at once.
const WRITTEN: usize = 64 << 10;

/// Screens every input; what cannot be read is named and the others are still done.
pub(crate) fn run(options: &ScreenOptions) -> Exit {
    if let Some(out) = &options.out {
        return match File::create(out) {
            Ok(file) => to(options, BufWriter::with_capacity(WRITTEN, file)),
            Err(error) => cannot_write(&error),
        };
    }
    let out = BufWriter::with_capacity(WRITTEN, io::stdout().lock());
    to(options, out)
}

fn weigh(task: &Task) -> usize {
    match task {
        Task::File(path) => {
            let size = fs::metadata(path).map_or(0, |facts| facts.len());
            usize::try_from(size / HEAVY).map_or(usize::MAX, |heavy| heavy.saturating_add(2))
        }
        _ => 1,
    }
}

fn cannot_write(error: &io::Error) -> Exit {
    eprintln!("{}", wording::command::cannot_write(&error.to_string()));
    Exit::Failed
}

fn to(options: &ScreenOptions, out: impl Write) -> Exit {
    let context = match context(options) {
        Ok(context) => context,
        Err((path, message)) => return crate::book::wrong(path, &message),
    };
    let form = Form {
        format: options.format,
        brief: options.brief,
    };
    let mut results = Results::new(out, form);
    let done = match options.format {
        ScreenFormat::Template => template(&context, &mut results),
        _ if options.merge => merge::read(&options.inputs, form, &mut results),
        _ => screen(options, (context, form), &mut results),
    };
    match done.and_then(|()| results.finish()) {
        Ok(exit) => exit,
        // The reader of our output has gone: that is its right.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Exit::Fine,
        Err(error) => cannot_write(&error),
    }
}

fn context(options: &ScreenOptions) -> Result<Context, (&Path, String)> {
    let given = options.book.as_deref();
    let at = given.unwrap_or_else(|| Path::new(""));
    let engine = Books::new(given).and_then(|mut books| books.engine(books::first()));
    let engine = engine.map_err(|message| (at, message))?;
    let mapping = match &options.mapping {
        None => Mapping::default(),
        Some(path) => {
            let bytes = input::file(path).map_err(|error| (path.as_path(), error.text()))?;
            let mapping = Mapping::read(&bytes);
            mapping.map_err(|fault| (path.as_path(), wording::desk::mapping_fault(&fault)))?
        }
    };
    Ok(Context::new(engine.book().clone(), mapping))
}

fn template(context: &Context, results: &mut Results<impl Write>) -> io::Result<()> {
    let book = context.book();
    let about = wording::desk::template_about(book);
    let words = wording::desk::template_words(&about);
    results.bytes(&roster::template(book, &words))
}

fn screen(
    options: &ScreenOptions,
    (context, form): (Context, Form),
    results: &mut Results<impl Write>,
) -> io::Result<()> {
    let today = options.today.unwrap_or_else(|| Local::now().date_naive());
    let out = match &options.out {
        Some(path) => Handle::from_path(path),
        None => Handle::stdout(),
    };
    // What cannot be told apart from other files is no file.
    let items = tasks(options.inputs.clone(), out.ok(), context);
    // Texts that were written leave their room to the next.
    let spare = Mutex::new(Vec::<String>::new());
    let worker = || {
        let worker = Worker::new(options, form, today);
        let spare = &spare;
        move |group: Vec<Task>| -> Group {
            let room = spare.lock().ok().and_then(|mut spare| spare.pop());
            let mut text = room.unwrap_or_default();
            let mut steps = Vec::with_capacity(group.len());
            ahead::begin(&group);
            let mut tasks = group.into_iter();
            while let Some(task) = tasks.next() {
                ahead::go_on(tasks.as_slice());
                steps.push(worker.read(task));
            }
            // One step after the other, so that what a step takes is at hand for all of them.
            let steps = steps.into_iter().map(|step| worker.typed(step));
            let steps: Vec<Step<'_>> = steps.collect();
            let steps = steps.into_iter().map(|step| worker.judged(step));
            let steps: Vec<Step<'_>> = steps.collect();
            let steps = steps.into_iter().map(Step::told);
            let steps: Vec<Step<'_>> = steps.collect();
            let outcomes = steps.into_iter();
            let outcomes = outcomes.map(|step| worker.written(step, &mut text));
            Group {
                outcomes: outcomes.collect(),
                text,
            }
        }
    };
    pipeline::in_order(items, &TOGETHER, worker, |group: Group| {
        let Group { outcomes, mut text } = group;
        let mut outcomes = outcomes.into_iter();
        outcomes.try_for_each(|outcome| results.take(outcome, &text))?;
        text.clear();
        if let Ok(mut spare) = spare.lock() {
            spare.push(text);
        }
        Ok(())
    })
}

/// What came of inputs that went to a thread together.
struct Group {
    outcomes: Vec<Outcome>,
    /// The lines of them, one behind the other.
    text: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_large_files_fewer_go_to_a_thread_together() {
        let folder = tempfile::tempdir().unwrap();
        let weight = |size: u64| {
            let path = folder.path().join(size.to_string());
            File::create(&path).unwrap().set_len(size).unwrap();
            weigh(&Task::File(path))
        };
        assert_eq!(weight(0), 2);
        assert_eq!(weight(HEAVY - 1), 2);
        assert_eq!(weight(5 * HEAVY), 7);
        assert!(weight(1 << 30) > TOGETHER.enough);
        assert_eq!(weigh(&Task::File(folder.path().join("nobody"))), 2);
    }
}

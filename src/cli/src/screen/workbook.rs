//! A workbook: its records are put aside, then its people are handed on, each with their records, while others are judged.

use std::io;
use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::{mem, thread};

use package::container::{Blocking, wait};
use roster::{MOST_BYTES, MOST_PROBLEMS, Opened, Problem, RawRow};
use screening::{Origin, Refused};

use super::aside::Shelf;
use super::inputs::{Context, Table, Task, Unread};
use super::records::Coming;
use crate::input::InputError;
use crate::verify::FileSource;

/// People that are handed on together.
const TOGETHER: usize = 64;
/// Groups of them that wait.
const WAITING: usize = 4;

/// The people of a workbook in order, and at the end what is wrong beside them.
pub(super) fn tasks(
    path: &Path,
    name: &str,
    context: &Context,
) -> io::Result<impl Iterator<Item = Task> + Send + use<>> {
    let source = Blocking(FileSource::open(path)?);
    let (give, take) = sync_channel(WAITING);
    let table = Arc::new(Table {
        name: name.to_owned(),
        context: context.clone(),
    });
    let reader = thread::spawn(move || {
        let last = match read(source, &table, &give) {
            Ok(problems) if problems.is_empty() => return,
            Ok(problems) => wording::desk::refused_roster(&table.name, &problems),
            Err(error) => {
                let message = InputError::Io(error).text();
                Refused::unreadable(table.name.as_str(), Origin::Roster, message)
            }
        };
        // Who no longer takes has nobody left to write for.
        let _ = give.send(vec![Task::Refused(last)]);
    });
    let mut reader = Some(reader);
    let mut groups = take.into_iter();
    let groups = std::iter::from_fn(move || {
        let group = groups.next();
        if group.is_none()
            && let Some(Err(panic)) = reader.take().map(thread::JoinHandle::join)
        {
            std::panic::resume_unwind(panic);
        }
        group
    });
    Ok(groups.flatten())
}

/// Hands on everybody; what is wrong beside them.
fn read(
    mut source: Blocking<FileSource>,
    table: &Arc<Table>,
    give: &SyncSender<Vec<Task>>,
) -> io::Result<Vec<Problem>> {
    let shelf = Box::<Shelf>::default();
    let opened = wait(Opened::read(&mut source, &table.context.reading(), shelf))?;
    let mut opened = match opened {
        Ok(opened) => opened,
        Err(problem) => return Ok(vec![*problem]),
    };
    let mut coming = Coming::default();
    let mut failed = None;
    let mut put = |key: &str, record: RawRow| or_stop(coming.put(key, record), &mut failed);
    let whole = wait(opened.records(&mut source, &mut put))?;
    if let Some(error) = failed {
        return Err(error);
    }
    if !whole {
        return Ok(opened.problems);
    }
    let mut records = coming.done()?;
    let layout = Arc::clone(opened.layout());
    let mut group = Vec::with_capacity(TOGETHER);
    let mut failed = None;
    let mut each = |key: &str, person: RawRow| {
        let records = match records.of(key, MOST_BYTES) {
            Ok(records) => records,
            Err(error) => return or_stop(Err(error), &mut failed),
        };
        group.push(Task::Row {
            of: Arc::clone(table),
            row: Unread::Person {
                layout: Arc::clone(&layout),
                person,
                records,
            },
        });
        if group.len() == TOGETHER {
            let full = mem::replace(&mut group, Vec::with_capacity(TOGETHER));
            if give.send(full).is_err() {
                return ControlFlow::Break(());
            }
        }
        ControlFlow::Continue(())
    };
    let whole = wait(opened.people(&mut source, &mut each))?;
    if let Some(error) = failed {
        return Err(error);
    }
    let mut problems = mem::take(&mut opened.problems);
    // Of those who come behind what cannot be read nobody was asked for.
    if whole {
        records.left(MOST_PROBLEMS, |key, record| {
            problems.push(layout.no_such_candidate(key, record));
        })?;
    }
    let _ = give.send(group);
    Ok(problems)
}

fn or_stop(done: io::Result<()>, failed: &mut Option<io::Error>) -> ControlFlow<()> {
    match done {
        Ok(()) => ControlFlow::Continue(()),
        Err(error) => {
            *failed = Some(error);
            ControlFlow::Break(())
        }
    }
}

//! A workbook: its records are put aside, then its people are handed on, each with their records, while others are judged.

use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{SyncSender, sync_channel};
use std::{mem, thread};

use package::container::wait;
use roster::{MOST_BYTES, MOST_PROBLEMS, Opened, Problem, RawRow};
use screening::{Origin, Refused};

use super::aside::Shelf;
use super::expanded::Expanded;
use super::inputs::{Context, Table, Task, Unread};
use super::records::Coming;
use crate::input::InputError;
use crate::pipeline::{Together, beside};

/// People that are handed on together, unless they have more than so many bytes with their records.
const TOGETHER: usize = 64;
const MOST_TOGETHER: usize = 1 << 20;
/// Groups of them that wait.
const WAITING: usize = 4;

/// A row with its key.
type Keyed = (String, RawRow);
/// They go by their bytes: a sheet can say the same long text in every row.
const ROWS: Together<Keyed> = Together {
    weigh: |(_, row)| row.bytes(),
    enough: 32 << 10,
};

/// The people of a workbook in order, and at the end what is wrong beside them.
pub(super) fn tasks(
    path: &Path,
    name: &str,
    context: &Context,
) -> io::Result<impl Iterator<Item = Task> + Send + use<>> {
    let source = Expanded::open(path)?;
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
    mut source: Expanded,
    table: &Arc<Table>,
    give: &SyncSender<Vec<Task>>,
) -> io::Result<Vec<Problem>> {
    let shelf = Box::<Shelf>::default();
    let opened = wait(Opened::read(&mut source, &table.context.reading(), shelf))?;
    let mut opened = match opened {
        Ok(opened) => opened,
        Err(problem) => return Ok(vec![*problem]),
    };
    let layout = Arc::clone(opened.layout());
    let mut coming = Coming::default();
    let (whole, put) = beside(
        &ROWS,
        |put| wait(opened.records(&mut source, &mut |key, record| put((key, record)))),
        |records| records.try_for_each(|(key, record)| coming.put(&key, record)),
    );
    put?;
    if !whole? {
        return Ok(opened.problems);
    }
    let mut records = coming.done()?;
    let (whole, last) = beside(
        &ROWS,
        |each| wait(opened.people(&mut source, &mut |key, person| each((key, person)))),
        |people| {
            let (mut group, mut bytes) = (Vec::with_capacity(TOGETHER), 0_usize);
            for (key, person) in people {
                let records = records.of(&key, MOST_BYTES)?;
                let rows = records.iter().flatten().chain([&person]);
                bytes = rows.fold(bytes, |bytes, row| bytes.saturating_add(row.bytes()));
                group.push(Task::Row {
                    of: Arc::clone(table),
                    row: Unread::Person {
                        layout: Arc::clone(&layout),
                        person,
                        records,
                    },
                });
                if group.len() == TOGETHER || bytes > MOST_TOGETHER {
                    let full = mem::replace(&mut group, Vec::with_capacity(TOGETHER));
                    if give.send(full).is_err() {
                        break;
                    }
                    bytes = 0;
                }
            }
            io::Result::Ok(group)
        },
    );
    // What goes wrong with the rows that were taken goes wrong before those behind them.
    let last = last?;
    let whole = whole?;
    let mut problems = mem::take(&mut opened.problems);
    // Of those who come behind what cannot be read nobody was asked for.
    if whole {
        records.left(MOST_PROBLEMS, |key, record| {
            problems.push(layout.no_such_candidate(key, record));
        })?;
    }
    let _ = give.send(last);
    Ok(problems)
}

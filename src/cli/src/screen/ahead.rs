//! Files are read before it is their turn, so that the disk reads while packages are judged.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use super::inputs::Task;
use crate::verify::FileSource;

/// So many files are asked for at a time: the one whose turn it is, and the one that is read meanwhile.
const FILES: usize = 2;

/// What was read, in the order in which it was asked for.
type Read = io::Result<FileSource>;

/// A thread that reads the files of another one. It ends with it.
pub(super) struct Ahead {
    give: Sender<(PathBuf, Vec<u8>)>,
    take: Receiver<Read>,
    /// Asked for and not taken yet.
    waiting: usize,
    /// Room that is used again.
    rooms: Vec<Vec<u8>>,
}

impl Ahead {
    pub(super) fn new() -> Self {
        let (give, asked) = channel::<(PathBuf, Vec<u8>)>();
        let (done, take) = channel();
        thread::spawn(move || {
            for (path, mut room) in asked {
                let read = FileSource::open_in(&mut room, &path);
                if done.send(read).is_err() {
                    break;
                }
            }
        });
        Self {
            give,
            take,
            waiting: 0,
            rooms: Vec::new(),
        }
    }

    /// Asks for the first files of a group.
    pub(super) fn begin(&mut self, tasks: &[Task]) {
        for task in tasks.iter().take(FILES) {
            self.ask(task);
        }
    }

    /// Asks for the file that comes so many places behind; `rest` are the tasks behind the one that is done next.
    pub(super) fn go_on(&mut self, rest: &[Task]) {
        if let Some(task) = rest.get(FILES.saturating_sub(1)) {
            self.ask(task);
        }
    }

    fn ask(&mut self, task: &Task) {
        if let Task::File(path) = task {
            let room = self.rooms.pop().unwrap_or_default();
            let asked = self.give.send((path.clone(), room)).is_ok();
            self.waiting = self.waiting.saturating_add(usize::from(asked));
        }
    }

    /// The file that was asked for first of those that were not taken, which is this one.
    pub(super) fn take(&mut self, path: &Path) -> Read {
        if self.waiting > 0 {
            self.waiting = self.waiting.saturating_sub(1);
            if let Ok(read) = self.take.recv() {
                return read;
            }
        }
        // The other thread is gone, or was never there.
        let mut room = self.rooms.pop().unwrap_or_default();
        FileSource::open_in(&mut room, path)
    }

    /// Gives back the room of a file.
    pub(super) fn leave(&mut self, file: FileSource) {
        self.rooms.extend(file.leave());
    }
}

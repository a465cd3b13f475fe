//! Files are asked for before it is their turn, so that the disk reads while packages are judged.

#[cfg(target_os = "linux")]
use std::{fs::File, num::NonZeroU64, path::Path};

use super::inputs::Task;

/// So many files a thread waits for: a disk answers several requests sooner than one after another.
const FILES: usize = 3;
/// Of a larger file no more is asked for, in bytes, so that files never fill the memory before their turn.
#[cfg(target_os = "linux")]
const MOST: u64 = 4 << 20;

/// Asks for the files of a group behind its first, as many as are waited for.
pub(super) fn begin(tasks: &[Task]) {
    for task in tasks.iter().take(FILES).skip(1) {
        want(task);
    }
}

/// Asks for the file that comes so many places behind; `rest` are the tasks behind the one that is done next.
pub(super) fn go_on(rest: &[Task]) {
    if let Some(task) = rest.get(FILES.saturating_sub(1)) {
        want(task);
    }
}

fn want(task: &Task) {
    if let Task::File(path) = task {
        ask(path);
    }
}

/// Tells the system that a file will be read, which then does so in the background. It may do nothing of the kind: whoever
/// reads the file waits then, and says what is wrong with it.
#[cfg(target_os = "linux")]
fn ask(path: &Path) {
    if let Ok(file) = File::open(path) {
        let most = NonZeroU64::new(MOST);
        let _ = rustix::fs::fadvise(&file, 0, most, rustix::fs::Advice::WillNeed);
    }
}

/// Other systems have no such call that is worth one.
#[cfg(not(target_os = "linux"))]
fn ask(_: &std::path::Path) {}

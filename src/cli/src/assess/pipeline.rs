//! Work on many items by several threads, in order and in constant memory.

use std::io;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use super::judge::{Done, Item, Judge};

/// Items that go to a thread together.
const TOGETHER: usize = 64;
/// Groups that wait for a thread, or behind it.
const WAITING: usize = 4;

/// Judges items; what comes of them is written in their order.
///
/// Groups of items go to the threads in turn, and what comes of them is fetched in the same turn,
/// so nothing needs to be put in order; all queues are bounded.
pub(super) fn in_order<'r>(
    items: impl Iterator<Item = Item> + Send,
    worker: impl Fn() -> Judge<'r> + Sync,
    mut write: impl FnMut(Done) -> io::Result<()>,
) -> io::Result<()> {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    thread::scope(|scope| {
        let (mut inputs, mut outputs) = (Vec::new(), Vec::new());
        for _ in 0..threads {
            let (give, take) = sync_channel::<Vec<Item>>(WAITING);
            let (done, ready) = sync_channel::<Done>(WAITING);
            inputs.push(give);
            outputs.push(ready);
            let worker = &worker;
            scope.spawn(move || work(worker(), &take, &done));
        }
        scope.spawn(move || hand_out(items, &inputs));
        for ready in outputs.iter().cycle() {
            let Ok(done) = ready.recv() else { break };
            write(done)?;
        }
        Ok(())
    })
}

fn hand_out(mut items: impl Iterator<Item = Item>, inputs: &[SyncSender<Vec<Item>>]) {
    for give in inputs.iter().cycle() {
        let group: Vec<Item> = items.by_ref().take(TOGETHER).collect();
        // Who no longer takes has nobody left to write for.
        if group.is_empty() || give.send(group).is_err() {
            break;
        }
    }
}

fn work(mut judge: Judge<'_>, take: &Receiver<Vec<Item>>, done: &SyncSender<Done>) {
    for group in take {
        let mut all = Done::default();
        for item in group {
            judge.one(item, &mut all);
        }
        if done.send(all).is_err() {
            break;
        }
    }
}

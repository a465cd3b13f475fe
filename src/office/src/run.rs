//! Reading files by the workers, batch after batch, several files side by side.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use chrono::NaiveDate;
use ui::platform::Watch;
use ui::platform::blob::FileBlob;
use yew::Callback;
use yew::platform::spawn_local;

use crate::errand::{Batch, Errand, Input};
use crate::platform::desk::{ask, lanes};
use crate::platform::files::Picked;
use crate::store::Id;

/// What is told while files are read.
pub(crate) enum Heard {
    /// A batch that begins at a place, with its lines as a file.
    Batch(Id, Box<Batch>, Option<FileBlob>),
    /// A file could not be read to its end, for a reason.
    Failed(Id, String),
    /// A file is done.
    FileDone,
    /// All files are done, or it was stopped.
    AllDone,
}

/// A file to be read.
#[derive(Clone)]
pub(crate) struct Job {
    /// Its number.
    pub(crate) number: u64,
    /// Itself.
    pub(crate) file: Picked,
}

/// Reads files. What comes of them is told; the watch stops it.
pub(crate) fn run(
    jobs: Vec<Job>,
    (today, mapping): (NaiveDate, String),
    watch: &Watch,
    on_heard: &Callback<Heard>,
) {
    let queue = Rc::new(RefCell::new(VecDeque::from(jobs)));
    let lanes = lanes();
    let left = Rc::new(Cell::new(lanes));
    for lane in 0..lanes {
        let (queue, watch) = (Rc::clone(&queue), watch.clone());
        let (on_heard, left, mapping) = (on_heard.clone(), Rc::clone(&left), mapping.clone());
        spawn_local(async move {
            while !watch.is_stopped() {
                let Some(job) = queue.borrow_mut().pop_front() else {
                    break;
                };
                let input = Input {
                    file: job.number,
                    name: job.file.name.clone(),
                    at: 0,
                    today,
                    mapping: mapping.clone(),
                };
                one(lane, (&job.file.blob, input), &watch, &on_heard).await;
            }
            left.set(left.get().saturating_sub(1));
            if left.get() == 0 {
                on_heard.emit(Heard::AllDone);
            }
        });
    }
}

async fn one(
    lane: usize,
    (blob, mut input): (&FileBlob, Input),
    watch: &Watch,
    on_heard: &Callback<Heard>,
) {
    let files = std::slice::from_ref(blob);
    loop {
        let errand = Errand::Screen(input.clone());
        let answer = ask::<Batch>(lane, &errand, (files, watch)).await;
        if watch.is_stopped() {
            return;
        }
        let place = (input.file, input.at);
        match answer {
            Err(why) => {
                on_heard.emit(Heard::Failed(place, why));
                break;
            }
            Ok((batch, lines)) => {
                let next = batch.next;
                let lines = lines.into_iter().next();
                on_heard.emit(Heard::Batch(place, Box::new(batch), lines));
                match next {
                    Some(next) => input.at = next,
                    None => break,
                }
            }
        }
    }
    on_heard.emit(Heard::FileDone);
}

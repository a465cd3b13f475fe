//! Work on many items by several threads, in order and in constant memory.

use std::iter::Flatten;
use std::ops::ControlFlow;
use std::sync::mpsc::{self, Receiver, SyncSender, sync_channel};
use std::{io, mem, panic, thread};

/// Groups that wait for a thread, or behind it.
const WAITING: usize = 4;

/// Works on items, some of them together; what comes of a group is written in the order of the items.
///
/// Groups go to the threads in turn, and what comes of them is fetched in the same turn, so nothing needs to be put in
/// order; all queues are bounded. Each thread has a worker of its own.
pub(crate) fn in_order<I: Send, O: Send, W: FnMut(Vec<I>) -> O>(
    items: impl Iterator<Item = I> + Send,
    together: &Together<I>,
    worker: impl Fn() -> W + Sync,
    mut write: impl FnMut(O) -> io::Result<()>,
) -> io::Result<()> {
    // While one waits for the disk, another works.
    let cores = thread::available_parallelism().map_or(1, usize::from);
    let threads = cores.saturating_mul(2);
    thread::scope(|scope| {
        let (mut inputs, mut outputs) = (Vec::new(), Vec::new());
        for _ in 0..threads {
            let (give, take) = sync_channel::<Vec<I>>(WAITING);
            let (done, ready) = sync_channel::<O>(WAITING);
            inputs.push(give);
            outputs.push(ready);
            let worker = &worker;
            scope.spawn(move || work(worker(), &take, &done));
        }
        scope.spawn(move || hand_out(items, together, &inputs));
        for ready in outputs.iter().cycle() {
            let Ok(done) = ready.recv() else { break };
            write(done)?;
        }
        Ok(())
    })
}

/// Items that another thread makes.
pub(crate) type Handed<T> = Flatten<mpsc::IntoIter<Vec<T>>>;

/// How many items are handed on together: what they weigh, and how much is enough.
pub(crate) struct Together<T> {
    pub(crate) weigh: fn(&T) -> usize,
    pub(crate) enough: usize,
}

/// Takes items, while a thread of its own makes those behind them and hands them on. At most six groups of them wait.
///
/// Who makes them is told when they are no longer taken, which is when `take` is done: it keeps none of what it is given.
pub(crate) fn beside<T: Send, M: Send, D>(
    together: &Together<T>,
    make: impl FnOnce(&mut dyn FnMut(T) -> ControlFlow<()>) -> M + Send,
    take: impl FnOnce(&mut Handed<T>) -> D,
) -> (M, D) {
    let Together { weigh, enough } = *together;
    thread::scope(|scope| {
        let (give, groups) = sync_channel::<Vec<T>>(WAITING);
        let maker = scope.spawn(move || {
            let (mut group, mut weight) = (Vec::new(), 0_usize);
            let mut hand_on = |item| {
                weight = weight.saturating_add(weigh(&item));
                group.push(item);
                if weight < enough {
                    return ControlFlow::Continue(());
                }
                weight = 0;
                let next = Vec::with_capacity(group.len());
                match give.send(mem::replace(&mut group, next)) {
                    Ok(()) => ControlFlow::Continue(()),
                    Err(_) => ControlFlow::Break(()),
                }
            };
            let made = make(&mut hand_on);
            let _ = give.send(group);
            made
        });
        let done = take(&mut groups.into_iter().flatten());
        let made = maker.join();
        (
            made.unwrap_or_else(|cause| panic::resume_unwind(cause)),
            done,
        )
    })
}

fn hand_out<I>(
    mut items: impl Iterator<Item = I>,
    together: &Together<I>,
    inputs: &[SyncSender<Vec<I>>],
) {
    for give in inputs.iter().cycle() {
        let mut weight = 0_usize;
        let group = std::iter::from_fn(|| {
            let item = (weight < together.enough).then(|| items.next())??;
            weight = weight.saturating_add((together.weigh)(&item));
            Some(item)
        });
        let group: Vec<I> = group.collect();
        // Who no longer takes has nobody left to write for.
        if group.is_empty() || give.send(group).is_err() {
            break;
        }
    }
}

fn work<I, O>(mut worker: impl FnMut(Vec<I>) -> O, take: &Receiver<Vec<I>>, done: &SyncSender<O>) {
    for group in take {
        if done.send(worker(group)).is_err() {
            break;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// So many numbers together.
    fn together(enough: usize) -> Together<u32> {
        Together {
            weigh: |_| 1,
            enough,
        }
    }

    #[test]
    fn all_that_is_made_is_taken_in_order() {
        for enough in [1, 7, 64] {
            let (made, taken) = beside(
                &together(enough),
                |hand_on| (0..1_000).all(|number| hand_on(number).is_continue()),
                |numbers| numbers.collect::<Vec<u32>>(),
            );
            assert!(made);
            assert!(taken.into_iter().eq(0..1_000), "{enough}");
        }
    }

    #[test]
    fn who_makes_more_than_is_taken_is_told() {
        let (made, taken) = beside(
            &together(2),
            |hand_on| (0_u32..1_000).find(|number| hand_on(*number).is_break()),
            |numbers| numbers.find(|number| *number == 5),
        );
        assert_eq!(taken, Some(5));
        // No more was made than can wait.
        assert!(made.is_some_and(|last| last < 50), "{made:?}");
    }

    #[test]
    fn what_is_handed_out_is_divided_by_weight() {
        let together = Together {
            weigh: |item: &usize| *item,
            enough: 4,
        };
        let items = [1, 1, 1, 1, 2, 2, 3, 3, 9, 1, 0, 1];
        let mut groups = Vec::new();
        let worker = || |group: Vec<usize>| group;
        let done = in_order(items.into_iter(), &together, worker, |group| {
            groups.push(group);
            Ok(())
        });
        done.unwrap();
        let whole: &[&[usize]] = &[&[1, 1, 1, 1], &[2, 2], &[3, 3], &[9], &[1, 0, 1]];
        assert_eq!(groups, whole);
    }

    #[test]
    fn what_weighs_much_goes_alone() {
        let by_length = Together {
            weigh: Vec::len,
            enough: 10,
        };
        let (made, taken) = beside(
            &by_length,
            |hand_on| (0..1_000).position(|_| hand_on(vec![0_u8; 10]).is_break()),
            Iterator::next,
        );
        assert!(taken.is_some());
        assert!(made.is_some_and(|last| last <= 6), "{made:?}");
    }

    #[test]
    #[should_panic(expected = "no more")]
    fn what_goes_wrong_on_the_other_thread_goes_wrong_here() {
        let make = |hand_on: &mut dyn FnMut(u32) -> ControlFlow<()>| {
            let _ = hand_on(1);
            panic!("no more");
        };
        beside(&together(1), make, |numbers| numbers.count());
    }
}

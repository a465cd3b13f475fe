//! Measures contenders in turn and makes a table of the medians.

use std::fmt::Write as _;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// How often each contender has its turn.
const ROUNDS: usize = 21;

/// A turn repeats its work until it has taken about this long.
const TURN: Duration = Duration::from_millis(20);

/// What a throughput counts.
#[derive(Clone, Copy)]
pub(crate) enum Work {
    /// Bytes, shown as MiB/s.
    Bytes(usize),
    /// Things done, shown as things/s.
    Items(usize),
}

/// One run of a benchmark: its contenders in order.
#[derive(Default)]
pub(crate) struct Run<'a> {
    contenders: Vec<Contender<'a>>,
}

struct Contender<'a> {
    name: &'static str,
    work: Work,
    turn: Box<dyn FnMut() + 'a>,
}

impl<'a> Run<'a> {
    /// Adds a contender; what `act` gives back is not optimised away.
    pub(crate) fn add<T>(
        &mut self,
        name: &'static str,
        work: Work,
        mut act: impl FnMut() -> T + 'a,
    ) {
        let turn = Box::new(move || {
            black_box(act());
        });
        self.contenders.push(Contender { name, work, turn });
    }

    /// Measures all and gives the table.
    pub(crate) fn table(mut self) -> String {
        if self.contenders.is_empty() {
            return String::new();
        }
        let repeats: Vec<u32> = self.contenders.iter_mut().map(Contender::repeats).collect();
        let mut times: Vec<Vec<Duration>> = vec![Vec::new(); self.contenders.len()];
        for _ in 0..ROUNDS {
            for ((contender, repeats), times) in
                self.contenders.iter_mut().zip(&repeats).zip(&mut times)
            {
                times.push(contender.time(*repeats));
            }
        }
        let medians: Vec<Duration> = times.into_iter().map(median).collect();
        let first = medians.first().copied().unwrap_or(Duration::ZERO);
        let mut table = format!(
            "{:<28} {:>12} {:>14} {:>7}\n",
            "contender", "median", "throughput", "ratio"
        );
        for (contender, median) in self.contenders.iter().zip(medians) {
            let ratio = median.as_secs_f64() / first.as_secs_f64();
            let throughput = contender.work.per_second(median);
            // Writing to a string cannot fail.
            let _ = writeln!(
                table,
                "{:<28} {:>12.2?} {throughput:>14} {ratio:>7.2}",
                contender.name, median
            );
        }
        table
    }
}

impl Contender<'_> {
    /// How many repetitions make a turn; also warms up.
    fn repeats(&mut self) -> u32 {
        let once = self.time(1).max(Duration::from_nanos(1));
        u32::try_from(TURN.as_nanos() / once.as_nanos())
            .unwrap_or(u32::MAX)
            .clamp(1, 1_000_000)
    }

    fn time(&mut self, repeats: u32) -> Duration {
        let start = Instant::now();
        for _ in 0..repeats {
            (self.turn)();
        }
        start.elapsed() / repeats
    }
}

impl Work {
    fn per_second(self, time: Duration) -> String {
        match self {
            Self::Bytes(bytes) => {
                let bytes = u32::try_from(bytes).map_or(f64::INFINITY, f64::from);
                format!("{:.0} MiB/s", bytes / time.as_secs_f64() / 1_048_576.0)
            }
            Self::Items(items) => {
                let items = u32::try_from(items).map_or(f64::INFINITY, f64::from);
                format!("{:.0} /s", items / time.as_secs_f64())
            }
        }
    }
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times
        .get(times.len() / 2)
        .copied()
        .unwrap_or(Duration::ZERO)
}

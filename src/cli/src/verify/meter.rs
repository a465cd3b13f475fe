//! How far it is.

use std::io::{self, IsTerminal};
use std::ops::ControlFlow;

/// How far a package is read, for a person who waits at a terminal.
pub(crate) struct Meter {
    total: u64,
    done: u64,
    shown: u64,
    terminal: bool,
}

impl Meter {
    pub(crate) fn new(total: u64) -> Self {
        let terminal = io::stderr().is_terminal();
        Self {
            total,
            done: 0,
            shown: 0,
            terminal,
        }
    }

    pub(crate) fn tick(&mut self, bytes: u64) -> ControlFlow<()> {
        const STEP: u64 = 32 << 20;
        self.done = self.done.saturating_add(bytes);
        if self.terminal && self.done.saturating_sub(self.shown) >= STEP {
            self.shown = self.done;
            let share = self.done.saturating_mul(100).checked_div(self.total);
            eprint!("\r{:>3} %", share.unwrap_or(100).min(100));
        }
        ControlFlow::Continue(())
    }

    pub(crate) fn clear(&self) {
        if self.shown > 0 {
            eprint!("\r     \r");
        }
    }
}

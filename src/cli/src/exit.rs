//! Exit codes.

use std::process::ExitCode;

/// How a run ended. The numbers are part of the command's interface.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Exit {
    /// 0: everything was done and nothing is wrong.
    #[default]
    Fine = 0,
    /// 1: something was done, and some input is wrong: it was named, the others were done.
    Wrong = 1,
    /// 2: the command was not understood; nothing was done.
    Usage = 2,
    /// 3: the machine failed: output could not be written.
    Failed = 3,
}

impl Exit {
    /// The graver of two.
    pub(crate) fn and(self, other: Self) -> Self {
        self.max(other)
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(match exit {
            Exit::Fine => 0,
            Exit::Wrong => 1,
            Exit::Usage => 2,
            Exit::Failed => 3,
        })
    }
}

//! What can go wrong while building and testing, and what to do about it.

use std::fmt;
use std::io;
use std::path::Path;

/// Everything here ends in success or in a [`Fault`].
pub(crate) type Result<T> = std::result::Result<T, Fault>;

/// Why a command of `cargo xtask` did not succeed.
#[derive(Debug)]
pub(crate) enum Fault {
    /// The command line was not understood.
    Usage(String),
    /// Something this needs is not on the machine; `remedy` is the command that brings it.
    Missing { what: String, remedy: String },
    /// A program that was started did not succeed.
    Failed { command: String, ended: String },
    /// The operating system refused something.
    Io { doing: String, source: io::Error },
    /// A rule of the house, a budget or a test is broken; the places have been printed.
    Broken(String),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Usage(what) => write!(f, "{what}; `cargo xtask help` lists the commands"),
            Self::Missing { what, remedy } => write!(f, "{what}; to mend it: {remedy}"),
            Self::Failed { command, ended } => write!(f, "`{command}` {ended}"),
            Self::Io { doing, source } => write!(f, "could not {doing}: {source}"),
            Self::Broken(what) => f.write_str(what),
        }
    }
}

impl std::error::Error for Fault {}

/// Adds to a refusal of the operating system what was being done.
pub(crate) trait Doing<T> {
    /// Names the verb and the path, such as `read` and `Cargo.lock`.
    fn doing(self, verb: &str, path: &Path) -> Result<T>;
}

impl<T> Doing<T> for io::Result<T> {
    fn doing(self, verb: &str, path: &Path) -> Result<T> {
        self.map_err(|source| Fault::Io {
            doing: format!("{verb} {}", path.display()),
            source,
        })
    }
}

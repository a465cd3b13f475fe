//! How much a finding weighs.

/// Weight of a finding, heaviest last so that `max` gives the verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth telling, changes nothing: the container was written anew by some
    /// other tool, for instance.
    Notice,
    /// Against a recommendation of the standard; still valid.
    Warning,
    /// Not valid, or not safe to open on every operating system.
    Error,
}

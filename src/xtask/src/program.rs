//! Starting other programs, and finding them.

use std::env;
use std::ffi::{OsStr, OsString};
use std::fmt::Display;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus, Stdio};

use crate::fault::{Fault, Result};

/// A program about to be started, and how to name it to a person.
#[derive(Debug)]
pub(crate) struct Program {
    command: Command,
    shown: String,
}

impl Program {
    /// A program by path, or by name on the `PATH`.
    pub(crate) fn new(program: impl AsRef<OsStr>) -> Self {
        let program = program.as_ref();
        let shown = Path::new(program)
            .file_name()
            .unwrap_or(program)
            .to_string_lossy()
            .into_owned();
        Self {
            command: Command::new(program),
            shown,
        }
    }

    /// The Cargo that runs this, without what it has set for us.
    pub(crate) fn cargo() -> Self {
        let mut cargo = Self::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        "cargo".clone_into(&mut cargo.shown);
        cargo
    }

    /// Adds arguments.
    pub(crate) fn args<T: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = T>) -> Self {
        for arg in args {
            self.shown.push(' ');
            self.shown.push_str(&arg.as_ref().to_string_lossy());
            self.command.arg(arg);
        }
        self
    }

    /// Sets an environment variable.
    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Sets several environment variables.
    pub(crate) fn envs(mut self, all: &[(&str, &str)]) -> Self {
        self.command.envs(all.iter().copied());
        self
    }

    /// Removes an environment variable.
    pub(crate) fn without_env(mut self, name: &str) -> Self {
        self.command.env_remove(name);
        self
    }

    /// Sets the folder it runs in.
    pub(crate) fn dir(mut self, dir: &Path) -> Self {
        self.command.current_dir(dir);
        self
    }

    /// Puts folders before those of the `PATH`.
    pub(crate) fn path_front(self, front: &[PathBuf]) -> Self {
        let path = joined_path(front);
        self.env("PATH", path)
    }

    /// Says what is started, runs it with our own output, and waits.
    pub(crate) fn run(mut self) -> Result<()> {
        println!("   $ {}", self.shown);
        let status = self.command.status();
        self.judge(status)
    }

    /// Runs it quietly and gives its standard output.
    pub(crate) fn output(mut self) -> Result<String> {
        let output = self.command.stdin(Stdio::null()).output();
        self.judge(output.as_ref().map(|output| output.status))?;
        let text = output.map(|output| output.stdout).unwrap_or_default();
        Ok(String::from_utf8_lossy(&text).trim().to_owned())
    }

    fn judge<E: Display>(&self, status: std::result::Result<ExitStatus, E>) -> Result<()> {
        match status {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(self.failed(format!("ended with {status}"))),
            Err(error) => Err(self.failed(format!("could not be started: {error}"))),
        }
    }

    fn failed(&self, ended: String) -> Fault {
        Fault::Failed {
            command: self.shown.clone(),
            ended,
        }
    }
}

/// The `PATH` with some folders put before it.
pub(crate) fn joined_path(front: &[PathBuf]) -> OsString {
    let old = env::var_os("PATH").unwrap_or_default();
    let dirs = front.iter().cloned().chain(env::split_paths(&old));
    env::join_paths(dirs).unwrap_or(old)
}

/// Looks for a program on the `PATH`, then in more folders.
pub(crate) fn find(name: &str, more: &[PathBuf]) -> Option<PathBuf> {
    let file = format!("{name}{}", env::consts::EXE_SUFFIX);
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path)
        .chain(more.iter().cloned())
        .map(|dir| dir.join(&file))
        .find(|file| file.is_file())
}

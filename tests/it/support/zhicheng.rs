//! Running the command `zhicheng`.

use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::LazyLock;

/// The command, built once for all tests in the profile that they run in.
static BINARY: LazyLock<PathBuf> = LazyLock::new(|| {
    let test = std::env::current_exe().unwrap();
    // target/PROFILE/deps/it-…
    let profile = test.parent().and_then(Path::parent).unwrap().to_owned();
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut build = Command::new(cargo);
    build
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .args(["build", "--quiet", "--package", "cli", "--target-dir"])
        .arg(profile.parent().unwrap());
    if profile.ends_with("release") {
        build.arg("--release");
    }
    assert!(build.status().unwrap().success());
    let name = format!("zhicheng{}", std::env::consts::EXE_SUFFIX);
    profile.join(name)
});

/// A run of the command in the making.
pub(crate) struct Zhicheng {
    command: Command,
    input: Vec<u8>,
}

/// How a run ended.
#[derive(Debug)]
pub(crate) struct Outcome {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Zhicheng {
    pub(crate) fn new(command: &str) -> Self {
        let mut run = Command::new(&*BINARY);
        run.args(command.split_whitespace());
        Self {
            command: run,
            input: Vec::new(),
        }
    }

    /// A run within so many kilobytes of address space; the command is the first argument.
    #[cfg(unix)]
    pub(crate) fn limited(kilobytes: u32) -> Self {
        let mut run = Command::new("sh");
        let limit = format!("ulimit -v {kilobytes} && exec \"$0\" \"$@\"");
        run.arg("-c").arg(limit).arg(&*BINARY);
        Self {
            command: run,
            input: Vec::new(),
        }
    }

    pub(crate) fn arg(mut self, arg: impl AsRef<OsStr>) -> Self {
        self.command.arg(arg);
        self
    }

    pub(crate) fn args<'a>(mut self, args: impl IntoIterator<Item = &'a str>) -> Self {
        self.command.args(args);
        self
    }

    pub(crate) fn input(mut self, input: impl Into<Vec<u8>>) -> Self {
        self.input = input.into();
        self
    }

    pub(crate) fn run(mut self) -> Outcome {
        let pipes = self
            .command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        let mut child = pipes.spawn().unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let input = self.input;
        let feeding = std::thread::spawn(move || {
            // The command may end before it has read everything; that is its right.
            let _ = stdin.write_all(&input);
        });
        let output = child.wait_with_output().unwrap();
        feeding.join().unwrap();
        Outcome {
            code: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Outcome {
    /// The run ended with this code, else its words are shown.
    pub(crate) fn code(self, code: i32) -> Self {
        assert_eq!(self.code, code, "{self:#?}");
        self
    }

    /// Standard error holds these words.
    pub(crate) fn says(self, words: &str) -> Self {
        assert!(self.err.contains(words), "`{words}` is not in {self:#?}");
        self
    }

    /// Standard output holds these words.
    pub(crate) fn prints(self, words: &str) -> Self {
        assert!(self.out.contains(words), "`{words}` is not in {self:#?}");
        self
    }
}

/// An empty folder of its own for a test.
pub(crate) fn scratch(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

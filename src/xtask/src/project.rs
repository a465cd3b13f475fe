//! Where things are: the checkout, the build output, the cache of tools.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD as STANDARD;
use sha2::{Digest as _, Sha256, Sha384};

use crate::fault::{Doing as _, Fault, Result};

/// The profile that makes the command as people have it.
pub(crate) const COMMAND: &str = "command";

/// The checkout that this command works on, and the folders around it.
#[derive(Debug, Clone)]
pub(crate) struct Project {
    root: PathBuf,
    cache: PathBuf,
}

impl Project {
    /// Finds the checkout from where Cargo runs this, and the user's cache folder.
    pub(crate) fn find() -> Result<Self> {
        let start =
            env::var_os("CARGO_MANIFEST_DIR").map_or_else(env::current_dir, |dir| Ok(dir.into()));
        let start = start.doing("find", Path::new("the current folder"))?;
        let root = start
            .ancestors()
            .find(|dir| dir.join("Trunk.toml").is_file())
            .ok_or_else(|| Fault::Usage("no Trunk.toml here or above".to_owned()))?
            .to_path_buf();
        Ok(Self {
            root,
            cache: user_cache()?.join("zhicheng"),
        })
    }

    /// The root of the checkout.
    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The built application.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The browser tests.
    pub(crate) fn browser_tests(&self) -> PathBuf {
        self.root.join("tests").join("browser")
    }

    /// The script of a benchmark, which Node runs.
    pub(crate) fn bench_script(&self, name: &str) -> PathBuf {
        let folder = self.root.join("tests").join("bench").join(name);
        folder.join("main.js")
    }

    /// Cargo's output folder.
    pub(crate) fn target(&self) -> PathBuf {
        env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| self.root.join("target"), |dir| self.root.join(dir))
    }

    /// The release command.
    pub(crate) fn command(&self) -> PathBuf {
        let name = format!("zhicheng{}", env::consts::EXE_SUFFIX);
        self.target().join("release").join(name)
    }

    /// The command as people have it, which takes longer to build.
    pub(crate) fn finished_command(&self) -> PathBuf {
        let name = format!("zhicheng{}", env::consts::EXE_SUFFIX);
        self.target().join(COMMAND).join(name)
    }

    /// A folder of the per-user cache, outside of every checkout.
    pub(crate) fn cached(&self, name: &str) -> PathBuf {
        self.cache.join(name)
    }

    /// The folder of one tool in one version.
    pub(crate) fn tool(&self, name: &str, version: &str) -> PathBuf {
        self.cache.join("tools").join(format!("{name}-{version}"))
    }

    /// The version that Cargo.lock has of a package.
    pub(crate) fn locked_version(&self, package: &str) -> Result<String> {
        let path = self.root.join("Cargo.lock");
        let text = fs::read_to_string(&path).doing("read", &path)?;
        version_in_lock(&text, package)
            .ok_or_else(|| Fault::Broken(format!("Cargo.lock has no package `{package}`")))
    }

    /// The names of the workspace's crates under `src/`, sorted.
    pub(crate) fn crates(&self) -> Result<Vec<String>> {
        let src = self.root.join("src");
        let mut names = Vec::new();
        for entry in fs::read_dir(&src).doing("list", &src)? {
            let path = entry.doing("list", &src)?.path();
            if path.join("Cargo.toml").is_file()
                && let Some(name) = path.file_name()
            {
                names.push(name.to_string_lossy().into_owned());
            }
        }
        names.sort();
        Ok(names)
    }

    /// The crates that neither know a browser nor an operating system.
    pub(crate) fn pure_crates(&self) -> Result<Vec<String>> {
        let impure = ["app", "cli", "office", "ui", "worker", "xtask"];
        Ok(self
            .crates()?
            .into_iter()
            .filter(|name| !impure.contains(&name.as_str()))
            .collect())
    }
}

/// All files below a folder, sorted.
pub(crate) fn files_below(dir: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(dir).into_iter().flatten() {
        let path = entry.doing("list", dir)?.path();
        if path.is_dir() {
            files.extend(files_below(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// What a page names as the integrity of some bytes.
pub(crate) fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", base64(&Sha384::digest(bytes)))
}

/// RFC 4648, section 4.
pub(crate) fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// The first 16 hexadecimal digits of the SHA-256 of some bytes: a name for what they pin.
pub(crate) fn short_digest(bytes: &[u8]) -> String {
    let first = Sha256::digest(bytes).into_iter().take(8);
    let number = first.fold(0_u64, |number, byte| (number << 8) | u64::from(byte));
    format!("{number:016x}")
}

fn version_in_lock(text: &str, package: &str) -> Option<String> {
    let name = format!("name = \"{package}\"");
    let mut lines = text.lines().skip_while(|line| *line != name);
    lines.next()?;
    let version = lines.next()?.strip_prefix("version = \"")?;
    version.strip_suffix('"').map(ToOwned::to_owned)
}

fn user_cache() -> Result<PathBuf> {
    let set = |name: &str| {
        env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    set("XDG_CACHE_HOME")
        .filter(|path| path.is_absolute())
        .or_else(|| set("LOCALAPPDATA"))
        .or_else(|| env::home_dir().map(|home| home.join(".cache")))
        .ok_or_else(|| Fault::Missing {
            what: "there is no home folder for the tools".to_owned(),
            remedy: "set XDG_CACHE_HOME to an absolute path".to_owned(),
        })
}

/// The text of a file.
pub(crate) fn read_text(path: &Path) -> Result<String> {
    fs::read_to_string(path).doing("read", path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_locked_version_is_that_of_the_whole_name() {
        let lock = "[[package]]\nname = \"a-b\"\nversion = \"1.0.0\"\n\n[[package]]\nname = \"a\"\nversion = \"2.0.1\"\n";
        assert_eq!(version_in_lock(lock, "a").as_deref(), Some("2.0.1"));
        assert_eq!(version_in_lock(lock, "b"), None);
    }

    #[test]
    fn the_integrity_of_bytes_is_that_of_the_standard() {
        // Subresource Integrity, section 3.2.
        assert_eq!(
            integrity(b"alert('Hello, world.');"),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
    }

    #[test]
    fn a_digest_is_named_by_its_first_eight_bytes() {
        assert_eq!(short_digest(b"abc"), "ba7816bf8f01cfea");
    }
}

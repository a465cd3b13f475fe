//! Node and the packages pinned by `tests/browser/package-lock.json`.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use super::{debian, installing};
use crate::fault::{Doing as _, Fault, Result};
use crate::program::{self, Program};
use crate::project::{Project, short_digest};

/// The oldest Node that the packages run on.
const OLDEST: u32 = 18;

/// Node with the packages.
#[derive(Debug, Clone)]
pub(crate) struct Node {
    /// The `node` binary.
    pub(crate) program: PathBuf,
    /// The `node_modules` folder.
    pub(crate) packages: PathBuf,
}

/// Finds Node, has it installed where that is possible, and brings the packages.
pub(crate) fn ensure(project: &Project) -> Result<Node> {
    let program = find().or_else(|_| {
        debian::install(&["nodejs", "npm"])?;
        find()
    })?;
    let packages = packages(project, &program, &project.browser_tests(), &CI)?;
    Ok(Node { program, packages })
}

/// Node with the packages of a benchmark's folder.
///
/// Its lock file names the native parts of one system only, so others are added where they are needed.
pub(crate) fn with(project: &Project, folder: &Path) -> Result<Node> {
    let program = find()?;
    let packages = packages(project, &program, folder, &["install"])?;
    Ok(Node { program, packages })
}

/// Installs what the lock file names, and refuses to change it.
const CI: [&str; 1] = ["ci"];

fn find() -> Result<PathBuf> {
    let missing = |what: String| Fault::Missing {
        what,
        remedy: debian::command(&["nodejs", "npm"]),
    };
    let program = program::find("node", &usual_places())
        .ok_or_else(|| missing("Node is not on this machine".to_owned()))?;
    let version = Program::new(&program).args(["--version"]).output()?;
    if major(&version).is_some_and(|major| major >= OLDEST) {
        return Ok(program);
    }
    Err(missing(format!(
        "Node is {version}, and {OLDEST} or later is needed"
    )))
}

/// The first number of a version such as `v20.1.0`.
fn major(version: &str) -> Option<u32> {
    version
        .trim_start_matches('v')
        .split('.')
        .next()?
        .parse()
        .ok()
}

fn usual_places() -> Vec<PathBuf> {
    let mut places: Vec<PathBuf> = ["/usr/local/bin", "/usr/bin", "/opt/homebrew/bin"]
        .map(PathBuf::from)
        .to_vec();
    if let Some(home) = env::home_dir() {
        places.push(home.join(".local/bin"));
        places.push(home.join(".volta/bin"));
        let nvm = home.join(".nvm/versions/node");
        places.extend(
            fs::read_dir(nvm)
                .into_iter()
                .flatten()
                .flatten()
                .map(|entry| entry.path().join("bin")),
        );
    }
    places
}

/// The folder `node_modules` of the lock file: in the cache, with a link to it beside the tests.
fn packages(project: &Project, node: &Path, tests: &Path, how: &[&str]) -> Result<PathBuf> {
    let lock = tests.join("package-lock.json");
    let digest = short_digest(&fs::read(&lock).doing("read", &lock)?);
    let folder = project.cached(&format!("npm-{digest}"));
    installing::folder_once(project, &folder, |partial| {
        println!("   installing Node packages, once for this user");
        for name in ["package.json", "package-lock.json"] {
            fs::copy(tests.join(name), partial.join(name)).doing("copy", &tests.join(name))?;
        }
        npm(partial, node, how)
    })?;
    let packages = folder.join("node_modules");
    link(&packages, &tests.join("node_modules"))?;
    Ok(packages)
}

fn npm(folder: &Path, node: &Path, how: &[&str]) -> Result<()> {
    let bin = node.parent().map(PathBuf::from);
    let npm = program::find("npm", &usual_places()).ok_or_else(|| Fault::Missing {
        what: "npm is not on this machine".to_owned(),
        remedy: debian::command(&["npm"]),
    })?;
    Program::new(npm)
        .args(how)
        .args(["--ignore-scripts", "--no-audit", "--no-fund"])
        .path_front(bin.as_slice())
        .dir(folder)
        .run()
}

/// Makes `link` point to `packages`, so that Node finds them from the tests.
#[cfg(unix)]
fn link(packages: &Path, link: &Path) -> Result<()> {
    if fs::read_link(link).is_ok_and(|old| old == packages) {
        return Ok(());
    }
    if link.is_symlink() {
        fs::remove_file(link).doing("remove", link)?;
    } else if link.is_dir() {
        fs::remove_dir_all(link).doing("remove", link)?;
    }
    std::os::unix::fs::symlink(packages, link).doing("link", link)
}

/// Where links need rights, a junction does.
#[cfg(not(unix))]
fn link(packages: &Path, link: &Path) -> Result<()> {
    if link.exists() {
        fs::remove_dir(link).doing("remove", link)?;
    }
    Program::new("cmd")
        .args(["/C", "mklink", "/J"])
        .args([link, packages])
        .output()
        .map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_the_first_number() {
        assert_eq!(major("v20.20.2"), Some(20));
        assert_eq!(major("what"), None);
    }
}

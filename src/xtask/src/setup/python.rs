//! The independent checkers from Python, pinned by `tests/requirements.txt`.

use std::fs;
use std::path::{Path, PathBuf};

use super::{debian, installing};
use crate::fault::{Doing as _, Fault, Result};
use crate::program::{self, Program};
use crate::project::{Project, short_digest};

/// The Python on this machine.
pub(crate) fn find() -> Result<PathBuf> {
    let places = ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"].map(PathBuf::from);
    program::find("python3", &places).ok_or_else(|| Fault::Missing {
        what: "Python 3 is not on this machine".to_owned(),
        remedy: debian::command(&["python3", "python3-pip"]),
    })
}

/// The folder with the packages of the requirements, for `PYTHONPATH`.
pub(crate) fn packages(project: &Project, python: &Path) -> Result<PathBuf> {
    let list = project.root().join("tests").join("requirements.txt");
    let mut pinned = fs::read(&list).doing("read", &list)?;
    pinned.extend(Program::new(python).args(["--version"]).output()?.bytes());
    let folder = project.cached(&format!("python-{}", short_digest(&pinned)));
    installing::folder_once(project, &folder, |partial| {
        println!("   installing the Python packages of tests/requirements.txt, once for this user");
        if Program::new(python)
            .args(["-m", "pip", "--version"])
            .output()
            .is_err()
        {
            debian::install(&["python3-pip"])?;
        }
        Program::new(python)
            .args([
                "-m",
                "pip",
                "install",
                "--no-input",
                "--disable-pip-version-check",
                "--quiet",
                "--target",
            ])
            .args([partial])
            .args([Path::new("-r"), &list])
            .env("PIP_ROOT_USER_ACTION", "ignore")
            .run()
    })?;
    Ok(folder)
}

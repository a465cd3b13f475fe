//! What comes from the system's packages: the browsers, a Chinese font, nginx, tools for zips, a spreadsheet program.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::fault::{Fault, Result};
use crate::program::{self, Program};

/// Names under which Chromium is known, the wanted one first.
const CHROMIUM: [&str; 5] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
];

/// Names under which Firefox is known, the wanted one first.
const FIREFOX: [&str; 2] = ["firefox-esr", "firefox"];

/// Folders that programs outside of the `PATH` are in.
const PLACES: [&str; 5] = [
    "/usr/bin",
    "/usr/sbin",
    "/usr/local/bin",
    "/snap/bin",
    "/Applications/Chromium.app/Contents/MacOS",
];

/// Parts of the file names of fonts with Chinese glyphs.
const CHINESE_FONTS: [&str; 6] = [
    "notosanscjk",
    "notoserifcjk",
    "sourcehan",
    "wqy-",
    "droidsansfallback",
    "uming",
];

/// Installs what the tests need and is not there.
pub(crate) fn ensure_for_tests() -> Result<()> {
    let here = |name: &str| program::find(name, &places()).is_some();
    let wanted = [
        ("chromium", chromium().is_ok()),
        ("firefox-esr", firefox().is_ok()),
        ("fonts-noto-cjk", has_chinese_font()),
        ("nginx-light", nginx().is_ok()),
        ("unzip", here("unzip")),
        ("zip", here("zip")),
        ("7zip", here("7zz") || here("7z")),
        ("libarchive-tools", here("bsdtar")),
        ("libreoffice-calc-nogui", here("soffice")),
        ("nodejs", here("node")),
        ("npm", here("npm")),
        ("python3", here("python3")),
    ];
    let missing: Vec<&str> = wanted
        .iter()
        .filter(|(_, here)| !here)
        .map(|(name, _)| *name)
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    install(&missing)
}

/// The browser, which `CHROMIUM` in the environment may name.
pub(crate) fn chromium() -> Result<PathBuf> {
    let named = env::var_os("CHROMIUM")
        .map(PathBuf::from)
        .filter(|path| path.is_file());
    let found = named.or_else(|| {
        CHROMIUM
            .iter()
            .find_map(|name| program::find(name, &places()))
    });
    found.ok_or_else(|| Fault::Missing {
        what: "Chromium is not on this machine".to_owned(),
        remedy: command(&["chromium"]),
    })
}

/// The other browser, which `FIREFOX` in the environment may name.
pub(crate) fn firefox() -> Result<PathBuf> {
    let named = env::var_os("FIREFOX")
        .map(PathBuf::from)
        .filter(|path| path.is_file());
    let found = named.or_else(|| {
        FIREFOX
            .iter()
            .find_map(|name| program::find(name, &places()))
    });
    found.ok_or_else(|| Fault::Missing {
        what: "Firefox is not on this machine".to_owned(),
        remedy: command(&["firefox-esr"]),
    })
}

/// The server that our configuration for hosts is tried on.
pub(crate) fn nginx() -> Result<PathBuf> {
    program::find("nginx", &places()).ok_or_else(|| Fault::Missing {
        what: "nginx is not on this machine".to_owned(),
        remedy: command(&["nginx-light"]),
    })
}

/// Installs Debian packages when we may; otherwise says which command would.
pub(crate) fn install(packages: &[&str]) -> Result<()> {
    let missing = || Fault::Missing {
        what: format!(
            "these packages are not on this machine: {}",
            packages.join(", ")
        ),
        remedy: command(packages),
    };
    let apt = program::find("apt-get", &places())
        .filter(|_| is_root())
        .ok_or_else(missing)?;
    println!(
        "   installing from the system's packages: {}",
        packages.join(", ")
    );
    let apt_get = || Program::new(&apt).env("DEBIAN_FRONTEND", "noninteractive");
    apt_get().args(["update", "--quiet=2"]).run()?;
    apt_get()
        .args(["install", "--yes", "--quiet", "--no-install-recommends"])
        .args(packages)
        .run()
}

/// The command that a person with rights would type.
pub(crate) fn command(packages: &[&str]) -> String {
    format!(
        "sudo apt-get install -y --no-install-recommends {}",
        packages.join(" ")
    )
}

fn places() -> Vec<PathBuf> {
    PLACES.map(PathBuf::from).to_vec()
}

/// Whether we may do everything here.
pub(crate) fn is_root() -> bool {
    Program::new("id")
        .args(["-u"])
        .output()
        .is_ok_and(|id| id == "0")
}

/// Whether a font for Chinese is there; only Linux systems come without.
fn has_chinese_font() -> bool {
    let home = env::home_dir().unwrap_or_default();
    let dirs = [
        PathBuf::from("/usr/share/fonts"),
        "/usr/local/share/fonts".into(),
        home.join(".local/share/fonts"),
    ];
    !cfg!(target_os = "linux") || dirs.iter().any(|dir| has_font_in(dir, 4))
}

fn has_font_in(dir: &Path, depth: u8) -> bool {
    fs::read_dir(dir)
        .into_iter()
        .flatten()
        .flatten()
        .any(|entry| {
            let name = entry.file_name().to_string_lossy().to_lowercase();
            CHINESE_FONTS.iter().any(|font| name.starts_with(font)) && entry.path().is_file()
                || depth > 0
                    && entry.path().is_dir()
                    && has_font_in(&entry.path(), depth.saturating_sub(1))
        })
}

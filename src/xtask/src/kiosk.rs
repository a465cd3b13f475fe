//! What kiosk mode adds to the application: one script and one style sheet, fetched by kiosks alone.

use std::fs;

use crate::fault::{Doing as _, Result};
use crate::lean::lean;
use crate::parts::{self, Part};
use crate::project::Project;

/// The parts of the script, each below what it uses.
const SCRIPT: [&str; 4] = [
    "src/app/kiosk/words.js",
    "src/app/kiosk/wipe.js",
    "src/app/kiosk/pad.js",
    "src/app/kiosk/session.js",
];

const STYLE: [&str; 1] = ["src/app/kiosk/kiosk.css"];

/// Puts both into `dist/` and names them in the page.
pub(crate) fn build(project: &Project) -> Result<()> {
    let dist = project.dist();
    let (script, style) = (script(project)?, style(project)?);
    let parts = [
        (
            "script",
            Part::place(&dist, "kiosk", "js", script.as_bytes())?,
        ),
        (
            "style",
            Part::place(&dist, "kiosk", "css", style.as_bytes())?,
        ),
    ];
    parts::name_in_page(&dist, "kiosk", &parts)
}

/// The script of kiosk mode.
pub(crate) fn script(project: &Project) -> Result<String> {
    joined(project, &SCRIPT)
}

/// The style sheet of kiosk mode.
pub(crate) fn style(project: &Project) -> Result<String> {
    joined(project, &STYLE)
}

fn joined(project: &Project, names: &[&str]) -> Result<String> {
    let mut text = String::new();
    for name in names {
        let path = project.root().join(name);
        text.push_str(&lean(&fs::read_to_string(&path).doing("read", &path)?));
    }
    Ok(text)
}

//! The first screen in the page, so that it is painted before the module is there.
//!
//! The application draws it (`src/app/src/first_screen.rs`, by its feature `first-screen`) on the machine that builds, so
//! there is no second source of its words. `src/app/first.js` shows it and hands it over.
//! The module and its glue come behind it: `boot.js` fetches them.

use std::fs;
use std::time::{SystemTime, UNIX_EPOCH};

use chrono::{DateTime, Datelike as _};

use crate::fault::{Doing as _, Fault, Result};
use crate::page::{attribute, tags};
use crate::program::Program;
use crate::project::Project;

/// What the application draws.
#[derive(Debug)]
pub(crate) struct FirstScreen {
    /// The year of the season that it begins with.
    pub(crate) year: i32,
    /// The screen, and templates beside it, as markup.
    pub(crate) text: String,
}

impl FirstScreen {
    /// Has the application draw it for this year and the next ones, as `dist/` has it or, by the further feature
    /// `one-file`, as the one-file edition does.
    pub(crate) fn drawn(project: &Project, features: &[&str]) -> Result<Self> {
        let year = this_year()?;
        let text = Program::cargo()
            .args(["run", "--locked", "--quiet", "-p", "app"])
            .args(["--features", "first-screen"])
            .args(features.iter().flat_map(|feature| ["--features", feature]))
            .args(["--", &year.to_string()])
            .dir(project.root())
            .output()?;
        Ok(Self { year, text })
    }

    /// Puts it into the page of `dist/`.
    pub(crate) fn put(&self, project: &Project) -> Result<()> {
        let path = project.dist().join("index.html");
        let page = fs::read_to_string(&path).doing("read", &path)?;
        let page = self.put_into(&page)?;
        fs::write(&path, page).doing("write", &path)
    }

    fn put_into(&self, page: &str) -> Result<String> {
        let year = format!("<meta name=\"first\" content=\"{}\">", self.year);
        let meta = tag(page, "<meta ", "name", "first")?;
        let page = page.replacen(meta, &year, 1);
        let boot = tag(&page, "<p ", "id", "boot")?;
        let end = page
            .split_once(boot)
            .and_then(|(before, rest)| Some(before.len() + boot.len() + rest.find("</p>")? + 4));
        let (before, after) = end
            .and_then(|end| page.split_at_checked(end))
            .ok_or_else(|| broken("`#boot` has no end"))?;
        Ok([before, &self.text, after].concat())
    }
}

/// The tag that begins so and has an attribute of a value.
fn tag<'a>(page: &'a str, start: &str, name: &str, value: &str) -> Result<&'a str> {
    let mut found = tags(page).filter(|tag| tag.starts_with(start));
    found
        .find(|tag| attribute(tag, name) == Some(value))
        .ok_or_else(|| broken(&format!("no {start}{name}={value}>")))
}

fn broken(what: &str) -> Fault {
    Fault::Broken(format!("index.html: {what}"))
}

fn this_year() -> Result<i32> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    let seconds = now.ok().and_then(|now| i64::try_from(now.as_secs()).ok());
    let day = seconds.and_then(|seconds| DateTime::from_timestamp(seconds, 0));
    day.map(|day| day.year())
        .ok_or_else(|| Fault::Broken("the clock of this machine says no day".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head><meta name=first content></head><body><div id=app><p id=boot role=status>words</p></div></body>";

    #[test]
    fn it_stands_behind_the_words() {
        let first = FirstScreen {
            year: 2026,
            text: "<div>screen</div>".to_owned(),
        };
        assert_eq!(
            first.put_into(PAGE).unwrap(),
            "<head><meta name=\"first\" content=\"2026\"></head><body><div id=app><p id=boot role=status>words</p><div>screen</div></div></body>"
        );
        assert!(first.put_into("<p id=boot>").is_err());
    }
}

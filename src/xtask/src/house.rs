//! The rules of the house that no compiler knows, checked line by line over the checkout.
//!
//! - The interface never writes `{ for … }` in `html!`: Yew 0.23 then re-creates inputs (its issues 3262 and 4092).
//! - Only the `platform` folders of the applications, of their design system and of the worker name `web_sys`.
//! - The pure crates know no float, no hash order, no clock, no files, no network.
//! - No path of one machine and no host name of a package registry stands in a file.
//! - No unfinished mark stands in Rust code, and each Rust file says at its top what it is.
//! - Each style sheet is part of the page, and the lock file of the browser tests names no addresses.

mod rules;
mod tree;

use std::fs;

use crate::fault::{Doing as _, Fault, Result};
use crate::project::Project;
use rules::Rule;
use tree::SourceFile;

/// Prints each broken rule with its place; an error when there is one.
pub(crate) fn check(project: &Project) -> Result<()> {
    let files = tree::files(project.root())?;
    let rules = rules::all(project)?;
    let mut broken: Vec<String> = files
        .iter()
        .flat_map(|file| complaints(file, &rules))
        .collect();
    broken.extend(unlinked_styles(project, &files)?);
    for line in &broken {
        println!("{line}");
    }
    println!(
        "house: {} files, {} rules broken",
        files.len(),
        broken.len()
    );
    if broken.is_empty() {
        Ok(())
    } else {
        Err(Fault::Broken(format!(
            "{} rules of the house are broken",
            broken.len()
        )))
    }
}

fn complaints(file: &SourceFile, rules: &[Rule]) -> Vec<String> {
    let name = &file.name;
    let mut found = Vec::new();
    if file.is_rust() && !file.text.starts_with("//!") {
        found.push(format!(
            "{name}:1: a Rust file starts with a `//!` line that says what it is"
        ));
    }
    for rule in rules.iter().filter(|rule| (rule.applies)(file)) {
        for (number, line) in (1_usize..).zip(file.lines(rule.whole)) {
            if let Some(what) = (rule.finds)(line) {
                found.push(format!("{name}:{number}: {} (`{what}`)", rule.says));
            }
        }
    }
    found
}

/// The build takes only those style sheets that the page names; one that it does not is forgotten.
fn unlinked_styles(project: &Project, files: &[SourceFile]) -> Result<Vec<String>> {
    let path = project.root().join("index.html");
    let page = fs::read_to_string(&path).doing("read", &path)?;
    let styles = files
        .iter()
        .filter(|file| file.name.starts_with("styles/") && file.has_extension("css"));
    let lost = styles.filter(|file| !page.contains(&format!("href=\"{}\"", file.name)));
    Ok(lost
        .map(|file| {
            format!(
                "{}:1: index.html has no link to this style sheet",
                file.name
            )
        })
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complaints_about(name: &str, text: &str) -> Vec<String> {
        let file = SourceFile {
            name: name.to_owned(),
            text: text.to_owned(),
        };
        complaints(&file, &rules::all_for(vec!["assess".to_owned()]))
    }

    #[test]
    fn what_the_rules_forbid_is_named_with_its_line() {
        let cases = [
            (
                "src/app/src/x.rs",
                "//! X.\nlet a = html! { { for xs } };",
                "src/app/src/x.rs:2:",
            ),
            (
                "src/app/src/x.rs",
                "//! X.\nuse web_sys::Window;",
                "src/app/src/x.rs:2:",
            ),
            (
                "src/assess/src/x.rs",
                "//! X.\nlet a: f64 = 1;",
                "src/assess/src/x.rs:2:",
            ),
            ("src/assess/src/x.rs", "fn a() {}", "src/assess/src/x.rs:1:"),
            ("README.md", concat!("see /", "work/x"), "README.md:1:"),
            (
                "README.md",
                concat!("https://static.cra", "tes.example/x"),
                "README.md:1:",
            ),
        ];
        for (name, text, start) in cases {
            let found = complaints_about(name, text);
            assert!(
                matches!(found.as_slice(), [one] if one.starts_with(start)),
                "{name} {text}: {found:?}"
            );
        }
    }

    #[test]
    fn what_only_looks_alike_is_let_be() {
        let cases = [
            ("src/app/src/platform/x.rs", "//! X.\nuse web_sys::Window;"),
            (
                "src/assess/src/x.rs",
                "//! X.\n// An f64 would round.\n#[cfg(test)]\nmod tests { fn a(b: f64) {} }",
            ),
            (
                "src/assess/src/x.rs",
                "//! X.\nfn serialize_f64(self, _: f64) -> Result<Json> {",
            ),
            ("src/cli/src/x.rs", "//! X.\nlet a: f64 = 1;"),
            ("README.md", "a path/work/x, https://docs.rs/crates"),
            ("README.md", concat!("</", "workbook>")),
        ];
        for (name, text) in cases {
            assert_eq!(complaints_about(name, text), Vec::<String>::new(), "{name}");
        }
    }
}

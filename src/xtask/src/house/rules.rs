//! What a line may not say, and in which files.

use super::tree::SourceFile;
use crate::fault::Result;
use crate::project::Project;

/// A rule about single lines.
pub(super) struct Rule {
    /// What a person reads.
    pub(super) says: &'static str,
    /// Which files it looks at.
    pub(super) applies: Box<dyn Fn(&SourceFile) -> bool>,
    /// Whether it looks at comments and tests too.
    pub(super) whole: bool,
    /// What it finds wrong in a line.
    pub(super) finds: fn(&str) -> Option<&'static str>,
}

// The marks are put together here so that this file does not break its own rules.

const MACHINE_PATHS: [&str; 3] = [
    concat!("/", "work"),
    concat!("/", "farm"),
    concat!("/", "root"),
];

const REGISTRIES: [&str; 5] = [
    concat!("cra", "tes"),
    concat!("np", "m"),
    concat!("py", "pi"),
    concat!("pythonho", "sted"),
    concat!("deb", "ian"),
];

const UNFINISHED: [&str; 6] = [
    concat!("to", "do!("),
    concat!("unimple", "mented!("),
    concat!("db", "g!("),
    concat!("FIX", "ME"),
    concat!("XX", "X"),
    concat!("#[ig", "nore"),
];

const IMPURE: [&str; 11] = [
    "f32",
    "f64",
    "HashMap",
    "HashSet",
    "SystemTime",
    "Instant",
    "std::fs",
    "std::net",
    "std::env",
    "std::process",
    "std::thread",
];

/// The rules for this checkout.
pub(super) fn all(project: &Project) -> Result<Vec<Rule>> {
    Ok(all_for(project.pure_crates()?))
}

/// The rules, given the names of the pure crates.
pub(super) fn all_for(pure: Vec<String>) -> Vec<Rule> {
    let in_app = |file: &SourceFile| {
        let folders = ["src/app/", "src/office/", "src/ui/"];
        file.is_rust() && folders.iter().any(|folder| file.name.starts_with(folder))
    };
    let outside_platform = move |file: &SourceFile| {
        let of = |name: &str| {
            let folder = format!("src/{name}/src/");
            let inside = file.name.strip_prefix(folder.as_str());
            inside.is_some_and(|path| !path.starts_with("platform"))
        };
        file.is_rust() && (of("app") || of("office") || of("ui") || of("worker"))
    };
    let is_pure = move |file: &SourceFile| {
        file.is_rust()
            && pure
                .iter()
                .any(|name| file.name.starts_with(&format!("src/{name}/src/")))
            && !is_test(file)
    };
    let is_written = |file: &SourceFile| {
        !file.has_extension("lock") && !file.name.ends_with("package-lock.json")
    };
    let outside_ci = move |file: &SourceFile| is_written(file) && !file.name.starts_with(".ci/");
    let is_npm_lock = |file: &SourceFile| file.name.ends_with("package-lock.json");
    vec![
        rule(
            "write `for x in xs { … }` or collect; this form re-creates inputs",
            in_app,
            false,
            for_in_braces,
        ),
        rule(
            "only a `platform` folder names web-sys",
            outside_platform,
            false,
            |line| word(line, &["web_sys"]),
        ),
        rule(
            "a pure crate knows no float, hash order, clock or system",
            is_pure,
            false,
            impure,
        ),
        rule("a path of one machine", outside_ci, true, machine_path),
        rule(
            "the host name of a package registry",
            is_written,
            true,
            registry,
        ),
        rule("an unfinished mark", SourceFile::is_rust, true, |line| {
            contained(line, &UNFINISHED)
        }),
        rule(
            "the lock file names addresses; set omit-lockfile-registry-resolved",
            is_npm_lock,
            true,
            resolved,
        ),
    ]
}

fn rule(
    says: &'static str,
    applies: impl Fn(&SourceFile) -> bool + 'static,
    whole: bool,
    finds: fn(&str) -> Option<&'static str>,
) -> Rule {
    Rule {
        says,
        applies: Box::new(applies),
        whole,
        finds,
    }
}

fn is_test(file: &SourceFile) -> bool {
    file.name.contains("/tests/") || file.name.ends_with("/tests.rs")
}

fn contained(line: &str, marks: &[&'static str]) -> Option<&'static str> {
    marks.iter().find(|mark| line.contains(**mark)).copied()
}

/// A mark that stands as a word of its own.
fn word(line: &str, marks: &[&'static str]) -> Option<&'static str> {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    let stands = |mark: &str| {
        line.match_indices(mark).any(|(at, _)| {
            let before = line.get(..at).and_then(|text| text.chars().next_back());
            let after = line
                .get(at.saturating_add(mark.len())..)
                .and_then(|text| text.chars().next());
            !before.is_some_and(is_part) && !after.is_some_and(is_part)
        })
    };
    marks.iter().find(|mark| stands(mark)).copied()
}

/// Serde's traits make one name floats even to refuse them: as an unused argument, or to its macro.
fn impure(line: &str) -> Option<&'static str> {
    let refused = ["_: f32", "_: f64", "bool f32 f64 char"];
    let rest = refused
        .iter()
        .fold(line.to_owned(), |line, refused| line.replace(refused, ""));
    word(&rest, &IMPURE)
}

fn for_in_braces(line: &str) -> Option<&'static str> {
    contained(line, &["{ for ", "{for "])
}

fn resolved(line: &str) -> Option<&'static str> {
    contained(line, &["\"resolved\":"])
}

/// An absolute path into a folder that only some machine has.
fn machine_path(line: &str) -> Option<&'static str> {
    let starts = |at: usize| {
        let before = line.get(..at).and_then(|text| text.chars().next_back());
        !before.is_some_and(|c| c.is_ascii_alphanumeric() || "_.~-".contains(c))
    };
    let temporary = |(at, mark): (usize, &str)| {
        let next = line
            .get(at.saturating_add(mark.len())..)
            .and_then(|text| text.chars().next());
        starts(at) && next.is_some_and(|c| c.is_ascii_lowercase())
    };
    if line.match_indices(concat!("/", "tmp/")).any(temporary) {
        return Some(concat!("/", "tmp/"));
    }
    // A whole segment: an element of XML may begin with the same letters.
    let whole = |(at, mark): (usize, &str)| {
        let rest = line.get(at.saturating_add(mark.len())..);
        starts(at) && !rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()))
    };
    MACHINE_PATHS
        .into_iter()
        .find(|mark| line.match_indices(mark).any(whole))
}

fn registry(line: &str) -> Option<&'static str> {
    let mut addresses = line
        .match_indices("://")
        .filter_map(|(at, mark)| line.get(at.saturating_add(mark.len())..));
    addresses.find_map(|address| {
        let host = address.split(['/', ' ']).next().unwrap_or_default();
        contained(host, &REGISTRIES)
    })
}

//! The worker's module: a second wasm with a plain script, named in the page that Trunk has made.
//!
//! Trunk makes one module for a page; this one is compiled with the same profile and the same wasm-bindgen, as a script
//! that also runs from a Blob, so that a worker needs no request.

use std::fs;
use std::path::{Path, PathBuf};

use crate::fault::{Doing as _, Fault, Result};
use crate::program::Program;
use crate::project::{Project, integrity, short_digest};
use crate::setup::BuildTools;

/// What wasm-opt must know that the compiler uses; the same as in `index.html`.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

/// Builds the module into `dist/` and names it in the page.
pub(crate) fn build(project: &Project, tools: &BuildTools) -> Result<()> {
    let compiled = compile(project, tools)?;
    let folder = project.target().join("worker");
    bind(project, tools, &compiled, &folder)?;
    let wasm = folder.join("worker_bg.wasm");
    optimise(tools, &wasm)?;
    let wasm = fs::read(&wasm).doing("read", &wasm)?;
    let script = script(project, &folder)?;
    let dist = project.dist();
    let parts = Parts {
        script: placed(&dist, "worker", "js", script.as_bytes())?,
        wasm: placed(&dist, "worker", "wasm", &wasm)?,
    };
    let page = dist.join("index.html");
    let text = fs::read_to_string(&page).doing("read", &page)?;
    fs::write(&page, named_in(&text, &parts)?).doing("write", &page)
}

/// A file of `dist/`: its name and its integrity.
struct Placed {
    name: String,
    integrity: String,
}

struct Parts {
    script: Placed,
    wasm: Placed,
}

fn compile(project: &Project, tools: &BuildTools) -> Result<PathBuf> {
    Program::cargo()
        .args(["build", "--locked", "--profile", "wasm", "-p", "worker"])
        .args(["--bin", "worker", "--target", "wasm32-unknown-unknown"])
        .envs(tools.environment())
        .dir(project.root())
        .run()?;
    let folder = project.target().join("wasm32-unknown-unknown").join("wasm");
    Ok(folder.join("worker.wasm"))
}

fn bind(project: &Project, tools: &BuildTools, wasm: &Path, folder: &Path) -> Result<()> {
    Program::new(tools.bindgen.join("wasm-bindgen"))
        .args(["--target", "no-modules", "--no-typescript"])
        .args(["--out-name", "worker", "--out-dir"])
        .args([folder, wasm])
        .dir(project.root())
        .run()
}

/// Without Node there is no wasm-opt; the module is then larger. Level 1, as in `index.html`: after the compiler's own
/// work for size, higher levels take two or three times as long and give no fewer bytes in brotli.
fn optimise(tools: &BuildTools, wasm: &Path) -> Result<()> {
    let Some(node) = &tools.node else {
        return Ok(());
    };
    Program::new(node.packages.join(".bin").join("wasm-opt"))
        .args(["-O1"])
        .args(FEATURES)
        .args([wasm, Path::new("-o"), wasm])
        .path_front(&tools.path_front())
        .run()
}

/// The glue, and behind it what starts the module.
fn script(project: &Project, folder: &Path) -> Result<String> {
    let start = project.root().join("src/worker/src/start.js");
    let mut script = String::new();
    for path in [folder.join("worker.js"), start] {
        script.push_str(&fs::read_to_string(&path).doing("read", &path)?);
        script.push('\n');
    }
    Ok(script)
}

/// Puts a file into `dist/`, with its digest in its name.
fn placed(dist: &Path, name: &str, extension: &str, bytes: &[u8]) -> Result<Placed> {
    let name = format!("{name}-{}.{extension}", short_digest(bytes));
    let path = dist.join(&name);
    fs::write(&path, bytes).doing("write", &path)?;
    Ok(Placed {
        name,
        integrity: integrity(bytes),
    })
}

/// The page with the parts in its `<meta name="worker">`, whose quotes and order are the minifier's.
fn named_in(page: &str, parts: &Parts) -> Result<String> {
    let missing = || Fault::Broken("index.html has no <meta name=\"worker\">".to_owned());
    let is_ours = |tag: &str| {
        ["name=\"worker\"", "name=worker"]
            .iter()
            .any(|name| tag.contains(name))
    };
    let found = page.match_indices("<meta ").find_map(|(at, _)| {
        let (before, rest) = page.split_at(at);
        let (tag, after) = rest.split_once('>')?;
        is_ours(tag).then_some((before, after))
    });
    let (before, after) = found.ok_or_else(missing)?;
    let Parts { script, wasm } = parts;
    Ok(format!(
        "{before}<meta name=\"worker\" data-script=\"./{}\" data-script-integrity=\"{}\" data-wasm=\"./{}\" data-wasm-integrity=\"{}\">{after}",
        script.name, script.integrity, wasm.name, wasm.integrity
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(name: &str) -> Placed {
        Placed {
            name: name.to_owned(),
            integrity: "sha384-x".to_owned(),
        }
    }

    #[test]
    fn the_page_names_both_parts_and_keeps_all_else() {
        let parts = Parts {
            script: part("worker-1.js"),
            wasm: part("worker-2.wasm"),
        };
        for meta in [
            "<meta name=\"worker\" data-wasm=\"\">",
            "<meta data-wasm name=worker>",
        ] {
            let page = format!("<head><meta charset=utf-8>{meta}<title>x</title>");
            let named = named_in(&page, &parts).unwrap();
            assert_eq!(named, NAMED, "{meta}");
        }
        assert!(named_in("<head>", &parts).is_err());
    }

    const NAMED: &str = "<head><meta charset=utf-8><meta name=\"worker\" data-script=\"./worker-1.js\" data-script-integrity=\"sha384-x\" data-wasm=\"./worker-2.wasm\" data-wasm-integrity=\"sha384-x\"><title>x</title>";
}

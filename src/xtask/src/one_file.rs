//! Makes `dist/kiosk.html`: the application as one file that opens from a stick by double click.
//!
//! The same modules as in `dist/`, compressed with gzip and written in base64 into data blocks of the page; the glue as
//! a plain script, since a browser loads no module script from `file://`. The content policy names the digests of the
//! one script and the one style sheet and allows nothing else.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use crate::fault::{Doing as _, Fault, Result};
use crate::kiosk;
use crate::lean::lean;
use crate::program::Program;
use crate::project::{Project, base64, files_below, integrity};
use crate::setup::BuildTools;

/// The file in `dist/`.
pub(crate) const NAME: &str = "kiosk.html";

/// What a department changes to make a kiosk of a copy; see the kiosk guide.
const SETTINGS: &str =
    "\n<script type=\"application/json\" id=\"settings\">{ \"kiosk\": false }</script>\n";

/// How often the compressor goes over the bytes; more does not make them smaller.
const ROUNDS: u64 = 5;

/// Writes the one-file edition of what is in `dist/`.
pub(crate) fn write(project: &Project, tools: &BuildTools) -> Result<()> {
    let dist = project.dist();
    let page = read(&dist.join("index.html"))?;
    let style = [style(&dist, &page)?, kiosk::style(project)?].join("\n");
    let script = [
        scripts(&dist, &page)?,
        kiosk::script(project)?,
        glue(project, tools)?,
        read(&project.root().join("src/app/one_file.js"))?,
    ]
    .join("\n");
    let (style, script) = (lean(&style), lean(&script));
    for (text, end) in [(&style, "</style"), (&script, "</script")] {
        if text.to_ascii_lowercase().contains(end) {
            return Err(Fault::Broken(format!("`{end}` would end its block early")));
        }
    }
    let mut blocks = String::new();
    for (id, prefix, ending) in [
        ("app-wasm", "app-", "wasm"),
        ("worker-wasm", "worker-", "wasm"),
        ("worker-script", "worker-", "js"),
    ] {
        let path = the_file(&dist, prefix, ending)?;
        let packed = gzip(&fs::read(&path).doing("read", &path)?)?;
        let text = base64(&packed);
        // Writing to a string cannot fail.
        let _ = writeln!(
            blocks,
            "<script type=\"application/octet-stream\" id=\"{id}\">{text}</script>"
        );
    }
    let policy = policy(&style, &script);
    let head = format!("<style>{style}</style>\n<script>{script}</script>\n</head>");
    let page = stripped(&page, &policy)
        .replacen("<title>", &format!("{SETTINGS}<title>"), 1)
        .replacen("</head>", &head, 1)
        .replacen("</body>", &format!("{blocks}</body>"), 1);
    let target = dist.join(NAME);
    fs::write(&target, page).doing("write", &target)
}

/// What the page may do: run its one script, use its one style sheet, show pictures at hand, start its worker.
fn policy(style: &str, script: &str) -> String {
    format!(
        "default-src 'none'; script-src '{}' 'wasm-unsafe-eval'; style-src '{}'; img-src data: blob:; worker-src blob:; base-uri 'none'; form-action 'none'",
        integrity(script.as_bytes()),
        integrity(style.as_bytes())
    )
}

/// The style sheets that the page names, one after another.
fn style(dist: &Path, page: &str) -> Result<String> {
    let sheets = tags(page).filter(|tag| attribute(tag, "rel") == Some("stylesheet"));
    joined(dist, sheets.filter_map(|tag| attribute(tag, "href")))
}

/// The plain scripts that the page names, one after another. Module scripts only fetch what is in the file here.
fn scripts(dist: &Path, page: &str) -> Result<String> {
    let plain = tags(page).filter(|tag| attribute(tag, "type") != Some("module"));
    let scripts = plain.filter(|tag| tag.starts_with("<script"));
    joined(dist, scripts.filter_map(|tag| attribute(tag, "src")))
}

fn joined<'a>(dist: &Path, names: impl Iterator<Item = &'a str>) -> Result<String> {
    let texts = names.map(|name| read(&dist.join(name.trim_start_matches("./"))));
    Ok(texts.collect::<Result<Vec<String>>>()?.join("\n"))
}

/// The page without what names other files, and with another policy.
fn stripped(page: &str, policy: &str) -> String {
    let mut text = page.to_owned();
    for tag in tags(page) {
        let rel = attribute(tag, "rel").unwrap_or_default();
        let name = attribute(tag, "name").unwrap_or_default();
        let names_files = match tag.split([' ', '>']).next() {
            Some("<link") => rel != "icon",
            Some("<script") => true,
            Some("<meta") => matches!(name, "parts" | "worker" | "kiosk"),
            _ => false,
        };
        if names_files {
            text = text.replacen(tag, "", 1);
        } else if attribute(tag, "http-equiv") == Some("Content-Security-Policy") {
            let meta =
                format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
            text = text.replacen(tag, &meta, 1);
        }
    }
    // What is left of the module scripts are their ends.
    text.replace("</script>", "")
}

/// The opening tags of a page that Trunk wrote.
fn tags(page: &str) -> impl Iterator<Item = &str> {
    page.match_indices('<').filter_map(|(at, _)| {
        let rest = page.get(at..)?;
        rest.get(..=rest.find('>')?)
    })
}

fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let rest = tag.split_once(&format!(" {name}="))?.1;
    match rest.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next(),
        None => rest.split([' ', '>']).next(),
    }
}

/// The glue of the application's module as a plain script.
fn glue(project: &Project, tools: &BuildTools) -> Result<String> {
    let target = project.target();
    let folder = target.join("one-file");
    let compiled = target.join("wasm32-unknown-unknown/wasm/app.wasm");
    Program::new(tools.bindgen.join("wasm-bindgen"))
        .args(["--target", "no-modules", "--no-typescript"])
        .args(["--out-name", "app", "--out-dir"])
        .args([&folder, &compiled])
        .dir(project.root())
        .run()?;
    read(&folder.join("app.js"))
}

/// The one file of `dist/` with a beginning and an ending.
fn the_file(dist: &Path, prefix: &str, ending: &str) -> Result<PathBuf> {
    let is_it = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(prefix) && path.extension().is_some_and(|found| found == ending)
    };
    let mut files = files_below(dist)?.into_iter().filter(is_it);
    match (files.next(), files.next()) {
        (Some(file), None) => Ok(file),
        _ => Err(Fault::Broken(format!(
            "dist/ has not one {prefix}*.{ending}"
        ))),
    }
}

/// RFC 1952, as small as deflate can be.
fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let options = zopfli::Options {
        iteration_count: std::num::NonZeroU64::new(ROUNDS).unwrap_or(std::num::NonZeroU64::MIN),
        ..zopfli::Options::default()
    };
    let mut packed = Vec::new();
    zopfli::compress(options, zopfli::Format::Gzip, bytes, &mut packed)
        .doing("compress", Path::new(NAME))?;
    Ok(packed)
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).doing("read", path)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<html><head><meta http-equiv=\"Content-Security-Policy\" content=\"old\"><link rel=\"icon\" href=\"data:x\"><link rel=stylesheet href=\"./a.css\"><meta name=\"parts\" data-a=\"b\"><script src=\"x.js\" type=module></script></head><body><p>正在打开</p></body></html>";

    #[test]
    fn nothing_is_left_that_names_another_file() {
        assert_eq!(
            stripped(PAGE, "new"),
            "<html><head><meta http-equiv=\"Content-Security-Policy\" content=\"new\"><link rel=\"icon\" href=\"data:x\"></head><body><p>正在打开</p></body></html>"
        );
    }

    #[test]
    fn attributes_are_read_with_and_without_quotes() {
        assert_eq!(
            attribute("<link rel=stylesheet href=\"a b\">", "rel"),
            Some("stylesheet")
        );
        assert_eq!(
            attribute("<link rel=stylesheet href=\"a b\">", "href"),
            Some("a b")
        );
    }

    #[test]
    fn what_is_packed_is_a_gzip_stream() {
        let packed = gzip(&vec![7; 100_000]).unwrap();
        assert!(packed.starts_with(&[0x1f, 0x8b]) && packed.len() < 300);
    }
}

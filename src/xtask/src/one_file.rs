//! Makes `dist/kiosk.html`: the application as one file that opens from a stick by double click.
//!
//! One module is application and worker here. It and the scripts are packed together (crate `press`) into a data block of
//! the page, and before them the first screen with its script and what of the style sheets it needs into one of their
//! own, which is unpacked in no time.
//! What unpacks them is a small module (crate `unpack`) in a block before both; what starts that is a plain script, since
//! a browser loads no module script from `file://`.
//! The employers' application is no part of it.
//!
//! The content policy names the digests of that script, of the packed ones and of the style sheets, and allows nothing
//! else.

mod pack;
pub(crate) mod settings;

use std::fs;
use std::path::Path;

use crate::fault::{Doing as _, Fault, Result};
use crate::first_screen::FirstScreen;
use crate::kiosk;
use crate::lean::lean;
use crate::modules::{self, optimise, optimise_to};
use crate::page::{attribute, tags};
use crate::project::{Project, integrity, read_text};
use crate::setup::BuildTools;
use pack::{ascii_page, ascii_script, escaped, sum};
use press::{Piece, pack};

/// The file in `dist/`.
pub(crate) const NAME: &str = "kiosk.html";

/// What a department changes to make a kiosk of a copy; see the kiosk guide.
const PLAIN: &str = "{ \"kiosk\": false }";

/// The style sheets of the page that the first screen needs, in the order of the page.
const FRONT: [&str; 5] = [
    "styles/tokens.css",
    "styles/base.css",
    "styles/layout.css",
    "styles/forms.css",
    "styles/components.css",
];

/// Those that stand behind them and come with all else. That of the employers' application is no part of the file.
const BEHIND: [&str; 2] = ["styles/verdict.css", "styles/print.css"];

/// What is packed into the page.
struct Parts {
    module: Vec<u8>,
    style: String,
    /// The glue of the module, for the page and for workers.
    glue: String,
    script: String,
    /// What a worker runs behind the glue.
    start: String,
}

/// What is painted before the rest is unpacked.
struct Front {
    script: String,
    style: String,
    screen: String,
    year: i32,
}

/// Writes the one-file edition of what is in `dist/`.
pub(crate) fn write(project: &Project, tools: &BuildTools) -> Result<()> {
    let dist = project.dist();
    let page = read_text(&dist.join("index.html"))?;
    let parts = Parts::of(project, tools, &page)?;
    let front = Front::of(project)?;
    let boot = boot(project)?;
    let scripts = [&boot, &front.script, &parts.glue, &parts.script].map(String::as_str);
    let policy = policy(&scripts, &[&front.style, &parts.style]);
    let page = framed(&stripped(&page, &policy), &boot)?;
    let (before, after) = page
        .split_once("</body>")
        .ok_or_else(|| Fault::Broken("index.html has no end of its body".to_owned()))?;
    let pieces = [
        before.as_bytes(),
        &block("reader", "", &reader(project, tools)?),
        &front.block()?,
        &parts.block()?,
        b"</body>",
        after.as_bytes(),
    ];
    let target = dist.join(NAME);
    fs::write(&target, pieces.concat()).doing("write", &target)
}

/// What the page runs by itself: it unpacks and starts all else.
fn boot(project: &Project) -> Result<String> {
    let boot = read_text(&project.root().join("src/app/one_file.js"))?;
    let boot = ascii_script(&lean(&boot));
    if boot.to_ascii_lowercase().contains("</script") {
        let what = "`</script` would end its block early".to_owned();
        return Err(Fault::Broken(what));
    }
    Ok(boot)
}

/// The page with its settings and its script, in ASCII.
fn framed(page: &str, boot: &str) -> Result<String> {
    let head = format!("<script>{boot}</script>\n</head>");
    let settings =
        format!("\n<script type=\"application/json\" id=\"settings\">{PLAIN}</script>\n");
    let page = page
        .replacen("<title>", &format!("{settings}<title>"), 1)
        .replacen("</head>", &head, 1);
    Ok(ascii_page(&in_windows_1252(&page)?))
}

/// Bytes as a data block of the page, which no browser runs.
fn block(id: &str, more: &str, bytes: &[u8]) -> Vec<u8> {
    let sum = sum(bytes);
    let tag =
        format!("<script type=\"application/octet-stream\" id=\"{id}\" data-sum=\"{sum}\"{more}>");
    [tag.as_bytes(), &escaped(bytes), b"</script>"].concat()
}

/// Pieces packed together, as a data block that says their sizes.
fn packed(id: &str, more: &str, pieces: &[Piece]) -> Result<Vec<u8>> {
    let sizes: Vec<String> = pieces
        .iter()
        .map(|piece| piece.bytes().len().to_string())
        .collect();
    let more = format!(" data-sizes=\"{}\"{more}", sizes.join(" "));
    let packed =
        pack(pieces).ok_or_else(|| Fault::Broken(format!("`{id}` is too large to pack")))?;
    Ok(block(id, &more, &packed))
}

/// The module that unpacks the others.
fn reader(project: &Project, tools: &BuildTools) -> Result<Vec<u8>> {
    let folder = project.target().join("unpack");
    let compiled = modules::library(project, tools, "unpack")?;
    modules::bind(
        project,
        tools,
        ("unpack", &compiled, &folder),
        &["--target", "no-modules"],
    )?;
    let wasm = folder.join("unpack_bg.wasm");
    // Compiled for speed, so there is something to win, and it stands in the page unpacked.
    optimise_to(tools, &wasm, "-O3")?;
    fs::read(&wasm).doing("read", &wasm)
}

impl Front {
    fn of(project: &Project) -> Result<Self> {
        let first = FirstScreen::drawn(project, &["one-file"])?;
        Ok(Self {
            script: lean(&read_text(&project.root().join("src/app/first.js"))?),
            style: lean(&joined(project.root(), FRONT.into_iter())?),
            screen: first.text,
            year: first.year,
        })
    }

    /// In the order in which `one_file.js` takes them apart.
    fn block(&self) -> Result<Vec<u8>> {
        let year = format!(" data-year=\"{}\"", self.year);
        let pieces =
            [&self.script, &self.style, &self.screen].map(|text| Piece::Text(text.as_bytes()));
        packed("front", &year, &pieces)
    }
}

impl Parts {
    fn of(project: &Project, tools: &BuildTools, page: &str) -> Result<Self> {
        let dist = project.dist();
        let (module, glue) = module(project, tools)?;
        let script = [scripts(&dist, page)?, kiosk::script(project)?].join("\n");
        let style = [
            joined(project.root(), BEHIND.into_iter())?,
            kiosk::style(project)?,
        ];
        Ok(Self {
            module,
            style: lean(&style.join("\n")),
            glue: lean(&glue),
            script: lean(&script),
            start: lean(&read_text(&project.root().join(modules::WORKER_START))?),
        })
    }

    /// In the order in which `one_file.js` takes them apart.
    fn block(&self) -> Result<Vec<u8>> {
        let texts = [&self.style, &self.glue, &self.script, &self.start];
        let [style, glue, script, start] = texts.map(|text| Piece::Text(text.as_bytes()));
        packed(
            "packed",
            "",
            &[Piece::Module(&self.module), style, glue, script, start],
        )
    }
}

/// What the page may do: run these scripts, use these style sheets, show pictures at hand, start its worker.
fn policy(scripts: &[&str], styles: &[&str]) -> String {
    let named = |texts: &[&str]| {
        let digests = texts
            .iter()
            .map(|text| format!("'{}'", integrity(text.as_bytes())));
        digests.collect::<Vec<String>>().join(" ")
    };
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; img-src data: blob:; worker-src blob:; base-uri 'none'; form-action 'none'",
        named(scripts),
        named(styles)
    )
}

/// The page, said to be in the encoding in which each byte is one character.
fn in_windows_1252(page: &str) -> Result<String> {
    for declared in ["<meta charset=utf-8>", "<meta charset=\"utf-8\">"] {
        if page.contains(declared) {
            return Ok(page.replacen(declared, "<meta charset=windows-1252>", 1));
        }
    }
    let what = "index.html does not say that it is in UTF-8".to_owned();
    Err(Fault::Broken(what))
}

/// The plain scripts that the page names, one after another, but for the one that runs before all. Module scripts only
/// fetch what is in the file here.
fn scripts(dist: &Path, page: &str) -> Result<String> {
    let plain = tags(page).filter(|tag| attribute(tag, "type") != Some("module"));
    let scripts = plain.filter(|tag| tag.starts_with("<script"));
    let names = scripts.filter_map(|tag| attribute(tag, "src"));
    joined(dist, names.filter(|name| !name.starts_with("./first-")))
}

/// Texts, one after another.
fn joined<'a>(dist: &Path, names: impl Iterator<Item = &'a str>) -> Result<String> {
    let texts = names.map(|name| read_text(&dist.join(name.trim_start_matches("./"))));
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
            Some("<meta") => matches!(name, "app" | "worker" | "kiosk" | "office" | "first"),
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

/// The module that is application and worker, and its glue as a plain script.
fn module(project: &Project, tools: &BuildTools) -> Result<(Vec<u8>, String)> {
    let folder = project.target().join("one-file");
    let compiled = modules::compiled(project, tools, "app", Some("one-file"))?;
    let how = ["--target", "no-modules"];
    modules::bind(project, tools, ("app", &compiled, &folder), &how)?;
    let wasm = folder.join("app_bg.wasm");
    optimise(tools, &wasm)?;
    let module = fs::read(&wasm).doing("read", &wasm)?;
    Ok((module, read_text(&folder.join("app.js"))?))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<html><head><meta http-equiv=\"Content-Security-Policy\" content=\"old\"><link rel=\"icon\" href=\"data:x\"><link rel=stylesheet href=\"./a.css\"><meta name=\"app\" data-a=\"b\"><script src=\"x.js\" type=module></script></head><body><p>正在打开</p></body></html>";

    #[test]
    fn nothing_is_left_that_names_another_file() {
        assert_eq!(
            stripped(PAGE, "new"),
            "<html><head><meta http-equiv=\"Content-Security-Policy\" content=\"new\"><link rel=\"icon\" href=\"data:x\"></head><body><p>正在打开</p></body></html>"
        );
    }

    #[test]
    fn only_a_page_that_says_it_is_in_utf_8_is_taken() {
        let page = in_windows_1252("<head><meta charset=utf-8><title>");
        assert_eq!(page.unwrap(), "<head><meta charset=windows-1252><title>");
        assert!(in_windows_1252("<head><title>").is_err());
    }

    #[test]
    fn the_policy_names_every_script_and_style_sheet() {
        let policy = policy(&["a", "b"], &["c", "d"]);
        let [a, b, c, d] = ["a", "b", "c", "d"].map(|text| integrity(text.as_bytes()));
        assert!(policy.contains(&format!(
            "script-src '{a}' '{b}' 'wasm-unsafe-eval'; style-src '{c}' '{d}'; "
        )));
    }

    #[test]
    fn every_style_sheet_of_the_page_is_in_the_file_but_that_of_the_office_in_the_same_order() {
        let page = include_str!("../../../index.html");
        let sheets = tags(page).filter(|tag| attribute(tag, "rel") == Some("css"));
        let named = sheets.filter_map(|tag| attribute(tag, "href"));
        let ours: Vec<&str> = named.filter(|name| *name != "styles/office.css").collect();
        assert_eq!(ours, [&FRONT[..], &BEHIND].concat());
    }
}

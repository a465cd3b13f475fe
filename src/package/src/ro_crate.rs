//! RO-Crate 1.1 (<https://w3id.org/ro/crate/1.1>) inside the bag.
//!
//! It says who, what for, which files, and how the assessment came about, to
//! readers that know nothing of us. Its root is the bag's payload folder.

mod check;
mod media;
mod people;

pub use check::{CrateFault, check};

use {
    crate::{
        layout,
        members::object,
        subject::{File, ShortCode, Submission},
    },
    chrono::NaiveDate,
    json::Json,
    order::sorted,
    rulebook::Book,
    std::fmt::Write,
};

/// Name of the descriptor in the crate.
const DESCRIPTOR: &str = "ro-crate-metadata.json";
/// What it conforms to.
const VERSION: &str = "https://w3id.org/ro/crate/1.1";
const CONTEXT: &str = "https://w3id.org/ro/crate/1.1/context";

/// The metadata of a package: of its parts with their sizes, and its evidence.
pub(crate) fn write(
    (submission, code): (&Submission<'_>, ShortCode),
    parts: &[(&'static str, u64)],
    date: NaiveDate,
) -> Json {
    let mut files = Vec::new();
    for (path, size) in parts {
        let role = role(path);
        files.push(file(path, *size, &role));
    }
    let book = submission.engine.book();
    for evidence in by_path(submission.files) {
        let role = evidence_role(book, submission, evidence);
        files.push(file(&evidence.path(), evidence.digest.size, &role));
    }
    let ids: Vec<Json> = files
        .iter()
        .filter_map(|file| file.get("@id")?.as_str())
        .map(link)
        .collect();
    let mut graph = vec![descriptor(), root((submission, code), ids, date)];
    graph.extend(people::entities(submission, date));
    graph.extend(files);
    object(vec![
        ("@context", Json::from(CONTEXT)),
        ("@graph", Json::Array(graph)),
    ])
}

/// The order of the crate must not depend on the order that files came in.
fn by_path(files: &[File]) -> Vec<&File> {
    let paths: Vec<String> = files.iter().map(File::path).collect();
    let path = |position: usize| paths.get(position);
    let order = sorted(files.len(), &mut |a, b| path(a).cmp(&path(b)));
    order
        .iter()
        .filter_map(|&position| files.get(position))
        .collect()
}

fn descriptor() -> Json {
    object(vec![
        ("@id", Json::from(DESCRIPTOR)),
        ("@type", Json::from("CreativeWork")),
        ("conformsTo", link(VERSION)),
        ("about", link("./")),
    ])
}

fn root((submission, code): (&Submission<'_>, ShortCode), ids: Vec<Json>, date: NaiveDate) -> Json {
    let book = submission.engine.book();
    let mut root = vec![
        ("@id", Json::from("./")),
        ("@type", Json::from("Dataset")),
        ("name", Json::from(book.title.as_str())),
        ("description", Json::from(book.about.as_str())),
        ("identifier", Json::from(code.to_string())),
        ("datePublished", Json::from(date.to_string())),
        ("author", link(people::APPLICANT)),
        ("license", link(people::RIGHTS)),
        ("mentions", link(people::ACTION)),
        ("hasPart", Json::Array(ids)),
    ];
    if people::employer(submission).is_some() {
        root.push(("publisher", link(people::EMPLOYER)));
    }
    object(root)
}

fn file(path: &str, size: u64, role: &str) -> Json {
    let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
    object(vec![
        ("@id", Json::from(id(path))),
        ("@type", Json::from("File")),
        ("name", Json::from(name)),
        ("description", Json::from(role)),
        ("encodingFormat", Json::from(media::of(name))),
        ("contentSize", Json::from(size.to_string())),
    ])
}

/// What a file that the product makes is for.
fn role(path: &str) -> String {
    let role = match path {
        layout::DOSSIER => "What the applicant entered",
        layout::RULEBOOK => "The criteria that were applied",
        layout::SEASON => "The season and its cut-off day",
        layout::ASSESSMENT => "What the criteria make of the dossier",
        layout::PLEDGE => "The applicant's pledge of integrity",
        _ => "The application as a printable page",
    };
    role.to_owned()
}

/// What an evidence file is for, in the words of the book.
fn evidence_role(book: &Book, submission: &Submission<'_>, file: &File) -> String {
    if let Some((list, _)) = submission.dossier.record(&file.holder) {
        let list = book.list.iter().find(|known| known.id == list);
        return list.map_or_else(|| file.holder.clone(), |list| list.label.clone());
    }
    let material = book.material.iter().find(|known| known.id == file.holder);
    material.map_or_else(|| file.holder.clone(), |material| material.label.clone())
}

fn link(id: &str) -> Json {
    object(vec![("@id", Json::from(id))])
}

/// The id of a payload file: an IRI relative to the crate's root (RO-Crate
/// 1.1, 4.2): letters beyond ASCII stay, what no IRI may have is encoded.
fn id(path: &str) -> String {
    let path = path.strip_prefix(layout::PAYLOAD).unwrap_or(path);
    let mut id = String::new();
    for c in path.chars() {
        let plain = c.is_ascii_alphanumeric() || "-._~/!$&'()*+,;=@".contains(c) || !c.is_ascii();
        if plain {
            id.push(c);
        } else {
            // Writing to a String does not fail.
            let _ = write!(id, "%{:02X}", u32::from(c));
        }
    }
    id
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_references_relative_to_the_payload() {
        assert_eq!(id("data/files/a1/合同.pdf"), "files/a1/合同.pdf");
        assert_eq!(
            id("data/files/a1/a b [1]#2 100％.pdf"),
            "files/a1/a%20b%20%5B1%5D%232%20100％.pdf"
        );
        assert_eq!(id("data/files/a1/50%.pdf"), "files/a1/50%25.pdf");
    }
}

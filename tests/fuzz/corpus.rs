//! The inputs to begin with: kept files, and the examples of the project.

use std::fs;
use std::path::PathBuf;

use json::Json;
use package::container::{Body, Item, Plan, Segment};
use package::name::UNICODE;
use sheet::xlsx::{Out, Table};

const BOOK: &str = include_str!("../../src/package/tests/vectors/small.book.json");
const DOSSIER: &[u8] = include_bytes!("../vectors/example.dossier.json");
const BAGS: &[u8] = include_bytes!("../vectors/bags.json");
const TOML: &str = include_str!("../../src/rulebook/books/zhejiang-safety-2019/routes.toml");

/// The folder of a target's corpus.
pub(crate) fn folder(target: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("vectors")
        .join("fuzz")
        .join(target)
}

/// The kept inputs of a target, in the order of their names, then the examples.
pub(crate) fn seeds(target: &str) -> Vec<Vec<u8>> {
    let files = fs::read_dir(folder(target)).into_iter().flatten();
    let mut paths: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    paths.sort();
    let mut seeds: Vec<_> = paths.iter().map(|path| fs::read(path).unwrap()).collect();
    seeds.extend(examples(target));
    seeds
}

fn examples(target: &str) -> Vec<Vec<u8>> {
    let pledge = format!(
        r#"{{"date":"2026-11-24","format":"zhicheng-pledge/1","name":"王","signature":[[1,2,3,4],[600,200]],"statements":["a","b"],"subject":"{}"}}"#,
        "0".repeat(64)
    );
    match target {
        "container" => bags().iter().map(|files| packed(files)).collect(),
        "bag" => bags().iter().map(|files| laid(files)).collect(),
        "json" => vec![DOSSIER.to_vec(), pledge.into_bytes()],
        "dossier" => vec![DOSSIER.to_vec()],
        "pledge" => vec![pledge.into_bytes()],
        "roster" => vec![
            ROSTER.as_bytes().to_vec(),
            ROSTER.replace(',', ";").into_bytes(),
        ],
        "workbook" => vec![workbook()],
        "book" => vec![BOOK.as_bytes().to_vec()],
        _ => vec![TOML.as_bytes().to_vec()],
    }
}

const ROSTER: &str = "编号,姓名,性别,出生日期,在一线工作了几年,学历学位已填全,填写\n\
    1,李四,男,1985年5月5日,3,是,\"+titles level=engineer how=review appointed=2019-01-01\ncomplete titles\"\n";

/// A workbook of people and records.
fn workbook() -> Vec<u8> {
    let people = vec![
        Out::text("1"),
        Out::text("李四"),
        Out::Number("31172".to_owned()),
    ];
    let records = vec![
        Out::text("1"),
        Out::text("职称"),
        Out::text("工程师（中级）"),
    ];
    let tables = [
        Table::plain("人员", &["编号", "姓名", "出生日期"], vec![people]),
        Table::plain("记录", &["编号", "记录", "哪一级"], vec![records]),
    ];
    sheet::xlsx::book(&tables, "选项")
}

type Files = Vec<(String, Vec<u8>)>;

/// The bags of the vectors, without what only a folder can hold.
fn bags() -> Vec<Files> {
    let all = Json::parse(BAGS).unwrap();
    let read = |bag: &Json| {
        let files = bag.get("files").and_then(Json::as_object).unwrap();
        let texts = files
            .iter()
            .filter_map(|(path, file)| Some((path.to_owned(), file.as_str()?.as_bytes().to_vec())));
        texts.collect()
    };
    all.as_array().unwrap().iter().map(read).collect()
}

fn laid(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let file =
        |(path, content): &(String, Vec<u8>)| [path.as_bytes(), b"\0", content, b"\0"].concat();
    files.iter().flat_map(file).collect()
}

/// As our writer packs them; nothing where it refuses.
fn packed(files: &[(String, Vec<u8>)]) -> Vec<u8> {
    let items = files.iter().map(|(name, bytes)| Item {
        name: name.clone(),
        body: Body::Bytes(bytes.clone()),
    });
    let plan = Plan::new(items.collect(), UNICODE);
    let segments = plan.map(Plan::into_segments).unwrap_or_default();
    let bytes = segments.into_iter().map(|segment| match segment {
        Segment::Bytes(bytes) => bytes,
        Segment::File { .. } => Vec::new(),
    });
    bytes.flatten().collect()
}

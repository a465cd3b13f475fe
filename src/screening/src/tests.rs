//! Lines of candidates under the shipped book.

mod initials;
mod line;
mod many;
mod recalled;
mod stated;

use std::sync::LazyLock;

use assess::Engine;
use chrono::NaiveDate;
use dossier::Dossier;
use package::digest::FileDigest;
use package::subject::File;
use rulebook::resolve_season;

use crate::*;

const EXAMPLE: &str = include_str!("../../../tests/vectors/example.dossier.json");

static ENGINE: LazyLock<Engine> = LazyLock::new(|| {
    let held = shipped::books();
    let book = held
        .iter()
        .find(|book| book.id == "zhejiang-safety-2019")
        .unwrap();
    Engine::new(book.read().unwrap(), book.compiled()).unwrap()
});

fn today() -> NaiveDate {
    dossier::parse_day("2026-11-24").unwrap()
}

/// The worked example with a landmark achievement more.
fn example() -> Dossier {
    let mut dossier = Dossier::read(EXAMPLE.as_bytes()).unwrap();
    let award = "{\"format\":\"zhicheng-dossier/1\",\"book\":\"b\",\"profile\":{},\"achievements\":[{\"id\":\"a9\",\
        \"kind\":\"award\",\"title\":\"国家奖\",\"date\":\"2024-01-01\",\"grade\":\"national\",\"class\":1,\"rank\":1}]}";
    let award = Dossier::read(award.as_bytes()).unwrap();
    let list = dossier.lists.get_mut("achievements").unwrap();
    list.records
        .extend_from_slice(award.records("achievements"));
    dossier
}

fn line_with(input: &str, dossier: &Dossier, files: &[File]) -> Screened {
    let season = resolve_season(ENGINE.book(), &shipped::seasons(), 2026).unwrap();
    let assessment = ENGINE.assess(dossier, &season, today());
    let subject = Subject {
        input,
        origin: Origin::Draft,
        name: "",
        files,
        problems: Vec::new(),
    };
    let judged = Judged {
        engine: &ENGINE,
        known: Some(&ENGINE),
        season: &season,
        dossier,
        assessment: &assessment,
        today: today(),
    };
    Screened::of(subject, &judged)
}

fn line(input: &str, dossier: &Dossier) -> Screened {
    line_with(input, dossier, &[])
}

fn file(holder: &str, name: &str, content: &str) -> File {
    File {
        holder: holder.to_owned(),
        name: name.to_owned(),
        digest: FileDigest::of(content.as_bytes()),
    }
}

fn with(answers: &[(&str, &str)]) -> Dossier {
    let mut dossier = example();
    for (question, text) in answers {
        dossier
            .profile
            .insert((*question).to_owned(), dossier::Answer::from_text(*text));
    }
    dossier
}

//! What people read is short, explained, and has an example where something is to be written.

use json::Json;
use rulebook::{AnswerKind, Book, Field};

/// Characters between two stops.
const LONGEST: usize = 60;
/// Stops that end what is held in mind at once.
const STOPS: [char; 5] = ['。', '！', '？', '；', '\n'];
/// What stands for itself: numbers of standards begin so, and files are called so.
const NAMES: [&str; 8] = ["GB", "AQ", "YJ", "HG", "XF", "DB", "MB", "KB"];

/// The texts of the screens, each file of `ui`.
const SCREENS: [&str; 8] = [
    include_str!("ui/advice.rs"),
    include_str!("ui/ask.rs"),
    include_str!("ui/drafts.rs"),
    include_str!("ui/forms.rs"),
    include_str!("ui/materials.rs"),
    include_str!("ui/seal.rs"),
    include_str!("ui/verdict.rs"),
    include_str!("ui/verify.rs"),
];

fn book() -> Book {
    shipped::books()[0].read().unwrap()
}

/// The Chinese texts of the book, of whatever kind.
fn of_book() -> Vec<String> {
    let mut texts = Vec::new();
    let compiled = shipped::books()[0].compiled();
    gather(
        &Json::parse(compiled.text().as_bytes()).unwrap(),
        &mut texts,
    );
    texts
}

fn gather(json: &Json, texts: &mut Vec<String>) {
    match json {
        Json::Text(text) if is_chinese(text) => texts.push(text.clone()),
        Json::Array(items) => items.iter().for_each(|item| gather(item, texts)),
        Json::Object(object) => object.iter().for_each(|(_, item)| gather(item, texts)),
        _ => {}
    }
}

/// The Chinese literals of the screens.
fn of_screens() -> Vec<String> {
    let mut texts = Vec::new();
    for source in SCREENS {
        let code = source
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"));
        let literals = code.flat_map(|line| line.split('"').skip(1).step_by(2));
        texts.extend(literals.filter(|text| is_chinese(text)).map(str::to_owned));
    }
    texts
}

fn is_chinese(text: &str) -> bool {
    text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
}

/// The abbreviations of a text: two and more Latin capitals that are no part of a word.
fn abbreviations(text: &str) -> Vec<&str> {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric());
    let all_capitals = |word: &&str| word.len() > 1 && word.chars().all(|c| c.is_ascii_uppercase());
    words.filter(all_capitals).collect()
}

#[test]
fn every_file_of_the_screens_is_looked_at() {
    let named = include_str!("ui/mod.rs").matches("pub mod ").count();
    assert_eq!(named, SCREENS.len());
}

#[test]
fn no_sentence_is_longer_than_one_keeps_in_mind() {
    let (book, screens) = (of_book(), of_screens());
    assert!(book.len() > 300, "{}", book.len());
    assert!(screens.len() > 300, "{}", screens.len());
    let all = book.iter().chain(&screens);
    let sentences = all.flat_map(|text| text.split(STOPS));
    let long: Vec<&str> = sentences
        .filter(|sentence| sentence.chars().count() > LONGEST)
        .collect();
    assert_eq!(long, Vec::<&str>::new());
}

#[test]
fn every_abbreviation_is_explained_where_it_stands() {
    let (book, screens) = (of_book(), of_screens());
    for text in book.iter().chain(&screens) {
        for short in abbreviations(text) {
            // What stands in braces is the name of another text.
            let named = text.contains(&format!("{{{short}}}"));
            let explained = named || text.contains(&format!("{short}（"));
            assert!(explained || NAMES.contains(&short), "{short}: {text}");
        }
    }
}

#[test]
fn an_abbreviation_is_found_and_a_number_is_none() {
    assert_eq!(
        abbreviations("SCI、EI 等，如 A3、GB/T"),
        ["SCI", "EI", "GB"]
    );
    assert!(abbreviations("第 18 位是 X").is_empty());
}

#[test]
fn whatever_is_recorded_or_written_has_an_example() {
    let book = book();
    let has = |help: &Option<String>| help.as_ref().is_some_and(|help| help.contains("例："));
    let is_free = |kind: &AnswerKind| matches!(kind, AnswerKind::Text { .. });
    for question in book
        .question
        .iter()
        .filter(|question| is_free(&question.kind))
    {
        assert!(has(&question.help), "{}", question.id);
    }
    let mut kinds = 0;
    for list in &book.list {
        for kind in &list.kind {
            assert!(has(&kind.help), "{}", kind.id);
            kinds += 1;
        }
        assert!(!list.kind.is_empty() || has(&list.help), "{}", list.id);
        let fields = list.field.iter();
        let fields = fields.chain(list.kind.iter().flat_map(|kind| &kind.field));
        let free = fields.filter(|field: &&Field| is_free(&field.kind));
        for field in free {
            assert!(has(&field.help), "{}/{}", list.id, field.id);
        }
    }
    assert_eq!(kinds, 10);
}

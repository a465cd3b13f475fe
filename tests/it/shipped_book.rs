//! The shipped book against the cases beside it.

use std::fs;
use std::path::Path;

use crate::support::{Zhicheng, scratch};

#[test]
fn every_case_beside_the_book_comes_out_as_its_keeper_says() {
    let books = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src/rulebook/books");
    Zhicheng::new("book test")
        .arg(books.join("zhejiang-safety-2019"))
        .run()
        .code(0)
        .prints("0 个不符")
        .prints("（100%）")
        .prints("G1 在职在岗（高级工程师、正高级工程师）｜gates.toml:");
}

#[test]
fn a_clause_without_a_case_is_named_in_the_table_and_fails() {
    let books = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src/rulebook/books");
    let (from, to) = (books.join("zhejiang-safety-2019"), scratch("uncovered"));
    fs::create_dir_all(to.join("cases")).unwrap();
    for folder in ["", "cases"] {
        for entry in fs::read_dir(from.join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap();
            // Of the gates nothing is shown but that the first is met.
            if name == "gates.csv" {
                let text = fs::read_to_string(&path).unwrap();
                let kept: Vec<&str> = text.lines().take(4).collect();
                fs::write(to.join(folder).join(name), kept.join("\n")).unwrap();
            } else if path.is_file() {
                fs::copy(&path, to.join(folder).join(name)).unwrap();
            }
        }
    }
    let told = Zhicheng::new("book test").arg(&to).run().code(1);
    let told = told
        .prints("｜缺不满足的案例")
        .prints("G5 senior/professorial");
    assert!(!told.out.contains("（100%）"), "{}", told.out);
}

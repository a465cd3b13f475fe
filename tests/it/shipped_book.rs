//! The shipped book against the cases beside it.

use std::path::Path;

use crate::support::Zhicheng;

#[test]
fn every_case_beside_the_book_comes_out_as_its_keeper_says() {
    let books = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src/rulebook/books");
    Zhicheng::new("book test")
        .arg(books.join("zhejiang-safety-2019"))
        .run()
        .code(0)
        .prints("0 个不符");
}

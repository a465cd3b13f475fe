//! The first screen that the build puts into the page.

use super::support::{drawn, fresh, today};
use crate::first_screen::text;
use chrono::Datelike;

#[test]
fn it_is_the_start_of_a_first_visitor() {
    let text = text(today().year()).unwrap();
    let shown = format!(
        "<div id=\"first\" aria-busy=\"true\">{}</div>",
        drawn(&fresh())
    );
    assert!(text.starts_with(&shown), "{text}");
    assert!(shown.contains("2026 年度") && !shown.contains("style="));
    // There it could be about nothing, and would cover choices.
    assert!(!shown.contains("verdict-bar"));
}

#[test]
fn beside_it_are_the_other_answers_and_the_next_two_years() {
    let text = text(2026).unwrap();
    let part = |mark: &str| {
        let (_, rest) = text.split_once(&format!("<template {mark}>")).unwrap();
        rest.split_once("</template>").unwrap().0.to_owned()
    };
    assert!(part("data-who=\"employer\"").contains("zhicheng verify"));
    assert!(part("data-who=\"keeper\"").contains("zhicheng book check"));
    assert!(part("data-year=\"2027\"").contains("2027 年度"));
    assert!(part("data-year=\"2028\"").contains("2028 年度"));
    assert_eq!(text.matches("<template ").count(), 4);
}

#[test]
fn where_there_is_no_such_year_there_is_none() {
    assert_eq!(text(i32::MAX), None);
}

//! A kiosk: what is said and offered where nothing is kept.

use std::rc::Rc;

use super::support::{drawn_on, entered};
use crate::screen::Screen;
use crate::state::{AppState, SaveState};

fn person() -> Screen {
    Screen::Questions("person".to_owned())
}

fn on_kiosk() -> Rc<AppState> {
    let mut app = AppState::clone(&entered());
    app.save_state = SaveState::Kiosk;
    Rc::new(app)
}

#[test]
fn it_says_that_nothing_is_kept_and_lists_no_drafts() {
    let page = drawn_on(&on_kiosk(), Screen::Start);
    assert!(page.contains("公用终端，不保存"));
    assert!(page.contains("用完请存好草稿文件或申报包"));
    for kept in [
        "自动保存在这个浏览器里",
        "这个浏览器里的草稿",
        "浏览器不让保存",
    ] {
        assert!(!page.contains(kept), "{kept}");
    }
}

#[test]
fn fields_for_numbers_days_and_identity_numbers_have_a_pad_and_others_do_not() {
    let page = drawn_on(&on_kiosk(), person());
    let tags: Vec<&str> = page.split("<input").skip(1).collect();
    let tag = |id: &str| {
        let id = format!("id=\"f-{id}\"");
        let found = tags.iter().find(|tag| tag.contains(&id));
        found.unwrap().split('>').next().unwrap().to_owned()
    };
    for (field, pad) in [("id_number", "id"), ("birth_date", "date")] {
        let tag = tag(field);
        assert!(tag.contains(&format!("data-pad=\"{pad}\"")), "{tag}");
        assert!(tag.contains("inputmode=\"none\""), "{tag}");
    }
    assert!(!tag("name").contains("data-pad"));
    assert!(tag("name").contains("inputmode=\"text\""));
}

#[test]
fn elsewhere_no_field_has_a_pad() {
    let page = drawn_on(&entered(), person());
    assert!(!page.contains("data-pad") && !page.contains("inputmode=\"none\""));
}

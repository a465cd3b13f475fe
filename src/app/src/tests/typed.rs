//! From what is typed to answers, and back.

use dossier::Answer;
use json::Decimal;
use rulebook::{AnswerKind, FutureDates};

use crate::state::{answer_of, shown_text};

const DATE: AnswerKind = AnswerKind::Date {
    future: FutureDates::Warn,
};

#[test]
fn dates_are_understood_in_any_common_way_and_shown_in_one() {
    for text in ["2021.6.1", "2021年6月1日", "20210601", " ２０２１／６／１ "] {
        let answer = answer_of(&DATE, text);
        assert_eq!(shown_text(answer.as_ref()), "2021-06-01", "{text}");
    }
}

#[test]
fn what_cannot_be_read_is_kept_word_for_word() {
    let year = AnswerKind::Year { min: 1990 };
    assert_eq!(
        answer_of(&DATE, "去年夏天"),
        Some(Answer::from_text("去年夏天"))
    );
    assert_eq!(
        answer_of(&year, "十几年"),
        Some(Answer::from_text("十几年"))
    );
    assert_eq!(shown_text(answer_of(&year, "十几年").as_ref()), "十几年");
}

#[test]
fn numbers_are_taken_in_full_width_too() {
    let years = AnswerKind::Integer {
        min: 0,
        max: 60,
        unit: None,
    };
    let nine = Decimal::from_int(9).map(Answer::Number);
    assert_eq!(answer_of(&years, "９"), nine);
    assert_eq!(shown_text(nine.as_ref()), "9");
}

#[test]
fn identity_numbers_lose_spaces_and_take_a_capital_x() {
    let kind = AnswerKind::ResidentId {
        sex: "sex".to_owned(),
        birth_date: "birth_date".to_owned(),
    };
    let answer = answer_of(&kind, "330106 19870228 122ｘ");
    assert_eq!(answer, Some(Answer::from_text("33010619870228122X")));
}

#[test]
fn what_is_blank_is_unknown() {
    for text in ["", "  ", "\u{3000}"] {
        assert_eq!(answer_of(&DATE, text), None);
        assert_eq!(answer_of(&AnswerKind::Text { max: 60 }, text), None);
    }
    assert_eq!(shown_text(None), "");
    assert_eq!(shown_text(Some(&Answer::None)), "");
}

#[test]
fn names_keep_their_dots_and_rare_characters() {
    let kind = AnswerKind::Text { max: 60 };
    for name in ["阿依古丽·买买提", "䶮𬭊", "欧阳 娜娜"] {
        assert_eq!(shown_text(answer_of(&kind, name).as_ref()), name);
    }
}

//! Filters and tests in words: `市级以上的科研项目（排名不超过 5 位）`.

use rulebook::{AnswerKind, Field, Filter, Scalar, Test};

use crate::Labels;
use crate::answer::{ORDINAL, number_words, unit};
use crate::plain::shown;

/// The records of a list that pass a filter, as a noun.
///
/// On lists with kinds the kind is the noun and an ordered field stands before it; all other
/// tests follow in brackets, in the order of the book.
pub fn filter(labels: Labels<'_>, list: &str, filter: &Filter) -> String {
    let kind_field = labels
        .list_def(list)
        .and_then(|def| def.kind_field.as_deref());
    let kind_test = kind_field.and_then(|field| filter.get(field));
    let kind = kind_test.and_then(only_choice);
    let def = kind.and_then(|kind| labels.kind_def(list, kind));
    let noun = def.map_or_else(|| labels.list(list), |kind| kind.label.clone());
    let mut before = String::new();
    let mut brackets = Vec::new();
    for (name, test) in ordered(labels, list, kind, filter) {
        if kind.is_some() && kind_field == Some(name) {
            continue;
        }
        let field = labels.field_def(list, kind, name);
        let scale = field.is_some_and(|field| matches!(field.kind, AnswerKind::Scale { .. }));
        let words = test_words(labels, field, test);
        if kind.is_some() && scale && before.is_empty() {
            before = format!("{words}的");
        } else {
            brackets.push(named(labels, list, (kind, name), &words));
        }
    }
    if brackets.is_empty() {
        return format!("{before}{noun}");
    }
    format!("{before}{noun}（{}）", brackets.join("，"))
}

/// A field's name before the words of its test; words that begin with a bound follow at once.
fn named(
    labels: Labels<'_>,
    list: &str,
    (kind, field): (Option<&str>, &str),
    words: &str,
) -> String {
    let label = labels.field(list, kind, field);
    let follows = ["不少于", "不超过", "不早于", "不晚于", "前 "];
    if follows.iter().any(|start| words.starts_with(start)) {
        return format!("{label}{words}");
    }
    format!("{label}：{words}")
}

/// The tests in the order of the book's fields; fields it does not know come last.
fn ordered<'f>(
    labels: Labels<'_>,
    list: &str,
    kind: Option<&str>,
    filter: &'f Filter,
) -> Vec<(&'f str, &'f Test)> {
    let Some(def) = labels.list_def(list) else {
        return filter
            .iter()
            .map(|(name, test)| (name.as_str(), test))
            .collect();
    };
    let kinds = def.kind.iter();
    let kinds = kinds.filter(|other| kind.is_none_or(|kind| other.id == kind));
    let fields = def.field.iter().chain(kinds.flat_map(|kind| &kind.field));
    let places: Vec<&str> = fields.map(|field| field.id.as_str()).collect();
    let rank = |name: &str| places.iter().position(|id| *id == name);
    let rank = |name: &str| rank(name).unwrap_or(usize::MAX);
    let mut tests: Vec<(&str, &Test)> = Vec::new();
    for (name, test) in filter {
        let place = tests.partition_point(|(other, _)| rank(other) <= rank(name));
        tests.insert(place, (name, test));
    }
    tests
}

/// The one choice that a test allows.
fn only_choice(test: &Test) -> Option<&str> {
    match &test.is {
        Some(Scalar::Choice(id)) => Some(id),
        _ => None,
    }
}

/// A test on a field in words.
fn test_words(labels: Labels<'_>, field: Option<&Field>, test: &Test) -> String {
    let kind = field.map(|field| &field.kind);
    let none = field.and_then(|field| field.none.as_deref());
    test_on(labels, kind, (test, none))
}

/// A test in words: `不少于 90 学时`, `市级以上`, `“是”`; `none` is what `null` says.
pub(super) fn test_on(
    labels: Labels<'_>,
    kind: Option<&AnswerKind>,
    (test, none): (&Test, Option<&str>),
) -> String {
    let one = |scalar: &Scalar| scalar_words(labels, kind, scalar);
    let mut words = Vec::new();
    if let Some(value) = &test.is {
        words.push(one(value));
    }
    if let Some(values) = &test.one_of {
        words.push(either(&values.iter().map(one).collect::<Vec<_>>()));
    }
    if let Some(value) = &test.at_least {
        words.push(bound(labels, kind, (value, true)));
    }
    if let Some(value) = &test.at_most {
        words.push(bound(labels, kind, (value, false)));
    }
    if let Some(day) = &test.on_or_after {
        words.push(format!("不早于{}", labels.date(day)));
    }
    if let Some(day) = &test.on_or_before {
        words.push(format!("不晚于{}", labels.date(day)));
    }
    let words = words.join("、");
    match (test.or_none, words.is_empty()) {
        (false, _) => words,
        (true, true) => none.unwrap_or("无").to_owned(),
        (true, false) => format!("{words}，或{}", none.unwrap_or("无")),
    }
}

/// `甲、乙或丙`
fn either(words: &[String]) -> String {
    // A label may hold the word itself.
    if words.iter().any(|word| word.contains('或')) {
        return words.join("、");
    }
    match words {
        [] => "没有一项".to_owned(),
        [one] => one.clone(),
        [first @ .., last] => format!("{}或{last}", first.join("、")),
    }
}

/// A bound: on numbers with the unit, on choices along their scale.
fn bound(labels: Labels<'_>, kind: Option<&AnswerKind>, (value, least): (&Scalar, bool)) -> String {
    let words = scalar_words(labels, kind, value);
    if matches!(value, Scalar::Number(_)) {
        if !least && kind.and_then(unit) == Some(ORDINAL) {
            return words.replacen('第', "前", 1);
        }
        let bound = if least { "不少于" } else { "不超过" };
        return format!("{bound} {words}");
    }
    let choices = kind.map_or_else(Vec::new, |kind| scale_ids(labels, kind));
    let end = if least {
        choices.first()
    } else {
        choices.last()
    };
    if let (Scalar::Choice(id), Some(end)) = (value, end)
        && id == end
    {
        return words;
    }
    format!("{words}{}", if least { "以上" } else { "以下" })
}

/// The choices of a scale, the highest first.
fn scale_ids<'a>(labels: Labels<'a>, kind: &AnswerKind) -> Vec<&'a str> {
    let AnswerKind::Scale { scale, .. } = kind else {
        return Vec::new();
    };
    let def = labels.book().scale.iter().find(|other| other.id == *scale);
    let choices = def.map_or(&[][..], |scale| &scale.choice).iter();
    choices.map(|choice| choice.id.as_str()).collect()
}

/// A constant of the book in words.
fn scalar_words(labels: Labels<'_>, kind: Option<&AnswerKind>, scalar: &Scalar) -> String {
    match scalar {
        Scalar::YesNo(true) => "是".to_owned(),
        Scalar::YesNo(false) => "否".to_owned(),
        Scalar::Number(value) => number_words(kind, *value),
        Scalar::Choice(id) => kind.map_or_else(|| shown(id), |kind| labels.choice(kind, id)),
    }
}

//! The employer's part for one applicant: everything is given by the employer, nothing is filled in for them.

mod days;
mod fields;
mod notice;
mod objections;
mod typed;

use std::rc::Rc;

use ui::el::{classed, el};
use ui::{Around, Choice, Shown, button, choice_list, details, group};
use wording::desk::office as words;
use yew::prelude::*;

use self::days::use_days;
use self::fields::{days_told, fields, lacking};
pub(crate) use self::notice::NoticeForm;
use self::objections::Objections;
pub(crate) use self::typed::Typed;
use self::typed::{DAYS, EMPLOYER, OPENED, PLACE, SIGNATORY, SIGNED};
use crate::errand::Part;

/// The fields of an employer's part.
const FIELDS: [usize; 6] = [EMPLOYER, OPENED, DAYS, PLACE, SIGNATORY, SIGNED];
/// By what the recommendation stands among the opinions.
const RECOMMEND: &str = "";

/// Properties of [`PartForm`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PartFormProps {
    /// The statements that are the employer's.
    pub(crate) statements: Vec<(String, String)>,
    /// What was typed for the applicant before; none for the first.
    pub(crate) last: Option<Rc<Typed>>,
    /// Takes the part, and what was typed.
    pub(crate) on_part: Callback<(Part, Typed)>,
}

/// The employer's part for one applicant.
#[component]
pub(crate) fn PartForm(props: &PartFormProps) -> Html {
    let typed = use_state(Typed::default);
    let given = use_state(Vec::<(String, bool)>::new);
    let tried = use_state_eq(|| false);
    let days = use_days(typed.opening());
    let part = part(props, &typed, &given);
    let lacks = *tried && part.is_none();
    let on_make = {
        let (on_part, tried) = (props.on_part.clone(), tried.setter());
        let typed = typed.clone();
        Callback::from(move |()| {
            tried.set(part.is_none());
            if let Some(part) = &part {
                on_part.emit((part.clone(), (*typed).for_next()));
            }
        })
    };
    let on_objections = {
        let typed = typed.clone();
        Callback::from(move |objections| typed.set(typed.with_objections(objections)))
    };
    let objections = typed.objections().to_vec();
    let inside = classed("div", "stack")
        .put(el("p").say(words::ENDORSE_HELP).html())
        .put(opinions(props, &given, lacks))
        .put(again(props, &typed))
        .put(fields("part", &typed, (&FIELDS, lacks)))
        .put(days_told(&days))
        .put(html! { <Objections {objections} tried={lacks} on_change={on_objections} /> })
        .put(lacking(lacks))
        .put(button(words::MAKE_PART.into(), on_make).primary().html());
    details("details", words::ENDORSE.into(), "", inside.html())
}

type Given = UseStateHandle<Vec<(String, bool)>>;

fn holds(given: &Given, id: &str) -> Option<bool> {
    let found = given.iter().find(|(own, _)| own == id);
    found.map(|(_, holds)| *holds)
}

/// The part; none while something is not given.
fn part(props: &PartFormProps, typed: &Typed, given: &Given) -> Option<Part> {
    let opinions = props.statements.iter();
    let opinions = opinions.map(|(id, _)| Some((id.clone(), holds(given, id)?)));
    typed.part(opinions.collect::<Option<_>>()?, holds(given, RECOMMEND)?)
}

/// Each statement, and whether the applicant is recommended.
fn opinions(props: &PartFormProps, given: &Given, tried: bool) -> Html {
    let one = |(place, id, text): (usize, &str, &str)| {
        let (own, given_now) = (id.to_owned(), given.clone());
        let on_choose = Callback::from(move |word: String| {
            let mut next = (*given_now).clone();
            next.retain(|(other, _)| *other != own);
            next.push((own.clone(), word == words::YES));
            given_now.set(next);
        });
        let now = holds(given, id);
        yes_no(place, text, (now, tried && now.is_none()), on_choose)
    };
    let mut all = el("div").put(el("h4").say(words::STATEMENTS).html());
    for (place, (id, text)) in props.statements.iter().enumerate() {
        all = all.put(one((place, id, text)));
    }
    let last = props.statements.len();
    all.put(one((last, RECOMMEND, words::RECOMMEND))).html()
}

fn yes_no(
    place: usize,
    label: &str,
    (now, lacks): (Option<bool>, bool),
    on_choose: Callback<String>,
) -> Html {
    let choice = |word: &'static str| Choice {
        value: word.into(),
        label: word.into(),
        help: "".into(),
    };
    let lacks = lacks.then(|| Shown {
        text: words::CHOOSE_YES_NO.into(),
        refused: true,
    });
    let messages: Vec<Shown> = lacks.into_iter().collect();
    let id = format!("opinion-{place}");
    let around = Around {
        id: &id,
        label,
        messages: &messages,
        ..Around::default()
    };
    let now = now.map(|yes| if yes { words::YES } else { words::NO });
    let choices = vec![choice(words::YES), choice(words::NO)];
    group(
        &around,
        choice_list(&format!("{id}-choice"), choices, now, on_choose),
    )
}

/// What was typed for the applicant before, to be taken over. The slot is always there.
fn again(props: &PartFormProps, typed: &UseStateHandle<Typed>) -> Html {
    let slot = el("div");
    let Some(last) = props.last.clone() else {
        return slot.html();
    };
    let typed = typed.clone();
    let on_press = Callback::from(move |()| typed.set((*last).clone()));
    slot.put(button(words::AS_BEFORE.into(), on_press).html())
        .html()
}

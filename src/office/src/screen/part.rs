//! The employer's part and the display notice: everything is given by the employer, nothing is filled in for them.

use chrono::NaiveDate;
use ui::el::{classed, el, words as texts};
use ui::{Around, Choice, TextInput, button, choice_list, details, field, group};
use wording::desk::office as words;
use yew::prelude::*;

use crate::errand::{Days, Errand, Notice, Opening, Part};
use crate::platform::{clock, desk};
use ui::platform::Watch;

/// What was typed, by field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Typed([String; 8]);

/// The fields.
const EMPLOYER: usize = 0;
const OPENED: usize = 1;
const DAYS: usize = 2;
const PLACE: usize = 3;
const OBJECTIONS: usize = 4;
const SIGNATORY: usize = 5;
const SIGNED: usize = 6;
const CONTACT: usize = 7;
const LABELS: [&str; 8] = [
    words::EMPLOYER,
    words::OPENED,
    words::DAYS,
    words::PLACE,
    words::OBJECTIONS,
    words::SIGNATORY,
    words::SIGNED,
    words::CONTACT,
];

impl Typed {
    fn text(&self, field: usize) -> &str {
        self.0.get(field).map_or("", |text| text.trim())
    }

    /// What must be typed; none when nothing is.
    fn given(&self, field: usize) -> Option<String> {
        let text = self.text(field);
        (!text.is_empty()).then(|| text.to_owned())
    }

    fn day(&self, field: usize) -> Option<NaiveDate> {
        dossier::parse_day(self.text(field))
    }

    fn opening(&self) -> Option<Opening> {
        let days = self.text(DAYS);
        Some(Opening {
            opened: self.day(OPENED)?,
            days: if days.is_empty() {
                0
            } else {
                days.parse().ok()?
            },
        })
    }

    fn part(
        &self,
        opinions: Vec<(String, Option<bool>)>,
        recommended: Option<bool>,
    ) -> Option<Part> {
        let opinions = opinions.into_iter().map(|(id, holds)| Some((id, holds?)));
        Some(Part {
            today: clock::today(),
            opening: self.opening()?,
            employer: self.text(EMPLOYER).to_owned(),
            opinions: opinions.collect::<Option<_>>()?,
            recommended: recommended?,
            place: self.given(PLACE)?,
            objections: objections(self.text(OBJECTIONS))?,
            signatory: self.given(SIGNATORY)?,
            date: self.day(SIGNED)?,
        })
    }
}

/// A line each; none when a line is none.
fn objections(text: &str) -> Option<Vec<(NaiveDate, String, String)>> {
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let all = lines.map(|line| {
        let mut parts = line.split('|').map(str::trim);
        let day = dossier::parse_day(parts.next()?)?;
        Some((day, parts.next()?.to_owned(), parts.next()?.to_owned()))
    });
    all.collect()
}

fn fields(prefix: &str, typed: &UseStateHandle<Typed>, of: &[usize]) -> Html {
    let mut all = classed("div", "stack stack--tight");
    for field in of {
        let (own, typed_now) = (*field, typed.clone());
        let on_text = Callback::from(move |text: String| {
            let mut next = (*typed_now).clone();
            if let Some(place) = next.0.get_mut(own) {
                *place = text;
            }
            typed_now.set(next);
        });
        let id = format!("{prefix}-{own}");
        let label = LABELS.get(own).copied().unwrap_or_default();
        let around = Around {
            id: &id,
            label,
            ..Around::default()
        };
        let text = typed.0.get(own).cloned().unwrap_or_default();
        let input = if own == OBJECTIONS {
            let on_input = Callback::from(move |event: InputEvent| {
                on_text.emit(crate::platform::form::input_text(&event));
            });
            html! { <textarea class="input input--long" id={id.clone()} rows="3" oninput={on_input} value={text} /> }
        } else {
            html! { <TextInput id={id.clone()} {text} {on_text} described_by={around.described_by()} /> }
        };
        all = all.put(self::field(&around, input));
    }
    all.html()
}

/// The days of the display, reckoned from what was typed.
#[hook]
fn use_days(typed: &Typed) -> String {
    let told = use_state_eq(String::new);
    let setter = told.setter();
    use_effect_with(typed.opening(), move |opening| {
        let Some(opening) = *opening else {
            return setter.set(String::new());
        };
        yew::platform::spawn_local(async move {
            let errand = Errand::Days(opening);
            let days = desk::ask::<Days>(0, &errand, (&[], &Watch::default())).await;
            setter.set(days.map(|(days, _)| days.told).unwrap_or_default());
        });
    });
    (*told).clone()
}

fn yes_no(id: &str, label: &str, now: Option<bool>, on_choose: Callback<String>) -> Html {
    let choice = |word: &'static str| Choice {
        value: word.into(),
        label: word.into(),
        help: "".into(),
    };
    let around = Around {
        id,
        label,
        ..Around::default()
    };
    let now = now.map(|yes| if yes { words::YES } else { words::NO });
    let choices = vec![choice(words::YES), choice(words::NO)];
    group(&around, choice_list(id, choices, now, on_choose))
}

/// Properties of [`PartForm`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct PartFormProps {
    /// The statements that are the employer's.
    pub(crate) statements: Vec<(String, String)>,
    /// Takes the part.
    pub(crate) on_part: Callback<Part>,
}

/// The employer's part for one applicant.
#[component]
pub(crate) fn PartForm(props: &PartFormProps) -> Html {
    let typed = use_state(Typed::default);
    let given = use_state(Vec::<(String, bool)>::new);
    let lacks = use_state_eq(|| false);
    let days = use_days(&typed);
    let holds = |id: &str| {
        given
            .iter()
            .find(|(own, _)| own == id)
            .map(|(_, holds)| *holds)
    };
    let choose = |id: String| {
        let given = given.clone();
        Callback::from(move |word: String| {
            let mut next = (*given).clone();
            next.retain(|(own, _)| *own != id);
            next.push((id.clone(), word == words::YES));
            given.set(next);
        })
    };
    let mut opinions = el("div").put(el("h4").say(words::STATEMENTS).html());
    for (id, text) in &props.statements {
        let own = format!("opinion-{id}");
        opinions = opinions.put(yes_no(&own, text, holds(id), choose(id.clone())));
    }
    let recommend = yes_no(
        "recommend",
        words::RECOMMEND,
        holds(""),
        choose(String::new()),
    );
    let on_make = {
        let told = props
            .statements
            .iter()
            .map(|(id, _)| (id.clone(), holds(id)));
        let part = typed.part(told.collect(), holds(""));
        let (on_part, lacks) = (props.on_part.clone(), lacks.setter());
        Callback::from(move |()| {
            lacks.set(part.is_none());
            if let Some(part) = &part {
                on_part.emit(part.clone());
            }
        })
    };
    let of = [EMPLOYER, OPENED, DAYS, PLACE, OBJECTIONS, SIGNATORY, SIGNED];
    let inside = classed("div", "stack")
        .put(el("p").say(words::ENDORSE_HELP).html())
        .put(opinions.html())
        .put(recommend)
        .put(fields("part", &typed, &of))
        .put(told(&days))
        .put(lacking(*lacks))
        .put(button(words::MAKE_PART.into(), on_make).primary().html());
    details("details", words::ENDORSE.into(), "", inside.html())
}

/// Properties of [`NoticeForm`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct NoticeFormProps {
    /// Takes the notice.
    pub(crate) on_notice: Callback<Notice>,
}

/// The display notice for all packages that are shown.
#[component]
pub(crate) fn NoticeForm(props: &NoticeFormProps) -> Html {
    let typed = use_state(Typed::default);
    let lacks = use_state_eq(|| false);
    let days = use_days(&typed);
    let on_make = {
        let notice = (|| {
            Some(Notice {
                today: clock::today(),
                opening: typed.opening()?,
                employer: typed.text(EMPLOYER).to_owned(),
                place: typed.given(PLACE)?,
                contact: typed.given(CONTACT)?,
            })
        })();
        let (on_notice, lacks) = (props.on_notice.clone(), lacks.setter());
        Callback::from(move |()| {
            lacks.set(notice.is_none());
            if let Some(notice) = &notice {
                on_notice.emit(notice.clone());
            }
        })
    };
    let inside = classed("div", "stack")
        .put(el("p").say(words::NOTICE_HELP).html())
        .put(fields(
            "notice",
            &typed,
            &[EMPLOYER, OPENED, DAYS, PLACE, CONTACT],
        ))
        .put(told(&days))
        .put(lacking(*lacks))
        .put(button(words::MAKE_NOTICE.into(), on_make).html());
    details("details", words::NOTICE.into(), "", inside.html())
}

/// The days of the display. The slot is always there.
fn told(days: &str) -> Html {
    classed("p", "muted").set("role", "status").say(days).html()
}

fn lacking(lacks: bool) -> Html {
    let slot = el("div").set("role", "alert");
    if !lacks {
        return slot.html();
    }
    slot.put(texts("p", "notice notice--danger", words::PART_LACKS))
        .html()
}

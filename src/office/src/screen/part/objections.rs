//! The objections that were received, a group of fields each.

use ui::el::{classed, el, keyed, words as texts};
use ui::{Around, button, group};
use wording::desk::office as words;
use yew::prelude::*;

use super::fields::text_field;
use super::typed::{Objection, is_blank, objection};

/// Properties of [`Objections`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct ObjectionsProps {
    /// The objections as typed.
    pub(super) objections: Vec<Objection>,
    /// Whether what is wrong is to be told.
    pub(super) tried: bool,
    /// Takes them when they change.
    pub(super) on_change: Callback<Vec<Objection>>,
}

/// The objections that were received.
#[component]
pub(super) fn Objections(props: &ObjectionsProps) -> Html {
    let mut all = classed("div", "stack stack--tight");
    all = all.put(el("h4").say(words::OBJECTIONS).html());
    if props.objections.is_empty() {
        all = all.put(texts("p", "muted", words::NO_OBJECTION));
    }
    let mut rows = el("div");
    for (at, typed) in props.objections.iter().enumerate() {
        rows = rows.put(keyed(&at.to_string(), one(props, (at, typed))));
    }
    let (on_change, now) = (props.on_change.clone(), props.objections.clone());
    let on_more = Callback::from(move |()| {
        let mut next = now.clone();
        next.push(Objection::default());
        on_change.emit(next);
    });
    all.put(rows.html())
        .put(button(words::OBJECTION_MORE.into(), on_more).html())
        .html()
}

fn one(props: &ObjectionsProps, (at, typed): (usize, &Objection)) -> Html {
    let lacks = props.tried && !is_blank(typed) && objection(typed).is_none();
    let mut inside = classed("div", "stack stack--tight");
    let labels = words::OBJECTION_FIELDS.into_iter().zip(typed).enumerate();
    for (field, (label, text)) in labels {
        let (on_change, now) = (props.on_change.clone(), props.objections.clone());
        let on_text = Callback::from(move |text: String| {
            let mut next = now.clone();
            let place = next.get_mut(at).and_then(|own| own.get_mut(field));
            if let Some(place) = place {
                *place = text;
            }
            on_change.emit(next);
        });
        let fault = if field == 0 {
            (dossier::parse_day(text.trim()).is_none(), words::LACKS_DAY)
        } else {
            (text.trim().is_empty(), words::LACKS_TEXT)
        };
        let fault = (lacks && fault.0).then_some(fault.1);
        let id = format!("objection-{at}-{field}");
        inside = inside.put(text_field((&id, label), (text.clone(), fault), on_text));
    }
    let (on_change, now) = (props.on_change.clone(), props.objections.clone());
    let on_less = Callback::from(move |()| {
        let mut next = now.clone();
        if at < next.len() {
            next.remove(at);
        }
        on_change.emit(next);
    });
    let label = words::objection(at.saturating_add(1));
    let less = button(words::OBJECTION_LESS.into(), on_less).quiet();
    inside = inside.put(less.about(label.clone().into()).html());
    let id = format!("objection-{at}");
    let around = Around {
        id: &id,
        label: &label,
        ..Around::default()
    };
    group(&around, inside.html())
}

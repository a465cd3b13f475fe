//! The display notice for all packages that are shown.

use ui::el::{classed, el};
use ui::{button, details};
use wording::desk::office as words;
use yew::prelude::*;

use super::days::use_days;
use super::fields::{days_told, fields, lacking};
use super::typed::{CONTACT, DAYS, EMPLOYER, OPENED, PLACE, Typed};
use crate::errand::Notice;

/// The fields of a notice.
const FIELDS: [usize; 5] = [EMPLOYER, OPENED, DAYS, PLACE, CONTACT];

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
    let tried = use_state_eq(|| false);
    let days = use_days(typed.opening());
    let notice = typed.notice();
    let lacks = *tried && notice.is_none();
    let (on_notice, tried) = (props.on_notice.clone(), tried.setter());
    let on_make = Callback::from(move |()| {
        tried.set(notice.is_none());
        if let Some(notice) = &notice {
            on_notice.emit(notice.clone());
        }
    });
    let inside = classed("div", "stack")
        .put(el("p").say(words::NOTICE_HELP).html())
        .put(fields("notice", &typed, (&FIELDS, lacks)))
        .put(days_told(&days))
        .put(lacking(lacks))
        .put(button(words::MAKE_NOTICE.into(), on_make).html());
    details("details", words::NOTICE.into(), "", inside.html())
}

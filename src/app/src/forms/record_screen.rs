//! One record of a list, edited.

use assess::Place;
use dossier::Holder;
use wording::Labels;
use wording::ui::forms as words;
use yew::prelude::*;

use super::errors;
use super::missing::missing;
use super::record_ending::record_ending;
use super::record_fields::record_fields;
use crate::screen::Screen;
use crate::seal::attach;
use crate::state::AppHandle;
use crate::ui::el::{all, classed, el};
use crate::ui::{error_summary, screen_frame};

/// One record of a list, edited.
pub(crate) fn record_screen(app: &AppHandle, list: &str, id: &str) -> Html {
    let labels = Labels::new(app.book());
    let found = app.dossier.record(id).filter(|(of, _)| *of == list);
    let (Some(list), Some((_, record))) = (labels.list_def(list), found) else {
        return missing(app, Screen::List(list.to_owned()), words::BACK_TO_LIST);
    };
    let kind = labels.kind_of(&list.id, record);
    let kind = kind.and_then(|kind| labels.kind_def(&list.id, kind));
    let shown = |place: &Place| match place {
        Place::Field { record, .. } | Place::Record { record, .. } => *record == id,
        _ => false,
    };
    let title = kind.map_or(&list.label, |kind| &kind.label).clone();
    let help = kind.map_or(&list.help, |kind| &kind.help).clone();
    let mut body = vec![
        error_summary(app, &errors(app, &shown)),
        record_fields(app, list, kind, record),
    ];
    if list.evidence {
        let holder = Holder::Record(record.id.clone());
        let section = classed("section", "stack").put(el("h2").say(words::EVIDENCE).html());
        body.push(section.put(attach(app, holder)).html());
    }
    body.push(record_ending(app, &list.id, &record.id));
    screen_frame(
        app,
        title.into(),
        help.unwrap_or_default().into(),
        all(body),
    )
}

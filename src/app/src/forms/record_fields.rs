//! The fields of a record.

use dossier::Record;
use rulebook::{Kind, RecordList};
use wording::ui::forms as words;
use yew::Html;

use super::answer_field::answer_field;
use super::spec::Spec;
use crate::state::AppHandle;
use crate::ui::details;
use crate::ui::el::{classed, keyed};

/// The fields of the record, and, where there are kinds, its kind.
pub(super) fn record_fields(
    app: &AppHandle,
    list: &RecordList,
    kind: Option<&Kind>,
    record: &Record,
) -> Html {
    let mut fields = classed("div", "stack");
    fields = fields.attr("id", format!("r-{}", record.id).into());
    fields = fields.set("tabindex", "-1");
    if let Some(field) = &list.kind_field {
        let spec = Spec::kind(list, &record.id, field);
        let choice = answer_field(app, field, spec, record.answer(field));
        let folded = details("details", words::CHANGE_KIND.into(), "", choice);
        fields = fields.put(keyed("kind", folded));
    }
    let own = kind.iter().flat_map(|kind| &kind.field);
    for field in list.field.iter().chain(own) {
        let spec = Spec::field(list, kind, &record.id, field);
        fields = fields.put(answer_field(app, &field.id, spec, record.answer(&field.id)));
    }
    fields.html()
}

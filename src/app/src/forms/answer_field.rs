//! One answer: the control that suits its kind.

use dossier::Answer;
use rulebook::AnswerKind;
use yew::Html;

use super::choice_answer::choice_answer;
use super::spec::Spec;
use super::text_answer::text_answer;
use super::why::why;
use crate::state::AppHandle;
use crate::ui::{Around, Shown, field_id};

/// One answer: control, messages, and why it is asked.
pub(crate) fn answer_field(app: &AppHandle, spec: &Spec, answer: Option<&Answer>) -> Html {
    let problems = app.problems_at(&spec.place);
    let messages: Vec<Shown> = problems
        .map(|problem| Shown::of(app.book(), problem))
        .collect();
    let reason = spec.why.as_ref();
    let around = Around {
        id: &field_id(&spec.place),
        label: &spec.label,
        help: &spec.help,
        messages: &messages,
        below: reason.map_or_else(Html::default, |reason| why(&spec.label, reason)),
    };
    match &spec.kind {
        AnswerKind::YesNo | AnswerKind::Choice(_) | AnswerKind::Scale { .. } => {
            choice_answer(app, spec, answer, &around)
        }
        _ => text_answer(app, spec, answer, &around),
    }
}

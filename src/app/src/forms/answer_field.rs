//! One answer: the control that suits its kind.

use assess::Severity;
use dossier::Answer;
use yew::Html;

use super::choice_answer::choice_answer;
use super::spec::Spec;
use super::text_answer::text_answer;
use super::why::why;
use crate::state::AppHandle;
use crate::ui::{Around, Shown, field_id, still};

/// What a field shows.
#[derive(PartialEq)]
struct Field {
    spec: Spec,
    answer: Option<Answer>,
    messages: Vec<Shown>,
    /// Whether the person is typing here.
    typing: bool,
}

/// One answer: control, messages, and why it is asked. Drawn anew when any of these changes.
pub(crate) fn answer_field(
    app: &AppHandle,
    key: &str,
    spec: Spec,
    answer: Option<&Answer>,
) -> Html {
    let problems = app.problems_at(&spec.place);
    let field = Field {
        messages: problems
            .map(|problem| Shown {
                text: app.told(problem),
                refused: problem.severity() == Severity::Refused,
            })
            .collect(),
        answer: answer.cloned(),
        typing: app.history.typing() == Some(&spec.place),
        spec,
    };
    let app = app.clone();
    still(key, field, move |field| drawn(&app, field))
}

fn drawn(app: &AppHandle, field: &Field) -> Html {
    let spec = &field.spec;
    let reason = spec.why.as_ref();
    let around = Around {
        id: &field_id(&spec.place),
        label: &spec.label,
        help: &spec.help,
        messages: &field.messages,
        below: reason.map_or_else(Html::default, |reason| why(&spec.label, reason)),
    };
    let answer = field.answer.as_ref();
    if spec.is_typed() {
        text_answer(app, spec, (answer, field.typing), &around)
    } else {
        choice_answer(app, spec, answer, &around)
    }
}

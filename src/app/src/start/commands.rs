//! What the native command does for those who check.

use yew::prelude::*;

/// Properties of [`Commands`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct CommandsProps {
    /// What there is.
    pub(super) text: AttrValue,
    /// The commands, and what each does.
    pub(super) commands: Vec<(&'static str, &'static str)>,
}

/// What the native command does for those who check.
#[component]
pub(super) fn Commands(props: &CommandsProps) -> Html {
    html! {
        <section class="card stack">
            <p>{ &props.text }</p>
            <dl class="summary-list">
                for (command, text) in props.commands.iter() {
                    <div class="summary-list__row" key={*command}>
                        <dt class="summary-list__key"><code>{ *command }</code></dt>
                        <dd class="summary-list__value">{ *text }</dd>
                    </div>
                }
            </dl>
        </section>
    }
}

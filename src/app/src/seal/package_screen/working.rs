//! How far making and checking the package is.

use wording::ui::seal as words;
use yew::prelude::*;

use super::sealing::Stage;
use crate::ui::{Button, ButtonLook};

/// Properties of [`Working`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct WorkingProps {
    /// How far it is.
    pub(super) stage: Stage,
    /// Stops it.
    pub(super) on_stop: Callback<()>,
}

/// How far making and checking the package is, or why it stopped. The slot is always there.
#[component]
pub(super) fn Working(props: &WorkingProps) -> Html {
    html! {
        <div class="notice-slot" aria-live="polite">
            if let Stage::Working(at) = &props.stage {
                <div class="stack" key="working">
                    <p>{ words::SEALING }</p>
                    <progress
                        class="progress"
                        max={at.size.to_string()}
                        value={at.done.to_string()}
                        aria-label={words::SEALING}
                    />
                    <Button
                        label={words::STOP}
                        look={ButtonLook::Quiet}
                        on_press={props.on_stop.clone()}
                    />
                </div>
            }
            if let Stage::Ready(_) = &props.stage {
                <p class="visually-hidden" key="ready">{ words::SEALED }</p>
            }
            if let Stage::Failed(why) = &props.stage {
                <p class="notice notice--danger" key="failed">{ words::seal_failed(why) }</p>
            }
        </div>
    }
}

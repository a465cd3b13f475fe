//! The package that passed our own check, and what to do with it.

use wording::ui::forms;
use wording::ui::seal as words;
use yew::prelude::*;

use super::sealing::Stage;
use crate::screen::Screen;
use crate::ui::ScreenLink;

/// Properties of [`Finished`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct FinishedProps {
    /// How far it is.
    pub(super) stage: Stage,
}

/// The package that passed our own check, and what to do with it.
#[component]
pub(super) fn Finished(props: &FinishedProps) -> Html {
    let Stage::Ready(ready) = &props.stage else {
        return html! { <div></div> };
    };
    html! {
        <section class="card" aria-labelledby="finished-title">
            <h2 id="finished-title">{ words::SEALED }</h2>
            <p>{ words::SEALED_TEXT }</p>
            <dl class="summary-list">
                { row(words::FILE_NAME, &ready.file) }
                { row(words::SIZE, &wording::bytes(ready.size)) }
            </dl>
            <p>{ words::CODE_KEEP }</p>
            <p><span class="short-code" id="package-code">{ &ready.code }</span></p>
            <p>
                <a
                    class="button button--primary"
                    id="download"
                    href={ready.address.as_str().to_owned()}
                    download={ready.file.clone()}
                >
                    { words::DOWNLOAD }
                </a>
            </p>
            <h3>{ words::AFTERWARDS }</h3>
            <ol>
                for (index, step) in words::AFTERWARDS_STEPS.iter().enumerate() {
                    <li key={index}>{ *step }</li>
                }
            </ol>
            <ScreenLink to={Screen::Next} class={classes!("button")}>
                { forms::go_on(forms::NEXT) }
            </ScreenLink>
        </section>
    }
}

fn row(key: &'static str, value: &str) -> Html {
    html! {
        <div class="summary-list__row">
            <dt class="summary-list__key">{ key }</dt>
            <dd class="summary-list__value"><bdi>{ value }</bdi></dd>
        </div>
    }
}

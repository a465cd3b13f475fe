//! A button.

use yew::prelude::*;

/// How a button looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum ButtonLook {
    /// One of several.
    #[default]
    Plain,
    /// What most people do next.
    Primary,
    /// Beside the way.
    Quiet,
    /// Takes something away.
    Danger,
}

impl ButtonLook {
    /// The classes.
    pub(crate) fn class(self) -> &'static str {
        match self {
            Self::Plain => "button",
            Self::Primary => "button button--primary",
            Self::Quiet => "button button--quiet",
            Self::Danger => "button button--danger",
        }
    }
}

/// Properties of [`Button`].
#[derive(Clone, PartialEq, Properties)]
pub(crate) struct ButtonProps {
    /// What it does.
    pub(crate) label: AttrValue,
    /// Called when it is pressed.
    pub(crate) on_press: Callback<()>,
    /// How it looks.
    #[prop_or_default]
    pub(crate) look: ButtonLook,
    /// Its id.
    #[prop_or_default]
    pub(crate) id: Option<AttrValue>,
    /// What it acts on, read aloud behind the label.
    #[prop_or_default]
    pub(crate) about: AttrValue,
    /// Whether it does nothing now.
    #[prop_or_default]
    pub(crate) disabled: bool,
}

/// A button. It keeps its place and focus while it does nothing.
#[component]
pub(crate) fn Button(props: &ButtonProps) -> Html {
    let on_press = props.on_press.clone();
    let on_click = use_callback(
        (on_press, props.disabled),
        |_: MouseEvent, (on_press, disabled)| {
            if !disabled {
                on_press.emit(());
            }
        },
    );
    html! {
        <button
            type="button"
            class={props.look.class()}
            id={props.id.clone()}
            aria-disabled={props.disabled.then_some("true")}
            onclick={on_click}
        >
            { &props.label }
            <span class="visually-hidden">{ &props.about }</span>
        </button>
    }
}

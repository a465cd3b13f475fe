//! A field for text that never disturbs what is being typed.

use std::rc::Rc;

use yew::prelude::*;

use crate::platform::form;

/// Properties of [`TextInput`].
#[derive(Clone, PartialEq, Properties)]
pub struct TextInputProps {
    /// Its id.
    pub id: AttrValue,
    /// What it shows while nobody types in it.
    pub text: AttrValue,
    /// Called with what stands in it, at each change that is not part of a composition.
    pub on_text: Callback<String>,
    /// Called when the person leaves it.
    #[prop_or_default]
    pub on_settle: Callback<()>,
    /// The keyboard that suits.
    #[prop_or("text".into())]
    pub input_mode: AttrValue,
    /// Which numeric pad a kiosk shows for it; see `src/app/kiosk/pad.js`.
    #[prop_or_default]
    pub pad: Option<AttrValue>,
    /// Its width: `short`, `long` or as usual.
    #[prop_or_default]
    pub width: AttrValue,
    /// Whether what stands in it is refused.
    #[prop_or_default]
    pub invalid: bool,
    /// The ids of what describes it.
    #[prop_or_default]
    pub described_by: AttrValue,
}

/// A field for text. While a person types it shows exactly what was typed; when it is left it
/// shows what was understood.
///
/// INVARIANT: the value given to the element while it is edited is the element's own, so that
/// drawing never rewrites it and Chinese composition is not broken.
#[component]
pub fn TextInput(props: &TextInputProps) -> Html {
    let node = use_node_ref();
    let edited = use_state(|| None::<AttrValue>);
    // Whoever draws it gives another one at each key; what listens in the page shall not change with it.
    let on_text = use_mut_ref(Callback::noop);
    on_text.borrow_mut().clone_from(&props.on_text);
    let on_composed = {
        let (edited, on_text) = (edited.setter(), Rc::clone(&on_text));
        use_callback((), move |text: String, ()| {
            edited.set(Some(text.clone().into()));
            let on_text = on_text.borrow().clone();
            on_text.emit(text);
        })
    };
    let on_input = {
        let edited = edited.setter();
        use_callback((), move |event: InputEvent, ()| {
            let text = form::input_text(&event);
            edited.set(Some(text.clone().into()));
            if !form::is_composing(&event) {
                let on_text = on_text.borrow().clone();
                on_text.emit(text);
            }
        })
    };
    let on_blur = use_settle(props, &edited);
    use_effect_with((node.clone(), on_composed), |(node, on_composed)| {
        let on_composed = on_composed.clone();
        let listener = Rc::new(form::on_composed(node, move |text| on_composed.emit(text)));
        move || drop(listener)
    });
    let width = match props.width.as_str() {
        "short" => "input input--short",
        "long" => "input input--long",
        _ => "input",
    };
    html! {
        <input
            ref={node}
            type="text"
            class={width}
            id={props.id.clone()}
            value={(*edited).clone().unwrap_or_else(|| props.text.clone())}
            inputmode={props.input_mode.clone()}
            data-pad={props.pad.clone()}
            autocomplete="off"
            spellcheck="false"
            aria-invalid={props.invalid.then_some("true")}
            aria-describedby={props.described_by.clone()}
            oninput={on_input}
            onblur={on_blur}
        />
    }
}

/// When the field is left: tells what stands in it once more, and shows what was understood.
#[hook]
fn use_settle(
    props: &TextInputProps,
    edited: &UseStateHandle<Option<AttrValue>>,
) -> Callback<FocusEvent> {
    let latest = use_mut_ref(|| None::<AttrValue>);
    latest.borrow_mut().clone_from(edited);
    let setter = edited.setter();
    let callbacks = (props.on_text.clone(), props.on_settle.clone());
    use_callback(callbacks, move |event: FocusEvent, (on_text, on_settle)| {
        if latest.borrow_mut().take().is_some() {
            on_text.emit(form::text(&event));
            setter.set(None);
            on_settle.emit(());
        }
    })
}

//! A button.

use yew::prelude::*;

use crate::el::el;

/// A button under construction.
#[must_use = "a button is nothing until `html` is called"]
pub struct Button {
    label: AttrValue,
    on_press: Callback<()>,
    class: &'static str,
    id: AttrValue,
    about: AttrValue,
    disabled: bool,
}

/// Begins a button that says `label` and does `on_press`.
pub fn button(label: AttrValue, on_press: Callback<()>) -> Button {
    Button {
        label,
        on_press,
        class: "button",
        id: AttrValue::Static(""),
        about: AttrValue::Static(""),
        disabled: false,
    }
}

impl Button {
    /// What most people do next.
    pub fn primary(mut self) -> Self {
        self.class = "button button--primary";
        self
    }

    /// Beside the way.
    pub fn quiet(mut self) -> Self {
        self.class = "button button--quiet";
        self
    }

    /// Takes something away.
    pub fn danger(mut self) -> Self {
        self.class = "button button--danger";
        self
    }

    /// With an id.
    pub fn id(mut self, id: AttrValue) -> Self {
        self.id = id;
        self
    }

    /// With what it acts on, read aloud behind the label.
    pub fn about(mut self, about: AttrValue) -> Self {
        self.about = about;
        self
    }

    /// Whether it does nothing now. It keeps its place and focus.
    pub fn disabled(mut self, disabled: bool) -> Self {
        self.disabled = disabled;
        self
    }

    /// The button.
    pub fn html(self) -> Html {
        let (on_press, disabled) = (self.on_press, self.disabled);
        let mut button = el("button").set("type", "button").class(self.class);
        if !self.id.is_empty() {
            button = button.attr("id", self.id);
        }
        if disabled {
            button = button.set("aria-disabled", "true");
        }
        let on_click = Callback::from(move |_: MouseEvent| {
            if !disabled {
                on_press.emit(());
            }
        });
        let about = el("span").class("visually-hidden").text(self.about);
        let button = button.on_click(on_click).text(self.label);
        button.put(about.html()).html()
    }
}

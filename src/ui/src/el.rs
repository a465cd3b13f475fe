//! Elements put together by calls: each `html!` element costs some hundred bytes in the download,
//! a call some ten.

use std::rc::Rc;

use yew::html::{onchange, onclick, ontoggle};
use yew::prelude::*;
use yew::virtual_dom::{Key, Listener, VList, VNode, VTag, VText};

/// An element under construction.
#[must_use = "an element is nothing until `html` is called"]
pub struct El(Rc<VTag>);

/// Begins an element.
pub fn el(tag: &'static str) -> El {
    El(Rc::new(VTag::new(tag)))
}

/// Begins an element with a class.
pub fn classed(tag: &'static str, class: &'static str) -> El {
    el(tag).class(class)
}

/// An element with a class and nothing but text.
pub fn words(tag: &'static str, class: &'static str, text: &str) -> Html {
    classed(tag, class).say(text).html()
}

/// Text alone.
pub fn text(text: &str) -> Html {
    VText::new(AttrValue::Rc(text.into())).into()
}

/// Several things one after another.
pub fn all(parts: Vec<Html>) -> Html {
    VNode::VList(Rc::new(VList::with_children(parts, None)))
}

/// What has a key among its siblings.
pub fn keyed(key: &str, mut node: Html) -> Html {
    if let VNode::VTag(tag) = &mut node {
        Rc::make_mut(tag).key = Some(Key::from(key));
    }
    node
}

impl El {
    /// With a class.
    pub fn class(self, class: &'static str) -> Self {
        self.attr("class", AttrValue::Static(class))
    }

    /// With an attribute.
    pub fn attr(mut self, name: &'static str, value: AttrValue) -> Self {
        // INVARIANT: nobody else holds it while it is under construction.
        if let Some(tag) = Rc::get_mut(&mut self.0) {
            tag.add_attribute(name, value);
        }
        self
    }

    /// With an attribute whose value never changes.
    pub fn set(self, name: &'static str, value: &'static str) -> Self {
        self.attr(name, AttrValue::Static(value))
    }

    /// With a key among its siblings.
    pub fn key(mut self, key: &str) -> Self {
        if let Some(tag) = Rc::get_mut(&mut self.0) {
            tag.key = Some(Key::from(key));
        }
        self
    }

    /// With a child more.
    pub fn put(mut self, child: Html) -> Self {
        if let Some(tag) = Rc::get_mut(&mut self.0) {
            tag.add_child(child);
        }
        self
    }

    /// With text.
    pub fn text(self, text: AttrValue) -> Self {
        self.put(VText::new(text).into())
    }

    /// With text that is copied.
    pub fn say(self, text: &str) -> Self {
        self.text(AttrValue::Rc(text.into()))
    }

    /// With something to do when it is clicked.
    pub fn on_click(mut self, handler: Callback<MouseEvent>) -> Self {
        if let Some(tag) = Rc::get_mut(&mut self.0) {
            let listener: Rc<dyn Listener> = Rc::new(onclick::Wrapper::new(handler));
            tag.add_listener(listener);
        }
        self
    }

    /// With something to do when it is folded or unfolded.
    pub(crate) fn on_toggle(mut self, handler: Callback<Event>) -> Self {
        if let Some(tag) = Rc::get_mut(&mut self.0) {
            let listener: Rc<dyn Listener> = Rc::new(ontoggle::Wrapper::new(handler));
            tag.add_listener(listener);
        }
        self
    }

    /// With something to do when what it shows was changed.
    pub fn on_change(mut self, handler: Callback<Event>) -> Self {
        if let Some(tag) = Rc::get_mut(&mut self.0) {
            let listener: Rc<dyn Listener> = Rc::new(onchange::Wrapper::new(handler));
            tag.add_listener(listener);
        }
        self
    }

    /// Ticked or not; see [`crate::tick()`].
    pub(crate) fn ticked(mut self, ticked: bool) -> Self {
        if let Some(tag) = Rc::get_mut(&mut self.0) {
            // A property, since Yew writes that only when it differs from the last drawing.
            #[cfg(target_arch = "wasm32")]
            tag.add_property("checked", ticked);
            // There are no properties where there is no browser.
            #[cfg(not(target_arch = "wasm32"))]
            tag.set_checked(ticked);
        }
        self
    }

    /// The element.
    pub fn html(self) -> Html {
        VNode::VTag(self.0)
    }
}

//! A part that is drawn anew only when what it shows has changed.

use std::any::Any;
use std::rc::Rc;

use yew::prelude::*;

/// What a part shows.
trait Seen {
    fn is_same(&self, other: &dyn Any) -> bool;
    fn as_any(&self) -> &dyn Any;
}

impl<T: PartialEq + 'static> Seen for T {
    fn is_same(&self, other: &dyn Any) -> bool {
        other.downcast_ref().is_some_and(|other: &T| self == other)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

#[derive(Clone, Properties)]
struct StillProps {
    seen: Rc<dyn Seen>,
    draw: Rc<dyn Fn() -> Html>,
}

impl PartialEq for StillProps {
    fn eq(&self, other: &Self) -> bool {
        self.seen.is_same(other.seen.as_any())
    }
}

#[component]
fn Still(props: &StillProps) -> Html {
    (props.draw)()
}

/// A part with a key among its siblings, which shows nothing but `seen`.
///
/// While that is equal, neither is it drawn anew nor compared with what is in the page. `draw` gives one element; what it
/// holds beside `seen` must never change.
pub fn still<T: PartialEq + 'static>(
    key: &str,
    seen: T,
    draw: impl Fn(&T) -> Html + 'static,
) -> Html {
    let seen = Rc::new(seen);
    let shown = Rc::clone(&seen);
    let draw: Rc<dyn Fn() -> Html> = Rc::new(move || draw(&shown));
    html! { <Still key={key} seen={seen as Rc<dyn Seen>} {draw} /> }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn props(seen: impl PartialEq + 'static) -> StillProps {
        StillProps {
            seen: Rc::new(seen),
            draw: Rc::new(Html::default),
        }
    }

    #[test]
    fn a_part_is_the_same_while_it_shows_the_same() {
        let one = || ("title", Some(3));
        assert!(props(one()) == props(one()));
        assert!(props(one()) != props(("title", Some(4))));
        assert!(props(one()) != props("title"));
    }
}

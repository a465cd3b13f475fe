//! A drawn signature: by finger, pen or mouse. The typed name does without it.

use std::rc::Rc;

use dossier::Stroke;
use wording::ui::seal as words;
use yew::prelude::*;

use crate::platform::signature;
use crate::ui::button;

/// The most strokes, well below what a pledge can hold.
const MOST_STROKES: usize = 100;
/// The most points of all strokes.
const MOST_POINTS: usize = 4_000;
/// Points nearer to the last one than this are left out, in units of the box.
const STEP: u16 = 2;

/// Properties of [`SignaturePad`].
#[derive(Clone, PartialEq, Properties)]
pub(super) struct SignaturePadProps {
    /// What was drawn.
    pub(super) strokes: Rc<Vec<Stroke>>,
    /// Called with all strokes after each.
    pub(super) on_strokes: Callback<Vec<Stroke>>,
}

/// A canvas to sign on.
#[component]
pub(super) fn SignaturePad(props: &SignaturePadProps) -> Html {
    let canvas = use_node_ref();
    let (on_down, on_move, on_up) = use_pen(props, &canvas);
    use_effect_with(
        (canvas.clone(), props.strokes.clone()),
        |(canvas, strokes)| signature::draw(canvas, strokes.iter()),
    );
    let on_strokes = props.on_strokes.clone();
    let on_clear = Callback::from(move |()| on_strokes.emit(Vec::new()));
    let clear = button(words::SIGNATURE_CLEAR.into(), on_clear).quiet();
    let state = if props.strokes.is_empty() {
        words::UNSIGNED
    } else {
        words::SIGNED
    };
    html! {
        <div class="field" role="group" aria-labelledby="signature-label">
            <p class="field__label" id="signature-label">{ words::SIGNATURE }</p>
            <p class="field__help">{ words::SIGNATURE_HELP }</p>
            <div class="signature">
                <canvas
                    ref={canvas}
                    class="signature__canvas"
                    width={(Stroke::WIDTH * signature::SCALE).to_string()}
                    height={(Stroke::HEIGHT * signature::SCALE).to_string()}
                    role="img"
                    aria-label={state}
                    onpointerdown={on_down}
                    onpointermove={on_move}
                    onpointerup={on_up.clone()}
                    onpointercancel={on_up}
                />
                <div class="cluster">
                    { clear.disabled(props.strokes.is_empty()).html() }
                    <span class="muted" role="status">{ state }</span>
                </div>
            </div>
        </div>
    }
}

type OnPointer = Callback<PointerEvent>;

/// What the pen does when it is put down, moved and lifted.
#[hook]
fn use_pen(props: &SignaturePadProps, canvas: &NodeRef) -> (OnPointer, OnPointer, OnPointer) {
    let drawn = use_mut_ref(|| None::<Stroke>);
    let on_down = {
        let drawn = drawn.clone();
        use_callback(
            props.strokes.clone(),
            move |event: PointerEvent, strokes| {
                let Some(point) = signature::point(&event) else {
                    return;
                };
                if event.is_primary() && has_room(strokes, 1) {
                    signature::hold(&event);
                    *drawn.borrow_mut() = Some(Stroke(vec![point]));
                }
            },
        )
    };
    let on_move = {
        let (drawn, canvas) = (drawn.clone(), canvas.clone());
        use_callback(
            props.strokes.clone(),
            move |event: PointerEvent, strokes| {
                let mut drawn = drawn.borrow_mut();
                let (Some(stroke), Some(point)) = (drawn.as_mut(), signature::point(&event)) else {
                    return;
                };
                if moved(stroke, point) && has_room(strokes, stroke.0.len()) {
                    stroke.0.push(point);
                    signature::draw(&canvas, strokes.iter().chain([&*stroke]));
                }
            },
        )
    };
    let parts = (props.strokes.clone(), props.on_strokes.clone());
    let on_up = use_callback(parts, move |_: PointerEvent, (strokes, on_strokes)| {
        let stroke = drawn.borrow_mut().take();
        if let Some(stroke) = stroke {
            let strokes = strokes.iter().cloned().chain([stroke]);
            on_strokes.emit(strokes.collect());
        }
    });
    (on_down, on_move, on_up)
}

/// Whether a stroke of more than `length` points still fits.
fn has_room(strokes: &[Stroke], length: usize) -> bool {
    let points: usize = strokes.iter().map(|stroke| stroke.0.len()).sum();
    strokes.len() < MOST_STROKES && points.saturating_add(length) < MOST_POINTS
}

/// Whether a point is far enough from the last one.
fn moved(stroke: &Stroke, (x, y): (u16, u16)) -> bool {
    let last = stroke.0.last();
    last.is_none_or(|(a, b)| a.abs_diff(x) >= STEP || b.abs_diff(y) >= STEP)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pen_that_rests_adds_no_points() {
        let stroke = Stroke(vec![(10, 10)]);
        assert!(!moved(&stroke, (11, 11)));
        assert!(moved(&stroke, (12, 10)));
        assert!(moved(&Stroke::default(), (0, 0)));
    }

    #[test]
    fn what_is_drawn_always_fits_into_a_pledge() {
        let full = vec![Stroke(vec![(1, 1)]); MOST_STROKES];
        assert!(!has_room(&full, 1));
        let long = [Stroke(vec![(1, 1); MOST_POINTS - 2])];
        assert!(has_room(&long, 1));
        assert!(!has_room(&long, 2));
    }
}

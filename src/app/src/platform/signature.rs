//! The canvas that a signature is drawn on.

use dossier::Stroke;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement, PointerEvent};
use yew::NodeRef;

/// Pixels of the canvas for each unit of the box.
pub(crate) const SCALE: u16 = 2;
/// Ink: dark on the white of the canvas, in every look.
const INK: &str = "#10213a";
/// The width of the pen, in pixels of the canvas.
const PEN: f64 = 6.0;

/// Where a pointer is in the box of a signature; none when it is outside.
pub(crate) fn point(event: &PointerEvent) -> Option<(u16, u16)> {
    let canvas = event.target()?.dyn_into::<Element>().ok()?;
    let x = scaled(event.offset_x(), canvas.client_width(), Stroke::WIDTH)?;
    let y = scaled(event.offset_y(), canvas.client_height(), Stroke::HEIGHT)?;
    Some((x, y))
}

/// Keeps the pointer's events with the canvas until it is lifted, and the page from scrolling.
pub(crate) fn hold(event: &PointerEvent) {
    event.prevent_default();
    let target = event.target();
    if let Some(canvas) = target.and_then(|target| target.dyn_into::<Element>().ok()) {
        // Without it a stroke ends at the edge, which is no harm.
        let _ = canvas.set_pointer_capture(event.pointer_id());
    }
}

/// Draws strokes on a canvas, and nothing else.
pub(crate) fn draw<'a>(canvas: &NodeRef, strokes: impl Iterator<Item = &'a Stroke>) {
    let Some((canvas, context)) = context(canvas) else {
        return;
    };
    context.clear_rect(0.0, 0.0, canvas.width().into(), canvas.height().into());
    context.set_stroke_style_str(INK);
    context.set_line_width(PEN);
    context.set_line_cap("round");
    context.set_line_join("round");
    for stroke in strokes {
        trace(&context, stroke);
    }
}

fn trace(context: &CanvasRenderingContext2d, stroke: &Stroke) {
    let place = |(x, y): (u16, u16)| (f64::from(x * SCALE), f64::from(y * SCALE));
    context.begin_path();
    for (index, point) in stroke.0.iter().enumerate() {
        let (x, y) = place(*point);
        if index == 0 {
            context.move_to(x, y);
        }
        // A stroke of one point is a dot.
        context.line_to(x, y);
    }
    context.stroke();
}

fn context(canvas: &NodeRef) -> Option<(HtmlCanvasElement, CanvasRenderingContext2d)> {
    let canvas = canvas.cast::<HtmlCanvasElement>()?;
    let context = canvas.get_context("2d").ok().flatten()?;
    Some((canvas, context.dyn_into().ok()?))
}

/// A place on the canvas in units of the box.
fn scaled(at: i32, shown: i32, wanted: u16) -> Option<u16> {
    let scaled = at.checked_mul(wanted.into())?.checked_div(shown)?;
    u16::try_from(scaled).ok().filter(|place| *place <= wanted)
}

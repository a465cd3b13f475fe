//! Asks the engine for advice while the person does nothing.

use std::rc::Rc;

use yew::prelude::*;

use crate::platform::idle;
use crate::state::{Action, AppHandle, Guide};

/// How long nothing must have been changed, in milliseconds.
const PAUSE: u32 = 300;

/// Gets the advice that the screen asks for, a piece at a time, each in a moment of its own.
#[hook]
pub(crate) fn use_advice(app: &AppHandle) {
    let pause = if app.is_unadvised() { PAUSE } else { 0 };
    let depends = (app.dossier.clone(), app.wanted());
    let app = app.clone();
    use_effect_with(depends, move |(dossier, wanted)| {
        let waiting = wanted.clone().map(|wanted| {
            let dossier = Rc::clone(dossier);
            idle::after(pause, move || {
                if let Some(found) = app.advise(wanted) {
                    app.dispatch(Action::Guide(Guide::Found(dossier, found)));
                }
            })
        });
        move || drop(waiting)
    });
}

//! Whether a pledge is given, and whether it still holds.

use std::rc::Rc;

use wording::ui::forms;
use wording::ui::seal as words;
use yew::prelude::*;

use crate::screen::Screen;
use crate::seal::contents;
use crate::state::{Action, use_app};
use crate::ui::{Button, ButtonLook, ScreenLink};

/// Whether a pledge is given, and whether it still holds. The slot is always there.
#[component]
pub(super) fn Standing() -> Html {
    let app = use_app();
    let dispatcher = app.dispatcher();
    let on_withdraw = use_callback((), move |(), ()| {
        dispatcher.dispatch(Action::SetPledge(None));
    });
    let holds = contents::holds(&app);
    let pledge = app.pledge.as_ref().map(Rc::clone);
    html! {
        <div class="notice-slot" aria-live="polite">
            if let Some(pledge) = pledge {
                if holds {
                    <div class="notice notice--good" key="holds">
                        <p>{ words::pledge_holds(&pledge.name, pledge.date) }</p>
                        <div class="cluster">
                            <ScreenLink
                                to={Screen::Package}
                                class={classes!("button", "button--primary")}
                            >
                                { forms::go_on(forms::PACKAGE) }
                            </ScreenLink>
                            <Button
                                label={words::WITHDRAW}
                                look={ButtonLook::Quiet}
                                on_press={on_withdraw}
                            />
                        </div>
                    </div>
                } else {
                    <div class="notice notice--warning" key="void">
                        <p><strong>{ words::PLEDGE_VOID }</strong></p>
                        <p>{ words::pledge_was(&pledge.name, pledge.date) }</p>
                    </div>
                }
            }
        </div>
    }
}

//! The application 职称自评: mounts the root component and says when it is ready.
#![allow(
    clippy::future_not_send,
    reason = "what the browser hands out stays on its one thread"
)]

mod advice;
mod app;
mod ask;
mod behind;
mod check;
mod desk;
#[cfg(any(test, feature = "first-screen"))]
mod first_screen;
mod flow;
mod forms;
mod frame;
mod judging;
mod materials;
mod platform;
mod rescue;
mod screen;
mod seal;
mod start;
mod state;
mod tasks;
#[cfg(test)]
mod tests;
mod ui;
mod verdict;
mod verify;

fn main() {
    #[cfg(feature = "first-screen")]
    if let Some(year) = std::env::args().nth(1) {
        match year.parse().ok().and_then(first_screen::text) {
            Some(text) => println!("{text}"),
            None => std::process::exit(1),
        }
        return;
    }
    #[cfg(feature = "one-file")]
    if worker::platform::serve() {
        return;
    }
    rescue::install();
    if let Some(place) = platform::page::place_behind() {
        yew::platform::spawn_local(app::start(place));
    }
}

//! The application of employers and desks: many candidates at once, in the browser.
//!
//! One module is page and worker both: what a page shows and what a worker judges share books, wording and readers, so
//! two modules would hold most of it twice. It is fetched at `#/office` alone, in the applicants' application's place.
#![allow(
    clippy::future_not_send,
    reason = "what the browser hands out stays on its one thread"
)]

mod app;
pub mod desk;
pub mod errand;
mod frame;
pub mod platform;
mod rescue;
mod run;
mod screen;
mod store;
mod table;

/// Shows the application in the page.
pub fn start() {
    rescue::install();
    if let Some(place) = platform::page::mount_point() {
        app::mount(place);
    }
}

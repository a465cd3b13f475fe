//! Tests of state and forms, natively: no browser is needed.

mod ask;
mod behind;
mod changed;
mod components;
mod draft;
mod first_screen;
mod forms;
mod gallery;
mod kiosk;
mod paths;
mod screens;
mod seal;
mod state;
mod support;
mod typed;
mod verdict;

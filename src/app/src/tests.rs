//! Tests of state and forms, natively: no browser is needed.

mod draft;
mod forms;
mod screens;
mod state;
mod support;
mod typed;
mod verdict;

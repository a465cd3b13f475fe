//! The second part of the module: the engine, and all screens but the first.
//!
//! INVARIANT: nothing here is named by the first part but [`load`]. What is reached through [`BEHIND`] alone, `wasm-split`
//! puts into a file of its own, which is fetched beside the first one and not waited for.

mod screen;

use assess::Engine;

use crate::desk::{reading, save_as_file};
use crate::seal;
use crate::state::{AppState, Behind, Rules};
use crate::verdict::verdict_bar;

/// What the second part does for the first.
pub(crate) static BEHIND: Behind = Behind {
    engine,
    assess: AppState::assess_now,
    outline: AppState::outline_now,
    since: AppState::since,
    advise: AppState::advise_now,
    told: |book, problem| wording::problem(book, problem).whole(),
    verdict: verdict_bar,
    screen: screen::screen,
    survey: seal::survey_now,
    read: |blob, progress| Box::pin(reading::read(blob, progress)),
    save: |app| Box::pin(save_as_file(app)),
};

/// The second part, as soon as it is there.
///
/// # Errors
/// When it was not fetched.
#[cfg(feature = "split")]
pub(crate) async fn load() -> Result<&'static Behind, Missing> {
    behind().await
}

/// The second part, which is in the same file.
///
/// # Errors
/// None.
#[cfg(not(feature = "split"))]
#[expect(clippy::unused_async, reason = "where the module is split, it waits")]
pub(crate) async fn load() -> Result<&'static Behind, Missing> {
    Ok(&BEHIND)
}

/// The second part was not fetched.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Missing;

#[cfg(feature = "split")]
impl From<wasm_split_helpers::SplitLoaderError> for Missing {
    fn from(_: wasm_split_helpers::SplitLoaderError) -> Self {
        Self
    }
}

#[cfg(feature = "split")]
#[allow(
    clippy::unnecessary_wraps,
    reason = "what does not come is told by its error"
)]
#[wasm_split_helpers::wasm_split(behind, fallible)]
fn behind() -> Result<&'static Behind, Missing> {
    Ok(&BEHIND)
}

fn engine(rules: &Rules) -> Option<Engine> {
    let shipped = shipped::books().first()?;
    Engine::new(rules.shared_book(), shipped.compiled()).ok()
}

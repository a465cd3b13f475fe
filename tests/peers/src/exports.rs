//! What the benchmark calls under Node.

use wasm_bindgen::prelude::wasm_bindgen;

use crate::Prepared;

/// The candidates, ready to be judged.
#[wasm_bindgen]
pub struct Bench(Option<Prepared>);

#[wasm_bindgen]
impl Bench {
    /// Types all candidates.
    #[wasm_bindgen(constructor)]
    #[allow(clippy::new_without_default, reason = "it is called from JavaScript")]
    pub fn new() -> Self {
        Self(Prepared::new())
    }

    /// Judges the complete candidates; how many qualify.
    pub fn complete(&mut self) -> usize {
        self.0.as_mut().map_or(0, Prepared::complete)
    }

    /// Judges the partial candidates; how many stay open.
    pub fn partial(&mut self) -> usize {
        self.0.as_mut().map_or(0, Prepared::partial)
    }

    /// The verdict on each complete candidate: 0 not met, 1 open, 2 met.
    pub fn complete_verdicts(&mut self) -> Vec<u8> {
        self.0
            .as_mut()
            .map_or_else(Vec::new, Prepared::complete_verdicts)
    }

    /// The verdict on each partial candidate, in the same numbers.
    pub fn partial_verdicts(&mut self) -> Vec<u8> {
        self.0
            .as_mut()
            .map_or_else(Vec::new, Prepared::partial_verdicts)
    }
}

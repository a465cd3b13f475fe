//! Several messages, each with its next bytes.

use crate::message::Message;

/// Messages that are digested at once.
pub const LANES: usize = 4;

/// Gives several messages their next bytes: as far as all have some, up to [`LANES`] are digested at once.
pub fn update_together(parts: &mut [(&mut Message, &[u8])]) {
    for parts in parts.chunks_mut(LANES) {
        turn(parts);
    }
}

#[cfg(not(any(all(target_arch = "wasm32", feature = "simd"), test)))]
fn turn(parts: &mut [(&mut Message, &[u8])]) {
    for (message, bytes) in parts {
        message.update(bytes);
    }
}

#[cfg(any(all(target_arch = "wasm32", feature = "simd"), test))]
fn turn(parts: &mut [(&mut Message, &[u8])]) {
    use crate::{Block, State, quad};

    if let [(message, bytes)] = parts {
        message.update(bytes);
        return;
    }
    let mut states = [State::default(); LANES];
    let mut rests: [(&[Block], &[u8]); LANES] = [(&[], &[]); LANES];
    for (((message, bytes), rest), state) in parts.iter_mut().zip(&mut rests).zip(&mut states) {
        *rest = message.begin(bytes);
        *state = message.state;
    }
    let taken = parts.len();
    let counts = rests.iter().take(taken).map(|(blocks, _)| blocks.len());
    let count = counts.min().unwrap_or_default();
    let [first, ..] = rests;
    let mut lanes: [&[Block]; LANES] = [first.0; LANES];
    for (lane, (blocks, _)) in lanes.iter_mut().zip(&rests).take(taken) {
        *lane = blocks;
    }
    quad::compress(&mut states, lanes.map(|blocks| blocks.split_at(count).0));
    for (((message, _), (blocks, rest)), state) in parts.iter_mut().zip(rests).zip(states) {
        message.state = state;
        message.alone(blocks.split_at(count).1);
        message.keep(rest);
    }
}

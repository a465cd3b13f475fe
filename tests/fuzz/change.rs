//! Seeded changes to text: bytes, words that its readers know, pieces taken out, doubled or nested.

use crate::mutate::Dice;

/// Changes a text in one to three places.
pub(crate) fn changed(bytes: &[u8], words: &[&str], dice: &mut Dice) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for _ in 0..=dice.below(3) {
        change(&mut bytes, words, dice);
    }
    bytes
}

fn change(bytes: &mut Vec<u8>, words: &[&str], dice: &mut Dice) {
    let at = dice.below(bytes.len() + 1);
    let end = bytes.len().min(at + 1 + dice.below(40));
    let word = words[dice.below(words.len())].as_bytes();
    match dice.below(8) {
        0 if at < bytes.len() => bytes[at] ^= 1 << dice.below(8),
        1 => bytes.insert(at, u8::try_from(dice.below(256)).unwrap()),
        2 => drop(bytes.drain(at..end)),
        3 => {
            let piece = bytes[at..end].to_vec();
            let to = dice.below(bytes.len() + 1);
            bytes.splice(to..to, piece);
        }
        4 => drop(bytes.splice(at..at, word.repeat(1 + dice.below(400)))),
        5 => drop(bytes.splice(at..end, word.iter().copied())),
        6 => {
            let (from, to) = token(bytes, at);
            bytes.splice(from..to, word.iter().copied());
        }
        _ => drop(bytes.splice(at..at, word.iter().copied())),
    }
}

/// The run of letters, digits and signs around a place.
fn token(bytes: &[u8], at: usize) -> (usize, usize) {
    let inside = |byte: &u8| byte.is_ascii_alphanumeric() || b"_-.".contains(byte) || *byte >= 0x80;
    let from = bytes[..at]
        .iter()
        .rposition(|byte| !inside(byte))
        .map_or(0, |at| at + 1);
    let length = bytes[at..].iter().take_while(|byte| inside(byte)).count();
    (from, at + length)
}

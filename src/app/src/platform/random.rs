//! Random identifiers.

/// Characters of an identifier: no vowels, so that no words arise.
const LETTERS: [char; 16] = [
    '2', '3', '4', '5', '6', '7', '8', '9', 'b', 'c', 'd', 'f', 'g', 'h', 'j', 'k',
];

/// A new identifier of a record: 64 random bits as 16 characters behind an `r`.
pub(crate) fn record_id() -> String {
    identifier('r')
}

/// A new identifier of a draft, behind a `d`.
pub(crate) fn draft_id() -> String {
    identifier('d')
}

fn identifier(first: char) -> String {
    let mut bytes = [0_u8; 8];
    if let Ok(crypto) = gloo::utils::window().crypto() {
        // Every browser that runs WebAssembly has this; ids in use are refused by the dossier.
        let _ = crypto.get_random_values_with_u8_array(&mut bytes);
    }
    let halves = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    let letters = halves.filter_map(|half| LETTERS.get(usize::from(half)));
    std::iter::once(first).chain(letters.copied()).collect()
}

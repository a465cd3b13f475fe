//! Dividing text into statements and words, byte by byte: rosters have a thousand bytes of it in each row.

/// The statements of a text: between line ends and semicolons of either width, without the white space around them.
pub(super) fn statements(text: &str) -> impl Iterator<Item = &str> {
    let end = |rest: &str| {
        let mut bytes = rest.bytes().enumerate();
        bytes.find_map(|(at, byte)| match byte {
            b'\n' | b';' => Some((at, 1)),
            // The first byte of a semicolon of full width and of little else.
            0xef => {
                let found = rest.get(at..)?.strip_prefix('；');
                found.map(|_| (at, '；'.len_utf8()))
            }
            _ => None,
        })
    };
    divided(text, end).map(str::trim)
}

/// The words of a text: between white space.
pub(super) fn words(text: &str) -> impl Iterator<Item = &str> {
    let end = |rest: &str| {
        let mut bytes = rest.bytes().enumerate();
        bytes.find_map(|(at, byte)| match byte {
            b'\t'..=b'\r' | b' ' => Some((at, 1)),
            // The first bytes of all other white space.
            0xc2 | 0xe1..=0xe3 => {
                let first = rest.get(at..)?.chars().next();
                let blank = first.filter(|first| first.is_whitespace());
                blank.map(|blank| (at, blank.len_utf8()))
            }
            _ => None,
        })
    };
    divided(text, end).filter(|word| !word.is_empty())
}

/// The parts of a text; `end` finds where the first part ends, and how long what divides it from the next is.
fn divided(text: &str, end: impl Fn(&str) -> Option<(usize, usize)>) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let Some((at, length)) = end(text) else {
            rest = None;
            return Some(text);
        };
        rest = text.get(at.saturating_add(length)..);
        text.get(..at)
    })
}

#[cfg(test)]
mod tests {
    use super::{statements, words};

    /// All that divides, what begins like it, and what does neither.
    const PIECES: [&str; 22] = [
        "a", "=", "题", "\n", ";", "；", "，", "\u{ff1a}", "\u{fffd}", " ", "\t", "\r", "\u{b}",
        "\u{1c}", "\u{85}", "\u{a0}", "\u{a9}", "\u{1680}", "\u{2003}", "\u{2013}", "\u{3000}",
        "\u{3001}",
    ];

    #[test]
    fn text_is_divided_as_characters_say() {
        for number in 0..22_usize.pow(4) {
            let places = (0..4).map(|place| number / 22_usize.pow(place) % 22);
            let text: String = places.map(|place| PIECES[place]).collect();
            let slow: Vec<&str> = text.split(['\n', ';', '；']).map(str::trim).collect();
            assert_eq!(statements(&text).collect::<Vec<_>>(), slow, "{text:?}");
            let slow: Vec<&str> = text.split_whitespace().collect();
            assert_eq!(words(&text).collect::<Vec<_>>(), slow, "{text:?}");
        }
    }
}

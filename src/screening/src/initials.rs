//! Pinyin initials of names, and the order in which people look names up.
//!
//! The 3,755 characters of level 1 of GB/T 2312-1980 (rows 16 to 55) stand in the order of their pinyin. So a list of
//! them in that order, and the characters at which a new letter begins, tell the initial of each; who has a decoder of
//! GB 2312 needs no table. Level 2 stands in the order of radicals: of its characters, and of all others, whoever knows
//! more may tell ([`Initials::with`]); else a name with such a character is found by its characters. Characters of names
//! that are read in several ways have several initials ([`SEVERAL`]).

use std::collections::BTreeMap;

/// The first character of each letter, in level 1.
const FIRST: [(char, char); 23] = [
    ('a', '啊'),
    ('b', '芭'),
    ('c', '擦'),
    ('d', '搭'),
    ('e', '蛾'),
    ('f', '发'),
    ('g', '噶'),
    ('h', '哈'),
    ('j', '击'),
    ('k', '喀'),
    ('l', '垃'),
    ('m', '妈'),
    ('n', '拿'),
    ('o', '哦'),
    ('p', '啪'),
    ('q', '期'),
    ('r', '然'),
    ('s', '撒'),
    ('t', '塌'),
    ('w', '挖'),
    ('x', '昔'),
    ('y', '压'),
    ('z', '匝'),
];

/// Characters that are read in several ways in names or in the words of an employer's name.
const SEVERAL: [(char, &str); 21] = [
    ('单', "ds"),
    ('曾', "cz"),
    ('仇', "cq"),
    ('解', "jx"),
    ('查', "cz"),
    ('区', "oq"),
    ('尉', "wy"),
    ('乐', "ly"),
    ('召', "sz"),
    ('长', "cz"),
    ('重', "cz"),
    ('行', "hx"),
    ('石', "sd"),
    ('车', "cj"),
    ('万', "wm"),
    ('折', "sz"),
    ('种', "cz"),
    ('覃', "qt"),
    ('晟', "cs"),
    ('茜', "qx"),
    ('郗', "cx"),
];

/// Most ways to read one name.
const MOST: usize = 16;

/// The initials of characters.
#[derive(Clone, Debug, Default)]
pub struct Initials {
    /// Each character of level 1 with its place and its initial.
    known: BTreeMap<char, (u32, char)>,
    /// Tells the initials of other characters.
    others: Option<fn(char) -> Option<char>>,
}

impl Initials {
    /// The bytes of level 1 in GB 2312, in its order: what a decoder is to read for [`Initials::new`].
    pub fn encoded() -> Vec<u8> {
        // The last five places of row 55 are empty.
        let rows = (0xB0..=0xD7_u8).flat_map(|row| {
            let last = if row == 0xD7 { 0xF9 } else { 0xFE_u8 };
            (0xA1..=last).flat_map(move |cell| [row, cell])
        });
        rows.collect()
    }

    /// Knows the characters of level 1, given in their order.
    pub fn new(level_1: &str) -> Self {
        let mut letter = ' ';
        let mut own = Self::default();
        for (character, place) in level_1.chars().zip(0_u32..) {
            if let Some((next, _)) = FIRST.iter().find(|(_, first)| *first == character) {
                letter = *next;
            }
            own.known.insert(character, (place, letter));
        }
        own
    }

    /// With somebody who tells the initials of all other characters.
    #[must_use]
    pub fn with(self, others: fn(char) -> Option<char>) -> Self {
        let others = Some(others);
        Self { others, ..self }
    }

    /// The initials of a name, in lower case: one text for each way to read it; none when a character is not known.
    pub fn of(&self, name: &str) -> Vec<String> {
        let mut all = vec![String::new()];
        for character in name.chars().filter(|c| c.is_alphanumeric()) {
            let letters = self.letters(character);
            if letters.is_empty() {
                return Vec::new();
            }
            let longer = all.iter().flat_map(|begun| {
                let add = move |letter: char| format!("{begun}{letter}");
                letters.chars().map(add).collect::<Vec<_>>()
            });
            all = longer.take(MOST).collect();
        }
        all.retain(|initials| !initials.is_empty());
        all
    }

    fn letters(&self, character: char) -> String {
        if character.is_ascii() {
            return character.to_lowercase().collect();
        }
        let several = SEVERAL.iter().find(|(other, _)| *other == character);
        if let Some((_, letters)) = several {
            return (*letters).to_owned();
        }
        let known = self.known.get(&character).map(|(_, letter)| *letter);
        let letter = known.or_else(|| self.others.and_then(|others| others(character)));
        letter.map(String::from).unwrap_or_default()
    }

    /// Where text stands in a dictionary: by pinyin where it is known, then all other characters as Unicode has them.
    pub fn place(&self, text: &str) -> Vec<u32> {
        /// More than any character's number; each kind of character begins at a multiple.
        const KIND: u32 = 1 << 24;
        let place = |character: char| match self.known.get(&character) {
            _ if character.is_ascii() => u32::from(character),
            Some((place, _)) => KIND.saturating_add(*place),
            None => (2 * KIND).saturating_add(u32::from(character)),
        };
        text.chars().map(place).collect()
    }
}

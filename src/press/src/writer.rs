//! What packs: it takes the symbols out of the bytes, gives each tree its shape, and goes the way.

use alloc::vec;
use alloc::vec::Vec;
use core::mem;

use crate::grammar::{Grammar, Step};
use crate::past::{Form, Past};
use crate::range::Writing;
use crate::standing::{self, ANY_OPERATION, OPERATIONS, TREES};
use crate::tree::DEEPEST;
use crate::walk::{MOST, Progress, Walk};

/// What is packed.
#[derive(Debug, Clone, Copy)]
pub enum Piece<'a> {
    /// A module of WebAssembly.
    Module(&'a [u8]),
    /// A script, a style sheet or markup.
    Text(&'a [u8]),
}

/// Symbols of one form.
struct Symbols {
    form: Form,
    symbols: Vec<u8>,
}

/// Times that an instruction is followed by others before they have a tree of their own.
const OWN_TREE: u32 = 1500;

/// Pieces, one behind the other, packed; none when they are too many or too large.
pub fn pack(pieces: &[Piece]) -> Option<Vec<u8>> {
    let bytes: Vec<u8> = pieces.iter().flat_map(Piece::bytes).copied().collect();
    if bytes.len() > MOST {
        return None;
    }
    let parts: Vec<Symbols> = pieces
        .iter()
        .flat_map(Piece::parts)
        .filter(|part| !part.symbols.is_empty())
        .collect();
    written(&parts, bytes.len())
        .filter(|(_, back)| *back == bytes)
        .map(|(packed, _)| packed)
}

impl<'a> Piece<'a> {
    /// What it holds.
    pub const fn bytes(&self) -> &'a [u8] {
        match self {
            Self::Module(bytes) | Self::Text(bytes) => bytes,
        }
    }

    fn parts(&self) -> Vec<Symbols> {
        match self {
            Self::Text(bytes) => vec![Symbols {
                form: Form::Text,
                symbols: bytes.to_vec(),
            }],
            Self::Module(bytes) => module(bytes).unwrap_or_else(|| {
                vec![Symbols {
                    form: Form::Data,
                    symbols: bytes.to_vec(),
                }]
            }),
        }
    }
}

/// A module in parts: what is before the bodies of its functions, these, and its data with all behind it.
fn module(bytes: &[u8]) -> Option<Vec<Symbols>> {
    let mut at = 8;
    loop {
        let id = *bytes.get(at)?;
        let (size, start) = number(bytes, at + 1)?;
        let end = start.checked_add(size)?;
        if id == 10 {
            let (count, first) = number(bytes, start)?;
            let bodies = bodies(bytes.get(first..end)?, count)?;
            return Some(vec![
                Symbols {
                    form: Form::Plain,
                    symbols: bytes.get(..first)?.to_vec(),
                },
                Symbols {
                    form: Form::Bodies,
                    symbols: bodies,
                },
                Symbols {
                    form: Form::Data,
                    symbols: bytes.get(end..)?.to_vec(),
                },
            ]);
        }
        at = end;
    }
}

/// A number at a place, LEB128, in its shortest form; and the place behind it.
fn number(bytes: &[u8], from: usize) -> Option<(usize, usize)> {
    let mut number = 0;
    for (place, byte) in bytes.get(from..)?.iter().take(4).enumerate() {
        number |= usize::from(byte & 0x7f) << (7 * place);
        if *byte < 0x80 {
            let is_shortest = *byte > 0 || place == 0;
            return is_shortest.then_some((number, from + place + 1));
        }
    }
    None
}

/// The bodies without their sizes and without alignments, which are all zero. None where that leaves something out.
fn bodies(bytes: &[u8], count: usize) -> Option<Vec<u8>> {
    let mut symbols = Vec::new();
    let mut at = 0;
    for _ in 0..count {
        let (size, start) = number(bytes, at)?;
        at = start.checked_add(size)?;
        let mut grammar = Grammar::START;
        let mut body = bytes.get(start..at)?.iter();
        loop {
            if grammar.is_at_alignment() && *body.next()? != 0 {
                return None;
            }
            let byte = *body.next()?;
            symbols.push(byte);
            if grammar.push(byte) == Step::End {
                break;
            }
        }
        if body.next().is_some() {
            return None;
        }
    }
    (at == bytes.len()).then_some(symbols)
}

/// The parts packed, and what a reader makes of it.
fn written(parts: &[Symbols], size: usize) -> Option<(Vec<u8>, Vec<u8>)> {
    let mut symbols = vec![u8::try_from(parts.len()).ok()?];
    for part in parts {
        symbols.push(part.form as u8);
        symbols.extend(u32::try_from(part.symbols.len()).ok()?.to_le_bytes());
    }
    for depths in depths(parts) {
        match depths {
            Some(depths) => {
                symbols.push(1);
                symbols.extend(depths);
            }
            None => symbols.push(0),
        }
    }
    symbols.extend(parts.iter().flat_map(|part| &part.symbols));
    let mut way = Writing::of(&symbols);
    let mut walk = Walk::begin(&mut way, size)?;
    loop {
        match walk.go(&mut way, u32::MAX) {
            Progress::More => {}
            Progress::Done => return Some((way.finish(), walk.bytes)),
            Progress::Broken => return None,
        }
    }
}

/// The depths of all trees that are used.
fn depths(parts: &[Symbols]) -> Vec<Option<[u8; 256]>> {
    let mut counts = vec![[0_u32; 256]; TREES];
    let mut past = Past::new();
    for part in parts {
        past.form = part.form;
        for symbol in &part.symbols {
            let tree = counts.get_mut(standing::tree(&past));
            if let Some(count) = tree.and_then(|tree| tree.get_mut(usize::from(*symbol))) {
                *count += 1;
            }
            past.push(*symbol);
        }
    }
    merged(&mut counts);
    counts.iter().map(shaped).collect()
}

/// Gives what seldom follows an instruction to the tree of all such.
fn merged(counts: &mut [[u32; 256]]) {
    let Some((numbers, own)) = counts.split_at_mut_checked(OPERATIONS) else {
        return;
    };
    let Some(any) = numbers.get_mut(ANY_OPERATION) else {
        return;
    };
    for own in own
        .iter_mut()
        .filter(|own| own.iter().sum::<u32>() < OWN_TREE)
    {
        for (all, one) in any.iter_mut().zip(own) {
            *all += mem::take(one);
        }
    }
}

/// The depths in a tree in which the frequent ones are near its top: Huffman's, of counts that are halved until it is not
/// too deep.
fn shaped(counts: &[u32; 256]) -> Option<[u8; 256]> {
    let mut counts = *counts;
    loop {
        let depths = huffman(&counts)?;
        if depths.iter().all(|depth| *depth <= DEEPEST) {
            return Some(depths);
        }
        for count in counts.iter_mut().filter(|count| **count > 0) {
            *count = count.div_ceil(2);
        }
    }
}

fn huffman(counts: &[u32; 256]) -> Option<[u8; 256]> {
    let mut groups: Vec<(u32, Vec<u8>)> = (0..=255_u8)
        .zip(counts)
        .filter(|(_, count)| **count > 0)
        .map(|(symbol, count)| (*count, vec![symbol]))
        .collect();
    let mut depths = [0_u8; 256];
    if let [(_, only)] = groups.as_slice() {
        for symbol in only {
            *depths.get_mut(usize::from(*symbol))? = 1;
        }
        return Some(depths);
    }
    while groups.len() > 1 {
        groups.sort_by(|one, other| other.cmp(one));
        let ((one, mut symbols), (other, more)) = (groups.pop()?, groups.pop()?);
        symbols.extend(more);
        for symbol in &symbols {
            *depths.get_mut(usize::from(*symbol))? += 1;
        }
        groups.push((one + other, symbols));
    }
    groups.pop().map(|_| depths)
}

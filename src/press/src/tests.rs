//! Whatever is packed comes back, and whatever is read ends.

use alloc::vec;
use alloc::vec::Vec;

use proptest::collection::vec as bytes_of;
use proptest::prelude::*;

use crate::mixer::{self, Lanes};
use crate::range::{Stream, Way as _, Writing};
use crate::tree::{Place, Tree};
use crate::{MOST, Piece, Progress, Reader, pack};

/// What a reader makes of it, and whether that is all.
fn read(packed: &[u8], size: usize, at_once: u32) -> (Progress, Vec<u8>) {
    let Some(mut reader) = Reader::new(packed.to_vec(), size) else {
        return (Progress::Broken, Vec::new());
    };
    let mut steps = 0;
    loop {
        let progress = reader.read(at_once);
        // INVARIANT: each symbol is a byte at least, so a reader that goes on for longer never ends.
        steps += 1;
        assert!(steps <= 2 + size / at_once as usize + 1, "it does not end");
        assert!(reader.bytes().len() <= size + 10);
        if progress != Progress::More {
            return (progress, reader.bytes().to_vec());
        }
    }
}

fn comes_back(pieces: &[Piece]) -> usize {
    let bytes: Vec<u8> = pieces.iter().flat_map(Piece::bytes).copied().collect();
    let packed = pack(pieces).unwrap();
    for at_once in [1, 7, 100_000] {
        let back = read(&packed, bytes.len(), at_once);
        assert!(back == (Progress::Done, bytes.clone()), "{at_once} at once");
    }
    packed.len()
}

fn number(mut value: usize) -> Vec<u8> {
    let mut digits = Vec::new();
    while value >= 0x80 {
        digits.push(value.to_le_bytes()[0] | 0x80);
        value >>= 7;
    }
    digits.push(value.to_le_bytes()[0]);
    digits
}

/// A module of functions with these bodies, and data behind them.
fn module(bodies: &[Vec<u8>]) -> Vec<u8> {
    let mut code = number(bodies.len());
    for body in bodies {
        code.extend(number(body.len()));
        code.extend(body);
    }
    let types = [1, 4, 1, 0x60, 0, 0];
    let code = [&[10], number(code.len()).as_slice(), &code].concat();
    [b"\0asm\x01\0\0\0", types.as_slice(), &code, &[11, 1, 0]].concat()
}

/// Bodies in which each kind of number stands, the longer the larger the seed.
fn body(seed: u8) -> Vec<u8> {
    let mut body = vec![1, 2, 0x7f];
    for turn in 0..seed % 40 {
        let number = turn.wrapping_mul(seed) & 0x7f;
        body.extend([
            0x20,
            number & 7,
            0x41,
            0x80 | number,
            1,
            0x6a,
            0x21,
            number & 3,
        ]);
        body.extend([
            0x02,
            0x40,
            0x20,
            0,
            0x28,
            0,
            number,
            0x0d,
            0,
            0x10,
            number & 15,
            0x0b,
        ]);
        body.extend([
            0x20, 1, 0x0e, 2, 0, 1, 0, 0x44, 0, 0, 0, 0, 0, 0, 0xf0, 0x3f, 0x1a,
        ]);
        body.extend([
            0x42, 0xff, 0, 0x11, 0, 0, 0xfc, 10, 0, 0, 0x1c, 1, 0x7f, 0x43, 1, 2, 3, 4,
        ]);
    }
    body.push(0x0b);
    body
}

#[test]
fn a_module_is_packed_by_its_instructions_and_comes_back() {
    let bodies: Vec<Vec<u8>> = (0..60).map(body).collect();
    let module = module(&bodies);
    let by_instructions = comes_back(&[Piece::Module(&module)]);
    let as_text = comes_back(&[Piece::Text(&module)]);
    assert!(
        by_instructions * 10 < as_text * 9,
        "{by_instructions} {as_text}"
    );
}

#[test]
fn what_is_unlike_other_modules_comes_back_too() {
    let plain = module(&[body(7), body(9)]);
    // An alignment that is not zero, a size that is not its shortest, a body that ends early, bytes behind the end.
    let aligned: Vec<u8> = body(7)
        .iter()
        .map(|byte| if *byte == 0x28 { 0x0c } else { *byte })
        .collect();
    let mut long = plain.clone();
    long.truncate(plain.len() - 3);
    for odd in [
        module(&[vec![0, 0x20, 0, 0x28, 2, 4, 0x0b]]),
        module(&[vec![0, 0x0b, 0x0b]]),
        module(&[vec![0, 0x20, 0]]),
        module(&[aligned]),
        [plain.as_slice(), b"more"].concat(),
        long,
        b"\0asm\x01\0\0\0\x0a\x04\x01\x82\x00\x00\x0b".to_vec(),
        b"\0asm".to_vec(),
        Vec::new(),
    ] {
        comes_back(&[Piece::Module(&odd)]);
    }
}

#[test]
fn pieces_come_back_one_behind_the_other() {
    let module = module(&[body(30), body(31)]);
    let script = "职称自评 = (评分) => { return 评分 + 1; }; ".repeat(40);
    comes_back(&[]);
    comes_back(&[
        Piece::Module(&module),
        Piece::Text(script.as_bytes()),
        Piece::Text(b""),
        Piece::Module(&module),
    ]);
}

#[test]
fn the_same_is_packed_to_the_same_bytes() {
    // What stands here was read by a reader in WebAssembly: other bytes are another format.
    let text = "评分、评审、评定；".repeat(20);
    let packed = pack(&[Piece::Text(text.as_bytes())]).unwrap();
    assert_eq!(packed, pack(&[Piece::Text(text.as_bytes())]).unwrap());
}

#[test]
fn more_than_the_most_is_neither_packed_nor_read() {
    assert_eq!(pack(&[Piece::Text(&vec![0; MOST + 1])]), None);
    assert!(Reader::new(vec![0; 9], MOST + 1).is_none());
}

#[test]
fn weights_learn_without_going_round() {
    let mut weights: Lanes = [i16::MAX, i16::MIN, 0, 1, -1, 100, -100, 5000];
    mixer::learn(
        &mut weights,
        &[2047, 2047, 2047, 256, 256, -256, 0, 1],
        i16::MAX,
    );
    assert_eq!(
        weights,
        [i16::MAX, i16::MIN + 2047, 2047, 257, 255, -156, -100, 5001]
    );
    mixer::learn(&mut weights, &[i16::MIN; 8], i16::MIN);
    assert_eq!(
        weights,
        [
            i16::MAX,
            2046,
            i16::MAX,
            i16::MAX,
            i16::MAX,
            32_611,
            32_667,
            i16::MAX
        ]
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_bytes_come_back(bytes in bytes_of(any::<u8>(), 0..600), few in bytes_of(0_u8..4, 0..600)) {
        comes_back(&[Piece::Text(&bytes), Piece::Module(&few)]);
        comes_back(&[Piece::Module(&bytes)]);
    }

    #[test]
    fn any_bodies_come_back(bodies in bytes_of(bytes_of(any::<u8>(), 0..60), 0..8)) {
        let bodies: Vec<Vec<u8>> = bodies.into_iter().map(|body| [&[0], body.as_slice(), &[0x0b]].concat()).collect();
        comes_back(&[Piece::Module(&module(&bodies))]);
    }

    #[test]
    fn a_reader_of_any_bytes_ends(bytes in bytes_of(any::<u8>(), 0..300), size in 0_usize..3000) {
        let (progress, read) = read(&bytes, size, 50);
        prop_assert!(progress == Progress::Broken || read.len() == size);
    }

    #[test]
    fn a_reader_of_damaged_bytes_ends(at in any::<prop::sample::Index>(), change in 1_u8.., cut in any::<bool>()) {
        let module = module(&[body(21), body(22), body(23)]);
        let mut packed = pack(&[Piece::Module(&module), Piece::Text(b"if (true) { return; }")]).unwrap();
        let at = at.index(packed.len());
        packed[at] ^= change;
        if cut {
            packed.truncate(at);
        }
        let (progress, read) = read(&packed, module.len() + 21, 64);
        prop_assert!(progress == Progress::Broken || read.len() == module.len() + 21);
    }

    #[test]
    fn any_depths_make_a_tree_or_none(depths in prop::array::uniform32(0_u8..16)) {
        let all: [u8; 256] = core::array::from_fn(|at| depths.get(at).copied().unwrap_or(0));
        let Some(tree) = Tree::of(&all) else {
            return Ok(());
        };
        for symbol in 0..=255 {
            let (turns, count) = tree.turns(symbol);
            let mut place = tree.top();
            for at in 0..count {
                let Place::Node(node) = place else {
                    return Err(TestCaseError::fail("it ends early"));
                };
                place = tree.node(node).below(turns << at & 0x8000 != 0);
            }
            if count > 0 {
                prop_assert!(matches!(place, Place::Symbol(found) if found == symbol));
            }
        }
    }

    #[test]
    fn turns_of_any_chance_come_back(turns in bytes_of((1_u32..65_536, any::<bool>()), 0..400)) {
        let symbols: Vec<u8> = turns.iter().map(|(_, one)| u8::from(*one)).collect();
        let mut writing = Writing::of(&symbols);
        for (chance, _) in &turns {
            writing.turn(*chance, |next| next == 1);
            writing.arrived();
        }
        let mut stream = Stream::of(writing.finish());
        for (chance, one) in turns {
            prop_assert_eq!(stream.turn(chance, |_| false), one);
        }
    }
}

//! Packing: what one machine packs another unpacks, so each step of the model must be the same to the bit. In WebAssembly
//! it is done in vectors.

use package::digest::FileDigest;
use press::{Piece, Progress, Reader, pack};

use crate::both;

/// Functions in which numbers of each kind stand, as a module.
fn module() -> Vec<u8> {
    let mut bodies = vec![40];
    for seed in 1..=40_u8 {
        let mut body = vec![1, 3, 0x7f];
        for turn in 0..12 {
            let number = u8::wrapping_mul(turn, seed) & 0x3f;
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
        }
        body.push(0x0b);
        bodies.extend(number(body.len()));
        bodies.extend(body);
    }
    [
        b"\0asm\x01\0\0\0\x0a".as_slice(),
        &number(bodies.len()),
        &bodies,
    ]
    .concat()
}

/// A number in LEB128, of two bytes.
fn number(value: usize) -> [u8; 2] {
    [value.to_le_bytes()[0] | 0x80, (value >> 7).to_le_bytes()[0]]
}

both! {
    fn every_machine_packs_to_the_same_bytes_and_unpacks_them() {
        let text = include_bytes!("../vectors/example.dossier.json");
        let module = module();
        let packed = pack(&[Piece::Module(&module), Piece::Text(text)]).unwrap();
        // Another digest is another format: `src/press/format.md` has to say what is new.
        let [one, two, three, four, ..] = FileDigest::of(&packed).sha256;
        assert_eq!([one, two, three, four], [208, 54, 68, 99]);
        let mut reader = Reader::new(packed, module.len() + text.len()).unwrap();
        while reader.read(1000) == Progress::More {}
        assert!(reader.bytes() == [module.as_slice(), text].concat());
    }
}

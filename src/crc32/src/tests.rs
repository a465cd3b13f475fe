//! Both ways against the definition, one bit at a time.

fn bitwise(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |crc, &byte| {
        (0..8).fold(crc ^ u32::from(byte), |crc, _| {
            (crc >> 1) ^ (0xedb8_8320 * (crc & 1))
        })
    })
}

/// By the machine's instructions and by tables, in two pieces.
fn both(bytes: &[u8], cut: usize) -> [u32; 2] {
    let (mut machine, mut tables) = (crate::machine::Crc32::new(), crate::tables::Crc32::new());
    for piece in [&bytes[..cut], &bytes[cut..]] {
        machine.update(piece);
        tables.update(piece);
    }
    [machine.finish(), tables.finish()]
}

#[test]
fn the_check_value_of_the_polynomial_is_met() {
    assert_eq!(both(b"123456789", 4), [0xcbf4_3926; 2]);
}

#[test]
fn many_bytes_a_step_agree_with_one_bit_a_step() {
    let bytes: Vec<u8> = (0..300_u32).map(|n| (n * n % 253) as u8).collect();
    for length in 0..bytes.len() {
        let expected = bitwise(&bytes[..length]);
        assert_eq!(
            both(&bytes[..length], length / 3),
            [expected; 2],
            "length {length}"
        );
    }
}

//! The QR code of what was pledged (ISO/IEC 18004), for paper and screen.
//!
//! It holds the short code and the whole digest, and nothing of a person:
//! `ZHICHENG:1:K7QM-0W3D-9XTA:` and 64 hexadecimal digits in capitals. That is
//! ninety characters of QR's alphanumeric mode, which version 4 holds exactly
//! at the level M of error correction. It is no address: a telephone that
//! reads it opens nothing.

use {
    crate::subject::Subject,
    qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version},
};

/// What every text of ours begins with.
pub(crate) const PREFIX: &str = "ZHICHENG:1:";

/// Modules of a code without its margin: version 4.
const MODULES: u16 = 33;
/// Modules of white that a reader needs around it.
const MARGIN: u16 = 4;

/// Modules in a row, margin included.
pub const SIDE: u16 = MODULES + 2 * MARGIN;

/// A QR code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Qr {
    /// The modules, row by row, the first of a row in its lowest bit.
    rows: Vec<u64>,
}

impl Qr {
    /// The code of what was pledged. None never happens: the text has one
    /// length, and it fits.
    pub fn of(subject: &Subject) -> Option<Self> {
        let segment = QrSegment::make_alphanumeric(&text(subject));
        let version = Version::new(4);
        // One mask of the eight, so that no code weighs them all: any is legal.
        let code = QrCode::encode_segments_advanced(
            &[segment],
            QrCodeEcc::Medium,
            version,
            version,
            Some(Mask::new(3)),
            false,
        );
        let code = code.ok()?;
        let side = 0..i32::from(MODULES);
        let dark = |x, y| u64::from(code.get_module(x, y)) << x;
        let row = |y| side.clone().fold(0, |row, x| row | dark(x, y));
        let rows = side.clone().map(row).collect();
        Some(Self { rows })
    }

    /// Modules in a row, margin included.
    pub fn size(&self) -> u16 {
        SIDE
    }

    /// Whether a module is dark; the margin and all beyond it are not.
    pub fn is_dark(&self, x: u16, y: u16) -> bool {
        let inner = |at: u16| at.checked_sub(MARGIN).filter(|at| *at < MODULES);
        let row = inner(y).and_then(|y| self.rows.get(usize::from(y)));
        row.zip(inner(x))
            .is_some_and(|(row, x)| (row >> x) & 1 == 1)
    }

    /// The dark modules as the data of one SVG path, for a view box as wide
    /// as [`Qr::size`]: each run of a row is a rectangle.
    pub fn path(&self) -> String {
        // Three to four hundred runs of less than twenty characters.
        let mut path = String::with_capacity(8 << 10);
        for (y, row) in (MARGIN..).zip(&self.rows) {
            let (mut x, mut left) = (MARGIN, *row);
            while left != 0 {
                let light = count(left.trailing_zeros());
                left >>= light;
                x += light;
                let run = count(left.trailing_ones());
                push(&mut path, &[("M", x), (" ", y), ("h", run), ("v1h-", run)]);
                path.push('z');
                left >>= run;
                x += run;
            }
        }
        path
    }
}

/// Modules in a row; a row has no more than [`SIDE`].
fn count(modules: u32) -> u16 {
    u16::try_from(modules).unwrap_or_default()
}

/// Writes numbers below a hundred, each behind its letters.
fn push(path: &mut String, parts: &[(&str, u16)]) {
    let digit = |number: u16| char::from_digit(number.into(), 10).unwrap_or_default();
    for (letters, number) in parts {
        path.push_str(letters);
        if *number > 9 {
            path.push(digit(number / 10));
        }
        path.push(digit(number % 10));
    }
}

/// What the code of a subject says.
pub fn text(subject: &Subject) -> String {
    let mut text = format!("{PREFIX}{}:{}", subject.code(), subject.hex());
    text.make_ascii_uppercase();
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What a reader of others makes of it, four pixels a module.
    fn read(qr: &Qr) -> String {
        let side = usize::from(qr.size()) * 4;
        let module = |pixel: usize| u16::try_from(pixel / 4).unwrap();
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(side, side, |x, y| {
            if qr.is_dark(module(x), module(y)) {
                0
            } else {
                255
            }
        });
        let grids = image.detect_grids();
        assert_eq!(grids.len(), 1);
        grids[0].decode().unwrap().1
    }

    #[test]
    fn the_text_holds_the_code_and_the_digest() {
        let subject = Subject::of("abc".to_owned());
        assert_eq!(
            text(&subject),
            "ZHICHENG:1:Q9W1-DFWF-077Y:\
             BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"
        );
    }

    #[test]
    fn the_path_draws_every_dark_module_and_no_other() {
        let qr = Qr::of(&Subject::of("abc".to_owned())).unwrap();
        let mut drawn = std::collections::BTreeSet::new();
        for part in qr.path().split('z').filter(|part| !part.is_empty()) {
            let (at, run) = part.strip_prefix('M').unwrap().split_once('h').unwrap();
            let (x, y) = at.split_once(' ').unwrap();
            let (run, back) = run.split_once("v1h-").unwrap();
            assert_eq!(run, back);
            let (x, y): (u16, u16) = (x.parse().unwrap(), y.parse().unwrap());
            let run: u16 = run.parse().unwrap();
            drawn.extend((x..x + run).map(|x| (x, y)));
        }
        let all = (0..qr.size()).flat_map(|y| (0..qr.size()).map(move |x| (x, y)));
        for (x, y) in all {
            assert_eq!(drawn.contains(&(x, y)), qr.is_dark(x, y), "{x} {y}");
        }
        assert!(!qr.is_dark(3, 20) && !qr.is_dark(37, 20) && !qr.is_dark(900, 0));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]

        #[test]
        fn readers_of_others_read_it_whatever_the_digest(content in ".*") {
            let subject = Subject::of(content);
            let qr = Qr::of(&subject).unwrap();
            prop_assert_eq!(read(&qr), text(&subject));
        }
    }
}

//! What a paper says of a package: the short code, or the text of its QR code.

use {
    super::{CodeFault, ShortCode, Subject},
    crate::{digest::from_hex, qr},
};

/// What a paper, a screen or a telephone call says was pledged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Claim {
    /// A short code.
    Code(ShortCode),
    /// A whole digest.
    Digest([u8; 32]),
}

/// How a claim and a package differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mismatch {
    /// The short codes differ.
    Code {
        /// What was claimed.
        claimed: ShortCode,
        /// The first digit that differs, from 1.
        first: usize,
        /// How many digits differ.
        count: usize,
    },
    /// The digests differ although their short codes agree.
    Digest,
}

impl Claim {
    /// Reads a short code as people type it, the 64 hexadecimal digits of a
    /// digest, or the text of a QR code.
    ///
    /// # Errors
    /// What is wrong with it; a QR text whose code is not that of its digest is
    /// [`CodeFault::Torn`].
    pub fn parse(text: &str) -> Result<Self, CodeFault> {
        let text = dossier::to_half_width(text.trim());
        let text = text.trim();
        let capitals = text.to_ascii_uppercase();
        if let Some(rest) = capitals.strip_prefix(qr::PREFIX) {
            let (code, digest) = rest.rsplit_once(':').ok_or(CodeFault::Torn)?;
            let digest = digest_of(digest).ok_or(CodeFault::Torn)?;
            let agrees = ShortCode::read(code)? == ShortCode::of(&digest);
            return agrees
                .then_some(Self::Digest(digest))
                .ok_or(CodeFault::Torn);
        }
        match digest_of(text) {
            Some(digest) => Ok(Self::Digest(digest)),
            None => ShortCode::read(text).map(Self::Code),
        }
    }

    /// How it differs from what a package holds; none when it does not.
    pub fn mismatch(&self, subject: &Subject) -> Option<Mismatch> {
        self.differs(subject.sha256())
    }

    /// How it differs from the digest of what was pledged; none when it does not.
    pub fn differs(&self, pledged: &[u8; 32]) -> Option<Mismatch> {
        let (claimed, whole) = match self {
            Self::Code(code) => (*code, true),
            Self::Digest(digest) => (ShortCode::of(digest), digest == pledged),
        };
        let differing = claimed.differing(ShortCode::of(pledged));
        match differing.first() {
            Some(&first) => Some(Mismatch::Code {
                claimed,
                first,
                count: differing.len(),
            }),
            None => (!whole).then_some(Mismatch::Digest),
        }
    }
}

fn digest_of(hex: &str) -> Option<[u8; 32]> {
    from_hex(hex)?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn subject() -> Subject {
        Subject::of("abc".to_owned())
    }

    fn mismatch(text: &str) -> Option<Mismatch> {
        Claim::parse(text).unwrap().mismatch(&subject())
    }

    #[test]
    fn code_digest_and_qr_text_of_the_same_agree() {
        let subject = subject();
        let texts = [
            "q9w1 dfwf o77y".to_owned(),
            subject.hex(),
            subject.hex().to_uppercase(),
            qr::text(&subject),
            format!(" {}\n", qr::text(&subject).to_lowercase()),
        ];
        for text in texts {
            assert_eq!(mismatch(&text), None, "{text}");
        }
    }

    #[test]
    fn digits_that_differ_are_counted_and_the_first_is_named() {
        let claimed = |text: &str| ShortCode::parse(text).unwrap();
        let text = "Q9W1-DFXF-077Z";
        let expected = Mismatch::Code {
            claimed: claimed(text),
            first: 7,
            count: 2,
        };
        assert_eq!(mismatch(text), Some(expected));
    }

    #[test]
    fn another_digest_of_the_same_code_is_found() {
        let mut digest = *subject().sha256();
        digest[31] ^= 1;
        let claim = Claim::Digest(digest);
        assert_eq!(claim.mismatch(&subject()), Some(Mismatch::Digest));
    }

    #[test]
    fn a_qr_text_that_contradicts_itself_is_refused() {
        let text = qr::text(&subject());
        for torn in [
            text.replace("Q9W1", "Q9W2"),
            text[..80].to_owned(),
            "ZHICHENG:1:".to_owned(),
        ] {
            assert_eq!(Claim::parse(&torn), Err(CodeFault::Torn), "{torn}");
        }
    }
}

//! Every single byte of a package that is changed, removed or added is found, and the finding says
//! where.

use {
    crate::{
        options,
        sample::{Sample, today, verified},
    },
    package::{
        bag::sha256_alone,
        intake::Settings,
        readiness::TargetChoice,
        verify::{Finding, Place, Receiver, Verification},
    },
    proptest::prelude::*,
    std::collections::BTreeMap,
};

/// Verifies as far as everybody can, whatever books they know: every layer that reads bytes.
fn outside(bytes: &[u8]) -> Verification {
    let receiver = Receiver {
        settings: Settings {
            options: options(),
            hashers: sha256_alone,
        },
        engines: &[],
        reader: None,
        seasons: &[],
        target: TargetChoice::Nowhere,
        today: today(),
    };
    verified(bytes, &receiver)
}

/// What an untouched package gives to those who do not know its book.
fn untouched(bytes: &[u8]) -> Vec<Finding> {
    let findings = outside(bytes).findings;
    let codes: Vec<_> = findings.iter().map(Finding::code).collect();
    assert_eq!(codes, ["book-foreign"]);
    findings
}

/// Where each byte lies.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Owner {
    /// In the content of a file.
    Content(String),
    /// In a header of a file.
    Header(String),
    /// In the end record.
    End,
}

/// The owner of every byte, from the headers as the format lays them out.
fn owners(bytes: &[u8]) -> Vec<Owner> {
    let short = |at: usize| usize::from(u16::from_le_bytes([bytes[at], bytes[at + 1]]));
    let long = |at: usize| short(at) + (short(at + 2) << 16);
    let name =
        |at: usize, length: usize| String::from_utf8(bytes[at..at + length].to_vec()).unwrap();
    let mut owners = Vec::new();
    loop {
        let at = owners.len();
        match &bytes[at..at + 4] {
            b"PK\x03\x04" => {
                let (length, size) = (short(at + 26), long(at + 18));
                let name = name(at + 30, length);
                let header = 30 + length + short(at + 28);
                owners.extend(vec![Owner::Header(name.clone()); header]);
                owners.extend(vec![Owner::Content(name); size]);
            }
            b"PK\x01\x02" => {
                let length = short(at + 28);
                let header = 46 + length + short(at + 30) + short(at + 32);
                owners.extend(vec![Owner::Header(name(at + 46, length)); header]);
            }
            _ => {
                owners.extend(vec![Owner::End; bytes.len() - at]);
                return owners;
            }
        }
    }
}

/// Whether a finding says where a changed byte lies: the file that it belongs to, the offset, or,
/// where only the end of the archive was touched, the package as a whole.
fn names(findings: &[Finding], owner: &Owner) -> bool {
    findings
        .iter()
        .any(|finding| match (finding.place(), owner) {
            (Place::File(file) | Place::Line(file, _), Owner::Content(name)) => file == *name,
            (Place::Value(file, _), Owner::Content(name)) => file == name,
            // A changed name is told as it reads now.
            (Place::File(_) | Place::Offset(_) | Place::Package, Owner::Header(_))
            | (Place::Package | Place::Offset(_), Owner::End) => true,
            _ => false,
        })
}

/// Changes every second byte from `first` on: two tests share the work.
fn change_every_second_byte(first: usize) {
    let bytes = Sample::small().package();
    let before = untouched(&bytes);
    for (at, owner) in owners(&bytes).iter().enumerate().skip(first).step_by(2) {
        let mut changed = bytes.clone();
        changed[at] ^= if at % 3 == 0 { 0x80 } else { 0x01 };
        let findings = outside(&changed).findings;
        assert_ne!(findings, before, "byte {at}, {owner:?}");
        assert!(
            names(&findings, owner),
            "byte {at}, {owner:?}: {findings:?}"
        );
    }
}

#[test]
fn every_changed_byte_at_an_even_place_is_found_and_its_place_named() {
    change_every_second_byte(0);
}

#[test]
fn every_changed_byte_at_an_odd_place_is_found_and_its_place_named() {
    change_every_second_byte(1);
}

#[test]
fn every_removed_or_added_byte_is_found() {
    let bytes = Sample::small().package();
    untouched(&bytes);
    for at in 0..=bytes.len() {
        let mut touched = Vec::new();
        if at < bytes.len() {
            let mut removed = bytes.clone();
            removed.remove(at);
            touched.push(removed);
        }
        for value in [0, b'P', b'x', 0xff] {
            let mut added = bytes.clone();
            added.insert(at, value);
            touched.push(added);
        }
        for bytes in touched {
            let verification = outside(&bytes);
            assert!(!verification.is_valid(), "byte {at}");
            let named = verification.findings.iter().any(|finding| {
                finding.place() != Place::Package || finding.code() == "zip-not-an-archive"
            });
            assert!(
                named || at > bytes.len() - 30,
                "byte {at}: {:?}",
                verification.findings
            );
        }
    }
}

#[test]
fn a_receiver_who_knows_the_book_finds_no_less() {
    let sample = Sample::small();
    let bytes = sample.package();
    assert_eq!(sample.codes(&bytes), [""; 0]);
    for at in (0..bytes.len()).step_by(29) {
        let mut changed = bytes.clone();
        changed[at] ^= 0x11;
        let verification = sample.verify(&changed);
        let harmless = |finding: &Finding| finding.code().starts_with("rewritten-");
        assert!(!verification.findings.is_empty(), "byte {at}");
        assert!(
            !verification.is_valid() || verification.findings.iter().all(harmless),
            "byte {at}"
        );
    }
}

/// The example with evidence of some megabytes, and who owns its bytes.
fn large() -> (Vec<u8>, Vec<Finding>, BTreeMap<usize, Owner>) {
    let mut sample = Sample::example();
    for (index, (_, _, content)) in sample.files.iter_mut().enumerate() {
        let seed = u32::try_from(index).unwrap();
        content.extend(
            (0..300_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) ^ seed).to_le_bytes()[2]),
        );
    }
    let bytes = sample.package();
    let before = untouched(&bytes);
    let mut starts = BTreeMap::new();
    let mut last = None;
    for (at, owner) in owners(&bytes).into_iter().enumerate() {
        if last.as_ref() != Some(&owner) {
            starts.insert(at, owner.clone());
            last = Some(owner);
        }
    }
    (bytes, before, starts)
}

#[test]
fn random_bytes_of_a_large_package_are_found_and_their_places_named() {
    let (bytes, before, starts) = large();
    assert!(bytes.len() > 2_500_000);
    let config = ProptestConfig::with_cases(40);
    let place = any::<prop::sample::Index>();
    proptest!(config, |(place in place, flip in 1..=u8::MAX, how in 0..3_u8)| {
        let at = place.index(bytes.len());
        let mut changed = bytes.clone();
        match how {
            0 => changed[at] ^= flip,
            1 => { changed.remove(at); }
            _ => changed.insert(at, flip),
        }
        let verification = outside(&changed);
        prop_assert_ne!(&verification.findings, &before);
        let owner = starts.range(..=at).next_back().unwrap().1;
        if how == 0 {
            prop_assert!(names(&verification.findings, owner), "{at}: {:?}", verification.findings);
        } else {
            prop_assert!(!verification.is_valid());
        }
    });
}

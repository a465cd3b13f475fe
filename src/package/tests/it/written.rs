//! What our writer writes: the same every time, and read back as it was.

use {
    crate::{archive, codes, content, packed},
    package::{
        container::{Body, Item, Plan, PlanFault, Segment},
        digest::{FileDigest, to_hex},
        name::{ClashKind, NameFault, UNICODE},
    },
    proptest::{collection::btree_map, prelude::*},
};

#[test]
fn the_bytes_of_a_known_archive_never_change() {
    let bytes = packed(&[
        ("data/files/01/职称证书.pdf", b"%PDF-1.7\n"),
        ("bag-info.txt", b"Payload-Oxum: 9.1\n"),
        ("bagit.txt", b"BagIt-Version: 1.0\n"),
    ]);
    assert_eq!(bytes.len(), 398);
    assert_eq!(
        to_hex(&FileDigest::of(&bytes).sha256[..8]),
        "5c3dc1c3e2171d63"
    );
}

#[test]
fn order_of_the_files_given_does_not_matter() {
    let files: &[(&str, &[u8])] = &[
        ("data/b", b"1"),
        ("z.txt", b"2"),
        ("bagit.txt", b"3"),
        ("data/a", b""),
    ];
    let mut turned = files.to_vec();
    turned.reverse();
    assert_eq!(packed(files), packed(&turned));
    let bytes = packed(files);
    let archive = archive(&bytes);
    let names: Vec<_> = archive
        .entries()
        .iter()
        .map(|entry| entry.name.as_str())
        .collect();
    assert_eq!(names, ["bagit.txt", "z.txt", "data/a", "data/b"]);
}

#[test]
fn an_archive_without_files_is_one() {
    let bytes = packed(&[]);
    assert_eq!(bytes.len(), 22);
    assert_eq!(codes(&bytes), [""; 0]);
    assert_eq!(archive(&bytes).entries(), []);
}

#[test]
fn contents_held_by_the_caller_stay_with_the_caller() {
    let digest = FileDigest {
        sha256: [0; 32],
        crc32: 7,
        size: 1 << 40,
    };
    let item = |index: usize| Item {
        name: format!("data/{index}"),
        body: Body::File { index, digest },
    };
    let segments = Plan::new(vec![item(0), item(1)], UNICODE)
        .unwrap()
        .into_segments();
    let held: Vec<_> = segments
        .iter()
        .filter_map(|segment| match segment {
            Segment::Bytes(bytes) => Some(bytes.len()),
            Segment::File { .. } => None,
        })
        .collect();
    assert_eq!(held.len(), 3);
    assert!(held.iter().sum::<usize>() < 1000);
}

#[test]
fn names_that_cannot_travel_are_not_packed() {
    let plan = |names: &[&str]| {
        let items = names
            .iter()
            .map(|name| Item {
                name: (*name).to_owned(),
                body: Body::Bytes(Vec::new()),
            })
            .collect();
        Plan::new(items, UNICODE).map(|_| ())
    };
    let name = |name: &str, fault| Err(vec![PlanFault::Name(name.to_owned(), fault)]);
    assert_eq!(plan(&["../a"]), name("../a", NameFault::Climbing));
    assert_eq!(plan(&["a/"]), name("a/", NameFault::Empty));
    assert_eq!(
        plan(&["e\u{301}"]),
        Err(vec![PlanFault::NotNormalised("e\u{301}".into())])
    );
    let alike = PlanFault::Clash(ClashKind::Alike, "A".into(), "a".into());
    assert_eq!(plan(&["a", "A"]), Err(vec![alike]));
}

proptest! {
    #[test]
    fn whatever_is_packed_reads_back(
        files in btree_map("[a-z]{1,8}(/[a-z\u{4e00}-\u{4eff}]{1,5}\\.pdf){0,2}", any::<Vec<u8>>(), 0..8)
    ) {
        let list: Vec<_> = files.iter().map(|(name, bytes)| (name.as_str(), &bytes[..])).collect();
        let clash = !package::name::clashes(files.keys().map(String::as_str), UNICODE).is_empty();
        prop_assume!(!clash && files.keys().all(|name| package::name::check(name).is_ok()));
        let bytes = packed(&list);
        prop_assert_eq!(codes(&bytes), [""; 0]);
        let archive = archive(&bytes);
        prop_assert_eq!(archive.entries().len(), files.len());
        for (index, entry) in archive.entries().iter().enumerate() {
            prop_assert_eq!(content(&archive, &bytes, index), Ok(files[&entry.name].clone()));
        }
    }

    #[test]
    fn no_bytes_make_the_reader_panic(bytes in any::<Vec<u8>>()) {
        let tail = [&bytes[..], b"PK\x05\x06\0\0\0\0\x01\0\x01\0\x2e\0\0\0\0\0\0\0\0\0"].concat();
        for bytes in [bytes, tail] {
            let opening = crate::opened(&bytes);
            prop_assert!(opening.archive.is_none() || opening.findings.is_empty());
        }
    }
}

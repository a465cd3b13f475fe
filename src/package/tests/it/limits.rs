//! Limits hold before anything is allocated or expanded.

use {
    crate::{
        codes,
        forge::{Forge, entry},
        options,
    },
    package::{
        container::{
            Blocking, BlockingSource, Body, Item, Options, OutOfBounds, Plan, Segment, open, wait,
        },
        digest::FileDigest,
        name::UNICODE,
    },
};

/// Segments with zeros for the files' contents.
struct Sparse(Vec<Segment>);

impl Sparse {
    fn of(sizes: &[u64]) -> Self {
        let items = sizes
            .iter()
            .enumerate()
            .map(|(index, &size)| Item {
                name: format!("data/{index:06}"),
                body: Body::File {
                    index,
                    digest: FileDigest {
                        size,
                        crc32: 1,
                        sha256: [0; 32],
                    },
                },
            })
            .collect();
        Self(Plan::new(items, UNICODE).unwrap().into_segments())
    }

    fn codes(self, options: &Options) -> Vec<&'static str> {
        let opening = wait(open(&mut Blocking(self), options)).unwrap();
        opening
            .findings
            .iter()
            .map(|finding| finding.fault.code())
            .collect()
    }
}

fn length(segment: &Segment) -> u64 {
    match segment {
        Segment::Bytes(bytes) => bytes.len() as u64,
        Segment::File { size, .. } => *size,
    }
}

impl BlockingSource for Sparse {
    type Error = OutOfBounds;

    fn size(&self) -> u64 {
        self.0.iter().map(length).sum()
    }

    fn read_at(&mut self, offset: u64, buffer: &mut [u8]) -> Result<(), OutOfBounds> {
        let mut start = 0;
        let end = offset + buffer.len() as u64;
        if end > self.size() {
            return Err(OutOfBounds);
        }
        buffer.fill(0);
        for segment in &self.0 {
            let stop = start + length(segment);
            if let Segment::Bytes(bytes) = segment {
                let (from, to) = (offset.max(start), end.min(stop));
                if from < to {
                    let part = |base: u64| {
                        usize::try_from(from - base).unwrap()..usize::try_from(to - base).unwrap()
                    };
                    buffer[part(offset)].copy_from_slice(&bytes[part(start)]);
                }
            }
            start = stop;
        }
        Ok(())
    }
}

fn wide() -> Options {
    Options {
        entries: 100_000,
        expanded: u64::MAX,
        ..options()
    }
}

#[test]
fn sizes_and_offsets_beyond_32_bits_are_written_and_read() {
    for sizes in [
        &[5 << 30, 7][..],
        &[3 << 30, 3 << 30, 1],
        &[u64::from(u32::MAX)],
        &[u64::from(u32::MAX) - 1],
    ] {
        assert_eq!(Sparse::of(sizes).codes(&wide()), [""; 0], "{sizes:?}");
    }
    let mut source = Blocking(Sparse::of(&[5 << 30, 7]));
    let archive = wait(open(&mut source, &wide())).unwrap().archive.unwrap();
    let sizes: Vec<_> = archive.entries().iter().map(|entry| entry.size).collect();
    assert_eq!(sizes, [5 << 30, 7]);
    assert_eq!(archive.expanded(), (5 << 30) + 7);
}

#[test]
fn more_entries_than_16_bits_count_are_written_and_read() {
    assert_eq!(Sparse::of(&vec![0; 65_534]).codes(&wide()), [""; 0]);
    assert_eq!(Sparse::of(&vec![0; 65_535]).codes(&wide()), [""; 0]);
    assert_eq!(Sparse::of(&vec![0; 70_000]).codes(&wide()), [""; 0]);
}

#[test]
fn every_byte_of_the_wide_records_counts() {
    let Sparse(mut segments) = Sparse::of(&[5 << 30, 7]);
    let Some(Segment::Bytes(end)) = segments.pop() else {
        panic!("ends with bytes")
    };
    for at in 0..end.len() {
        let mut changed = end.clone();
        changed[at] ^= 1;
        let mut segments = segments.clone();
        segments.push(Segment::Bytes(changed));
        assert_ne!(
            Sparse(segments).codes(&wide()),
            [""; 0],
            "byte {at} of {}",
            end.len()
        );
    }
}

#[test]
fn too_many_entries_are_refused() {
    assert_eq!(Sparse::of(&vec![0; 10_000]).codes(&options()), [""; 0]);
    assert_eq!(
        Sparse::of(&vec![0; 10_001]).codes(&options()),
        ["zip-too-many-entries"]
    );
}

#[test]
fn too_much_content_is_refused() {
    assert_eq!(Sparse::of(&[1 << 31, 1 << 31]).codes(&options()), [""; 0]);
    assert_eq!(
        Sparse::of(&[1 << 31, 1 << 31, 1]).codes(&options()),
        ["zip-too-large"]
    );
    let huge = Sparse::of(&[u64::MAX / 2, u64::MAX / 4]);
    assert_eq!(huge.codes(&options()), ["zip-too-large"]);
}

#[test]
fn a_directory_that_is_too_long_is_refused() {
    let narrow = Options {
        directory: 100,
        ..options()
    };
    let opening = wait(open(&mut Blocking(Sparse::of(&[0; 3])), &narrow)).unwrap();
    assert_eq!(opening.findings[0].fault.code(), "zip-directory-too-large");
}

#[test]
fn what_expands_too_much_is_refused_before_it_is_expanded() {
    let bomb = |size: u32| entry("a", b"").method(8).data(b"\x03\0").size(size);
    let allowed = codes(&Forge::of(vec![bomb(64 << 20)]).build());
    assert!(!allowed.contains(&"zip-too-dense"), "{allowed:?}");
    let refused = codes(&Forge::of(vec![bomb((64 << 20) + 1)]).build());
    assert_eq!(refused.last(), Some(&"zip-too-dense"));
}

#[test]
fn findings_are_counted_not_piled_up() {
    let entries = (0..300)
        .map(|index| entry(format!("../{index}"), b""))
        .collect();
    let codes = codes(&Forge::of(entries).build());
    assert_eq!(
        codes
            .iter()
            .filter(|code| **code == "name-climbing")
            .count(),
        100
    );
    assert!(codes.contains(&"zip-omitted"));
}

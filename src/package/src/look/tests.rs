//! Whole files, cut files, and files under a wrong name.

use super::{FileKind, HEAD, Look, Peek, TAIL};
use std::io::{Cursor, Write};
use zip::{ZipWriter, write::SimpleFileOptions};

fn look(bytes: &[u8]) -> Look {
    let mut peek = Peek::new();
    peek.update(bytes);
    peek.look()
}

fn whole(kind: FileKind) -> Look {
    Look { kind, whole: true }
}

/// A zip with files of these names.
fn zipped(names: &[&str], comment: &str) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for name in names {
        writer
            .start_file(*name, SimpleFileOptions::default())
            .unwrap();
        writer.write_all(&vec![b'x'; 5_000]).unwrap();
    }
    writer.set_comment(comment).unwrap();
    writer.finish().unwrap().into_inner()
}

/// A JPEG whose headers hold a preview with an end of its own.
fn jpeg() -> Vec<u8> {
    let preview = b"Exif\0\0\xff\xd8\xff\xda\0\x02\x11\xff\xd9";
    let mut bytes = b"\xff\xd8\xff\xe1".to_vec();
    bytes.extend(u16::try_from(preview.len() + 2).unwrap().to_be_bytes());
    bytes.extend(preview);
    bytes.extend(b"\xff\xdb\0\x03\x01\xff\xda\0\x03\x01");
    bytes.extend([0x5a; 300]);
    bytes.extend(b"\xff\xd9");
    bytes
}

/// A whole file of each kind that is known by its bytes.
fn wholes() -> Vec<(FileKind, Vec<u8>)> {
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR".to_vec();
    png.extend([7; 100]);
    png.extend(b"\0\0\0\0IEND\xae\x42\x60\x82");
    let mut bmp = b"BM\x40\0\0\0".to_vec();
    bmp.resize(10, 0);
    bmp.resize(64, 1);
    let mut webp = b"RIFF\x38\0\0\0WEBP".to_vec();
    webp.resize(64, 1);
    vec![
        (FileKind::Pdf, b"%PDF-1.7\n1 0 obj\n%%EOF\n".to_vec()),
        (FileKind::Jpeg, jpeg()),
        (FileKind::Png, png),
        (FileKind::Gif, b"GIF89a\x01\0\x01\0\0\0\0;".to_vec()),
        (FileKind::Bmp, bmp),
        (FileKind::Webp, webp),
        (
            FileKind::Ofd,
            zipped(&["OFD.xml", "Doc_0/Document.xml"], ""),
        ),
        (
            FileKind::Docx,
            zipped(&["[Content_Types].xml", "word/document.xml"], ""),
        ),
        (
            FileKind::Xlsx,
            zipped(&["[Content_Types].xml", "xl/workbook.xml"], ""),
        ),
        (
            FileKind::Pptx,
            zipped(&["[Content_Types].xml", "ppt/presentation.xml"], ""),
        ),
        (FileKind::Zip, zipped(&["a.txt"], "说明")),
    ]
}

#[test]
fn a_whole_file_is_known_by_its_bytes() {
    for (kind, bytes) in wholes() {
        assert_eq!(look(&bytes), whole(kind), "{kind:?}");
    }
}

#[test]
fn a_cut_file_is_not_whole_wherever_it_is_cut() {
    for (kind, bytes) in wholes() {
        // Behind the mark that makes it this kind, before the end that makes it whole.
        let least = if matches!(kind, FileKind::Pdf) { 8 } else { 14 };
        for end in least..bytes.len() - 1 {
            let cut = look(&bytes[..end]);
            let ended = matches!(kind, FileKind::Pdf) && bytes[..end].ends_with(b"%%EOF");
            assert!(!cut.whole || ended, "{kind:?} cut at {end}: {cut:?}");
        }
    }
}

#[test]
fn other_files_are_named_for_what_they_are() {
    let cases: [(&[u8], FileKind); 8] = [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0", FileKind::Compound),
        (b"MZ\x90\0", FileKind::Program),
        (b"<!doctype HTML><p>", FileKind::Html),
        ("姓名,分数\n".as_bytes(), FileKind::Text),
        (b"\xff\xfea\0", FileKind::Text),
        (b"\0\0\0\x18ftypheic", FileKind::Heic),
        (b"\0\0\0\x18ftypisom", FileKind::Mp4),
        (b"\x01\0\x02", FileKind::Unknown),
    ];
    for (bytes, kind) in cases {
        assert_eq!(look(bytes), whole(kind));
    }
}

#[test]
fn an_empty_file_is_not_whole() {
    assert!(!look(b"").whole);
}

#[test]
fn what_cameras_add_after_the_end_does_no_harm() {
    let mut bytes = jpeg();
    bytes.extend([0; 5_000]);
    assert_eq!(look(&bytes), whole(FileKind::Jpeg));
}

#[test]
fn a_directory_longer_than_what_is_looked_at_is_still_read_in_part() {
    let mut names: Vec<String> = (0..1_500)
        .map(|n| format!("word/media/picture-{n:06}.png"))
        .collect();
    names.insert(0, "[Content_Types].xml".to_owned());
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    assert_eq!(look(&zipped(&names, "")), whole(FileKind::Docx));
}

#[test]
fn pieces_and_slices_give_the_same_look() {
    let mut long = jpeg();
    let end = long.split_off(long.len() - 2);
    long.extend((0..300_000_u32).map(|n| (n % 251) as u8 & 0x7f));
    long.extend(end);
    for (_, bytes) in wholes().into_iter().chain([(FileKind::Jpeg, long)]) {
        let mut pieces = Peek::new();
        for piece in bytes.chunks(1_000) {
            pieces.update(piece);
        }
        let head = bytes[..bytes.len().min(HEAD)].to_vec();
        let tail = bytes[bytes.len().saturating_sub(TAIL)..].to_vec();
        let sliced = Peek::of(bytes.len() as u64, head, tail);
        assert_eq!(pieces, sliced);
        assert_eq!(sliced.look(), look(&bytes));
    }
}

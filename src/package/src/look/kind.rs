//! Kinds of files, by their first bytes and by the ending of a name.

use super::zip;

/// What a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileKind {
    /// Portable document (ISO 32000).
    Pdf,
    /// JPEG picture (ISO/IEC 10918).
    Jpeg,
    /// PNG picture (ISO/IEC 15948).
    Png,
    /// Format for fixed layout (GB/T 33190): a zip with `OFD.xml`.
    Ofd,
    /// Word document (ISO/IEC 29500): a zip with content types and `word/`.
    Docx,
    /// Spreadsheet (ISO/IEC 29500).
    Xlsx,
    /// Presentation (ISO/IEC 29500).
    Pptx,
    /// Another zip.
    Zip,
    /// Compound file: older documents of Office and WPS.
    Compound,
    /// TIFF picture.
    Tiff,
    /// GIF picture.
    Gif,
    /// Bitmap picture.
    Bmp,
    /// WebP picture.
    Webp,
    /// HEIF picture of a telephone.
    Heic,
    /// Film.
    Mp4,
    /// Program for Windows.
    Program,
    /// Web page.
    Html,
    /// Text without zero bytes.
    Text,
    /// Nothing of these.
    Unknown,
}

/// First bytes, where the kind is beyond doubt after them.
const MARKS: [(&[u8], FileKind); 10] = [
    (b"\xff\xd8\xff", FileKind::Jpeg),
    (b"\x89PNG\r\n\x1a\n", FileKind::Png),
    (b"II*\0", FileKind::Tiff),
    (b"MM\0*", FileKind::Tiff),
    (b"GIF87a", FileKind::Gif),
    (b"GIF89a", FileKind::Gif),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", FileKind::Compound),
    (b"MZ", FileKind::Program),
    (b"<!DOCTYPE html", FileKind::Html),
    (b"<html", FileKind::Html),
];

/// Brands of the HEIF family (ISO/IEC 23008-12).
const HEIF: [&[u8]; 6] = [b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"avif"];

/// What the bytes say.
pub(super) fn of(head: &[u8], tail: &[u8]) -> FileKind {
    // ISO 32000-1, Annex H: the header may come within the first 1024 bytes.
    let first = head.get(..1024).unwrap_or(head);
    if first.windows(5).any(|window| window == b"%PDF-") {
        return FileKind::Pdf;
    }
    if head.starts_with(b"PK\x03\x04") {
        return zip::kind(head, tail);
    }
    if let (Some(b"ftyp"), Some(brand)) = (head.get(4..8), head.get(8..12)) {
        let heif = HEIF.contains(&brand);
        return if heif { FileKind::Heic } else { FileKind::Mp4 };
    }
    if head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WEBP") {
        return FileKind::Webp;
    }
    // Two letters alone may begin a text; four reserved zero bytes follow.
    if head.starts_with(b"BM") && head.get(6..10) == Some(&[0; 4]) {
        return FileKind::Bmp;
    }
    let mut marks = MARKS.iter();
    match marks.find(|(mark, _)| starts_with(head, mark)) {
        Some((_, kind)) => *kind,
        None if is_text(head) => FileKind::Text,
        None => FileKind::Unknown,
    }
}

fn starts_with(head: &[u8], mark: &[u8]) -> bool {
    let beginning = head.get(..mark.len());
    beginning.is_some_and(|beginning| beginning.eq_ignore_ascii_case(mark))
}

/// No zero bytes, or the byte order mark of UTF-16.
fn is_text(head: &[u8]) -> bool {
    let wide = head.starts_with(b"\xff\xfe") || head.starts_with(b"\xfe\xff");
    wide || !head.contains(&0)
}

/// What a file of this ending may be; none when the ending promises nothing
/// that is known here.
pub fn expected(ending: &str) -> Option<&'static [FileKind]> {
    use FileKind::{
        Bmp, Compound, Docx, Gif, Heic, Jpeg, Mp4, Ofd, Pdf, Png, Pptx, Text, Tiff, Webp, Xlsx, Zip,
    };
    let kinds: &[FileKind] = match ending.to_ascii_lowercase().as_str() {
        "pdf" => &[Pdf],
        "jpg" | "jpeg" => &[Jpeg],
        "png" => &[Png],
        "ofd" => &[Ofd],
        "docx" => &[Docx],
        "xlsx" => &[Xlsx],
        "pptx" => &[Pptx],
        "zip" => &[Zip, Ofd, Docx, Xlsx, Pptx],
        "doc" | "xls" | "ppt" => &[Compound],
        "wps" | "et" | "dps" => &[Compound, Docx, Xlsx, Pptx, Zip],
        "tif" | "tiff" => &[Tiff],
        "gif" => &[Gif],
        "bmp" => &[Bmp],
        "webp" => &[Webp],
        "heic" => &[Heic],
        "mp4" => &[Mp4],
        "txt" | "csv" => &[Text],
        _ => return None,
    };
    Some(kinds)
}

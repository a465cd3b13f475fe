//! The two spellings: canonical and for people.

use core::fmt::Write as _;

use crate::{Decimal, Json};

pub(crate) fn canonical(json: &Json) -> String {
    let mut out = String::new();
    write_canonical(&mut out, json);
    out
}

pub(crate) fn pretty(json: &Json) -> String {
    let mut out = String::new();
    write_pretty(&mut out, json, 0);
    out.push('\n');
    out
}

pub(crate) fn write_canonical(out: &mut String, json: &Json) {
    match json {
        Json::Array(items) => {
            out.push('[');
            for (place, item) in items.iter().enumerate() {
                separate(out, place);
                write_canonical(out, item);
            }
            out.push(']');
        }
        Json::Object(object) => {
            out.push('{');
            for (place, (key, value)) in object.iter_sorted().enumerate() {
                separate(out, place);
                write_text(out, key);
                out.push(':');
                write_canonical(out, value);
            }
            out.push('}');
        }
        other => write_scalar(out, other),
    }
}

fn write_pretty(out: &mut String, json: &Json, level: usize) {
    match json {
        Json::Array(items) if !items.is_empty() => {
            out.push('[');
            for (place, item) in items.iter().enumerate() {
                separate(out, place);
                new_line(out, level + 1);
                write_pretty(out, item, level + 1);
            }
            new_line(out, level);
            out.push(']');
        }
        Json::Object(object) if !object.is_empty() => {
            out.push('{');
            for (place, (key, value)) in object.iter().enumerate() {
                separate(out, place);
                new_line(out, level + 1);
                write_text(out, key);
                out.push_str(": ");
                write_pretty(out, value, level + 1);
            }
            new_line(out, level);
            out.push('}');
        }
        other => write_scalar(out, other),
    }
}

fn separate(out: &mut String, place: usize) {
    if place > 0 {
        out.push(',');
    }
}

fn new_line(out: &mut String, level: usize) {
    out.push('\n');
    for _ in 0..level {
        out.push_str("  ");
    }
}

/// Everything but an array or object with something in it.
fn write_scalar(out: &mut String, json: &Json) {
    match json {
        Json::Null => out.push_str("null"),
        Json::Bool(true) => out.push_str("true"),
        Json::Bool(false) => out.push_str("false"),
        Json::Number(number) => write_number(out, *number),
        Json::Text(text) => write_text(out, text),
        Json::Array(_) => out.push_str("[]"),
        Json::Object(_) => out.push_str("{}"),
    }
}

pub(crate) fn write_number(out: &mut String, number: Decimal) {
    // Writing to a string cannot fail.
    let _ = write!(out, "{number}");
}

/// A string by RFC 8785, section 3.2.2.2: short escapes where there are, `\u00xx` in lower
/// case for the other control characters, everything else as it is.
pub fn write_text(out: &mut String, text: &str) {
    out.push('"');
    if is_plain(text.as_bytes()) {
        out.push_str(text);
        out.push('"');
        return;
    }
    let mut rest = text;
    while let Some(at) = first_escaped(rest.as_bytes()) {
        // INVARIANT: the byte found is a character of its own, so both cuts are at characters.
        out.push_str(rest.get(..at).unwrap_or_default());
        if let Some(byte) = rest.as_bytes().get(at) {
            write_escape(out, *byte);
        }
        rest = rest.get(at + 1..).unwrap_or_default();
    }
    out.push_str(rest);
    out.push('"');
}

/// Whether every byte stands for itself, as most do. Many are looked at side by side, the last of them perhaps twice.
fn is_plain(bytes: &[u8]) -> bool {
    let (pieces, _) = bytes.as_chunks::<16>();
    if let Some(last) = bytes.last_chunk::<16>() {
        return !pieces.iter().any(any_escaped) && !any_escaped(last);
    }
    match (bytes.first_chunk::<8>(), bytes.last_chunk::<8>()) {
        (Some(first), Some(last)) => !any_escaped(first) && !any_escaped(last),
        _ => !bytes.iter().any(|byte| is_escaped(*byte)),
    }
}

fn any_escaped<const COUNT: usize>(bytes: &[u8; COUNT]) -> bool {
    let bytes = bytes.iter();
    bytes.fold(false, |any, byte| any | is_escaped(*byte))
}

/// The first byte that does not stand for itself.
fn first_escaped(bytes: &[u8]) -> Option<usize> {
    bytes.iter().position(|byte| is_escaped(*byte))
}

const fn is_escaped(byte: u8) -> bool {
    // The quotation mark, which is 0x22, changes places with 0x20 here, and control characters with one another.
    byte ^ 2 <= 0x20 || byte == b'\\'
}

fn write_escape(out: &mut String, byte: u8) {
    match byte {
        b'"' => out.push_str("\\\""),
        b'\\' => out.push_str("\\\\"),
        0x08 => out.push_str("\\b"),
        b'\t' => out.push_str("\\t"),
        b'\n' => out.push_str("\\n"),
        0x0C => out.push_str("\\f"),
        b'\r' => out.push_str("\\r"),
        _ => {
            // Writing to a string cannot fail.
            let _ = write!(out, "\\u{byte:04x}");
        }
    }
}

//! Writing a page: elements that are always closed, text that is always escaped.

use std::fmt::Write as _;

use package::inert::POLICY;
use package::qr::Qr;
use rulebook::Authority;

use super::style::Style;
use crate::plain::{ISOLATE, POP, shown, steers};
use crate::term;

/// The numbers of sections.
const NUMBERS: [&str; 14] = [
    "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二", "十三", "十四",
];

/// What formulas begin with, in East Asian editions of spreadsheets in full width too.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// Bytes of a usual page.
const USUAL: usize = 96 << 10;

/// A page under construction.
#[derive(Debug)]
pub(super) struct Page {
    out: String,
    sections: usize,
}

impl Page {
    pub(super) fn new() -> Self {
        let mut out = String::with_capacity(USUAL);
        out.push_str("<!DOCTYPE html>\n<html lang=\"zh-CN\">\n");
        Self { out, sections: 0 }
    }

    /// A piece of a page.
    #[cfg(feature = "desk")]
    pub(super) fn piece() -> Self {
        Self {
            out: String::new(),
            sections: 0,
        }
    }

    /// What was written, without an end.
    #[cfg(feature = "desk")]
    pub(super) fn text_so_far(self) -> String {
        self.out
    }

    /// The head, with the content policy.
    pub(super) fn head(&mut self, title: &str, style: &Style) {
        self.out.push_str("<head>\n<meta charset=\"utf-8\"/>\n");
        let _ = writeln!(
            self.out,
            "<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}{}'; img-src data:; base-uri 'none'; form-action 'none'\"/>",
            style.digest
        );
        self.out.push_str(
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n\
             <meta name=\"referrer\" content=\"no-referrer\"/>\n",
        );
        self.element("title", |page| page.text(title));
        let _ = write!(self.out, "<style>{}</style>\n</head>\n", style.text);
    }

    pub(super) fn finish(mut self) -> String {
        self.out.push_str("</html>\n");
        self.out
    }

    /// An element; `head` is its name and its attributes.
    pub(super) fn element(&mut self, head: &'static str, inner: impl FnOnce(&mut Self)) {
        self.open(head);
        inner(self);
        self.close(head);
    }

    /// The beginning of an element.
    // Every use of `element` is compiled on its own, so it holds nothing but calls.
    #[inline(never)]
    pub(super) fn open(&mut self, head: &str) {
        self.out.push('<');
        self.out.push_str(head);
        self.out.push('>');
    }

    /// The end of an element.
    #[inline(never)]
    fn close(&mut self, head: &str) {
        let name = head.split(' ').next().unwrap_or(head);
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
        if !matches!(name, "bdi" | "span" | "strong" | "small" | "td" | "th") {
            self.out.push('\n');
        }
    }

    /// A numbered section.
    pub(super) fn section(&mut self, title: &str, inner: impl FnOnce(&mut Self)) {
        self.open("section");
        self.heading(title);
        inner(self);
        self.close("section");
    }

    /// The heading of the next section.
    #[inline(never)]
    fn heading(&mut self, title: &str) {
        let number = NUMBERS.get(self.sections).copied().unwrap_or("附");
        self.sections += 1;
        self.open("h2");
        self.text(number);
        self.text("、");
        self.text(title);
        self.close("h2");
    }

    /// An element that holds a sentence.
    #[inline(never)]
    pub(super) fn line(&mut self, head: &'static str, text: &str) {
        self.open(head);
        self.text(text);
        self.close(head);
    }

    /// Text of ours and of the book. Runs that [`shown`] isolated become `bdi` elements.
    pub(super) fn text(&mut self, text: &str) {
        let mut depth = 0_usize;
        // What stands as it is, is taken in runs.
        let mut from = 0;
        for (at, c) in text.char_indices() {
            if !matches!(c, '&' | '<' | '>' | '"' | '\'' | ISOLATE | POP) && !steers(c) {
                continue;
            }
            self.out.push_str(text.get(from..at).unwrap_or_default());
            from = at.saturating_add(c.len_utf8());
            match c {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '"' => self.out.push_str("&quot;"),
                '\'' => self.out.push_str("&#39;"),
                ISOLATE => {
                    depth += 1;
                    self.out.push_str("<bdi>");
                }
                POP if depth > 0 => {
                    depth -= 1;
                    self.out.push_str("</bdi>");
                }
                c => {
                    let _ = write!(self.out, "〔U+{:04X}〕", u32::from(c));
                }
            }
        }
        self.out.push_str(text.get(from..).unwrap_or_default());
        for _ in 0..depth {
            self.out.push_str("</bdi>");
        }
    }

    /// Text that a person typed, kept to itself.
    pub(super) fn own(&mut self, text: &str) {
        self.typed(&shown(text));
    }

    /// What a person typed, as it is shown, kept to itself.
    ///
    /// Cells are copied into spreadsheets, which take what begins like a formula for one: it is
    /// put in quotation marks.
    #[inline(never)]
    pub(super) fn typed(&mut self, shown: &str) {
        let unseen = |c: char| c == ISOLATE || c.is_whitespace();
        let formula = shown.trim_start_matches(unseen).starts_with(FORMULA);
        self.element("bdi", |page| {
            if formula {
                page.text("“");
            }
            page.text(shown);
            if formula {
                page.text("”");
            }
        });
    }

    /// The drawing of a signature: path data of numbers only.
    pub(super) fn drawing(&mut self, width: u16, height: u16, paths: &[String]) {
        let _ = write!(
            self.out,
            "<svg viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"手写签名\" \
             fill=\"none\" stroke=\"#000\" stroke-width=\"4\" stroke-linecap=\"round\" \
             stroke-linejoin=\"round\">"
        );
        for path in paths {
            let _ = write!(self.out, "<path d=\"{path}\"/>");
        }
        self.out.push_str("</svg>\n");
    }

    /// A QR code as one path, as wide as the code with its margin.
    pub(super) fn qr(&mut self, qr: &Qr) {
        let size = qr.size();
        let _ = writeln!(
            self.out,
            "<svg viewBox=\"0 0 {size} {size}\" role=\"img\" aria-label=\"核对码的二维码\" \
             fill=\"#000\"><path d=\"{}\"/></svg>",
            qr.path()
        );
    }

    /// A table with a caption for those who hear it, and a head.
    pub(super) fn table(
        &mut self,
        (head, caption): (&'static str, &str),
        columns: &[&str],
        rows: impl FnOnce(&mut Self),
    ) {
        self.open(head);
        self.columns(caption, columns);
        self.element("tbody", rows);
        self.close(head);
    }

    /// The caption and the head of a table.
    #[inline(never)]
    fn columns(&mut self, caption: &str, columns: &[&str]) {
        self.line("caption", caption);
        self.open("thead");
        self.open("tr");
        for column in columns {
            self.line("th scope=\"col\"", column);
        }
        self.close("tr");
        self.close("thead");
    }

    /// A row of a table of names and values.
    pub(super) fn pair(&mut self, name: &str, value: impl FnOnce(&mut Self)) {
        self.element("tr", |page| {
            page.line("th scope=\"row\"", name);
            page.element("td", value);
        });
    }

    /// An authority class with the place where it is laid down.
    pub(super) fn authority(&mut self, authority: Authority, locator: &str) {
        let head = match authority {
            Authority::Plan => "span class=\"tag plan\"",
            Authority::National => "span class=\"tag national\"",
            Authority::Reference => "span class=\"tag reference\"",
            Authority::Model => "span class=\"tag model\"",
        };
        self.line(head, term::authority(authority));
        self.text(" ");
        self.line("small", locator);
    }

    /// A verdict.
    pub(super) fn verdict(&mut self, verdict: assess::Verdict) {
        let head = match verdict {
            assess::Verdict::Met => "span class=\"verdict met\"",
            assess::Verdict::NotMet => "span class=\"verdict not-met\"",
            assess::Verdict::Open => "span class=\"verdict open\"",
        };
        self.line(head, term::verdict(verdict));
    }
}

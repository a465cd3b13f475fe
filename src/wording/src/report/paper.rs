//! A page to be printed that is no report: headings, sentences, tables, lists.

use super::page::Page;
use super::style;

/// A page in the making. All text is escaped; what people typed is kept to itself.
#[derive(Debug)]
pub struct Paper<'p>(&'p mut Page);

/// A page with a title, as one HTML file: no script, nothing loaded.
pub fn sheet_of_paper(title: &str, write: impl FnOnce(&mut Paper<'_>)) -> String {
    let mut page = opening(title, write);
    page.push_str(CLOSING);
    page
}

/// The beginning of such a page, that further pieces follow.
pub fn opening(title: &str, write: impl FnOnce(&mut Paper<'_>)) -> String {
    let mut page = Page::new();
    page.head(title, &style::plain());
    page.open("body");
    page.open("main");
    page.line("h1", title);
    write(&mut Paper(&mut page));
    page.text_so_far()
}

/// A further piece of a page.
pub fn piece(write: impl FnOnce(&mut Paper<'_>)) -> String {
    let mut page = Page::piece();
    write(&mut Paper(&mut page));
    page.text_so_far()
}

/// The end of a page.
pub const CLOSING: &str = "</main>\n</body>\n</html>\n";

impl Paper<'_> {
    /// A heading.
    pub fn section(&mut self, title: &str) {
        self.0.element("h2", |page| page.own(title));
    }

    /// A paragraph.
    pub fn paragraph(&mut self, text: &str) {
        self.0.element("p", |page| page.own(text));
    }

    /// A list; nothing when it is empty.
    pub fn list(&mut self, items: impl IntoIterator<Item = String>) {
        let items: Vec<String> = items.into_iter().collect();
        if items.is_empty() {
            return;
        }
        self.0.element("ul", |page| {
            for item in &items {
                page.element("li", |page| page.own(item));
            }
        });
    }

    /// A table of names and values.
    pub fn table<'t>(&mut self, rows: impl IntoIterator<Item = (&'t str, String)>) {
        self.named("table", rows);
    }

    /// The same with narrow names, on one page where it finds room there.
    pub fn card<'t>(&mut self, rows: impl IntoIterator<Item = (&'t str, String)>) {
        // The names of another table are as narrow as those of a card should be: two cards find room on a page.
        self.named("table class=\"pairs materials\"", rows);
    }

    /// A table with a heading over each column; `caption` is for those who hear it.
    pub fn columns(
        &mut self,
        (caption, headings): (&str, &[&str]),
        rows: impl IntoIterator<Item = Vec<String>>,
    ) {
        self.0.table(("table", caption), headings, |page| {
            for row in rows {
                page.element("tr", |page| {
                    for cell in row {
                        page.element("td", |page| page.own(&cell));
                    }
                });
            }
        });
    }

    fn named<'t>(
        &mut self,
        table: &'static str,
        rows: impl IntoIterator<Item = (&'t str, String)>,
    ) {
        self.0.element(table, |page| {
            page.element("tbody", |page| {
                for (name, value) in rows {
                    page.element("tr", |page| {
                        page.line("th scope=\"row\"", name);
                        page.element("td", |page| page.own(&value));
                    });
                }
            });
        });
    }
}

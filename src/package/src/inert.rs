//! Whether a printable form can do nothing but be read.
//!
//! A package of a stranger holds a page of the stranger's making. The forms of
//! this program are made of few elements and attributes, and their content
//! policy comes before anything that it binds; a page of other parts may run a
//! program, fetch something or lead somewhere, and is not to be opened.

/// What the content policy of every form begins with: nothing runs and nothing
/// is loaded.
pub const POLICY: &str = "default-src 'none'; style-src 'sha256-";

/// The elements of a form. None of them loads, runs, leads or sends.
const ELEMENTS: [&str; 32] = [
    "html", "head", "meta", "title", "style", "body", "main", "header", "section", "h1", "h2",
    "h3", "h4", "p", "div", "span", "strong", "small", "bdi", "ul", "ol", "li", "table", "caption",
    "thead", "tbody", "tr", "th", "td", "svg", "path", "br",
];

/// The attributes of a form. None of them holds an address or a program.
const ATTRIBUTES: [&str; 18] = [
    "lang",
    "charset",
    "http-equiv",
    "content",
    "name",
    "class",
    "scope",
    "colspan",
    "rowspan",
    "role",
    "aria-label",
    "viewBox",
    "d",
    "fill",
    "stroke",
    "stroke-width",
    "stroke-linecap",
    "stroke-linejoin",
];

/// The first line, from 1, on which a page is more than inert text; none for an
/// inert page.
pub fn first_active_line(page: &[u8]) -> Option<usize> {
    let mut scan = Scan {
        page,
        at: 0,
        policed: false,
    };
    let fine = str::from_utf8(page).is_ok() && scan.run().is_some() && scan.policed;
    let before = page.get(..scan.at).unwrap_or(page);
    let lines = before.split(|byte| *byte == b'\n').count();
    (!fine).then_some(lines)
}

/// A page under scan. What is not understood is active.
struct Scan<'a> {
    page: &'a [u8],
    at: usize,
    /// Whether the content policy has come.
    policed: bool,
}

impl<'a> Scan<'a> {
    /// None where something active stands.
    fn run(&mut self) -> Option<()> {
        self.take(b"<!DOCTYPE html>")?;
        loop {
            while *self.peek().unwrap_or(&b'<') != b'<' {
                self.at = self.at.saturating_add(1);
            }
            if self.peek().is_none() {
                return Some(());
            }
            self.tag()?;
        }
    }

    fn tag(&mut self) -> Option<()> {
        let start = self.at;
        self.at = self.at.saturating_add(1);
        if self.take(b"/").is_some() {
            self.name()?;
            return self.take(b">");
        }
        let element = self.name().filter(|name| ELEMENTS.contains(name));
        let fits = element.filter(|name| self.policed || matches!(*name, "html" | "head" | "meta"));
        let Some(element) = fits else {
            self.at = start;
            return None;
        };
        while self.take(b" ").is_some() {
            self.attribute(element)?;
        }
        let _ = self.take(b"/");
        self.take(b">")
    }

    fn attribute(&mut self, element: &str) -> Option<()> {
        let name = self.name().filter(|name| ATTRIBUTES.contains(name))?;
        self.take(b"=\"")?;
        let rest = self.page.get(self.at..)?;
        let length = rest.iter().position(|byte| *byte == b'"')?;
        let value = str::from_utf8(rest.get(..length)?).ok()?;
        self.at = self.at.saturating_add(length).saturating_add(1);
        match (element, name) {
            ("meta", "http-equiv") => {
                let policy = (value == "Content-Security-Policy").then_some(b" content=\"")?;
                self.take(policy)?;
                self.take(POLICY.as_bytes())?;
                self.policed = true;
                let rest = self.page.get(self.at..)?;
                let length = rest.iter().position(|byte| *byte == b'"')?;
                self.at = self.at.saturating_add(length).saturating_add(1);
                Some(())
            }
            (_, "http-equiv") => None,
            _ => Some(()),
        }
    }

    fn name(&mut self) -> Option<&'a str> {
        let rest = self.page.get(self.at..)?;
        let within = |byte: &&u8| byte.is_ascii_alphanumeric() || **byte == b'-';
        let length = rest.iter().take_while(within).count();
        self.at = self.at.saturating_add(length);
        str::from_utf8(rest.get(..length)?).ok()
    }

    fn take(&mut self, text: &[u8]) -> Option<()> {
        self.page.get(self.at..)?.strip_prefix(text)?;
        self.at = self.at.saturating_add(text.len());
        Some(())
    }

    fn peek(&self) -> Option<&u8> {
        self.page.get(self.at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\"/>\n\
        <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src \
        'sha256-x'\"/>\n<title>t</title>\n</head>\n";

    fn line(body: &str) -> Option<usize> {
        first_active_line(format!("{HEAD}<body>\n{body}</body></html>\n").as_bytes())
    }

    #[test]
    fn text_and_tables_are_inert() {
        assert_eq!(
            line("<p class=\"a\">x &lt; y</p>\n<table><tr><td>1</td></tr></table>"),
            None
        );
        assert_eq!(
            line("<svg viewBox=\"0 0 1 1\"><path d=\"M0 0h1v1h-1z\"/></svg>"),
            None
        );
    }

    #[test]
    fn whatever_could_act_is_found_on_its_line() {
        for active in [
            "<script>1</script>",
            "<SCRIPT>1</SCRIPT>",
            "<img src=\"x\">",
            "<a href=\"x\">y</a>",
            "<p onclick=\"x\">y</p>",
            "<p style=\"position:fixed\">y</p>",
            "<p class=a onclick=x>y</p>",
            "<p class='a'>y</p>",
            "<iframe></iframe>",
            "<meta http-equiv=\"refresh\" content=\"0;url=x\"/>",
            "<p http-equiv=\"refresh\">y</p>",
            "<svg><use href=\"x\"/></svg>",
            "<svg><animate/></svg>",
            "<!-- x -->",
            "<![CDATA[x]]>",
            "<?xml?>",
            "< p>",
            "<p",
            "<p\tclass=\"a\">",
            "<form action=\"x\"></form>",
        ] {
            assert_eq!(line(&format!("<p>a</p>\n{active}\n")), Some(10), "{active}");
        }
    }

    #[test]
    fn without_the_policy_first_no_page_is_inert() {
        let page = HEAD.replace("<meta http-equiv", "<title>t</title>\n<meta http-equiv");
        assert_eq!(first_active_line(page.as_bytes()), Some(5));
        let page = HEAD.replace("'none'", "*");
        assert_eq!(first_active_line(page.as_bytes()), Some(5));
        assert_eq!(first_active_line(b"<p>x</p>"), Some(1));
        assert_eq!(first_active_line(b""), Some(1));
        assert_eq!(first_active_line(b"<!DOCTYPE html>\xff"), Some(1));
        assert_eq!(first_active_line(b"<!DOCTYPE html>\nx"), Some(2));
    }
}

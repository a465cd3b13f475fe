//! Reading the page that Trunk has written.

/// The opening tags of a page.
pub(crate) fn tags(page: &str) -> impl Iterator<Item = &str> {
    page.match_indices('<').filter_map(|(at, _)| {
        let rest = page.get(at..)?;
        rest.get(..=rest.find('>')?)
    })
}

/// The value of an attribute of a tag, quoted or not.
pub(crate) fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let rest = tag.split_once(&format!(" {name}="))?.1;
    match rest.strip_prefix('"') {
        Some(quoted) => quoted.split('"').next(),
        None => rest.split([' ', '>']).next(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_read_with_and_without_quotes() {
        assert_eq!(
            attribute("<link rel=stylesheet href=\"a b\">", "rel"),
            Some("stylesheet")
        );
        assert_eq!(
            attribute("<link rel=stylesheet href=\"a b\">", "href"),
            Some("a b")
        );
    }
}

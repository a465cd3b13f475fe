//! Names that fall together on a file system that ignores case or
//! normalisation, and names that are a file here and a folder there.

use {super::Unicode, order::sorted, std::iter};

/// Two names that cannot stand side by side everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clash {
    /// Position of the earlier of the two.
    pub first: usize,
    /// Position of the later of the two.
    pub second: usize,
    /// How they clash.
    pub kind: ClashKind,
}

/// How two names clash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClashKind {
    /// The very same name twice.
    Duplicate,
    /// Names, or folders above them, that differ in case or normalisation only.
    Alike,
    /// One is a file, the other lies in a folder of that name.
    FileAsFolder,
}

impl ClashKind {
    /// Stable code.
    pub fn code(self) -> &'static str {
        match self {
            Self::Duplicate => "name-duplicate",
            Self::Alike => "name-alike",
            Self::FileAsFolder => "name-file-as-folder",
        }
    }
}

struct Key<'a> {
    folded: String,
    exact: &'a str,
}

/// Clashes among `names`; folders end with a slash. At most one for each name.
/// Order of the answer: by the folded names.
pub fn clashes<'a>(names: impl Iterator<Item = &'a str>, unicode: Unicode) -> Vec<Clash> {
    let keys: Vec<_> = names
        .map(|exact| Key {
            folded: unicode.alike(exact),
            exact,
        })
        .collect();
    // By segments, so that all names below a folder follow it without a gap:
    // then neighbours alone need comparing.
    let segments = |position: usize| {
        let folded = keys.get(position).map_or("", |key| &key.folded);
        folded.split('/')
    };
    let order = sorted(keys.len(), &mut |a, b| segments(a).cmp(segments(b)));
    order
        .iter()
        .zip(order.iter().skip(1))
        .filter_map(|(&a, &b)| {
            let kind = compare(keys.get(a)?, keys.get(b)?)?;
            let (first, second) = (a.min(b), a.max(b));
            Some(Clash {
                first,
                second,
                kind,
            })
        })
        .collect()
}

fn compare(a: &Key, b: &Key) -> Option<ClashKind> {
    if a.exact == b.exact {
        return Some(ClashKind::Duplicate);
    }
    let mut left = segments(&a.folded, a.exact);
    let mut right = segments(&b.folded, b.exact);
    loop {
        match (left.next(), right.next()) {
            (None, None) => return None,
            // A folder's name ends with an empty segment after its slash, so
            // what ends here is a file.
            (None, Some(_)) | (Some(_), None) => return Some(ClashKind::FileAsFolder),
            (Some((folded_a, exact_a)), Some((folded_b, exact_b))) => {
                if folded_a != folded_b {
                    return None;
                }
                if exact_a != exact_b {
                    return Some(ClashKind::Alike);
                }
            }
        }
    }
}

fn segments<'a>(folded: &'a str, exact: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
    iter::zip(folded.split('/'), exact.split('/'))
}

#[cfg(test)]
mod tests {
    use {super::*, crate::name::UNICODE};

    fn kinds(names: &[&str]) -> Vec<ClashKind> {
        clashes(names.iter().copied(), UNICODE)
            .into_iter()
            .map(|clash| clash.kind)
            .collect()
    }

    #[test]
    fn names_that_stay_apart_do_not_clash() {
        assert_eq!(
            kinds(&["a", "b/", "b/c", "b/d/e", "b.c", "b c", "职称", "职务"]),
            []
        );
    }

    #[test]
    fn the_same_name_twice_is_a_duplicate() {
        assert_eq!(kinds(&["a/b", "c", "a/b"]), [ClashKind::Duplicate]);
    }

    #[test]
    fn case_and_normalisation_do_not_tell_names_apart() {
        for (a, b) in [
            ("A.txt", "a.TXT"),
            ("\u{e9}", "e\u{301}"),
            ("Stra\u{df}e", "STRASSE"),
            ("\u{3c3}", "\u{3c2}"),
            ("\u{212a}", "k"),
            ("Data/x", "data/y"),
            ("Data/", "data/y"),
        ] {
            assert_eq!(kinds(&[a, b]), [ClashKind::Alike], "{a} {b}");
        }
    }

    #[test]
    fn a_file_cannot_be_a_folder_too() {
        assert_eq!(kinds(&["a/b/c", "a!", "a"]), [ClashKind::FileAsFolder]);
        assert_eq!(kinds(&["a", "a/"]), [ClashKind::FileAsFolder]);
    }
}

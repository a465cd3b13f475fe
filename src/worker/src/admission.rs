//! Which files may join which others.

use package::name::{self, ClashKind, NameFault, Unicode};
use wording::ui::seal::FileRefusal;

/// Whether a file of a name may join others of the same holder.
///
/// # Errors
/// Why it may not.
pub fn admit(name: &str, others: &[&str], unicode: Unicode) -> Result<(), FileRefusal> {
    name::check(name).map_err(FileRefusal::Name)?;
    if name.contains('/') {
        return Err(FileRefusal::Name(NameFault::Forbidden('/')));
    }
    for other in others {
        let pair = [*other, name];
        if let Some(clash) = name::clashes(pair.into_iter(), unicode).first() {
            return Err(match clash.kind {
                ClashKind::Duplicate => FileRefusal::SameName,
                _ => FileRefusal::Alike((*other).to_owned()),
            });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use package::name::UNICODE;

    use super::*;

    #[test]
    fn a_name_joins_others_once() {
        assert_eq!(admit("合同.pdf", &["验收.pdf"], UNICODE), Ok(()));
        let again = admit("合同.pdf", &["合同.pdf"], UNICODE);
        assert_eq!(again, Err(FileRefusal::SameName));
        let alike = FileRefusal::Alike("A.pdf".to_owned());
        assert_eq!(admit("a.PDF", &["A.pdf"], UNICODE), Err(alike));
    }

    #[test]
    fn names_that_some_system_cannot_hold_are_refused() {
        for name in [
            "",
            "a:b.pdf",
            "con.txt",
            "x.",
            "a/b.pdf",
            "..",
            "\u{202e}fdp.exe",
        ] {
            let refused = admit(name, &[], UNICODE);
            assert!(matches!(refused, Err(FileRefusal::Name(_))), "{name}");
        }
    }
}

//! Why a file cannot be read, or an edit not made.

mod book_text;
mod dossier_file;
mod json_text;

pub use book_text::{book_error, book_errors, book_place, part_place};
pub use dossier_file::{dossier_error, pledge_error};
pub(crate) use json_text::json_kind;
pub use json_text::{json_error, shape_error};

use dossier::EditError;

use crate::Message;
use crate::plain::shown;

/// Why an edit cannot be made.
pub fn edit_error(error: &EditError) -> Message {
    match error {
        EditError::NoRecord { id } => Message::new(
            format!("找不到记录 {}，可能已经删掉了。", shown(id)),
            "请撤销删除，或回到清单里重新选。",
        ),
        EditError::IdInUse { id } => Message::new(
            format!("编号 {} 已经用过。", shown(id)),
            "每条记录要有自己的编号，请换一个。",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edit_error_names_the_record() {
        let id = "a3".to_owned();
        assert!(
            edit_error(&EditError::NoRecord { id: id.clone() })
                .text
                .contains("a3")
        );
        assert!(
            edit_error(&EditError::IdInUse { id })
                .whole()
                .contains("a3")
        );
    }
}

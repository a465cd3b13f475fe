//! Why a workbook is refused.

use package::container;

use crate::xml;

/// What is wrong with a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The zip is damaged or not safe.
    Container(container::Finding),
    /// A part that every workbook has is not there; its name.
    Lacking(String),
    /// A part that is no XML as office files have it.
    Xml(xml::Fault),
    /// A part that is larger than is read, in bytes.
    TooLarge(u64),
    /// A row with more text than is read, in bytes.
    RowTooLong(u64),
    /// More strings, sheets or styles than are kept.
    TooMany,
    /// A row or cell out of order, or one that does not exist.
    Order,
    /// A cell refers to a string that there is none of.
    String,
    /// The strings could not be put aside, or had again; why.
    Shelf(String),
    /// A number that is none.
    Number,
}

impl From<xml::Fault> for Fault {
    fn from(fault: xml::Fault) -> Self {
        Self::Xml(fault)
    }
}

/// Why a workbook could not be read on.
#[derive(Debug)]
pub enum Refusal<E> {
    /// Something is wrong: in this part, near this row where it is one of a sheet.
    Fault {
        /// The part in the zip; empty for the file as a whole.
        part: String,
        /// The row before it; 0 outside sheets.
        row: u32,
        /// What.
        fault: Fault,
    },
    /// The source failed.
    Source(E),
    /// The receiver of the rows asked to stop.
    Cancelled,
}

impl<E> Refusal<E> {
    pub(super) fn at(part: &str, fault: Fault) -> Self {
        Self::Fault {
            part: part.to_owned(),
            row: 0,
            fault,
        }
    }
}

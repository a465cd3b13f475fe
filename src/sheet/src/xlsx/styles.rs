//! Which formats show a number as a day.

use super::fault::Fault;
use crate::xml::Event;

/// Most formats that are kept.
const MOST: usize = 65_536;

/// Formats of cells: for each whether it shows a day.
#[derive(Debug, Default)]
pub(super) struct Styles {
    /// Formats of the workbook's own that show days, by id.
    own: Vec<(u32, bool)>,
    cells: Vec<bool>,
    in_cells: bool,
}

impl Styles {
    pub(super) fn take(&mut self, event: &Event<'_>) -> Result<(), Fault> {
        match event {
            Event::Open("numFmt", attributes) => {
                let id = attributes.get("numFmtId").and_then(|id| id.parse().ok());
                if let (Some(id), Some(code)) = (id, attributes.get("formatCode")) {
                    self.own.push((id, shows_day(&code)));
                }
            }
            Event::Open("cellXfs", _) => self.in_cells = true,
            Event::Close("cellXfs") => self.in_cells = false,
            Event::Open("xf", attributes) if self.in_cells => {
                let id = attributes.get("numFmtId").and_then(|id| id.parse().ok());
                let day = id.is_some_and(|id| self.is_day(id));
                self.cells.push(day);
            }
            _ => {}
        }
        if self.cells.len() > MOST || self.own.len() > MOST {
            return Err(Fault::TooMany);
        }
        Ok(())
    }

    fn is_day(&self, id: u32) -> bool {
        match self.own.iter().find(|(own, _)| *own == id) {
            Some((_, day)) => *day,
            // The formats that every spreadsheet knows; those from 27 on are of Chinese ones (18.8.30).
            None => matches!(id, 14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58),
        }
    }

    /// Whether the format of a cell shows a day.
    pub(super) fn shows_day(&self, style: usize) -> bool {
        self.cells.get(style).copied().unwrap_or(false)
    }
}

/// Whether a format has a year or a day of the month, outside quotation marks and brackets.
fn shows_day(code: &str) -> bool {
    let (mut quoted, mut bracketed, mut escaped) = (false, false, false);
    for c in code.chars() {
        if escaped {
            escaped = false;
            continue;
        }
        match c {
            '"' => quoted = !quoted,
            _ if quoted => {}
            '[' => bracketed = true,
            ']' => bracketed = false,
            '\\' => escaped = true,
            'y' | 'Y' | 'd' | 'D' if !bracketed => return true,
            _ => {}
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::shows_day;

    #[test]
    fn formats_of_days_are_told_from_others() {
        for code in ["yyyy-mm-dd", "yyyy\"年\"m\"月\"", "[$-804]d", "m/d/yy"] {
            assert!(shows_day(code), "{code}");
        }
        for code in ["0.00", "[Red]0", "\"day\"0", "#,##0\\d", "h:mm", "General"] {
            assert!(!shows_day(code), "{code}");
        }
    }
}

//! CSV written: for Excel with a byte order mark, and so that no cell can become a formula.

/// What a spreadsheet may take for the beginning of a formula: the signs, their full-width twins, and the white space
/// that it passes over before them.
const DANGEROUS: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];

/// The first row of a file, behind a byte order mark: without it Excel takes UTF-8 for the code page of the machine.
pub fn header(cells: &[&str]) -> String {
    let mut line = String::from('\u{feff}');
    let cells: Vec<String> = cells.iter().map(|cell| (*cell).to_owned()).collect();
    line.push_str(&record(&cells));
    line
}

/// A row with its line end. A cell that begins as a formula would gets an apostrophe before it.
pub fn record(cells: &[String]) -> String {
    let cells: Vec<String> = cells.iter().map(|cell| quoted(&harmless(cell))).collect();
    let mut line = cells.join(",");
    line.push_str("\r\n");
    line
}

fn harmless(cell: &str) -> String {
    if cell.starts_with(DANGEROUS) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

fn quoted(cell: &str) -> String {
    let plain = !cell.contains(['"', ',', '\n', '\r', '\t', ';']) && cell.trim() == cell;
    if plain {
        cell.to_owned()
    } else {
        format!("\"{}\"", cell.replace('"', "\"\""))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::csv::{Separator, cells};

    #[test]
    fn cells_that_would_be_formulas_are_made_harmless() {
        for sign in DANGEROUS {
            let written = record(&[format!("{sign}1+1"), "b".to_owned()]);
            let first = cells(&written, Separator::Comma).unwrap().swap_remove(0);
            assert!(first.starts_with('\''), "{written}");
        }
        assert_eq!(record(&["a-b".to_owned(), "1=2".to_owned()]), "a-b,1=2\r\n");
    }

    #[test]
    fn what_is_written_is_read_back() {
        let row = ["a,b", "\"c\"", "d\ne", ""].map(str::to_owned);
        assert_eq!(cells(&record(&row), Separator::Comma).unwrap(), row);
        assert!(header(&["姓名"]).starts_with('\u{feff}'));
    }
}

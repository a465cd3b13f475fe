//! Scripts and style sheets without indentation, empty lines and comments that have lines of their own.
//!
//! No minifier: what is left stands as it was written, so nothing can be taken for something else. Neither our scripts
//! nor those of wasm-bindgen have texts over several lines.

/// The text without what only people read.
pub(crate) fn lean(text: &str) -> String {
    let mut lean = String::new();
    let mut in_comment = false;
    for line in text.lines().map(str::trim) {
        if in_comment || line.starts_with("/*") {
            // What stands behind the end of a comment is nothing, in all these texts.
            in_comment = !line.ends_with("*/");
        } else if !line.is_empty() && !line.starts_with("//") {
            lean.push_str(line);
            lean.push('\n');
        }
    }
    lean
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_indentation_go_and_code_stays() {
        let text = "// What it is.\n\n/** One. */\nfunction a() {\n  /* Two\n   * lines. */\n  return \"// no comment\"; // why\n}\n";
        assert_eq!(
            lean(text),
            "function a() {\nreturn \"// no comment\"; // why\n}\n"
        );
    }

    #[test]
    fn our_scripts_have_no_text_over_several_lines() {
        for script in [
            include_str!("../../app/boot.js"),
            include_str!("../../app/first.js"),
            include_str!("../../app/keep.js"),
            include_str!("../../app/paper.js"),
            include_str!("../../app/one_file.js"),
            include_str!("../../app/kiosk/words.js"),
            include_str!("../../app/kiosk/wipe.js"),
            include_str!("../../app/kiosk/pad.js"),
            include_str!("../../app/kiosk/session.js"),
        ] {
            for line in script.lines() {
                assert_eq!(line.matches('`').count() % 2, 0, "{line}");
            }
        }
    }
}

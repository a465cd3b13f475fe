//! The name that was probably meant.

/// The longest name that is compared, in characters.
const LONGEST: usize = 64;

/// The candidate nearest to `word`, if one is so near that it was probably meant.
pub(crate) fn nearest<'a>(
    word: &str,
    candidates: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let word: Vec<char> = word.chars().take(LONGEST).collect();
    let limit = (word.len() / 3).max(1);
    let distances = candidates
        .into_iter()
        .map(|name| (distance(&word, name), name));
    let near = distances.filter(|(distance, _)| *distance <= limit);
    near.min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// Fewest characters to insert, delete or replace, case and `-` against `_` aside.
fn distance(word: &[char], name: &str) -> usize {
    let mut row: Vec<usize> = (0..=word.len()).collect();
    for (done, other) in name.chars().take(LONGEST).enumerate() {
        let mut diagonal = done;
        let mut left = done + 1;
        let mut next = vec![left];
        for (mine, above) in word.iter().zip(row.iter().skip(1)) {
            let replaced = diagonal + usize::from(!alike(*mine, other));
            left = replaced.min(left + 1).min(above + 1);
            diagonal = *above;
            next.push(left);
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}

fn alike(a: char, b: char) -> bool {
    let plain = |c: char| {
        if c == '-' {
            '_'
        } else {
            c.to_ascii_lowercase()
        }
    };
    plain(a) == plain(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_found_and_a_far_one_is_not() {
        let names = ["label", "locator", "level"];
        assert_eq!(nearest("lable", names), Some("label"));
        assert_eq!(nearest("Level", names), Some("level"));
        assert_eq!(nearest("authority", names), None);
        assert_eq!(nearest("", ["a"]), Some("a"));
        assert_eq!(nearest("kitten", ["sitting"]), None);
        assert_eq!(
            nearest("engineer-since", ["engineer_since"]),
            Some("engineer_since")
        );
    }
}

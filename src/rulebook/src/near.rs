//! The name that was probably meant.

/// The longest name that is compared, in characters.
const LONGEST: usize = 64;

/// The candidate nearest to `word`, if one is so near that it was probably meant.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word: Vec<char> = word.chars().take(LONGEST).collect();
    let limit = (word.len() / 3).max(1);
    let distances = candidates
        .into_iter()
        .map(|name| (distance(&word, name), name));
    let near = distances.filter(|(distance, _)| *distance <= limit);
    near.min_by_key(|(distance, _)| *distance)
        .map(|(_, name)| name)
}

/// Fewest characters to insert, delete, replace or swap with their neighbour, case and `-`
/// against `_` aside (optimal string alignment).
fn distance(word: &[char], name: &str) -> usize {
    let mut above: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=word.len()).collect();
    let mut before = None;
    for (done, other) in name.chars().take(LONGEST).enumerate() {
        let mut next = vec![done + 1];
        for (index, mine) in word.iter().enumerate() {
            let at = |row: &[usize], index: usize| row.get(index).copied().unwrap_or(usize::MAX);
            let replaced = at(&row, index).saturating_add(usize::from(!alike(*mine, other)));
            let inserted = at(&row, index + 1).min(at(&next, index)).saturating_add(1);
            let neighbour = index
                .checked_sub(1)
                .and_then(|left| Some((left, *word.get(left)?)));
            let swapped = neighbour
                .filter(|(_, left)| before.is_some_and(|c| alike(*mine, c)) && alike(*left, other))
                .map_or(usize::MAX, |(left, _)| at(&above, left).saturating_add(1));
            next.push(replaced.min(inserted).min(swapped));
        }
        before = Some(other);
        above = std::mem::replace(&mut row, next);
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

//! Initials of names, read with the decoder of a crate in the place of the browser's.

use super::*;

/// What a browser's decoder would give.
pub(super) fn known() -> Initials {
    let encoded = Initials::encoded();
    let (text, _, wrong) = encoding_rs::GBK.decode(&encoded);
    assert!(!wrong);
    assert_eq!(text.chars().count(), 3755);
    Initials::new(&text)
}

#[test]
fn names_are_found_by_their_initials() {
    let known = known();
    for (name, expected) in [
        ("张三", vec!["zs"]),
        ("欧阳明", vec!["oym"]),
        ("阿依古丽·买买提", vec!["ayglmmt"]),
        ("Li 雷", vec!["lil"]),
        ("", vec![]),
    ] {
        assert_eq!(known.of(name), expected, "{name}");
    }
    assert_eq!(known.of("单曾"), ["dc", "dz", "sc", "sz"]);
    // Level 2 has no order of pinyin: such a name is found by its characters alone.
    assert_eq!(known.of("王喆"), Vec::<String>::new());
    let with = known.with(|character| (character == '喆').then_some('z'));
    assert_eq!(with.of("王喆"), ["wz"]);
    assert_eq!(with.of("王囍"), Vec::<String>::new());
}

#[test]
fn every_letter_begins_where_the_standard_has_it() {
    let known = known();
    for (character, letter) in [
        ("吧", "b"),
        ("错", "c"),
        ("怖", "b"),
        ("堕", "d"),
        ("贰", "e"),
        ("咐", "f"),
        ("过", "g"),
        ("获", "h"),
        ("骏", "j"),
        ("阔", "k"),
        ("络", "l"),
        ("穆", "m"),
        ("诺", "n"),
        ("沤", "o"),
        ("瀑", "p"),
        ("群", "q"),
        ("弱", "r"),
        ("所", "s"),
        ("唾", "t"),
        ("误", "w"),
        ("迅", "x"),
        ("孕", "y"),
        ("座", "z"),
        ("安", "a"),
    ] {
        assert_eq!(known.of(character), [letter], "{character}");
    }
}

#[test]
fn names_stand_in_the_order_of_a_dictionary() {
    let known = known();
    let mut names = ["张三", "喆", "陈七", "李四", "A", "阿古"];
    names.sort_by_key(|name| known.place(name));
    assert_eq!(names, ["A", "阿古", "陈七", "李四", "张三", "喆"]);
}

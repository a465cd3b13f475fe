//! Arbitrary values.

use proptest::prelude::*;

use crate::{Decimal, Json, Object};

/// Texts in which quotation marks, controls and characters beyond U+FFFF are common.
pub(super) fn text() -> impl Strategy<Value = String> {
    let common = prop::sample::select(vec![
        '"', '\\', '/', '\u{0}', '\n', '\u{7f}', '安', '\u{ffff}', '\u{e000}', '😀',
    ]);
    prop::collection::vec(prop_oneof![common, any::<char>()], 0..12).prop_map(String::from_iter)
}

pub(super) fn decimal() -> impl Strategy<Value = Decimal> {
    prop_oneof![
        any::<i64>().prop_map(Decimal::from_millionths),
        any::<i32>().prop_map(Decimal::from),
        (-100_000_i64..100_000).prop_filter_map("hundredths", Decimal::from_hundredths),
    ]
}

/// Values up to five levels deep.
pub(super) fn json() -> impl Strategy<Value = Json> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Json::from),
        decimal().prop_map(Json::from),
        text().prop_map(Json::from),
    ];
    leaf.prop_recursive(5, 48, 8, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..8).prop_map(Json::from),
            prop::collection::vec((text(), inner), 0..8)
                .prop_map(|all| Json::from(Object::from_iter(all))),
        ]
    })
}

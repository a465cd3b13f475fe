//! JSON objects, put together.

use json::{Decimal, Json, Object};

/// The object with these members.
pub(crate) fn object(members: Vec<(&str, Json)>) -> Json {
    let mut object = Object::new();
    for (key, value) in members {
        object.insert(key, value);
    }
    Json::Object(object)
}

/// A count. No file is so large that its size is no [`Decimal`].
pub(crate) fn count(number: u64) -> Json {
    let number = i64::try_from(number).ok().and_then(Decimal::from_int);
    number.map_or(Json::Null, Json::Number)
}

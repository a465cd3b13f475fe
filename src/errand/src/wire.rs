//! Values that go over as JSON.

use json::{Decimal, Json, Object};
use package::digest::{FileDigest, from_hex};
use package::severity::Severity;
use package::subject::File;

/// What goes over as JSON.
pub trait Wire: Sized {
    /// The value as JSON.
    fn to_wire(&self) -> Json;

    /// The value of a JSON; none of any other.
    fn from_wire(json: &Json) -> Option<Self>;

    /// The value as text.
    fn to_text(&self) -> String {
        self.to_wire().canonical()
    }

    /// The value of a text; none of any other.
    fn from_text(text: &str) -> Option<Self> {
        Self::from_wire(&Json::parse(text.as_bytes()).ok()?)
    }
}

impl Wire for String {
    fn to_wire(&self) -> Json {
        Json::from(self.as_str())
    }

    fn from_wire(json: &Json) -> Option<Self> {
        json.as_str().map(str::to_owned)
    }
}

impl Wire for u64 {
    fn to_wire(&self) -> Json {
        let number = i64::try_from(*self).ok().and_then(Decimal::from_int);
        number.map_or(Json::Null, Json::Number)
    }

    fn from_wire(json: &Json) -> Option<Self> {
        Self::try_from(json.as_number()?.to_integer()?).ok()
    }
}

impl Wire for bool {
    fn to_wire(&self) -> Json {
        Json::from(*self)
    }

    fn from_wire(json: &Json) -> Option<Self> {
        json.as_bool()
    }
}

/// Nothing is `null`.
impl<T: Wire> Wire for Option<T> {
    fn to_wire(&self) -> Json {
        self.as_ref().map_or(Json::Null, Wire::to_wire)
    }

    fn from_wire(json: &Json) -> Option<Self> {
        match json {
            Json::Null => Some(None),
            json => T::from_wire(json).map(Some),
        }
    }
}

impl<T: Wire> Wire for Vec<T> {
    fn to_wire(&self) -> Json {
        Json::Array(self.iter().map(Wire::to_wire).collect())
    }

    fn from_wire(json: &Json) -> Option<Self> {
        json.as_array()?.iter().map(T::from_wire).collect()
    }
}

impl Wire for (String, String) {
    fn to_wire(&self) -> Json {
        vec![self.0.clone(), self.1.clone()].to_wire()
    }

    fn from_wire(json: &Json) -> Option<Self> {
        let [first, second] = json.as_array()? else {
            return None;
        };
        Some((String::from_wire(first)?, String::from_wire(second)?))
    }
}

impl Wire for Severity {
    fn to_wire(&self) -> Json {
        Json::from(match self {
            Self::Notice => "notice",
            Self::Warning => "warning",
            Self::Error => "error",
        })
    }

    fn from_wire(json: &Json) -> Option<Self> {
        match json.as_str()? {
            "notice" => Some(Self::Notice),
            "warning" => Some(Self::Warning),
            "error" => Some(Self::Error),
            _ => None,
        }
    }
}

impl Wire for FileDigest {
    fn to_wire(&self) -> Json {
        object([
            ("sha256", self.hex().to_wire()),
            ("crc32", u64::from(self.crc32).to_wire()),
            ("size", self.size.to_wire()),
        ])
    }

    fn from_wire(json: &Json) -> Option<Self> {
        let sha256 = from_hex(json.get("sha256")?.as_str()?)?;
        Some(Self {
            sha256: sha256.try_into().ok()?,
            crc32: u32::try_from(member::<u64>(json, "crc32")?).ok()?,
            size: member(json, "size")?,
        })
    }
}

impl Wire for File {
    fn to_wire(&self) -> Json {
        object([
            ("holder", self.holder.to_wire()),
            ("name", self.name.to_wire()),
            ("digest", self.digest.to_wire()),
        ])
    }

    fn from_wire(json: &Json) -> Option<Self> {
        Some(Self {
            holder: member(json, "holder")?,
            name: member(json, "name")?,
            digest: member(json, "digest")?,
        })
    }
}

/// The object with these members.
pub(crate) fn object<const N: usize>(members: [(&str, Json); N]) -> Json {
    let mut object = Object::new();
    for (key, value) in members {
        object.insert(key, value);
    }
    Json::Object(object)
}

/// A member of an object.
pub(crate) fn member<T: Wire>(json: &Json, key: &str) -> Option<T> {
    T::from_wire(json.get(key)?)
}

//! A second opinion on what has the shape of a book: its published JSON Schema.
//!
//! Only what that schema uses is known here; any other word makes the test fail.

use chrono::NaiveDate;
use json::{Json, Object, Path, Step};

use crate::book_schema;

/// A part of a book, and the schema of it.
pub(super) struct Spot<'a> {
    /// Where it stands.
    pub(super) path: Path,
    /// What it is.
    pub(super) json: &'a Json,
    schema: Json,
}

/// The schema of a book.
pub(super) struct Schema(Json);

impl Schema {
    /// The published one. Which format it is, is a matter of the check, not of the shape.
    pub(super) fn of_a_book() -> Self {
        let mut schema = book_schema();
        let mut part = &mut schema;
        for key in ["properties", "format"] {
            part = match part {
                Json::Object(object) => object.get_mut(key).unwrap(),
                _ => panic!("there is no `{key}`"),
            };
        }
        *part = Json::Object(Object::from_iter([("type", "string")]));
        Self(schema)
    }

    /// Every part of a book, from the whole down.
    pub(super) fn spots<'a>(&self, book: &'a Json) -> Vec<Spot<'a>> {
        let mut spots = vec![Spot {
            path: Path::default(),
            json: book,
            schema: self.0.clone(),
        }];
        let mut next = 0;
        while let Some(spot) = spots.get(next) {
            next += 1;
            let inner = self.parts(spot);
            spots.extend(inner);
        }
        spots
    }

    /// Whether another value may stand in the place of a part.
    pub(super) fn allows(&self, spot: &Spot<'_>, other: &Json) -> bool {
        self.accepts(&spot.schema, other)
    }

    fn parts<'a>(&self, spot: &Spot<'a>) -> Vec<Spot<'a>> {
        let schema = self.branch(&spot.schema, spot.json);
        let part = |step, json, schema: &Json| Spot {
            path: spot.path.join(step),
            json,
            schema: schema.clone(),
        };
        match spot.json {
            Json::Object(object) => object
                .iter()
                .map(|(key, json)| {
                    let of_key = schema.get("properties").and_then(|all| all.get(key));
                    let inner = of_key.or_else(|| schema.get("additionalProperties"));
                    part(Step::Key(key.to_owned()), json, inner.unwrap())
                })
                .collect(),
            Json::Array(items) => items
                .iter()
                .enumerate()
                .map(|(index, json)| part(Step::Index(index), json, item(schema, index)))
                .collect(),
            _ => Vec::new(),
        }
    }

    /// The schema behind references, and of several the one that a value has.
    fn branch<'a>(&'a self, schema: &'a Json, json: &Json) -> &'a Json {
        if let Some(name) = schema.get("$ref").and_then(Json::as_str) {
            let name = name.strip_prefix("#/$defs/").unwrap();
            return self.branch(self.0.get("$defs").unwrap().get(name).unwrap(), json);
        }
        for several in ["oneOf", "anyOf"] {
            if let Some(several) = schema.get(several).and_then(Json::as_array) {
                let mut fitting = several.iter().filter(|one| self.accepts(one, json));
                return fitting.next().map_or(schema, |one| self.branch(one, json));
            }
        }
        schema
    }

    fn accepts(&self, schema: &Json, json: &Json) -> bool {
        if *schema == Json::Bool(false) {
            return false;
        }
        schema.as_object().unwrap().iter().all(|(word, says)| {
            let number = |json: &Json| json.as_number().unwrap();
            let size = |json: &Json| number(json).to_integer().unwrap().try_into().unwrap();
            match (word, json) {
                ("$ref" | "oneOf" | "anyOf", _) => self.accepts_one(schema, word, json),
                ("const", json) => says == json,
                ("type", json) => kinds(says).any(|kind| is(json, kind)),
                ("format", Json::Text(text)) => is_day(says, text),
                ("format", Json::Number(_)) => is_of_width(says, json),
                ("minimum", Json::Number(found)) => *found >= number(says),
                ("maximum", Json::Number(found)) => *found <= number(says),
                ("minItems", Json::Array(items)) => items.len() >= size(says),
                ("maxItems", Json::Array(items)) => items.len() <= size(says),
                ("items" | "prefixItems", Json::Array(items)) => {
                    let mut items = items.iter().enumerate();
                    items.all(|(index, json)| self.accepts(item(schema, index), json))
                }
                ("required", Json::Object(object)) => {
                    let mut keys = says.as_array().unwrap().iter();
                    keys.all(|key| object.contains_key(key.as_str().unwrap()))
                }
                ("properties", Json::Object(object)) => {
                    let mut known = says.as_object().unwrap().iter();
                    known.all(|(key, schema)| {
                        object
                            .get(key)
                            .is_none_or(|json| self.accepts(schema, json))
                    })
                }
                ("additionalProperties", Json::Object(object)) => {
                    let known = schema.get("properties").and_then(Json::as_object);
                    let mut others = object
                        .iter()
                        .filter(|(key, _)| known.is_none_or(|known| !known.contains_key(key)));
                    others.all(|(_, json)| self.accepts(says, json))
                }
                // What says nothing of a value, or nothing of one of this type.
                (
                    "$defs"
                    | "$schema"
                    | "description"
                    | "title"
                    | "default"
                    | "format"
                    | "minimum"
                    | "maximum"
                    | "minItems"
                    | "maxItems"
                    | "items"
                    | "prefixItems"
                    | "required"
                    | "properties"
                    | "additionalProperties",
                    _,
                ) => true,
                (word, _) => panic!("`{word}` is not known here"),
            }
        })
    }

    fn accepts_one(&self, schema: &Json, word: &str, json: &Json) -> bool {
        let branch = self.branch(schema, json);
        word == "$ref" && self.accepts(branch, json) || word != "$ref" && branch != schema
    }
}

fn item(schema: &Json, index: usize) -> &Json {
    let single = schema.get("prefixItems").and_then(Json::as_array);
    let single = single.and_then(|items| items.get(index));
    single
        .or_else(|| schema.get("items"))
        .unwrap_or(&Json::Bool(false))
}

fn kinds(says: &Json) -> impl Iterator<Item = &str> {
    let one = says.as_str();
    let several = says.as_array().unwrap_or_default();
    one.into_iter()
        .chain(several.iter().filter_map(Json::as_str))
}

fn is(json: &Json, kind: &str) -> bool {
    match kind {
        "null" => *json == Json::Null,
        "boolean" => json.as_bool().is_some(),
        "number" => json.as_number().is_some(),
        "integer" => json
            .as_number()
            .is_some_and(|number| number.to_integer().is_some()),
        "string" => json.as_str().is_some(),
        "array" => json.as_array().is_some(),
        "object" => json.as_object().is_some(),
        kind => panic!("`{kind}` is not known here"),
    }
}

/// Whether a text is what it must be; of what must be a number the type says that it is none.
fn is_day(format: &Json, text: &str) -> bool {
    format.as_str() != Some("date") || text.len() == 10 && text.parse::<NaiveDate>().is_ok()
}

fn is_of_width(format: &Json, json: &Json) -> bool {
    let Some(number) = json.as_number().and_then(json::Decimal::to_integer) else {
        return false;
    };
    match format.as_str() {
        Some("uint8") => u8::try_from(number).is_ok(),
        Some("uint32") => u32::try_from(number).is_ok(),
        Some("uint64") => u64::try_from(number).is_ok(),
        // A number in the place of a day is refused by its type.
        Some("int64" | "date") => true,
        format => panic!("{format:?} is not known here"),
    }
}

//! The JSON Schemas of constants and tests, which have two ways of being written.

use std::borrow::Cow;

use json::Decimal;
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::{Scalar, Test};

impl JsonSchema for Scalar {
    fn schema_name() -> Cow<'static, str> {
        Cow::Borrowed("Scalar")
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let number = generator.subschema_for::<Decimal>();
        json_schema!({
            "description": "A constant of the book: yes or no, a number, or the id of a choice.",
            "anyOf": [{ "type": "boolean" }, number, { "type": "string" }]
        })
    }
}

impl JsonSchema for Test {
    fn schema_name() -> Cow<'static, str> {
        Cow::Borrowed("Test")
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        let scalar = generator.subschema_for::<Scalar>();
        let day = json_schema!({ "description": "The id of a day of the book.", "type": "string" });
        json_schema!({
            "description": "A test on one answer; it holds when every bound that is given holds. A constant alone stands for `is`.",
            "anyOf": [
                scalar,
                {
                    "type": "object",
                    "properties": {
                        "is": scalar,
                        "one_of": { "type": "array", "items": scalar },
                        "at_least": scalar,
                        "at_most": scalar,
                        "on_or_after": day,
                        "on_or_before": day,
                        "or_none": { "description": "Whether the answer `null` passes too.", "type": "boolean" }
                    },
                    "additionalProperties": false
                }
            ]
        })
    }
}

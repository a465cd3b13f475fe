//! The JSON Schema of dossiers under a book.

use json::{Json, Object};
use rulebook::{AnswerKind, Book, Field, RecordList};

/// The schema: every question, list, kind and field of the book.
///
/// Every answer may be missing, and keys that the book does not know are kept: neither is an
/// error of shape.
pub(crate) fn schema(book: &Book) -> Json {
    let mut properties = vec![
        (
            "format",
            object([("const", Json::from(dossier::Dossier::FORMAT))]),
        ),
        ("book", object([("type", Json::from("string"))])),
        ("season", object([("type", Json::from("integer"))])),
        ("profile", profile(book)),
        ("materials", materials()),
        ("complete", strings()),
        (dossier::Dossier::JUDGED, judged()),
    ];
    let lists = book.list.iter();
    properties.extend(lists.map(|list| (list.id.as_str(), records(book, list))));
    object([
        (
            "$schema",
            Json::from("https://json-schema.org/draft/2020-12/schema"),
        ),
        (
            "title",
            Json::from(format!("zhicheng dossier, book {}", book.id)),
        ),
        ("type", Json::from("object")),
        ("required", array(["format", "book"])),
        ("properties", object(properties)),
    ])
}

/// The last verdicts, as in an assessment.
fn judged() -> Json {
    object([
        ("type", Json::from("object")),
        ("required", array(["book", "season", "verdicts"])),
    ])
}

fn profile(book: &Book) -> Json {
    let questions = book.question.iter();
    let properties = questions.map(|question| {
        let schema = answer(book, &question.kind, question.none.is_some());
        (question.id.as_str(), titled(&question.label, schema))
    });
    let properties: Vec<_> = properties.collect();
    object([
        ("type", Json::from("object")),
        ("properties", object(properties)),
    ])
}

/// Evidence of the materials: file names, or papers shown at the desk.
fn materials() -> Json {
    object([
        ("type", Json::from("object")),
        ("additionalProperties", evidence()),
    ])
}

fn evidence() -> Json {
    let paper = object([
        ("type", Json::from("object")),
        ("required", array(["paper"])),
        (
            "properties",
            object([("paper", object([("type", Json::from("string"))]))]),
        ),
        ("additionalProperties", Json::from(false)),
    ]);
    let file = object([("type", Json::from("string"))]);
    object([
        ("type", Json::from("array")),
        ("items", object([("anyOf", Json::Array(vec![file, paper]))])),
    ])
}

fn strings() -> Json {
    object([
        ("type", Json::from("array")),
        ("items", object([("type", Json::from("string"))])),
    ])
}

fn records(book: &Book, list: &RecordList) -> Json {
    let id = object([
        ("type", Json::from("string")),
        ("pattern", Json::from("^[A-Za-z0-9_-]{1,64}$")),
    ]);
    let mut properties = vec![("id", id), ("evidence", evidence())];
    properties.extend(list.field.iter().map(|field| field_schema(book, field)));
    if let Some(kind) = &list.kind_field {
        let kinds = list.kind.iter().map(|kind| kind.id.as_str());
        let kinds = object([("enum", array(kinds))]);
        properties.push((kind.as_str(), kinds));
    }
    let mut item = vec![
        ("type", Json::from("object")),
        ("required", array(["id"])),
        ("properties", object(properties)),
    ];
    if let Some(field) = &list.kind_field {
        item.push(("allOf", by_kind(book, list, field)));
    }
    object([
        ("title", Json::from(list.label.as_str())),
        ("type", Json::from("array")),
        ("items", object(item)),
    ])
}

/// For every kind: if a record is of it, then its fields look like this.
fn by_kind(book: &Book, list: &RecordList, field: &str) -> Json {
    let rules = list.kind.iter().map(|kind| {
        let is_kind = object([("const", Json::from(kind.id.as_str()))]);
        let fields = kind.field.iter().map(|field| field_schema(book, field));
        let fields: Vec<_> = fields.collect();
        object([
            (
                "if",
                object([
                    ("properties", object([(field, is_kind)])),
                    ("required", array([field])),
                ]),
            ),
            ("then", object([("properties", object(fields))])),
        ])
    });
    Json::Array(rules.collect())
}

fn field_schema<'b>(book: &Book, field: &'b Field) -> (&'b str, Json) {
    let schema = answer(book, &field.kind, field.none.is_some());
    (&field.id, titled(&field.label, schema))
}

fn titled(title: &str, schema: Json) -> Json {
    let mut titled = Object::new();
    titled.insert("title", Json::from(title));
    if let Json::Object(schema) = schema {
        for (key, value) in schema.iter() {
            titled.insert(key, value.clone());
        }
    }
    Json::Object(titled)
}

/// The schema of an answer; with `none` it may be `null` too.
fn answer(book: &Book, kind: &AnswerKind, none: bool) -> Json {
    let own = match kind {
        AnswerKind::YesNo => object([("type", Json::from("boolean"))]),
        AnswerKind::Choice(choices) => object([(
            "enum",
            array(choices.iter().map(|choice| choice.id.as_str())),
        )]),
        AnswerKind::Scale { scale, only } => {
            let scale = book.scale.iter().find(|other| other.id == *scale);
            let choices = scale
                .map(|scale| scale.choice.as_slice())
                .unwrap_or_default();
            let ids = choices.iter().map(|choice| choice.id.as_str());
            let offered = ids.filter(|id| only.is_empty() || only.iter().any(|only| only == id));
            object([("enum", array(offered))])
        }
        AnswerKind::Integer { min, max, .. } => object([
            ("type", Json::from("integer")),
            ("minimum", number(*min)),
            ("maximum", number(*max)),
        ]),
        AnswerKind::Decimal { min, max, .. } => object([
            ("type", Json::from("number")),
            ("minimum", Json::from(*min)),
            ("maximum", Json::from(*max)),
        ]),
        AnswerKind::Year { min } => {
            object([("type", Json::from("integer")), ("minimum", number(*min))])
        }
        AnswerKind::Date { .. } => object([
            ("type", Json::from("string")),
            ("format", Json::from("date")),
        ]),
        AnswerKind::Text { max } => object([
            ("type", Json::from("string")),
            ("maxLength", Json::from(*max)),
        ]),
        AnswerKind::ResidentId { .. } => object([
            ("type", Json::from("string")),
            ("pattern", Json::from("^[0-9]{17}[0-9Xx]$")),
        ]),
    };
    if !none {
        return own;
    }
    let null = object([("type", Json::from("null"))]);
    object([("anyOf", Json::Array(vec![own, null]))])
}

fn number(value: i64) -> Json {
    Json::try_from(value).unwrap_or(Json::Null)
}

fn array<'a>(texts: impl IntoIterator<Item = &'a str>) -> Json {
    Json::Array(texts.into_iter().map(Json::from).collect())
}

fn object<'a>(members: impl IntoIterator<Item = (&'a str, Json)>) -> Json {
    let mut object = Object::new();
    for (key, value) in members {
        object.insert(key, value);
    }
    Json::Object(object)
}

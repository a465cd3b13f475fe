//! The published JSON Schema of a compiled book.

use json::Json;
use schemars::generate::SchemaSettings;

use crate::Book;

/// The schema (draft 2020-12), made from the model: what it accepts has the shape of a book. Whether the book is sound
/// is for [`check()`](crate::check()) to say.
pub fn book_schema() -> Json {
    let generator = SchemaSettings::draft2020_12().into_generator();
    let mut schema = generator.into_root_schema_for::<Book>();
    schema.insert("title".to_owned(), "zhicheng rule book".into());
    let format = schema.pointer_mut("/properties/format");
    if let Some(format) = format.and_then(|format| format.as_object_mut()) {
        format.insert("const".to_owned(), Book::FORMAT.into());
    }
    // The schema holds no fraction and no repeated key, so our reader takes it.
    Json::parse(schema.to_value().to_string().as_bytes()).unwrap_or(Json::Null)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schema_is_of_this_format_and_closed() {
        let schema = book_schema();
        let format = schema.get("properties").and_then(|all| all.get("format"));
        let format = format.and_then(|format| format.get("const"));
        assert_eq!(format, Some(&Json::from(Book::FORMAT)));
        assert_eq!(schema.get("additionalProperties"), Some(&Json::Bool(false)));
    }
}

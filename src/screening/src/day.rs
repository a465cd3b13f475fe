//! A day in JSON: `YYYY-MM-DD`. What the date library reads besides is no day here, and its reader would be in the download.

use std::fmt::Display;

use chrono::NaiveDate;
use dossier::parse_day;
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serializer};

/// Writes a day.
///
/// # Errors
/// Those of the serializer.
pub fn serialize<S: Serializer>(day: &impl Display, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(day)
}

/// Reads a day.
///
/// # Errors
/// When it is no text, or no day.
pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<NaiveDate, D::Error> {
    let text = String::deserialize(deserializer)?;
    parse_day(&text).ok_or_else(|| D::Error::custom("a day is YYYY-MM-DD"))
}

#[cfg(test)]
mod tests {
    use json::Json;

    use super::*;

    #[derive(Debug, PartialEq, Eq, serde::Serialize, Deserialize)]
    struct Some {
        #[serde(with = "super")]
        day: NaiveDate,
    }

    fn read(text: &str) -> Option<Some> {
        json::from_json(&Json::parse(text.as_bytes()).ok()?).ok()
    }

    #[test]
    fn a_day_is_read_as_it_is_written_and_no_other_way() {
        let text = r#"{"day":"2026-02-28"}"#;
        let some = read(text).unwrap();
        assert_eq!(some.day, NaiveDate::from_ymd_opt(2026, 2, 28).unwrap());
        assert_eq!(json::to_json(&some).unwrap().canonical(), text);
        for day in [
            r#""2026-2-28""#,
            r#""2026-02-30""#,
            r#"" 2026-02-28""#,
            "20260228",
        ] {
            assert_eq!(read(&format!(r#"{{"day":{day}}}"#)), None, "{day}");
        }
    }
}

//! The season in a package: a file of its own, `zhicheng-season-day/1`.

use {
    crate::members::object,
    chrono::NaiveDate,
    json::{Decimal, Json},
    rulebook::{Authority, SeasonDay},
};

const FORMAT: &str = "zhicheng-season-day/1";
const KEYS: [&str; 5] = ["format", "year", "cut_off", "authority", "locator"];

const AUTHORITIES: [(Authority, &str); 4] = [
    (Authority::Plan, "plan"),
    (Authority::National, "national"),
    (Authority::Reference, "reference"),
    (Authority::Model, "model"),
];

/// The season as JSON.
pub(crate) fn write(season: &SeasonDay) -> Json {
    let mut authorities = AUTHORITIES.iter();
    let authority = authorities.find(|(authority, _)| *authority == season.authority);
    object(vec![
        ("format", Json::from(FORMAT)),
        ("year", Json::from(season.year)),
        ("cut_off", Json::from(season.cut_off.to_string())),
        (
            "authority",
            authority.map_or(Json::Null, |(_, id)| Json::from(*id)),
        ),
        ("locator", Json::from(season.locator.as_str())),
    ])
}

/// Reads a season; else the key that is wrong.
pub(crate) fn read(json: &Json) -> Result<SeasonDay, &'static str> {
    let object = json.as_object().ok_or("")?;
    if object.iter().any(|(key, _)| !KEYS.contains(&key)) {
        return Err("");
    }
    let text = |key: &'static str| json.get(key).and_then(Json::as_str).ok_or(key);
    if text("format")? != FORMAT {
        return Err("format");
    }
    let year = json.get("year").and_then(Json::as_number);
    let year = year
        .and_then(Decimal::to_integer)
        .filter(|year| (1900..=2200).contains(year));
    let authority = text("authority")?;
    let mut authorities = AUTHORITIES.iter();
    let authority = authorities.find(|(_, id)| *id == authority);
    Ok(SeasonDay {
        year: year
            .and_then(|year| i32::try_from(year).ok())
            .ok_or("year")?,
        cut_off: day(text("cut_off")?).ok_or("cut_off")?,
        authority: authority.ok_or("authority")?.0,
        locator: text("locator")?.to_owned(),
    })
}

fn day(text: &str) -> Option<NaiveDate> {
    dossier::parse_day(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn season() -> SeasonDay {
        SeasonDay {
            year: 2026,
            cut_off: day("2026-12-31").unwrap(),
            authority: Authority::Reference,
            locator: "应急救援 2022".to_owned(),
        }
    }

    #[test]
    fn a_season_reads_back() {
        assert_eq!(read(&write(&season())), Ok(season()));
    }

    #[test]
    fn what_is_no_season_is_named_by_its_key() {
        let json = write(&season());
        let changed = |key: &str, value: Json| {
            let mut object = json.as_object().unwrap().clone();
            object.insert(key, value);
            read(&Json::Object(object))
        };
        assert_eq!(read(&Json::Null), Err(""));
        assert_eq!(changed("more", Json::Null), Err(""));
        assert_eq!(changed("format", Json::from("x")), Err("format"));
        assert_eq!(changed("year", Json::from(3000)), Err("year"));
        assert_eq!(changed("cut_off", Json::from("2026-13-01")), Err("cut_off"));
        assert_eq!(changed("authority", Json::from("law")), Err("authority"));
        assert_eq!(changed("locator", Json::Null), Err("locator"));
    }
}

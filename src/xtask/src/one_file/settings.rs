//! `cargo xtask kiosk SETTINGS KIOSK.html`: a copy of the one-file edition with a kiosk's settings in it.
//!
//! The file holds packed bytes, which a text editor may change; this changes nothing but the settings.

use std::fs;
use std::path::Path;

use json::{Json, JsonType};

use super::pack::ascii_script;
use super::{NAME, PLAIN};
use crate::fault::{Doing as _, Fault, Result};
use crate::project::Project;

/// What may be set to a number, from and to how many seconds. The same as in `src/app/kiosk/session.js`.
const SECONDS: [(&str, i64, i64); 2] = [("idle", 5, 3600), ("countdown", 3, 300)];

/// The most characters of a place. The same as in `src/app/kiosk/session.js`.
const LONGEST_PLACE: usize = 40;

/// `cargo xtask kiosk SETTINGS KIOSK.html`.
pub(crate) fn command(project: &Project, args: &[String]) -> Result<()> {
    let [settings, copy] = args else {
        let what = "`kiosk` needs a file of settings and the name of the copy".to_owned();
        return Err(Fault::Usage(what));
    };
    let (from, settings, copy) = (
        project.dist().join(NAME),
        Path::new(settings),
        Path::new(copy),
    );
    if !from.is_file() {
        return Err(Fault::Missing {
            what: format!("there is no {NAME} in dist/"),
            remedy: "cargo xtask build".to_owned(),
        });
    }
    let bytes = fs::read(settings).doing("read", settings)?;
    let page = fs::read(&from).doing("read", &from)?;
    let page = with_settings(&page, &checked(&bytes)?)?;
    fs::write(copy, page).doing("write", copy)
}

/// The settings in ASCII, as they may stand in a script block.
fn checked(bytes: &[u8]) -> Result<String> {
    let settings = Json::parse(bytes);
    let settings = settings.map_err(|error| Fault::Broken(format!("the settings: {error}")))?;
    let members = settings
        .as_object()
        .into_iter()
        .flat_map(json::Object::iter);
    for (key, value) in members {
        if let Some(wanted) = refused(key, value) {
            return Err(Fault::Broken(format!("the settings: `{key}` {wanted}")));
        }
    }
    if settings.get("kiosk").is_none() {
        let what = "the settings: `kiosk` is missing; a kiosk has `true`".to_owned();
        return Err(Fault::Broken(what));
    }
    // `<` stands in texts alone.
    Ok(ascii_script(&settings.canonical()).replace('<', "\\u003c"))
}

/// What a setting has to be, when it is not.
fn refused(key: &str, value: &Json) -> Option<String> {
    if let Some((_, least, most)) = SECONDS.iter().find(|(name, ..)| *name == key) {
        let seconds = match value {
            Json::Number(number) => number.to_integer(),
            _ => None,
        };
        let held = seconds.is_some_and(|seconds| (*least..=*most).contains(&seconds));
        return (!held).then(|| format!("has to be from {least} to {most} seconds"));
    }
    let (held, wanted) = match key {
        "kiosk" => (value.kind() == JsonType::Bool, "has to be true or false"),
        "place" => {
            let held = value
                .as_str()
                .is_some_and(|place| place.chars().count() <= LONGEST_PLACE);
            (held, "has to be a text of at most 40 characters")
        }
        _ => (false, "is none of kiosk, idle, countdown, place"),
    };
    (!held).then(|| wanted.to_owned())
}

/// The page with other settings, and with all else as it is.
fn with_settings(page: &[u8], settings: &str) -> Result<Vec<u8>> {
    let mut places = page.windows(PLAIN.len()).enumerate();
    let place = places.find(|(_, bytes)| *bytes == PLAIN.as_bytes());
    let parts = place.and_then(|(at, _)| Some((page.get(..at)?, page.get(at + PLAIN.len()..)?)));
    let (before, after) = parts.ok_or_else(|| {
        Fault::Broken(format!("{NAME} has no settings; it is not as it was built"))
    })?;
    Ok([before, settings.as_bytes(), after].concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_written_in_ascii_and_nothing_else_is_changed() {
        let settings =
            checked(r#"{ "kiosk": true, "place": "一号机</script>", "idle": 60 }"#.as_bytes());
        let settings = settings.unwrap();
        assert_eq!(
            settings,
            r#"{"idle":60,"kiosk":true,"place":"\u4e00\u53f7\u673a\u003c/script>"}"#
        );
        let page = [b"\xff\0<s>", PLAIN.as_bytes(), b"</s>\x80"].concat();
        let changed = with_settings(&page, &settings).unwrap();
        assert_eq!(
            changed,
            [b"\xff\0<s>", settings.as_bytes(), b"</s>\x80"].concat()
        );
        assert!(with_settings(b"<s>{}</s>", &settings).is_err());
    }

    #[test]
    fn settings_that_the_page_would_not_take_are_refused_by_name() {
        for (settings, named) in [
            ("{", "settings"),
            ("[]", "kiosk"),
            (r#"{ "idle": 60 }"#, "kiosk"),
            (r#"{ "kiosk": "yes" }"#, "kiosk"),
            (r#"{ "kiosk": true, "idle": 4 }"#, "idle"),
            (r#"{ "kiosk": true, "countdown": 3.5 }"#, "countdown"),
            (r#"{ "kiosk": true, "idel": 60 }"#, "idel"),
        ] {
            let fault = checked(settings.as_bytes()).unwrap_err().to_string();
            assert!(fault.contains(named), "{settings}: {fault}");
        }
        let long = format!(r#"{{ "kiosk": true, "place": "{}" }}"#, "厅".repeat(41));
        assert!(checked(long.as_bytes()).is_err());
    }
}

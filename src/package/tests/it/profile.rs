//! The published `BagIt` profile says what the receiver's code checks.

use {
    crate::sample::{Apart, Sample},
    json::Json,
    package::layout,
};

/// The profile as `zhicheng schema profile` prints it.
const PROFILE: &str = include_str!("../../../cli/schemas/package.bagit-profile.json");

fn profile() -> Json {
    Json::parse(PROFILE.as_bytes()).unwrap()
}

/// The labels of the metadata, and whether each is required.
fn labels(profile: &Json) -> Vec<(String, bool)> {
    let labels = profile.get("Bag-Info").and_then(Json::as_object).unwrap();
    labels
        .iter()
        .map(|(label, rule)| {
            let required = rule.get("required") == Some(&Json::Bool(true));
            (label.to_owned(), required)
        })
        .collect()
}

fn forged(change: impl FnOnce(&mut Apart)) -> Vec<&'static str> {
    let sample = Sample::example();
    let mut apart = Apart::of(&sample.package());
    change(&mut apart);
    sample.codes(&apart.together())
}

#[test]
fn the_identifier_is_the_one_that_packages_name() {
    let profile = profile();
    let known = profile.get("BagIt-Profile-Info").unwrap();
    let known = known.get("BagIt-Profile-Identifier").unwrap();
    assert_eq!(known.as_str(), Some(layout::PROFILE));
    let allowed = profile.get("Bag-Info").unwrap();
    let allowed = allowed.get("BagIt-Profile-Identifier").unwrap();
    let allowed = allowed.get("values").and_then(Json::as_array).unwrap();
    assert_eq!(allowed, [Json::from(layout::PROFILE)]);
}

#[test]
fn each_label_that_the_profile_requires_is_missed() {
    // These two the writer of bags adds itself.
    let own = ["Bagging-Date", "Payload-Oxum"];
    let labels = labels(&profile());
    assert!(
        own.iter()
            .all(|own| labels.contains(&((*own).to_owned(), true)))
    );
    for (label, required) in labels {
        if required && !own.contains(&label.as_str()) {
            let codes = forged(|apart| apart.info.retain(|(known, _)| *known != label));
            assert_eq!(codes, ["profile-label"], "{label}");
            let twice = forged(|apart| {
                let again = apart.info.iter().find(|(known, _)| *known == label);
                let again = again.cloned().unwrap();
                apart.info.push(again);
            });
            assert_eq!(twice, ["profile-label"], "{label}");
        }
    }
}

#[test]
fn no_label_stands_in_a_package_that_the_profile_does_not_know() {
    let labels = labels(&profile());
    let apart = Apart::of(&Sample::example().package());
    for (label, _) in &apart.info {
        assert!(labels.iter().any(|(known, _)| known == label), "{label}");
    }
}

#[test]
fn another_profile_and_another_tag_file_are_named() {
    let other = forged(|apart| apart.set("BagIt-Profile-Identifier", "urn:uuid:0"));
    assert_eq!(other, ["profile-value"]);
    let allowed = profile();
    let allowed = allowed.get("Tag-Files-Allowed").and_then(Json::as_array);
    assert_eq!(allowed, Some(&[Json::from("bag-info.txt")][..]));
    let codes = forged(|apart| {
        apart.tags.push(("note.txt".to_owned(), Vec::new()));
    });
    assert_eq!(codes, ["profile-unexpected"]);
}

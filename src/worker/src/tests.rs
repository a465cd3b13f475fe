//! The worker without a browser: surveys, seals, verifies, reopens.

mod support;

use std::ops::ControlFlow;

use dossier::{Answer, Dossier};
use errand::{Mend, Verified};
use package::container::{Blocking, wait};
use package::severity::Severity;
use wording::ui::seal::SealFailure;

use crate::check;
use crate::seal;
use crate::survey::survey;
use crate::verification::verification;
use support::{Bytes, desk, pledged, senior, today, work};

fn verified(package: Vec<u8>) -> Verified {
    let mut progress = |_| ControlFlow::Continue(());
    let mut source = Blocking(Bytes(package));
    let desk = desk();
    wait(verification(&desk, today(), &mut source, &mut progress)).unwrap()
}

fn packed() -> Vec<u8> {
    support::bytes(&seal::make(&desk(), &pledged()).unwrap())
}

/// The layers in which something is wrong.
fn wrong(verified: &Verified) -> Vec<&str> {
    let layers = verified.layers.iter();
    let wrong = layers.filter(|layer| {
        let mut found = layer.found.iter();
        found.any(|found| found.severity == Severity::Error)
    });
    wrong.map(|layer| layer.name.as_str()).collect()
}

#[test]
fn a_survey_names_what_is_in_the_way_and_where_it_is_mended() {
    let mut work = work();
    work.dossier.profile.remove("name");
    work.dossier.season = Some(2020);
    let survey = survey(&desk(), &work).unwrap();
    assert!(!survey.holds);
    let mends: Vec<&Mend> = survey.hindrances.iter().map(|found| &found.mend).collect();
    assert!(mends.contains(&&Mend::Pledge));
    assert!(mends.contains(&&Mend::Start));
    let name = Mend::Answer(assess::Place::Question("name".to_owned()));
    let found = survey.hindrances.iter().find(|found| found.mend == name);
    assert!(found.is_some_and(|found| found.place.contains("姓名")));
}

#[test]
fn what_a_survey_names_as_pledged_is_what_the_package_is_sealed_under() {
    let work = pledged();
    let survey = survey(&desk(), &work).unwrap();
    assert!(survey.holds);
    let made = seal::make(&desk(), &work).unwrap();
    assert_eq!(made.code, survey.code);
    assert!(made.file.contains(&made.code));
    assert!(made.file.contains("阿依古丽·买买提"));
}

#[test]
fn nothing_is_sealed_without_a_pledge_or_under_a_book_that_is_not_there() {
    let refused = seal::make(&desk(), &work()).map(|made| made.file);
    assert_eq!(refused, Err(SealFailure::NotReady));
    let mut other = pledged();
    other.book = "another".to_owned();
    assert!(survey(&desk(), &other).is_none());
    let refused = seal::make(&desk(), &other).map(|made| made.file);
    assert_eq!(refused, Err(SealFailure::Broken("another".to_owned())));
}

#[test]
fn our_own_package_passes_the_check_and_another_report_does_not() {
    let made = seal::make(&desk(), &pledged()).unwrap();
    let package = support::bytes(&made);
    assert_eq!(u64::try_from(package.len()), Ok(made.size));
    let check = |report: &[u8]| {
        let mut progress = |_| ControlFlow::Continue(());
        let mut source = Blocking(Bytes(package.clone()));
        wait(check::package(
            &desk(),
            today(),
            &mut source,
            report,
            &mut progress,
        ))
    };
    assert_eq!(check(&made.report), Ok(()));
    assert!(matches!(check(b"other"), Err(SealFailure::Refused(_))));
    let mut stop = |_| ControlFlow::Break(());
    let mut source = Blocking(Bytes(package.clone()));
    let desk = desk();
    let stopped = check::package(&desk, today(), &mut source, &made.report, &mut stop);
    assert_eq!(wait(stopped), Err(SealFailure::Stopped));
}

#[test]
fn a_good_package_is_valid_in_every_layer() {
    let told = verified(packed());
    assert!(told.valid, "{told:?}");
    assert_eq!(wrong(&told), Vec::<&str>::new());
    assert!(told.layers.iter().all(|layer| layer.reached));
    let code = seal::make(&desk(), &pledged()).unwrap().code;
    assert_eq!(told.code, Some(code.clone()));
    assert!(told.facts.iter().any(|(_, value)| *value == code));
    assert!(
        told.facts
            .iter()
            .any(|(_, value)| value == "阿依古丽·买买提")
    );
}

#[test]
fn a_changed_byte_is_found_with_place_and_remedy() {
    let mut package = packed();
    let at = support::find(&package, "某化工园区安全评价".as_bytes());
    package[at] ^= 1;
    let told = verified(package);
    assert!(!told.valid);
    let mut found = told.layers.iter().flat_map(|layer| &layer.found);
    assert!(found.all(|found| !found.place.is_empty() && !found.remedy.is_empty()));
}

#[test]
fn what_is_no_archive_hides_all_layers_below() {
    let told = verified(b"not a zip at all".to_vec());
    assert!(!told.valid);
    assert_eq!(told.code, None);
    let reached = told.layers.iter().filter(|layer| layer.reached);
    assert_eq!(reached.count(), 1);
}

#[test]
fn a_package_under_a_book_that_is_not_known_is_read_and_said_to_be_so() {
    let told = {
        let mut progress = |_| ControlFlow::Continue(());
        let mut source = Blocking(Bytes(packed()));
        let empty = crate::desk::Desk::open(&[], &[], package::name::UNICODE).unwrap();
        wait(verification(&empty, today(), &mut source, &mut progress)).unwrap()
    };
    assert!(told.valid, "{told:?}");
    assert!(told.code.is_some());
    let mut codes = told.layers.iter().flat_map(|layer| &layer.found);
    assert!(codes.any(|found| found.code == "book-unknown"));
}

#[test]
fn books_that_are_not_sound_open_no_desk() {
    let unicode = package::name::UNICODE;
    assert!(crate::desk::Desk::open(&["{}".to_owned()], &[], unicode).is_none());
    assert!(crate::desk::Desk::open(&[], &["{}".to_owned()], unicode).is_none());
}

#[test]
fn the_dossier_of_these_tests_has_a_name() {
    let dossier: Dossier = senior();
    let name = dossier.answer("name").and_then(Answer::text);
    assert_eq!(name, Some("阿依古丽·买买提"));
}

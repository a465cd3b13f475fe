//! The worker without a browser: surveys, seals, verifies, reopens.

mod support;

use std::ops::ControlFlow;
use std::sync::Arc;

use dossier::{Answer, Dossier};
use errand::{Mend, Sheet, Verified};
use package::container::{Blocking, wait};
use package::severity::Severity;
use wording::ui::seal::SealFailure;

use crate::check;
use crate::form::form;
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
    let survey = survey(&desk(), &work, &[]).unwrap();
    assert!(!survey.holds);
    let mends: Vec<&Mend> = survey.hindrances.iter().map(|found| &found.mend).collect();
    assert!(mends.contains(&&Mend::Pledge));
    assert!(mends.contains(&&Mend::Start));
    let name = Mend::Answer(assess::Place::Question("name".to_owned()));
    let found = survey.hindrances.iter().find(|found| found.mend == name);
    assert!(found.is_some_and(|found| found.place.contains("姓名")));
}

/// The hindrances at the evidence of the first achievement, by weight.
fn at_a1(found: &[errand::Hindrance]) -> Vec<(Severity, &str)> {
    let here = Mend::Evidence("a1".to_owned());
    let found = found.iter().filter(|found| found.mend == here);
    found
        .map(|found| (found.severity, found.told.as_str()))
        .collect()
}

#[test]
fn files_are_looked_at_for_what_they_are_and_what_only_a_person_can_see_is_told() {
    let work = pledged();
    let mut peek = package::look::Peek::new();
    peek.update(&support::EVIDENCE[..12]);
    let looked = survey(&desk(), &work, &[Some(peek.look())]).unwrap();
    let found = at_a1(&looked.hindrances);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].0, Severity::Warning);
    assert!(found[0].1.contains("不完整"), "{found:?}");
    let whole = survey(&desk(), &work, &[]).unwrap();
    assert!(at_a1(&whole.hindrances).is_empty());
    let mut weights = whole.hindrances.iter().map(|found| found.severity);
    assert!(weights.any(|weight| weight == Severity::Notice));
}

#[test]
fn hours_that_fall_short_are_told_before_sealing_and_lead_to_their_record() {
    let mut work = work();
    let training = work.dossier.lists.get_mut("training").unwrap();
    let record = Arc::make_mut(training.records.last_mut().unwrap());
    let hours = Answer::Number(json::Decimal::from_int(10).unwrap());
    record
        .fields
        .insert("total_hours".to_owned(), hours.clone());
    record.fields.insert("professional_hours".to_owned(), hours);
    let (list, record) = ("training".to_owned(), record.id.clone());
    let here = Mend::Answer(assess::Place::Record { list, record });
    let survey = survey(&desk(), &work, &[]).unwrap();
    let mut found = survey.hindrances.iter();
    let found = found.find(|found| found.mend == here);
    assert_eq!(found.map(|found| found.severity), Some(Severity::Warning));
}

#[test]
fn every_portal_of_the_book_is_looked_at_and_the_first_one_is_the_generous_one() {
    let mut work = work();
    let list = work.dossier.lists.get_mut("achievements").unwrap();
    let name = "验收#意见.docx".to_owned();
    Arc::make_mut(&mut list.records[0]).evidence = vec![dossier::Evidence::File(name.clone())];
    work.files[0].name = name;
    let survey = survey(&desk(), &work, &[]).unwrap();
    let ids: Vec<&str> = survey.portals.iter().map(|portal| &*portal.id).collect();
    assert_eq!(ids, ["generous", "strict"]);
    assert!(at_a1(&survey.portals[0].hindrances).is_empty());
    assert_eq!(at_a1(&survey.portals[1].hindrances).len(), 2);
    let mut portals = survey.portals.iter();
    assert!(portals.all(|portal| portal.authority.starts_with("示例")));
}

#[test]
fn names_that_chinese_windows_wrote_are_read_where_there_is_a_reader() {
    let name = "验收意见.pdf";
    let desk = desk().reading(|bytes| Some(String::from_utf8_lossy(bytes).into_owned()));
    let receiver = desk.receiver(today(), package::readiness::TargetChoice::Nowhere);
    let read = receiver.settings.options.legacy;
    assert_eq!(read(name.as_bytes()).as_deref(), Some(name));
}

#[test]
fn the_code_on_the_screen_is_drawn_as_the_one_on_paper() {
    let made = seal::make(&desk(), &pledged()).unwrap();
    let path = made.qr.unwrap().path();
    let report = String::from_utf8(made.report).unwrap();
    assert!(report.contains(&path));
    assert!(verified(packed()).subject.is_some());
}

#[test]
fn what_a_survey_names_as_pledged_is_what_the_package_is_sealed_under() {
    let work = pledged();
    let survey = survey(&desk(), &work, &[]).unwrap();
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
    assert!(survey(&desk(), &other, &[]).is_none());
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

#[test]
fn the_form_that_is_printed_is_the_one_in_the_package() {
    let made = seal::make(&desk(), &pledged()).unwrap();
    let whole = form(&desk(), &pledged(), Sheet::Form).unwrap();
    assert_eq!(whole.as_bytes(), made.report);
    let score = form(&desk(), &pledged(), Sheet::Score).unwrap();
    let pledge = form(&desk(), &pledged(), Sheet::Pledge).unwrap();
    let code = format!("核对码 {}", made.code);
    for (sheet, has, lacks) in [
        (&score, "自评", "诚信承诺书"),
        (&pledge, "诚信承诺书", "赋分项"),
    ] {
        assert!(sheet.contains(has) && sheet.contains(&code));
        assert!(!sheet.contains(lacks));
    }
    let mut unknown = pledged();
    unknown.book.clear();
    assert_eq!(form(&desk(), &unknown, Sheet::Form), None);
}

//! Verification: what a stranger may have done to a package is found.

use {
    crate::{
        forge::{Forge, deflated, entry},
        options,
        sample::{Apart, Sample, day, read_book, today, verified},
    },
    package::{
        bag::sha256_alone,
        container::{Blocking, wait},
        intake::{IntakeError, Settings},
        layout,
        readiness::TargetChoice,
        severity::Severity,
        verify::{Finding, Layer, Place, Receiver, verify},
    },
    proptest::{collection::vec, prelude::*},
    std::ops::ControlFlow,
};

/// Codes found after a change that its author covered with new checksums.
fn forged(change: impl FnOnce(&mut Apart)) -> Vec<&'static str> {
    let sample = Sample::example();
    let mut apart = Apart::of(&sample.package());
    change(&mut apart);
    sample.codes(&apart.together())
}

fn remove(path: &'static str) -> impl FnOnce(&mut Apart) {
    move |apart| {
        apart.payload.remove(path);
    }
}

#[test]
fn taking_apart_and_putting_together_changes_nothing() {
    let sample = Sample::example();
    let bytes = sample.package();
    assert!(Apart::of(&bytes).together() == bytes);
    assert_eq!(forged(|_| {}), [""; 0]);
}

#[test]
fn no_beginning_of_a_package_is_a_package() {
    let sample = Sample::small();
    let bytes = sample.package();
    for end in (0..bytes.len()).step_by(97) {
        assert_eq!(sample.codes(&bytes[..end]), ["zip-not-an-archive"], "{end}");
    }
}

#[test]
fn a_pledge_of_another_package_is_found() {
    let mut other = Sample::example();
    other.files[0].2.push(b'!');
    let other = Apart::of(&other.package());
    let codes = forged(|apart| {
        let pledge = other.payload[layout::PLEDGE].clone();
        apart.payload.insert(layout::PLEDGE.to_owned(), pledge);
    });
    assert_eq!(codes, ["pledge-other-content"]);
}

#[test]
fn a_dossier_edited_with_its_checksums_is_found() {
    let codes = forged(|apart| {
        apart.replace(
            layout::DOSSIER,
            "\"front_line_years\":9",
            "\"front_line_years\":4",
        );
    });
    assert_eq!(
        codes,
        [
            "profile-value",
            "pledge-other-content",
            "assessment-differs",
            "crate-differs"
        ]
    );
    let small = forged(|apart| apart.replace(layout::DOSSIER, "安全评价", "安全评估"));
    assert_eq!(
        small,
        ["profile-value", "pledge-other-content", "crate-differs"]
    );
}

#[test]
fn an_edited_assessment_is_found_where_it_differs() {
    let sample = Sample::example();
    let mut apart = Apart::of(&sample.package());
    apart.replace(layout::ASSESSMENT, "\"G1\":\"met\"", "\"G1\":\"not_met\"");
    let verification = sample.verify(&apart.together());
    let [finding, size] = verification.findings.as_slice() else {
        panic!("{:?}", verification.findings);
    };
    assert_eq!(size.code(), "crate-size");
    let path = "verdicts.gates.professorial.G1".to_owned();
    assert_eq!(finding.place(), Place::Value(layout::ASSESSMENT, path));
    assert_eq!(finding.layer(), Layer::Assessment);
    let text = finding.to_string();
    assert!(
        text.contains("\"not_met\"") && text.contains("\"met\""),
        "{text}"
    );
}

/// A part put in from a package of somebody else, with new checksums.
fn pasted(path: &'static str, change: impl FnOnce(&mut Sample)) -> Vec<&'static str> {
    let mut other = Sample::example();
    change(&mut other);
    let other = Apart::of(&other.package());
    forged(|apart| {
        let part = other.payload[path].clone();
        apart.payload.insert(path.to_owned(), part);
    })
}

#[test]
fn a_part_of_another_package_is_found_though_it_is_sound_itself() {
    let older = |sample: &mut Sample| {
        let years = dossier::Answer::Number(json::Decimal::from_int(20).unwrap());
        let profile = &mut sample.dossier.profile;
        profile.insert("front_line_years".to_owned(), years);
    };
    let assessment = pasted(layout::ASSESSMENT, older);
    assert!(assessment.contains(&"assessment-differs"), "{assessment:?}");
    let dossier = pasted(layout::DOSSIER, older);
    assert!(dossier.contains(&"pledge-other-content"), "{dossier:?}");
    let season = pasted(layout::SEASON, |sample| {
        sample.season.cut_off = day("2026-10-31");
    });
    assert!(season.contains(&"pledge-other-content"), "{season:?}");
    assert!(season.contains(&"season-unknown"), "{season:?}");
    let book = pasted(layout::RULEBOOK, |sample| {
        let mut book = sample.engine.book().clone();
        book.version = "9.9.9".to_owned();
        let compiled = rulebook::Compiled::of(&book).unwrap();
        sample.engine = std::rc::Rc::new(assess::Engine::new(book, compiled).unwrap());
    });
    assert!(book.contains(&"pledge-other-content"), "{book:?}");
    assert!(book.contains(&"book-unknown"), "{book:?}");
    let metadata = pasted(layout::CRATE, |sample| {
        let name = dossier::Answer::from_text("别人");
        sample.dossier.profile.insert("name".to_owned(), name);
    });
    assert!(
        metadata.iter().all(|code| code.starts_with("crate-")) && !metadata.is_empty(),
        "{metadata:?}"
    );
}

#[test]
fn free_text_of_the_metadata_is_compared_word_for_word() {
    let sample = Sample::example();
    let mut apart = Apart::of(&sample.package());
    apart.replace(
        layout::CRATE,
        "The applicant's pledge",
        "An unfounded pledge",
    );
    let verification = sample.verify(&apart.together());
    let [finding] = verification.findings.as_slice() else {
        panic!("{:?}", verification.findings);
    };
    assert_eq!(
        (finding.code(), finding.layer()),
        ("crate-differs", Layer::Crate)
    );
    let Place::Value(file, key) = finding.place() else {
        panic!("{:?}", finding.place());
    };
    assert_eq!(file, layout::CRATE);
    assert!(key.ends_with(".description"), "{key}");
    assert!(!verification.is_valid());
}

#[test]
fn exchanged_evidence_is_found() {
    let codes = forged(|apart| {
        let path = "data/files/a1/合同.pdf".to_owned();
        apart.payload.insert(path, b"%PDF-1.7 another".to_vec());
    });
    assert_eq!(
        codes,
        ["profile-value", "pledge-other-content", "crate-size"]
    );
}

#[test]
fn evidence_taken_away_added_or_renamed_is_found() {
    assert_eq!(
        forged(remove("data/files/a1/合同.pdf")),
        [
            "profile-value",
            "files-absent",
            "pledge-other-content",
            "crate-not-in-payload"
        ]
    );
    let added = forged(|apart| {
        let path = "data/files/a1/更多.pdf".to_owned();
        apart.payload.insert(path, b"more".to_vec());
    });
    assert_eq!(added, ["files-unnamed", "crate-not-described"]);
}

#[test]
fn missing_parts_are_named() {
    for path in layout::PARTS {
        let codes = forged(remove(path));
        assert_eq!(codes.first(), Some(&"profile-lacking"), "{path}");
    }
}

#[test]
fn files_that_no_package_has_are_named() {
    let data = forged(|apart| {
        apart.payload.insert("data/更多.txt".to_owned(), Vec::new());
    });
    assert_eq!(data, ["profile-unexpected", "crate-not-described"]);
    let tag = forged(|apart| apart.tags.push(("extra.txt".to_owned(), Vec::new())));
    assert_eq!(tag, ["profile-unexpected"]);
}

#[test]
fn metadata_that_contradicts_the_dossier_is_named() {
    for label in ["Contact-Name", "Source-Organization", "External-Identifier"] {
        assert_eq!(
            forged(|apart| apart.set(label, "别人")),
            ["profile-value"],
            "{label}"
        );
        let gone = forged(|apart| apart.info.retain(|(known, _)| known != label));
        assert_eq!(gone, ["profile-label"], "{label}");
    }
    let agent = forged(|apart| {
        apart
            .info
            .retain(|(label, _)| label != "Bag-Software-Agent");
    });
    assert_eq!(agent, ["profile-label"]);
    let later = forged(|apart| apart.date = "2026-11-25".to_owned());
    assert_eq!(later, ["profile-sealed-later", "crate-differs"]);
    let earlier = forged(|apart| apart.date = "2026-11-23".to_owned());
    assert_eq!(earlier, ["pledge-future", "crate-differs"]);
}

#[test]
fn parts_that_are_not_what_they_should_be_are_named() {
    let cases: [(&'static str, &str, &'static str); 6] = [
        (layout::DOSSIER, "{}", "schema-dossier"),
        (layout::RULEBOOK, "{}", "schema-book"),
        (layout::SEASON, "{}", "schema-season"),
        (layout::PLEDGE, "{}", "schema-pledge"),
        (layout::ASSESSMENT, "{", "schema-not-json"),
        (layout::CRATE, "{}", "crate-graph"),
    ];
    for (path, text, code) in cases {
        let codes = forged(|apart| {
            apart
                .payload
                .insert(path.to_owned(), text.as_bytes().to_vec());
        });
        assert!(codes.contains(&code), "{path}: {codes:?}");
    }
}

#[test]
fn another_spelling_of_a_part_is_named() {
    for path in layout::PARTS {
        if path != layout::REPORT {
            let codes = forged(|apart| apart.replace(path, ":", ": "));
            let found = codes.iter().filter(|code| **code == "schema-not-canonical");
            assert_eq!(found.count(), 1, "{path}: {codes:?}");
        }
    }
    let empty = forged(|apart| {
        apart.replace(layout::DOSSIER, "\"season\":2026", "\"season\":null");
    });
    assert!(empty.contains(&"schema-not-canonical"), "{empty:?}");
}

#[test]
fn a_part_beyond_the_limit_is_not_looked_into() {
    let codes = forged(|apart| {
        let size = usize::try_from(package::verify::PART_LIMIT).unwrap() + 1;
        apart
            .payload
            .insert(layout::DOSSIER.to_owned(), vec![b' '; size]);
    });
    assert_eq!(codes, ["schema-too-large", "crate-size"]);
}

#[test]
fn metadata_of_other_files_is_named() {
    let cases = [
        ("\"@graph\"", "\"graph\"", "crate-graph"),
        ("ro/crate/1.1\"}", "ro/crate/9.9\"}", "crate-descriptor"),
        ("\"license\"", "\"licence\"", "crate-root"),
        (
            "files/a2/论文.pdf\",\"@type",
            "files/a2/别的.pdf\",\"@type",
            "crate-not-described",
        ),
        ("\"contentSize\":\"", "\"contentSize\":\"1", "crate-size"),
        (
            "\"@id\":\"#rights\",\"@type\"",
            "\"@id\":\"#applicant\",\"@type\"",
            "crate-repeated",
        ),
    ];
    for (from, to, code) in cases {
        let codes = forged(|apart| apart.replace(layout::CRATE, from, to));
        assert!(codes.contains(&code), "{code}: {codes:?}");
    }
}

#[test]
fn a_forged_season_or_book_is_told() {
    let season = forged(|apart| apart.replace(layout::SEASON, "2026-12-31", "2029-12-31"));
    assert!(season.contains(&"season-unknown"), "{season:?}");
    let sample = Sample::example();
    let receiver = Receiver {
        settings: Settings {
            options: options(),
            hashers: sha256_alone,
        },
        engines: &[],
        reader: Some(read_book),
        seasons: &sample.seasons,
        target: TargetChoice::Nowhere,
        today: today(),
    };
    let verification = verified(&sample.package(), &receiver);
    let [finding] = verification.findings.as_slice() else {
        panic!("{:?}", verification.findings);
    };
    assert_eq!(
        (finding.code(), finding.severity()),
        ("book-unknown", Severity::Notice)
    );
    assert!(verification.is_valid());
}

#[test]
fn under_a_book_that_cannot_be_read_here_nothing_is_judged() {
    let (sample, other) = (Sample::example(), Sample::small());
    let receiver = Receiver {
        settings: Settings {
            options: options(),
            hashers: sha256_alone,
        },
        engines: std::slice::from_ref(&other.engine),
        reader: None,
        seasons: &sample.seasons,
        target: TargetChoice::Nowhere,
        today: today(),
    };
    let verification = verified(&sample.package(), &receiver);
    let digest = sample.engine.reference().digest.clone();
    assert_eq!(verification.findings, [Finding::BookForeign(digest)]);
    assert!(!verification.is_valid());
    assert!(verification.content.is_none());
}

#[test]
fn a_package_looked_at_years_later_is_still_valid() {
    let sample = Sample::example();
    let receiver = Receiver {
        settings: Settings {
            options: options(),
            hashers: sha256_alone,
        },
        engines: std::slice::from_ref(&sample.engine),
        reader: None,
        seasons: &sample.seasons,
        target: TargetChoice::Nowhere,
        today: day("2036-01-01"),
    };
    assert_eq!(verified(&sample.package(), &receiver).findings, []);
}

#[test]
fn what_a_dossier_lacks_is_found_though_everything_else_agrees() {
    let mut sample = Sample::example();
    sample.dossier.lists.get_mut("training").unwrap().complete = false;
    let honest = Sample::example();
    let mut apart = Apart::of(&honest.package());
    let texts = [
        (layout::DOSSIER, sample.dossier.to_json()),
        (layout::PLEDGE, sample.pledge().to_json()),
        (
            layout::ASSESSMENT,
            sample
                .engine
                .assess(&sample.dossier, &sample.season, today())
                .to_json(),
        ),
    ];
    for (path, json) in texts {
        let text = json.canonical().into_bytes();
        apart.payload.insert(path.to_owned(), text);
    }
    let verification = sample.verify(&apart.together());
    let codes: Vec<_> = verification.findings.iter().map(Finding::code).collect();
    assert!(codes.contains(&"list-open"), "{codes:?}");
    assert!(!codes.contains(&"pledge-other-content") && !codes.contains(&"assessment-differs"));
}

#[test]
fn a_package_zipped_again_in_a_folder_is_valid_and_told() {
    let sample = Sample::example();
    let bytes = sample.package();
    let archive = crate::archive(&bytes);
    let mut entries = vec![entry("申报/", b"").mode(0o040_755, 0x10)];
    for (index, known) in archive.entries().iter().enumerate() {
        let content = crate::content(&archive, &bytes, index).unwrap();
        entries.push(deflated(&format!("申报/{}", known.name), &content));
    }
    entries.push(entry("__MACOSX/申报/._bagit.txt", b"x"));
    let verification = sample.verify(&Forge::of(entries).build());
    assert!(verification.is_valid(), "{:?}", verification.findings);
    let codes: Vec<_> = verification.findings.iter().map(Finding::code).collect();
    assert!(codes.contains(&"zip-folder") && codes.contains(&"zip-aside"));
    assert!(codes.contains(&"rewritten-deflate"));
    assert_eq!(verification.content.unwrap().dossier, sample.dossier);
}

#[test]
fn a_damaged_file_is_named_once() {
    let sample = Sample::example();
    let mut bytes = sample.package();
    let content = &sample.files[0].2;
    let at = bytes
        .windows(content.len())
        .position(|window| window == content)
        .unwrap();
    bytes[at] ^= 1;
    let codes = sample.codes(&bytes);
    assert_eq!(
        codes.iter().filter(|code| code.starts_with("zip-")).count(),
        1
    );
    assert!(!codes.contains(&"bag-missing"), "{codes:?}");
}

#[test]
fn the_printable_form_is_compared_with_what_it_should_be() {
    let sample = Sample::small();
    let mut verification = sample.verify(&sample.package());
    verification.check_report(crate::sample::REPORT);
    assert_eq!(verification.findings, []);
    let changed = String::from_utf8(crate::sample::REPORT.to_vec()).unwrap();
    verification.check_report(changed.replace("合格", "优秀").as_bytes());
    let report = Finding::Report {
        line: 6,
        same_program: true,
    };
    assert_eq!(verification.findings, [report]);
    assert!(!verification.is_valid());
}

#[test]
fn another_version_may_print_otherwise_but_nothing_that_acts() {
    let sample = Sample::small();
    let verify = |report: &str| {
        let mut apart = Apart::of(&sample.package());
        apart.set("Bag-Software-Agent", "zhicheng 9.9");
        let bytes = report.as_bytes().to_vec();
        apart.payload.insert(layout::REPORT.to_owned(), bytes);
        let mut verification = sample.verify(&apart.together());
        verification.check_report(crate::sample::REPORT);
        let codes = verification.findings.iter().map(Finding::code);
        (codes.collect::<Vec<_>>(), verification.is_valid())
    };
    let other = String::from_utf8(crate::sample::REPORT.to_vec()).unwrap();
    let (codes, valid) = verify(&other.replace("合格", "优秀"));
    assert!(valid, "{codes:?}");
    assert_eq!(codes, ["profile-other-program", "report-differs"]);
    let (codes, valid) = verify(&other.replace("合格", "<script>x</script>"));
    assert!(!valid && codes.contains(&"report-active"), "{codes:?}");
}

#[test]
fn verifying_stops_when_asked() {
    let sample = Sample::small();
    let bytes = sample.package();
    let receiver = Receiver {
        settings: Settings {
            options: options(),
            hashers: sha256_alone,
        },
        engines: &[],
        reader: None,
        seasons: &[],
        target: TargetChoice::Nowhere,
        today: today(),
    };
    let mut stop = |_| ControlFlow::Break(());
    let done = wait(verify(&mut Blocking(&bytes[..]), &receiver, &mut stop));
    assert!(matches!(done, Err(IntakeError::Cancelled)));
}

/// The paths of the parts that are read.
fn read_parts() -> Vec<&'static str> {
    let parts = layout::PARTS.into_iter();
    parts.filter(|path| *path != layout::REPORT).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_part_makes_the_verifier_panic(
        part in 0..6_usize,
        changes in vec((any::<prop::sample::Index>(), any::<u8>(), 0..3_u8), 1..6),
    ) {
        let sample = Sample::small();
        let mut apart = Apart::of(&sample.package());
        let bytes = apart.payload.get_mut(read_parts()[part]).unwrap();
        for (at, byte, how) in changes {
            let at = at.index(bytes.len());
            match how {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                _ => bytes.truncate(at + 1),
            }
        }
        let before = Apart::of(&sample.package());
        let path = read_parts()[part];
        // A pledge says its own day, and metadata has words of its own.
        let bound = path != layout::PLEDGE && path != layout::CRATE;
        let changed = bound && before.payload != apart.payload;
        let verification = sample.verify(&apart.together());
        prop_assert!(!changed || !verification.is_valid());
        for finding in &verification.findings {
            prop_assert!(!finding.code().is_empty() && !finding.to_string().is_empty());
        }
    }

    #[test]
    fn whatever_the_dossier_says_it_is_found_or_harmless(
        key in "[a-z_]{1,12}",
        value in prop_oneof![
            Just("null".to_owned()),
            Just("true".to_owned()),
            "-?[1-9][0-9]{0,11}",
            "\"[a-z0-9\u{4e00}-\u{4eff} -]{0,20}\"",
            Just("[]".to_owned()),
            Just("[{\"id\":\"x1\",\"kind\":\"award\",\"date\":\"2024-02-30\"}]".to_owned()),
        ],
    ) {
        let sample = Sample::small();
        let mut apart = Apart::of(&sample.package());
        let entry = format!("\"profile\":{{\"{key}\":{value},");
        apart.replace(layout::DOSSIER, "\"profile\":{", &entry);
        let codes = sample.codes(&apart.together());
        prop_assert!(
            codes.contains(&"pledge-other-content") || codes.iter().any(|code| code.starts_with("schema-")),
            "{codes:?}"
        );
    }
}

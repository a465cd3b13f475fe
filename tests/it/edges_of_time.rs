//! Worked by hand: the edges of time.

use assess::Verdict::{Met, NotMet, Open};

use crate::support::Person;

const DEGREE: &str = "level=bachelor mode=full_time date=2008-06-30";

#[test]
fn five_years_are_full_on_the_cut_off_day_itself() {
    let person = Person::new().with("degrees", DEGREE);
    let exactly = "level=engineer how=review appointed=2021-12-31";
    let one_day_short = "level=engineer how=review appointed=2022-01-01";
    let exactly = person.clone().with("titles", exactly);
    assert_eq!(exactly.clause("senior", "senior.years"), Met);
    let short = person.with("titles", one_day_short);
    assert_eq!(short.clause("senior", "senior.years"), NotMet);
    // The day after the next cut-off day is a year later: 2027.
    assert_eq!(short.clause_in(2027, "senior", "senior.years"), Met);
}

#[test]
fn a_doctor_needs_two_years() {
    let doctor = Person::new().with("degrees", "level=doctor mode=in_service date=2024-06-30");
    let exactly = "level=engineer how=review appointed=2024-12-31";
    let short = "level=engineer how=review appointed=2025-01-01";
    assert_eq!(
        doctor
            .clone()
            .with("titles", exactly)
            .clause("senior", "senior.years"),
        Met
    );
    assert_eq!(
        doctor
            .with("titles", short)
            .clause("senior", "senior.years"),
        NotMet
    );
}

#[test]
fn a_title_of_the_29th_of_february_is_full_on_the_28th() {
    // Five years after 2020-02-29 is 2025-02-28, long before the cut-off day; the band of two
    // years in row A2 is the sharper test with a cut-off day of its own.
    let mut season = crate::support::season(2026);
    let person = Person::new().with("titles", "level=engineer how=review appointed=2024-02-29");
    let points = |cut_off: &str, season: &mut rulebook::SeasonDay| {
        season.cut_off = crate::support::day(cut_off);
        let engine = crate::support::engine();
        let assessment = engine.assess(person.dossier(), season, season.cut_off);
        let sheet = assessment.score.unwrap();
        let row = sheet.rows.into_iter().find(|row| row.id == "A2");
        row.unwrap().points.low
    };
    assert_eq!(points("2026-02-27", &mut season), 0);
    assert_eq!(points("2026-02-28", &mut season), 100);
}

#[test]
fn both_ends_of_the_window_are_inside() {
    let award = |date: &str| {
        let fields = format!("kind=award title=x date={date} grade=national class=1 rank=1");
        Person::new().with("achievements", &format!("{fields} project_key=null"))
    };
    // Without the title only the five years before the cut-off day count.
    assert_eq!(award("2021-12-31").clause("senior", "SL1"), Met);
    assert_eq!(award("2021-12-30").clause("senior", "SL1"), NotMet);
    assert_eq!(award("2026-12-31").clause("senior", "SL1"), Met);
    assert_eq!(award("2027-01-01").clause("senior", "SL1"), NotMet);
    // With it everything since the appointment, the day itself included.
    let title = "level=engineer how=review appointed=2015-03-01";
    assert_eq!(
        award("2015-03-01")
            .with("titles", title)
            .clause("senior", "SL1"),
        Met
    );
    assert_eq!(
        award("2015-02-28")
            .with("titles", title)
            .clause("senior", "SL1"),
        NotMet
    );
    // The other level builds on the other title: engineer does not widen its window.
    assert_eq!(
        award("2015-03-01")
            .with("titles", title)
            .clause("professorial", "PL1"),
        NotMet
    );
}

#[test]
fn misconduct_bars_its_year_and_three_more() {
    let person = |year: &str| Person::new().number("misconduct_year", year);
    assert_eq!(person("2026").clause("senior", "G4"), NotMet);
    assert_eq!(person("2023").clause("senior", "G4"), NotMet);
    assert_eq!(person("2022").clause("senior", "G4"), Met);
    assert_eq!(Person::new().clause("senior", "G4"), Met);
    assert_eq!(
        Person::new()
            .unknown("misconduct_year")
            .clause("senior", "G4"),
        Open
    );
    // First possible year: Y + 4.
    for year in 2026..=2029 {
        assert_eq!(person("2026").clause_in(year, "senior", "G4"), NotMet);
    }
    assert_eq!(person("2026").clause_in(2030, "senior", "G4"), Met);
}

#[test]
fn the_retirement_age_rises_by_a_month_for_every_four_begun() {
    let man = |birth: &str| Person::new().says("birth_date", birth);
    let woman = |birth: &str| man(birth).says("sex", "female");
    // Men born before 1965: 60 years. 1966-12-31 + 60 years is the cut-off day of 2026, but born
    // in 1966-12 the delay is 6 months: 2027-06-30.
    assert_eq!(man("1964-12-31").clause_in(2024, "senior", "G3"), NotMet);
    assert_eq!(man("1966-12-31").clause("senior", "G3"), Met);
    // 1966-05-31: 17 months into the stage, 5 months more: 2026-10-31.
    assert_eq!(man("1966-05-31").clause("senior", "G3"), NotMet);
    // 1966-08-31 is still in the fifth step, 1966-09-01 in the sixth: 2027-01-31, 2027-03-01.
    assert_eq!(man("1966-07-31").clause("senior", "G3"), NotMet);
    assert_eq!(man("1966-08-01").clause("senior", "G3"), Met);
    // Women in technical posts: 55 years, from 1970-01. 1971-07-31: 5 months: 2026-12-31.
    assert_eq!(woman("1971-07-31").clause("senior", "G3"), NotMet);
    assert_eq!(woman("1971-08-01").clause("senior", "G3"), Met);
    assert_eq!(
        man("1960-01-01")
            .yes("late_retirement_approved", true)
            .clause("senior", "G3"),
        Met
    );
}

#[test]
fn years_and_delay_are_added_before_the_month_is_clipped() {
    // A woman born 1972-02-29 reaches the age on 2027-09-29.
    let person = Person::new()
        .says("sex", "female")
        .says("birth_date", "1972-02-29");
    let on = |cut_off: &str| {
        let mut season = crate::support::season(2027);
        season.cut_off = crate::support::day(cut_off);
        let assessment = crate::support::engine().assess(person.dossier(), &season, season.cut_off);
        let level = assessment
            .levels
            .into_iter()
            .find(|level| level.id == "senior");
        level.unwrap().clause("G3").unwrap().conclusion.verdict
    };
    assert_eq!(on("2027-09-28"), Met);
    assert_eq!(on("2027-09-29"), NotMet);
}

#[test]
fn every_one_of_the_last_years_must_have_its_training() {
    let hours = "total_hours=90 professional_hours=60 public_hours=18";
    let years = |from: i32| {
        let mut person = Person::new().without("training");
        for year in from..=2025 {
            person = person.with("training", &format!("year={year} {hours}"));
        }
        person
    };
    assert_eq!(years(2022).clause("senior", "G7"), Met);
    assert_eq!(years(2023).clause("senior", "G7"), NotMet);
    assert_eq!(years(2022).clause("professorial", "G7"), NotMet);
    assert_eq!(years(2021).clause("professorial", "G7"), Met);
    assert_eq!(years(2023).open("training").clause("senior", "G7"), Open);
    // A year that is there and short is not met, even while the list is open: it occurs once.
    let short = "year=2022 total_hours=90 professional_hours=59.5 public_hours=18";
    let person = years(2023).with("training", short).open("training");
    assert_eq!(person.clause("senior", "G7"), NotMet);
}

#[test]
fn the_earliest_year_is_the_first_whose_cut_off_day_meets_the_route() {
    let person = Person::new()
        .with("degrees", DEGREE)
        .with("titles", "level=engineer how=review appointed=2023-05-01")
        .with(
            "certificates",
            "kind=safety_assessor_1 date=2020-01-01 valid_until=2029-06-30",
        )
        .with(
            "achievements",
            "kind=standard title=x date=2025-01-01 grade=national rank=5",
        )
        .with(
            "achievements",
            "kind=award title=x date=2025-01-01 grade=municipal class=1 rank=7",
        )
        .with(
            "achievements",
            "kind=monograph title=x date=2025-01-01 ten_thousand_characters=1 rank=9",
        );
    assert_eq!(person.route("senior", "standard"), NotMet);
    // Five years are full on 2028-05-01; on 2029-12-31 the certificate has run out.
    assert_eq!(
        person.earliest("senior", "standard"),
        (Some(2028), Some(2029))
    );
    assert_eq!(person.earliest("senior", "landmark"), (None, None));
}

#[test]
fn a_ban_and_the_years_of_service_are_waited_for_together() {
    let person = Person::new()
        .number("misconduct_year", "2024")
        .with("degrees", DEGREE)
        .with("titles", "level=engineer how=review appointed=2015-01-01")
        .with(
            "achievements",
            "kind=standard title=x date=2024-01-01 grade=national rank=1",
        );
    assert_eq!(person.route("senior", "landmark"), NotMet);
    assert_eq!(person.earliest("senior", "landmark"), (Some(2028), None));
}

//! The score table: what it names is there, and all its products are whole hundredths.

use json::Decimal;

use super::context::Context;
use super::dates::MOST_YEARS;
use super::fields::Records;
use super::identity::{at_least_one, within};
use super::names::Names;
use super::spot::Spot;
use super::tests_on_answers::{self, Subject};
use super::{FaultKind, Thing};
use crate::{Band, Earn, Factor, OptionPoints, RecordsEarn};

/// The most points that anything gives.
const MOST_POINTS: u32 = 100_000;
/// The greatest coefficient.
const MOST_FACTOR: u32 = 100;
/// Millionths in a hundredth.
const HUNDREDTH: i128 = 10_000;
/// Millionths in one.
const ONE: i128 = 1_000_000;

/// Finds what is wrong with the score table.
pub(crate) fn check(context: &mut Context<'_>) {
    let Some(score) = &context.book.score else {
        return;
    };
    let top = Spot::Top;
    let at = top.key("score");
    points(context, score.line, &at.key("line"));
    context.window(score.window.as_ref(), &at);
    at_least_one(context, Thing::Block, score.block.len(), &at.key("block"));
    at_least_one(context, Thing::Row, score.row.len(), &at.key("row"));
    for (index, block) in score.block.iter().enumerate() {
        points(context, block.cap, &at.key("block").index(index).key("cap"));
    }
    for (index, factor) in score.factor.iter().enumerate() {
        coefficients(context, factor, &at.key("factor").index(index));
    }
    let rows = score.row.iter().map(|row| row.id.as_str());
    Names::new(
        Thing::Row,
        rows.collect(),
        &at.key("row"),
        &mut context.faults,
    );
    for (index, row) in score.row.iter().enumerate() {
        let rows = at.key("row");
        let at = rows.index(index);
        context
            .blocks
            .resolve(&row.block, &at.key("block"), &mut context.faults);
        if let Some(cap) = row.cap {
            points(context, cap, &at.key("cap"));
        }
        earn(context, &row.earn, &at.key("earn"));
    }
}

/// Points are whole hundredths from nought up.
fn points(context: &mut Context<'_>, points: Decimal, at: &Spot<'_>) {
    bounded(context, points, MOST_POINTS, at);
    hundredths(context, points, None, at);
}

#[inline(never)]
fn bounded(context: &mut Context<'_>, found: Decimal, most: u32, at: &Spot<'_>) {
    let (least, most) = (Decimal::ZERO, Decimal::from(most));
    let sound = least <= found && found <= most;
    context
        .faults
        .need(sound, at, || FaultKind::OutOfRange { found, least, most });
}

#[inline(never)]
fn hundredths(context: &mut Context<'_>, points: Decimal, factor: Option<Decimal>, at: &Spot<'_>) {
    let product = factor.map_or_else(
        || i128::from(points.millionths()),
        |factor| i128::from(points.millionths()) * i128::from(factor.millionths()),
    );
    let unit = if factor.is_some() {
        HUNDREDTH * ONE
    } else {
        HUNDREDTH
    };
    context
        .faults
        .need(product % unit == 0, at, || FaultKind::NotHundredths {
            points,
            factor,
        });
}

fn coefficients(context: &mut Context<'_>, factor: &Factor, at: &Spot<'_>) {
    let at = at.key("step");
    at_least_one(context, Thing::PointStep, factor.step.len(), &at);
    for (index, step) in factor.step.iter().enumerate() {
        bounded(
            context,
            step.factor,
            MOST_FACTOR,
            &at.index(index).key("factor"),
        );
    }
}

fn earn<'a>(context: &mut Context<'a>, earn: &'a Earn, at: &Spot<'_>) {
    match earn {
        Earn::Records(earn) => records(context, earn, &at.key("records")),
        Earn::YearsSince { date, band } => {
            let at = at.key("years_since");
            context.date(date, &at.key("date"));
            bands(context, band, &at.key("band"));
        }
        Earn::Answer { question, option } => {
            answer(context, (question, option), &at.key("answer"));
        }
        Earn::Highest(several) => {
            let at = at.key("highest");
            at_least_one(context, Thing::PointStep, several.len(), &at);
            for (index, one) in several.iter().enumerate() {
                self::earn(context, one, &at.index(index));
            }
        }
    }
}

/// The first band that fits is taken, so a lower one before a higher would hide it.
fn bands(context: &mut Context<'_>, bands: &[Band], at: &Spot<'_>) {
    at_least_one(context, Thing::PointStep, bands.len(), at);
    let mut above: Option<u32> = None;
    for (index, band) in bands.iter().enumerate() {
        let at = at.index(index);
        points(context, band.points, &at.key("points"));
        within(context, band.at_least, (0, MOST_YEARS), &at.key("at_least"));
        if let Some(above) = above.filter(|above| *above <= band.at_least) {
            context.fault(
                &at.key("at_least"),
                FaultKind::Disordered {
                    first: format!("the band from {above} years"),
                    then: format!("the higher one from {}", band.at_least),
                },
            );
        }
        above = Some(band.at_least);
    }
}

fn answer<'a>(context: &mut Context<'a>, earn: (&str, &'a [OptionPoints]), at: &Spot<'_>) {
    let (question, options) = earn;
    let question = context.question(question, &at.key("question"));
    let at = at.key("option");
    at_least_one(context, Thing::PointStep, options.len(), &at);
    for (index, option) in options.iter().enumerate() {
        let at = at.index(index);
        points(context, option.points, &at.key("points"));
        if let Some(question) = question {
            let subject = Subject::of_question(question, context);
            tests_on_answers::check(context, &option.test, &subject, &at.key("test"));
        }
    }
}

fn records<'a>(context: &mut Context<'a>, earn: &'a RecordsEarn, at: &Spot<'_>) {
    at_least_one(
        context,
        Thing::PointStep,
        earn.points.len(),
        &at.key("points"),
    );
    let list = context.list(&earn.list, &at.key("list"));
    let factor = earn.factor.as_ref().and_then(|id| {
        context
            .factors
            .resolve(id, &at.key("factor"), &mut context.faults)
    });
    for (index, step) in earn.points.iter().enumerate() {
        let steps = at.key("points");
        let at = steps.index(index);
        points(context, step.points, &at.key("points"));
        for coefficient in factor.into_iter().flat_map(|factor| &factor.step) {
            hundredths(
                context,
                step.points,
                Some(coefficient.factor),
                &at.key("points"),
            );
        }
    }
    for (index, part) in earn.part_cap.iter().enumerate() {
        points(
            context,
            part.cap,
            &at.key("part_cap").index(index).key("cap"),
        );
    }
    let Some(list) = list else { return };
    let records = Records::all(list).filtered(context, &earn.r#where, &at.key("where"));
    of_records(context, earn, &records, at);
    if let Some(factor) = factor {
        fits(context, factor, &records, &at.key("factor"));
    }
}

/// What is said of the records that a row is about.
fn of_records<'a>(
    context: &mut Context<'a>,
    earn: &'a RecordsEarn,
    records: &Records<'a>,
    at: &Spot<'_>,
) {
    for (index, step) in earn.points.iter().enumerate() {
        let steps = at.key("points");
        records.filtered(context, &step.r#where, &steps.index(index).key("where"));
    }
    for (index, part) in earn.part_cap.iter().enumerate() {
        let parts = at.key("part_cap");
        records.filtered(context, &part.r#where, &parts.index(index).key("where"));
    }
    if let Some(field) = &earn.best_per {
        records.fields(context, field, &at.key("best_per"));
    }
}

/// A coefficient fits the records of a row that uses it.
fn fits<'a>(context: &mut Context<'a>, factor: &'a Factor, records: &Records<'a>, at: &Spot<'_>) {
    let Some(score) = &context.book.score else {
        return;
    };
    let index = score
        .factor
        .iter()
        .position(|other| other.id == factor.id)
        .unwrap_or(0);
    let top = Spot::Top;
    let (in_score, steps) = (top.key("score"), "factor");
    let factors = in_score.key(steps);
    let factor_at = factors.index(index);
    for field in records.fields(context, &factor.field, at) {
        let subject = Subject::of_field(field, context);
        let steps = factor_at.key("step");
        for (index, step) in factor.step.iter().enumerate() {
            let at = steps.index(index);
            tests_on_answers::check(context, &step.test, &subject, &at.key("test"));
        }
    }
}

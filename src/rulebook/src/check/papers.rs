//! Materials, statements, steps, notices and targets.

use json::Decimal;

use super::context::Context;
use super::identity::{at_least_one, within};
use super::names::{Names, among};
use super::rules;
use super::spot::Spot;
use super::{FaultKind, Thing};
use crate::{Material, Period, Step, Target, TargetPaper};

/// The longest period in working days.
const MOST_DAYS: u32 = 250;
/// The largest file or package that is spoken of, in bytes: one tebibyte.
const MOST_FILE_BYTES: u64 = 1 << 40;

/// Finds what is wrong with papers and with the procedure.
pub(crate) fn check(context: &mut Context<'_>) {
    ids(context);
    let book = context.book;
    let top = Spot::Top;
    for (index, material) in book.material.iter().enumerate() {
        self::material(context, material, &top.key("material").index(index));
    }
    for (index, step) in book.step.iter().enumerate() {
        self::step(context, step, &top.key("step").index(index));
    }
    for (index, notice) in book.notice.iter().enumerate() {
        let notices = top.key("notice");
        let at = notices.index(index);
        if let Some(level) = &notice.level {
            context
                .levels
                .resolve(level, &at.key("level"), &mut context.faults);
        }
        let levels = context.levels_of(notice.level.as_slice());
        rules::check(context, &notice.when, &levels, &at.key("when"));
    }
    for (index, target) in book.target.iter().enumerate() {
        self::target(context, target, &top.key("target").index(index));
    }
}

fn ids(context: &mut Context<'_>) {
    let book = context.book;
    let top = Spot::Top;
    let faults = &mut context.faults;
    let ids = book.material.iter().map(|entry| entry.id.as_str());
    Names::new(Thing::Material, ids.collect(), &top.key("material"), faults);
    let ids = book.statement.iter().map(|entry| entry.id.as_str());
    Names::new(
        Thing::Statement,
        ids.collect(),
        &top.key("statement"),
        faults,
    );
    let ids = book.step.iter().map(|entry| entry.id.as_str());
    Names::new(Thing::Step, ids.collect(), &top.key("step"), faults);
    let ids = book.notice.iter().map(|entry| entry.id.as_str());
    Names::new(Thing::Notice, ids.collect(), &top.key("notice"), faults);
    let ids = book.target.iter().map(|entry| entry.id.as_str());
    Names::new(Thing::Target, ids.collect(), &top.key("target"), faults);
}

fn material<'a>(context: &mut Context<'a>, material: &'a Material, at: &Spot<'_>) {
    // The id names a folder of the package.
    let folder = !material.id.contains('.');
    context
        .faults
        .need(folder, &at.key("id"), || FaultKind::NotOfForm {
            found: material.id.chars().take(64).collect(),
            form: "letters, digits, `_` and `-` only: it names a folder of the package",
        });
    context.levels(&material.level, at);
    if let Some(when) = &material.when {
        let levels = context.levels_of(&material.level);
        rules::check(context, when, &levels, &at.key("when"));
    }
    let Some(list) = &material.list else { return };
    let at = at.key("list");
    let evidence = context.list(list, &at).is_none_or(|list| list.evidence);
    context.faults.need(evidence, &at, || FaultKind::Needed {
        key: "evidence = true",
        by: "in a list whose records carry a material",
    });
}

fn step(context: &mut Context<'_>, step: &Step, at: &Spot<'_>) {
    context.levels(&step.level, at);
    if let Some(period) = step.period {
        let (Period::AtLeast(days) | Period::Ahead(days)) = period;
        within(context, days, (1, MOST_DAYS), &at.key("period"));
    }
    if step.path.is_empty() {
        return;
    }
    let question = context.book.roles.review_path.as_ref();
    let question = question.and_then(|id| context.questions.get(id));
    let choices = question.and_then(|question| context.choices(&question.kind));
    let Some(choices) = choices else {
        let by = "among the roles, with choices, by a step of some review paths";
        return context.fault(
            &at.key("path"),
            FaultKind::Needed {
                key: "review_path",
                by,
            },
        );
    };
    for (index, path) in step.path.iter().enumerate() {
        let paths = at.key("path");
        among(
            Thing::Choice,
            path,
            &choices,
            (&paths.index(index), &mut context.faults),
        );
    }
}

fn target(context: &mut Context<'_>, target: &Target, at: &Spot<'_>) {
    bytes(context, target.max_file_bytes, &at.key("max_file_bytes"));
    bytes(context, target.max_total_bytes, &at.key("max_total_bytes"));
    let sound = target.max_file_bytes <= target.max_total_bytes;
    context.faults.need(sound, &at.key("max_total_bytes"), || {
        FaultKind::Disordered {
            first: format!("all files together, {}", target.max_total_bytes),
            then: format!("one file, {}", target.max_file_bytes),
        }
    });
    within(
        context,
        target.max_name_characters,
        (8, 1_000),
        &at.key("max_name_characters"),
    );
    if let Some(most) = target.max_files {
        within(context, most, (1, 9_900), &at.key("max_files"));
    }
    if let Some(forbidden) = &target.forbidden {
        let sound = !forbidden.is_empty() && !forbidden.contains(char::is_control);
        let at = at.key("forbidden");
        context.faults.need(sound, &at, || FaultKind::NotOfForm {
            found: forbidden.chars().take(64).collect(),
            form: "the characters that no name may have, one after the other",
        });
    }
    endings(context, &target.endings, at);
    for (index, paper) in target.paper.iter().enumerate() {
        let papers = at.key("paper");
        self::paper(context, paper, &papers.index(index));
    }
}

/// What a target asks of one paper.
fn paper(context: &mut Context<'_>, paper: &TargetPaper, at: &Spot<'_>) {
    let book = context.book;
    let ids: Vec<&str> = book
        .material
        .iter()
        .map(|entry| entry.id.as_str())
        .collect();
    let named = (&at.key("material"), &mut context.faults);
    among(Thing::Material, &paper.material, &ids, named);
    bytes(context, paper.max_file_bytes, &at.key("max_file_bytes"));
    endings(context, &paper.endings, at);
}

fn endings(context: &mut Context<'_>, endings: &[String], at: &Spot<'_>) {
    at_least_one(context, Thing::Ending, endings.len(), &at.key("endings"));
    for (index, ending) in endings.iter().enumerate() {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit();
        let sound = ending.chars().all(plain) && ending.len() <= 16;
        context
            .faults
            .need(sound, &at.key("endings").index(index), || {
                FaultKind::NotOfForm {
                    found: ending.chars().take(64).collect(),
                    form: "small letters and digits, without the dot",
                }
            });
    }
}

fn bytes(context: &mut Context<'_>, found: u64, at: &Spot<'_>) {
    let whole = |number: u64| i64::try_from(number).ok().and_then(Decimal::from_int);
    let most = Decimal::from_millionths(i64::MAX);
    context
        .faults
        .need((1..=MOST_FILE_BYTES).contains(&found), at, || {
            FaultKind::OutOfRange {
                found: whole(found).unwrap_or(most),
                least: Decimal::from(1),
                most: whole(MOST_FILE_BYTES).unwrap_or(most),
            }
        });
}

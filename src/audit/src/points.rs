//! Points that nobody can earn, caps that never bind, a line beyond reach.

use dossier::{Answer, Dossier};
use json::{Decimal, Path, Step};
use rulebook::{Earn, RecordsEarn, Row};

use crate::branch::Branch;
use crate::complaint::{Complaint, ComplaintKind, Matter};
use crate::days::Known;
use crate::score::{self, Cell, Most};
use crate::values;
use crate::witness;
use crate::world::World;

/// A full life: nobody has more years of anything.
const LIFE: u32 = 100;

/// Looks at the score table.
pub(crate) fn check(world: &World<'_>) -> Vec<Complaint> {
    let Some(table) = &world.book.score else {
        return Vec::new();
    };
    let mut complaints = Vec::new();
    for (place, row) in table.row.iter().enumerate() {
        let path = in_score("row", place);
        earn(
            world,
            (row, &row.earn),
            &path.join(key("earn")),
            &mut complaints,
        );
        cap(world, row, &path, &mut complaints);
    }
    for (place, block) in table.block.iter().enumerate() {
        let rows = table.row.iter().filter(|row| row.block == block.id);
        let most = rows.fold(Most::Points(0), |sum, row| {
            sum.plus(score::of_row(world, row, None))
        });
        let path = in_score("block", place).join(key("cap"));
        let bound = block.cap.hundredths();
        complaints.extend(bound.and_then(|cap| never_binds(world, (&block.id, path), most, cap)));
    }
    complaints.extend(line(world, table.line));
    complaints
}

fn key(key: &str) -> Step {
    Step::Key(key.to_owned())
}

fn in_score(list: &str, place: usize) -> Path {
    Path(vec![key("score"), key(list), Step::Index(place)])
}

fn cap(world: &World<'_>, row: &Row, path: &Path, complaints: &mut Vec<Complaint>) {
    if let Some(cap) = row.cap.and_then(Decimal::hundredths) {
        let most = score::most(world, &row.earn, None);
        let path = path.join(key("cap"));
        complaints.extend(never_binds(world, (&row.id, path), most, cap));
    }
}

fn never_binds(
    world: &World<'_>,
    (of, path): (&str, Path),
    most: Most,
    cap: i64,
) -> Option<Complaint> {
    match most {
        Most::Unknown => Some(undecided(path)),
        Most::Points(most) if most <= cap => {
            let of = of.to_owned();
            let kind = ComplaintKind::CapNeverBinds { of, most, cap };
            Some(Complaint::new(path, kind).shown(richest(world, None)))
        }
        Most::Points(_) | Most::Endless => None,
    }
}

fn undecided(path: Path) -> Complaint {
    let matter = Matter::Points;
    Complaint::new(path, ComplaintKind::Undecided { matter })
}

/// Somebody who earns as much as there is.
fn richest(world: &World<'_>, fixed: Option<(&str, &Answer)>) -> Option<Dossier> {
    let mut branch = Branch::root(world);
    branch.score = Some(true);
    if let Some((question, answer)) = fixed {
        branch.restrict(question, std::slice::from_ref(answer));
    }
    let level = world.book.level.first();
    witness::dossiers(world, level, &branch).into_iter().next()
}

/// The line, by category where the table looks at it.
fn line(world: &World<'_>, line: Decimal) -> Vec<Complaint> {
    let path = Path(vec![key("score"), key("line")]);
    let Some(line) = line.hundredths() else {
        return Vec::new();
    };
    let tell = |category: Option<String>, most: Most, dossier| {
        let path = path.clone();
        match most {
            Most::Unknown => Some(undecided(path)),
            Most::Points(most) if most < line => {
                let kind = ComplaintKind::LineUnreachable {
                    category,
                    most,
                    line,
                };
                Some(Complaint::new(path, kind).shown(dossier))
            }
            Most::Points(_) | Most::Endless => None,
        }
    };
    let whole = tell(None, score::total(world, None), richest(world, None));
    let question = world.book.roles.category.as_deref();
    match (whole, question) {
        (None, Some(question)) => {
            let categories = world.book.category.iter().filter_map(|category| {
                let answer = Answer::Text(category.id.clone());
                let fixed = Some((question, &answer));
                let most = score::total(world, fixed);
                tell(Some(category.id.clone()), most, richest(world, fixed))
            });
            categories.collect()
        }
        (whole, _) => whole.into_iter().collect(),
    }
}

fn earn(
    world: &World<'_>,
    (row, earn_of): (&Row, &Earn),
    path: &Path,
    complaints: &mut Vec<Complaint>,
) {
    let unearned = |path: Path, dossier| {
        let row = row.id.clone();
        Complaint::new(path, ComplaintKind::PointsUnearned { row }).shown(dossier)
    };
    match earn_of {
        Earn::Records(records) => {
            let path = path.join(key("records"));
            let Some(cells) = score::cells(world, records) else {
                return complaints.push(undecided(path));
            };
            for (place, _) in records.points.iter().enumerate() {
                if is_earned(records, &cells, place) {
                    continue;
                }
                let path = path.join(key("points")).join(Step::Index(place));
                let dossier = shadowed(world, records, (&cells, place));
                complaints.push(unearned(path, dossier));
            }
            part_caps(world, (row, records, &cells), &path, complaints);
        }
        Earn::YearsSince { date, band } => {
            let path = path.join(key("years_since")).join(key("band"));
            for (place, own) in band.iter().enumerate() {
                let mut before = band.iter().take(place);
                let shadowed = before.any(|other| other.at_least <= own.at_least);
                if own.points > Decimal::from(0)
                    && (shadowed || is_beyond(world, date, own.at_least))
                {
                    complaints.push(unearned(path.join(Step::Index(place)), None));
                }
            }
        }
        Earn::Answer { question, option } => {
            let path = path.join(key("answer")).join(key("option"));
            for (place, own) in option.iter().enumerate() {
                if own.points > Decimal::from(0) && !is_given(world, question, (earn_of, place)) {
                    complaints.push(unearned(path.join(Step::Index(place)), None));
                }
            }
        }
        Earn::Highest(parts) => {
            for (place, part) in parts.iter().enumerate() {
                let path = path.join(key("highest")).join(Step::Index(place));
                earn(world, (row, part), &path, complaints);
            }
        }
    }
}

/// Whether some record earns by a step; a step of no points is there to earn none.
fn is_earned(records: &RecordsEarn, cells: &[Cell], place: usize) -> bool {
    let step = records.points.get(place);
    let points = step.and_then(|step| step.points.hundredths()).unwrap_or(0);
    let mut cells = cells.iter();
    points <= 0 || cells.any(|cell| cell.fits.first() == Some(&place) && cell.points > 0)
}

/// Somebody with a record that a step is about, and that earns otherwise.
fn shadowed(world: &World<'_>, records: &RecordsEarn, of: (&[Cell], usize)) -> Option<Dossier> {
    let (cells, place) = of;
    let cell = cells.iter().find(|cell| cell.fits.contains(&place))?;
    let mut branch = Branch::root(world);
    let list = world.list(&records.list)?;
    branch.needs.push((score::as_scope(list, &cell.block), 1));
    let level = world.book.level.first();
    witness::dossiers(world, level, &branch).into_iter().next()
}

fn part_caps(
    world: &World<'_>,
    (row, records, cells): (&Row, &RecordsEarn, &[Cell]),
    path: &Path,
    complaints: &mut Vec<Complaint>,
) {
    for (place, cap) in records.part_cap.iter().enumerate() {
        let (Some((_, pick)), Some(bound)) = (
            world.pick(&records.list, &cap.r#where),
            cap.cap.hundredths(),
        ) else {
            continue;
        };
        let inside = cells.iter().filter(|cell| score::may(&cell.block, &pick));
        let best = inside.map(|cell| cell.points).max().unwrap_or(0);
        let endless = records.take == rulebook::Take::All && best > 0;
        let most = if endless {
            Most::Endless
        } else {
            Most::Points(best)
        };
        let path = path.join(key("part_cap")).join(Step::Index(place));
        complaints.extend(never_binds(world, (&row.id, path), most, bound));
    }
}

/// Whether no day lies so far back.
fn is_beyond(world: &World<'_>, date: &str, years: u32) -> bool {
    match world.days.known(date) {
        Some(Known::Day(day)) => day > world.days.latest_for(years),
        _ => years > LIFE,
    }
}

/// Whether some answer earns by an option.
fn is_given(world: &World<'_>, question: &str, (earn, place): (&Earn, usize)) -> bool {
    let (Earn::Answer { option, .. }, Some(def)) = (earn, world.question(question)) else {
        return true;
    };
    let answers = world.answers_where(question, |answer| {
        let first = option.iter().position(|option| {
            let asked = (&option.test, answer, &def.kind);
            values::passes((world.book, &world.days), asked) != Some(false)
        });
        first == Some(place)
    });
    !answers.is_empty()
}

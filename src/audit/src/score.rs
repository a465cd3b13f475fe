//! What rows of a score table can give: which steps earn, and the most there is.

use dossier::Answer;
use json::Decimal;
use rulebook::{Earn, Factor, RecordsEarn, Row, Take};

use crate::boxes::Block;
use crate::branch::Scope;
use crate::lists::{FieldTable, Mask, Pick, Space};
use crate::values;
use crate::world::World;

/// The most sorts of records of a row that are told apart.
const MOST_CELLS: usize = 50_000;

/// Records of one sort: the same for every test of a row.
pub(crate) struct Cell {
    pub(crate) block: Block,
    /// The steps that fit; the first one earns.
    pub(crate) fits: Vec<usize>,
    /// Hundredths of points, after the coefficient.
    pub(crate) points: i64,
}

/// Every sort of record that a row is about; none when there are too many to tell apart.
pub(crate) fn cells(world: &World<'_>, earn: &RecordsEarn) -> Option<Vec<Cell>> {
    let (list, whole) = world.pick(&earn.list, &earn.r#where)?;
    let pick = |filter| world.pick(&earn.list, filter).map(|(_, pick)| pick);
    let steps: Option<Vec<Pick>> = earn.points.iter().map(|step| pick(&step.r#where)).collect();
    let steps = steps?;
    let caps: Option<Vec<Pick>> = earn.part_cap.iter().map(|cap| pick(&cap.r#where)).collect();
    let told: Vec<&Pick> = steps
        .iter()
        .chain(caps.iter().flatten())
        .chain([&whole])
        .collect();
    let table = world.lists.get(list)?;
    let factor = earn.factor.as_ref().and_then(|id| factor(world, id));
    let mut cells = Vec::new();
    for (place, kind) in table.kinds.iter().enumerate() {
        if whole.kinds.get(place).is_none_or(Option::is_none) {
            continue;
        }
        let fields = kind.fields.iter().enumerate();
        let split: Vec<bool> = fields
            .map(|(field, own)| {
                let is_factor = factor.is_some_and(|factor| factor.field == own.field.id);
                is_factor || told.iter().any(|pick| is_told(pick, (place, field)))
            })
            .collect();
        for masks in product(world, (list, place), &split)? {
            let block = Block { kind: place, masks };
            let refused = world.refused.iter();
            let mut refused = refused.filter(|(other, _)| *other == list);
            if !may(&block, &whole) || refused.any(|(_, pick)| block.is_in(pick)) {
                continue;
            }
            let fits = steps
                .iter()
                .enumerate()
                .filter(|(_, step)| may(&block, step));
            let fits: Vec<usize> = fits.map(|(place, _)| place).collect();
            let step = fits.first().and_then(|step| earn.points.get(*step));
            let points = step.and_then(|step| step.points.hundredths()).unwrap_or(0);
            let times = factor.map_or(100, |factor| times(world, factor, (&kind.fields, &block)));
            let points = points.saturating_mul(times) / 100;
            cells.push(Cell {
                block,
                fits,
                points,
            });
        }
    }
    Some(cells)
}

fn is_told(pick: &Pick, (kind, field): (usize, usize)) -> bool {
    let space = pick.kinds.get(kind).and_then(Option::as_ref);
    let mask = space.and_then(|space| space.may.get(field));
    mask.is_some_and(|mask| *mask != Mask::MAX)
}

/// Whether these records may be meant.
pub(crate) fn may(block: &Block, pick: &Pick) -> bool {
    let Some(Some(space)) = pick.kinds.get(block.kind) else {
        return false;
    };
    let mut pairs = block.masks.iter().zip(&space.may);
    pairs.all(|(own, other)| own & other != 0)
}

/// Masks by field for every combination of answers in the fields that are split.
fn product(
    world: &World<'_>,
    (list, kind): (usize, usize),
    split: &[bool],
) -> Option<Vec<Vec<Mask>>> {
    let mut found = vec![Vec::new()];
    for (field, split) in split.iter().enumerate() {
        let full = world.full(list, kind, field);
        let bits = (0..Mask::BITS)
            .map(|bit| 1 << bit)
            .filter(|bit| full & bit != 0);
        let choices: Vec<Mask> = if *split { bits.collect() } else { vec![full] };
        let longer = found.iter().flat_map(|masks: &Vec<Mask>| {
            choices.iter().map(move |mask| {
                let mut masks = masks.clone();
                masks.push(*mask);
                masks
            })
        });
        found = longer.collect();
        if found.len() > MOST_CELLS {
            return None;
        }
    }
    Some(found)
}

fn factor<'a>(world: &World<'a>, id: &str) -> Option<&'a Factor> {
    let score = world.book.score.as_ref()?;
    score.factor.iter().find(|factor| factor.id == id)
}

/// The coefficient in hundredths.
fn times(world: &World<'_>, factor: &Factor, (fields, block): (&[FieldTable<'_>], &Block)) -> i64 {
    let mut pairs = fields.iter().zip(&block.masks);
    let found = pairs.find(|(own, _)| own.field.id == factor.field);
    let Some((own, answer)) = found.and_then(|(own, mask)| Some((own, own.first(*mask)?))) else {
        return 0;
    };
    let mut steps = factor.step.iter();
    let step = steps.find(|step| {
        let asked = (&step.test, answer, &own.field.kind);
        values::passes((world.book, &world.days), asked) == Some(true)
    });
    step.and_then(|step| step.factor.hundredths()).unwrap_or(0)
}

/// The most that something gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Most {
    /// So many hundredths of points.
    Points(i64),
    /// Nothing bounds it.
    Endless,
    /// There are too many sorts of records to tell.
    Unknown,
}

impl Most {
    /// The most of both together.
    fn join(self, other: Self, join: fn(i64, i64) -> i64) -> Self {
        match (self, other) {
            (Self::Unknown, _) | (_, Self::Unknown) => Self::Unknown,
            (Self::Endless, _) | (_, Self::Endless) => Self::Endless,
            (Self::Points(a), Self::Points(b)) => Self::Points(join(a, b)),
        }
    }

    /// One added to the other.
    pub(crate) fn plus(self, other: Self) -> Self {
        self.join(other, i64::saturating_add)
    }

    /// No more than a cap.
    pub(crate) fn cut(self, cap: Option<i64>) -> Self {
        match (self, cap) {
            (Self::Points(most), Some(cap)) => Self::Points(most.min(cap)),
            (Self::Endless, Some(cap)) => Self::Points(cap),
            (most, _) => most,
        }
    }
}

/// The most that a way of earning can give before the row's cap.
pub(crate) fn most(world: &World<'_>, earn: &Earn, fixed: Fixed<'_>) -> Most {
    match earn {
        Earn::Records(records) => of_records(world, records).unwrap_or(Most::Unknown),
        Earn::YearsSince { band, .. } => {
            let points = band.iter().filter_map(|band| band.points.hundredths());
            Most::Points(points.max().unwrap_or(0).max(0))
        }
        Earn::Answer { question, .. } => {
            let answers = world.answers.get(question.as_str()).into_iter().flatten();
            let fits = |answer: &&Answer| {
                fixed.is_none_or(|(id, fixed)| id != question || fixed == *answer)
            };
            let points = answers
                .filter(fits)
                .map(|answer| worth(world, earn, answer));
            Most::Points(points.max().unwrap_or(0).max(0))
        }
        Earn::Highest(parts) => parts.iter().fold(Most::Points(0), |highest, part| {
            highest.join(most(world, part, fixed), i64::max)
        }),
    }
}

/// The most that records earn; none when their sorts cannot be told apart.
fn of_records(world: &World<'_>, records: &RecordsEarn) -> Option<Most> {
    let cells = cells(world, records)?;
    let best = cells.iter().map(|cell| cell.points).max().unwrap_or(0);
    if records.take == Take::Best || best == 0 {
        return Some(Most::Points(best));
    }
    let mut sum = 0_i64;
    let mut free: Vec<&Cell> = cells.iter().filter(|cell| cell.points > 0).collect();
    for cap in &records.part_cap {
        let (_, pick) = world.pick(&records.list, &cap.r#where)?;
        let before = free.len();
        free.retain(|cell| !may(&cell.block, &pick));
        if free.len() < before {
            sum = sum.saturating_add(cap.cap.hundredths()?);
        }
    }
    Some(if free.is_empty() {
        Most::Points(sum)
    } else {
        Most::Endless
    })
}

/// What an answer earns by itself, in hundredths.
fn worth(world: &World<'_>, earn: &Earn, answer: &Answer) -> i64 {
    let Earn::Answer { question, option } = earn else {
        return 0;
    };
    let Some(def) = world.question(question) else {
        return 0;
    };
    let step = option.iter().find(|option| {
        let asked = (&option.test, answer, &def.kind);
        values::passes((world.book, &world.days), asked) != Some(false)
    });
    step.and_then(|option| option.points.hundredths())
        .unwrap_or(0)
}

/// An answer that is fixed, by its question.
pub(crate) type Fixed<'f> = Option<(&'f str, &'f Answer)>;

/// The most that the table can give, with an answer fixed.
pub(crate) fn total(world: &World<'_>, fixed: Fixed<'_>) -> Most {
    let Some(score) = &world.book.score else {
        return Most::Points(0);
    };
    let mut total = Most::Points(0);
    for block in &score.block {
        let rows = score.row.iter().filter(|row| row.block == block.id);
        let sum = rows.fold(Most::Points(0), |sum, row| {
            sum.plus(of_row(world, row, fixed))
        });
        total = total.plus(sum.cut(block.cap.hundredths()));
    }
    total
}

/// The most that a row gives.
pub(crate) fn of_row(world: &World<'_>, row: &Row, fixed: Fixed<'_>) -> Most {
    let cap = row.cap.and_then(Decimal::hundredths);
    most(world, &row.earn, fixed).cut(cap)
}

/// The records that earn most in a row: list, what they are like, hundredths of points each.
pub(crate) fn best(world: &World<'_>, earn: &Earn) -> Option<(usize, Block, i64)> {
    match earn {
        Earn::Records(records) => {
            let list = world.list(&records.list)?;
            let best = cells(world, records)?
                .into_iter()
                .max_by_key(|cell| cell.points)?;
            (best.points > 0).then_some((list, best.block, best.points))
        }
        Earn::Highest(parts) => parts.iter().find_map(|part| best(world, part)),
        Earn::YearsSince { .. } | Earn::Answer { .. } => None,
    }
}

/// The answer to a question that earns most in any row; none when no row asks for it.
pub(crate) fn answer(world: &World<'_>, question: &str) -> Option<Answer> {
    let score = world.book.score.as_ref()?;
    let mut found = None;
    for row in &score.row {
        crate::walk::earns(&row.earn, &mut |earn| {
            if matches!(earn, Earn::Answer { question: own, .. } if own == question) {
                found = Some(earn);
            }
        });
    }
    let earn = found?;
    let answers = world.answers.get(question)?.iter();
    answers
        .max_by_key(|answer| worth(world, earn, answer))
        .cloned()
}

/// A block as records to add.
pub(crate) fn as_scope(list: usize, block: &Block) -> Scope {
    let space = Space {
        may: block.masks.clone(),
        sure: block.masks.clone(),
    };
    let mut kinds = vec![None; block.kind];
    kinds.push(Some(space));
    Scope {
        list,
        window: None,
        pick: Pick { kinds },
    }
}

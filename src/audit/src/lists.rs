//! Records that stand for all others, as boxes: by kind and field, which answers are meant.

use dossier::Answer;
use rulebook::{Book, Field, Filter, Kind, RecordList, Test};

use crate::days::Days;
use crate::values::{self, Asked};
use crate::walk;

/// Which of the answers that stand for all others are meant, a bit each.
pub(crate) type Mask = u128;

/// A list with the answers that its fields may hold.
pub(crate) struct ListTable<'a> {
    pub(crate) list: &'a RecordList,
    /// By kind; one entry when the list has no kinds.
    pub(crate) kinds: Vec<KindTable<'a>>,
}

/// A kind of record with the answers that its fields may hold.
pub(crate) struct KindTable<'a> {
    pub(crate) kind: Option<&'a Kind>,
    pub(crate) fields: Vec<FieldTable<'a>>,
}

/// A field with the answers that stand for all others.
pub(crate) struct FieldTable<'a> {
    pub(crate) field: &'a Field,
    pub(crate) samples: Vec<Answer>,
}

impl FieldTable<'_> {
    /// The answers that pass.
    pub(crate) fn mask(&self, passes: impl Fn(&Answer) -> bool) -> Mask {
        let samples = self.samples.iter().enumerate();
        let passing = samples.filter(|(_, answer)| passes(answer));
        passing.fold(0, |mask, (place, _)| mask | (1 << place))
    }

    /// The first answer of a mask.
    pub(crate) fn first(&self, mask: Mask) -> Option<&Answer> {
        let place = usize::try_from(mask.trailing_zeros()).ok()?;
        self.samples.get(place)
    }
}

impl<'a> ListTable<'a> {
    /// The table of a list; whether every answer found a place in it.
    pub(crate) fn new(book: &'a Book, days: &Days<'_>, list: &'a RecordList) -> (Self, bool) {
        let mut tests: Vec<(&str, &Test)> = Vec::new();
        walk::filters(book, &mut |id, filter| {
            if id == list.id {
                tests.extend(filter.iter().map(|(field, test)| (field.as_str(), test)));
            }
        });
        let mut whole = true;
        let mut table = |kind: Option<&'a Kind>| {
            let own = kind.into_iter().flat_map(|kind| &kind.field);
            let fields = list.field.iter().chain(own).map(|field| {
                let of_field = tests.iter().filter(|(id, _)| *id == field.id);
                let asked = Asked {
                    kind: &field.kind,
                    none: field.none.is_some(),
                    tests: of_field.map(|(_, test)| *test).collect(),
                };
                let (samples, fits) = values::samples(book, days, &asked);
                whole &= fits;
                FieldTable { field, samples }
            });
            let fields = fields.collect();
            KindTable { kind, fields }
        };
        let kinds = if list.kind.is_empty() {
            vec![table(None)]
        } else {
            list.kind.iter().map(|kind| table(Some(kind))).collect()
        };
        (Self { list, kinds }, whole)
    }

    /// The records that pass a filter.
    pub(crate) fn pick(&self, (book, days): (&Book, &Days<'_>), filter: &Filter) -> Pick {
        let kinds = self.kinds.iter().map(|table| {
            let mut held = Vec::new();
            for field in &table.fields {
                let mut masks = (Mask::MAX, Mask::MAX);
                if let Some(test) = filter.get(&field.field.id) {
                    let passes = |answer: &Answer| {
                        values::passes((book, days), (test, answer, &field.field.kind))
                    };
                    masks.0 = field.mask(|answer| passes(answer) != Some(false));
                    masks.1 = field.mask(|answer| passes(answer) == Some(true));
                }
                held.push(masks);
            }
            let known = |id: &String| {
                let is_kind = self.list.kind_field.as_ref() == Some(id);
                is_kind || table.fields.iter().any(|field| field.field.id == *id)
            };
            let meant = filter.keys().all(known) && self.is_meant(table, filter);
            meant.then(|| Space {
                may: held.iter().map(|masks| masks.0).collect(),
                sure: held.iter().map(|masks| masks.1).collect(),
            })
        });
        Pick {
            kinds: kinds.collect(),
        }
    }

    fn is_meant(&self, table: &KindTable<'_>, filter: &Filter) -> bool {
        let Some((field, kind)) = self.list.kind_field.as_ref().zip(table.kind) else {
            return true;
        };
        let Some(test) = filter.get(field) else {
            return true;
        };
        let is = |value: &rulebook::Scalar| *value == rulebook::Scalar::Choice(kind.id.clone());
        test.is.as_ref().is_none_or(is) && test.one_of.as_ref().is_none_or(|all| all.iter().any(is))
    }

    /// The same records, further narrowed to answers of one field.
    pub(crate) fn narrowed(
        &self,
        mut pick: Pick,
        field: &str,
        passes: impl Fn(&Answer) -> bool,
    ) -> Pick {
        for (table, space) in self.kinds.iter().zip(&mut pick.kinds) {
            let place = table.fields.iter().position(|own| own.field.id == field);
            let found = place.and_then(|place| Some((place, table.fields.get(place)?)));
            let (Some(kept), Some((place, field))) = (space.as_mut(), found) else {
                *space = None;
                continue;
            };
            let mask = field.mask(&passes);
            for masks in [&mut kept.may, &mut kept.sure] {
                if let Some(own) = masks.get_mut(place) {
                    *own &= mask;
                }
            }
        }
        pick
    }
}

/// Records of a list, by kind.
#[derive(Clone, Debug)]
pub(crate) struct Pick {
    pub(crate) kinds: Vec<Option<Space>>,
}

/// Records of one kind: by field, the answers that may pass and those that pass for sure.
#[derive(Clone, Debug)]
pub(crate) struct Space {
    pub(crate) may: Vec<Mask>,
    pub(crate) sure: Vec<Mask>,
}

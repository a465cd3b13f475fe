//! The answers of a record, shared by all dossiers in which they are the same.

use std::collections::BTreeMap;
use std::collections::btree_map::Iter;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use crate::Answer;

/// Answers by field. A copy shares them until one of the two is changed, so that a dossier of very
/// many records costs little to copy and to compare.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields(Arc<BTreeMap<String, Answer>>);

impl Fields {
    /// Whether these are the same answers in the same place: equal without a look at any.
    pub fn is_shared_with(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for Fields {
    type Target = BTreeMap<String, Answer>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl DerefMut for Fields {
    fn deref_mut(&mut self) -> &mut Self::Target {
        Arc::make_mut(&mut self.0)
    }
}

impl From<BTreeMap<String, Answer>> for Fields {
    fn from(answers: BTreeMap<String, Answer>) -> Self {
        Self(Arc::new(answers))
    }
}

impl FromIterator<(String, Answer)> for Fields {
    fn from_iter<I: IntoIterator<Item = (String, Answer)>>(answers: I) -> Self {
        BTreeMap::from_iter(answers).into()
    }
}

impl<'a> IntoIterator for &'a Fields {
    type Item = (&'a String, &'a Answer);
    type IntoIter = Iter<'a, String, Answer>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_of_a_copy_leaves_the_other_as_it_was() {
        let mut one = Fields::default();
        one.insert("rank".to_owned(), Answer::YesNo(true));
        let mut other = one.clone();
        assert!(Arc::ptr_eq(&one.0, &other.0));
        other.insert("rank".to_owned(), Answer::None);
        assert_eq!(one.get("rank"), Some(&Answer::YesNo(true)));
        assert_eq!(other.get("rank"), Some(&Answer::None));
        assert_ne!(one, other);
    }
}

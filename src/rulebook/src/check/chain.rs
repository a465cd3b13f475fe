//! Entries that depend on one another: no circles, and no long chains.

use std::collections::{BTreeMap, BTreeSet};

/// The most clauses that refer to one another in a row, so that an engine may recurse.
pub(crate) const MOST_CHAINED: usize = 32;

/// What depends on what.
pub(crate) struct Graph<T> {
    uses: BTreeMap<T, BTreeSet<T>>,
}

impl<T: Copy + Ord> Graph<T> {
    /// Nothing depends on anything.
    pub(crate) fn new() -> Self {
        let uses = BTreeMap::new();
        Self { uses }
    }

    /// `user` depends on `foundation`.
    pub(crate) fn add(&mut self, user: T, foundation: T) {
        self.uses.entry(user).or_default().insert(foundation);
        self.uses.entry(foundation).or_default();
    }

    /// The longest chain, or a circle in the order of dependence.
    pub(crate) fn longest(&self) -> Result<usize, Vec<T>> {
        let mut left: BTreeMap<T, usize> = BTreeMap::new();
        for id in self.uses.values().flatten() {
            *left.entry(*id).or_default() += 1;
        }
        let unused = self
            .uses
            .keys()
            .copied()
            .filter(|id| !left.contains_key(id));
        let mut ready: Vec<(T, usize)> = unused.map(|id| (id, 1)).collect();
        let mut lengths: BTreeMap<T, usize> = BTreeMap::new();
        let (mut done, mut longest) = (0, 0);
        while let Some((id, length)) = ready.pop() {
            done += 1;
            longest = longest.max(length);
            for used in self.uses.get(&id).into_iter().flatten() {
                let known = lengths.entry(*used).or_default();
                *known = (*known).max(length + 1);
                let Some(rest) = left.get_mut(used) else {
                    continue;
                };
                *rest -= 1;
                if *rest == 0 {
                    ready.push((*used, *known));
                }
            }
        }
        if done == self.uses.len() {
            return Ok(longest);
        }
        let rest = left.into_iter().filter(|(_, rest)| *rest > 0);
        let mut open = BTreeSet::new();
        open.extend(rest.map(|(id, _)| id));
        Err(self.circle(&open))
    }

    /// A circle among entries each of which is used by another of them.
    fn circle(&self, open: &BTreeSet<T>) -> Vec<T> {
        let mut used_by: BTreeMap<T, T> = BTreeMap::new();
        for (user, used) in &self.uses {
            if open.contains(user) {
                used_by.extend(used.iter().map(|used| (*used, *user)));
            }
        }
        let mut way: Vec<T> = Vec::new();
        let mut next = self.uses.keys().copied().find(|id| open.contains(id));
        while let Some(id) = next {
            if let Some(start) = way.iter().position(|other| *other == id) {
                let mut circle = way.split_off(start);
                circle.push(id);
                circle.reverse();
                return circle;
            }
            way.push(id);
            next = used_by.get(&id).copied();
        }
        way
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn graph(edges: &[(&'static str, &'static str)]) -> Graph<&'static str> {
        let mut graph = Graph::new();
        for (user, used) in edges {
            graph.add(*user, *used);
        }
        graph
    }

    #[test]
    fn the_longest_chain_is_measured() {
        assert_eq!(graph(&[]).longest(), Ok(0));
        assert_eq!(
            graph(&[("a", "b"), ("b", "c"), ("a", "c")]).longest(),
            Ok(3)
        );
    }

    #[test]
    fn a_circle_is_named_in_order() {
        assert_eq!(graph(&[("a", "a")]).longest(), Err(vec!["a", "a"]));
        let circle = graph(&[("x", "a"), ("a", "b"), ("b", "c"), ("c", "a"), ("c", "z")]);
        let found = circle.longest().unwrap_err();
        assert_eq!(found.len(), 4);
        assert_eq!(found.first(), found.last());
        for (user, used) in found.iter().zip(&found[1..]) {
            assert!(
                circle.uses[user].contains(used),
                "{user} does not use {used}"
            );
        }
    }
}

//! Routes: their levels, what they require, ids unique within a level.

use super::context::Context;
use super::identity::at_least_one;
use super::names::usable;
use super::rules;
use super::spot::Spot;
use super::{FaultKind, Thing};
use crate::Route;

/// Finds what is wrong with routes.
pub(crate) fn check(context: &mut Context<'_>) {
    let book = context.book;
    let top = Spot::Top;
    let routes = top.key("route");
    for (index, route) in book.route.iter().enumerate() {
        let at = routes.index(index);
        usable(&route.id, &at, &mut context.faults);
        let level = route.level.as_str();
        // There are few routes.
        let mut earlier = book.route.iter().take(index);
        let same = |other: &Route| other.level == route.level && other.id == route.id;
        if let Some(first) = earlier.rposition(same) {
            let (what, id) = (Thing::Route, route.id.clone());
            let first = routes.index(first).path();
            context.fault(&at.key("id"), FaultKind::RepeatedId { what, id, first });
        }
        context
            .levels
            .resolve(level, &at.key("level"), &mut context.faults);
        at_least_one(
            context,
            Thing::Clause,
            route.requires.len(),
            &at.key("requires"),
        );
        for (index, clause) in route.requires.iter().enumerate() {
            rules::clause(context, clause, &[level], &at.key("requires").index(index));
        }
    }
    for (index, level) in book.level.iter().enumerate() {
        let none = !book.route.iter().any(|route| route.level == level.id);
        let at = top.key("level").index(index).path();
        if none {
            context
                .faults
                .add_at(|| at, || FaultKind::NoneGiven { what: Thing::Route });
        }
    }
}

//! What misconduct leads to, in years.

use rulebook::{Authority, Book, Rule};
use wording::ui::seal as words;
use yew::prelude::*;

use crate::state::use_app;
use crate::ui::AuthorityTag;

/// What misconduct leads to, computed for this season by the book's rule.
#[component]
pub(super) fn Consequences() -> Html {
    let app = use_app();
    let Some(ban) = ban(app.book()) else {
        return html! { <div></div> };
    };
    html! {
        <section class="notice notice--warning" aria-labelledby="consequences-title">
            <h2 id="consequences-title">{ words::CONSEQUENCES }</h2>
            <p>{ words::ban(app.season.year, ban.seasons) }</p>
            <AuthorityTag authority={ban.authority} locator={ban.locator} />
        </section>
    }
}

/// A ban as the book has it.
struct Ban {
    /// Further years.
    seasons: u32,
    authority: Authority,
    locator: String,
}

fn ban(book: &Book) -> Option<Ban> {
    book.clause.iter().find_map(|clause| {
        let seasons = clause.form.iter().find_map(|form| barred(&form.rule))?;
        Some(Ban {
            seasons,
            authority: clause.authority,
            locator: clause.locator.clone(),
        })
    })
}

fn barred(rule: &Rule) -> Option<u32> {
    match rule {
        Rule::Barred(ban) => Some(ban.seasons),
        Rule::Not(inner) => barred(inner),
        Rule::All(rules) | Rule::Any(rules) => rules.iter().find_map(barred),
        Rule::AtLeast(rule) => rule.of.iter().find_map(barred),
        _ => None,
    }
}

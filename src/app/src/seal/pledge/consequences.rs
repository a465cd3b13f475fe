//! What misconduct leads to, in years.

use rulebook::{Authority, Book, Rule};
use wording::ui::seal as words;
use yew::Html;

use crate::state::AppState;
use crate::ui::authority_tag;
use crate::ui::el::{classed, el};

/// What misconduct leads to, computed for this season by the book's rule.
pub(super) fn consequences(app: &AppState) -> Html {
    let Some(ban) = ban(app.book()) else {
        return el("div").html();
    };
    let title = el("h2").set("id", "consequences-title");
    classed("section", "notice notice--warning")
        .set("aria-labelledby", "consequences-title")
        .put(title.say(words::CONSEQUENCES).html())
        .put(
            el("p")
                .say(&words::ban(app.season.year, ban.seasons))
                .html(),
        )
        .put(authority_tag(ban.authority, &ban.locator))
        .html()
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

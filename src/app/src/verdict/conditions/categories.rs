//! How many conditions hold in each category.

use assess::{LevelLine, Verdict};
use rulebook::Part;
use wording::ui::verdict as words;
use yew::prelude::*;

use super::conditions;
use crate::state::AppState;
use crate::verdict::{explain, levels, target};

/// A table of the conditions that hold, by category, level and part.
pub(super) fn categories(app: &AppState) -> Html {
    let labels = explain(app).labels();
    let levels = levels(&app.assessment, target(app));
    let columns = columns(&levels, &app.book().part);
    html! {
        <div class="table-scroll" tabindex="0" role="group" aria-label={words::CATEGORIES}>
            <table class="table">
                <caption>{ words::CATEGORIES }</caption>
                <thead>
                    <tr>
                        <th scope="col" key="category">{ words::CATEGORY }</th>
                        for (level, part) in columns.iter() {
                            <th scope="col" key={format!("{} {}", level.id, part.id)}>
                                { words::part_column(&labels.level(&level.id), &part.label) }
                            </th>
                        }
                    </tr>
                </thead>
                <tbody>
                    for category in app.book().category.iter() {
                        <tr key={category.id.clone()}>
                            <th scope="row" key="category">{ &category.label }</th>
                            for (level, part) in columns.iter() {
                                <td key={format!("{} {}", level.id, part.id)}>
                                    { count(app, level, (&part.id, &category.id)) }
                                </td>
                            }
                        </tr>
                    }
                </tbody>
            </table>
        </div>
    }
}

fn columns<'a>(levels: &[&'a LevelLine], parts: &'a [Part]) -> Vec<(&'a LevelLine, &'a Part)> {
    let of_level = |level: &&'a LevelLine| {
        let level = *level;
        parts.iter().map(move |part| (level, part))
    };
    levels.iter().flat_map(of_level).collect()
}

fn count(app: &AppState, level: &LevelLine, (part, category): (&str, &str)) -> String {
    let of = |verdict: Verdict| {
        let conditions = conditions(app.book(), level, part, Some(category));
        conditions
            .filter(|line| line.conclusion.verdict == verdict)
            .count()
    };
    words::part_count(of(Verdict::Met), of(Verdict::Open))
}

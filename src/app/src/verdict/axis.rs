//! Years of service and windows on a time axis.

use assess::DayValue;
use chrono::{Datelike, NaiveDate};
use dossier::full_years_since;
use wording::ui::verdict as words;
use yew::Html;

use super::drawing::{Piece, length, picture, row, table};
use crate::state::AppState;
use crate::ui::details;
use crate::ui::el::all;

/// A stretch of time with its name and what it says.
struct Stretch {
    id: String,
    name: String,
    says: String,
    days: Option<(NaiveDate, NaiveDate)>,
    /// Full years to the cut-off day; windows have none.
    years: Option<u32>,
}

impl Stretch {
    /// Its row of the table.
    fn cells(&self) -> Vec<String> {
        let day = |day: Option<NaiveDate>| {
            day.map_or_else(|| words::axis_day(None, 0), wording::number::date)
        };
        let years = self.years.filter(|_| self.days.is_some());
        vec![
            self.name.clone(),
            day(self.days.map(|(from, _)| from)),
            day(self.days.map(|(_, to)| to)),
            years.map_or_else(|| words::NO_CAP.to_owned(), |years| years.to_string()),
        ]
    }
}

/// The derived days and the windows of the book, folded.
pub(super) fn axis(app: &AppState) -> Html {
    let stretches = stretches(app);
    let known = || stretches.iter().filter_map(|stretch| stretch.days);
    let first = known().map(|(from, _)| number(from)).min().unwrap_or(0);
    let last = known().map(|(_, to)| number(to)).max().unwrap_or(0);
    let whole = last.saturating_sub(first);
    let place = |day: NaiveDate| length(number(day).saturating_sub(first), whole);
    let mut rows = Vec::new();
    for stretch in &stretches {
        let pieces = stretch.days.map(|(from, to)| Piece {
            class: "chart__bar",
            from: place(from),
            to: place(to),
        });
        let pieces: Vec<Piece> = pieces.into_iter().collect();
        rows.push(row(&stretch.id, (&stretch.name, &stretch.says), &pieces));
    }
    let drawn = picture(("axis-chart", words::AXIS), rows, words::AXIS_KEY);
    let cells: Vec<_> = stretches.iter().map(Stretch::cells).collect();
    let behind = table(words::AXIS, &words::AXIS_COLUMNS, &cells);
    details("details", words::AXIS.into(), "", all(vec![drawn, behind]))
}

fn number(day: NaiveDate) -> i64 {
    i64::from(day.num_days_from_ce())
}

fn stretches(app: &AppState) -> Vec<Stretch> {
    let cut_off = app.season.cut_off;
    let engine = app.rules.engine();
    let days = engine.days(&app.dossier, &app.season, app.today);
    let known = |id: &String| {
        let found = days.iter().find(|(other, _)| other == id);
        found.and_then(|(_, value)| match value {
            DayValue::Known(day) => Some(*day),
            _ => None,
        })
    };
    let book = app.book();
    let dates = book.date.iter().map(|date| {
        let day = known(&date.id);
        let years = day.map_or(0, |day| full_years_since(day, cut_off));
        Stretch {
            id: date.id.clone(),
            name: date.label.clone(),
            says: words::axis_day(day, years),
            days: day.map(|day| (day.min(cut_off), day.max(cut_off))),
            years: Some(years),
        }
    });
    let windows = book.window.iter().map(|window| {
        let from = window.from.iter().filter_map(known).min();
        let days = from.zip(known(&window.to));
        Stretch {
            id: window.id.clone(),
            name: window.label.clone(),
            says: days.map_or_else(
                || words::axis_day(None, 0),
                |(from, to)| words::axis_window(from, to),
            ),
            days,
            years: None,
        }
    });
    dates.chain(windows).collect()
}

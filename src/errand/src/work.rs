//! What a person has entered, as it goes to the worker.

use chrono::{Datelike, NaiveDate};
use dossier::{Dossier, Pledge};
use json::{Decimal, Json};
use package::subject::File;

use crate::Wire;
use crate::wire::{member, object};

/// What a person has entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Work {
    /// The id of the book.
    pub book: String,
    /// The year of the season.
    pub season: i32,
    /// Today.
    pub today: NaiveDate,
    /// What was entered.
    pub dossier: Dossier,
    /// The pledge; none when it is void.
    pub pledge: Option<Pledge>,
    /// The files that the dossier names and that are at hand.
    pub files: Vec<File>,
}

impl Wire for Work {
    fn to_wire(&self) -> Json {
        object([
            ("book", self.book.to_wire()),
            ("season", whole(self.season)),
            ("today", self.today.to_wire()),
            ("dossier", self.dossier.to_json()),
            (
                "pledge",
                self.pledge.as_ref().map_or(Json::Null, Pledge::to_json),
            ),
            ("files", self.files.to_wire()),
        ])
    }

    fn from_wire(json: &Json) -> Option<Self> {
        let season = json.get("season")?.as_number()?.to_integer()?;
        Some(Self {
            book: member(json, "book")?,
            season: i32::try_from(season).ok()?,
            today: member(json, "today")?,
            dossier: Dossier::from_json(json.get("dossier")?).ok()?,
            pledge: match json.get("pledge")? {
                Json::Null => None,
                pledge => Some(Pledge::from_json(pledge).ok()?),
            },
            files: member(json, "files")?,
        })
    }
}

/// The number of days from the first day of year one on.
impl Wire for NaiveDate {
    fn to_wire(&self) -> Json {
        whole(self.num_days_from_ce())
    }

    fn from_wire(json: &Json) -> Option<Self> {
        let days = json.as_number()?.to_integer()?;
        Self::from_num_days_from_ce_opt(i32::try_from(days).ok()?)
    }
}

fn whole(number: i32) -> Json {
    let number = Decimal::from_int(i64::from(number));
    number.map_or(Json::Null, Json::Number)
}

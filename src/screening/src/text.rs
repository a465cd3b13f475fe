//! Lines as canonical text, member after member: through serde it takes three times as long, and rosters have very many.
//!
//! INVARIANT: the same text as that of [`Screened::to_json`], since fields stand in the order of their keys.

use std::fmt::Write as _;

use chrono::NaiveDate;

use crate::screened::{
    Book, Change, Claim, Coverage, Entry, Keys, Level, Missing, Named, Origin, Package, Route,
    Score, Screened, Severity, Told, Word,
};

/// What can be put behind a text.
pub(crate) trait Put {
    /// Puts it behind what stands in `text`.
    fn put(&self, text: &mut String);
}

macro_rules! members {
    ($text:ident, $($key:ident)*) => {
        $(
            $text.push_str(concat!(",\"", stringify!($key), "\":"));
            $key.put($text);
        )*
    };
}

macro_rules! objects {
    ($($kind:ident { $first:ident $($key:ident)* })*) => {
        $(impl Put for $kind {
            fn put(&self, text: &mut String) {
                let Self { $first $(, $key)* } = self;
                text.push_str(concat!("{\"", stringify!($first), "\":"));
                $first.put(text);
                members!(text, $($key)*);
                text.push('}');
            }
        })*
    };
}

objects! {
    Book { digest id known version }
    Change { clauses id kind level new old }
    Claim { key what }
    Coverage { asked files proven }
    Entry { authority id kind label }
    Keys { achievements files person }
    Level { id label recommended reference routes verdict }
    Missing { id label verdict }
    Named { id label }
    Package { code findings valid }
    Route { beside_gates earliest id label reference verdict }
    Score { high line low }
    Told { code message place severity }
}

impl Put for Screened {
    fn put(&self, text: &mut String) {
        let Self {
            book,
            brief,
            category,
            changes,
            cut_off,
            earliest,
            employer,
            evidence,
            format,
            input,
            keys,
            level,
            levels,
            missing,
            name,
            origin,
            package,
            problems,
            score,
            season,
            stand_ins,
            unanswered,
        } = self;
        text.push_str("{\"book\":");
        book.put(text);
        if *brief {
            members!(text, brief);
        }
        members!(text, category changes cut_off earliest employer evidence format input keys level levels);
        members!(text, missing name origin package problems score season stand_ins unanswered);
        text.push('}');
    }
}

impl Put for Origin {
    fn put(&self, text: &mut String) {
        text.push_str(match self {
            Self::Package => "\"package\"",
            Self::Endorsed => "\"endorsed\"",
            Self::Draft => "\"draft\"",
            Self::Roster => "\"roster\"",
        });
    }
}

impl Put for Severity {
    fn put(&self, text: &mut String) {
        text.push_str(match self {
            Self::Notice => "\"notice\"",
            Self::Warning => "\"warning\"",
            Self::Error => "\"error\"",
        });
    }
}

macro_rules! numbers {
    ($($kind:ty)*) => {
        $(impl Put for $kind {
            fn put(&self, text: &mut String) {
                // Writing to a string cannot fail.
                let _ = write!(text, "{self}");
            }
        })*
    };
}

numbers!(i32 i64 u32);

impl Put for NaiveDate {
    fn put(&self, text: &mut String) {
        let _ = write!(text, "\"{self}\"");
    }
}

impl Put for String {
    fn put(&self, text: &mut String) {
        json::write_text(text, self);
    }
}

impl Put for Word {
    fn put(&self, text: &mut String) {
        json::write_text(text, self);
    }
}

impl Put for bool {
    fn put(&self, text: &mut String) {
        text.push_str(if *self { "true" } else { "false" });
    }
}

impl<T: Put> Put for Option<T> {
    fn put(&self, text: &mut String) {
        match self {
            Some(value) => value.put(text),
            None => text.push_str("null"),
        }
    }
}

impl<T: Put> Put for Vec<T> {
    fn put(&self, text: &mut String) {
        text.push('[');
        for (place, value) in self.iter().enumerate() {
            if place > 0 {
                text.push(',');
            }
            value.put(text);
        }
        text.push(']');
    }
}

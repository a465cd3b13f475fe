//! Two to four candidates side by side.

use crate::screened::{Level, Screened};

/// What is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Aspect {
    /// The verdict on a level: its label.
    Level(String),
    /// The verdict on a route: the labels of level and route.
    Route(String, String),
    /// The score.
    Score,
    /// The earliest year of the level applied for.
    Earliest,
    /// Whether the package is whole.
    Package,
    /// Records with proof.
    Evidence,
    /// What is missing.
    Missing,
    /// Stand-ins that decided.
    StandIns,
    /// The book.
    Book,
}

/// One aspect of every candidate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compared {
    /// What is compared.
    pub aspect: Aspect,
    /// The value of each, in their order; verdicts by their ids.
    pub values: Vec<String>,
    /// Whether they differ.
    pub differs: bool,
}

/// Compares lines, level by level and route by route.
pub fn compare(lines: &[&Screened]) -> Vec<Compared> {
    let row = |aspect: Aspect, value: &dyn Fn(&Screened) -> String| {
        let values: Vec<String> = lines.iter().map(|line| value(line)).collect();
        let differs = values.windows(2).any(|pair| pair.first() != pair.last());
        Compared {
            aspect,
            values,
            differs,
        }
    };
    let mut rows = Vec::new();
    for level in levels(lines) {
        let own = |line: &Screened| {
            line.levels
                .iter()
                .find(|other| other.id == level.id)
                .cloned()
        };
        let verdict = |line: &Screened| {
            let own = own(line).map(|level| level.verdict);
            own.unwrap_or_default().into_owned()
        };
        rows.push(row(Aspect::Level(level.label.clone()), &verdict));
        for route in &level.routes {
            let verdict = |line: &Screened| {
                let own = own(line)
                    .and_then(|level| level.routes.into_iter().find(|other| other.id == route.id));
                own.map(|route| route.verdict)
                    .unwrap_or_default()
                    .into_owned()
            };
            rows.push(row(
                Aspect::Route(level.label.clone(), route.label.clone()),
                &verdict,
            ));
        }
    }
    let points = |hundredths: i64| format!("{}.{:02}", hundredths / 100, hundredths % 100);
    rows.push(row(Aspect::Score, &|line| match line.score {
        None => String::new(),
        Some(score) if score.low == score.high => points(score.low),
        Some(score) => format!("{}–{}", points(score.low), points(score.high)),
    }));
    rows.push(row(Aspect::Earliest, &|line| {
        line.earliest
            .map(|year| year.to_string())
            .unwrap_or_default()
    }));
    rows.push(row(Aspect::Package, &|line| {
        line.package
            .as_ref()
            .map(|package| package.valid.to_string())
            .unwrap_or_default()
    }));
    rows.push(row(Aspect::Evidence, &|line| {
        format!("{}/{}", line.evidence.proven, line.evidence.asked)
    }));
    rows.push(row(Aspect::Missing, &|line| {
        let labels: Vec<&str> = line
            .missing
            .iter()
            .map(|missing| missing.label.as_str())
            .collect();
        labels.join("；")
    }));
    rows.push(row(Aspect::StandIns, &|line| {
        line.stand_ins.len().to_string()
    }));
    rows.push(row(Aspect::Book, &|line| {
        format!("{} {}", line.book.id, line.book.version)
    }));
    rows
}

/// The levels of all lines, each once.
fn levels<'a>(lines: &[&'a Screened]) -> Vec<&'a Level> {
    let mut found: Vec<&Level> = Vec::new();
    for level in lines.iter().flat_map(|line| &line.levels) {
        if !found.iter().any(|other| other.id == level.id) {
            found.push(level);
        }
    }
    found
}

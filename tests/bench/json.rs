//! Reading JSON.

use crate::run::{Run, Work};

/// About 1 MiB of records as they stand in a dossier.
pub(crate) fn read(run: &mut Run) {
    let record = r#"{"kind":"paper","date":"2024-05-01","title":"安全生产风险分级管控研究","tier":"core","hours":96.50}"#;
    let text = format!("[{}]", vec![record; 10_000].join(","));
    let ours = text.clone();
    run.add(
        "json (exact decimals)",
        Work::Bytes(text.len()),
        move || json::Json::parse(ours.as_bytes()).ok(),
    );
    run.add(
        "serde_json::Value (floats)",
        Work::Bytes(text.len()),
        move || serde_json::from_str::<serde_json::Value>(&text).ok(),
    );
}

//! No text of a book is empty: locators, labels, ids, all of them.

use json::{Json, Path, Step};

use super::FaultKind;
use super::faults::Faults;

/// Finds texts without a visible character.
pub(crate) fn check(json: &Json, faults: &mut Faults) {
    walk(json, &mut Vec::new(), faults);
}

/// INVARIANT: nests no deeper than the JSON does, which its reader bounds.
fn walk(json: &Json, steps: &mut Vec<Step>, faults: &mut Faults) {
    match json {
        Json::Text(text) if text.trim().is_empty() => {
            faults.add_at(|| Path(steps.clone()), || FaultKind::Blank);
        }
        Json::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                steps.push(Step::Index(index));
                walk(item, steps, faults);
                steps.pop();
            }
        }
        Json::Object(object) => {
            for (key, value) in object.iter() {
                if matches!(value, Json::Null | Json::Bool(_) | Json::Number(_)) {
                    continue;
                }
                steps.push(Step::Key(key.to_owned()));
                walk(value, steps, faults);
                steps.pop();
            }
        }
        Json::Null | Json::Bool(_) | Json::Number(_) | Json::Text(_) => {}
    }
}

//! Whether metadata is a crate, and of just this payload.

use {
    super::{DESCRIPTOR, VERSION, id},
    json::Json,
    std::collections::{BTreeMap, BTreeSet},
};

/// What is wrong with RO-Crate metadata.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CrateFault {
    /// No `@graph`, or something in it without an `@id`.
    Graph,
    /// Two entities of one id.
    Repeated(String),
    /// No descriptor that says version 1.1 and points to the root.
    Descriptor,
    /// No root, or one that lacks this property.
    Root(&'static str),
    /// A payload file that is not described as a part.
    NotDescribed(String),
    /// A part that is not in the payload.
    NotInPayload(String),
    /// Another size than the file has.
    Size(String),
}

impl CrateFault {
    /// Stable code.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Graph => "crate-graph",
            Self::Repeated(_) => "crate-repeated",
            Self::Descriptor => "crate-descriptor",
            Self::Root(_) => "crate-root",
            Self::NotDescribed(_) => "crate-not-described",
            Self::NotInPayload(_) => "crate-not-in-payload",
            Self::Size(_) => "crate-size",
        }
    }
}

/// What is wrong with metadata for a payload, given by path (`data/…`) and size.
pub fn check<'a>(
    metadata: &Json,
    payload: impl Iterator<Item = (&'a str, u64)>,
) -> Vec<CrateFault> {
    let mut faults = Vec::new();
    let Some(entities) = entities(metadata, &mut faults) else {
        return vec![CrateFault::Graph];
    };
    let descriptor = entities.get(DESCRIPTOR).is_some_and(|descriptor| {
        refers(descriptor, "conformsTo") == Some(VERSION)
            && refers(descriptor, "about") == Some("./")
    });
    if !descriptor {
        faults.push(CrateFault::Descriptor);
    }
    let Some(root) = entities.get("./") else {
        faults.push(CrateFault::Root("@id"));
        return faults;
    };
    let lacking = ["name", "description", "datePublished", "license"]
        .into_iter()
        .filter(|property| root.get(property).is_none());
    faults.extend(lacking.map(CrateFault::Root));
    let mut parts = parts(root);
    for (path, size) in payload {
        let id = id(path);
        if id == DESCRIPTOR {
            continue;
        }
        let described = entities
            .get(id.as_str())
            .filter(|_| parts.remove(id.as_str()));
        match described.map(|file| file.get("contentSize").and_then(Json::as_str)) {
            None => faults.push(CrateFault::NotDescribed(path.to_owned())),
            Some(found) if found != Some(&size.to_string()) => {
                faults.push(CrateFault::Size(path.to_owned()));
            }
            Some(_) => {}
        }
    }
    let rest = parts.into_iter().map(str::to_owned);
    faults.extend(rest.map(CrateFault::NotInPayload));
    faults
}

/// The entities by their ids.
fn entities<'a>(
    metadata: &'a Json,
    faults: &mut Vec<CrateFault>,
) -> Option<BTreeMap<&'a str, &'a Json>> {
    let mut entities = BTreeMap::new();
    for entity in metadata.get("@graph")?.as_array()? {
        let id = entity.get("@id")?.as_str()?;
        if entities.insert(id, entity).is_some() {
            faults.push(CrateFault::Repeated(id.to_owned()));
        }
    }
    Some(entities)
}

fn refers<'a>(entity: &'a Json, property: &str) -> Option<&'a str> {
    entity.get(property)?.get("@id")?.as_str()
}

fn parts(root: &Json) -> BTreeSet<&str> {
    let parts = root.get("hasPart").and_then(Json::as_array);
    let parts = parts.unwrap_or_default().iter();
    let mut ids = BTreeSet::new();
    ids.extend(parts.filter_map(|part| part.get("@id")?.as_str()));
    ids
}

//! The list of sheets, and which part is which.

use std::borrow::Cow;

use super::fault::Fault;
use crate::serial::Epoch;
use crate::xml::Event;

/// The element that holds the text of a string.
pub(super) const TEXT: &str = "t";

/// Most sheets and most relations that are kept.
const MOST: usize = 2_000;

/// A sheet as the workbook lists it.
#[derive(Debug)]
pub(super) struct ListedSheet {
    pub(super) name: String,
    pub(super) relation: String,
    pub(super) hidden: bool,
}

/// What the workbook's own part says.
#[derive(Debug, Default)]
pub(super) struct Listed {
    pub(super) sheets: Vec<ListedSheet>,
    pub(super) epoch: Epoch,
}

impl Listed {
    pub(super) fn take(&mut self, event: &Event<'_>) -> Result<(), Fault> {
        let Event::Open(name, attributes) = event else {
            return Ok(());
        };
        match *name {
            "workbookPr" if matches!(attributes.get("date1904").as_deref(), Some("1" | "true")) => {
                self.epoch = Epoch::Since1904;
            }
            "sheet" => {
                if self.sheets.len() >= MOST {
                    return Err(Fault::TooMany);
                }
                let text = |value: Option<Cow<'_, str>>| value.unwrap_or_default().into_owned();
                self.sheets.push(ListedSheet {
                    name: text(attributes.get("name")),
                    relation: text(attributes.prefixed("id")),
                    hidden: attributes
                        .get("state")
                        .is_some_and(|state| state != "visible"),
                });
            }
            _ => {}
        }
        Ok(())
    }
}

/// The relations of a part: id, kind and target.
#[derive(Debug)]
pub(super) struct Relations {
    folder: String,
    all: Vec<(String, String, String)>,
}

impl Relations {
    /// Those in a part `…/_rels/x.rels`; targets are reckoned from the folder above.
    pub(super) fn of(part: &str) -> Self {
        let folder = part.split_once("_rels/").map_or("", |(folder, _)| folder);
        let folder = folder.to_owned();
        Self {
            folder,
            all: Vec::new(),
        }
    }

    /// The part with the relations of another.
    pub(super) fn beside(part: &str) -> String {
        let (folder, name) = part
            .rsplit_once('/')
            .map_or(("", part), |(folder, name)| (folder, name));
        let slash = if folder.is_empty() { "" } else { "/" };
        format!("{folder}{slash}_rels/{name}.rels")
    }

    pub(super) fn take(&mut self, event: &Event<'_>) -> Result<(), Fault> {
        if let Event::Open("Relationship", attributes) = event {
            if self.all.len() >= MOST {
                return Err(Fault::TooMany);
            }
            if attributes.get("TargetMode").as_deref() == Some("External") {
                return Ok(());
            }
            let text = |name| attributes.get(name).unwrap_or_default().into_owned();
            let kind = text("Type");
            let kind = kind.rsplit('/').next().unwrap_or("").to_owned();
            let target = self.resolved(&text("Target"));
            self.all.push((text("Id"), kind, target));
        }
        Ok(())
    }

    fn resolved(&self, target: &str) -> String {
        if let Some(absolute) = target.strip_prefix('/') {
            return absolute.to_owned();
        }
        let mut folder = self.folder.as_str();
        let mut target = target;
        while let Some(rest) = target.strip_prefix("../") {
            target = rest;
            let above = folder.trim_end_matches('/').rfind('/');
            folder = above.and_then(|at| folder.get(..=at)).unwrap_or("");
        }
        format!("{folder}{}", target.strip_prefix("./").unwrap_or(target))
    }

    /// The target of the first relation of a kind, named by the last segment of its type.
    pub(super) fn of_kind(&self, kind: &str) -> Option<&str> {
        let found = self.all.iter().find(|(_, own, _)| own == kind);
        found.map(|(_, _, target)| target.as_str())
    }

    /// The target of the relation with an id.
    pub(super) fn target(&self, id: &str) -> Option<&str> {
        let found = self.all.iter().find(|(own, ..)| own == id);
        found.map(|(_, _, target)| target.as_str())
    }
}

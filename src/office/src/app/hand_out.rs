//! What ends with a file for the person, or begins with one.

use std::rc::Rc;

use roster::{Mapping, Target};
use sheet::csv::{header, record};
use ui::platform::blob::FileBlob;
use wording::desk::office as words;
use yew::prelude::*;

use super::{Msg, Root};
use crate::errand::{Errand, Format, Part, Trouble};
use crate::platform::files::{Picked, whole};
use crate::platform::{desk, save};
use crate::store::{Id, Row};

impl Root {
    /// What ends with a file for the person, or begins with one.
    pub(super) fn hand_out(&mut self, context: &Context<Self>, message: Msg) -> bool {
        match message {
            Msg::Export(format) => {
                let name = format!("{}.{}", words::EXPORT_FILE, ending(format));
                let batches = self.store.batches();
                self.make(context, name, Errand::Export(format), batches);
            }
            Msg::ExportTroubles => {
                let text = troubles(self.store.troubles());
                let _ = save::offer(words::TROUBLES_FILE, &text, "text/csv");
            }
            Msg::Template => {
                let name = words::TEMPLATE_FILE.to_owned();
                self.make(context, name, Errand::Template, Vec::new());
            }
            Msg::Ready(name, Ok(blob)) => {
                let _ = save::offer_blob(&name, &blob);
                self.said = words::made(&name);
            }
            Msg::Ready(_, Err(why)) | Msg::Mapped(Err(why)) => self.said = why,
            Msg::Headings(headings) => self.headings.extend(headings),
            Msg::Lead(header, target) => {
                match Target::from_id(&target) {
                    Some(target) => self.mapping.columns.insert(header, target),
                    None => self.mapping.columns.remove(&header),
                };
            }
            Msg::OpenMapping(files) => self.open_mapping(context, files),
            Msg::Mapped(Ok(mapping)) => {
                self.mapping = mapping;
                words::MAPPING_READ.clone_into(&mut self.said);
            }
            Msg::SaveMapping => {
                let text = self.mapping.to_json().canonical();
                let _ = save::offer(words::MAPPING_FILE, &text, "application/json");
            }
            Msg::ReadAgain => self.read_again(context),
            Msg::Endorse(id, part, typed) => {
                self.endorsed = Some(Rc::new(typed));
                self.endorse(context, id, part);
            }
            Msg::Notice(notice) => {
                let name = words::NOTICE_FILE.to_owned();
                self.make(context, name, Errand::Notice(*notice), self.packages());
            }
            _ => return false,
        }
        true
    }

    fn endorse(&self, context: &Context<Self>, id: Id, part: Box<Part>) {
        let (Some(file), Some(line)) = (self.store.file(id.0), self.line(id)) else {
            return;
        };
        let name = words::endorsed_file(&line.name, line.season);
        let files = vec![file.blob.clone()];
        self.make(context, name, Errand::Endorse(part), files);
    }

    /// The packages of those who are shown.
    fn packages(&self) -> Vec<FileBlob> {
        let rows = self.shown.rows.iter().filter_map(|row| match row {
            Row::Line(place) => self.shown.lines.get(*place),
            Row::Group(_) => None,
        });
        let packages = rows.filter(|line| line.screened.package.is_some());
        packages
            .filter_map(|line| Some(self.store.file(line.id.0)?.blob.clone()))
            .collect()
    }

    fn make(&self, context: &Context<Self>, name: String, errand: Errand, files: Vec<FileBlob>) {
        self.await_for(context, async move {
            let made = desk::file_of(&errand, &files).await;
            Msg::Ready(name, made)
        });
    }

    fn open_mapping(&self, context: &Context<Self>, files: Vec<Picked>) {
        let Some(file) = files.into_iter().next() else {
            return;
        };
        self.await_for(context, async move {
            let most = u64::try_from(roster::MOST_BYTES).unwrap_or_default();
            let bytes = whole(&file.blob, most).await.unwrap_or_default();
            let mapping = Mapping::read(&bytes);
            Msg::Mapped(mapping.map_err(|fault| wording::desk::mapping_fault(&fault)))
        });
    }
}

/// The list of what is wrong, as CSV.
fn troubles<'a>(all: impl Iterator<Item = &'a Rc<Trouble>>) -> String {
    let mut text = header(&words::TROUBLE_COLUMNS);
    for trouble in all {
        text.push_str(&record(&trouble.cells()));
    }
    text
}

fn ending(format: Format) -> &'static str {
    match format {
        Format::Json => "jsonl",
        Format::Csv => "csv",
        Format::Xlsx => "xlsx",
        Format::Html => "html",
    }
}

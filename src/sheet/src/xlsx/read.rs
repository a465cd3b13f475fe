//! Opening a workbook and reading its sheets.

use std::ops::ControlFlow;

use package::container::{self, Archive, Options, ReadError, Source};
use package::name::Unicode;

use super::fault::{Fault, Refusal};
use super::sheet::SheetReader;
use super::strings::Strings;
use super::styles::Styles;
use super::workbook::{Listed, Relations, TEXT};
use crate::serial::Epoch;
use crate::xml::{self, Event};
use crate::{Row, Shelf};

/// Most bytes of one sheet, expanded, and of the text in its cells, some of which may be the same string.
pub(super) const SHEET_LIMIT: u64 = 512 << 20;
/// Most bytes of any other part, expanded.
const PART_LIMIT: u64 = 64 << 20;

/// A sheet of a workbook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Whether it is hidden.
    pub hidden: bool,
    /// Its part in the zip.
    part: String,
}

/// A workbook, opened.
#[derive(Debug)]
pub struct Workbook {
    archive: Archive,
    sheets: Vec<Sheet>,
    epoch: Epoch,
    strings: Strings,
    styles: Styles,
}

/// The limits of a workbook's container: a sheet of blanks is packed very small.
fn options(unicode: Unicode) -> Options {
    Options {
        entries: 2_000,
        directory: 1 << 20,
        expanded: 1 << 30,
        ratio: 1_000,
        ..Options::new(unicode)
    }
}

/// Opens a workbook: its list of sheets, strings, which will stand on a shelf, and formats.
///
/// # Errors
/// What is wrong with it, or with the source.
pub async fn open<S: Source>(
    source: &mut S,
    unicode: Unicode,
    shelf: Box<dyn Shelf>,
) -> Result<Workbook, Refusal<S::Error>> {
    let opening = container::open(source, &options(unicode)).await;
    let opening = opening.map_err(Refusal::Source)?;
    let Some(archive) = opening.archive else {
        let mut findings = opening.findings.into_iter();
        let finding =
            findings.find(|finding| finding.fault.severity() >= package::severity::Severity::Error);
        let fault = finding.map_or_else(|| Fault::Lacking(String::new()), Fault::Container);
        return Err(Refusal::at("", fault));
    };
    let mut parts = Parts {
        source,
        archive: &archive,
    };
    let root = parts.relations("_rels/.rels").await?;
    let main = root
        .of_kind("officeDocument")
        .unwrap_or("xl/workbook.xml")
        .to_owned();
    let mut listed = Listed::default();
    parts
        .read(&main, PART_LIMIT, &mut |event| Ok(listed.take(&event)?))
        .await?;
    let relations = parts.relations(&Relations::beside(&main)).await?;
    let mut strings = Strings::on(shelf);
    if let Some(part) = relations.of_kind("sharedStrings") {
        parts
            .read(part, SHEET_LIMIT, &mut |event| Ok(strings.take(&event)?))
            .await?;
    }
    let mut styles = Styles::default();
    if let Some(part) = relations.of_kind("styles") {
        parts
            .read(part, PART_LIMIT, &mut |event| Ok(styles.take(&event)?))
            .await?;
    }
    let sheets = listed.sheets.into_iter().filter_map(|sheet| {
        let part = relations.target(&sheet.relation)?.to_owned();
        let (name, hidden) = (sheet.name, sheet.hidden);
        Some(Sheet { name, hidden, part })
    });
    let (sheets, epoch) = (sheets.collect(), listed.epoch);
    Ok(Workbook {
        archive,
        sheets,
        epoch,
        strings,
        styles,
    })
}

impl Workbook {
    /// The sheets, in order; hidden ones too.
    pub fn sheets(&self) -> &[Sheet] {
        &self.sheets
    }

    /// From which day it counts.
    pub fn epoch(&self) -> Epoch {
        self.epoch
    }

    /// Hands the rows of a sheet that are not blank to `taker`, which may stop.
    ///
    /// # Errors
    /// What is wrong with the sheet, or with the source.
    pub async fn rows<S: Source>(
        &mut self,
        source: &mut S,
        sheet: &Sheet,
        taker: &mut dyn FnMut(Row) -> ControlFlow<()>,
    ) -> Result<(), Refusal<S::Error>> {
        let mut reader = SheetReader::new(&mut self.strings, &self.styles, self.epoch);
        let mut parts = Parts {
            source,
            archive: &self.archive,
        };
        let mut each = |event: Event<'_>| match reader.take(&event)?.map(&mut *taker) {
            None | Some(ControlFlow::Continue(())) => Ok(()),
            Some(ControlFlow::Break(())) => Err(Halt::Stopped),
        };
        let read = parts.read(&sheet.part, SHEET_LIMIT, &mut each).await;
        read.map_err(|refusal| match refusal {
            Refusal::Fault { part, fault, .. } => {
                let row = reader.row();
                Refusal::Fault { part, row, fault }
            }
            other => other,
        })
    }
}

/// Why a part is not read on.
enum Halt {
    /// Something is wrong with it.
    Fault(Fault),
    /// Who takes its rows asked to stop.
    Stopped,
}

impl From<Fault> for Halt {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl From<xml::Fault> for Halt {
    fn from(fault: xml::Fault) -> Self {
        Self::Fault(fault.into())
    }
}

/// The parts of an archive.
struct Parts<'a, S> {
    source: &'a mut S,
    archive: &'a Archive,
}

impl<S: Source> Parts<'_, S> {
    async fn relations(&mut self, part: &str) -> Result<Relations, Refusal<S::Error>> {
        let mut relations = Relations::of(part);
        self.read(part, PART_LIMIT, &mut |event| Ok(relations.take(&event)?))
            .await?;
        Ok(relations)
    }

    async fn read(
        &mut self,
        part: &str,
        limit: u64,
        taker: &mut dyn FnMut(Event<'_>) -> Result<(), Halt>,
    ) -> Result<(), Refusal<S::Error>> {
        let mut entries = self.archive.entries().iter();
        let index = entries.position(|entry| entry.name.eq_ignore_ascii_case(part));
        let entry = index.and_then(|index| self.archive.entries().get(index));
        let (Some(index), Some(entry)) = (index, entry) else {
            return Err(Refusal::at("", Fault::Lacking(part.to_owned())));
        };
        if entry.size > limit {
            return Err(Refusal::at(part, Fault::TooLarge(limit)));
        }
        let mut reader = xml::Reader::default();
        let mut halt = None;
        let mut sink = |piece: &[u8]| match reader.feed(piece, taker) {
            Ok(()) => ControlFlow::Continue(()),
            Err(halted) => {
                halt = Some(halted);
                ControlFlow::Break(())
            }
        };
        let entry = (self.archive, index);
        let read = self.source.content(entry, &mut sink).await;
        match halt {
            Some(Halt::Fault(fault)) => return Err(Refusal::at(part, fault)),
            Some(Halt::Stopped) => return Err(Refusal::Cancelled),
            None => {}
        }
        match read {
            Ok(()) => reader
                .finish()
                .map_err(|fault| Refusal::at(part, fault.into())),
            Err(ReadError::Fault(finding)) => Err(Refusal::at(part, Fault::Container(finding))),
            Err(ReadError::Source(error)) => Err(Refusal::Source(error)),
            Err(ReadError::Cancelled) => Err(Refusal::Cancelled),
            Err(ReadError::NoEntry) => Err(Refusal::at("", Fault::Lacking(part.to_owned()))),
        }
    }
}

/// Whether text of a string is outside the reading aid above it (`rPh`), which is no part of it.
#[derive(Debug, Default)]
pub(super) struct Inside {
    aid: bool,
    text: bool,
}

impl Inside {
    /// Takes an event; the text that belongs to the string.
    pub(super) fn take<'e>(&mut self, event: &'e Event<'_>) -> Option<&'e str> {
        match event {
            Event::Open("rPh", _) => self.aid = true,
            Event::Close("rPh") => self.aid = false,
            Event::Open(TEXT, _) => self.text = true,
            Event::Close(TEXT) => self.text = false,
            Event::Text(text) if self.text && !self.aid => return Some(text),
            _ => {}
        }
        None
    }

    /// Whether neither is open.
    pub(super) fn is_plain(&self) -> bool {
        !self.aid && !self.text
    }
}

//! What becomes of each thing that happens.

use gloo::timers::callback::Timeout;
use roster::{Mapping, Target};
use sheet::csv::{header, record};
use ui::platform::Watch;
use wording::desk::office as words;
use yew::prelude::*;

use super::{Msg, Root, Running};
use crate::errand::{About, Batch, Details, Errand, Format, Heading, Input, Sum, Trial, Trouble};
use crate::platform::files::{Picked, whole};
use crate::platform::{clock, desk, page, save};
use crate::run::{Heard, Job, run};
use crate::store::Id;

/// Milliseconds after which what was read is shown.
const PAUSE: u32 = 150;
/// Most candidates that are compared.
const MOST_COMPARED: usize = 4;

impl Root {
    /// Asks the desk what it knows.
    pub(super) fn know(context: &Context<Self>) {
        context.link().send_future(async {
            let about = desk::ask::<About>(0, &Errand::About, (&[], &Watch::default())).await;
            match about {
                Ok((about, _)) => Msg::Known(Box::new(about)),
                Err(why) => Msg::Say(why),
            }
        });
    }

    /// Does what is to be done; whether there is something new to draw.
    pub(super) fn act(&mut self, context: &Context<Self>, message: Msg) -> bool {
        match message {
            Msg::Known(about) => self.about = *about,
            Msg::Files(files) => {
                let numbers = self.store.add(files);
                self.read(context, &numbers);
            }
            Msg::Heard(heard) => return self.hear(context, heard),
            Msg::Refresh => self.show(),
            Msg::Stop => self.stop(),
            Msg::Clear => self.clear(),
            Msg::Summed(sum) => self.sum = *sum,
            Msg::Look(view) => {
                self.view = view;
                self.show();
            }
            Msg::Column(column) => self.toggle(column),
            Msg::Open(id) => self.open_details(context, id),
            Msg::Details(id, details) if self.open == Some(id) => self.details = Some(details),
            Msg::Try(id, change) => self.try_out(context, id, change),
            Msg::Tried(id, trial) if self.open == Some(id) => self.trial = Some(trial),
            Msg::Compare(id) => self.compare(id),
            Msg::Say(said) => self.said = said,
            other => return self.hand_out(context, other),
        }
        true
    }

    /// What ends with a file for the person, or begins with one.
    fn hand_out(&mut self, context: &Context<Self>, message: Msg) -> bool {
        match message {
            Msg::Export(format) => {
                let name = format!("{}.{}", words::EXPORT_FILE, ending(format));
                let batches = self.store.batches();
                make(context, name, Errand::Export(format), batches);
            }
            Msg::ExportTroubles => {
                let text = troubles(self.store.troubles());
                let _ = save::offer(words::TROUBLES_FILE, &text, "text/csv");
            }
            Msg::Template => {
                let name = words::TEMPLATE_FILE.to_owned();
                make(context, name, Errand::Template, Vec::new());
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
            Msg::OpenMapping(files) => open_mapping(context, files),
            Msg::Mapped(Ok(mapping)) => self.mapping = mapping,
            Msg::SaveMapping => {
                let text = self.mapping.to_json().canonical();
                let _ = save::offer(words::MAPPING_FILE, &text, "application/json");
            }
            Msg::ReadAgain => self.read_again(context),
            Msg::Endorse(id, part) => {
                if let Some(file) = self.store.file(id.0) {
                    let files = vec![file.blob.clone()];
                    let name = self
                        .line(id)
                        .map(|line| words::endorsed_file(&line.name, line.season));
                    make(
                        context,
                        name.unwrap_or_default(),
                        Errand::Endorse(part),
                        files,
                    );
                }
            }
            Msg::Notice(notice) => {
                let name = words::NOTICE_FILE.to_owned();
                make(context, name, Errand::Notice(*notice), self.packages());
            }
            _ => return false,
        }
        true
    }

    fn read(&mut self, context: &Context<Self>, numbers: &[u64]) {
        let jobs = numbers.iter().filter_map(|number| {
            let file = self.store.file(*number)?.clone();
            Some(Job {
                number: *number,
                file,
            })
        });
        let jobs: Vec<Job> = jobs.collect();
        self.said = String::new();
        let mapping = self.mapping_text();
        let on_heard = context.link().callback(Msg::Heard);
        let running = self.running.get_or_insert_with(|| Running {
            watch: Watch::default(),
            done: 0,
            all: 0,
        });
        running.all = running.all.saturating_add(jobs.len());
        run(jobs, (clock::today(), mapping), &running.watch, &on_heard);
    }

    fn mapping_text(&self) -> String {
        if self.mapping == Mapping::default() {
            return String::new();
        }
        self.mapping.to_json().canonical()
    }

    fn hear(&mut self, context: &Context<Self>, heard: Heard) -> bool {
        match heard {
            Heard::Batch(place, batch, lines) => {
                let wants_headings = batch.troubles.iter().any(is_of_headers);
                self.store.take(place, *batch, (lines, &self.initials));
                if wants_headings {
                    self.ask_headings(context, place.0);
                }
            }
            Heard::Failed(place, why) => {
                let name = self.store.file(place.0).map(|file| file.name.clone());
                let trouble = Trouble {
                    input: name.unwrap_or_default(),
                    text: why,
                    grave: true,
                    ..Trouble::default()
                };
                let batch = Batch {
                    troubles: vec![trouble],
                    ..Batch::default()
                };
                self.store.take(place, batch, (None, &self.initials));
            }
            Heard::FileDone => {
                if let Some(running) = &mut self.running {
                    running.done = running.done.saturating_add(1);
                }
            }
            Heard::AllDone => {
                let is_last = self.running.as_ref().is_none_or(|run| run.done >= run.all);
                if is_last {
                    self.running = None;
                    self.show();
                    self.add_up(context);
                    return true;
                }
            }
        }
        if self.refresh.is_none() {
            let link = context.link().clone();
            self.refresh = Some(Timeout::new(PAUSE, move || link.send_message(Msg::Refresh)));
        }
        false
    }

    fn add_up(&self, context: &Context<Self>) {
        let batches = self.store.batches();
        context.link().send_future(async move {
            let sum = desk::ask::<Sum>(0, &Errand::Sum, (&batches, &Watch::default())).await;
            match sum {
                Ok((sum, _)) => Msg::Summed(Box::new(sum)),
                Err(why) => Msg::Say(why),
            }
        });
    }

    fn stop(&mut self) {
        if let Some(running) = self.running.take() {
            running.watch.stop();
            words::STOPPED.clone_into(&mut self.said);
        }
        self.show();
    }

    fn clear(&mut self) {
        if let Some(running) = &self.running {
            running.watch.stop();
        }
        // Workers hold the last roster.
        desk::end();
        let about = std::mem::take(&mut self.about);
        *self = Self::new();
        self.about = about;
        words::CLEARED.clone_into(&mut self.said);
        page::focus("main");
    }

    fn toggle(&mut self, column: screening::Column) {
        if self.columns.contains(&column) {
            self.columns.retain(|own| *own != column);
        } else {
            self.columns.push(column);
            self.columns.sort_unstable();
        }
    }

    fn compare(&mut self, id: Id) {
        if self.compared.contains(&id) {
            self.compared.retain(|own| *own != id);
        } else if self.compared.len() < MOST_COMPARED {
            self.compared.push(id);
        }
    }

    fn input(&self, id: Id) -> Option<(Input, Picked)> {
        let file = self.store.file(id.0)?.clone();
        let input = Input {
            file: id.0,
            name: file.name.clone(),
            at: id.1,
            today: clock::today(),
            mapping: self.mapping_text(),
        };
        Some((input, file))
    }

    fn open_details(&mut self, context: &Context<Self>, id: Option<Id>) {
        (self.open, self.details, self.trial) = (id, None, None);
        let Some((id, (input, file))) = id.and_then(|id| Some((id, self.input(id)?))) else {
            page::focus("results");
            return;
        };
        context.link().send_future(async move {
            let (errand, files) = (Errand::Details(input), [file.blob]);
            let answer = desk::ask::<Details>(0, &errand, (&files, &Watch::default())).await;
            Msg::Details(id, answer.map(|(details, _)| Box::new(details)))
        });
    }

    fn try_out(&mut self, context: &Context<Self>, id: Id, change: crate::errand::Change) {
        let Some((input, file)) = self.input(id) else {
            return;
        };
        self.trial = None;
        context.link().send_future(async move {
            let (errand, files) = (Errand::Try(input, vec![change]), [file.blob]);
            let answer = desk::ask::<Trial>(0, &errand, (&files, &Watch::default())).await;
            Msg::Tried(id, answer.map(|(trial, _)| Box::new(trial)))
        });
    }

    fn ask_headings(&self, context: &Context<Self>, file: u64) {
        let Some((input, file)) = self.input((file, 0)) else {
            return;
        };
        context.link().send_future(async move {
            let (errand, files) = (Errand::Headings(input), [file.blob]);
            let answer = desk::ask::<Vec<Heading>>(1, &errand, (&files, &Watch::default())).await;
            Msg::Headings(answer.map(|(headings, _)| headings).unwrap_or_default())
        });
    }

    /// The rosters, with what is known now of their headers.
    fn read_again(&mut self, context: &Context<Self>) {
        let files = self.store.files.iter().zip(0_u64..);
        let rosters = files.filter(|(file, _)| crate::desk::is_roster(&file.name));
        let rosters: Vec<u64> = rosters.map(|(_, number)| number).collect();
        self.store.forget(&rosters);
        self.headings.clear();
        (self.open, self.details, self.trial) = (None, None, None);
        self.compared.clear();
        self.read(context, &rosters);
    }

    /// The packages of those who are shown.
    fn packages(&self) -> Vec<ui::platform::blob::FileBlob> {
        let rows = self.shown.rows.iter().filter_map(|row| match row {
            crate::store::Row::Line(place) => self.shown.lines.get(*place),
            crate::store::Row::Group(_) => None,
        });
        let packages = rows.filter(|line| line.screened.package.is_some());
        packages
            .filter_map(|line| Some(self.store.file(line.id.0)?.blob.clone()))
            .collect()
    }
}

fn is_of_headers(trouble: &Trouble) -> bool {
    matches!(
        trouble.code.as_str(),
        "roster-unknown-header" | "roster-no-people" | "roster-sheet-left-out"
    )
}

fn make(
    context: &Context<Root>,
    name: String,
    errand: Errand,
    files: Vec<ui::platform::blob::FileBlob>,
) {
    context.link().send_future(async move {
        let made = desk::file_of(&errand, &files).await;
        Msg::Ready(name, made)
    });
}

fn open_mapping(context: &Context<Root>, files: Vec<Picked>) {
    let Some(file) = files.into_iter().next() else {
        return;
    };
    context.link().send_future(async move {
        let most = u64::try_from(roster::MOST_BYTES).unwrap_or_default();
        let bytes = whole(&file.blob, most).await.unwrap_or_default();
        let mapping = Mapping::read(&bytes);
        Msg::Mapped(mapping.map_err(|fault| wording::desk::mapping_fault(&fault)))
    });
}

/// The list of what is wrong, as CSV.
fn troubles<'a>(all: impl Iterator<Item = &'a Trouble>) -> String {
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

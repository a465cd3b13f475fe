//! What becomes of each thing that happens.

use gloo::timers::callback::Timeout;
use roster::Mapping;
use ui::platform::Watch;
use wording::desk::office as words;
use yew::prelude::*;

use super::{Msg, Root, Running};
use crate::errand::{About, Batch, Errand, Sum, Trouble};
use crate::platform::{clock, desk, page};
use crate::run::{Heard, Job, run};
use crate::store::Id;

/// Milliseconds after which what was read is shown, and candidates that make it a millisecond more: the more are sorted, the
/// more seldom, so that the page is free for whoever uses it.
const PAUSE: u32 = 150;
const EACH: usize = 20;
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
            Msg::Nothing => return false,
            other => return self.hand_out(context, other),
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

    pub(super) fn mapping_text(&self) -> String {
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
            let more = u32::try_from(self.shown.lines.len() / EACH).unwrap_or(PAUSE);
            let pause = PAUSE.saturating_add(more);
            self.refresh = Some(Timeout::new(pause, move || link.send_message(Msg::Refresh)));
        }
        false
    }

    fn add_up(&self, context: &Context<Self>) {
        let batches = self.store.batches();
        self.await_for(context, async move {
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
        // Answers that are under way are about people of before, and workers hold the last roster.
        self.wanted.set(false);
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
            let place = self.columns.partition_point(|own| *own < column);
            self.columns.insert(place, column);
        }
    }

    fn compare(&mut self, id: Id) {
        if self.compared.contains(&id) {
            self.compared.retain(|own| *own != id);
        } else if self.compared.len() < MOST_COMPARED {
            self.compared.push(id);
        }
    }

    /// The rosters, with what is known now of their headers.
    pub(super) fn read_again(&mut self, context: &Context<Self>) {
        let files = self.store.files.iter().zip(0_u64..);
        let rosters = files.filter(|(file, _)| crate::desk::is_roster(&file.name));
        let rosters: Vec<u64> = rosters.map(|(_, number)| number).collect();
        self.store.forget(&rosters);
        self.headings.clear();
        (self.open, self.details, self.trial) = (None, None, None);
        self.compared.clear();
        self.read(context, &rosters);
    }
}

fn is_of_headers(trouble: &Trouble) -> bool {
    matches!(
        trouble.code.as_str(),
        "roster-unknown-header" | "roster-no-people" | "roster-sheet-left-out"
    )
}

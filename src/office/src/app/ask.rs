//! What is asked of the workers about somebody.

use std::rc::Rc;

use ui::platform::Watch;
use yew::prelude::*;

use super::{Msg, Root};
use crate::errand::{Change, Details, Errand, Heading, Input, Trial};
use crate::platform::files::Picked;
use crate::platform::{clock, desk, page};
use crate::store::Id;

impl Root {
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

    pub(super) fn open_details(&mut self, context: &Context<Self>, id: Option<Id>) {
        (self.open, self.details, self.trial) = (id, None, None);
        let Some((id, (input, file))) = id.and_then(|id| Some((id, self.input(id)?))) else {
            page::focus("results");
            return;
        };
        self.await_for(context, async move {
            let (errand, files) = (Errand::Details(input), [file.blob]);
            let answer = desk::ask::<Details>(0, &errand, (&files, &Watch::default())).await;
            Msg::Details(id, answer.map(|(details, _)| Rc::new(details)))
        });
    }

    pub(super) fn try_out(&mut self, context: &Context<Self>, id: Id, change: Change) {
        let Some((input, file)) = self.input(id) else {
            return;
        };
        self.trial = None;
        self.await_for(context, async move {
            let (errand, files) = (Errand::Try(input, vec![change]), [file.blob]);
            let answer = desk::ask::<Trial>(0, &errand, (&files, &Watch::default())).await;
            Msg::Tried(id, answer.map(|(trial, _)| Box::new(trial)))
        });
    }

    pub(super) fn ask_headings(&self, context: &Context<Self>, file: u64) {
        let Some((input, file)) = self.input((file, 0)) else {
            return;
        };
        self.await_for(context, async move {
            let (errand, files) = (Errand::Headings(input), [file.blob]);
            let answer = desk::ask::<Vec<Heading>>(1, &errand, (&files, &Watch::default())).await;
            Msg::Headings(answer.map(|(headings, _)| headings).unwrap_or_default())
        });
    }
}

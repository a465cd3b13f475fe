//! Undo and redo: former dossiers, shared, not copied.

use std::rc::Rc;

use assess::Place;
use dossier::Dossier;

/// The most steps kept.
const MOST_STEPS: usize = 200;

/// Former and withdrawn dossiers.
#[derive(Clone, Debug, Default)]
pub(crate) struct History {
    former: Vec<Rc<Dossier>>,
    withdrawn: Vec<Rc<Dossier>>,
    typing: Option<Place>,
}

impl History {
    /// Remembers a dossier that is about to change. Changes by typing at one place are one step.
    pub(crate) fn remember(&mut self, dossier: &Rc<Dossier>, typing: Option<Place>) {
        let same = typing.is_some() && typing == self.typing;
        self.typing = typing;
        self.withdrawn.clear();
        if same {
            return;
        }
        if self.former.len() >= MOST_STEPS {
            self.former.remove(0);
        }
        self.former.push(Rc::clone(dossier));
    }

    /// The person has left the field: what is typed there next is another step.
    pub(crate) fn settle(&mut self) {
        self.typing = None;
    }

    /// Where the person is typing.
    pub(crate) fn typing(&self) -> Option<&Place> {
        self.typing.as_ref()
    }

    /// The dossier before the last change; the present one can be had again.
    pub(crate) fn undo(&mut self, present: &Rc<Dossier>) -> Option<Rc<Dossier>> {
        self.typing = None;
        let former = self.former.pop()?;
        self.withdrawn.push(Rc::clone(present));
        Some(former)
    }

    /// The dossier that was withdrawn last.
    pub(crate) fn redo(&mut self, present: &Rc<Dossier>) -> Option<Rc<Dossier>> {
        self.typing = None;
        let withdrawn = self.withdrawn.pop()?;
        self.former.push(Rc::clone(present));
        Some(withdrawn)
    }

    /// Whether there is something to take back.
    pub(crate) fn can_undo(&self) -> bool {
        !self.former.is_empty()
    }

    /// Whether there is something to make again.
    pub(crate) fn can_redo(&self) -> bool {
        !self.withdrawn.is_empty()
    }
}

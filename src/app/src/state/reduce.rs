//! How what happens changes what the application knows.

use std::cell::RefCell;
use std::rc::Rc;

use assess::{Place, Scratch};
use chrono::Datelike;
use dossier::{Dossier, Edit, Evidence, Holder, apply};
use wording::ui::forms as words;
use yew::Reducible;

use super::advice::Advice;
use super::app_state::unjudged;
use super::history::History;
use super::shelf::holder_id;
use super::{Absent, Action, AppState, Draft, Later, Notice, Opened, StoredFile};
use crate::screen::Screen;

thread_local! {
    /// Room in which one dossier after another is judged.
    static SCRATCH: RefCell<Scratch> = RefCell::default();
}

impl Reducible for AppState {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = Self::clone(&self);
        if !next.take(action) {
            return self;
        }
        next.revision = next.revision.wrapping_add(1);
        Rc::new(next)
    }
}

impl AppState {
    /// Takes an action; whether anything changed.
    fn take(&mut self, action: Action) -> bool {
        if self.elsewhere && action.changes_the_draft() {
            return false;
        }
        let judged = !action.lets_wait() && self.judge();
        self.follow(action) || judged
    }

    fn follow(&mut self, action: Action) -> bool {
        match action {
            // It was judged before.
            Action::Judge => false,
            Action::Arrived(later) => self.arrive(later),
            Action::Incomplete => {
                self.rules.later = Err(Absent::Missing);
                self.notice = Some(Notice::Words(words::PART_MISSING.to_owned()));
                true
            }
            Action::Edit(edit) => self.edit(edit, None),
            Action::Type(place, edit) => self.edit(edit, Some(place)),
            Action::Settle => self.settle(),
            Action::Undo => self.undo(),
            Action::Redo => self.redo(),
            Action::Go(screen) => self.go(screen, None),
            Action::GoTo { screen, focus } => self.go(screen, focus),
            Action::Change { screen, focus } => {
                let from = self.screen.clone();
                self.go(screen, focus);
                self.return_to = Some(from);
                true
            }
            Action::Open(opened) => {
                self.begin(*opened);
                self.visit = self.visit.wrapping_add(1);
                self.content_changed()
            }
            Action::Portal(id) => {
                self.portal = id.into();
                true
            }
            Action::Rename(label) => {
                self.label = label.into();
                true
            }
            Action::Elsewhere(elsewhere) => {
                self.elsewhere = elsewhere;
                true
            }
            Action::Load(draft) => {
                let Draft {
                    dossier,
                    portal,
                    judged,
                    changed,
                    ..
                } = *draft;
                let same = dossier.book == self.book().id;
                let other = || Notice::OtherBook(dossier.book.clone(), true);
                let notice = if same { Notice::Opened } else { other() };
                self.replace(dossier, notice);
                self.compare(judged, changed);
                self.portal = portal.into();
                true
            }
            Action::Clear => self.replace(self.rules.empty_dossier(), Notice::Cleared),
            Action::SeenChanges => {
                self.changed = Rc::default();
                true
            }
            Action::SetPledge(pledge) => {
                self.pledge = pledge.map(Rc::new);
                self.pledge_void = false;
                self.content_changed()
            }
            Action::AddFile { holder, file } => self.add_file(holder, file),
            Action::RemoveFile { holder, name } => {
                let evidence = Evidence::File(name);
                self.edit(Edit::Detach { holder, evidence }, None)
            }
            Action::Guide(step) => self.guide(step),
            Action::Notice(notice) => {
                let changed = self.notice != notice;
                self.notice = notice;
                changed
            }
            Action::Surveyed(content, survey) => {
                // Of what was entered before: the next one is on its way.
                let changed = content == self.content;
                if changed {
                    self.surveyed = (content, survey);
                }
                changed
            }
            Action::Saved(state) => {
                let changed = self.save_state != state;
                self.save_state = state;
                changed
            }
            Action::FileKept(digest, kept) => {
                if let Some(kept) = &kept {
                    Rc::make_mut(&mut self.files).change_source(&digest, kept);
                }
                let unkept = Rc::make_mut(&mut self.unkept);
                unkept.retain(|other| *other != digest.sha256);
                if kept.is_none() {
                    unkept.push(digest.sha256);
                }
                true
            }
        }
    }

    /// Begins to work on a draft.
    pub(super) fn begin(&mut self, opened: Opened) {
        self.history = History::default();
        self.pledge = None;
        self.id = opened.id;
        self.elsewhere = opened.elsewhere;
        self.files = Rc::new(opened.files);
        self.unkept = Rc::default();
        self.left_out = Vec::new();
        self.return_to = None;
        self.focus = None;
        self.notice = opened.notice;
        let Some(draft) = opened.draft else {
            self.changed = Rc::default();
            self.label = Rc::default();
            self.portal = Rc::default();
            self.screen = Screen::Start;
            // As when the second part of the module arrives.
            self.assessment = Rc::new(unjudged(&self.rules, &self.season));
            self.judged_of = None;
            self.stale = true;
            return self.hold(Rc::new(self.rules.empty_dossier()));
        };
        self.label = draft.label.into();
        self.portal = draft.portal.into();
        self.screen = draft.screen;
        self.set_dossier(Rc::new(draft.dossier));
        self.compare(draft.judged, draft.changed);
        // What was pledged includes the bytes of all files.
        let mut named = self.dossier.files().into_iter();
        let lacks = named.any(|(holder, name)| self.files.get(holder, name).is_none());
        self.pledge_void = draft.pledge.is_some() && (draft.pledge_void || lacks);
        self.pledge = draft.pledge.map(Rc::new);
    }

    fn edit(&mut self, edit: Edit, typing: Option<Place>) -> bool {
        let notice = match edit {
            Edit::Remove { .. } => Some(Notice::Removed),
            Edit::Copy { .. } => Some(Notice::Copied),
            _ => None,
        };
        // An edit that names a record no longer there has nothing left to do.
        let Ok(dossier) = apply(&self.dossier, edit) else {
            return false;
        };
        if dossier == *self.dossier {
            return false;
        }
        let present = Rc::clone(&self.dossier);
        // The next key shall not have to wait.
        self.stale = typing.is_some();
        self.history.remember(&present, typing);
        self.notice = notice;
        self.hold(Rc::new(dossier));
        true
    }

    fn settle(&mut self) -> bool {
        let typing = self.history.typing().is_some();
        self.history.settle();
        typing
    }

    fn undo(&mut self) -> bool {
        let present = Rc::clone(&self.dossier);
        let Some(former) = self.history.undo(&present) else {
            return false;
        };
        self.set_dossier(former);
        self.notice = Some(Notice::Undone);
        true
    }

    fn redo(&mut self) -> bool {
        let present = Rc::clone(&self.dossier);
        let Some(withdrawn) = self.history.redo(&present) else {
            return false;
        };
        self.set_dossier(withdrawn);
        self.notice = Some(Notice::Redone);
        true
    }

    fn replace(&mut self, dossier: Dossier, notice: Notice) -> bool {
        let present = Rc::clone(&self.dossier);
        self.history.remember(&present, None);
        self.set_dossier(Rc::new(dossier));
        self.go(Screen::Tasks, None);
        self.notice = Some(notice);
        true
    }

    fn add_file(&mut self, holder: Holder, file: StoredFile) -> bool {
        let evidence = Evidence::File(file.name.clone());
        Rc::make_mut(&mut self.files).put(holder_id(&holder), file);
        self.void_pledge();
        self.edit(Edit::Attach { holder, evidence }, None);
        true
    }

    /// Takes a dossier and judges it.
    fn set_dossier(&mut self, dossier: Rc<Dossier>) {
        self.stale = false;
        self.hold(dossier);
    }

    /// Takes a dossier, and judges it unless that may wait.
    fn hold(&mut self, dossier: Rc<Dossier>) {
        let year = dossier.season.unwrap_or_else(|| self.today.year());
        self.season = self.rules.season(year);
        self.dossier = dossier;
        if self.stale {
            self.outline();
        } else {
            self.assess();
        }
        self.advice = Advice::default();
        self.void_pledge();
    }

    /// Judges what was typed; whether it was not yet.
    fn judge(&mut self) -> bool {
        let stale = std::mem::take(&mut self.stale);
        if stale {
            self.assess();
        }
        stale
    }

    /// The second part of the module is there: what was entered before is judged.
    fn arrive(&mut self, later: Later) -> bool {
        self.rules.later = Ok(later);
        if matches!(self.screen, Screen::Start | Screen::Verify) && !self.has_content() {
            // No verdict is shown: it waits for the first thing that is done, or for a moment of rest.
            self.stale = true;
            return true;
        }
        self.assess();
        let judged = self.uncompared.take().map(Rc::unwrap_or_clone);
        let before = std::mem::take(&mut self.changed);
        self.compare(judged, Rc::unwrap_or_clone(before));
        true
    }

    /// Judges as much as the live verdict shows, where that is quick.
    fn outline(&mut self) {
        if let Ok(later) = self.rules.later
            && self.is_judged()
        {
            (later.behind.outline)(self);
        }
    }

    /// Judges as much as the live verdict shows.
    pub(crate) fn outline_now(&mut self) {
        let aims: Vec<&str> = self.aims().iter().map(|level| level.id.as_str()).collect();
        let when = (&self.season, self.today);
        let engine = self.rules.engine();
        let former = self.judged_of.as_deref().zip(Some(&*self.assessment));
        let outline = SCRATCH.with_borrow_mut(|scratch| {
            let told = (|level: &str| aims.contains(&level), scratch);
            engine.outline(&self.dossier, when, former, told)
        });
        self.outline = outline.map(Rc::new);
    }

    /// Judges, once there is an engine.
    fn assess(&mut self) {
        self.outline = None;
        if let Ok(later) = self.rules.later {
            (later.behind.assess)(self);
        }
    }

    /// Judges.
    pub(crate) fn assess_now(&mut self) {
        self.judgements = self.judgements.wrapping_add(1);
        let engine = self.rules.engine();
        let reading = match &self.judged_of {
            Some(former) => engine.reread(&self.dossier, (&self.season, self.today), former),
            None => engine.read(&self.dossier, &self.season, self.today),
        };
        let (read, when) = ((&*self.dossier, &reading), (&self.season, self.today));
        let assessment = SCRATCH.with_borrow_mut(|scratch| engine.assess_read(read, when, scratch));
        self.assessment = Rc::new(assessment);
        self.judged_of = Some(Rc::new(reading));
    }

    fn void_pledge(&mut self) {
        self.pledge_void = self.pledge.is_some();
        self.content_changed();
    }

    /// What was surveyed no longer is what is there.
    fn content_changed(&mut self) -> bool {
        self.content = self.content.wrapping_add(1);
        true
    }

    pub(super) fn go(&mut self, screen: Screen, focus: Option<String>) -> bool {
        if self.screen == screen && focus.is_none() {
            return false;
        }
        let stays = self.screen.same_matter(&screen);
        // From a list that is asked for, its records lead back to the question.
        if stays && matches!(self.screen, Screen::Ask(_)) {
            self.return_to = Some(self.screen.clone());
        }
        if !stays || self.return_to.as_ref() == Some(&screen) {
            self.return_to = None;
        }
        if !stays {
            self.notice = None;
        }
        self.history.settle();
        self.screen = screen;
        self.focus = focus;
        self.visit = self.visit.wrapping_add(1);
        true
    }
}

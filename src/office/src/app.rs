//! The root component: takes what happens, holds what the session has.

mod act;
mod ask;
mod hand_out;

use std::cell::Cell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use roster::Mapping;
use screening::{Column, Initials, Screened, View};
use ui::platform::Watch;
use ui::platform::blob::FileBlob;
use wording::desk::office as words;
use yew::prelude::*;

use crate::errand::{About, Change, Details, Format, Heading, Notice, Part, Sum, Trial, Trouble};
use crate::platform::{decode, files::Picked, page};
use crate::run::Heard;
use crate::screen::{Typed, screen};
use crate::store::{Id, Shown, Store};

/// The columns that are shown at first.
const COLUMNS: [Column; 9] = [
    Column::Name,
    Column::Level,
    Column::Category,
    Column::Verdict,
    Column::Score,
    Column::Missing,
    Column::Earliest,
    Column::Package,
    Column::Problems,
];

/// Shows the application in an element.
pub(crate) fn mount(place: page::Element) {
    yew::Renderer::<Root>::with_root(place).render();
}

/// What happens.
pub(crate) enum Msg {
    /// The desk says what it knows.
    Known(Box<About>),
    /// Files were picked or dropped.
    Files(Vec<Picked>),
    /// Something came of reading.
    Heard(Heard),
    /// What was read is to be shown.
    Refresh,
    /// Reading is to stop.
    Stop,
    /// Everything is to be forgotten.
    Clear,
    /// What is the same twice.
    Summed(Box<Sum>),
    /// The table is looked at in another way.
    Look(View),
    /// A column is shown or hidden.
    Column(Column),
    /// Somebody's details are to be shown, or nobody's.
    Open(Option<Id>),
    /// The details have come.
    Details(Id, Result<Rc<Details>, String>),
    /// What would be if.
    Try(Id, Change),
    /// It has come.
    Tried(Id, Result<Box<Trial>, String>),
    /// Somebody is compared, or no longer.
    Compare(Id),
    /// The results are to be handed out.
    Export(Format),
    /// The list of what is wrong is to be handed out.
    ExportTroubles,
    /// The template is to be handed out.
    Template,
    /// A file is ready to be handed out, under a name.
    Ready(String, Result<FileBlob, String>),
    /// The headers of the rosters have come.
    Headings(Vec<Heading>),
    /// A header leads somewhere.
    Lead(String, String),
    /// A file with a mapping was picked.
    OpenMapping(Vec<Picked>),
    /// A mapping was read.
    Mapped(Result<Mapping, String>),
    /// The mapping is to be handed out.
    SaveMapping,
    /// Rosters are to be read anew.
    ReadAgain,
    /// The employer's part is to be made for somebody, from what was typed.
    Endorse(Id, Box<Part>, Typed),
    /// The notice is to be made for all packages that are shown.
    Notice(Box<Notice>),
    /// Something is said.
    Say(String),
    /// What was asked for is no longer wanted.
    Nothing,
}

/// How far reading is.
pub(crate) struct Running {
    /// Stops it, files that were added meanwhile among it.
    watch: Watch,
    /// Files that are done.
    pub(crate) done: usize,
    /// All files.
    pub(crate) all: usize,
}

/// The root component. Nothing in it outlives the page.
pub(crate) struct Root {
    store: Store,
    initials: Rc<Initials>,
    pub(crate) about: About,
    pub(crate) running: Option<Running>,
    pub(crate) shown: Rc<Shown>,
    pub(crate) view: View,
    pub(crate) columns: Vec<Column>,
    pub(crate) sum: Sum,
    pub(crate) open: Option<Id>,
    pub(crate) details: Option<Result<Rc<Details>, String>>,
    pub(crate) trial: Option<Result<Box<Trial>, String>>,
    pub(crate) compared: Vec<Id>,
    pub(crate) mapping: Mapping,
    pub(crate) headings: Vec<Heading>,
    /// What was typed for the last employer's part.
    pub(crate) endorsed: Option<Rc<Typed>>,
    pub(crate) said: String,
    refresh: Option<Timeout>,
    /// Whether what was asked for since the last clearing is still wanted.
    wanted: Rc<Cell<bool>>,
}

impl Root {
    fn new() -> Self {
        Self {
            store: Store::default(),
            initials: Rc::new(decode::initials()),
            about: About::default(),
            running: None,
            shown: Rc::default(),
            view: View::default(),
            columns: COLUMNS.to_vec(),
            sum: Sum::default(),
            open: None,
            details: None,
            trial: None,
            compared: Vec::new(),
            mapping: Mapping::default(),
            headings: Vec::new(),
            endorsed: None,
            said: String::new(),
            refresh: None,
            wanted: Rc::new(Cell::new(true)),
        }
    }

    /// A candidate.
    pub(crate) fn line(&self, id: Id) -> Option<&Rc<Screened>> {
        let lines = &self.shown.lines;
        let place = lines.binary_search_by_key(&id, |line| line.id).ok()?;
        lines.get(place).map(|line| &line.screened)
    }

    /// What is wrong, in the order of the files.
    pub(crate) fn troubles(&self) -> impl ExactSizeIterator<Item = &Rc<Trouble>> {
        self.store.troubles()
    }

    /// Whether files were taken.
    pub(crate) fn has_files(&self) -> bool {
        !self.store.files.is_empty()
    }

    /// Waits for something; when everything is cleared meanwhile, what comes of it is dropped.
    fn await_for(&self, context: &Context<Self>, message: impl Future<Output = Msg> + 'static) {
        let wanted = Rc::clone(&self.wanted);
        context.link().send_future(async move {
            let message = message.await;
            if wanted.get() { message } else { Msg::Nothing }
        });
    }

    fn show(&mut self) {
        self.refresh = None;
        self.shown = self.store.show(&self.view, &self.initials);
    }
}

impl Component for Root {
    type Message = Msg;
    type Properties = ();

    fn create(context: &Context<Self>) -> Self {
        Self::know(context);
        Self::new()
    }

    fn update(&mut self, context: &Context<Self>, message: Msg) -> bool {
        self.act(context, message)
    }

    fn rendered(&mut self, _context: &Context<Self>, first: bool) {
        if first {
            page::set_title(&wording::ui::forms::page_title(words::TITLE));
            page::announce_ready();
        }
    }

    fn view(&self, context: &Context<Self>) -> Html {
        screen(self, context.link())
    }
}

//! The order of the screens.

use assess::Place;
use rulebook::Book;

use crate::screen::Screen;
use crate::state::AppState;

/// The screens that are filled in, in the order of the book.
pub(crate) fn filled_in(book: &Book) -> Vec<Screen> {
    let questions = book.screen.iter();
    let questions = questions.map(|screen| Screen::Questions(screen.id.clone()));
    let lists = book.list.iter().map(|list| Screen::List(list.id.clone()));
    questions.chain(lists).collect()
}

/// All screens of the applicant's way, in order.
pub(crate) fn whole_way(book: &Book) -> Vec<Screen> {
    let mut way = vec![Screen::Start, Screen::Tasks];
    way.extend(filled_in(book));
    way.extend([
        Screen::Conditions,
        Screen::Score,
        Screen::Result,
        Screen::Materials,
        Screen::Check,
        Screen::Pledge,
        Screen::Package,
        Screen::Next,
    ]);
    way
}

/// The screen after another; records lead back to their list.
pub(crate) fn after(book: &Book, screen: &Screen) -> Screen {
    if let Screen::NewRecord(list) | Screen::Record { list, .. } = screen {
        return Screen::List(list.clone());
    }
    let mut way = whole_way(book).into_iter();
    let found = way.by_ref().any(|other| other == *screen);
    let next = if found { way.next() } else { None };
    next.unwrap_or(Screen::Tasks)
}

/// The screen of a list: its question, where the person came from there.
pub(crate) fn home(app: &AppState, list: &str) -> Screen {
    let asked = app
        .return_to
        .clone()
        .filter(|back| matches!(back, Screen::Ask(Some(Place::List(of))) if of == list));
    asked.unwrap_or_else(|| Screen::List(list.to_owned()))
}

/// The heading of a screen, as links to it say.
pub(crate) fn name(book: &Book, screen: &Screen) -> String {
    use wording::ui::forms as words;
    let labels = wording::Labels::new(book);
    let fixed = match screen {
        Screen::Questions(id) => {
            let def = book.screen.iter().find(|other| other.id == *id);
            return def.map_or_else(|| words::TASKS.to_owned(), |screen| screen.title.clone());
        }
        Screen::List(list) | Screen::NewRecord(list) | Screen::Record { list, .. } => {
            return labels.list(list);
        }
        Screen::Start => words::START,
        Screen::Tasks => words::TASKS,
        Screen::Ask(_) => wording::ui::ask::TITLE,
        Screen::Materials => words::MATERIALS,
        Screen::Conditions => words::CONDITIONS,
        Screen::Score => words::SCORE,
        Screen::Result => words::RESULT,
        Screen::Check => words::CHECK,
        Screen::Pledge => words::PLEDGE,
        Screen::Package => words::PACKAGE,
        Screen::Next => words::NEXT,
        Screen::Verify => wording::ui::verify::TITLE,
    };
    fixed.to_owned()
}

//! The application's errands.

use std::cell::RefCell;
use std::rc::Rc;

use errand::{Errand, Wire};
use web_sys::Blob;
use wording::ui::seal::WORKER_FAILED;

use super::errands::{self, Aids};
use super::legacy::gbk;
use super::looks::Looks;
use super::serve::{Outcome, Progress, Service, serve_with};
use super::unicode::UNICODE;
use crate::desk::Desk;

/// Serves the application's errands until the worker is ended. False, and nothing done, where this is no worker.
pub fn serve() -> bool {
    serve_with(Own::default())
}

#[derive(Default)]
struct Own {
    desk: RefCell<Option<Rc<Desk>>>,
    looks: Looks,
}

impl Service for Own {
    fn take_rules(&self, books: &[String], seasons: &[String]) {
        let desk = Desk::open(books, seasons, UNICODE);
        *self.desk.borrow_mut() = desk.map(|desk| Rc::new(desk.reading(gbk)));
    }

    async fn answer(&self, text: &str, files: Vec<Blob>, progress: Progress<'_>) -> Outcome {
        let desk = self.desk.borrow().clone();
        let (Some(desk), Some(errand)) = (desk, Errand::from_text(text)) else {
            return Err(WORKER_FAILED.to_owned());
        };
        let aids = Aids {
            desk: &desk,
            looks: &self.looks,
            progress,
        };
        errands::run(aids, errand, files).await
    }
}

//! Where an obstacle is mended, as the person who entered the dossier knows it.

use dossier::Dossier;
use package::readiness::{Obstacle, Place};
use rulebook::Book;

use crate::plain::quoted;
use crate::{Labels, finding};

/// Where an obstacle is mended: records by what they are, not by their ids.
pub fn obstacle_place(book: &Book, dossier: &Dossier, obstacle: &Obstacle) -> String {
    let place = place(book, dossier, &obstacle.place);
    finding::with_year(place, obstacle)
}

fn place(book: &Book, dossier: &Dossier, place: &Place) -> String {
    match place {
        Place::Answer(assess::Place::Record { record, .. }) => holder(book, dossier, record),
        Place::Answer(assess::Place::Field {
            list,
            record,
            field,
        }) => {
            let labels = Labels::new(book);
            let kind = dossier.record(record);
            let kind = kind.and_then(|(_, record)| labels.kind_of(list, record));
            let label = labels.field(list, kind, field);
            format!("{}的“{label}”", holder(book, dossier, record))
        }
        Place::File { holder: id, name } => {
            format!("{}的文件{}", holder(book, dossier, id), quoted(name))
        }
        Place::Answer(_) | Place::Material(_) | Place::Whole | Place::Pledge => {
            finding::obstacle_place(book, place)
        }
    }
}

/// What a person calls a holder of evidence: a record or a paper.
fn holder(book: &Book, dossier: &Dossier, id: &str) -> String {
    let labels = Labels::new(book);
    match dossier.record(id) {
        Some((list, record)) => labels.record(list, record),
        None => format!("“{}”", labels.material(id)),
    }
}

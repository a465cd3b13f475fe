//! Makes the package: a bag at the root of a zip, as parts that a browser puts
//! together as a Blob and a program writes one after the other.
//!
//! INVARIANT: the bytes are a function of dossier, files, book, season,
//! pledge, report and date alone.

mod bag_info;

pub(crate) use bag_info::{AGENT, PROGRAM, one_line, wanted};

use {
    crate::{
        bag::{self, Draft, DraftFault},
        container::{Body, Item, Plan, PlanFault, Segment},
        digest::FileDigest,
        layout,
        name::Unicode,
        readiness::{Conditions, Obstacle, is_ready, readiness},
        ro_crate, season_file,
        subject::{ShortCode, Submission},
    },
    chrono::NaiveDate,
    dossier::Pledge,
};

/// What goes into a package.
#[derive(Debug, Clone, Copy)]
pub struct Contents<'a> {
    /// What is handed in.
    pub submission: Submission<'a>,
    /// The pledge.
    pub pledge: &'a Pledge,
    /// The printable form, as one HTML file.
    pub report: &'a [u8],
    /// The day of sealing.
    pub date: NaiveDate,
    /// What Unicode says of letters.
    pub unicode: Unicode,
}

/// A package ready to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// Its parts: bytes, and files by their position in
    /// [`Submission::files`].
    pub segments: Vec<Segment>,
    /// Its length in bytes.
    pub size: u64,
    /// The short code of what was pledged.
    pub code: ShortCode,
}

/// Why no package can be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SealFault {
    /// The dossier is not ready; all obstacles, warnings included.
    NotReady(Vec<Obstacle>),
    /// The engine was given another digest than that of its book's text.
    BookDigest,
    /// The bag cannot be written.
    Bag(Vec<DraftFault>),
    /// The zip cannot be written.
    Zip(Vec<PlanFault>),
}

/// Makes the package.
///
/// # Errors
/// See [`SealFault`]. A submission that is ready gives none but a wrong digest.
pub fn seal(contents: &Contents<'_>) -> Result<Sealed, SealFault> {
    check_ready(contents)?;
    let code = contents.submission.subject().code();
    let parts = parts(contents, code)?;
    let files = contents.submission.files;
    let evidence = files.iter().map(|file| (file.path(), file.digest));
    let made = parts.iter().map(|(path, bytes)| {
        let path: &str = path;
        (path.to_owned(), FileDigest::of(bytes))
    });
    let payload: Vec<_> = made.chain(evidence).collect();
    let draft = Draft {
        payload: &payload,
        info: &bag_info::elements(&contents.submission, code),
        date: &contents.date.to_string(),
        tags: &[],
    };
    let tags = bag::write(&draft).map_err(SealFault::Bag)?;
    let items = items(contents, tags, parts);
    let plan = Plan::new(items, contents.unicode).map_err(SealFault::Zip)?;
    let segments = plan.into_segments();
    Ok(Sealed {
        size: segments.iter().map(length).fold(0, u64::saturating_add),
        segments,
        code,
    })
}

fn check_ready(contents: &Contents<'_>) -> Result<(), SealFault> {
    let conditions = Conditions {
        today: contents.date,
        unicode: contents.unicode,
        target: None,
    };
    let obstacles = readiness(&contents.submission, Some(contents.pledge), &conditions);
    if is_ready(&obstacles) {
        Ok(())
    } else {
        Err(SealFault::NotReady(obstacles))
    }
}

/// The files that are made here, by their paths.
type Parts = Vec<(&'static str, Vec<u8>)>;

fn parts(contents: &Contents<'_>, code: ShortCode) -> Result<Parts, SealFault> {
    let Submission {
        engine,
        season,
        dossier,
        ..
    } = contents.submission;
    let book = engine.text().as_bytes();
    if FileDigest::of(book).hex() != engine.reference().digest {
        return Err(SealFault::BookDigest);
    }
    let assessment = engine.assess(dossier, season, contents.date).to_json();
    let mut parts = vec![
        (layout::DOSSIER, dossier.to_json().canonical().into_bytes()),
        (layout::RULEBOOK, book.to_vec()),
        (
            layout::SEASON,
            season_file::write(season).canonical().into_bytes(),
        ),
        (layout::ASSESSMENT, assessment.canonical().into_bytes()),
        (
            layout::PLEDGE,
            contents.pledge.to_json().canonical().into_bytes(),
        ),
        (layout::REPORT, contents.report.to_vec()),
    ];
    let sizes: Vec<_> = parts
        .iter()
        .map(|(path, bytes)| (*path, bytes.len() as u64))
        .collect();
    let metadata = ro_crate::write((&contents.submission, code), &sizes, contents.date);
    parts.push((layout::CRATE, metadata.canonical().into_bytes()));
    Ok(parts)
}

fn items(contents: &Contents<'_>, tags: Vec<(String, Vec<u8>)>, parts: Parts) -> Vec<Item> {
    let made = parts
        .into_iter()
        .map(|(path, bytes)| (path.to_owned(), bytes));
    let made = tags.into_iter().chain(made).map(|(name, bytes)| Item {
        name,
        body: Body::Bytes(bytes),
    });
    let files = contents.submission.files.iter().enumerate();
    let evidence = files.map(|(index, file)| Item {
        name: file.path(),
        body: Body::File {
            index,
            digest: file.digest,
        },
    });
    made.chain(evidence).collect()
}

pub(crate) fn length(segment: &Segment) -> u64 {
    match segment {
        Segment::Bytes(bytes) => bytes.len() as u64,
        Segment::File { size, .. } => *size,
    }
}

//! The office's errands, done in a worker with files of the browser.

use json::Json;
use package::container::Segment;
use web_sys::Blob;
use wording::desk::office::UNREADABLE;
use wording::ui::seal::WORKER_FAILED;
use worker::platform::blobs::{self, BlobSource, Part, assemble};
use worker::platform::{Outcome, Progress, Service, UNICODE, gbk, serve_with};

use crate::desk::{Desk, Lines, Text};
use crate::errand::{self, Batch, Errand, Format, to_text};
use crate::platform::clock::today;
use crate::platform::decode::gb18030;

/// The media type of XLSX.
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Serves errands until the worker is ended; whether this is a worker.
pub fn serve() -> bool {
    serve_with(Office(std::cell::OnceCell::new()))
}

/// The desk is opened with the first errand.
struct Office(std::cell::OnceCell<Option<Desk>>);

impl Office {
    fn desk(&self) -> Option<&Desk> {
        let open = || {
            Desk::open(Text {
                unicode: UNICODE,
                legacy: gbk,
                decode: gb18030,
            })
        };
        self.0.get_or_init(open).as_ref()
    }
}

impl Service for Office {
    fn take_rules(&self, _books: &[String], _seasons: &[String]) {}

    async fn answer(&self, text: &str, files: Vec<Blob>, progress: Progress<'_>) -> Outcome {
        let errand = errand::from_text(text);
        let (Some(errand), Some(desk)) = (errand, self.desk()) else {
            return failed();
        };
        run(desk, errand, (&files, progress)).await
    }
}

fn failed() -> Outcome {
    Err(WORKER_FAILED.to_owned())
}

type Beside<'a> = (&'a [Blob], Progress<'a>);

async fn run(desk: &Desk, errand: Errand, (files, progress): Beside<'_>) -> Outcome {
    match errand {
        Errand::About => told(desk.about(today())),
        Errand::Template => desk
            .template()
            .map_or_else(failed, |bytes| file(&bytes, XLSX)),
        Errand::Days(opening) => told(desk.days(opening)),
        Errand::Sum => told(Some(lines(files).await?.sum())),
        Errand::Export(format) => file(&lines(files).await?.file(format), media_type(format)),
        Errand::Notice(notice) => {
            let sources = files.iter().cloned().map(BlobSource::new).collect();
            let mut progress = |length| progress(length);
            let page = desk.notice(&notice, sources, &mut progress).await?;
            file(page.as_bytes(), "text/html")
        }
        other => of_one(desk, other, (files, progress)).await,
    }
}

/// What is about one file.
async fn of_one(desk: &Desk, errand: Errand, (files, progress): Beside<'_>) -> Outcome {
    let [blob] = files else {
        return failed();
    };
    let mut source = BlobSource::new(blob.clone());
    let progress = &mut |length| progress(length);
    match errand {
        Errand::Screen(input) => {
            let batch = desk.screen(&input, &mut source, progress).await?;
            let lines = text_of(&batch);
            let (_, blobs) = file(lines.as_bytes(), "application/jsonl")?;
            Ok((to_text(&batch), blobs))
        }
        Errand::Details(input) => gone(desk.details(&input, &mut source, progress).await),
        Errand::Try(input, changes) => {
            let trial = desk.trial((&input, &changes), &mut source, progress);
            gone(trial.await)
        }
        Errand::Headings(input) => told(Some(desk.headings(&input, &mut source).await?)),
        Errand::Endorse(part) => {
            let digest = blobs::digest(blob, |_| std::ops::ControlFlow::Continue(()));
            let digest = digest.await.map_err(|_| UNREADABLE.to_owned())?;
            let made = desk.endorse((&part, digest), &mut source, progress).await?;
            let parts = made.segments.iter().map(|segment| match segment {
                Segment::Bytes(bytes) => Part::Bytes(bytes),
                Segment::File { .. } => Part::Blob(blob),
            });
            let package = assemble(parts, "application/zip").ok_or(WORKER_FAILED)?;
            Ok((to_text(&made.name), vec![package]))
        }
        _ => failed(),
    }
}

fn told<T: serde::Serialize>(answer: Option<T>) -> Outcome {
    answer.map_or_else(failed, |answer| Ok((to_text(&answer), Vec::new())))
}

/// Nobody is there any more when the file has changed.
fn gone<T: serde::Serialize>(answer: Option<T>) -> Outcome {
    let answer = answer.ok_or(UNREADABLE)?;
    Ok((to_text(&answer), Vec::new()))
}

fn file(bytes: &[u8], media_type: &str) -> Outcome {
    let parts = std::iter::once(Part::Bytes(bytes));
    let blob = assemble(parts, media_type).ok_or(WORKER_FAILED)?;
    Ok((String::new(), vec![blob]))
}

async fn lines(files: &[Blob]) -> Result<Lines, String> {
    let mut lines = Lines::default();
    for blob in files {
        let bytes = blobs::bytes(blob, 0, blobs::size(blob)).await;
        lines.add(&bytes.map_err(|_| UNREADABLE.to_owned())?);
    }
    Ok(lines)
}

/// The lines of a batch as the command writes them, by their places; what is wrong with the file as a whole comes first.
fn text_of(batch: &Batch) -> String {
    let refused = batch.refused.iter();
    let refused = refused.map(|(place, refused)| (*place, refused.to_json()));
    let lines = batch.lines.iter();
    let lines = lines.map(|(place, line)| (*place, line.to_json()));
    let mut all: Vec<(u64, Json)> = refused.chain(lines).collect();
    order::sort(&mut all, &mut |(a, _), (b, _)| a.cmp(b));
    let all = all.into_iter().map(|(_, json)| json.canonical() + "\n");
    all.collect()
}

fn media_type(format: Format) -> &'static str {
    match format {
        Format::Json => "application/jsonl",
        Format::Csv => "text/csv",
        Format::Xlsx => XLSX,
        Format::Html => "text/html",
    }
}

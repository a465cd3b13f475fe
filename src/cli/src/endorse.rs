//! `zhicheng endorse`: the employer's part around an applicant's package, and the display notice before it.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

use chrono::{Local, NaiveDate};
use dossier::Answer;
use package::container::Segment;
use package::digest::{Digester, FileDigest};
use package::endorse::{Contents, Display, Endorsement, Opinion, display, seal};
use package::name::UNICODE;
use package::verify::{Content, Verification};

use crate::args::EndorseOptions;
use crate::exit::Exit;
use crate::input;
use crate::output::Output;
use crate::verify::Desk;

/// Makes the package, or the notice.
pub(crate) fn run(options: &EndorseOptions) -> Exit {
    let today = options.today.unwrap_or_else(|| Local::now().date_naive());
    let made = Desk::new(options.book.as_deref(), today).and_then(|desk| {
        let desk = Desk {
            target: Some("none"),
            ..desk
        };
        if options.notice {
            notice(options, &desk)
        } else {
            endorse(options, (&desk, today))
        }
    });
    match made {
        Ok(exit) => exit,
        Err(message) => {
            let path = options
                .inputs
                .first()
                .map_or_else(|| Path::new(""), |path| path.as_path());
            crate::book::wrong(path, &message)
        }
    }
}

fn answer<'c>(content: &'c Content, question: Option<&String>) -> Option<&'c str> {
    let answer = question.and_then(|question| content.dossier.answer(question));
    answer.and_then(Answer::text)
}

fn notice(options: &EndorseOptions, desk: &Desk<'_>) -> Result<Exit, String> {
    let verifications: Vec<Verification> = options
        .inputs
        .iter()
        .map(|path| desk.look(path))
        .collect::<Result<_, _>>()?;
    let contents: Vec<&Content> = verifications
        .iter()
        .filter_map(|found| found.content.as_ref())
        .collect();
    let (Some(first), true) = (contents.first(), contents.len() == verifications.len()) else {
        return Err(wording::cli::NO_CONTENT.to_owned());
    };
    let book = first.engine.book();
    let opened = options.opened.unwrap_or_default();
    let shown = display(book, &desk.calendars, opened, options.days);
    let own = answer(first, book.roles.employer.as_ref()).unwrap_or_default();
    let employer = options.employer.as_deref().unwrap_or(own);
    let said = (
        options.place.as_deref().unwrap_or_default(),
        options.contact.as_deref().unwrap_or_default(),
    );
    let page = wording::desk::notice_page(employer, &contents, (&shown, opened), said);
    let Some(out) = &options.out else {
        return Ok(input::print(&page));
    };
    fs::write(out, page).map_err(|error| wording::command::cannot_write(&error.to_string()))?;
    Ok(Exit::Fine)
}

fn endorse(
    options: &EndorseOptions,
    (desk, today): (&Desk<'_>, NaiveDate),
) -> Result<Exit, String> {
    let (Some(input), Some(out)) = (options.inputs.first(), &options.out) else {
        return Err(wording::desk::ONE_APPLICATION.to_owned());
    };
    let application =
        digest(input).map_err(|error| wording::command::cannot_read(&error.to_string()))?;
    let verification = desk.look(input)?;
    let Some(content) = &verification.content else {
        return Err(wording::cli::NO_CONTENT.to_owned());
    };
    let endorsement = endorsement(options, content, (desk, &application));
    let form = wording::desk::opinion_page(content, &endorsement);
    let sealed = seal(&Contents {
        endorsement: &endorsement,
        form: form.as_bytes(),
        application,
        verification: &verification,
        calendars: &desk.calendars,
        date: today,
        unicode: UNICODE,
    });
    let sealed = match sealed {
        Ok(sealed) => sealed,
        Err(findings) => {
            eprintln!("{}", wording::desk::NOT_ENDORSED);
            for finding in &findings {
                let told = wording::desk::endorsed(Some(content.engine.book()), finding);
                eprintln!(
                    "  {}（{}）",
                    wording::command::at(&told.place, &told.message),
                    told.code
                );
            }
            return Ok(Exit::Wrong);
        }
    };
    let mut output = Output::new(out).map_err(|fault| fault.whole())?;
    write(&sealed.segments, input, &mut output)
        .map_err(|error| wording::command::cannot_write(&error.to_string()))?;
    output.finish().map_err(|fault| fault.whole())?;
    Ok(Exit::Fine)
}

/// The employer's part as it was given; its digests and days are reckoned.
fn endorsement(
    options: &EndorseOptions,
    content: &Content,
    (desk, application): (&Desk<'_>, &FileDigest),
) -> Endorsement {
    let book = content.engine.book();
    let opened = options.opened.unwrap_or_default();
    let shown = display(book, &desk.calendars, opened, options.days);
    let opinion = |holds: bool| {
        move |id: &String| Opinion {
            statement: id.clone(),
            holds,
        }
    };
    let yes = options.yes.iter().map(opinion(true));
    let opinions = yes.chain(options.no.iter().map(opinion(false)));
    let own = answer(content, book.roles.employer.as_ref()).unwrap_or_default();
    Endorsement {
        application: application.hex(),
        subject: content.subject.hex(),
        employer: options.employer.as_deref().unwrap_or(own).to_owned(),
        opinions: opinions.collect(),
        recommended: options.recommended.unwrap_or_default(),
        display: Display {
            opened,
            days: shown.days,
            first: shown.first,
            last: shown.last,
            place: options.place.clone().unwrap_or_default(),
            objections: options.objections.clone(),
        },
        signatory: options.signatory.clone().unwrap_or_default(),
        date: options.date.unwrap_or_default(),
    }
}

fn digest(path: &Path) -> io::Result<FileDigest> {
    /// A file that is digested as it is copied.
    struct Into(Digester);

    impl Write for Into {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.update(bytes);
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    let mut digester = Into(Digester::new());
    io::copy(&mut File::open(path)?, &mut digester)?;
    Ok(digester.0.finish())
}

fn write(segments: &[Segment], application: &Path, out: &mut impl Write) -> io::Result<()> {
    for segment in segments {
        match segment {
            Segment::Bytes(bytes) => out.write_all(bytes)?,
            Segment::File { size, .. } => {
                let copied = io::copy(&mut File::open(application)?, out)?;
                if copied != *size {
                    return Err(io::Error::other("the file has changed"));
                }
            }
        }
    }
    Ok(())
}

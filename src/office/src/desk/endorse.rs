//! The employer's part around a package, and the display notice: as `zhicheng endorse` makes them.

use dossier::Answer;
use package::container::{Segment, Source};
use package::digest::FileDigest;
use package::endorse::{self, Contents, Display, Endorsement, Objection, Opinion, display};
use package::readiness::TargetChoice;
use package::verify::{Content, Verification, verify};
use wording::desk::{self as words, office};

use super::screen::Progress;
use super::{Desk, compare};
use crate::errand::{Days, Notice, Opening, Part};

/// The employer's part, to be put together: its parts, the applicant's package among them, and the name of its file.
#[derive(Debug)]
pub struct Made {
    /// The parts.
    pub segments: Vec<Segment>,
    /// The name.
    pub name: String,
}

impl Desk {
    /// The days of a display, in a sentence.
    pub fn days(&self, opening: Opening) -> Option<Days> {
        let book = self.engine()?.book();
        let shown = display(book, &self.calendars, opening.opened, opening.days);
        Some(Days {
            told: office::days(shown),
        })
    }

    /// Verifies a package that an employer has in hand.
    async fn verified<S: Source>(
        &self,
        today: chrono::NaiveDate,
        source: &mut S,
        progress: Progress<'_>,
    ) -> Result<Verification, String> {
        let receiver = self.books.receiver(today, TargetChoice::Nowhere);
        let verification = verify(source, &receiver, progress).await;
        let mut verification = verification.map_err(|_| office::UNREADABLE.to_owned())?;
        compare(&mut verification);
        Ok(verification)
    }

    /// The display notice.
    ///
    /// # Errors
    /// Why there is none, in a sentence.
    pub async fn notice<S: Source>(
        &self,
        notice: &Notice,
        sources: Vec<S>,
        progress: Progress<'_>,
    ) -> Result<String, String> {
        let mut verifications = Vec::new();
        for mut source in sources {
            let verification = self.verified(notice.today, &mut source, progress).await?;
            verifications.push(verification);
        }
        let contents = verifications.iter().map(|found| found.content.as_ref());
        let contents: Option<Vec<&Content>> = contents.collect();
        let contents = contents.filter(|contents| !contents.is_empty());
        let contents = contents.ok_or(wording::cli::NO_CONTENT)?;
        let own = contents.first().map(|content| employer(content));
        let own = own.unwrap_or_default();
        let employer = if notice.employer.is_empty() {
            own
        } else {
            notice.employer.as_str()
        };
        let Opening { opened, days } = notice.opening;
        let book = contents.first().map(|content| content.engine.book());
        let book = book.ok_or(wording::cli::NO_CONTENT)?;
        let shown = display(book, &self.calendars, opened, days);
        let said = (notice.place.as_str(), notice.contact.as_str());
        Ok(words::notice_page(
            employer,
            &contents,
            (&shown, opened),
            said,
        ))
    }

    /// The employer's part around the package with a digest.
    ///
    /// # Errors
    /// What stands against it, a line each.
    pub async fn endorse<S: Source>(
        &self,
        (part, application): (&Part, FileDigest),
        source: &mut S,
        progress: Progress<'_>,
    ) -> Result<Made, String> {
        let verification = self.verified(part.today, source, progress).await?;
        let content = verification.content.as_ref();
        let content = content.ok_or(wording::cli::NO_CONTENT)?;
        let endorsement = self.endorsement(part, content, &application);
        let form = words::opinion_page(content, &endorsement);
        let sealed = endorse::seal(&Contents {
            endorsement: &endorsement,
            form: form.as_bytes(),
            application,
            verification: &verification,
            calendars: &self.calendars,
            date: part.today,
            unicode: self.text.unicode,
        });
        let sealed = sealed.map_err(|findings| {
            let book = content.engine.book();
            let lines = findings.iter().map(|finding| {
                let told = words::endorsed(Some(book), finding);
                wording::command::at(&told.place, &told.message)
            });
            let lines: Vec<String> = lines.collect();
            format!("{}\n{}", words::NOT_ENDORSED, lines.join("\n"))
        })?;
        let name = content.dossier.answer(&content.engine.book().roles.name);
        let name = name.and_then(Answer::text).unwrap_or_default();
        Ok(Made {
            segments: sealed.segments,
            name: office::endorsed_file(name, content.season.year),
        })
    }

    fn endorsement(&self, part: &Part, content: &Content, application: &FileDigest) -> Endorsement {
        let book = content.engine.book();
        let Opening { opened, days } = part.opening;
        let shown = display(book, &self.calendars, opened, days);
        let opinions = part.opinions.iter().map(|(statement, holds)| Opinion {
            statement: statement.clone(),
            holds: *holds,
        });
        let objections = part.objections.iter().map(|objection| Objection {
            date: objection.date,
            text: objection.text.clone(),
            result: objection.result.clone(),
        });
        let given = part.employer.trim();
        Endorsement {
            application: application.hex(),
            subject: content.subject.hex(),
            employer: if given.is_empty() {
                employer(content)
            } else {
                given
            }
            .to_owned(),
            opinions: opinions.collect(),
            recommended: part.recommended,
            display: Display {
                opened,
                days: shown.days,
                first: shown.first,
                last: shown.last,
                place: part.place.clone(),
                objections: objections.collect(),
            },
            signatory: part.signatory.clone(),
            date: part.date,
        }
    }
}

/// The employer that the applicant named.
fn employer(content: &Content) -> &str {
    let question = content.engine.book().roles.employer.as_ref();
    let answer = question.and_then(|question| content.dossier.answer(question));
    answer.and_then(Answer::text).unwrap_or_default()
}

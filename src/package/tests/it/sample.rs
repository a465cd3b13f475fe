//! A dossier with its files, sealed; and packages taken apart and put together
//! again by someone who knows how.

use std::sync::Arc;

use {
    crate::{archive, content},
    assess::Engine,
    chrono::NaiveDate,
    dossier::{Answer, Dossier, Evidence, Pledge, Record},
    package::{
        bag::{Draft, sha256_alone, write},
        container::{Blocking, Body, Item, Options, Plan, Segment, wait},
        digest::FileDigest,
        intake::Settings,
        name::UNICODE,
        readiness::{Conditions, Obstacle, TargetChoice, readiness},
        seal::{Contents, SealFault, Sealed, seal},
        subject::{File, Submission},
        verify::{Finding, Receiver, Verification, verify},
    },
    rulebook::{Season, SeasonDay, StatementBy},
    std::{collections::BTreeMap, ops::ControlFlow, rc::Rc},
};

/// A day.
pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The day on which everything here happens.
pub(crate) fn today() -> NaiveDate {
    day("2026-11-24")
}

/// The printable form, as far as a package is concerned.
pub(crate) const REPORT: &[u8] = "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n\
    <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-x'\"/>\n\
    <title>申报材料</title>\n<body>\n<p>合格</p>\n</body></html>\n"
    .as_bytes();

/// Someone's application.
#[derive(Clone)]
pub(crate) struct Sample {
    pub(crate) engine: Rc<Engine>,
    pub(crate) seasons: Vec<Season>,
    pub(crate) season: SeasonDay,
    pub(crate) dossier: Dossier,
    /// Holder, name and content.
    pub(crate) files: Vec<(String, String, Vec<u8>)>,
}

impl Sample {
    /// The example, with evidence for everything, under the shipped book.
    pub(crate) fn example() -> Self {
        let book = &shipped::books()[0];
        let engine = Engine::new(book.read().unwrap(), book.compiled()).unwrap();
        let text = include_bytes!("../vectors/dossier.example.json");
        let mut dossier = Dossier::read(text).unwrap();
        for (list, name) in [
            ("degrees", "学位证书.pdf"),
            ("titles", "工程师 证书(扫描).jpg"),
            ("certificates", "注安证书 100%.png"),
        ] {
            let record = &mut dossier.lists.get_mut(list).unwrap().records[0];
            Arc::make_mut(record).evidence = vec![Evidence::File(name.to_owned())];
        }
        let card = vec![
            Evidence::File("身份证.pdf".to_owned()),
            Evidence::Paper("身份证原件".to_owned()),
        ];
        dossier.materials.insert("identity_card".to_owned(), card);
        Self::of(engine, shipped::seasons(), dossier)
    }

    /// A short dossier under a short book: its package has few bytes.
    pub(crate) fn small() -> Self {
        let text = include_bytes!("../vectors/small.book.json");
        let book = rulebook::read_book(text).unwrap();
        let compiled = rulebook::Compiled::of(&book).unwrap();
        let engine = Engine::new(book, compiled).unwrap();
        let mut dossier = Dossier::new("sample", Some(2026));
        let name = Answer::from_text("王小明");
        dossier.profile.insert("name".to_owned(), name);
        let mut title = Record::new("t1");
        title.evidence = vec![Evidence::File("证.pdf".to_owned())];
        let fields = [
            ("level", "engineer"),
            ("how", "review"),
            ("appointed", "2018-12-31"),
        ];
        for list in &engine.book().list {
            dossier.lists.entry(list.id.clone()).or_default().complete = true;
            if list.id == "titles" {
                for field in &list.field {
                    let known = fields.iter().find(|(id, _)| *id == field.id);
                    if let Some((id, value)) = known {
                        title
                            .fields
                            .insert((*id).to_owned(), Answer::from_text(*value));
                    }
                }
            }
        }
        let titles = dossier.lists.get_mut("titles").unwrap();
        titles.records.push(title.into());
        let card = vec![Evidence::File("身份证.jpg".to_owned())];
        dossier.materials.insert("identity_card".to_owned(), card);
        Self::of(engine, Vec::new(), dossier)
    }

    fn of(engine: Engine, seasons: Vec<Season>, dossier: Dossier) -> Self {
        let season = rulebook::resolve_season(engine.book(), &seasons, 2026).unwrap();
        let files = dossier
            .files()
            .into_iter()
            .map(|(holder, name)| {
                let content = format!("%PDF-1.7 {holder} {name}\n").into_bytes();
                (holder.to_owned(), name.to_owned(), content)
            })
            .collect();
        Self {
            engine: Rc::new(engine),
            seasons,
            season,
            dossier,
            files,
        }
    }

    fn digested(&self) -> Vec<File> {
        self.files
            .iter()
            .map(|(holder, name, content)| File {
                holder: holder.clone(),
                name: name.clone(),
                digest: FileDigest::of(content),
            })
            .collect()
    }

    /// With what is handed in.
    pub(crate) fn with<T>(&self, then: impl FnOnce(Submission<'_>) -> T) -> T {
        then(Submission {
            engine: &self.engine,
            season: &self.season,
            dossier: &self.dossier,
            files: &self.digested(),
        })
    }

    /// A pledge that holds.
    pub(crate) fn pledge(&self) -> Pledge {
        let book = self.engine.book();
        let statements = book.statement.iter();
        let statements = statements.filter(|statement| statement.by == StatementBy::Applicant);
        let name = self.dossier.answer(&book.roles.name).and_then(Answer::text);
        Pledge {
            subject: self.with(|submission| submission.subject().hex()),
            statements: statements.map(|statement| statement.id.clone()).collect(),
            name: format!(" {} ", name.unwrap_or_default()),
            date: today(),
            signature: Vec::new(),
        }
    }

    pub(crate) fn readiness(&self, pledge: Option<&Pledge>) -> Vec<Obstacle> {
        let conditions = Conditions {
            today: today(),
            unicode: UNICODE,
            target: self.engine.book().target.first(),
        };
        self.with(|submission| readiness(&submission, pledge, &conditions))
    }

    pub(crate) fn seal_with(&self, pledge: &Pledge) -> Result<Sealed, SealFault> {
        self.with(|submission| {
            seal(&Contents {
                submission,
                pledge,
                report: REPORT,
                date: today(),
                unicode: UNICODE,
            })
        })
    }

    /// The package, with its short code.
    pub(crate) fn sealed(&self) -> Sealed {
        self.seal_with(&self.pledge()).unwrap()
    }

    /// The bytes of the package.
    pub(crate) fn package(&self) -> Vec<u8> {
        let sealed = self.sealed();
        let mut bytes = Vec::new();
        for segment in sealed.segments {
            match segment {
                Segment::Bytes(piece) => bytes.extend(piece),
                Segment::File { index, size } => {
                    let content = &self.files[index].2;
                    assert_eq!(content.len() as u64, size);
                    bytes.extend_from_slice(content);
                }
            }
        }
        assert_eq!(bytes.len() as u64, sealed.size);
        bytes
    }

    /// Verifies a package as someone does who knows this book and season.
    pub(crate) fn verify(&self, bytes: &[u8]) -> Verification {
        let receiver = Receiver {
            settings: Settings {
                options: Options::new(UNICODE),
                hashers: sha256_alone,
            },
            engines: std::slice::from_ref(&self.engine),
            reader: Some(read_book),
            seasons: &self.seasons,
            target: TargetChoice::Nowhere,
            today: today(),
        };
        verified(bytes, &receiver)
    }

    /// The codes of all findings.
    pub(crate) fn codes(&self, bytes: &[u8]) -> Vec<&'static str> {
        let verification = self.verify(bytes);
        verification.findings.iter().map(Finding::code).collect()
    }
}

/// The strict reader of books.
pub(crate) fn read_book(bytes: &[u8]) -> Result<rulebook::Book, String> {
    rulebook::read_book(bytes).map_err(|errors| errors.to_string())
}

/// Verifies bytes in memory.
pub(crate) fn verified(bytes: &[u8], receiver: &Receiver<'_>) -> Verification {
    let mut go_on = |_| ControlFlow::Continue(());
    wait(verify(&mut Blocking(bytes), receiver, &mut go_on)).unwrap()
}

/// A package taken apart: its payload by path, and its metadata.
#[derive(Clone)]
pub(crate) struct Apart {
    pub(crate) payload: BTreeMap<String, Vec<u8>>,
    pub(crate) info: Vec<(String, String)>,
    pub(crate) date: String,
    /// Tag files of one's own.
    pub(crate) tags: Vec<(String, Vec<u8>)>,
}

impl Apart {
    pub(crate) fn of(bytes: &[u8]) -> Self {
        let archive = archive(bytes);
        let mut apart = Self {
            payload: BTreeMap::new(),
            info: Vec::new(),
            date: String::new(),
            tags: Vec::new(),
        };
        for (index, entry) in archive.entries().iter().enumerate() {
            let bytes = content(&archive, bytes, index).unwrap();
            if entry.name.starts_with("data/") {
                apart.payload.insert(entry.name.clone(), bytes);
            } else if entry.name == "bag-info.txt" {
                apart.read_info(&String::from_utf8(bytes).unwrap());
            }
        }
        apart
    }

    fn read_info(&mut self, text: &str) {
        for line in text.lines() {
            let (label, value) = line.split_once(": ").unwrap();
            match label {
                "Bagging-Date" => value.clone_into(&mut self.date),
                "Payload-Oxum" => {}
                _ => self.info.push((label.to_owned(), value.to_owned())),
            }
        }
    }

    /// Sets a value of the metadata.
    pub(crate) fn set(&mut self, label: &str, value: &str) {
        for (known, old) in &mut self.info {
            if known == label {
                value.clone_into(old);
            }
        }
    }

    /// A part as text.
    pub(crate) fn text(&self, path: &str) -> String {
        String::from_utf8(self.payload[path].clone()).unwrap()
    }

    /// Replaces a text in a part, where it must stand.
    pub(crate) fn replace(&mut self, path: &str, from: &str, to: &str) {
        let text = self.text(path);
        assert!(text.contains(from), "{path} has no {from}");
        let text = text.replacen(from, to, 1);
        self.payload.insert(path.to_owned(), text.into_bytes());
    }

    /// A valid bag again, with new checksums.
    pub(crate) fn together(&self) -> Vec<u8> {
        let digests: Vec<_> = self
            .payload
            .iter()
            .map(|(path, bytes)| (path.clone(), FileDigest::of(bytes)))
            .collect();
        let draft = Draft {
            payload: &digests,
            info: &self.info,
            date: &self.date,
            tags: &self.tags,
        };
        let files = write(&draft)
            .unwrap()
            .into_iter()
            .chain(self.payload.clone());
        let items = files
            .map(|(name, bytes)| Item {
                name,
                body: Body::Bytes(bytes),
            })
            .collect();
        let mut archive = Vec::new();
        for segment in Plan::new(items, UNICODE).unwrap().into_segments() {
            match segment {
                Segment::Bytes(bytes) => archive.extend(bytes),
                Segment::File { .. } => panic!("no file was given"),
            }
        }
        archive
    }
}

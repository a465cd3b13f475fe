//! The release command on many packages: with the files in memory, beside SHA-256 of the same bytes on as many threads; and
//! from the disk, beside reading the same bytes from it; there also ten thousand of them, where there is room.

use std::env;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use chrono::NaiveDate;
use dossier::{Answer, Dossier, Evidence, Pledge};
use package::container::Segment;
use package::digest::FileDigest;
use package::name::UNICODE;
use package::seal::{Contents, seal};
use package::subject::{File as Attached, Submission};
use rulebook::{StatementBy, resolve_season};
use sha2::{Digest, Sha256};

use crate::run::Run;

const PACKAGES: u32 = 1_000;
const EVIDENCE: usize = 1 << 20;
const EXAMPLE: &str = include_str!("../vectors/example.dossier.json");

/// So many times as many where the disk has room: each package under ten names.
const TIMES: u32 = 10;

/// A thousand packages of one MiB, and ten thousand.
pub(crate) fn packages(_: &mut Run) {
    let Some(command) = env::var_os("ZHICHENG") else {
        println!("not run: `cargo xtask bench screen` builds the command first");
        return;
    };
    let folder = Path::new(&command).with_file_name("screen");
    let made = fs::create_dir_all(&folder).and_then(|()| make(&folder));
    if let Err(error) = made {
        println!("not run: {}: {error}", folder.display());
        return;
    }
    let few = Stack::of(folder, PACKAGES);
    println!("{PACKAGES} packages, {} MiB", few.mega);
    // Once before, so that both find the files in memory.
    let _ = on_all(&few.files, digest);
    let alone = on_all(&few.files, digest);
    let Some(screened) = few.screen(&command) else {
        println!("not run: the command failed");
        return;
    };
    few.tell("SHA-256 of the same bytes, in memory", alone, alone);
    few.tell("zhicheng screen --json, in memory", screened, alone);
    if few.on_the_disk(&command).is_none() {
        println!("from the disk: not measured");
        return;
    }
    many(&command, &few);
}

/// The same from the disk with ten times as many, which are removed again.
fn many(command: &OsStr, few: &Stack) {
    let count = PACKAGES.saturating_mul(TIMES);
    let need = few.mega.saturating_mul(u64::from(TIMES));
    // Half of what is there stays free: others use the disk, too.
    let room = room(&few.folder).unwrap_or(0);
    if room / 2 < need {
        println!("{count} packages: not run, they need {need} MiB, and the disk has {room}");
        return;
    }
    let folder = few.folder.with_file_name("screen-many");
    let made = fs::create_dir_all(&folder).and_then(|()| copies(&few.files, &folder));
    if let Err(error) = made {
        println!("not run: {}: {error}", folder.display());
    } else {
        let many = Stack::of(folder.clone(), count);
        println!("{count} packages, {} MiB", many.mega);
        many.on_the_disk(command);
    }
    let _ = fs::remove_dir_all(folder);
}

/// Packages in a folder.
struct Stack {
    folder: PathBuf,
    files: Vec<PathBuf>,
    /// MiB.
    mega: u64,
}

impl Stack {
    fn of(folder: PathBuf, count: u32) -> Self {
        let files: Vec<PathBuf> = (0..count).map(|number| named(&folder, number)).collect();
        let sizes = files.iter().filter_map(|file| fs::metadata(file).ok());
        let bytes: u64 = sizes.map(|meta| meta.len()).sum();
        Self {
            folder,
            files,
            mega: bytes >> 20,
        }
    }

    fn tell(&self, name: &str, time: Duration, than: Duration) {
        let times = time.as_secs_f64() / than.as_secs_f64();
        let speed = f64::from(u32::try_from(self.mega).unwrap_or(0)) / time.as_secs_f64();
        println!("{name:<40} {time:>10.2?} {speed:>8.0} MiB/s  {times:.2} times");
    }

    /// Reading, and the command, each of which finds nothing in memory; none where that cannot be.
    fn on_the_disk(&self, command: &OsStr) -> Option<()> {
        if !forgotten(&self.files) {
            println!("there is no `dd` that makes the system forget files");
            return None;
        }
        let read = on_all(&self.files, skim);
        let _ = forgotten(&self.files);
        let screened = self.screen(command)?;
        self.tell("reading the same bytes, from the disk", read, read);
        self.tell("zhicheng screen --json, from the disk", screened, read);
        Some(())
    }

    /// How long the command takes; none when it does not find every package valid.
    fn screen(&self, command: &OsStr) -> Option<Duration> {
        let path = self.folder.with_extension("jsonl");
        let out = File::create(&path).ok()?;
        let start = Instant::now();
        let status = Command::new(command)
            .args(["screen", "--today", "2026-11-24", "--json"])
            .arg(&self.folder)
            .stdout(out)
            .stderr(Stdio::null())
            .status();
        let wall = start.elapsed();
        // The packages differ in the name alone, so that duplicates are found: exit code 1.
        let done = status.ok()?.code().is_some_and(|code| code < 2);
        let lines = fs::read_to_string(&path).ok()?;
        let _ = fs::remove_file(&path);
        let lines = lines.lines();
        let valid = lines.filter(|line| line.contains("\"valid\":true")).count();
        (done && valid == self.files.len()).then_some(wall)
    }
}

/// The MiB that are free where a folder lies, as `df` of POSIX tells.
fn room(folder: &Path) -> Option<u64> {
    let told = Command::new("df").arg("-Pk").arg(folder).output().ok()?;
    let told = String::from_utf8(told.stdout).ok()?;
    let free: u64 = told
        .lines()
        .nth(1)?
        .split_whitespace()
        .nth(3)?
        .parse()
        .ok()?;
    Some(free >> 10)
}

/// Each file under several names, all of them on the disk.
fn copies(files: &[PathBuf], folder: &Path) -> std::io::Result<()> {
    for (number, file) in (0..).zip(files) {
        for time in 0..TIMES {
            let path = named(folder, PACKAGES.saturating_mul(time).saturating_add(number));
            fs::copy(file, &path)?;
            File::open(path)?.sync_all()?;
        }
    }
    Ok(())
}

/// Makes the system forget what it holds of files in memory: which it does of what is on the disk.
fn forgotten(files: &[PathBuf]) -> bool {
    files.iter().all(|file| {
        let mut input = std::ffi::OsString::from("if=");
        input.push(file);
        let mut dd = Command::new("dd");
        dd.arg(input)
            .args(["iflag=nocache", "count=0", "status=none"]);
        dd.status().is_ok_and(|status| status.success())
    })
}

fn named(folder: &Path, number: u32) -> PathBuf {
    folder.join(format!("{number:05}.zip"))
}

/// SHA-256 of a file.
fn digest(file: &Path) {
    let bytes = fs::read(file).unwrap_or_default();
    std::hint::black_box(Sha256::digest(&bytes));
}

/// A file read and no more.
fn skim(file: &Path) {
    std::hint::black_box(fs::read(file).unwrap_or_default());
}

/// Does something with all files, on all cores.
fn on_all(files: &[PathBuf], work: fn(&Path)) -> Duration {
    let threads = thread::available_parallelism().map_or(1, usize::from);
    let start = Instant::now();
    thread::scope(|scope| {
        for part in files.chunks(files.len().div_ceil(threads).max(1)) {
            scope.spawn(move || part.iter().for_each(|file| work(file)));
        }
    });
    start.elapsed()
}

/// Makes the packages that are not there yet.
fn make(folder: &Path) -> std::io::Result<()> {
    let wrong = |error: String| std::io::Error::other(error);
    let held = shipped::books()
        .iter()
        .find(|book| book.id == "zhejiang-safety-2019");
    let held = held.ok_or_else(|| wrong("no book".to_owned()))?;
    let book = held.read().ok_or_else(|| wrong("no book".to_owned()))?;
    let engine =
        assess::Engine::new(book, held.compiled()).map_err(|error| wrong(error.to_string()))?;
    for number in 0..PACKAGES {
        let path = named(folder, number);
        if !path.exists() {
            let bytes = sealed(&engine, number).ok_or_else(|| wrong("not sealed".to_owned()))?;
            let mut file = File::create(path)?;
            file.write_all(&bytes)?;
            file.sync_all()?;
        }
    }
    Ok(())
}

fn sealed(engine: &assess::Engine, number: u32) -> Option<Vec<u8>> {
    let today = NaiveDate::from_ymd_opt(2026, 11, 24)?;
    let season = resolve_season(engine.book(), &shipped::seasons(), 2026)?;
    let mut dossier = Dossier::read(EXAMPLE.as_bytes()).ok()?;
    let name = format!("申报人{number}");
    dossier
        .profile
        .insert("name".to_owned(), Answer::from_text(name.as_str()));
    for list in dossier.lists.values_mut() {
        for record in &mut list.records {
            Arc::make_mut(record).evidence = vec![Evidence::Paper("原件".to_owned())];
        }
    }
    let card = vec![Evidence::File("身份证.pdf".to_owned())];
    dossier.materials.insert("identity_card".to_owned(), card);
    let mut content = b"%PDF-1.7\n".to_vec();
    content.resize(EVIDENCE, u8::try_from(number % 251).ok()?);
    let digest = FileDigest::of(&content);
    let files: Vec<Attached> = dossier
        .files()
        .into_iter()
        .map(|(holder, name)| Attached {
            holder: holder.to_owned(),
            name: name.to_owned(),
            digest,
        })
        .collect();
    let submission = Submission {
        engine,
        season: &season,
        dossier: &dossier,
        files: &files,
    };
    let statements = engine.book().statement.iter();
    let statements = statements.filter(|statement| statement.by == StatementBy::Applicant);
    let pledge = Pledge {
        subject: submission.subject().hex(),
        statements: statements.map(|statement| statement.id.clone()).collect(),
        name,
        date: today,
        signature: Vec::new(),
    };
    let assessment = engine.assess(&dossier, &season, today);
    let report = wording::report::of_submission(&submission, &assessment, Some(&pledge), today);
    let contents = Contents {
        submission,
        pledge: &pledge,
        report: report.as_bytes(),
        date: today,
        unicode: UNICODE,
    };
    let mut bytes = Vec::new();
    for segment in seal(&contents).ok()?.segments {
        match segment {
            Segment::Bytes(piece) => bytes.extend(piece),
            Segment::File { .. } => bytes.extend_from_slice(&content),
        }
    }
    Some(bytes)
}

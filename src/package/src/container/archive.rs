//! An archive opened: every header read, compared and found unambiguous.

use super::{
    central,
    end::{self, End},
    fault::{Fault, Finding, Findings, Place, Stop},
    local, names,
    options::Options,
    source::Source,
    trace::Trace,
};

/// How an entry is stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// As it is (method 0).
    Stored,
    /// RFC 1951 (method 8).
    Deflate,
}

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Path as read, not normalised; a folder's without the slash at its end.
    pub name: String,
    /// A folder; has no content.
    pub folder: bool,
    /// How the content is stored.
    pub method: Method,
    /// Declared CRC-32 of the content.
    pub crc32: u32,
    /// Bytes of the content in the archive.
    pub compressed: u64,
    /// Declared bytes of the content.
    pub size: u64,
    /// Where the content begins.
    pub(super) data: u64,
}

/// The entries of an archive, in the order of its central directory.
///
/// INVARIANT: names are safe and do not clash, the entries lie side by side
/// without gap or overlap, and both headers of each agree. Content has not
/// been looked at; see [`Archive::read`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Archive {
    entries: Vec<Entry>,
}

impl Archive {
    /// All entries.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Where the content of an entry lies that is stored as it is: offset and length.
    pub fn stored(&self, index: usize) -> Option<(u64, u64)> {
        let entry = self.entries.get(index)?;
        let stored = entry.method == Method::Stored && !entry.folder;
        stored.then_some((entry.data, entry.size))
    }

    /// Sum of the declared sizes.
    pub fn expanded(&self) -> u64 {
        self.entries
            .iter()
            .fold(0, |sum: u64, entry| sum.saturating_add(entry.size))
    }
}

/// What came of opening an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// The archive; none when any finding is an error.
    pub archive: Option<Archive>,
    /// Errors, and the traces of other tools.
    pub findings: Vec<Finding>,
}

/// Reads and checks all headers of an archive, none of the content. Memory is
/// bounded by [`Options::directory`].
///
/// # Errors
/// When the source fails; whatever is wrong with the archive is a finding.
pub async fn open<S: Source>(source: &mut S, options: &Options) -> Result<Opening, S::Error> {
    let mut findings = Findings::default();
    let archive = match read(source, options, &mut findings).await {
        Ok(archive) => (!findings.refused()).then_some(archive),
        Err(Stop::Refused(place, fault)) => {
            findings.push(place, fault);
            None
        }
        Err(Stop::Source(error)) => return Err(error),
    };
    Ok(Opening {
        archive,
        findings: findings.into_list(),
    })
}

async fn read<S: Source>(
    source: &mut S,
    options: &Options,
    findings: &mut Findings,
) -> Result<Archive, Stop<S::Error>> {
    let end = end::find(source).await?;
    if end.foreign {
        findings.push(Place::Archive, Fault::Rewritten(Trace::Zip64));
    }
    check_limits(&end, options).map_err(Stop::archive)?;
    let mut bytes = vec![0; usize::try_from(end.size).unwrap_or(0)];
    source
        .read_at(end.offset, &mut bytes)
        .await
        .map_err(Stop::Source)?;
    let mut listed = central::read(&bytes, &end, options, findings)
        .map_err(|(place, fault)| Stop::Refused(place, fault))?;
    let expanded = listed
        .iter()
        .fold(0_u64, |sum, item| sum.saturating_add(item.entry.size));
    check_expansion(expanded, source.size(), options).map_err(Stop::archive)?;
    names::check(&listed, options, findings);
    // With entries left out, the rest would seem to have gaps.
    if !findings.refused() {
        local::check(source, &mut listed, end.offset, findings).await?;
    }
    let entries = listed.into_iter().map(|item| item.entry).collect();
    Ok(Archive { entries })
}

fn check_limits(end: &End, options: &Options) -> Result<(), Fault> {
    if end.entries > options.entries {
        return Err(Fault::TooManyEntries(end.entries));
    }
    if end.size > options.directory {
        return Err(Fault::DirectoryTooLarge(end.size));
    }
    Ok(())
}

fn check_expansion(expanded: u64, length: u64, options: &Options) -> Result<(), Fault> {
    if expanded > options.expanded {
        return Err(Fault::TooLarge(expanded));
    }
    if expanded > options.free && expanded / options.ratio.max(1) > length {
        return Err(Fault::TooDense(expanded));
    }
    Ok(())
}

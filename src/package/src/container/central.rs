//! The central directory: what it says of each entry, and whether that is
//! something we take.

use super::{
    archive::{Entry, Method},
    end::End,
    extra::{Extra, Wide},
    fault::{Fault, Findings, Place},
    options::Options,
    record::{
        ATTRIBUTES, CENTRAL, CENTRAL_SIZE, CentralTail, Common, Cursor, DATE, FLAG_DESCRIPTOR,
        FLAG_UTF8, MADE_BY, NEEDED, NEEDED_ZIP64,
    },
    trace::Trace,
};

/// Deflate's two level bits mean nothing to a reader.
const FLAGS_LEVEL: u16 = 0b110;
/// Encrypted, strongly encrypted, headers masked.
const FLAGS_ENCRYPTED: u16 = 1 | 1 << 6 | 1 << 13;

/// An entry as the directory lists it.
#[derive(Debug)]
pub(super) struct Listed {
    /// Position in the directory.
    pub(super) index: usize,
    pub(super) entry: Entry,
    /// Name byte for byte, to compare with the local header's.
    pub(super) raw_name: Vec<u8>,
    pub(super) common: Common,
    /// Offset of the local header.
    pub(super) offset: u64,
    /// How the name is encoded.
    pub(super) trace: Option<Trace>,
}

impl Listed {
    pub(super) fn has_descriptor(&self) -> bool {
        self.common.flags & FLAG_DESCRIPTOR != 0
    }

    pub(super) fn place(&self) -> Place {
        Place::Entry {
            index: self.index,
            name: self.entry.name.clone(),
        }
    }
}

/// One header's fields and variable parts.
struct Header<'a> {
    made_by: u16,
    common: Common,
    tail: CentralTail,
    name: &'a [u8],
    extra: &'a [u8],
}

impl<'a> Header<'a> {
    fn read(cursor: &mut Cursor<'a>) -> Option<Self> {
        cursor.signature(CENTRAL)?;
        let made_by = cursor.u16()?;
        let common = Common::read(cursor)?;
        let tail = CentralTail::read(cursor)?;
        let name = cursor.take(usize::from(common.name))?;
        let extra = cursor.take(usize::from(common.extra))?;
        cursor.take(usize::from(tail.comment))?;
        Some(Self {
            made_by,
            common,
            tail,
            name,
            extra,
        })
    }

    fn place(&self, index: usize) -> Place {
        Place::Entry {
            index,
            name: String::from_utf8_lossy(self.name).into_owned(),
        }
    }
}

/// Reads the directory. Faults of single entries are collected; what makes
/// the directory unreadable is the error.
pub(super) fn read(
    bytes: &[u8],
    end: &End,
    options: &Options,
    findings: &mut Findings,
) -> Result<Vec<Listed>, (Place, Fault)> {
    let mut cursor = Cursor(bytes);
    // The count is only declared; the bytes bound what is taken.
    let count = usize::try_from(end.entries).unwrap_or(usize::MAX);
    let mut listed = Vec::with_capacity(count.min(bytes.len() / CENTRAL_SIZE));
    for index in 0..count {
        let at = end
            .offset
            .saturating_add((bytes.len() - cursor.0.len()) as u64);
        let header = Header::read(&mut cursor).ok_or((Place::Offset(at), Fault::Directory))?;
        let place = header.place(index);
        match entry(index, &header, options) {
            Ok(item) => {
                check_traces(&header, &item, &place, findings);
                listed.push(item);
            }
            Err(fault) => findings.push(place, fault),
        }
    }
    if !cursor.0.is_empty() {
        let at = end
            .offset
            .saturating_add((bytes.len() - cursor.0.len()) as u64);
        return Err((Place::Offset(at), Fault::Directory));
    }
    Ok(listed)
}

fn entry(index: usize, header: &Header, options: &Options) -> Result<Listed, Fault> {
    let Header { common, tail, .. } = header;
    check_flags(common)?;
    if common.needed & 0xff > NEEDED_ZIP64 {
        return Err(Fault::Version(common.needed));
    }
    if tail.comment != 0 {
        return Err(Fault::Comment);
    }
    if tail.disk != 0 {
        return Err(Fault::MultiDisk);
    }
    let extra = Extra::read(header.extra).ok_or(Fault::Extra)?;
    let mut wide = Wide::new(&extra);
    let size = wide.value(common.size).ok_or(Fault::Zip64)?;
    let compressed = wide.value(common.compressed).ok_or(Fault::Zip64)?;
    let offset = wide.value(tail.offset).ok_or(Fault::Zip64)?;
    if !wide.rest().is_empty() {
        return Err(Fault::Zip64);
    }
    let method = match common.method {
        0 if size == compressed => Method::Stored,
        0 => return Err(Fault::StoredSizes),
        8 => Method::Deflate,
        other => return Err(Fault::Method(other)),
    };
    let (mut name, trace) = decode(header.name, common.flags, &extra, options)?;
    let folder = name.ends_with('/');
    if folder {
        name.pop();
    }
    check_kind(tail.external, folder, size)?;
    let crc32 = common.crc32;
    let entry = Entry {
        name,
        folder,
        method,
        crc32,
        compressed,
        size,
        data: 0,
    };
    Ok(Listed {
        index,
        entry,
        raw_name: header.name.to_vec(),
        common: *common,
        offset,
        trace,
    })
}

fn check_flags(common: &Common) -> Result<(), Fault> {
    if common.flags & FLAGS_ENCRYPTED != 0 {
        return Err(Fault::Encrypted);
    }
    match common.flags & !(FLAG_UTF8 | FLAG_DESCRIPTOR | FLAGS_LEVEL) {
        0 => Ok(()),
        unknown => Err(Fault::Flags(unknown)),
    }
}

/// The name, and what tells that another tool wrote it.
fn decode(
    bytes: &[u8],
    flags: u16,
    extra: &Extra,
    options: &Options,
) -> Result<(String, Option<Trace>), Fault> {
    let plain = std::str::from_utf8(bytes).ok();
    let unicode = extra.unicode_name(bytes);
    match (plain, unicode) {
        (Some(plain), Some(unicode)) if plain != unicode => Err(Fault::NameTwice),
        (Some(plain), _) if plain.is_ascii() || flags & FLAG_UTF8 != 0 => {
            Ok((plain.to_owned(), None))
        }
        (None, _) if flags & FLAG_UTF8 != 0 => Err(Fault::NameEncoding),
        (Some(name), _) | (None, Some(name)) => Ok((name.to_owned(), Some(Trace::Recoded))),
        (None, None) => (options.legacy)(bytes)
            .map(|name| (name, Some(Trace::Recoded)))
            .ok_or(Fault::NameEncoding),
    }
}

/// Links and special files by the UNIX mode, whoever is said to have made the
/// entry; folders by name, mode and the MS-DOS attribute alike.
fn check_kind(external: u32, folder: bool, size: u64) -> Result<(), Fault> {
    const TYPE: u32 = 0o170_000;
    const REGULAR: u32 = 0o100_000;
    const FOLDER: u32 = 0o040_000;
    const LINK: u32 = 0o120_000;
    const DOS_FOLDER: u32 = 0x10;
    const DOS_REPARSE: u32 = 0x400;
    let clear = match (external >> 16) & TYPE {
        0 => true,
        REGULAR => !folder,
        FOLDER => folder,
        LINK => return Err(Fault::Link),
        _ => return Err(Fault::SpecialFile),
    };
    if external & DOS_REPARSE != 0 {
        return Err(Fault::Link);
    }
    let dos_folder = external & DOS_FOLDER != 0;
    if !clear || (dos_folder && !folder) || (folder && size != 0) {
        return Err(Fault::FolderUnclear);
    }
    Ok(())
}

fn check_traces(header: &Header, item: &Listed, place: &Place, findings: &mut Findings) {
    let Header { common, tail, .. } = header;
    let wide = header.extra.first_chunk() == Some(&[1, 0]);
    let needed = if wide { NEEDED_ZIP64 } else { NEEDED };
    let other_extra = Extra::read(header.extra)
        .is_none_or(|extra| extra.other || extra.zip64.is_some_and(<[u8]>::is_empty));
    let attributes = header.made_by == MADE_BY
        && common.needed == needed
        && tail.internal == 0
        && tail.external == ATTRIBUTES;
    let signs = [
        (Trace::Deflate, item.entry.method == Method::Deflate),
        (Trace::Folder, item.entry.folder),
        (Trace::Time, common.time != 0 || common.date != DATE),
        (Trace::Attributes, !attributes),
        (Trace::Flags, common.flags != FLAG_UTF8),
        (Trace::Extra, other_extra),
    ];
    for (trace, shows) in signs {
        if shows {
            findings.push(place.clone(), Fault::Rewritten(trace));
        }
    }
    if let Some(trace) = item.trace {
        findings.push(place.clone(), Fault::Rewritten(trace));
    }
}

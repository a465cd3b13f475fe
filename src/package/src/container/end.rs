//! The end of an archive: where its central directory is.

use super::{
    fault::{Fault, Stop},
    record::{
        Cursor, END, END_SIZE, END64, END64_SIZE, LOCATOR64, LOCATOR64_SIZE, MADE_BY, MAX16, MAX32,
        NEEDED_ZIP64,
    },
    source::Source,
};

/// Longest comment an end record can carry.
const COMMENT: usize = 65_535;

/// What the end records say.
#[derive(Debug, Clone, Copy)]
pub(super) struct End {
    /// Number of entries.
    pub(super) entries: u64,
    /// Offset of the central directory.
    pub(super) offset: u64,
    /// Length of the central directory.
    pub(super) size: u64,
    /// Whether the zip64 record is there without need, or not as we write it.
    pub(super) foreign: bool,
}

/// Finds the end records and checks that the central directory fills the
/// place before them.
pub(super) async fn find<S: Source>(source: &mut S) -> Result<End, Stop<S::Error>> {
    let total = source.size();
    let tail = read_tail(source, END_SIZE + LOCATOR64_SIZE + END64_SIZE).await?;
    let Some(plain) = tail
        .split_last_chunk()
        .and_then(|(_, end)| Plain::read(end))
    else {
        return Err(diagnose(source).await?);
    };
    let at = total.saturating_sub(END_SIZE as u64);
    if plain.disks {
        return Err(Stop::at(at, Fault::MultiDisk));
    }
    let wide = Wide::find(&tail, total).map_err(|fault| Stop::at(at, fault))?;
    let (end, limit) = plain
        .merge(wide, at)
        .ok_or_else(|| Stop::at(at, Fault::Zip64))?;
    match end.offset.checked_add(end.size) {
        Some(reached) if reached == limit => Ok(end),
        Some(reached) if reached < limit => {
            Err(Stop::at(reached, displaced(source, &end, limit).await?))
        }
        _ => Err(Stop::at(at, Fault::Directory)),
    }
}

/// The plain end record (APPNOTE 4.3.16), without a comment.
struct Plain {
    disks: bool,
    entries: u16,
    size: u32,
    offset: u32,
}

impl Plain {
    fn read(bytes: &[u8; END_SIZE]) -> Option<Self> {
        let mut cursor = Cursor(bytes);
        cursor.signature(END)?;
        let (disk, start) = (cursor.u16()?, cursor.u16()?);
        let (here, entries) = (cursor.u16()?, cursor.u16()?);
        let plain = Self {
            disks: disk != 0 || start != 0 || here != entries,
            entries,
            size: cursor.u32()?,
            offset: cursor.u32()?,
        };
        (cursor.u16()? == 0).then_some(plain)
    }

    /// The end, and where the directory has to stop. None when the two
    /// records contradict one another.
    fn merge(&self, wide: Option<Wide>, at: u64) -> Option<(End, u64)> {
        let needed = self.entries == MAX16 || self.size == MAX32 || self.offset == MAX32;
        let mut end = End {
            entries: u64::from(self.entries),
            offset: u64::from(self.offset),
            size: u64::from(self.size),
            foreign: wide.as_ref().is_some_and(|wide| wide.foreign || !needed),
        };
        let Some(wide) = wide else {
            return Some((end, at));
        };
        let agrees = |full: bool, plain: u64, wide: u64| full || plain == wide;
        let agree = agrees(self.entries == MAX16, end.entries, wide.entries)
            && agrees(self.size == MAX32, end.size, wide.size)
            && agrees(self.offset == MAX32, end.offset, wide.offset);
        (end.entries, end.size, end.offset) = (wide.entries, wide.size, wide.offset);
        agree.then_some((end, wide.at))
    }
}

/// The zip64 end record (APPNOTE 4.3.14) by way of its locator (4.3.15).
struct Wide {
    at: u64,
    entries: u64,
    size: u64,
    offset: u64,
    foreign: bool,
}

impl Wide {
    /// None where there is no locator; a fault where there is a broken one.
    fn find(tail: &[u8], total: u64) -> Result<Option<Self>, Fault> {
        let before = tail.len().saturating_sub(END_SIZE + LOCATOR64_SIZE);
        let mut locator = Cursor(tail.get(before..).unwrap_or(&[]));
        if locator.signature(LOCATOR64).is_none() {
            return Ok(None);
        }
        let at = total
            .checked_sub((END_SIZE + LOCATOR64_SIZE + END64_SIZE) as u64)
            .ok_or(Fault::Zip64)?;
        let (disk, offset, disks) = (locator.u32(), locator.u64(), locator.u32());
        if disk != Some(0) || !matches!(disks, Some(0 | 1)) {
            return Err(Fault::MultiDisk);
        }
        // An extensible data sector would stand in between: not taken.
        if offset != Some(at) {
            return Err(Fault::Zip64);
        }
        let mut wide = Self::read(Cursor(tail), at).ok_or(Fault::Zip64)?;
        wide.foreign |= disks != Some(1);
        Ok(Some(wide))
    }

    fn read(mut cursor: Cursor, at: u64) -> Option<Self> {
        cursor.signature(END64)?;
        let size_field = cursor.u64()?;
        let (made_by, needed) = (cursor.u16()?, cursor.u16()?);
        let (disk, start) = (cursor.u32()?, cursor.u32()?);
        let (here, entries) = (cursor.u64()?, cursor.u64()?);
        let (size, offset) = (cursor.u64()?, cursor.u64()?);
        let sound =
            size_field == END64_SIZE as u64 - 12 && disk == 0 && start == 0 && here == entries;
        let foreign = made_by != MADE_BY || needed != NEEDED_ZIP64;
        sound.then_some(Self {
            at,
            entries,
            size,
            offset,
            foreign,
        })
    }
}

/// Why the directory stops short of the end records: bytes before the
/// archive that moved everything, or bytes in between.
async fn displaced<S: Source>(
    source: &mut S,
    end: &End,
    limit: u64,
) -> Result<Fault, Stop<S::Error>> {
    let shift = limit.saturating_sub(end.offset.saturating_add(end.size));
    let mut signature = [0; 4];
    if end.size >= 4 {
        let moved = end.offset.saturating_add(shift);
        source
            .read_at(moved, &mut signature)
            .await
            .map_err(Stop::Source)?;
    }
    Ok(if u32::from_le_bytes(signature) == super::record::CENTRAL {
        Fault::LeadingBytes(shift)
    } else {
        Fault::Gap(shift)
    })
}

/// Why the last bytes are no end record.
async fn diagnose<S: Source>(source: &mut S) -> Result<Stop<S::Error>, Stop<S::Error>> {
    let tail = read_tail(source, END_SIZE + COMMENT).await?;
    let start = source.size().saturating_sub(tail.len() as u64);
    let found = tail
        .windows(END_SIZE)
        .rposition(|window| Cursor(window).signature(END).is_some());
    let Some(position) = found else {
        return Ok(Stop::archive(Fault::NotAnArchive));
    };
    let mut after = Cursor(tail.get(position..).unwrap_or(&[]));
    after.take(END_SIZE - 2);
    let comment = u64::from(after.u16().unwrap_or(0));
    let rest = after.0.len() as u64;
    let at = start.saturating_add((position + END_SIZE) as u64);
    Ok(match rest.checked_sub(comment) {
        None => Stop::archive(Fault::NotAnArchive),
        Some(0) => Stop::at(at, Fault::Comment),
        Some(count) => Stop::at(at.saturating_add(comment), Fault::TrailingBytes(count)),
    })
}

async fn read_tail<S: Source>(source: &mut S, most: usize) -> Result<Vec<u8>, Stop<S::Error>> {
    let size = source.size();
    let length = usize::try_from(size).map_or(most, |size| size.min(most));
    let mut tail = vec![0; length];
    source
        .read_at(size.saturating_sub(length as u64), &mut tail)
        .await
        .map_err(Stop::Source)?;
    Ok(tail)
}

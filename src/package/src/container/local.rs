//! Local headers: one for each entry, saying the same as the directory, and
//! together with the data filling the archive from its first byte on.

use order::sorted;

use super::{
    central::Listed,
    extra::{Extra, Wide},
    fault::{Fault, Field, Findings, Place, Stop},
    record::{Common, Cursor, DESCRIPTOR, LOCAL, LOCAL_SIZE, MAX32, NEEDED, NEEDED_ZIP64},
    source::Source,
    trace::Trace,
};

/// Extra fields of up to this length come along with the first read.
const AHEAD: usize = 64;

/// Checks every local header and notes where each entry's data begins.
pub(super) async fn check<S: Source>(
    source: &mut S,
    listed: &mut [Listed],
    directory: u64,
    findings: &mut Findings,
) -> Result<(), Stop<S::Error>> {
    let offsets: Vec<_> = listed.iter().map(|item| item.offset).collect();
    let order: Vec<_> = sorted(offsets.len(), &mut |a, b| {
        offsets.get(a).cmp(&offsets.get(b))
    })
    .into_iter()
    .filter_map(|index| Some((index, *offsets.get(index)?)))
    .collect();
    let nexts = order
        .iter()
        .skip(1)
        .map(|&(_, offset)| offset)
        .chain([directory]);
    let mut reached = 0;
    for (&(index, offset), next) in order.iter().zip(nexts) {
        let Some(item) = listed.get_mut(index) else {
            continue;
        };
        if let Some(count @ 1..) = offset.checked_sub(reached) {
            let first = reached == 0;
            let fault = if first {
                Fault::LeadingBytes(count)
            } else {
                Fault::Gap(count)
            };
            return Err(Stop::at(reached, fault));
        }
        let place = item.place();
        if offset < reached || next <= offset || next > directory {
            return Err(Stop::Refused(place, Fault::Overlap));
        }
        reached = check_entry(source, item, next, (&place, findings))
            .await?
            .map_err(|fault| Stop::Refused(place, fault))?;
    }
    match directory.checked_sub(reached) {
        Some(count @ 1..) => Err(Stop::at(reached, Fault::Gap(count))),
        _ => Ok(()),
    }
}

/// Checks one entry, whose successor begins at `next`; gives where it ends.
async fn check_entry<S: Source>(
    source: &mut S,
    item: &mut Listed,
    next: u64,
    (place, findings): (&Place, &mut Findings),
) -> Result<Result<u64, Fault>, Stop<S::Error>> {
    let room = next.saturating_sub(item.offset);
    let Some(header) = read_header(source, item, room).await? else {
        return Ok(Err(Fault::LocalHeader));
    };
    if let Err(fault) = compare(&header, item) {
        return Ok(Err(fault));
    }
    trace(&header, item, place, findings);
    item.entry.data = item.offset.saturating_add(header.length);
    let end = item.entry.data.saturating_add(item.entry.compressed);
    let Some(room) = next.checked_sub(end) else {
        return Ok(Err(Fault::Overlap));
    };
    if !item.has_descriptor() {
        return Ok(Ok(end));
    }
    Ok(check_descriptor(source, item, room).await?.map(|()| next))
}

/// A local header as read.
struct Header {
    common: Common,
    name: Vec<u8>,
    extra: Vec<u8>,
    /// Bytes of the whole header.
    length: u64,
}

/// None when there is no header, or it reaches beyond its `room`.
async fn read_header<S: Source>(
    source: &mut S,
    item: &Listed,
    room: u64,
) -> Result<Option<Header>, Stop<S::Error>> {
    let room = usize::try_from(room).unwrap_or(usize::MAX);
    let expected = LOCAL_SIZE + item.raw_name.len() + AHEAD;
    let mut bytes = vec![0; expected.min(room)];
    source
        .read_at(item.offset, &mut bytes)
        .await
        .map_err(Stop::Source)?;
    let mut cursor = Cursor(&bytes);
    let Some(common) = cursor
        .signature(LOCAL)
        .and_then(|()| Common::read(&mut cursor))
    else {
        return Ok(None);
    };
    let length = LOCAL_SIZE + usize::from(common.name) + usize::from(common.extra);
    if length > room {
        return Ok(None);
    }
    if length > bytes.len() {
        bytes.resize(length, 0);
        source
            .read_at(item.offset, &mut bytes)
            .await
            .map_err(Stop::Source)?;
    }
    let mut cursor = Cursor(bytes.get(LOCAL_SIZE..).unwrap_or(&[]));
    let parts = cursor.take(usize::from(common.name)).and_then(|name| {
        Some((
            name.to_vec(),
            cursor.take(usize::from(common.extra))?.to_vec(),
        ))
    });
    Ok(parts.map(|(name, extra)| Header {
        common,
        name,
        extra,
        length: length as u64,
    }))
}

fn compare(header: &Header, item: &Listed) -> Result<(), Fault> {
    let (local, central, entry) = (&header.common, &item.common, &item.entry);
    let differ = |differs: bool, field| {
        if differs {
            Err(Fault::Disagreement(field))
        } else {
            Ok(())
        }
    };
    differ(header.name != item.raw_name, Field::Name)?;
    differ(local.flags != central.flags, Field::Flags)?;
    differ(local.method != central.method, Field::Method)?;
    let extra = Extra::read(&header.extra).ok_or(Fault::Extra)?;
    if extra
        .unicode_name(&header.name)
        .is_some_and(|name| name.trim_end_matches('/') != entry.name)
    {
        return Err(Fault::NameTwice);
    }
    let (size, compressed) = sizes(local, &extra).ok_or(Fault::Zip64)?;
    // Where a descriptor follows, zero stands for "not yet known".
    let later = item.has_descriptor();
    differ(
        local.crc32 != entry.crc32 && !(later && local.crc32 == 0),
        Field::Crc,
    )?;
    differ(size != entry.size && !(later && size == 0), Field::Size)?;
    differ(
        compressed != entry.compressed && !(later && compressed == 0),
        Field::Compressed,
    )
}

/// Expanded and compressed size. In a local header zip64 holds both even if
/// one alone would do (APPNOTE 4.5.3); some tools add it without need, then
/// it must say the same or nothing.
fn sizes(local: &Common, extra: &Extra) -> Option<(u64, u64)> {
    let mut wide = Wide::new(extra);
    let plain = (u64::from(local.size), u64::from(local.compressed));
    if local.size == MAX32 || local.compressed == MAX32 {
        let full = extra.zip64.is_some_and(|body| body.len() == 16);
        let fields = if full {
            (MAX32, MAX32)
        } else {
            (local.size, local.compressed)
        };
        let (size, compressed) = (wide.value(fields.0), wide.value(fields.1));
        let (size, compressed) = (size?, compressed?);
        let agree = (local.size == MAX32 || size == plain.0)
            && (local.compressed == MAX32 || compressed == plain.1);
        return (agree && wide.rest().is_empty()).then_some((size, compressed));
    }
    let mut rest = Cursor(wide.rest());
    let unneeded = rest.0.is_empty()
        || ((rest.u64()?, rest.u64()?) == plain || wide.rest().iter().all(|&byte| byte == 0))
            && rest.0.is_empty();
    unneeded.then_some(plain)
}

/// The descriptor fills the room between the data and the next header; its
/// length tells whether it has a signature and wide sizes (APPNOTE 4.3.9).
async fn check_descriptor<S: Source>(
    source: &mut S,
    item: &Listed,
    room: u64,
) -> Result<Result<(), Fault>, Stop<S::Error>> {
    if !matches!(room, 12 | 16 | 20 | 24) {
        return Ok(Err(Fault::Descriptor));
    }
    let mut bytes = vec![0; usize::try_from(room).unwrap_or(0)];
    let at = item.entry.data.saturating_add(item.entry.compressed);
    source.read_at(at, &mut bytes).await.map_err(Stop::Source)?;
    let agrees = descriptor_agrees(&bytes, item).unwrap_or(false);
    Ok(if agrees {
        Ok(())
    } else {
        Err(Fault::Descriptor)
    })
}

fn descriptor_agrees(bytes: &[u8], item: &Listed) -> Option<bool> {
    let mut cursor = Cursor(bytes);
    if matches!(bytes.len(), 16 | 24) {
        cursor.signature(DESCRIPTOR)?;
    }
    let crc32 = cursor.u32()?;
    let (compressed, size) = if bytes.len() < 20 {
        (u64::from(cursor.u32()?), u64::from(cursor.u32()?))
    } else {
        (cursor.u64()?, cursor.u64()?)
    };
    let entry = &item.entry;
    Some(crc32 == entry.crc32 && compressed == entry.compressed && size == entry.size)
}

fn trace(header: &Header, item: &Listed, place: &Place, findings: &mut Findings) {
    let (local, central) = (&header.common, &item.common);
    let wide = item.entry.size >= u64::from(MAX32);
    let extra = if wide { 20 } else { 0 };
    let needed = if wide { NEEDED_ZIP64 } else { NEEDED };
    let signs = [
        (
            Trace::Time,
            local.time != central.time || local.date != central.date,
        ),
        (Trace::Attributes, local.needed != needed),
        (Trace::Extra, local.extra != extra),
    ];
    for (trace, shows) in signs {
        if shows {
            findings.push(place.clone(), Fault::Rewritten(trace));
        }
    }
}

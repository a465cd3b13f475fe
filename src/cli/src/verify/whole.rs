//! A file that is read as a whole, into room that is used again from one file to the next.

use std::fs::File;
use std::io;

/// The largest file that is read as a whole, in bytes.
pub(super) const WHOLE: u64 = 4 << 20;
/// The least that is read past the memory of the system, in bytes: for less the system reads sooner, more than it is asked for.
#[cfg(target_os = "linux")]
const LEAST: usize = 256 << 10;

/// Where disks begin to read and to end it: no disk in use asks for more.
#[cfg(target_os = "linux")]
const BLOCK: usize = 4096;

/// Reads a file of this size, and gives where it begins in the room.
///
/// What the system does not keep in memory goes from the disk into the room, and is not kept on the way: that takes half the
/// time of the processor, and leaves what others read in memory.
pub(super) fn read(file: &mut File, size: usize, room: &mut Vec<u8>) -> io::Result<usize> {
    match past_memory(file, size, room) {
        Some(from) => Ok(from),
        None => through_memory(file, size, room).map(|()| 0),
    }
}

fn through_memory(file: &mut File, size: usize, room: &mut Vec<u8>) -> io::Result<()> {
    use std::io::{Read as _, Seek as _};
    grow(room, size);
    file.rewind()?;
    file.read_exact(room.get_mut(..size).unwrap_or_default())
}

/// Grown and never made smaller, since what is new has to be cleared.
fn grow(room: &mut Vec<u8>, size: usize) {
    if room.len() < size {
        room.resize(size, 0);
    }
}

/// The same past the memory of the system; none where that cannot be, or where the file lies there.
#[cfg(target_os = "linux")]
fn past_memory(file: &mut File, size: usize, room: &mut Vec<u8>) -> Option<usize> {
    use rustix::fs::{OFlags, fcntl_setfl};

    if size < LEAST || lies_in_memory(file) {
        return None;
    }
    fcntl_setfl(&*file, OFlags::DIRECT).ok()?;
    let from = blocks(file, size, room);
    fcntl_setfl(&*file, OFlags::empty()).ok()?;
    from
}

/// Reads whole blocks into a place that begins like one, up to the end of the file.
#[cfg(target_os = "linux")]
fn blocks(file: &mut File, size: usize, room: &mut Vec<u8>) -> Option<usize> {
    use std::io::Read as _;

    let whole = size.checked_next_multiple_of(BLOCK)?;
    grow(room, whole.checked_add(BLOCK)?);
    let from = room.as_ptr().align_offset(BLOCK);
    let place = room.get_mut(from..)?.get_mut(..whole)?;
    let mut read = 0_usize;
    while read < size {
        match file.read(place.get_mut(read..)?) {
            Ok(more) if more > 0 => read = read.checked_add(more)?,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            _ => return None,
        }
    }
    Some(from)
}

/// Whether the beginning of a file can be read without waiting for a disk.
#[cfg(target_os = "linux")]
fn lies_in_memory(file: &File) -> bool {
    use std::io::IoSliceMut;

    use rustix::io::{ReadWriteFlags, preadv2};

    let mut first = [0_u8];
    let mut places = [IoSliceMut::new(&mut first)];
    preadv2(file, &mut places, 0, ReadWriteFlags::NOWAIT).is_ok()
}

/// Other systems have no such call that is worth one.
#[cfg(not(target_os = "linux"))]
fn past_memory(_: &mut File, _: usize, _: &mut Vec<u8>) -> Option<usize> {
    None
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::fs::{self, File};

    use super::{LEAST, read};

    #[test]
    fn a_file_is_read_to_its_last_byte_from_memory_and_from_the_disk() {
        let path = std::env::temp_dir().join(format!("zhicheng-whole-{}", std::process::id()));
        let mut room = Vec::new();
        for size in [0, 1, LEAST - 1, LEAST, LEAST + 1, 3 * LEAST + 4095] {
            let bytes: Vec<u8> = (0..=250).cycle().take(size).collect();
            fs::write(&path, &bytes).unwrap();
            let mut file = File::open(&path).unwrap();
            for _ in 0..2 {
                let from = read(&mut file, size, &mut room).unwrap();
                assert_eq!(room[from..from + size], bytes);
                // From here on it lies on the disk alone, where the system does as it is asked.
                file.sync_all().unwrap();
                rustix::fs::fadvise(&file, 0, None, rustix::fs::Advice::DontNeed).unwrap();
            }
            let longer = read(&mut file, size + LEAST, &mut room);
            assert!(longer.is_err(), "more than there is of {size} bytes");
        }
        fs::remove_file(path).unwrap();
    }
}

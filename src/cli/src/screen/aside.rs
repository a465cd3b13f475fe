//! What is put aside: in the memory while it is little, else in files that have no name, that nobody else opens, and that
//! are gone when the command is, however it ends.

use std::fs::File;
use std::io::{self, BufWriter, Read, Seek, SeekFrom, Write};
use std::{env, mem};

use redb::backends::FileBackend;
use redb::{Database, Durability, Key, ReadableTable, TableDefinition, Value, WriteTransaction};
use serde::{Deserialize, Serialize};
use tempfile::SpooledTempFile;

/// Bytes that stay in the memory.
const IN_MEMORY: usize = 4 << 20;
/// Bytes that are written at once.
const WRITTEN: usize = 64 << 10;
/// Bytes of the length before a value.
const LENGTH: usize = size_of::<u32>();
/// Bytes that are read at once.
const BLOCK: usize = 16 << 10;
/// So many blocks stay in the memory.
const HELD: usize = 256;
/// Bytes of a tree that stay in the memory.
const CACHE: usize = 8 << 20;

/// Bytes that are written one behind the other, and read later.
#[derive(Debug)]
pub(super) struct Aside {
    bytes: BufWriter<SpooledTempFile>,
    size: u64,
}

impl Default for Aside {
    fn default() -> Self {
        Self {
            bytes: BufWriter::with_capacity(WRITTEN, SpooledTempFile::new(IN_MEMORY)),
            size: 0,
        }
    }
}

impl Aside {
    /// Puts bytes behind the others.
    pub(super) fn put(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.size = self.size.saturating_add(bytes.len() as u64);
        self.bytes.write_all(bytes).map_err(no_room)
    }

    /// Puts a value behind the others, after its length; where it stands.
    pub(super) fn put_value(&mut self, value: &impl Serialize) -> io::Result<u64> {
        let at = self.size;
        let bytes = postcard::to_stdvec(value).map_err(io::Error::other)?;
        let length = u32::try_from(bytes.len()).map_err(io::Error::other)?;
        self.put(&length.to_le_bytes())?;
        self.put(&bytes)?;
        Ok(at)
    }

    /// How many there are.
    pub(super) fn size(&self) -> u64 {
        self.size
    }

    /// Writes all of them.
    pub(super) fn pour(self, out: &mut impl Write) -> io::Result<()> {
        let mut bytes = self.reading()?;
        bytes.seek(SeekFrom::Start(0)).map_err(no_room)?;
        io::copy(&mut bytes, out).map(|_| ())
    }

    /// To be read anywhere.
    fn reading(self) -> io::Result<SpooledTempFile> {
        let bytes = self.bytes.into_inner();
        bytes.map_err(|error| no_room(error.into_error()))
    }
}

/// Bytes that are put aside, and then read here and there.
#[derive(Debug)]
pub(super) enum Shelf {
    /// They are coming.
    Coming(Aside),
    /// No more will come.
    There(Blocks),
}

impl Default for Shelf {
    fn default() -> Self {
        Self::Coming(Aside::default())
    }
}

impl sheet::Shelf for Shelf {
    fn put(&mut self, bytes: &[u8]) -> Result<(), String> {
        let done = match self {
            Self::Coming(aside) => aside.put(bytes),
            Self::There(_) => Err(io::ErrorKind::Unsupported.into()),
        };
        done.map_err(|error| error.to_string())
    }

    fn read(&mut self, at: u64, length: usize, into: &mut Vec<u8>) -> Result<(), String> {
        let mut read = || {
            if let Self::Coming(aside) = self {
                *self = Self::There(Blocks::of(mem::take(aside))?);
            }
            match self {
                Self::There(blocks) => blocks.read(at, length, into),
                Self::Coming(_) => Err(io::ErrorKind::Unsupported.into()),
            }
        };
        read().map_err(|error| error.to_string())
    }
}

/// Bytes put aside that are read here and there; what was read last stays in the memory.
#[derive(Debug)]
pub(super) struct Blocks {
    bytes: SpooledTempFile,
    /// Each with its number, which says its place among these.
    held: Vec<Option<(u64, Vec<u8>)>>,
}

impl Blocks {
    pub(super) fn of(aside: Aside) -> io::Result<Self> {
        Ok(Self {
            bytes: aside.reading()?,
            held: vec![None; HELD],
        })
    }

    /// Puts the bytes from a place on behind `into`.
    pub(super) fn read(&mut self, at: u64, length: usize, into: &mut Vec<u8>) -> io::Result<()> {
        let cut_off = || io::Error::from(io::ErrorKind::UnexpectedEof);
        let (mut at, mut left) = (at, length);
        while left > 0 {
            let skipped = usize::try_from(at % BLOCK as u64).map_err(io::Error::other)?;
            let block = self.block(at / BLOCK as u64)?.get(skipped..);
            let block = block.filter(|block| !block.is_empty());
            let block = block.ok_or_else(cut_off)?;
            let piece = block.get(..left).unwrap_or(block);
            into.extend_from_slice(piece);
            at = at.saturating_add(piece.len() as u64);
            left = left.saturating_sub(piece.len());
        }
        Ok(())
    }

    /// The value at a place, whose bytes are put into `room`; where the next one stands.
    pub(super) fn value<'r, T: Deserialize<'r>>(
        &mut self,
        at: u64,
        room: &'r mut Vec<u8>,
    ) -> io::Result<(T, u64)> {
        room.clear();
        self.read(at, LENGTH, room)?;
        let length = room.first_chunk().map_or(0, |b| u32::from_le_bytes(*b));
        room.clear();
        let behind = at.saturating_add(LENGTH as u64);
        let whole = usize::try_from(length).map_err(io::Error::other)?;
        self.read(behind, whole, room)?;
        let value = postcard::from_bytes(room).map_err(io::Error::other)?;
        Ok((value, behind.saturating_add(length.into())))
    }

    fn block(&mut self, number: u64) -> io::Result<&[u8]> {
        let place = usize::try_from(number % HELD as u64).map_err(io::Error::other)?;
        let held = self.held.get_mut(place).ok_or(io::ErrorKind::NotFound)?;
        let (own, block) = held.get_or_insert_with(|| (u64::MAX, Vec::with_capacity(BLOCK)));
        if *own != number {
            *own = u64::MAX;
            block.clear();
            let start = number.saturating_mul(BLOCK as u64);
            self.bytes.seek(SeekFrom::Start(start))?;
            (&mut self.bytes).take(BLOCK as u64).read_to_end(block)?;
            *own = number;
        }
        Ok(block)
    }
}

/// Keys in their order, with values.
pub(super) struct Tree<K: Key + 'static, V: Value + 'static> {
    table: TableDefinition<'static, K, V>,
    /// Never committed: it is gone with its file.
    write: WriteTransaction,
    /// Closed behind the transaction.
    _database: Database,
}

impl<K: Key + 'static, V: Value + 'static> Tree<K, V> {
    pub(super) fn new() -> io::Result<Self> {
        let file = tempfile::tempfile().map_err(no_room)?;
        Self::of(file).map_err(no_room)
    }

    fn of(file: File) -> Result<Self, redb::Error> {
        let mut builder = Database::builder();
        builder.set_cache_size(CACHE);
        let database = builder.create_with_backend(FileBackend::new(file)?)?;
        let mut write = database.begin_write()?;
        write.set_durability(Durability::None)?;
        Ok(Self {
            table: TableDefinition::new("all"),
            write,
            _database: database,
        })
    }

    /// Puts in keys with their values; what a key had before is gone.
    pub(super) fn put<'k>(
        &self,
        entries: impl IntoIterator<Item = (K::SelfType<'k>, V::SelfType<'k>)>,
    ) -> io::Result<()> {
        let put = || -> Result<(), redb::Error> {
            let mut table = self.write.open_table(self.table)?;
            for (key, value) in entries {
                table.insert(key, value)?;
            }
            Ok(())
        };
        put().map_err(no_room)
    }

    /// What `take` makes of the value of a key.
    pub(super) fn get<T>(
        &self,
        key: K::SelfType<'_>,
        take: impl FnOnce(V::SelfType<'_>) -> T,
    ) -> io::Result<Option<T>> {
        let get = || -> Result<Option<T>, redb::Error> {
            let table = self.write.open_table(self.table)?;
            Ok(table.get(key)?.map(|value| take(value.value())))
        };
        get().map_err(no_room)
    }
}

fn no_room(error: impl Into<redb::Error>) -> io::Error {
    let folder = env::temp_dir();
    let error = error.into().to_string();
    io::Error::other(wording::command::cannot_put_aside(
        &folder.to_string_lossy(),
        &error,
    ))
}

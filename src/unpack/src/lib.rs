//! The module that unpacks the one-file edition in its page: the reader of the crate `press`, and nothing else.
//!
//! It stands in the page unpacked, so it has no allocator that gives back, no text of any panic and no glue: numbers go
//! in and out, and bytes through its memory. `src/app/one_file.js` calls it:
//!
//! 1. `input` makes room for the packed bytes and says where; the page writes them there;
//! 2. `begin` takes how many bytes they hold, and says whether they can be read at all;
//! 3. `read` reads for a while and says whether there is more to read (0), all is there (1), or it is nothing that was
//!    packed (2); `length` is how many bytes there are so far;
//! 4. `output` says where the bytes are.
//!
//! One instance unpacks one block. One that has no room left stops with an error.
#![cfg(target_arch = "wasm32")]
#![no_std]

extern crate alloc;

use alloc::vec;
use alloc::vec::Vec;
use core::mem;
use core::panic::PanicInfo;

use lol_alloc::LeakingPageAllocator;
use press::{Progress, Reader};
use spin::Mutex;
use wasm_bindgen::prelude::wasm_bindgen;

#[global_allocator]
static ALLOCATOR: LeakingPageAllocator = LeakingPageAllocator;

static PACKED: Mutex<Vec<u8>> = Mutex::new(Vec::new());
static READER: Mutex<Option<Reader>> = Mutex::new(None);

#[panic_handler]
fn stop(_: &PanicInfo<'_>) -> ! {
    core::arch::wasm32::unreachable()
}

/// Room for so many packed bytes.
#[wasm_bindgen]
pub fn input(size: u32) -> u32 {
    let mut packed = PACKED.lock();
    *packed = vec![0; place(size)];
    address(&packed)
}

/// Begins to read what holds so many bytes.
#[wasm_bindgen]
pub fn begin(size: u32) -> bool {
    let packed = mem::take(&mut *PACKED.lock());
    let mut reader = READER.lock();
    *reader = Reader::new(packed, place(size));
    reader.is_some()
}

/// Reads so many symbols.
#[wasm_bindgen]
pub fn read(symbols: u32) -> u32 {
    let mut reader = READER.lock();
    let progress = reader.as_mut().map(|reader| reader.read(symbols));
    match progress {
        Some(Progress::More) => 0,
        Some(Progress::Done) => 1,
        Some(Progress::Broken) | None => 2,
    }
}

/// How many bytes there are.
#[wasm_bindgen]
pub fn length() -> u32 {
    let reader = READER.lock();
    let length = reader.as_ref().map(|reader| reader.bytes().len());
    length
        .and_then(|length| u32::try_from(length).ok())
        .unwrap_or(0)
}

/// Where the bytes are.
#[wasm_bindgen]
pub fn output() -> u32 {
    READER
        .lock()
        .as_ref()
        .map_or(0, |reader| address(reader.bytes()))
}

/// Where in memory bytes are. The page reads and writes them there.
fn address(bytes: &[u8]) -> u32 {
    u32::try_from(bytes.as_ptr().addr()).unwrap_or(0)
}

/// INVARIANT: places have 32 bits here.
fn place(size: u32) -> usize {
    usize::try_from(size).unwrap_or(usize::MAX)
}

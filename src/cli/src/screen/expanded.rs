//! A workbook in a file: the next piece of a part is expanded while the one before it is read.

#![allow(
    clippy::future_not_send,
    reason = "who takes the pieces stays on the thread that waits for them"
)]

use std::io;
use std::ops::ControlFlow;
use std::path::Path;

use package::container::{Archive, Blocking, ReadError, Source, wait};

use crate::pipeline::{Together, beside};
use crate::verify::FileSource;

/// Pieces go one by one.
const PIECE: Together<Vec<u8>> = Together {
    weigh: |_| 1,
    enough: 1,
};

/// A workbook in a file.
pub(super) struct Expanded(Blocking<FileSource>);

impl Expanded {
    /// Opens a file; a folder is none.
    pub(super) fn open(path: &Path) -> io::Result<Self> {
        FileSource::open(path).map(|file| Self(Blocking(file)))
    }
}

impl Source for Expanded {
    type Error = io::Error;

    fn size(&self) -> u64 {
        self.0.size()
    }

    async fn read_at(&mut self, offset: u64, buffer: &mut [u8]) -> io::Result<()> {
        self.0.read_at(offset, buffer).await
    }

    async fn content(
        &mut self,
        (archive, index): (&Archive, usize),
        sink: &mut dyn FnMut(&[u8]) -> ControlFlow<()>,
    ) -> Result<(), ReadError<io::Error>> {
        let source = &mut self.0;
        let (read, taken) = beside(
            &PIECE,
            |hand_on: &mut dyn FnMut(Vec<u8>) -> ControlFlow<()>| {
                wait(archive.unpack(source, index, &mut |piece| hand_on(piece.to_vec())))
            },
            |pieces| pieces.try_for_each(|piece| sink(&piece)),
        );
        // What is wrong with a piece behind that at which the taker stopped was not asked for.
        match taken {
            ControlFlow::Continue(()) => read,
            ControlFlow::Break(()) => Err(ReadError::Cancelled),
        }
    }
}

//! Where bytes wait that may be too many for the memory.

use std::fmt;

/// Bytes that are put one behind the other, and then read here and there.
pub trait Shelf: fmt::Debug + Send {
    /// Puts bytes behind the others.
    ///
    /// # Errors
    /// Why there is no room.
    fn put(&mut self, bytes: &[u8]) -> Result<(), String>;

    /// Puts the bytes from a place on behind `into`. No more are put in after that.
    ///
    /// # Errors
    /// Why they cannot be had.
    fn read(&mut self, at: u64, length: usize, into: &mut Vec<u8>) -> Result<(), String>;
}

/// In the memory.
impl Shelf for Vec<u8> {
    fn put(&mut self, bytes: &[u8]) -> Result<(), String> {
        self.extend_from_slice(bytes);
        Ok(())
    }

    fn read(&mut self, at: u64, length: usize, into: &mut Vec<u8>) -> Result<(), String> {
        let start = usize::try_from(at).unwrap_or(usize::MAX);
        let bytes = self.get(start..start.saturating_add(length));
        into.extend_from_slice(bytes.ok_or_else(String::new)?);
        Ok(())
    }
}

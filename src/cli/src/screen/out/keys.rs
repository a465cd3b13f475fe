//! The `编号` of rows.

use std::io;
use std::sync::Arc;

use crate::screen::by_key::ByKey;
use crate::screen::inputs::Table;

/// The `编号` of the rows of one roster so far, with their rows. Rosters come one after another.
#[derive(Default)]
pub(super) struct Keys {
    of: Option<Arc<Table>>,
    seen: ByKey<u32>,
}

impl Keys {
    /// The row that has this `编号` already; else it is noted.
    pub(super) fn before(
        &mut self,
        of: &Arc<Table>,
        (key, row): (&str, u32),
    ) -> io::Result<Option<u32>> {
        if self.of.as_ref().is_none_or(|own| !Arc::ptr_eq(own, of)) {
            self.of = Some(Arc::clone(of));
            self.seen = ByKey::default();
        }
        if key.is_empty() {
            return Ok(None);
        }
        let before = self.seen.get(key)?;
        if before.is_none() {
            self.seen.put(key, row)?;
        }
        Ok(before)
    }
}

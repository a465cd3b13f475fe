//! Files whose bytes nobody looks at: a source that can digests them side by side, before all others are read.

use {
    super::{Intake, IntakeError, Keep, Settings},
    crate::{
        bag::{Algorithm, Kind, Others},
        container::{Archive, Source},
        digest::FileDigest,
    },
    std::{
        collections::{BTreeMap, BTreeSet},
        ops::ControlFlow,
    },
};

/// Digests by entry of the archive; of none where the source has no quicker means.
pub(super) type Ahead = BTreeMap<usize, FileDigest>;

/// Has the source digest what is stored as it is and neither kept nor read, unless other algorithms want its bytes too.
pub(super) async fn ahead<S: Source>(
    source: &mut S,
    (intake, archive): (&Intake, &Archive),
    (settings, keep, algorithms): (&Settings, Keep, &BTreeSet<Algorithm>),
    progress: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<Ahead, IntakeError<S::Error>> {
    if !Others::new(algorithms.iter().copied(), settings.hashers).is_empty() {
        return Ok(Ahead::new());
    }
    let (indices, parts): (Vec<_>, Vec<_>) = intake
        .entries
        .iter()
        .filter_map(|(path, &index)| {
            let part = archive.stored(index)?;
            let is_held = keep.is_part(path, part.1) || Kind::of(path).is_read();
            (!is_held).then_some((index, part))
        })
        .unzip();
    if parts.is_empty() {
        return Ok(Ahead::new());
    }
    let digests = source.digests(&parts, progress).await;
    let digests = digests.map_err(IntakeError::Source)?.unwrap_or_default();
    let mut ahead = Ahead::new();
    for (index, digest) in indices.into_iter().zip(digests) {
        ahead.insert(index, digest);
    }
    Ok(ahead)
}

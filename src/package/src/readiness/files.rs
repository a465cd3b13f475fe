//! Files: named and at hand, with names that are safe everywhere, and within
//! the limits of a package and of the portal.

use {
    super::{Obstacle, ObstacleKind, Place, Survey},
    crate::{
        layout,
        look::{self, Look},
        name::{self, Clash, NameFault},
        subject::{File, Submission},
    },
    rulebook::Target,
    std::collections::BTreeMap,
};

/// Most evidence files: a reader takes 10,000 entries.
const MOST_FILES: usize = 9_900;
/// Most bytes of evidence: a reader takes 4 GiB, and the other files need room.
const MOST_BYTES: u64 = (4 << 30) - (64 << 20);

impl Survey<'_> {
    pub(super) fn files(&mut self) {
        let (dossier, files) = (self.submission.dossier, self.submission.files);
        let mut named = dossier.files();
        named.dedup();
        let key = |file: &File| (place(&file.holder, &file.name), ObstacleKind::FileUnnamed);
        let mut at_hand = Vec::new();
        for file in files {
            let pair = (file.holder.as_str(), file.name.as_str());
            match at_hand.binary_search(&pair) {
                Err(position) if named.binary_search(&pair).is_ok() => {
                    at_hand.insert(position, pair);
                }
                _ => {
                    let (place, kind) = key(file);
                    self.push(place, kind);
                }
            }
        }
        for pair in &named {
            if at_hand.binary_search(pair).is_err() {
                self.push(place(pair.0, pair.1), ObstacleKind::FileAbsent);
            }
        }
        for (holder, name) in &named {
            self.name(holder, name);
        }
        self.clashes(&named);
    }

    fn name(&mut self, holder: &str, name: &str) {
        let path = layout::evidence_path(holder, name);
        let fault = if name.contains('/') {
            Some(NameFault::Forbidden('/'))
        } else {
            name::check(&path).err()
        };
        if let Some(fault) = fault {
            self.push(place(holder, name), ObstacleKind::FileName(fault));
        } else if !self.conditions.unicode.is_normal(name) {
            self.push(place(holder, name), ObstacleKind::FileNotNormalised);
        }
    }

    fn clashes(&mut self, named: &[(&str, &str)]) {
        let paths: Vec<String> = named
            .iter()
            .map(|(holder, name)| layout::evidence_path(holder, name))
            .collect();
        let paths = paths.iter().map(String::as_str);
        for clash in name::clashes(paths, self.conditions.unicode) {
            let Clash {
                first,
                second,
                kind,
            } = clash;
            if let (Some(first), Some(second)) = (named.get(first), named.get(second)) {
                let (holder, name) = (first.0.to_owned(), first.1.to_owned());
                let kind = ObstacleKind::FileClash { kind, holder, name };
                self.push(place(second.0, second.1), kind);
            }
        }
    }

    pub(super) fn limits(&mut self) {
        let files = self.submission.files;
        if files.len() > MOST_FILES {
            let limit = MOST_FILES;
            self.push(Place::Whole, ObstacleKind::TooManyFiles { limit });
        }
        if total(files) > MOST_BYTES {
            let limit = MOST_BYTES;
            self.push(Place::Whole, ObstacleKind::TooLargeForPackage { limit });
        }
        let mut seen: BTreeMap<[u8; 32], &File> = BTreeMap::new();
        for file in files {
            let at = || place(&file.holder, &file.name);
            if file.digest.size == 0 {
                self.push(at(), ObstacleKind::FileEmpty);
            } else if let Some(other) = seen.insert(file.digest.sha256, file) {
                let (holder, name) = (other.holder.clone(), other.name.clone());
                self.push(at(), ObstacleKind::FileTwice { holder, name });
            }
        }
        if let Some(target) = self.conditions.target {
            self.found.extend(portal(&self.submission, target));
        }
    }

    /// What files are by their bytes. An empty file has been told already.
    pub(super) fn looks(&mut self, looks: &[Option<Look>]) {
        for (file, look) in self.submission.files.iter().zip(looks) {
            let Some(look) = look.filter(|_| file.digest.size > 0) else {
                continue;
            };
            let promised = look::expected(ending(&file.name));
            if promised.is_some_and(|kinds| !kinds.contains(&look.kind)) {
                let at = place(&file.holder, &file.name);
                self.push(at, ObstacleKind::FileKind(look.kind));
            } else if !look.whole {
                self.push(place(&file.holder, &file.name), ObstacleKind::FileTruncated);
            }
        }
    }
}

/// What a portal may refuse: files one by one, then all together.
pub fn portal(submission: &Submission<'_>, target: &Target) -> Vec<Obstacle> {
    let files = submission.files;
    let mut found = Vec::new();
    for file in files {
        for kind in beyond(target, file) {
            let place = place(&file.holder, &file.name);
            found.push(Obstacle { place, kind });
        }
    }
    let mut whole = |kind| {
        let place = Place::Whole;
        found.push(Obstacle { place, kind });
    };
    if total(files) > target.max_total_bytes {
        let limit = target.max_total_bytes;
        whole(ObstacleKind::FilesTooLarge { limit });
    }
    let most = target.max_files;
    if let Some(limit) = most.filter(|most| files.len() as u64 > u64::from(*most)) {
        whole(ObstacleKind::TooManyForPortal { limit });
    }
    found
}

/// Bytes of all files together.
fn total(files: &[File]) -> u64 {
    let sizes = files.iter().map(|file| file.digest.size);
    sizes.fold(0, u64::saturating_add)
}

/// What a portal may refuse of a file.
fn beyond(target: &Target, file: &File) -> Vec<ObstacleKind> {
    let mut kinds = Vec::new();
    let mut papers = target.paper.iter();
    let own = papers.find(|paper| paper.material == file.holder);
    let (limit, endings) = own.map_or((target.max_file_bytes, &target.endings), |paper| {
        (paper.max_file_bytes, &paper.endings)
    });
    if file.digest.size > limit {
        kinds.push(ObstacleKind::FileTooLarge { limit });
    }
    let limit = target.max_name_characters;
    if file.name.chars().count() > usize::try_from(limit).unwrap_or(usize::MAX) {
        kinds.push(ObstacleKind::FileNameLong { limit });
    }
    let forbidden = target.forbidden.as_deref().unwrap_or_default();
    if let Some(c) = file.name.chars().find(|c| forbidden.contains(*c)) {
        kinds.push(ObstacleKind::FileNameCharacter(c));
    }
    let taken = |known: &String| known.eq_ignore_ascii_case(ending(&file.name));
    if !endings.iter().any(taken) {
        kinds.push(ObstacleKind::FileEnding);
    }
    kinds
}

fn ending(name: &str) -> &str {
    name.rsplit_once('.').map_or("", |(_, ending)| ending)
}

fn place(holder: &str, name: &str) -> Place {
    Place::File {
        holder: holder.to_owned(),
        name: name.to_owned(),
    }
}

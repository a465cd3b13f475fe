//! The single checks.

#[cfg(feature = "foreign")]
use super::super::foreign::Foreign;
use {
    super::{
        super::{
            fault::{Fault, Place},
            fetch::Remote,
            info::{self, Info, Oxum},
            listing::{Kind, Listing},
            manifest::Manifest,
        },
        Bag,
    },
    crate::name::{self, Unicode},
    std::collections::{BTreeMap, BTreeSet},
};

/// Paths by normal form. Two of the same form are a clash and reported so.
pub(super) fn by_normal_form(listing: &Listing, unicode: Unicode) -> BTreeMap<String, &str> {
    let paths = listing.files.keys().filter(|path| !path.is_ascii());
    let mut alike = BTreeMap::new();
    alike.extend(paths.map(|path| ((unicode.normalise)(path), path.as_str())));
    alike
}

impl Bag<'_> {
    /// RFC 8493, 5.1 and 5.2.
    pub(super) fn check_names(&mut self) {
        let listing = self.listing;
        let files = listing.files.keys().cloned();
        let folders = listing.folders.iter().map(|folder| format!("{folder}/"));
        let paths: Vec<_> = files.chain(folders).collect();
        for path in &paths {
            let plain = path.strip_suffix('/').unwrap_or(path);
            if let Err(fault) = name::check(plain) {
                self.push(Place::File(plain.to_owned()), Fault::Name(fault));
            }
            #[cfg(feature = "foreign")]
            self.check_length(path);
        }
        for clash in name::clashes(paths.iter().map(String::as_str), self.unicode) {
            if let (Some(first), Some(second)) = (paths.get(clash.first), paths.get(clash.second)) {
                let fault = Fault::Clash(clash.kind, first.clone());
                self.push(Place::File(second.clone()), fault);
            }
        }
    }

    /// RFC 8493, 6.1.2.
    #[cfg(feature = "foreign")]
    fn check_length(&mut self, path: &str) {
        const WINDOWS: usize = 255;
        if self.any.is_some() && path.encode_utf16().count() > WINDOWS {
            let place = Place::File(path.to_owned());
            self.push(place, Fault::Foreign(Foreign::LongPath));
        }
    }

    /// RFC 8493, 2.1.2, 2.1.3 and 3.
    pub(super) fn check_payload(&mut self, manifests: &[Manifest], remotes: &[Remote]) {
        if !self.listing.payload_folder {
            self.push(Place::Bag, Fault::NoPayloadFolder);
        }
        if !self
            .listing
            .files
            .keys()
            .any(|file| matches!(Kind::of(file), Kind::Manifest(_)))
        {
            self.push(Place::Bag, Fault::NoManifest);
        }
        if !manifests.is_empty()
            && manifests
                .iter()
                .all(|manifest| manifest.algorithm.is_broken())
        {
            self.push(Place::Bag, Fault::BrokenAlgorithms);
        }
        let mut fetchable = BTreeSet::new();
        fetchable.extend(remotes.iter().map(|remote| remote.path.as_str()));
        #[cfg(feature = "foreign")]
        let mut listed_anywhere = BTreeSet::new();
        for manifest in manifests {
            for (path, listed) in &manifest.files {
                if !path.starts_with("data/") {
                    self.push(manifest.place(listed), Fault::OutsidePayload(path.clone()));
                }
            }
            let listed = self.check_listed(manifest, &fetchable);
            #[cfg(feature = "foreign")]
            if self.dialect.is_draft() {
                listed_anywhere.extend(listed);
                continue;
            }
            self.check_unlisted(manifest, &listed);
        }
        #[cfg(feature = "foreign")]
        if self.dialect.is_draft() && !manifests.is_empty() {
            self.check_listed_anywhere(&listed_anywhere);
        }
    }

    /// In a draft one manifest that lists a file is enough (RFC 8493, 3).
    #[cfg(feature = "foreign")]
    fn check_listed_anywhere(&mut self, listed: &BTreeSet<String>) {
        let listing = self.listing;
        let payload = listing.files.keys();
        for path in payload.filter(|path| path.starts_with("data/") && !listed.contains(*path)) {
            let fault = Fault::Foreign(Foreign::NotListedAnywhere);
            self.push(Place::File(path.clone()), fault);
        }
    }

    /// RFC 8493, 2.2.1.
    pub(super) fn check_tags(&mut self, manifests: &[Manifest]) {
        if manifests.is_empty() {
            self.push(Place::Bag, Fault::NoTagManifest);
        }
        for manifest in manifests {
            for (path, listed) in &manifest.files {
                let fault = match Kind::of(path) {
                    Kind::Payload => Fault::PayloadInTagManifest(path.clone()),
                    Kind::TagManifest(_) => Fault::TagManifestListed(path.clone()),
                    _ => continue,
                };
                self.push(manifest.place(listed), fault);
            }
            let listed = self.check_listed(manifest, &BTreeSet::new());
            self.check_unlisted(manifest, &listed);
        }
    }

    /// Checks the files that a manifest lists; gives those that are there.
    fn check_listed(&mut self, manifest: &Manifest, remotes: &BTreeSet<&str>) -> BTreeSet<String> {
        let mut found = BTreeSet::new();
        let mut verified = true;
        for (path, listed) in &manifest.files {
            let Some(name) = self.find(path).map(str::to_owned) else {
                let fetchable = remotes.contains(path.as_str());
                let fault = Fault::Missing {
                    path: path.clone(),
                    fetchable,
                };
                self.push(manifest.place(listed), fault);
                continue;
            };
            if name != *path {
                self.push(manifest.place(listed), Fault::Normalisation(path.clone()));
            }
            let facts = self.listing.files.get(&name);
            match facts.and_then(|facts| facts.checksums.get(&manifest.algorithm)) {
                Some(checksum) if *checksum == listed.checksum => {}
                Some(_) => {
                    let fault = Fault::Checksum {
                        path: path.clone(),
                        algorithm: manifest.algorithm,
                    };
                    self.push(Place::File(name.clone()), fault);
                }
                None => verified = false,
            }
            found.insert(name);
        }
        if !verified {
            let place = Place::File(manifest.file.clone());
            self.push(place, Fault::NotVerified(manifest.algorithm));
        }
        found
    }

    /// Names the files that a manifest should list and does not.
    fn check_unlisted(&mut self, manifest: &Manifest, listed: &BTreeSet<String>) {
        let listing = self.listing;
        let for_tags = matches!(Kind::of(&manifest.file), Kind::TagManifest(_));
        let file = || manifest.file.clone();
        for path in listing.files.keys().filter(|path| !listed.contains(*path)) {
            let fault = match (Kind::of(path), for_tags) {
                (Kind::Payload, false) => Fault::NotListed(file()),
                (_, false) | (Kind::Payload | Kind::TagManifest(_), true) => continue,
                // The drafts do not ask for it.
                (Kind::Manifest(_), true) if !self.dialect.is_draft() => {
                    Fault::ManifestNotListed(file())
                }
                (_, true) => Fault::TagNotListed(file()),
            };
            self.push(Place::File(path.clone()), fault);
        }
    }

    /// RFC 8493, 2.2.2.
    pub(super) fn check_info(&mut self, info: &Info) {
        let file = self.dialect.info_file();
        let place = |line| Place::Line(file.to_owned(), line);
        for element in info.all("Bagging-Date") {
            if !info::is_date(&element.value) {
                self.push(place(element.line), Fault::BaggingDate);
            }
        }
        for (position, element) in info.all("Payload-Oxum").enumerate() {
            let fault = match Oxum::read(&element.value) {
                _ if position > 0 => Fault::OxumRepeated,
                None => Fault::OxumForm,
                Some(declared) => {
                    let found = self.oxum();
                    if declared == found {
                        continue;
                    }
                    Fault::Oxum { declared, found }
                }
            };
            self.push(place(element.line), fault);
        }
    }

    fn oxum(&self) -> Oxum {
        let payload = self
            .listing
            .files
            .iter()
            .filter(|(path, _)| path.starts_with("data/"));
        payload.fold(Oxum { bytes: 0, files: 0 }, |sum, (_, facts)| Oxum {
            bytes: sum.bytes.saturating_add(facts.size),
            files: sum.files.saturating_add(1),
        })
    }
}

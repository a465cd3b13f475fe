//! Validates a bag: complete, valid (RFC 8493, 3), and safe to unpack on
//! every operating system.

mod checks;

use {
    super::{
        declaration::{self, Version},
        fault::{Fault, Finding, Findings, Place},
        fetch::{self, Remote},
        info::{self, Info},
        listing::{Kind, Listing},
        manifest::Manifest,
    },
    crate::{name::Unicode, severity::Severity},
    std::collections::BTreeMap,
};

/// What a validation found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Validation {
    /// Version, where the declaration could be read.
    pub version: Option<Version>,
    /// Metadata; empty where there is none.
    pub info: Info,
    /// Findings, in the order of the checks.
    pub findings: Vec<Finding>,
}

impl Validation {
    /// Whether no finding is an error.
    pub fn is_valid(&self) -> bool {
        self.findings
            .iter()
            .all(|finding| finding.fault.severity() < Severity::Error)
    }
}

/// Validates a bag from the list of its files.
pub fn validate(listing: &Listing, unicode: Unicode) -> Validation {
    let mut bag = Bag {
        listing,
        alike: checks::by_normal_form(listing, unicode),
        unicode,
        findings: Findings::default(),
    };
    bag.check_names();
    bag.check_texts();
    let version = bag.check_declaration();
    let manifests = bag.read_manifests(|kind| matches!(kind, Kind::Manifest(_)));
    let tag_manifests = bag.read_manifests(|kind| matches!(kind, Kind::TagManifest(_)));
    let remotes = bag.read(fetch::FILE, fetch::read);
    bag.check_payload(&manifests, &remotes);
    bag.check_tags(&tag_manifests);
    bag.check_fetch(&manifests, &remotes);
    let info = bag.read(info::FILE, Info::read);
    bag.check_info(&info);
    Validation {
        version,
        info,
        findings: bag.findings.into_list(),
    }
}

/// The bag under validation.
struct Bag<'a> {
    listing: &'a Listing,
    /// Paths by their normal form, where there is anything to normalise.
    alike: BTreeMap<String, &'a str>,
    unicode: Unicode,
    findings: Findings,
}

impl Bag<'_> {
    fn push(&mut self, place: Place, fault: Fault) {
        self.findings.push(place, fault);
    }

    fn check_declaration(&mut self) -> Option<Version> {
        let Some(bytes) = self.listing.text("bagit.txt") else {
            self.push(Place::Bag, Fault::NoDeclaration);
            return None;
        };
        match declaration::read(bytes) {
            Ok(version) => Some(version),
            Err(fault) => {
                let version = match fault {
                    Fault::UnsupportedVersion(version) => Some(version),
                    _ => None,
                };
                self.push(Place::File("bagit.txt".to_owned()), fault);
                version
            }
        }
    }

    /// Reads a tag file that may be absent.
    fn read<T: Default>(&mut self, file: &str, read: impl FnOnce(&[u8], &mut Findings) -> T) -> T {
        match self.listing.text(file) {
            Some(bytes) => read(bytes, &mut self.findings),
            None => T::default(),
        }
    }

    fn read_manifests(&mut self, wanted: impl Fn(&Kind) -> bool) -> Vec<Manifest> {
        let listing = self.listing;
        let mut manifests = Vec::new();
        for (file, bytes) in &listing.texts {
            let kind = Kind::of(file);
            if let (true, Some(algorithm)) = (wanted(&kind), kind.algorithm()) {
                manifests.push(Manifest::read(file, algorithm, bytes, &mut self.findings));
            }
        }
        manifests
    }

    /// Tag files that should be read and cannot be.
    fn check_texts(&mut self) {
        let listing = self.listing;
        for file in listing.files.keys() {
            let fault = match Kind::of(file) {
                Kind::Manifest(None) | Kind::TagManifest(None) => Fault::UnknownAlgorithm,
                kind if kind.is_read() && listing.text(file).is_none() => Fault::TooLong,
                _ => continue,
            };
            self.push(Place::File(file.clone()), fault);
        }
    }

    /// The file that a manifest means by `path`: by its very name, else by a
    /// name of the same normal form.
    fn find(&self, path: &str) -> Option<&str> {
        match self.listing.files.get_key_value(path) {
            Some((name, _)) => Some(name),
            None => self.alike.get(&(self.unicode.normalise)(path)).copied(),
        }
    }

    fn check_fetch(&mut self, manifests: &[Manifest], remotes: &[Remote]) {
        for Remote { path, line } in remotes {
            for manifest in manifests {
                if !manifest.files.contains_key(path) {
                    let (path, manifest) = (path.clone(), manifest.file.clone());
                    let place = Place::Line(fetch::FILE.to_owned(), *line);
                    self.push(place, Fault::FetchNotListed { path, manifest });
                }
            }
        }
    }
}

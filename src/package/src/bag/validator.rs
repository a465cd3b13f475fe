//! Validates a bag: complete, valid (RFC 8493, 3), and safe to unpack on
//! every operating system.

mod checks;

#[cfg(feature = "foreign")]
use super::foreign::Foreign;
use {
    super::{
        declaration::{self, Version},
        dialect::{Decode, Dialect},
        fault::{Fault, Finding, Findings, Place},
        fetch::{self, Remote},
        info::Info,
        listing::{Kind, Listing},
        manifest::Manifest,
        path, tag_text,
    },
    crate::{name::Unicode, severity::Severity},
    std::{borrow::Cow, collections::BTreeMap},
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

/// Validates a bag of RFC 8493 in UTF-8 from the list of its files.
pub fn validate(listing: &Listing, unicode: Unicode) -> Validation {
    run(listing, unicode, None)
}

/// Validates anyone's bag: the drafts 0.93 to 0.97 too, in every encoding that
/// `decode` knows, and warns of what Windows does not take without further ado.
#[cfg(feature = "foreign")]
pub fn validate_any(listing: &Listing, unicode: Unicode, decode: Decode) -> Validation {
    run(listing, unicode, Some(decode))
}

fn run(listing: &Listing, unicode: Unicode, any: Option<Decode>) -> Validation {
    let mut bag = Bag {
        listing,
        alike: checks::by_normal_form(listing, unicode),
        unicode,
        any,
        dialect: Dialect::default(),
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
    let info = bag.read(bag.dialect.info_file(), Info::read);
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
    /// The decoder for bags of others; none for ours.
    any: Option<Decode>,
    dialect: Dialect,
    findings: Findings,
}

impl<'a> Bag<'a> {
    fn push(&mut self, place: Place, fault: Fault) {
        self.findings.push(place, fault);
    }

    fn check_declaration(&mut self) -> Option<Version> {
        let Some(bytes) = self.listing.text("bagit.txt") else {
            self.push(Place::Bag, Fault::NoDeclaration);
            return None;
        };
        let place = Place::File("bagit.txt".to_owned());
        match declaration::read(bytes, self.any) {
            Ok(declaration) => {
                if !declaration.ended {
                    self.push(place, Fault::DeclarationUnterminated);
                }
                self.dialect = declaration.dialect;
                Some(declaration.version)
            }
            Err(fault) => {
                let version = match fault {
                    Fault::UnsupportedVersion(version) => Some(version),
                    _ => None,
                };
                self.push(place, fault);
                version
            }
        }
    }

    /// The text of a tag file; empty where it cannot be read.
    fn text(&mut self, file: &str, bytes: &'a [u8]) -> Cow<'a, str> {
        let place = || Place::File(file.to_owned());
        let text = self.dialect.decode(bytes).unwrap_or_else(|fault| {
            self.findings.push(place(), fault);
            Cow::Borrowed("")
        });
        if !tag_text::is_ended(&text) {
            self.findings.push(place(), Fault::Unterminated);
        }
        text
    }

    /// Reads a tag file that may be absent.
    fn read<T: Default>(
        &mut self,
        file: &str,
        read: impl FnOnce(&str, &Dialect, &mut Findings) -> T,
    ) -> T {
        let Some(bytes) = self.listing.texts.get(file) else {
            return T::default();
        };
        let text = self.text(file, bytes);
        read(&text, &self.dialect, &mut self.findings)
    }

    fn read_manifests(&mut self, wanted: impl Fn(&Kind) -> bool) -> Vec<Manifest> {
        let listing = self.listing;
        let mut manifests = Vec::new();
        for (file, bytes) in &listing.texts {
            let kind = Kind::of(file);
            if let (true, Some(algorithm)) = (wanted(&kind), kind.algorithm()) {
                let text = self.text(file, bytes);
                let file = (file.as_str(), algorithm);
                let manifest = Manifest::read(file, &text, &self.dialect, &mut self.findings);
                #[cfg(feature = "foreign")]
                self.check_starred(&manifest);
                manifests.push(manifest);
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
    /// name of the same normal form. A percent sign in a draft may be one, or
    /// encode a line end.
    fn find(&self, path: &str) -> Option<&str> {
        let found = self.find_exactly(path);
        if found.is_some() || !self.dialect.is_draft() {
            return found;
        }
        path::decode(path).and_then(|path| self.find_exactly(&path))
    }

    fn find_exactly(&self, path: &str) -> Option<&str> {
        match self.listing.files.get_key_value(path) {
            Some((name, _)) => Some(name),
            None => self.alike.get(&(self.unicode.normalise)(path)).copied(),
        }
    }

    #[cfg(feature = "foreign")]
    fn check_starred(&mut self, manifest: &Manifest) {
        if let Some(line) = manifest.starred {
            let place = Place::Line(manifest.file.clone(), line);
            self.push(place, Fault::Foreign(Foreign::Asterisk));
        }
    }

    fn check_fetch(&mut self, manifests: &[Manifest], remotes: &[Remote]) {
        for Remote { path, line } in remotes {
            let lists = |manifest: &&Manifest| manifest.files.contains_key(path);
            if self.dialect.is_draft() && manifests.iter().any(|manifest| lists(&manifest)) {
                continue;
            }
            for manifest in manifests.iter().filter(|manifest| !lists(manifest)) {
                let (path, manifest) = (path.clone(), manifest.file.clone());
                let place = Place::Line(fetch::FILE.to_owned(), *line);
                self.push(place, Fault::FetchNotListed { path, manifest });
            }
        }
    }
}

//! Keys: those of receivers, one's own, and new ones.

use std::io::Write;
use std::path::{Path, PathBuf};

use age::secrecy::ExposeSecret;
use age::x25519::{Identity, Recipient};
use age::{IdentityFile, NoCallbacks};
use wording::cli::SecretFault;

use crate::input;
use crate::output::create;

/// Public keys.
pub(super) type Recipients = Vec<Recipient>;
/// Secret keys.
pub(super) type Identities = Vec<Box<dyn age::Identity>>;

type Placed = (PathBuf, SecretFault);

/// What every public key begins with.
const PUBLIC: &str = "age1";
/// What every secret key begins with; the format allows no small letters in it.
const SECRET: &str = "AGE-SECRET-KEY-";

/// The public keys that are given, or stand in the files that are given, one a line.
pub(super) fn recipients(given: &[String]) -> Result<Recipients, Placed> {
    let mut recipients = Vec::new();
    for given in given {
        let place = PathBuf::from(given);
        if given.starts_with(PUBLIC) && !place.exists() {
            recipients.push(recipient(given).map_err(|fault| (PathBuf::new(), fault))?);
            continue;
        }
        let bytes = input::file(&place);
        let bytes = bytes.map_err(|error| (place.clone(), SecretFault::Told(error.text())))?;
        let text = String::from_utf8_lossy(&bytes);
        let lines = text.lines().map(str::trim);
        let mut lines = lines.filter(|line| !line.is_empty() && !line.starts_with('#'));
        let read = lines.try_for_each(|line| {
            recipients.push(recipient(line)?);
            Ok(())
        });
        read.map_err(|fault| (place, fault))?;
    }
    if recipients.is_empty() {
        return Err((PathBuf::new(), SecretFault::NoRecipient));
    }
    Ok(recipients)
}

fn recipient(text: &str) -> Result<Recipient, SecretFault> {
    if text.to_ascii_uppercase().starts_with(SECRET) {
        return Err(SecretFault::SecretGiven);
    }
    let key = text.parse();
    key.map_err(|_| SecretFault::BadRecipient(text.chars().take(80).collect()))
}

/// The secret keys in files.
pub(super) fn identities(files: &[PathBuf]) -> Result<Identities, Placed> {
    let mut identities = Identities::new();
    for path in files {
        let at = |fault| (path.clone(), fault);
        let bytes = input::file(path);
        let bytes = bytes.map_err(|error| at(SecretFault::Told(error.text())))?;
        let file = IdentityFile::<NoCallbacks>::from_buffer(bytes.as_slice());
        let file = file.map_err(|_| at(SecretFault::BadKeyFile))?;
        let found = file.into_identities();
        let found = found.map_err(|_| at(SecretFault::BadKeyFile))?;
        if found.is_empty() {
            return Err(at(SecretFault::BadKeyFile));
        }
        for identity in found {
            identities.push(identity);
        }
    }
    Ok(identities)
}

/// Writes a new secret key where no file is yet, and gives the public one.
pub(super) fn make(path: &Path) -> Result<String, SecretFault> {
    let secret = Identity::generate();
    let public = secret.to_public().to_string();
    if path.exists() {
        return Err(SecretFault::Exists);
    }
    let mut file = create(path).map_err(|error| SecretFault::write(&error))?;
    let written = writeln!(
        file,
        "# public key: {public}\n{}",
        secret.to_string().expose_secret()
    );
    written
        .and_then(|()| file.sync_all())
        .map_err(|error| SecretFault::write(&error))?;
    Ok(public)
}

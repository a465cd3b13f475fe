//! `zhicheng seal-to`, `open` and `keygen`: a whole package, readable to the receiver alone.
//!
//! The format is age (age-encryption.org/v1), which other tools read and write too. What is
//! written appears under its name only once it is whole: a file that was changed or cut off
//! gives nothing.

mod keys;

use std::fs::File;
use std::io::{self, BufReader, Read, Write};
use std::path::{Path, PathBuf};

use age::armor::ArmoredReader;
use age::{Decryptor, Encryptor};
use wording::cli::SecretFault;

use crate::args::{KeygenOptions, OpenOptions, SealToOptions};
use crate::book::wrong;
use crate::exit::Exit;
use crate::output::Output;
use keys::{Identities, Recipients};

/// The ending of what is sealed to a receiver.
const ENDING: &str = "age";

/// Seals every package to the receivers.
pub(crate) fn seal_to(options: &SealToOptions) -> Exit {
    let recipients = match keys::recipients(&options.to) {
        Ok(recipients) => recipients,
        Err((place, fault)) => return wrong(&place, &fault.whole()),
    };
    each(&options.inputs, |path| {
        let out = options.out.clone();
        let out = out.unwrap_or_else(|| with_ending(path));
        encrypt(path, &out, &recipients)?;
        println!("{}", wording::cli::sealed_to(&out.to_string_lossy()));
        Ok(())
    })
}

/// Opens every sealed package.
pub(crate) fn open(options: &OpenOptions) -> Exit {
    let identities = match keys::identities(&options.keys) {
        Ok(identities) => identities,
        Err((place, fault)) => return wrong(&place, &fault.whole()),
    };
    each(&options.inputs, |path| {
        let out = options.out.clone().or_else(|| without_ending(path));
        let out = out.ok_or(SecretFault::NoName)?;
        decrypt(path, &out, &identities)?;
        println!("{}", wording::cli::opened(&out.to_string_lossy()));
        Ok(())
    })
}

/// Makes a pair of keys.
pub(crate) fn keygen(options: &KeygenOptions) -> Exit {
    match keys::make(&options.out) {
        Ok(public) => crate::input::print(&wording::cli::key_made(&public)),
        Err(fault) => wrong(&options.out, &fault.whole()),
    }
}

fn each(paths: &[PathBuf], work: impl Fn(&Path) -> Result<(), SecretFault>) -> Exit {
    let exits = paths.iter().map(|path| match work(path) {
        Ok(()) => Exit::Fine,
        Err(fault) => wrong(path, &fault.whole()),
    });
    exits.fold(Exit::Fine, Exit::and)
}

fn encrypt(from: &Path, to: &Path, recipients: &Recipients) -> Result<(), SecretFault> {
    let mut input = File::open(from).map_err(|error| SecretFault::read(&error))?;
    let keys = recipients.iter().map(|key| key as &dyn age::Recipient);
    let encryptor = Encryptor::with_recipients(keys).map_err(|_| SecretFault::NoRecipient)?;
    let mut output = Output::new(to)?;
    let mut sealing = encryptor
        .wrap_output(&mut output)
        .map_err(|error| SecretFault::write(&error))?;
    copy(&mut input, &mut sealing, SecretFault::read)?;
    sealing
        .finish()
        .map_err(|error| SecretFault::write(&error))?;
    output.finish()
}

fn decrypt(from: &Path, to: &Path, identities: &Identities) -> Result<(), SecretFault> {
    let input = File::open(from).map_err(|error| SecretFault::read(&error))?;
    let input = ArmoredReader::new(BufReader::new(input));
    let decryptor = Decryptor::new_buffered(input).map_err(|error| refused(&error))?;
    if decryptor.is_scrypt() {
        return Err(SecretFault::Passphrase);
    }
    let keys = identities.iter().map(AsRef::as_ref);
    let mut content = decryptor.decrypt(keys).map_err(|error| refused(&error))?;
    let mut output = Output::new(to)?;
    copy(&mut content, &mut output, |error| match error.kind() {
        io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof => SecretFault::Changed,
        _ => SecretFault::read(error),
    })?;
    output.finish()
}

/// Why a sealed package cannot be opened.
fn refused(error: &age::DecryptError) -> SecretFault {
    match error {
        age::DecryptError::NoMatchingKeys => SecretFault::OtherReceiver,
        age::DecryptError::InvalidMac | age::DecryptError::DecryptionFailed => SecretFault::Changed,
        age::DecryptError::Io(error) if error.kind() != io::ErrorKind::UnexpectedEof => {
            SecretFault::read(error)
        }
        _ => SecretFault::NotSealed,
    }
}

/// Copies in pieces, so that a failure is told for the side that failed.
fn copy(
    from: &mut impl Read,
    to: &mut impl Write,
    unread: impl Fn(&io::Error) -> SecretFault,
) -> Result<(), SecretFault> {
    let mut piece = vec![0; 256 << 10];
    loop {
        match from.read(&mut piece) {
            Ok(0) => return Ok(()),
            Ok(length) => {
                let bytes = piece.get(..length).unwrap_or_default();
                to.write_all(bytes)
                    .map_err(|error| SecretFault::write(&error))?;
            }
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(unread(&error)),
        }
    }
}

fn with_ending(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ENDING);
    name.into()
}

fn without_ending(path: &Path) -> Option<PathBuf> {
    let sealed = path.extension()?.eq_ignore_ascii_case(ENDING);
    sealed.then(|| path.with_extension(""))
}

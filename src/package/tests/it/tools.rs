//! Agreement with tools outside Rust: Python's `zipfile` and Info-ZIP. They
//! are needed to run these tests; a missing one is a failure that says so.

use {
    crate::{archive, codes, content, packed},
    std::{fs, path::Path, process::Command, sync::LazyLock},
};

const FILES: &[(&str, &[u8])] = &[
    ("bagit.txt", b"BagIt-Version: 1.0\n"),
    (
        "data/files/01/职称证书.pdf",
        b"%PDF-1.7 evidence evidence evidence evidence",
    ),
    ("data/files/02/empty.txt", b""),
];

/// Runs a program in a folder and gives what it printed.
pub(crate) fn run(folder: &Path, program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program)
        .args(arguments)
        .current_dir(folder)
        .env("LC_ALL", "C.UTF-8")
        .env("PYTHONIOENCODING", "utf-8")
        .output()
        .unwrap_or_else(|error| {
            panic!("`{program}` is needed for this test and cannot be run ({error}); on Debian: apt-get install {program}")
        });
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program}: {printed}{complaint}");
    printed
}

pub(crate) fn python(folder: &Path, script: &str) -> String {
    run(folder, "python3", &["-c", script])
}

/// 7-Zip under either of its names.
pub(crate) fn seven_zip() -> &'static str {
    static NAME: LazyLock<&str> = LazyLock::new(|| {
        let new = Command::new("7zz").arg("i").output();
        if new.is_ok() { "7zz" } else { "7z" }
    });
    *NAME
}

/// Checks that the files are all in an archive and no others.
fn assert_files(bytes: &[u8]) {
    let archive = archive(bytes);
    let files: Vec<_> = archive
        .entries()
        .iter()
        .enumerate()
        .filter(|(_, entry)| !entry.folder)
        .collect();
    assert_eq!(files.len(), FILES.len());
    for (index, entry) in files {
        let expected = FILES
            .iter()
            .find(|(name, _)| *name == entry.name)
            .unwrap()
            .1;
        assert_eq!(content(&archive, bytes, index), Ok(expected.to_vec()));
    }
}

fn unpacked() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in FILES {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

#[test]
fn python_reads_what_we_write() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("ours.zip"), packed(FILES)).unwrap();
    let printed = python(
        folder.path(),
        "import zipfile, hashlib\n\
         z = zipfile.ZipFile('ours.zip')\n\
         assert z.testzip() is None\n\
         for i in z.infolist(): print(i.filename, i.date_time, hashlib.sha256(z.read(i)).hexdigest())",
    );
    let expected: Vec<_> = FILES
        .iter()
        .map(|(name, bytes)| {
            let hex = package::digest::FileDigest::of(bytes).hex();
            format!("{name} (1980, 1, 1, 0, 0, 0) {hex}\n")
        })
        .collect();
    assert_eq!(printed, expected.concat());
}

#[test]
fn info_zip_finds_no_errors_in_what_we_write() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("ours.zip"), packed(FILES)).unwrap();
    let printed = run(folder.path(), "unzip", &["-t", "ours.zip"]);
    assert!(printed.contains("No errors detected"), "{printed}");
    run(folder.path(), "unzip", &["-q", "ours.zip", "-d", "out"]);
    for (name, bytes) in FILES {
        assert_eq!(
            fs::read(folder.path().join("out").join(name)).unwrap(),
            *bytes
        );
    }
}

#[test]
fn we_read_what_python_writes() {
    let folder = unpacked();
    for (mode, file) in [
        ("ZIP_STORED", "stored.zip"),
        ("ZIP_DEFLATED", "deflated.zip"),
    ] {
        let script = format!(
            "import zipfile, os\n\
             with zipfile.ZipFile('{file}', 'w', zipfile.{mode}) as z:\n\
             \x20for d, _, fs in sorted(os.walk('.')):\n\
             \x20 for f in sorted(fs):\n\
             \x20  if not f.endswith('.zip'): z.write(os.path.join(d, f))"
        );
        python(folder.path(), &script);
        assert_files(&fs::read(folder.path().join(file)).unwrap());
    }
}

#[test]
fn we_read_what_python_streams() {
    // To a pipe that cannot seek: data descriptors, wide and narrow.
    let folder = unpacked();
    let script = "import zipfile, io\n\
        class Pipe(io.RawIOBase):\n\
        \x20def __init__(s, f): s.f = f\n\
        \x20def writable(s): return True\n\
        \x20def write(s, b): return s.f.write(b)\n\
        for wide in (False, True):\n\
        \x20with open('%s.zip' % wide, 'wb') as f, zipfile.ZipFile(Pipe(f), 'w', zipfile.ZIP_DEFLATED) as z:\n\
        \x20 for n in ('bagit.txt', 'data/files/01/职称证书.pdf', 'data/files/02/empty.txt'):\n\
        \x20  with z.open(n, 'w', force_zip64=wide) as e: e.write(open(n, 'rb').read())";
    python(folder.path(), script);
    for file in ["False.zip", "True.zip"] {
        let bytes = fs::read(folder.path().join(file)).unwrap();
        assert!(
            codes(&bytes).contains(&"rewritten-flags"),
            "{file}: {:?}",
            codes(&bytes)
        );
        assert_files(&bytes);
    }
}

#[test]
fn we_read_what_info_zip_writes() {
    let folder = unpacked();
    run(
        folder.path(),
        "zip",
        &["-q", "-r", "plain.zip", "bagit.txt", "data"],
    );
    assert_files(&fs::read(folder.path().join("plain.zip")).unwrap());
    run(
        folder.path(),
        "zip",
        &[
            "-q",
            "-0",
            "-X",
            "-D",
            "-r",
            "bare.zip",
            "bagit.txt",
            "data",
        ],
    );
    assert_files(&fs::read(folder.path().join("bare.zip")).unwrap());
    run(
        folder.path(),
        "sh",
        &["-c", "zip -q -r - bagit.txt data > streamed.zip"],
    );
    assert_files(&fs::read(folder.path().join("streamed.zip")).unwrap());
}

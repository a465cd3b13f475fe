//! Packages that people unpacked and packed again, with the tools of Windows, macOS and Linux: they still verify, and it
//! is told that the container was rewritten.

use {
    crate::{
        archive, content,
        sample::{Sample, read_book, today},
        tools::{python, run, seven_zip},
    },
    package::{
        bag::sha256_alone,
        container::{Blocking, Options, wait},
        intake::Settings,
        name::UNICODE,
        readiness::TargetChoice,
        verify::{Finding, Receiver, Verification, verify},
    },
    std::{fs, ops::ControlFlow, path::Path},
};

/// A package, unpacked into a folder.
fn unpacked() -> (Sample, tempfile::TempDir) {
    let sample = Sample::example();
    let bytes = sample.package();
    let archive = archive(&bytes);
    let folder = tempfile::tempdir().unwrap();
    for (index, entry) in archive.entries().iter().enumerate() {
        let path = folder.path().join("bag").join(&entry.name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, content(&archive, &bytes, index).unwrap()).unwrap();
    }
    (sample, folder)
}

/// Codes of what was found; the package has to be valid, and rewritten.
fn assert_rewritten(name: &str, verification: &Verification) {
    let findings = &verification.findings;
    assert!(verification.is_valid(), "{name}: {findings:#?}");
    let mut codes = findings.iter().map(Finding::code);
    assert!(
        codes.any(|code| code.starts_with("rewritten-")),
        "{name}: {findings:#?}"
    );
}

fn look(sample: &Sample, folder: &Path, file: &str) {
    let bytes = fs::read(folder.join(file)).unwrap();
    assert_rewritten(file, &sample.verify(&bytes));
}

#[test]
fn by_info_zip() {
    let (sample, folder) = unpacked();
    let bag = folder.path().join("bag");
    for (file, options) in [
        ("plain.zip", &["-q", "-r"][..]),
        ("stored.zip", &["-q", "-0", "-X", "-D", "-r"]),
        ("best.zip", &["-q", "-9", "-r"]),
        ("zip64.zip", &["-q", "-fz", "-r"]),
    ] {
        let target = format!("../{file}");
        let arguments = [options, &[&target, "."]].concat();
        run(&bag, "zip", &arguments);
        look(&sample, folder.path(), file);
    }
    run(&bag, "sh", &["-c", "zip -q -r - . > ../streamed.zip"]);
    look(&sample, folder.path(), "streamed.zip");
    // The folder itself, as a click on it packs it.
    run(folder.path(), "zip", &["-q", "-r", "folder.zip", "bag"]);
    look(&sample, folder.path(), "folder.zip");
}

#[test]
fn by_seven_zip() {
    let (sample, folder) = unpacked();
    let bag = folder.path().join("bag");
    for (file, options) in [
        ("plain.zip", &["-tzip"][..]),
        ("stored.zip", &["-tzip", "-mx0"]),
        ("utf8.zip", &["-tzip", "-mx9", "-mcu=on", "-mtc=on"]),
    ] {
        let target = format!("../{file}");
        let arguments = [&["a", "-bd"], options, &[&target, "."]].concat();
        run(&bag, seven_zip(), &arguments);
        look(&sample, folder.path(), file);
    }
}

#[test]
fn a_method_of_seven_zip_that_is_not_taken_is_named() {
    let (sample, folder) = unpacked();
    let bag = folder.path().join("bag");
    for method in ["Deflate64", "BZip2", "LZMA"] {
        let (file, method) = (format!("../{method}.zip"), format!("-mm={method}"));
        run(
            &bag,
            seven_zip(),
            &["a", "-bd", "-tzip", &method, &file, "."],
        );
        let codes = sample.codes(&fs::read(bag.join(&file)).unwrap());
        let named = codes.contains(&"zip-method") || codes.contains(&"zip-version");
        assert!(named, "{method}: {codes:?}");
    }
}

#[test]
fn by_libarchive() {
    let (sample, folder) = unpacked();
    let bag = folder.path().join("bag");
    for (file, options) in [
        ("plain.zip", "zip:compression=deflate"),
        ("stored.zip", "zip:compression=store"),
        ("zip64.zip", "zip:zip64"),
    ] {
        let target = format!("../{file}");
        let arguments = [
            "-c",
            "--format",
            "zip",
            "--options",
            options,
            "-f",
            &target,
            ".",
        ];
        // With its `./` before each name it is refused; people name the files.
        let plain = [&arguments[..7], &["bagit.txt", "bag-info.txt"][..]].concat();
        let rest = ["manifest-sha256.txt", "tagmanifest-sha256.txt", "data"];
        run(&bag, "bsdtar", &[plain, rest.to_vec()].concat());
        look(&sample, folder.path(), file);
    }
}

/// Packs `bag` into `NAME.zip` with Python's `zipfile`; `each` makes a header.
fn by_zipfile(folder: &Path, name: &str, opening: &str, each: &str) {
    let script = format!(
        "import zipfile, os, io, unicodedata\n\
         class Pipe(io.RawIOBase):\n\
         \x20def __init__(s, f): s.f = f\n\
         \x20def writable(s): return True\n\
         \x20def write(s, b): return s.f.write(b)\n\
         paths = sorted(os.path.join(d, f)[4:] for d, _, fs in os.walk('bag') for f in fs)\n\
         with open('{name}.zip', 'wb') as out, {opening} as z:\n\
         \x20for p in paths:\n\
         \x20 b = open('bag/' + p, 'rb').read()\n\
         \x20 {each}\n"
    );
    python(folder, &script);
}

#[test]
fn by_python() {
    let (sample, folder) = unpacked();
    let folder = folder.path();
    let stored = "zipfile.ZipFile(out, 'w')";
    let deflated = "zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED)";
    let streamed = "zipfile.ZipFile(Pipe(out), 'w', zipfile.ZIP_DEFLATED)";
    for (name, opening) in [
        ("stored", stored),
        ("deflated", deflated),
        ("streamed", streamed),
    ] {
        by_zipfile(folder, name, opening, "z.write('bag/' + p, p)");
        look(&sample, folder, &format!("{name}.zip"));
    }
    let wide = "with z.open(p, 'w', force_zip64=True) as e: e.write(b)";
    by_zipfile(folder, "wide", streamed, wide);
    look(&sample, folder, "wide.zip");
}

#[test]
fn as_windows_and_macos_do_it() {
    let (sample, folder) = unpacked();
    let folder = folder.path();
    let deflated = "zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED)";
    // MS-DOS as the maker, the archive attribute, version 2.0.
    let windows = "i = zipfile.ZipInfo(p, (2026, 11, 24, 9, 30, 2)); i.create_system = 0; \
                   i.create_version = 20; i.external_attr = 0x20; i.compress_type = 8; z.writestr(i, b)";
    by_zipfile(folder, "windows", deflated, windows);
    look(&sample, folder, "windows.zip");
    // Decomposed names, data descriptors, a resource fork beside each file.
    let streamed = "zipfile.ZipFile(Pipe(out), 'w', zipfile.ZIP_DEFLATED)";
    let macos = "z.writestr(unicodedata.normalize('NFD', '申报/' + p), b); \
                 z.writestr('__MACOSX/申报/' + os.path.dirname(p) + '/._' + os.path.basename(p) \
                 if '/' in p else '__MACOSX/申报/._' + p, b'x')";
    by_zipfile(folder, "macos", streamed, macos);
    look(&sample, folder, "macos.zip");
}

#[test]
fn names_in_the_old_encoding_of_chinese_windows_are_read_where_it_is_known() {
    let (sample, folder) = unpacked();
    let folder = folder.path();
    let deflated = "zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED)";
    // The name as GBK without the mark of UTF-8: what Explorer writes.
    let gbk = "G = type('G', (zipfile.ZipInfo,), \
               {'_encodeFilenameFlags': lambda s: (s.filename.encode('gbk'), 0)}); \
               i = G(p); i.compress_type = 8; i.create_system = 0; \
               i.external_attr = 0x20; z.writestr(i, b)";
    by_zipfile(folder, "gbk", deflated, gbk);
    let bytes = fs::read(folder.join("gbk.zip")).unwrap();
    assert!(sample.codes(&bytes).contains(&"zip-name-encoding"));
    let receiver = Receiver {
        settings: Settings {
            options: Options {
                legacy: |bytes| {
                    let (text, _, wrong) = encoding_rs::GBK.decode(bytes);
                    (!wrong).then(|| text.into_owned())
                },
                ..Options::new(UNICODE)
            },
            hashers: sha256_alone,
        },
        engines: std::slice::from_ref(&sample.engine),
        reader: Some(read_book),
        seasons: &sample.seasons,
        target: TargetChoice::Nowhere,
        today: today(),
    };
    let mut go_on = |_| ControlFlow::Continue(());
    let verification = wait(verify(&mut Blocking(&bytes[..]), &receiver, &mut go_on)).unwrap();
    assert_rewritten("gbk", &verification);
}

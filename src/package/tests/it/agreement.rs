//! Agreement with the crate `zip`: it reads what we write, and we read what
//! it writes.

use {
    crate::{archive, codes, content, packed},
    std::io::{Cursor, Read, Write},
    zip::{CompressionMethod, ZipArchive, ZipWriter, write::SimpleFileOptions},
};

const FILES: &[(&str, &[u8])] = &[
    ("bagit.txt", b"BagIt-Version: 1.0\n"),
    (
        "data/files/01/职称证书 扫描件.pdf",
        b"%PDF-1.7 evidence evidence evidence",
    ),
    ("data/none", b""),
];

#[test]
fn the_crate_zip_reads_what_we_write() {
    let mut theirs = ZipArchive::new(Cursor::new(packed(FILES))).unwrap();
    assert_eq!(theirs.len(), FILES.len());
    for (index, (name, bytes)) in FILES.iter().enumerate() {
        let mut file = theirs.by_index(index).unwrap();
        assert_eq!(file.name(), *name);
        assert_eq!(file.compression(), CompressionMethod::Stored);
        assert_eq!(file.unix_mode(), Some(0o100_644));
        let mut content = Vec::new();
        file.read_to_end(&mut content).unwrap();
        assert_eq!(content, *bytes);
    }
}

#[test]
fn we_read_what_the_crate_zip_writes() {
    for method in [CompressionMethod::Stored, CompressionMethod::Deflated] {
        for large in [false, true] {
            let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
            let options = SimpleFileOptions::default()
                .compression_method(method)
                .large_file(large);
            writer
                .add_directory("data", SimpleFileOptions::default())
                .unwrap();
            for (name, bytes) in FILES {
                writer.start_file(*name, options).unwrap();
                writer.write_all(bytes).unwrap();
            }
            let bytes = writer.finish().unwrap().into_inner();
            let archive = archive(&bytes);
            assert!(codes(&bytes).contains(&"rewritten-folder"));
            for (index, (name, expected)) in FILES.iter().enumerate() {
                assert_eq!(archive.entries()[index + 1].name, *name);
                assert_eq!(content(&archive, &bytes, index + 1), Ok(expected.to_vec()));
            }
        }
    }
}

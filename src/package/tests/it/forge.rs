//! Makes archives that no honest tool would make.

use package::digest::FileDigest;

/// An archive to be made.
#[derive(Default)]
pub(crate) struct Forge {
    entries: Vec<Forged>,
    before: Vec<u8>,
    before_directory: Vec<u8>,
    after: Vec<u8>,
    end_patches: Vec<(usize, Vec<u8>)>,
}

/// An entry to be made; patches change header bytes after they are written.
pub(crate) struct Forged {
    name: Vec<u8>,
    data: Vec<u8>,
    size: u32,
    crc32: u32,
    method: u16,
    flags: u16,
    extra: Vec<u8>,
    after: Vec<u8>,
    local_patches: Vec<(usize, Vec<u8>)>,
    central_patches: Vec<(usize, Vec<u8>)>,
    unlisted: bool,
    bodiless: bool,
    listed_times: usize,
}

pub(crate) fn entry(name: impl AsRef<[u8]>, content: &[u8]) -> Forged {
    Forged {
        name: name.as_ref().to_vec(),
        data: content.to_vec(),
        size: u32::try_from(content.len()).unwrap(),
        crc32: FileDigest::of(content).crc32,
        method: 0,
        flags: 0x800,
        extra: Vec::new(),
        after: Vec::new(),
        local_patches: Vec::new(),
        central_patches: Vec::new(),
        unlisted: false,
        bodiless: false,
        listed_times: 1,
    }
}

/// An entry compressed with deflate.
pub(crate) fn deflated(name: &str, content: &[u8]) -> Forged {
    let data = miniz_oxide::deflate::compress_to_vec(content, 6);
    Forged {
        data,
        method: 8,
        ..entry(name, content)
    }
}

impl Forged {
    /// Raw data in place of the content's own.
    pub(crate) fn data(mut self, data: &[u8]) -> Self {
        self.data = data.to_vec();
        self
    }
    pub(crate) fn size(mut self, size: u32) -> Self {
        self.size = size;
        self
    }
    pub(crate) fn flags(mut self, flags: u16) -> Self {
        self.flags = flags;
        self
    }
    pub(crate) fn method(mut self, method: u16) -> Self {
        self.method = method;
        self
    }
    /// Extra fields of both headers.
    pub(crate) fn extra(mut self, extra: &[u8]) -> Self {
        self.extra = extra.to_vec();
        self
    }
    /// Bytes between the data and the next header.
    pub(crate) fn after(mut self, after: &[u8]) -> Self {
        self.after = after.to_vec();
        self
    }
    pub(crate) fn local(mut self, at: usize, bytes: &[u8]) -> Self {
        self.local_patches.push((at, bytes.to_vec()));
        self
    }
    pub(crate) fn central(mut self, at: usize, bytes: &[u8]) -> Self {
        self.central_patches.push((at, bytes.to_vec()));
        self
    }
    /// UNIX mode and MS-DOS attributes.
    pub(crate) fn mode(self, mode: u32, dos: u32) -> Self {
        self.central(38, &(mode << 16 | dos).to_le_bytes())
    }
    pub(crate) fn unlisted(mut self) -> Self {
        self.unlisted = true;
        self
    }
    /// In the directory only.
    pub(crate) fn bodiless(mut self) -> Self {
        self.bodiless = true;
        self
    }
    pub(crate) fn listed_twice(mut self) -> Self {
        self.listed_times = 2;
        self
    }

    fn common(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        for field in [20, self.flags, self.method, 0, 0x21] {
            bytes.extend(field.to_le_bytes());
        }
        let compressed = u32::try_from(self.data.len()).unwrap();
        for field in [self.crc32, compressed, self.size] {
            bytes.extend(field.to_le_bytes());
        }
        bytes.extend(u16::try_from(self.name.len()).unwrap().to_le_bytes());
        bytes.extend(u16::try_from(self.extra.len()).unwrap().to_le_bytes());
        bytes
    }
}

impl Forge {
    pub(crate) fn of(entries: Vec<Forged>) -> Self {
        Self {
            entries,
            ..Self::default()
        }
    }
    /// Bytes before everything; offsets do not know of them.
    pub(crate) fn before(mut self, bytes: &[u8]) -> Self {
        self.before = bytes.to_vec();
        self
    }
    pub(crate) fn before_directory(mut self, bytes: &[u8]) -> Self {
        self.before_directory = bytes.to_vec();
        self
    }
    pub(crate) fn after(mut self, bytes: &[u8]) -> Self {
        self.after = bytes.to_vec();
        self
    }
    pub(crate) fn end(mut self, at: usize, bytes: &[u8]) -> Self {
        self.end_patches.push((at, bytes.to_vec()));
        self
    }

    pub(crate) fn build(self) -> Vec<u8> {
        let mut body = Vec::new();
        let mut directory = Vec::new();
        let mut count = 0_u16;
        for forged in &self.entries {
            let offset = u32::try_from(body.len()).unwrap();
            let mut local = b"PK\x03\x04".to_vec();
            local.extend(forged.common());
            local.extend(&forged.name);
            local.extend(&forged.extra);
            patch(&mut local, &forged.local_patches);
            if !forged.bodiless {
                body.extend(local);
                body.extend(&forged.data);
                body.extend(&forged.after);
            }
            for _ in 0..if forged.unlisted {
                0
            } else {
                forged.listed_times
            } {
                let mut central = b"PK\x01\x02\x2d\x03".to_vec();
                central.extend(forged.common());
                central.extend([0; 6]);
                central.extend((0o100_644_u32 << 16).to_le_bytes());
                central.extend(offset.to_le_bytes());
                central.extend(&forged.name);
                central.extend(&forged.extra);
                patch(&mut central, &forged.central_patches);
                directory.extend(central);
                count += 1;
            }
        }
        body.extend(&self.before_directory);
        let mut end = b"PK\x05\x06\0\0\0\0".to_vec();
        end.extend(count.to_le_bytes());
        end.extend(count.to_le_bytes());
        end.extend(u32::try_from(directory.len()).unwrap().to_le_bytes());
        end.extend(u32::try_from(body.len()).unwrap().to_le_bytes());
        end.extend([0; 2]);
        patch(&mut end, &self.end_patches);
        [self.before, body, directory, end, self.after].concat()
    }
}

fn patch(bytes: &mut [u8], patches: &[(usize, Vec<u8>)]) {
    for (at, patch) in patches {
        bytes[*at..at + patch.len()].copy_from_slice(patch);
    }
}

//! What the next byte of a function's body is, by the binary format of WebAssembly 2.0, 5.4.
//!
//! What it does not know (vectors among it) is read as instructions without operands: that packs badly and does no harm.

/// What a number of an instruction means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Kind {
    /// An instruction.
    Operation,
    /// Counts and types of locals.
    Declaration,
    Local,
    Function,
    /// Where in memory, behind an address.
    Offset,
    Constant,
    LongConstant,
    /// How many blocks further out.
    Depth,
    /// A table of depths.
    Depths,
    BlockType,
    /// The type of a function that is called through a table.
    Signature,
    /// All that is rare.
    Other,
    /// The bytes of a float.
    Float,
}

/// What the next byte is, behind all bytes before it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Grammar {
    pub(crate) kind: Kind,
    /// How many bytes of the same number or float stand before it.
    pub(crate) place: u8,
    /// The number so far, or the one that has just ended; its lowest 32 bits.
    pub(crate) value: u32,
    /// Blocks that are open in the body, itself among them.
    pub(crate) open: u32,
    /// Numbers that are still to come, or bytes of a float, the one at hand among them.
    left: u32,
    /// Whether the number at hand says how many come behind it.
    is_count: bool,
    /// Behind them comes one more number, of a rare kind.
    one_more: bool,
}

/// What a byte was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// Inside of a number.
    Inside,
    /// The end of a number.
    Number(Kind),
    /// An instruction.
    Operation,
    /// The last of a body.
    End,
}

impl Grammar {
    /// Before a body.
    pub(crate) const START: Self = Self {
        kind: Kind::Declaration,
        place: 0,
        value: 0,
        open: 1,
        left: 1,
        is_count: true,
        one_more: false,
    };

    /// Whether the offset of an access to memory begins: its alignment stands before it.
    pub(crate) fn is_at_alignment(&self) -> bool {
        self.kind == Kind::Offset && self.place == 0
    }

    /// Goes on behind a byte.
    #[inline]
    pub(crate) fn push(&mut self, byte: u8) -> Step {
        match self.kind {
            Kind::Operation => self.operation(byte),
            Kind::Float => self.float(),
            _ => self.number(byte),
        }
    }

    fn operation(&mut self, byte: u8) -> Step {
        let kind = match byte {
            0x0b => return self.end(),
            0x02..=0x04 => Kind::BlockType,
            0x0c | 0x0d => Kind::Depth,
            0x0e => Kind::Depths,
            0x10 | 0x12 | 0xd2 => Kind::Function,
            0x11 | 0x13 | 0x1c => Kind::Signature,
            0x20..=0x22 => Kind::Local,
            0x23..=0x26 | 0x3f | 0x40 | 0xd0 | 0xfc => Kind::Other,
            0x28..=0x3e => Kind::Offset,
            0x41 => Kind::Constant,
            0x42 => Kind::LongConstant,
            0x43 | 0x44 => Kind::Float,
            _ => return Step::Operation,
        };
        if kind == Kind::BlockType {
            self.open = self.open.wrapping_add(1);
        }
        self.kind = kind;
        self.place = 0;
        self.left = match byte {
            0x43 => 4,
            0x44 => 8,
            _ => 1,
        };
        self.is_count = matches!(byte, 0x0e | 0x1c | 0xfc);
        self.one_more = matches!(byte, 0x11 | 0x13);
        Step::Operation
    }

    fn end(&mut self) -> Step {
        self.open = self.open.wrapping_sub(1);
        if self.open > 0 {
            return Step::Operation;
        }
        *self = Self::START;
        Step::End
    }

    fn float(&mut self) -> Step {
        self.place = self.place.wrapping_add(1);
        self.left = self.left.saturating_sub(1);
        if self.left > 0 {
            return Step::Inside;
        }
        self.kind = Kind::Operation;
        Step::Number(Kind::Float)
    }

    /// Takes a byte of a number: LEB128, 5.2.2.
    fn number(&mut self, byte: u8) -> Step {
        if self.place == 0 {
            self.value = 0;
        }
        let digits = u32::from(byte & 0x7f);
        self.value |= digits.checked_shl(7 * u32::from(self.place)).unwrap_or(0);
        if byte >= 0x80 && self.place < 9 {
            self.place += 1;
            return Step::Inside;
        }
        let kind = self.kind;
        self.place = 0;
        self.left = if core::mem::take(&mut self.is_count) {
            behind(kind, self.value)
        } else {
            self.left.saturating_sub(1)
        };
        if self.left == 0 {
            self.kind = Kind::Operation;
            if core::mem::take(&mut self.one_more) {
                (self.kind, self.left) = (Kind::Other, 1);
            }
        }
        Step::Number(kind)
    }
}

/// How many numbers come behind a count.
const fn behind(kind: Kind, count: u32) -> u32 {
    match (kind, count) {
        // How many locals and of what type, which is one byte.
        (Kind::Declaration, _) => count.saturating_mul(2),
        // The last one is where all others lead.
        (Kind::Depths, _) => count.saturating_add(1),
        (Kind::Signature, _) => count,
        // The instructions behind 0xFC: conversions without operands, then memory and tables.
        (_, 0..=7) => 0,
        (_, 8 | 10 | 12 | 14) => 2,
        _ => 1,
    }
}

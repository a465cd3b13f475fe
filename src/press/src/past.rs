//! What was before a symbol, as far as it tells what comes.

use crate::grammar::{Grammar, Kind, Step};

/// What a part of the bytes is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Form {
    /// Numbers and short names, such as stand before the functions of a module.
    Plain = 0,
    /// The data of a module: texts in UTF-8, and tables.
    Data = 1,
    /// Scripts and markup.
    Text = 2,
    /// The bodies of functions.
    Bodies = 3,
}

/// What was read so far, the newest first or lowest.
#[derive(Debug)]
pub(crate) struct Past {
    pub(crate) form: Form,
    pub(crate) grammar: Grammar,
    /// The last eight bytes.
    pub(crate) bytes: u64,
    /// A digest of the letters since the last other sign.
    pub(crate) word: u32,
    /// The last eight instructions of the body.
    pub(crate) operations: u64,
    /// The last numbers; instructions without one stand among them.
    pub(crate) values: [u32; 2],
    pub(crate) locals: [u32; 2],
    /// The local that was last given a value.
    pub(crate) set: u32,
    pub(crate) functions: [u32; 1],
    pub(crate) offsets: [u32; 2],
    pub(crate) constants: [u32; 1],
    /// Depths that were left, and types of blocks.
    pub(crate) blocks: [u32; 2],
    /// The number of the body.
    pub(crate) body: u32,
}

impl Past {
    pub(crate) const fn new() -> Self {
        Self {
            form: Form::Plain,
            grammar: Grammar::START,
            bytes: 0,
            word: 0,
            operations: 0,
            values: [0; 2],
            locals: [0; 2],
            set: 0,
            functions: [0],
            offsets: [0; 2],
            constants: [0],
            blocks: [0; 2],
            body: 0,
        }
    }

    /// Goes on behind a symbol, and says whether a body ends with it.
    #[inline]
    pub(crate) fn push(&mut self, symbol: u8) -> bool {
        self.bytes = self.bytes << 8 | u64::from(symbol);
        if self.form == Form::Bodies {
            return self.push_in_body(symbol);
        }
        self.word = if symbol.is_ascii_alphanumeric() || symbol >= 0x80 {
            digest(self.word, u32::from(symbol))
        } else {
            0
        };
        false
    }

    fn push_in_body(&mut self, symbol: u8) -> bool {
        let step = self.grammar.push(symbol);
        match step {
            Step::Inside => {}
            Step::Operation => {
                self.operations = self.operations << 8 | u64::from(symbol);
                if self.grammar.kind == Kind::Operation {
                    newest(&mut self.values, 0x4000_0000 | u32::from(symbol));
                }
            }
            Step::End => {
                self.operations = 0;
                self.body = self.body.wrapping_add(1);
            }
            Step::Number(kind) => self.number(kind, self.grammar.value),
        }
        step == Step::End
    }

    fn number(&mut self, kind: Kind, value: u32) {
        newest(&mut self.values, value);
        match kind {
            Kind::Local => {
                newest(&mut self.locals, value);
                if self.operations & 0xff != u64::from(LOCAL_GET) {
                    self.set = value;
                }
            }
            Kind::Function => newest(&mut self.functions, value),
            Kind::Offset => newest(&mut self.offsets, value),
            Kind::Constant | Kind::LongConstant => newest(&mut self.constants, value),
            Kind::Depth | Kind::BlockType => newest(&mut self.blocks, value),
            _ => {}
        }
    }
}

/// Reads a local and does not set it.
const LOCAL_GET: u8 = 0x20;

fn newest<const COUNT: usize>(values: &mut [u32; COUNT], value: u32) {
    values.rotate_right(1);
    if let Some(first) = values.first_mut() {
        *first = value;
    }
}

/// A digest of two numbers.
#[inline]
pub(crate) const fn digest(one: u32, other: u32) -> u32 {
    let mixed = one.wrapping_mul(0x2c1b_3c6d) ^ other.wrapping_add(0x9e37_79b9);
    let mixed = mixed.wrapping_mul(0x85eb_ca6b);
    mixed ^ mixed >> 15
}

//! What the native command says of packages that are sealed to a receiver.

use std::io;

use crate::plain::{quoted, shown};
use crate::{Message, command};

/// `seal-to` without a receiver.
pub const NO_RECIPIENT: &str =
    "没有写明加密给谁：请用 --to 写收件部门的公钥（age1 开头）或公钥文件。";
/// `open` without a key.
pub const NO_KEY: &str = "没有写明密钥：请用 --key 写密钥文件。";
/// `keygen` takes one file.
pub const ONE_KEY_FILE: &str = "请写明一个密钥文件的名字。";
/// `-o` with several inputs.
pub const ONE_OUTPUT: &str = "用 -o 指定输出文件时，一次只能处理一份。";

/// Why something cannot be sealed to a receiver, or opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SecretFault {
    /// It cannot be read; the system's words.
    Unread(String),
    /// It cannot be written; the system's words.
    Unwritten(String),
    /// Something told already.
    Told(String),
    /// The output is there already.
    Exists,
    /// The name of the output does not follow from that of the input.
    NoName,
    /// No key of a receiver is given.
    NoRecipient,
    /// Not a public key.
    BadRecipient(String),
    /// A secret key where a public one belongs.
    SecretGiven,
    /// Not a file of secret keys.
    BadKeyFile,
    /// Not a sealed package.
    NotSealed,
    /// Sealed with a passphrase.
    Passphrase,
    /// Sealed to somebody else.
    OtherReceiver,
    /// Changed or cut off since it was sealed.
    Changed,
}

impl SecretFault {
    /// The system cannot read.
    pub fn read(error: &io::Error) -> Self {
        Self::Unread(error.to_string())
    }

    /// The system cannot write.
    pub fn write(error: &io::Error) -> Self {
        Self::Unwritten(error.to_string())
    }

    /// What is wrong, and what to do.
    pub fn whole(&self) -> String {
        let message = match self {
            Self::Unread(said) => return command::cannot_read(said),
            Self::Unwritten(said) => return command::cannot_write(said),
            Self::Told(said) => return said.clone(),
            Self::Exists => Message::new(
                "要写的文件已经有了，没有覆盖它。",
                "请用 -o 换一个名字，或先把原来的移走。",
            ),
            Self::NoName => Message::new(
                "文件名不是以 .age 结尾，不知道打开以后叫什么。",
                "请用 -o 写明输出文件的名字。",
            ),
            Self::NoRecipient => {
                Message::new("一个公钥也没有。", "请向收件部门要公钥（age1 开头）。")
            }
            Self::BadRecipient(text) => Message::new(
                format!("{}不是公钥。", quoted(text)),
                "公钥以 age1 开头，共 62 个字符；请照收件部门公布的原样复制。",
            ),
            Self::SecretGiven => Message::new(
                "这是密钥，不是公钥；加密只用公钥。",
                "密钥不要发给任何人；请改用密钥文件里“public key”后面的公钥。",
            ),
            Self::BadKeyFile => Message::new(
                "这不是密钥文件，或者里面没有密钥。",
                "请用 zhicheng keygen 或 age-keygen 生成的那个文件。",
            ),
            Self::NotSealed => Message::new(
                "这不是加密的申报包（age 格式），或者文件头坏了。",
                "没有加密的申报包直接用 zhicheng verify 核验；坏了的请提交人重新发送。",
            ),
            Self::Passphrase => Message::new(
                "这个文件是用口令加密的，不是加密给公钥的。",
                "请提交人改用本部门的公钥加密。",
            ),
            Self::OtherReceiver => Message::new(
                "这个文件不是加密给这些密钥的。",
                "请换用对应的密钥文件，或请提交人用本部门现在的公钥重新加密。",
            ),
            Self::Changed => Message::new(
                "文件被改过，或者不完整；没有写出任何内容。",
                "请提交人重新发送原文件。",
            ),
        };
        message.whole()
    }
}

/// A package was sealed to a receiver.
pub fn sealed_to(out: &str) -> String {
    format!("已写出 {}，只有收件人的密钥能打开。", shown(out))
}

/// A sealed package was opened.
pub fn opened(out: &str) -> String {
    format!("已写出 {}；请接着用 zhicheng verify 核验。", shown(out))
}

/// A pair of keys was made.
pub fn key_made(public: &str) -> String {
    format!(
        "公钥（发给申报人）：{public}\n密钥文件只留在本部门；丢了就再也打不开加密给它的申报包。\n"
    )
}

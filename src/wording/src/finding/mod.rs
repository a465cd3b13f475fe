//! Findings about packages, bags and containers: where, what is wrong, what to do.

mod bag;
mod container;
mod name;
mod obstacle;
mod paper;
mod pledge;
mod returns;
mod verify;

pub use bag::bag;
pub use container::container;
pub use name::{clash, name_fault};
pub(crate) use obstacle::with_year;
pub use obstacle::{obstacle, obstacle_place};
pub use paper::code_fault;
pub use pledge::pledge_fault;
pub use verify::{layer, verified};

use package::severity::Severity;

use crate::Message;

/// A finding in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// Its stable code.
    pub code: &'static str,
    /// Its weight.
    pub severity: Severity,
    /// Where it is.
    pub place: String,
    /// What is wrong, and what to do.
    pub message: Message,
}

impl Told {
    /// The finding on one line: `[错误] data/dossier.json：…（bag-checksum）`.
    pub fn line(&self) -> String {
        format!(
            "[{}] {}：{}（{}）",
            weight(self.severity),
            self.place,
            self.message.whole(),
            self.code
        )
    }
}

/// How much a finding weighs.
pub fn weight(severity: Severity) -> &'static str {
    match severity {
        Severity::Notice => "说明",
        Severity::Warning => "提醒",
        Severity::Error => "错误",
    }
}

/// What to do with a package that is damaged or was changed.
const ASK_AGAIN: &str = "请让提交人重新导出申报包，用原文件传送，不要解压、改名或重新打包。";

#[cfg(test)]
mod tests;
#[cfg(test)]
mod verify_tests;

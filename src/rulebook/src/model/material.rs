//! The papers of an application, the statements, and the limits of portals.

use serde::Serialize;

use super::{Authority, Rule};

/// Who brings a paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Provider {
    /// The product makes it from the dossier.
    Product,
    /// The applicant attaches it.
    Applicant,
    /// The employer adds it afterwards.
    Employer,
}

/// A paper of the application.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Material {
    /// Identifier; the key under `materials` in a dossier.
    pub id: String,
    /// Name.
    pub label: String,
    /// What it must show.
    pub text: String,
    /// Who brings it.
    pub by: Provider,
    /// The levels that ask for it; all when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub level: Vec<String>,
    /// Asked for only when this holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Rule>,
    /// The list whose records carry it as evidence, instead of one file for the application.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub list: Option<String>,
    /// Whether a package can be sealed without it.
    #[serde(default)]
    pub needed: bool,
    /// Authority.
    pub authority: Authority,
    /// Where it is laid down.
    pub locator: String,
}

/// Who makes a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum StatementBy {
    /// The applicant, in the pledge.
    Applicant,
    /// The employer, in its opinion.
    Employer,
}

/// A statement that is confirmed on its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Identifier.
    pub id: String,
    /// Who makes it.
    pub by: StatementBy,
    /// The words.
    pub text: String,
    /// Authority.
    pub authority: Authority,
    /// Where it is laid down.
    pub locator: String,
}

/// Limits of a portal that packages are uploaded to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// Identifier.
    pub id: String,
    /// Name.
    pub label: String,
    /// The largest file in bytes.
    pub max_file_bytes: u64,
    /// All files together in bytes.
    pub max_total_bytes: u64,
    /// The longest file name in characters, ending included.
    pub max_name_characters: u32,
    /// Characters that no file name may have; none when any will do.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub forbidden: Option<String>,
    /// The most files; none when there is no limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max_files: Option<u32>,
    /// File name endings taken, in lower case, without the dot.
    pub endings: Vec<String>,
    /// What it asks of single papers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paper: Vec<TargetPaper>,
    /// Authority.
    pub authority: Authority,
    /// Where it is laid down.
    pub locator: String,
}

/// What a portal asks of one paper, in place of what it asks of all files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TargetPaper {
    /// The material.
    pub material: String,
    /// The largest file in bytes.
    pub max_file_bytes: u64,
    /// File name endings taken, in lower case, without the dot.
    pub endings: Vec<String>,
}

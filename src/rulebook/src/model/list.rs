//! What is asked as lists of records, and what answers must agree on.

use serde::Serialize;

use super::{AnswerKind, Authority, Filter, Scalar};

/// A list of records, such as degrees or achievements.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RecordList {
    /// Identifier; the key in the dossier.
    pub id: String,
    /// What one record is called.
    pub label: String,
    /// How to fill the list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// Why it is asked.
    pub why: String,
    /// Fields of every record.
    pub field: Vec<Field>,
    /// The field that holds the kind, when records are of several kinds. It needs no entry under
    /// `field`: the kinds are its choices.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind_field: Option<String>,
    /// The kinds, with their own fields.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kind: Vec<Kind>,
    /// A field whose value may occur once only, such as the year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unique: Option<String>,
    /// The date that decides whether a record is in a window; none for lists that no window binds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub window_field: Option<String>,
    /// What only one person can claim, so that two who do are told of; none for lists without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claim: Option<Claimed>,
    /// Whether evidence is asked for each record.
    #[serde(default)]
    pub evidence: bool,
    /// Authority of asking it.
    pub authority: Authority,
    /// Where the matter is laid down.
    pub locator: String,
}

/// What only one person can claim.
///
/// A record is claimed when any of its answers is one of `lead`; two records are of the same matter when their kind is the
/// same, and their title but for width, case, blanks and punctuation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Claimed {
    /// The text field with the title.
    pub title: String,
    /// The answers that say "as lead or first".
    pub lead: Vec<Lead>,
}

/// An answer that says "as lead or first".
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Lead {
    /// The field, of the list or of some kinds.
    pub field: String,
    /// Its answer.
    pub is: Scalar,
}

/// A kind of record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Kind {
    /// Identifier; the value of the kind field.
    pub id: String,
    /// What a person reads.
    pub label: String,
    /// An explanation, with an example of a good entry.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// What the record's date is for this kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date_is: Option<String>,
    /// Fields of this kind only.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub field: Vec<Field>,
}

/// A field of a record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Identifier; the key in the record.
    pub id: String,
    /// What is asked, in a few words.
    pub label: String,
    /// How to answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub help: Option<String>,
    /// What an answer may be.
    pub kind: AnswerKind,
    /// What the answer `null` says in words; without it `null` is refused.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub none: Option<String>,
    /// Whether a package can be sealed without an answer.
    #[serde(default)]
    pub needed: bool,
}

/// Something that answers must agree on. What breaks it is refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// Identifier.
    pub id: String,
    /// What is wrong and what to do, for the person.
    pub message: String,
    /// The rule.
    pub rule: CheckRule,
    /// Authority of the check.
    pub authority: Authority,
    /// Where the matter is laid down.
    pub locator: String,
}

/// The rule of a check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum CheckRule {
    /// The first moment must lie before the second, wherever both are known.
    Before(Moment, Moment),
    /// Within one record the first field must not lie after the second.
    Ordered {
        /// The list.
        list: String,
        /// The field with the earlier date or smaller number.
        first: String,
        /// The field with the later date or greater number.
        then: String,
    },
    /// No record of the list may be like this.
    Impossible {
        /// The list.
        list: String,
        /// What a record must not be like.
        r#where: Filter,
    },
}

/// A date that was entered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Moment {
    /// The answer to a question.
    Question(String),
    /// A date field of each record of a list.
    Records {
        /// The list.
        list: String,
        /// The field.
        field: String,
    },
}

//! A message: what is wrong, and what to do.

/// What is wrong, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// What is wrong, in a sentence.
    pub text: String,
    /// What to do, in a sentence.
    pub remedy: String,
}

impl Message {
    /// A message of two sentences.
    pub(crate) fn new(text: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            remedy: remedy.into(),
        }
    }

    /// Both sentences, one after the other.
    pub fn whole(&self) -> String {
        format!("{}{}", self.text, self.remedy)
    }
}

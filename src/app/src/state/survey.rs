//! What the worker says of what is entered.

use std::rc::Rc;

use errand::Survey;

/// What the worker says of what is entered.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) enum SurveyState {
    /// Nothing yet.
    #[default]
    Awaited,
    /// What is in the way, and what would be pledged.
    Here(Rc<Survey>),
    /// Why it says nothing, in a sentence.
    Failed(String),
}

impl SurveyState {
    /// What it says, when it says something.
    pub(crate) fn survey(&self) -> Option<&Survey> {
        match self {
            Self::Here(survey) => Some(survey),
            Self::Awaited | Self::Failed(_) => None,
        }
    }
}

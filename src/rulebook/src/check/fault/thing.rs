//! The sorts of entries.

use std::fmt;

/// A sort of entry of a book.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Thing {
    /// A source.
    Source,
    /// A scale.
    Scale,
    /// A screen.
    Screen,
    /// A question.
    Question,
    /// A list of records.
    List,
    /// A kind of record.
    Kind,
    /// A field of a record.
    Field,
    /// A choice.
    Choice,
    /// A check.
    Check,
    /// A day with a name.
    Date,
    /// A window.
    Window,
    /// A level.
    Level,
    /// A category.
    Category,
    /// A part.
    Part,
    /// A clause.
    Clause,
    /// A form of a clause.
    Form,
    /// A condition of a category.
    Condition,
    /// A route.
    Route,
    /// A block of the score table.
    Block,
    /// A row of the score table.
    Row,
    /// A coefficient.
    Factor,
    /// A step of points or coefficients.
    PointStep,
    /// A rule within a rule.
    Rule,
    /// A notice.
    Notice,
    /// A material.
    Material,
    /// A statement.
    Statement,
    /// A step of the procedure.
    Step,
    /// A target profile.
    Target,
    /// A stage of a staged age.
    Stage,
    /// A file name ending.
    Ending,
}

impl fmt::Display for Thing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Source => "source",
            Self::Scale => "scale",
            Self::Screen => "screen",
            Self::Question => "question",
            Self::List => "list",
            Self::Kind => "kind of record",
            Self::Field => "field",
            Self::Choice => "choice",
            Self::Check => "check",
            Self::Date => "date",
            Self::Window => "window",
            Self::Level => "level",
            Self::Category => "category",
            Self::Part => "part",
            Self::Clause => "clause",
            Self::Form => "form",
            Self::Condition => "condition",
            Self::Route => "route",
            Self::Block => "block",
            Self::Row => "row",
            Self::Factor => "factor",
            Self::PointStep => "step of points",
            Self::Rule => "rule",
            Self::Notice => "notice",
            Self::Material => "material",
            Self::Statement => "statement",
            Self::Step => "step",
            Self::Target => "target",
            Self::Stage => "stage",
            Self::Ending => "file name ending",
        })
    }
}

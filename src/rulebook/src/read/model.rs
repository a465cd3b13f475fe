//! The entries of the model, field by field, in its order. A forgotten field or choice does not compile.

use super::{FromJson, Node};
use crate::{
    Actor, Anchor, AnswerKind, AnswerTest, AtLeast, Authority, Band, Barred, Block, Book, Calendar,
    Category, Check, CheckRule, Choice, Claimed, Clause, ClauseKind, CutOff, DateDef, DateRule,
    Day, EachYear, Earn, Factor, FactorStep, Field, Filter, Form, FutureDates, Kind, Lead, Level,
    Material, Moment, Notice, OptionPoints, Part, PartCap, PartCount, Period, PointStep, Provider,
    Question, RecordList, RecordsEarn, RecordsTest, Roles, Route, Row, Rule, Scale, Score, Screen,
    Season, Source, Stage, StagedAge, Statement, StatementBy, Step, Take, Target, TargetPaper,
    Window, Years,
};

/// The key of a field.
macro_rules! key {
    (r#where) => {
        "where"
    };
    ($field:ident) => {
        stringify!($field)
    };
}

/// Whether anything is given.
macro_rules! given {
    () => {
        false
    };
    ($($any:tt)+) => {
        true
    };
}

/// Reads an object with a key for each field; one that is written `= what` may be missing, and is that then. What is
/// `Option` or `bool` may always be missing.
macro_rules! object {
    ($node:expr, $($path:ident)::+ { $($field:ident $(= $empty:tt)?)+ }) => {{
        let mut members = $node.members(const { &[$((key!($field), given!($($empty)?))),+] });
        // In the order of the keys, as each is the next one.
        $($path)::+ { $($field: members.next()),+ }
    }};
}

/// Types that are objects.
macro_rules! objects {
    ($($type:ident { $($fields:tt)+ })+) => {$(
        impl FromJson for $type {
            fn read(node: &Node<'_>) -> Self {
                object!(node, Self { $($fields)+ })
            }
        }
    )+};
}

/// Types that are a choice by name, without content, with a value, with a pair or with the fields of an object; and
/// what stands for a choice that is not known.
macro_rules! choices {
    ($($type:ident or $any:expr => {
        $($name:literal $variant:ident
            $(($content:ty))? $([$first:ty, $second:ty])? $({ $($fields:tt)+ })?,)+
    })+) => {$(
        impl FromJson for $type {
            fn read(node: &Node<'_>) -> Self {
                enum Name { $($variant),+ }
                let (found, _content) = node.choice(const { &[
                    $(($name, given!($($content)? $($first)? $($($fields)+)?))),+
                ] });
                $(if found == Name::$variant as usize {
                    choice!(_content, $variant $(($content))? $([$first, $second])? $({ $($fields)+ })?)
                } else)+ {
                    $any
                }
            }
        }
    )+};
}

/// One choice with what it holds.
macro_rules! choice {
    ($content:ident, $variant:ident) => {
        Self::$variant
    };
    ($content:ident, $variant:ident ($type:ty)) => {
        Self::$variant(<$type as FromJson>::read(&$content))
    };
    ($content:ident, $variant:ident [$first:ty, $second:ty]) => {{
        let (first, second) = <($first, $second) as FromJson>::read(&$content);
        Self::$variant(first, second)
    }};
    ($content:ident, $variant:ident { $($fields:tt)+ }) => {
        object!($content, Self::$variant { $($fields)+ })
    };
}

objects! {
    Book {
        format id version title about effective_from effective_to horizon roles cut_off source
        scale = [] screen question list = [] check = [] date window = [] level category = []
        part = [] clause route score notice = [] material = [] statement = [] step = []
        target = []
    }
    Roles { name id_number birth_date employer level category review_path target }
    CutOff { month day }
    Screen { id title intro }
    Level { id label text window authority locator }
    Category { id label text authority locator }
    Part { id label }
    Route { id level label text requires authority locator }
    Source { id title authority note }
    Season { format book year cut_off opens closes text authority locator }
    Calendar { format year off work authority locator }
}

objects! {
    Question { id screen label help why kind none needed authority locator }
    Choice { id label help }
    Scale { id choice authority locator }
    RecordList {
        id label help why field kind_field kind = [] unique window_field claim evidence authority
        locator
    }
    Claimed { title lead }
    Lead { field is }
    Kind { id label help date_is field = [] }
    Field { id label help kind none needed }
    Check { id message rule authority locator }
}

objects! {
    Clause { id kind category part title form authority locator }
    Form { level = [] text rule }
    Notice { id level when text authority locator }
    AtLeast { count of }
    AnswerTest { question test }
    RecordsTest { list r#where = {} at_least }
    EachYear { list year last r#where = {} }
    Years { since at_least }
    Day { date after }
    Barred { year seasons }
    PartCount { part at_least }
    DateDef { id label rule authority locator }
    Anchor { list field r#where = {} }
    StagedAge { birth by stage }
    Stage { years from every max }
    Window { id label from to authority locator }
}

objects! {
    Score { line window factor = [] block row authority locator }
    Block { id label cap authority locator }
    Row { id block label text cap earn authority locator }
    Band { at_least points }
    OptionPoints { test points }
    RecordsEarn { list r#where = {} points factor best_per take = all part_cap = [] }
    PointStep { r#where = {} points }
    PartCap { r#where cap }
    Factor { id label field step authority locator }
    FactorStep { test factor }
    Material { id label text by level = [] when list needed authority locator }
    Statement { id by text authority locator }
    Target {
        id label max_file_bytes max_total_bytes max_name_characters forbidden max_files endings
        paper = [] authority locator
    }
    TargetPaper { material max_file_bytes endings }
    Step { id title text by level = [] path = [] period authority locator }
}

choices! {
    Authority or Self::Model => {
        "plan" Plan,
        "national" National,
        "reference" Reference,
        "model" Model,
    }
    AnswerKind or Self::YesNo => {
        "yes_no" YesNo,
        "choice" Choice(Vec<Choice>),
        "scale" Scale { scale only = [] },
        "integer" Integer { min max unit },
        "decimal" Decimal { min max unit },
        "year" Year { min },
        "date" Date { future },
        "text" Text { max },
        "resident_id" ResidentId { sex birth_date },
    }
    FutureDates or Self::Refuse => {
        "refuse" Refuse,
        "warn" Warn,
        "allow" Allow,
    }
    Moment or Self::Question(String::new()) => {
        "question" Question(String),
        "records" Records { list field },
    }
    CheckRule or Self::Impossible { list: String::new(), r#where: Filter::new() } => {
        "before" Before[Moment, Moment],
        "ordered" Ordered { list first then },
        "impossible" Impossible { list r#where },
    }
    ClauseKind or Self::Gate => {
        "gate" Gate,
        "condition" Condition,
        "landmark" Landmark,
        "requirement" Requirement,
        "element" Element,
    }
    DateRule or Self::CutOff => {
        "cut_off" CutOff,
        "years_before_cut_off" YearsBeforeCutOff(u32),
        "answer" Answer(String),
        "earliest" Earliest(Vec<Anchor>),
        "staged_age" StagedAge(StagedAge),
    }
    Rule or Self::ScoreReachesLine => {
        "all" All(Vec<Self>),
        "any" Any(Vec<Self>),
        "not" Not(Box<Self>),
        "at_least" AtLeast(AtLeast),
        "clause" Clause(String),
        "answer" Answer(AnswerTest),
        "records" Records(RecordsTest),
        "each_year" EachYear(EachYear),
        "years" Years(Years),
        "dated" Dated(String),
        "day" Day(Day),
        "barred" Barred(Barred),
        "part" Part(PartCount),
        "choose" Choose { question cases },
        "score_reaches_line" ScoreReachesLine,
        "unpublished" Unpublished(String),
    }
    Earn or Self::Highest(Vec::new()) => {
        "records" Records(RecordsEarn),
        "years_since" YearsSince { date band },
        "answer" Answer { question option },
        "highest" Highest(Vec<Self>),
    }
    Take or Self::All => {
        "all" All,
        "best" Best,
    }
    Provider or Self::Product => {
        "product" Product,
        "applicant" Applicant,
        "employer" Employer,
    }
    StatementBy or Self::Applicant => {
        "applicant" Applicant,
        "employer" Employer,
    }
    Actor or Self::Applicant => {
        "applicant" Applicant,
        "employer" Employer,
        "department" Department,
        "office" Office,
        "committee" Committee,
    }
    Period or Self::AtLeast(0) => {
        "at_least" AtLeast(u32),
        "ahead" Ahead(u32),
    }
}

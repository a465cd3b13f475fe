//! Compiling a book.

use std::fmt;
use std::sync::{Arc, OnceLock};

use json::Decimal;
use rulebook::{Book, CheckRule, ClauseKind};

use super::insert;
use super::least;
use super::list::compile_test;
use super::{
    Bound, CClause, CDate, CDateRule, CForm, CLevel, CMaterial, CRoute, CRule, CScore, CTest,
    CWindow, Classes, Domain, Entry, EntryKind, Flat, ListProgram,
};
use crate::eval::{Entries, split::Kept};

/// A book compiled.
#[derive(Clone, Debug)]
pub(crate) struct Program {
    pub(crate) entries: Vec<Arc<Entry>>,
    pub(crate) questions: Vec<QuestionSlot>,
    pub(crate) lists: Vec<ListProgram>,
    pub(crate) dates: Vec<CDate>,
    pub(crate) windows: Vec<CWindow>,
    pub(crate) clauses: Vec<CClause>,
    pub(crate) levels: Vec<CLevel>,
    pub(crate) score: Option<CScore>,
    pub(crate) category_question: Option<usize>,
    pub(crate) level_question: usize,
    /// In the order of the book.
    pub(crate) notices: Vec<CNotice>,
    /// In the order of the book.
    pub(crate) materials: Vec<CMaterial>,
    /// The level that each choice of the level question names.
    pub(crate) level_choices: Vec<Option<usize>>,
    /// All rules in a row.
    pub(crate) flat: Flat,
    /// Every number of years that a rule, a row or a day asks for, in order.
    pub(crate) asked_years: Vec<u32>,
    /// What open lists are tried with in the season that was first judged.
    pub(crate) menu: OnceLock<Kept>,
    /// The entries in the season that was first explained.
    pub(crate) kept_entries: OnceLock<Arc<Entries>>,
    /// By what it is told apart from other programs; shared with its copies.
    pub(crate) own: Arc<()>,
}

/// A notice: its rule, judged at a level.
#[derive(Clone, Debug)]
pub(crate) struct CNotice {
    pub(crate) rule: CRule,
    /// The level it is judged at.
    pub(crate) level: usize,
    /// The choice of the level question that it waits for; always shown when none.
    pub(crate) target: Option<usize>,
}

/// A question with its domain.
#[derive(Clone, Debug)]
pub(crate) struct QuestionSlot {
    pub(crate) id: String,
    pub(crate) domain: Domain,
    pub(crate) none: bool,
    /// The numbers at which some test turns.
    pub(crate) bounds: Vec<Decimal>,
    /// For how many further seasons a year given here bars, by each rule that asks.
    pub(crate) bars: Vec<i32>,
    /// The answers that tests tell apart.
    pub(crate) classes: Option<Classes>,
}

/// An id that leads nowhere. Books that passed the check of their reader have none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CompileError {
    /// What was looked for.
    pub what: &'static str,
    /// The id.
    pub id: String,
}

impl fmt::Display for CompileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the book has no {} `{}`", self.what, self.id)
    }
}

impl std::error::Error for CompileError {}

pub(crate) fn unresolved(what: &'static str, id: &str) -> CompileError {
    let id = id.to_owned();
    CompileError { what, id }
}

/// What compiling needs at hand.
pub(crate) struct Compiler<'b> {
    pub(crate) book: &'b Book,
    pub(crate) entries: Vec<Arc<Entry>>,
    pub(crate) questions: Vec<QuestionSlot>,
    pub(crate) lists: Vec<ListProgram>,
    pub(crate) dates: Vec<String>,
    /// How often records earn, so far.
    pub(crate) earns: u32,
}

impl Program {
    /// Compiles a book.
    pub(crate) fn compile(book: &Book) -> Result<Self, CompileError> {
        let mut compiler = Compiler::new(book)?;
        compiler.checks();
        let dates = compiler.dates()?;
        let windows = compiler.windows()?;
        let clauses = compiler.clauses()?;
        let levels = compiler.levels()?;
        let score = compiler.score()?;
        let category_question = book.roles.category.as_ref();
        let category_question = category_question
            .map(|id| compiler.question(id))
            .transpose()?;
        let level_question = compiler.question(&book.roles.level)?;
        let notices = compiler.notices(level_question)?;
        let materials = compiler.materials()?;
        let level_choices = compiler.level_choices(level_question);
        let mut program = Self {
            level_question,
            notices,
            materials,
            level_choices,
            entries: compiler.entries,
            questions: compiler.questions,
            lists: compiler.lists,
            dates,
            windows,
            clauses,
            levels,
            score,
            category_question,
            flat: Flat::default(),
            asked_years: Vec::new(),
            menu: OnceLock::new(),
            kept_entries: OnceLock::new(),
            own: Arc::new(()),
        };
        program.lay_out();
        Ok(program)
    }

    /// Tells answers apart and lays out the rules, once every test is known.
    fn lay_out(&mut self) {
        for slot in &mut self.questions {
            // When a bar ends depends on the season too.
            let plain = slot.bars.is_empty();
            slot.classes = plain.then(|| Classes::of(slot)).flatten();
        }
        for row in self.score.iter_mut().flat_map(|score| &mut score.rows) {
            row.earn.by_class(&self.questions);
        }
        self.flat = Flat::of(self);
        self.asked_years = asked_years(self);
    }
}

/// Every number of years that a rule, a row or a day asks for.
fn asked_years(program: &Program) -> Vec<u32> {
    let mut years = Vec::new();
    for leaf in &program.flat.leaves {
        if let CRule::Years { at_least, .. } = leaf {
            insert(&mut years, *at_least);
        }
    }
    for row in program.score.iter().flat_map(|score| &score.rows) {
        row.earn.asked_years(&mut years);
    }
    for date in &program.dates {
        if let CDateRule::YearsBeforeCutOff(number) = date.rule {
            insert(&mut years, number);
        }
    }
    years
}

impl<'b> Compiler<'b> {
    fn new(book: &'b Book) -> Result<Self, CompileError> {
        let questions = book.question.iter().map(|question| {
            let domain = Domain::of(book, &question.kind);
            Ok(QuestionSlot {
                id: question.id.clone(),
                domain: domain.ok_or_else(|| unresolved("scale of question", &question.id))?,
                none: question.none.is_some(),
                bounds: Vec::new(),
                bars: Vec::new(),
                classes: None,
            })
        });
        let questions: Result<Vec<_>, CompileError> = questions.collect();
        let lists: Result<Vec<_>, _> = book
            .list
            .iter()
            .map(|list| ListProgram::of(book, list))
            .collect();
        Ok(Self {
            book,
            entries: Vec::new(),
            questions: questions?,
            lists: lists?,
            dates: book.date.iter().map(|date| date.id.clone()).collect(),
            earns: 0,
        })
    }

    pub(crate) fn question(&self, id: &str) -> Result<usize, CompileError> {
        let place = self.questions.iter().position(|slot| slot.id == id);
        place.ok_or_else(|| unresolved("question", id))
    }

    pub(crate) fn question_test(
        &mut self,
        id: &str,
        test: &rulebook::Test,
    ) -> Result<(usize, CTest), CompileError> {
        let question = self.question(id)?;
        let slot = self.questions.get_mut(question);
        let slot = slot.ok_or_else(|| unresolved("question", id))?;
        let compiled = compile_test(&slot.domain, test, &self.dates)?;
        let numbers = compiled.bounds.iter().flat_map(Bound::numbers);
        slot.bounds.extend(numbers);
        Ok((question, compiled))
    }

    /// Notes with each list which records no reader accepts. What the check of books would refuse
    /// is left out: then more is held possible than is.
    fn checks(&mut self) {
        let book = self.book;
        for (index, check) in book.check.iter().enumerate() {
            match &check.rule {
                CheckRule::Before(..) => {}
                CheckRule::Ordered { list, first, then } => {
                    if let Ok(list) = self.list_mut(list)
                        && let (Some(first), Some(then)) =
                            (list.slot(first, None), list.slot(then, None))
                    {
                        list.order((first, then));
                    }
                }
                CheckRule::Impossible { list, r#where } => {
                    // Day bounds have no place in these filters, so no days are needed.
                    if let Ok(list) = self.list_mut(list)
                        && let Ok(filter) = list.filter(r#where, None, &[])
                    {
                        list.impossible.push((index, filter));
                    }
                }
            }
        }
    }

    pub(crate) fn list(&self, id: &str) -> Result<usize, CompileError> {
        let place = self.lists.iter().position(|list| list.id == id);
        place.ok_or_else(|| unresolved("list", id))
    }

    pub(crate) fn list_mut(&mut self, id: &str) -> Result<&mut ListProgram, CompileError> {
        let found = self.lists.iter_mut().find(|list| list.id == id);
        found.ok_or_else(|| unresolved("list", id))
    }

    pub(crate) fn date(&self, id: &str) -> Result<usize, CompileError> {
        let place = self.dates.iter().position(|other| other == id);
        place.ok_or_else(|| unresolved("date", id))
    }

    pub(crate) fn window(&self, id: &str) -> Result<usize, CompileError> {
        let place = self.book.window.iter().position(|window| window.id == id);
        place.ok_or_else(|| unresolved("window", id))
    }

    pub(crate) fn clause(&self, id: &str) -> Result<usize, CompileError> {
        let place = self.book.clause.iter().position(|clause| clause.id == id);
        place.ok_or_else(|| unresolved("clause", id))
    }

    /// Notes an entry and gives its place.
    pub(crate) fn entry(&mut self, entry: Entry) -> usize {
        self.entries.push(Arc::new(entry));
        self.entries.len().saturating_sub(1)
    }

    fn windows(&mut self) -> Result<Vec<CWindow>, CompileError> {
        let book = self.book;
        let windows = book.window.iter().map(|window| {
            let from: Result<Vec<_>, _> = window.from.iter().map(|id| self.date(id)).collect();
            let (from, to) = (from?, self.date(&window.to)?);
            let entry = self.entry(Entry {
                kind: EntryKind::Window,
                id: window.id.clone(),
                label: window.label.clone(),
                authority: window.authority,
                locator: window.locator.clone(),
            });
            Ok(CWindow { entry, from, to })
        });
        windows.collect()
    }

    fn clauses(&mut self) -> Result<Vec<CClause>, CompileError> {
        let book = self.book;
        let clauses = book.clause.iter().map(|clause| {
            let entry = self.entry(Entry {
                kind: EntryKind::Clause,
                id: clause.id.clone(),
                label: clause.title.clone(),
                authority: clause.authority,
                locator: clause.locator.clone(),
            });
            let category = clause.category.as_ref();
            let category = category.map(|id| self.category(id)).transpose()?;
            Ok(CClause { entry, category })
        });
        clauses.collect()
    }

    /// The place of a category in the choices of the category question.
    pub(crate) fn category(&self, id: &str) -> Result<usize, CompileError> {
        let question = self.book.roles.category.as_ref();
        let question = question.ok_or_else(|| unresolved("question of the category", id))?;
        let slot = self.questions.get(self.question(question)?);
        let place = slot.and_then(|slot| match &slot.domain {
            Domain::Choice { ids, .. } => ids.iter().position(|other| other == id),
            _ => None,
        });
        place.ok_or_else(|| unresolved("category", id))
    }

    fn levels(&mut self) -> Result<Vec<CLevel>, CompileError> {
        let book = self.book;
        let levels = book.level.iter().enumerate().map(|(place, level)| {
            let window = level.window.as_ref();
            let window = window.map(|id| self.window(id)).transpose()?;
            let forms = book.clause.iter().map(|clause| {
                let form = clause.form(&level.id);
                let rule = form.map(|form| self.rule(&form.rule, &level.id, window));
                Ok(rule.transpose()?.map(|rule| CForm {
                    least: least::of(&self.questions, &rule),
                    rule,
                }))
            });
            let forms: Vec<Option<CForm>> = forms.collect::<Result<_, CompileError>>()?;
            let gates = book.clause.iter().enumerate();
            let gates = gates.filter(|(index, clause)| {
                let exists = forms.get(*index).is_some_and(Option::is_some);
                clause.kind == ClauseKind::Gate && exists
            });
            let gates: Vec<usize> = gates.map(|(index, _)| index).collect();
            let routes = self.routes(&level.id, &forms)?;
            let asks = |clause| {
                let mut routes = routes.iter();
                gates.contains(&clause) || routes.any(|route| route.requires.contains(&clause))
            };
            Ok(CLevel {
                place,
                asked: (0..forms.len()).map(asks).collect(),
                gates,
                routes,
                forms,
            })
        });
        levels.collect()
    }

    fn routes(
        &mut self,
        level: &str,
        forms: &[Option<CForm>],
    ) -> Result<Vec<CRoute>, CompileError> {
        let book = self.book;
        let routes = book.route.iter().filter(|route| route.level == level);
        let routes = routes.enumerate().map(|(place, route)| {
            let requires = route.requires.iter().map(|id| {
                let place = self.clause(id)?;
                let exists = forms.get(place).is_some_and(Option::is_some);
                exists
                    .then_some(place)
                    .ok_or_else(|| unresolved("form for this level of clause", id))
            });
            let requires = requires.collect::<Result<Vec<_>, _>>()?;
            let entry = self.entry(Entry {
                kind: EntryKind::Route,
                id: format!("{level}.{}", route.id),
                label: route.label.clone(),
                authority: route.authority,
                locator: route.locator.clone(),
            });
            let id = route.id.clone();
            Ok(CRoute {
                place,
                id,
                entry,
                requires,
            })
        });
        routes.collect()
    }

    fn level_choices(&self, level_question: usize) -> Vec<Option<usize>> {
        let choices = self.questions.get(level_question).map(|slot| &slot.domain);
        let Some(Domain::Choice { ids, .. }) = choices else {
            return Vec::new();
        };
        let place = |id: &String| self.book.level.iter().position(|level| level.id == *id);
        ids.iter().map(place).collect()
    }

    fn notices(&mut self, level_question: usize) -> Result<Vec<CNotice>, CompileError> {
        let book = self.book;
        let choices = self.questions.get(level_question).map(|slot| &slot.domain);
        let choices = match choices {
            Some(Domain::Choice { ids, .. }) => ids.clone(),
            _ => return Err(unresolved("choices of question", &book.roles.level)),
        };
        let notices = book.notice.iter().map(|notice| {
            let named = notice.level.as_deref();
            let place = |id| book.level.iter().position(|level| level.id == id);
            let level = named.map_or(Some(0), place);
            let level = level.ok_or_else(|| unresolved("level of notice", &notice.id))?;
            let at = book.level.get(level);
            let at = at.ok_or_else(|| unresolved("level of notice", &notice.id))?;
            let window = at.window.as_ref().map(|id| self.window(id)).transpose()?;
            Ok(CNotice {
                rule: self.rule(&notice.when, &at.id, window)?,
                level,
                target: named.and_then(|id| choices.iter().position(|other| other == id)),
            })
        });
        notices.collect()
    }
}

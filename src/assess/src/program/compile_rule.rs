//! Compiling rules and days.

use chrono::Datelike;
use dossier::parse_day;
use rulebook::{Anchor, ClauseKind, DateRule, Filter, PartCount, Rule, Stage, StagedAge};

use super::compile::{Compiler, unresolved};
use super::{
    CAnchor, CDate, CDateRule, CFilter, CRule, CStage, CompileError, Domain, Entry, EntryKind,
};

impl Compiler<'_> {
    /// Compiles a rule for a level, whose window binds the lists that have a window field.
    pub(crate) fn rule(
        &mut self,
        rule: &Rule,
        level: &str,
        window: Option<usize>,
    ) -> Result<CRule, CompileError> {
        Ok(match rule {
            Rule::All(rules) => CRule::All(self.rules(rules, level, window)?),
            Rule::Any(rules) => CRule::Any(self.rules(rules, level, window)?),
            Rule::Not(rule) => CRule::Not(Box::new(self.rule(rule, level, window)?)),
            Rule::AtLeast(test) => CRule::AtLeast {
                count: size(test.count),
                of: self.rules(&test.of, level, window)?,
            },
            Rule::Clause(id) => CRule::Clause(self.clause(id)?),
            Rule::Answer(test) => {
                let (question, test) = self.question_test(&test.question, &test.test)?;
                CRule::Answer { question, test }
            }
            Rule::Records(test) => {
                let list = self.list(&test.list)?;
                CRule::Records {
                    list,
                    filter: self.filter(&test.list, &test.r#where)?,
                    at_least: size(test.at_least),
                    window: self.window_of(list, window),
                }
            }
            Rule::EachYear(test) => self.each_year(test)?,
            Rule::Years(test) => CRule::Years {
                since: self.date(&test.since)?,
                at_least: test.at_least,
            },
            Rule::Dated(id) => CRule::Dated(self.date(id)?),
            Rule::Day(test) => CRule::Day {
                date: self.date(&test.date)?,
                after: self.date(&test.after)?,
            },
            Rule::Barred(test) => {
                let question = self.question(&test.year)?;
                let seasons = i32::try_from(test.seasons).unwrap_or(i32::MAX);
                if let Some(slot) = self.questions.get_mut(question) {
                    slot.bars.push(seasons);
                }
                CRule::Barred { question, seasons }
            }
            Rule::Part(test) => self.part(test)?,
            Rule::Choose { question, cases } => self.choose(question, cases, (level, window))?,
            Rule::ScoreReachesLine => CRule::ScoreReachesLine,
            Rule::Unpublished(text) => CRule::Unpublished(text.clone()),
        })
    }

    fn rules(
        &mut self,
        rules: &[Rule],
        level: &str,
        window: Option<usize>,
    ) -> Result<Vec<CRule>, CompileError> {
        let rules = rules.iter();
        rules.map(|rule| self.rule(rule, level, window)).collect()
    }

    fn filter(&mut self, list: &str, filter: &Filter) -> Result<CFilter, CompileError> {
        let dates = self.dates.clone();
        self.list_mut(list)?.filter(filter, None, &dates)
    }

    /// The window, if the list has a field that it binds.
    pub(crate) fn window_of(&self, list: usize, window: Option<usize>) -> Option<usize> {
        let bound = self.lists.get(list)?.window_slot.is_some();
        window.filter(|_| bound)
    }

    fn each_year(&mut self, test: &rulebook::EachYear) -> Result<CRule, CompileError> {
        let list = self.list(&test.list)?;
        let filter = self.filter(&test.list, &test.r#where)?;
        let program = self.list_mut(&test.list)?;
        let year = program
            .slot(&test.year, None)
            .ok_or_else(|| unresolved("field", &test.year))?;
        let unique = program.unique == Some(year);
        let last = i32::try_from(test.last).unwrap_or(i32::MAX);
        if let Some(slot) = program.slots.get_mut(year) {
            slot.last_years = slot.last_years.max(last);
        }
        Ok(CRule::EachYear {
            list,
            year,
            last,
            filter,
            unique,
        })
    }

    /// A count for each category, chosen by the category's question.
    fn part(&self, test: &PartCount) -> Result<CRule, CompileError> {
        let question = self.book.roles.category.as_ref();
        let question =
            question.ok_or_else(|| unresolved("question of the category", &test.part))?;
        let question = self.question(question)?;
        let choices = match self.questions.get(question).map(|slot| &slot.domain) {
            Some(Domain::Choice { ids, .. }) => ids.clone(),
            _ => return Err(unresolved("choices of the category", &test.part)),
        };
        let cases = choices.iter().map(|category| {
            let clauses = self.book.clause.iter().enumerate();
            let of = clauses.filter(|(_, clause)| {
                clause.kind == ClauseKind::Condition
                    && clause.part.as_ref() == Some(&test.part)
                    && clause.category.as_ref() == Some(category)
            });
            Some(CRule::AtLeast {
                count: size(test.at_least),
                of: of.map(|(index, _)| CRule::Clause(index)).collect(),
            })
        });
        let cases = cases.collect();
        Ok(CRule::Choose { question, cases })
    }

    fn choose(
        &mut self,
        id: &str,
        cases: &std::collections::BTreeMap<String, Rule>,
        (level, window): (&str, Option<usize>),
    ) -> Result<CRule, CompileError> {
        let question = self.question(id)?;
        let choices = match self.questions.get(question).map(|slot| &slot.domain) {
            Some(Domain::Choice { ids, .. }) => ids.clone(),
            _ => return Err(unresolved("choices of question", id)),
        };
        let cases = choices.iter().map(|choice| {
            let rule = cases.get(choice);
            rule.map(|rule| self.rule(rule, level, window)).transpose()
        });
        let cases = cases.collect::<Result<_, _>>()?;
        Ok(CRule::Choose { question, cases })
    }

    /// Compiles the days.
    pub(crate) fn dates(&mut self) -> Result<Vec<CDate>, CompileError> {
        let book = self.book;
        let dates = book.date.iter().map(|date| {
            let rule = match &date.rule {
                DateRule::CutOff => CDateRule::CutOff,
                DateRule::YearsBeforeCutOff(years) => CDateRule::YearsBeforeCutOff(*years),
                DateRule::Answer(question) => CDateRule::Answer(self.question(question)?),
                DateRule::Earliest(anchors) => {
                    let anchors = anchors.iter().map(|anchor| self.anchor(anchor));
                    CDateRule::Earliest(anchors.collect::<Result<_, _>>()?)
                }
                DateRule::StagedAge(age) => self.staged_age(age)?,
            };
            let entry = self.entry(Entry {
                kind: EntryKind::Date,
                id: date.id.clone(),
                label: date.label.clone(),
                authority: date.authority,
                locator: date.locator.clone(),
            });
            Ok(CDate { entry, rule })
        });
        dates.collect()
    }

    fn anchor(&mut self, anchor: &Anchor) -> Result<CAnchor, CompileError> {
        let list = self.list(&anchor.list)?;
        let filter = self.filter(&anchor.list, &anchor.r#where)?;
        let program = self.list_mut(&anchor.list)?;
        let kinds = program.kinds(&anchor.r#where);
        let field = program
            .slot(&anchor.field, kinds.as_deref())
            .ok_or_else(|| unresolved("field", &anchor.field))?;
        Ok(CAnchor {
            list,
            field,
            filter,
        })
    }

    fn staged_age(&self, age: &StagedAge) -> Result<CDateRule, CompileError> {
        let by = self.question(&age.by)?;
        let choices = match self.questions.get(by).map(|slot| &slot.domain) {
            Some(Domain::Choice { ids, .. }) => ids.clone(),
            _ => return Err(unresolved("choices of question", &age.by)),
        };
        let stages = choices.iter().map(|choice| age.stage.get(choice));
        let stages = stages.map(|stage| stage.map(self::stage).transpose());
        Ok(CDateRule::StagedAge {
            birth: self.question(&age.birth)?,
            by,
            stages: stages.collect::<Result<_, _>>()?,
        })
    }
}

fn stage(stage: &Stage) -> Result<CStage, CompileError> {
    let first = parse_day(&format!("{}-01", stage.from));
    let first = first.ok_or_else(|| unresolved("month", &stage.from))?;
    let months = first.year().saturating_mul(12);
    let month = i32::try_from(first.month0()).unwrap_or(0);
    Ok(CStage {
        years: stage.years,
        from: months.saturating_add(month),
        every: i32::try_from(stage.every).unwrap_or(i32::MAX).max(1),
        max: stage.max,
    })
}

fn size(count: u32) -> usize {
    usize::try_from(count).unwrap_or(usize::MAX)
}

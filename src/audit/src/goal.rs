//! Goals and how they come apart: a rule that should hold or fail becomes simpler goals.

use dossier::{Answer, parse_day};
use json::Decimal;
use rulebook::{Anchor, DateRule, EachYear, PartCount, RecordsTest, Rule};

use crate::branch::Scope;
use crate::days::Known;
use crate::solve::Solver;

/// Something that should come true.
#[derive(Clone)]
pub(crate) enum Goal<'a> {
    /// A rule holds, or fails.
    Rule(&'a Rule, bool),
    /// So many of these come true.
    Some(u32, Vec<Self>),
    /// The answer to a question is one of these.
    Answers(&'a str, Vec<Answer>),
    /// At least so many records of these.
    Need(Scope, u32),
    /// Fewer than so many records of these.
    Limit(Scope, u32),
    /// The first day lies after the second, or not.
    Day(&'a str, &'a str, bool),
    /// The score reaches the line, or not.
    Score(bool),
}

/// What a goal becomes.
pub(crate) enum Step<'a> {
    /// All of these.
    All(Vec<Goal<'a>>),
    /// The goals of one of these.
    Either(Vec<Vec<Goal<'a>>>),
    /// No answers can bring it about: something is not published.
    Unpublished,
    /// It cannot be taken apart.
    Unclear,
}

impl Step<'_> {
    const DONE: Self = Self::All(Vec::new());
    const NEVER: Self = Self::Either(Vec::new());

    fn of(holds: bool) -> Self {
        if holds { Self::DONE } else { Self::NEVER }
    }
}

impl<'a> Solver<'_, 'a> {
    /// A rule that should hold (or fail) in simpler goals.
    pub(crate) fn rule(&self, rule: &'a Rule, want: bool) -> Step<'a> {
        let each = |rules: &'a [Rule]| rules.iter().map(|rule| Goal::Rule(rule, want)).collect();
        match rule {
            Rule::All(rules) if want => Step::All(each(rules)),
            Rule::Any(rules) if !want => Step::All(each(rules)),
            Rule::All(rules) | Rule::Any(rules) => Step::All(vec![Goal::Some(1, each(rules))]),
            Rule::Not(rule) => Step::All(vec![Goal::Rule(rule, !want)]),
            Rule::AtLeast(of) => some(want, of.count, each(&of.of)),
            Rule::Clause(id) => match self.world.clause(id, self.level) {
                Some(rule) => Step::All(vec![Goal::Rule(rule, want)]),
                None => Step::Unclear,
            },
            Rule::Answer(answer) => {
                let answers = self.world.passing(&answer.question, (&answer.test, want));
                Step::All(vec![Goal::Answers(&answer.question, answers)])
            }
            Rule::Records(records) => self.records(records, want),
            Rule::EachYear(each) => self.each_year(each, want),
            Rule::Years(years) => self.since(&years.since, Some(years.at_least), want),
            Rule::Dated(date) => self.since(date, None, want),
            Rule::Day(day) => self.day(&day.date, &day.after, want),
            Rule::Barred(ban) => {
                let year = i64::from(self.world.days.year);
                let answers = self.world.answers_where(&ban.year, |answer| {
                    let since = number(answer).map(|since| year.saturating_sub(since));
                    let barred =
                        since.is_some_and(|since| (0..=i64::from(ban.seasons)).contains(&since));
                    barred == want
                });
                Step::All(vec![Goal::Answers(&ban.year, answers)])
            }
            Rule::Part(part) => self.part(part, want),
            Rule::Choose { question, cases } => {
                let answers = self.world.answers_where(question, |_| true).into_iter();
                let ways = answers.filter_map(|answer| {
                    let rule = answer.text().and_then(|id| cases.get(id));
                    let goal = Goal::Answers(question, vec![answer]);
                    match (rule, want) {
                        (Some(rule), _) => Some(vec![goal, Goal::Rule(rule, want)]),
                        (None, false) => Some(vec![goal]),
                        (None, true) => None,
                    }
                });
                Step::Either(ways.collect())
            }
            Rule::ScoreReachesLine => Step::All(vec![Goal::Score(want)]),
            Rule::Unpublished(_) => Step::Unpublished,
        }
    }

    fn records(&self, rule: &'a RecordsTest, want: bool) -> Step<'a> {
        if rule.at_least == 0 {
            return Step::of(want);
        }
        let Some((list, pick)) = self.world.pick(&rule.list, &rule.r#where) else {
            return Step::Unclear;
        };
        let window = self.window(list);
        let scope = Scope { list, window, pick };
        Step::All(vec![if want {
            Goal::Need(scope, rule.at_least)
        } else {
            Goal::Limit(scope, rule.at_least)
        }])
    }

    /// The window that binds the records of a list at this level.
    fn window(&self, list: usize) -> Option<String> {
        let table = self.world.lists.get(list)?;
        table.list.window_field.as_ref()?;
        let levels = &self.world.book.level;
        let level = levels.iter().find(|level| level.id == self.level)?;
        level.window.clone()
    }

    fn each_year(&self, rule: &'a EachYear, want: bool) -> Step<'a> {
        let Some((list, pick)) = self.world.pick(&rule.list, &rule.r#where) else {
            return Step::Unclear;
        };
        let Some(table) = self.world.lists.get(list) else {
            return Step::Unclear;
        };
        let this = i64::from(self.world.days.year);
        let goals = (1..=i64::from(rule.last)).map(|back| {
            let year = this.saturating_sub(back);
            let of_year = |answer: &Answer| number(answer) == Some(year);
            let pick = table.narrowed(pick.clone(), &rule.year, of_year);
            let window = None;
            let scope = Scope { list, window, pick };
            if want {
                Goal::Need(scope, 1)
            } else {
                Goal::Limit(scope, 1)
            }
        });
        let goals: Vec<Goal<'a>> = goals.collect();
        if want {
            Step::All(goals)
        } else {
            Step::All(vec![Goal::Some(1, goals)])
        }
    }

    /// A day exists, and so many full years have passed since.
    fn since(&self, date: &'a str, years: Option<u32>, want: bool) -> Step<'a> {
        let latest = years.map(|years| self.world.days.latest_for(years));
        let early = |answer: &Answer| {
            let day = answer.text().and_then(parse_day);
            day.is_some_and(|day| latest.is_none_or(|latest| day <= latest))
        };
        match self.world.days.known(date) {
            Some(Known::Day(day)) => {
                let holds = latest.is_none_or(|latest| day <= latest);
                Step::of(holds == want)
            }
            Some(Known::Open(DateRule::Answer(question))) => {
                let answers = self
                    .world
                    .answers_where(question, |answer| early(answer) == want);
                Step::All(vec![Goal::Answers(question, answers)])
            }
            Some(Known::Open(DateRule::Earliest(anchors))) => {
                let goals = anchors
                    .iter()
                    .map(|anchor| self.anchor(anchor, &early, want));
                let goals: Option<Vec<Goal<'a>>> = goals.collect();
                match goals {
                    Some(goals) if want => Step::All(vec![Goal::Some(1, goals)]),
                    Some(goals) => Step::All(goals),
                    None => Step::Unclear,
                }
            }
            Some(Known::Open(_)) | None => Step::Unclear,
        }
    }

    fn anchor(
        &self,
        anchor: &'a Anchor,
        early: &dyn Fn(&Answer) -> bool,
        want: bool,
    ) -> Option<Goal<'a>> {
        let (list, pick) = self.world.pick(&anchor.list, &anchor.r#where)?;
        let table = self.world.lists.get(list)?;
        let pick = table.narrowed(pick, &anchor.field, early);
        let window = None;
        let scope = Scope { list, window, pick };
        Some(if want {
            Goal::Need(scope, 1)
        } else {
            Goal::Limit(scope, 1)
        })
    }

    fn day(&self, date: &'a str, after: &'a str, want: bool) -> Step<'a> {
        let days = &self.world.days;
        match (days.known(date), days.known(after)) {
            (Some(Known::Day(date)), Some(Known::Day(after))) => Step::of((date > after) == want),
            (Some(Known::Open(DateRule::Answer(question))), Some(Known::Day(after))) => {
                let answers = self.world.answers_where(question, |answer| {
                    let day = answer.text().and_then(parse_day);
                    day.is_some_and(|day| day > after) == want
                });
                Step::All(vec![Goal::Answers(question, answers)])
            }
            (None, _) | (_, None) => Step::Unclear,
            _ => Step::All(vec![Goal::Day(date, after, want)]),
        }
    }

    fn part(&self, part: &'a PartCount, want: bool) -> Step<'a> {
        let book = self.world.book;
        let of = |category: Option<&str>| {
            let clauses = book.clause.iter().filter(|clause| {
                clause.part.as_ref() == Some(&part.part) && clause.category.as_deref() == category
            });
            let rules = clauses.filter_map(|clause| clause.form(self.level));
            let goals: Vec<Goal<'a>> = rules.map(|form| Goal::Rule(&form.rule, want)).collect();
            some(want, part.at_least, goals)
        };
        let Some(question) = &book.roles.category else {
            return of(None);
        };
        let ways = book.category.iter().map(|category| {
            let answer = vec![Answer::Text(category.id.clone())];
            let mut goals = vec![Goal::Answers(question, answer)];
            match of(Some(&category.id)) {
                Step::All(more) => {
                    goals.extend(more);
                    Some(goals)
                }
                _ => None,
            }
        });
        Step::Either(ways.flatten().collect())
    }
}

/// At least so many hold; or so few hold that it fails. The goals say which is wanted.
fn some(want: bool, count: u32, goals: Vec<Goal<'_>>) -> Step<'_> {
    let all = u32::try_from(goals.len()).unwrap_or(u32::MAX);
    let needed = if want {
        count
    } else {
        all.saturating_add(1).saturating_sub(count)
    };
    if needed == 0 {
        Step::DONE
    } else if needed > all {
        Step::NEVER
    } else {
        Step::All(vec![Goal::Some(needed, goals)])
    }
}

fn number(answer: &Answer) -> Option<i64> {
    match answer {
        Answer::Number(number) => Decimal::to_integer(*number),
        _ => None,
    }
}

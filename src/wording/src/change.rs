//! What changed since an earlier assessment.

use assess::{Change, ChangeSubject, Verdict};
use rulebook::Book;

use crate::{Labels, term};

/// A verdict that changed: `高级工程师 常规渠道：满足 → 不满足（依据：G1 在职在岗）`.
pub fn change(book: &Book, change: &Change) -> String {
    let labels = Labels::new(book);
    let subject = match &change.subject {
        ChangeSubject::Level => String::new(),
        ChangeSubject::Route(id) => format!(" {}", labels.route(&change.level, id)),
        ChangeSubject::Clause(id) => format!(" {}", labels.clause(id)),
    };
    let word = |verdict: Option<Verdict>| verdict.map_or("没有这一项", term::verdict);
    let level = labels.level(&change.level);
    let moved = format!(
        "{level}{subject}：{} → {}",
        word(change.old),
        word(change.new)
    );
    let is_clause = matches!(change.subject, ChangeSubject::Clause(_));
    if change.clauses.is_empty() || is_clause {
        return moved;
    }
    let clauses = change.clauses.iter().map(|id| labels.clause(id));
    let clauses: Vec<String> = clauses.collect();
    format!("{moved}（依据：{}）", clauses.join("、"))
}

/// Above what changed because another version of the book is in force.
pub fn changed_since(old: &str, new: &str) -> String {
    format!("规则书从 {old} 换成 {new}，结论有变：")
}

/// Nothing changed although another version of the book is in force.
pub fn unchanged_since(old: &str, new: &str) -> String {
    format!("规则书从 {old} 换成 {new}，结论没有变。")
}

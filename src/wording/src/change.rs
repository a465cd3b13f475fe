//! What changed since an earlier assessment.

use assess::{BookRef, Change, ChangeSubject, Place, Problem, ProblemKind, Verdict};
use dossier::Dossier;
use rulebook::Book;

use crate::answer::{Spot, answer};
use crate::plain::shown;
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

/// What another version of the book has changed: a head, then each verdict that is another.
pub fn book_changed(
    book: &Book,
    (old, new): (&BookRef, &BookRef),
    changes: &[Change],
) -> Vec<String> {
    let version = |of: &BookRef| {
        if old.version == new.version {
            let begin: String = of.digest.chars().take(8).collect();
            return shown(&format!("{}（{begin}）", of.version));
        }
        shown(&of.version)
    };
    let moved = format!("规则书从 {} 换成 {}", version(old), version(new));
    let head = if changes.is_empty() {
        format!("{moved}，结论没有变。")
    } else {
        format!("{moved}，结论有变：")
    };
    let lines = changes.iter().map(|one| change(book, one));
    std::iter::once(head).chain(lines).collect()
}

/// An answer that the book does not take, but that is kept: `“职务”：处长`; none for another
/// problem.
pub fn kept_answer(book: &Book, dossier: &Dossier, problem: &Problem) -> Option<String> {
    let unfit = matches!(
        problem.kind,
        ProblemKind::UnknownKey | ProblemKind::UnknownList | ProblemKind::NotAChoice { .. }
    );
    if !unfit {
        return None;
    }
    let place = &problem.place;
    let (spot, found) = match place {
        Place::Question(id) => (Spot::Question(id), dossier.answer(id)?),
        Place::Field {
            list,
            record,
            field,
        } => {
            let kind = None;
            let (_, record) = dossier.record(record)?;
            (Spot::Field { list, kind, field }, record.answer(field)?)
        }
        Place::List(list) => {
            let count = dossier.records(list).len();
            return Some(format!("{}：{count} 条", crate::place(book, place)));
        }
        Place::Record { .. } => return None,
    };
    let told = answer(book, spot, found);
    Some(format!("{}：{told}", crate::place(book, place)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample;

    #[test]
    fn the_head_names_both_versions_and_each_line_its_clauses() {
        let book = sample::book();
        let reference = |version: &str, digest: &str| BookRef {
            id: book.id.clone(),
            version: version.to_owned(),
            digest: digest.to_owned(),
        };
        let (old, new) = (reference("1", "aaaaaaaaaa"), reference("2", "bbbbbbbbbb"));
        let changed = Change {
            level: book.level[0].id.clone(),
            subject: ChangeSubject::Level,
            old: Some(Verdict::Met),
            new: None,
            clauses: vec![book.clause[0].id.clone()],
        };
        let told = book_changed(&book, (&old, &new), &[changed]);
        assert_eq!(told[0], "规则书从 1 换成 2，结论有变：");
        assert!(told[1].contains("满足 → 没有这一项（依据："), "{}", told[1]);
        let same = book_changed(&book, (&old, &reference("1", "bbbbbbbbbb")), &[]);
        assert_eq!(
            same,
            ["规则书从 1（aaaaaaaa） 换成 1（bbbbbbbb），结论没有变。"]
        );
    }
}

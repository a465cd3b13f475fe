//! Every condition of a book with its place.

use json::{Path, Step};
use rulebook::{Book, Rule};

/// A condition, or one within another.
pub(crate) struct NodeAt<'a> {
    pub(crate) rule: &'a Rule,
    pub(crate) path: Path,
    /// The levels it applies to.
    pub(crate) levels: Vec<&'a str>,
    /// The clause it belongs to.
    pub(crate) clause: Option<&'a str>,
}

/// Every condition of clauses, notices and papers; those within others after them.
pub(crate) fn all(book: &Book) -> Vec<NodeAt<'_>> {
    let mut nodes = Vec::new();
    let every: Vec<&str> = book.level.iter().map(|level| level.id.as_str()).collect();
    let of = |levels: &'_ [String]| levels.len();
    for (place, clause) in book.clause.iter().enumerate() {
        for (form_place, form) in clause.form.iter().enumerate() {
            let own = form.level.iter().map(String::as_str).collect();
            let levels = if of(&form.level) == 0 {
                every.clone()
            } else {
                own
            };
            let path = at("clause", place).join(key("form"));
            let path = path.join(Step::Index(form_place)).join(key("rule"));
            add(&mut nodes, (&form.rule, path), &levels, Some(&clause.id));
        }
    }
    for (place, notice) in book.notice.iter().enumerate() {
        let own = notice.level.iter().map(String::as_str).collect();
        let levels = if notice.level.is_none() {
            every.clone()
        } else {
            own
        };
        let path = at("notice", place).join(key("when"));
        add(&mut nodes, (&notice.when, path), &levels, None);
    }
    for (place, paper) in book.material.iter().enumerate() {
        let Some(when) = &paper.when else { continue };
        let own = paper.level.iter().map(String::as_str).collect();
        let levels = if of(&paper.level) == 0 {
            every.clone()
        } else {
            own
        };
        let path = at("material", place).join(key("when"));
        add(&mut nodes, (when, path), &levels, None);
    }
    nodes
}

fn key(key: &str) -> Step {
    Step::Key(key.to_owned())
}

/// The path of an entry.
pub(crate) fn at(list: &str, place: usize) -> Path {
    Path(vec![key(list), Step::Index(place)])
}

fn add<'a>(
    nodes: &mut Vec<NodeAt<'a>>,
    (rule, path): (&'a Rule, Path),
    levels: &[&'a str],
    clause: Option<&'a str>,
) {
    nodes.push(NodeAt {
        rule,
        path: path.clone(),
        levels: levels.to_vec(),
        clause,
    });
    let mut each = |rules: &'a [Rule], path: &Path| {
        for (place, rule) in rules.iter().enumerate() {
            add(nodes, (rule, path.join(Step::Index(place))), levels, clause);
        }
    };
    match rule {
        Rule::All(rules) => each(rules, &path.join(key("all"))),
        Rule::Any(rules) => each(rules, &path.join(key("any"))),
        Rule::AtLeast(of) => each(&of.of, &path.join(key("at_least")).join(key("of"))),
        Rule::Not(rule) => add(nodes, (rule, path.join(key("not"))), levels, clause),
        Rule::Choose { cases, .. } => {
            let path = path.join(key("choose")).join(key("cases"));
            for (choice, rule) in cases {
                add(nodes, (rule, path.join(key(choice))), levels, clause);
            }
        }
        _ => {}
    }
}

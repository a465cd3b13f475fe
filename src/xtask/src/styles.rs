//! One style sheet in `dist/` instead of the several that the page has in the checkout: each would be a request of its
//! own before the first paint.

use std::fs;
use std::path::Path;

use crate::fault::{Doing as _, Fault, Result};
use crate::lean::lean;
use crate::page::{attribute, tags};
use crate::parts::Part;
use crate::project::Project;

/// Joins the style sheets that Trunk has put into `dist/`, in the order of the page.
pub(crate) fn join(project: &Project) -> Result<()> {
    let dist = project.dist();
    let page = dist.join("index.html");
    let text = fs::read_to_string(&page).doing("read", &page)?;
    let mut style = String::new();
    let mut names = Vec::new();
    for name in sheets(&text).filter_map(|tag| attribute(tag, "href")) {
        let path = dist.join(name.trim_start_matches("./"));
        style.push_str(&lean(&fs::read_to_string(&path).doing("read", &path)?));
        names.push(path);
    }
    let part = Part::place(&dist, "style", "css", style.as_bytes())?;
    let link = part.link();
    let joined = with_one(&text, &link)
        .ok_or_else(|| Fault::Broken("index.html has no style sheet".to_owned()))?;
    fs::write(&page, joined).doing("write", &page)?;
    for path in names {
        remove(&path)?;
    }
    Ok(())
}

/// The page with one link where its first style sheet was, and without the others.
fn with_one(page: &str, link: &str) -> Option<String> {
    let first = sheets(page).next()?;
    let rest = sheets(page).skip(1);
    let mut joined = page.replacen(first, link, 1);
    for tag in rest {
        joined = joined.replacen(tag, "", 1);
    }
    Some(joined)
}

fn sheets(page: &str) -> impl Iterator<Item = &str> {
    tags(page).filter(|tag| attribute(tag, "rel") == Some("stylesheet"))
}

fn remove(path: &Path) -> Result<()> {
    fs::remove_file(path).doing("remove", path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_link_stands_where_the_first_stood() {
        let page = "<title>x</title><link rel=icon href=y><link rel=stylesheet href=\"./a.css\"/><link href=b.css rel=\"stylesheet\"><script src=z></script>";
        assert_eq!(
            with_one(page, "<link new>").unwrap(),
            "<title>x</title><link rel=icon href=y><link new><script src=z></script>"
        );
        assert_eq!(with_one("<title>x</title>", "<link new>"), None);
    }
}

//! Names of the entries: safe one by one, and safe together.

use {
    super::{
        central::Listed,
        fault::{Fault, Findings},
        options::Options,
        trace::Trace,
        writer,
    },
    crate::name,
};

pub(super) fn check(listed: &[Listed], options: &Options, findings: &mut Findings) {
    for item in listed {
        let name = &item.entry.name;
        if let Err(fault) = name::check(name) {
            findings.push(item.place(), Fault::Name(fault));
        } else if !options.unicode.is_normal(name) {
            findings.push(item.place(), Fault::Rewritten(Trace::NotNormalised));
        }
    }
    check_clashes(listed, options, findings);
    let ordered = listed.is_sorted_by(|a, b| {
        writer::order(&a.entry.name) <= writer::order(&b.entry.name) && a.offset < b.offset
    });
    if !ordered {
        findings.push(super::fault::Place::Archive, Fault::Rewritten(Trace::Order));
    }
}

fn check_clashes(listed: &[Listed], options: &Options, findings: &mut Findings) {
    // With the slash that tells folders from files.
    let names: Vec<_> = listed
        .iter()
        .map(|item| {
            let slash = if item.entry.folder { "/" } else { "" };
            format!("{}{slash}", item.entry.name)
        })
        .collect();
    for clash in name::clashes(names.iter().map(String::as_str), options.unicode) {
        if let (Some(first), Some(item)) = (listed.get(clash.first), listed.get(clash.second)) {
            findings.push(item.place(), Fault::Clash(clash.kind, first.index));
        }
    }
}

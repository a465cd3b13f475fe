//! Dossiers that tell books apart: for every clause somebody who meets it and somebody who does
//! not, and somebody for every route.

use assess::{Assessment, Engine, Verdict};
use dossier::Dossier;
use rulebook::SeasonDay;

use crate::goal::Goal;
use crate::routes;
use crate::solve::Solver;
use crate::world::World;

/// Complete dossiers on either side of every clause and route, each once.
pub fn samples(engine: &Engine, season: &SeasonDay) -> Vec<Dossier> {
    let world = World::new(engine, season);
    let mut found: Vec<Dossier> = Vec::new();
    let mut add = |dossier: Option<&Dossier>| {
        if let Some(dossier) = dossier.filter(|dossier| !found.contains(dossier)) {
            found.push(dossier.clone());
        }
    };
    for route in &world.book.route {
        add(routes::solve(&world, route, None).dossier());
    }
    for clause in &world.book.clause {
        let levels = world.book.level.iter();
        for (level, form) in levels.filter_map(|level| Some((level, clause.form(&level.id)?))) {
            for want in [true, false] {
                let shows = |assessment: &Assessment| {
                    let mut lines = assessment.levels.iter();
                    let line = lines.find(|line| line.id == level.id);
                    let line = line.and_then(|line| line.clause(&clause.id));
                    line.is_some_and(|line| line.conclusion.verdict == Verdict::of(want))
                };
                let goals = vec![Goal::Rule(&form.rule, want)];
                add(Solver::solve(&world, &level.id, goals, &shows).dossier());
            }
        }
    }
    found
}

//! Papers and evidence.

use {
    super::{ObstacleKind, Place, Survey},
    assess::Verdict,
    rulebook::{Material, Provider},
    std::collections::BTreeSet,
};

impl Survey<'_> {
    pub(super) fn papers(&mut self) {
        let submission = self.submission;
        let book = submission.engine.book();
        let today = self.conditions.today;
        let asked = submission
            .engine
            .materials(submission.dossier, submission.season, today);
        let lists = book.list.iter().filter(|list| list.evidence);
        let mut proving: BTreeSet<&str> = BTreeSet::new();
        proving.extend(lists.map(|list| list.id.as_str()));
        for (material, asked) in book.material.iter().zip(asked) {
            let brought = material.by == Provider::Applicant && material.needed;
            if !brought || asked == Verdict::NotMet {
                continue;
            }
            match &material.list {
                Some(list) => {
                    proving.insert(list);
                }
                None => self.paper(material),
            }
        }
        for list in proving {
            for record in submission.dossier.records(list) {
                if record.evidence.is_empty() {
                    let place = assess::Place::Record {
                        list: list.to_owned(),
                        record: record.id.clone(),
                    };
                    self.push(Place::Answer(place), ObstacleKind::NoEvidence);
                }
            }
        }
    }

    /// Papers that are asked for, can be left out of a package, and are.
    pub(super) fn further_papers(&mut self) {
        let submission = self.submission;
        let materials = submission.engine.book().material.iter();
        let today = self.conditions.today;
        let asked = submission
            .engine
            .materials(submission.dossier, submission.season, today);
        for (material, asked) in materials.zip(asked) {
            let wanted = material.by == Provider::Applicant && !material.needed;
            let brought = submission.dossier.materials.get(&material.id);
            if wanted
                && asked == Verdict::Met
                && material.list.is_none()
                && brought.is_none_or(Vec::is_empty)
            {
                let place = Place::Material(material.id.clone());
                self.push(place, ObstacleKind::PaperNotBrought);
            }
        }
    }

    fn paper(&mut self, material: &Material) {
        let brought = self.submission.dossier.materials.get(&material.id);
        if brought.is_none_or(Vec::is_empty) {
            let place = Place::Material(material.id.clone());
            self.push(place, ObstacleKind::NoMaterial);
        }
    }
}

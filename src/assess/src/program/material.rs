//! Which papers each level asks for, compiled.

use rulebook::Material;

use super::CRule;
use super::compile::{CompileError, Compiler};

/// A paper of the application: the levels that ask for it, each with the rule under which it
/// does; without one it always does.
#[derive(Clone, Debug)]
pub(crate) struct CMaterial(pub(crate) Vec<(usize, Option<CRule>)>);

impl Compiler<'_> {
    /// The papers in the order of the book.
    pub(crate) fn materials(&mut self) -> Result<Vec<CMaterial>, CompileError> {
        let book = self.book;
        let materials = book.material.iter();
        materials.map(|material| self.material(material)).collect()
    }

    fn material(&mut self, material: &Material) -> Result<CMaterial, CompileError> {
        let levels = self.book.level.iter().enumerate();
        let asking = levels
            .filter(|(_, level)| material.level.is_empty() || material.level.contains(&level.id));
        let rules = asking.map(|(index, level)| {
            let window = level.window.as_ref();
            let window = window.map(|id| self.window(id)).transpose()?;
            let when = material.when.as_ref();
            let when = when.map(|when| self.rule(when, &level.id, window));
            Ok((index, when.transpose()?))
        });
        rules.collect::<Result<_, _>>().map(CMaterial)
    }
}

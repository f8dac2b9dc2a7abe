use crate::catalogue::{Conventions, Rename};

/// A field's name that the service has until or since one of its builds.
#[derive(Clone, Copy, Debug)]
pub(crate) struct BuildName {
    /// The renamed field.
    pub(crate) rename: Rename,
    /// Whether it is the new name.
    pub(crate) is_new: bool,
}

impl BuildName {
    /// The name that is used.
    pub(crate) fn name(&self) -> &'static str {
        if self.is_new {
            self.rename.to
        } else {
            self.rename.from
        }
    }
}

/// The names in `text` that only some builds of the service have.
pub(crate) fn build_names(conventions: &Conventions, text: &str) -> Vec<BuildName> {
    let both = conventions
        .renames
        .iter()
        .flat_map(|&rename| [false, true].map(|is_new| BuildName { rename, is_new }));
    both.filter(|one| text.contains(one.name())).collect()
}

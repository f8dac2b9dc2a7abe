/// What comparing a collection with the catalogue of its API says, also where nothing is wrong.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Comparison {
    /// The name of the API.
    pub api: &'static str,
    /// Different calls: those of requests, and of original requests of saved examples.
    pub calls: usize,
    /// Those of them that the catalogue has.
    pub known_calls: usize,
    /// Fields and filters that the catalogue does not have; `None` where nobody looked for them.
    pub unknown_fields: Option<usize>,
    /// Calls of the catalogue that the collection does not have.
    pub unused_calls: usize,
    /// Names that say which builds of the service the collection is for.
    pub build_names: Vec<BuildName>,
}

/// A field's name that the service has until or since one of its builds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BuildName {
    /// The name that the collection uses.
    pub name: &'static str,
    /// The first build that has the new name.
    pub build: &'static str,
    /// Whether `name` is the new one.
    pub is_new: bool,
}

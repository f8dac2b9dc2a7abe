use super::{Catalogue, Resource, UnknownName};

impl Catalogue {
    /// The resource at `path`, or with that title, whatever the case.
    ///
    /// # Errors
    /// [`UnknownName`] when there is none.
    pub fn resource(&self, name: &str) -> Result<&Resource, UnknownName> {
        self.resources
            .iter()
            .find(|resource| is_named(resource, name))
            .ok_or_else(|| {
                let paths = self.resources.iter().map(|resource| resource.path);
                self.unknown(UnknownName::new("resource", name, paths))
            })
    }

    /// With the resources of the module of that name, or else those whose path contains it.
    fn unknown(&self, mut unknown: UnknownName) -> UnknownName {
        let name = unknown.name.trim().to_lowercase();
        let paths = |is_meant: &dyn Fn(&Resource) -> bool| -> Vec<String> {
            let meant = self.resources.iter().filter(|resource| is_meant(resource));
            meant.map(|resource| resource.path.to_owned()).collect()
        };
        unknown.alternatives = paths(&|resource| same(resource.module, &name));
        if unknown.alternatives.is_empty() && name.len() > 2 {
            unknown.alternatives = paths(&|resource| resource.path.contains(&name));
        }
        unknown
    }

    /// The resources that `names` select, each a module, a path or a title, whatever the case; no
    /// names select all.
    ///
    /// # Errors
    /// [`UnknownName`] for the first name that is neither.
    pub fn select(&self, names: &[String]) -> Result<Vec<&Resource>, UnknownName> {
        let selects = |resource: &Resource, name: &str| {
            is_named(resource, name) || same(resource.module, name)
        };
        for name in names {
            if !self.resources.iter().any(|one| selects(one, name)) {
                let modules = self.modules.iter().map(|module| module.title);
                let paths = self.resources.iter().map(|resource| resource.path);
                let titles = self.resources.iter().map(|resource| resource.title);
                let known = modules.chain(paths).chain(titles);
                return Err(self.unknown(UnknownName::new("resource or module", name, known)));
            }
        }
        let chosen = |resource: &&Resource| {
            names.is_empty() || names.iter().any(|name| selects(resource, name))
        };
        Ok(self.resources.iter().filter(chosen).collect())
    }
}

fn is_named(resource: &Resource, name: &str) -> bool {
    same(resource.path, name) || same(resource.title, name)
}

fn same(known: &str, given: &str) -> bool {
    known.eq_ignore_ascii_case(given.trim())
}

#[cfg(test)]
mod tests {
    use crate::catalogue::tiny;

    #[test]
    fn a_resource_is_found_by_path_and_title() {
        let catalogue = tiny::catalogue();
        assert_eq!(catalogue.resource("NOTE").unwrap().path, "note");
        assert_eq!(catalogue.resource("shelf mark").unwrap().path, "shelfmark");
    }

    #[test]
    fn an_unknown_name_suggests_the_nearest() {
        let catalogue = tiny::catalogue();
        let error = catalogue.resource("shelfmarks").unwrap_err();
        assert_eq!(
            error.to_string(),
            "unknown resource `shelfmarks`; did you mean `shelfmark`?"
        );
        let error = catalogue.select(&["qqq".to_owned()]).unwrap_err();
        assert_eq!(
            error.to_string(),
            "unknown resource or module `qqq`; `sqlacc-postman catalogue` lists them all"
        );
    }

    #[test]
    fn a_module_and_a_part_of_names_list_what_they_can_mean() {
        let catalogue = tiny::catalogue();
        for (name, path) in [("Library", "`note`"), ("mark", "`shelfmark`")] {
            let error = catalogue.resource(name).unwrap_err().to_string();
            assert!(error.contains("; choose one of `"), "{error}");
            assert!(error.contains(path), "{error}");
        }
    }

    #[test]
    fn a_module_selects_its_resources() {
        let catalogue = tiny::catalogue();
        let chosen = catalogue.select(&["library".to_owned()]).unwrap();
        let paths: Vec<_> = chosen.iter().map(|resource| resource.path).collect();
        assert_eq!(paths, ["shelfmark", "note"]);
    }
}

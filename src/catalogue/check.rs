//! Whether the parts of a catalogue agree with each other.

use std::collections::HashSet;
use std::fmt;

use super::{Catalogue, Method, Resource};

mod fields;
mod records;

/// Everything that is wrong with a catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatalogueError {
    /// Each defect, in the order of the catalogue.
    pub defects: Vec<Defect>,
}

/// One thing that is wrong with a catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Defect {
    /// The part of the catalogue, or the path of a resource.
    pub place: String,
    /// What is wrong there.
    pub message: String,
}

impl fmt::Display for CatalogueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the catalogue contradicts itself")?;
        for Defect { place, message } in &self.defects {
            write!(f, "\n  {place}: {message}")?;
        }
        Ok(())
    }
}

impl std::error::Error for CatalogueError {}

/// Collects the defects of one place.
struct Defects<'a> {
    place: &'a str,
    found: &'a mut Vec<Defect>,
}

impl Defects<'_> {
    fn add(&mut self, message: String) {
        self.found.push(Defect {
            place: self.place.to_owned(),
            message,
        });
    }

    /// Adds what `message` says of `it`, unless `holds`.
    fn require(&mut self, holds: bool, it: &str, message: &str) {
        if !holds {
            self.add(format!("`{it}` {message}"));
        }
    }
}

/// Names of the collection's own variables. A field that is stored in a variable cannot have one of them.
const VARIABLES: [&str; 6] = [
    "host",
    "access_key",
    "secret_key",
    "region",
    "service",
    "session_token",
];

impl Catalogue {
    /// Finds what would make a collection fail: duplicate names, keys and
    /// filters that are not fields, dangling references, examples that do not match their
    /// own schema. Generating runs the same check.
    ///
    /// # Errors
    /// [`CatalogueError`] with every defect.
    pub fn check(&self) -> Result<(), CatalogueError> {
        let mut found = Vec::new();
        self.check_service(&mut Defects {
            place: "service",
            found: &mut found,
        });
        self.check_names(&mut Defects {
            place: "modules and resources",
            found: &mut found,
        });
        for resource in &self.resources {
            let mut defects = Defects {
                place: resource.path,
                found: &mut found,
            };
            self.check_resource(resource, &mut defects);
            fields::check(self, resource, &mut defects);
            records::check(self, resource, &mut defects);
        }
        if found.is_empty() {
            return Ok(());
        }
        Err(CatalogueError { defects: found })
    }

    fn check_service(&self, defects: &mut Defects<'_>) {
        let host = self.service.host;
        let has_scheme = host.starts_with("https://") || host.starts_with("http://");
        defects.require(has_scheme, host, "has no scheme, such as `https://`");
        defects.require(!host.ends_with('/'), host, "ends with a slash");
        let first = self.service.first_request;
        let is_there = self.resources.iter().any(|one| one.path == first);
        defects.require(is_there, first, "is not the path of a resource");
        for name in [self.rules.change_counter, self.rules.numbering.field] {
            let is_free = !VARIABLES.contains(&name);
            defects.require(is_free, name, "is a variable of the collection already");
        }
        for case in self.conventions.errors {
            let is_error = (400..600).contains(&case.status);
            let status = case.status.to_string();
            defects.require(is_error, &status, "is not the status of an error");
        }
    }

    /// Folders are found by title, resources by path or title, so these must be unique.
    fn check_names(&self, defects: &mut Defects<'_>) {
        let mut known = HashSet::new();
        let modules = self.modules.iter().map(|module| module.title);
        let titles = self.resources.iter().map(|one| one.title);
        for name in modules.chain(titles) {
            defects.require(known.insert(name.to_lowercase()), name, "occurs twice");
        }
        // Paths are names of variables too, where a slash is not allowed.
        let mut paths = HashSet::new();
        for path in self.resources.iter().map(|one| one.path) {
            let is_new = paths.insert(path.replace('/', "_").to_lowercase());
            defects.require(is_new, path, "occurs twice");
        }
    }

    fn check_resource(&self, resource: &Resource, defects: &mut Defects<'_>) {
        let path = resource.path;
        let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-_.~".contains(c);
        let is_segment = |one: &str| !one.is_empty() && one.chars().all(allowed);
        let is_path = path.split('/').all(is_segment);
        defects.require(
            is_path,
            path,
            "is not a path of lower-case segments with single slashes between them",
        );
        let module = resource.module;
        let is_known = self.modules.iter().any(|one| one.title == module);
        defects.require(is_known, module, "is not a module of the catalogue");
        let has = |method| resource.methods.contains(&method);
        if !has(Method::Get) {
            defects.add("it cannot be read: GET is missing".to_owned());
        }
        if has(Method::Put) && has(Method::Patch) {
            defects.add("it is changed by PUT and by PATCH; choose one".to_owned());
        }
        let writes = resource.methods.iter().any(|one| *one != Method::Get);
        if writes && resource.key.is_none() {
            defects.add("it can be written, but its records have no key".to_owned());
        }
    }
}

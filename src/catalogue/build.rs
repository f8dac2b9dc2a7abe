//! Builds of a service, and the fields that only some of them have.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use super::{Catalogue, Field, Resource};

/// A build of the service, such as `6.2026.1097.902`. Builds are ordered by their third number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Build {
    name: Cow<'static, str>,
    number: u32,
}

/// A text that names no build.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a build; write it as 6.2026.1100 or 1100")]
pub struct BuildError(String);

impl Build {
    /// A build whose third number is `number`.
    pub const fn new(name: &'static str, number: u32) -> Self {
        Self {
            name: Cow::Borrowed(name),
            number,
        }
    }

    /// The number by which builds are ordered.
    pub fn number(&self) -> u32 {
        self.number
    }

    /// Its name up to that number: `6.2026.1097`.
    pub fn short(&self) -> &str {
        match self.name.match_indices('.').nth(2) {
            Some((end, _)) => self.name.get(..end).unwrap_or(&self.name),
            None => &self.name,
        }
    }
}

impl fmt::Display for Build {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

impl FromStr for Build {
    type Err = BuildError;

    fn from_str(text: &str) -> Result<Self, BuildError> {
        let numbers: Result<Vec<u32>, _> = text.trim().split('.').map(str::parse).collect();
        match numbers.as_deref() {
            Ok([number] | [_, _, number] | [_, _, number, _]) => Ok(Self {
                name: Cow::Owned(text.trim().to_owned()),
                number: *number,
            }),
            _ => Err(BuildError(text.to_owned())),
        }
    }
}

/// The build with which a field came or went, and how well that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The build.
    pub build: &'static Build,
    /// Whether the field's name, or which resources have it, is a guess from what the vendor says.
    pub guessed: bool,
}

impl Mark {
    /// What the vendor says.
    pub const fn known(build: &'static Build) -> Self {
        Self {
            build,
            guessed: false,
        }
    }

    /// What follows from what the vendor says, but is not said.
    pub const fn guessed(build: &'static Build) -> Self {
        Self {
            build,
            guessed: true,
        }
    }
}

impl Field {
    /// Whether `build` has it; without one, the newest.
    pub fn is_of(&self, build: Option<&Build>) -> bool {
        let Some(build) = build else {
            return self.until.is_none();
        };
        let reached = |mark: &Mark| build.number >= mark.build.number;
        self.since.as_ref().is_none_or(reached) && !self.until.as_ref().is_some_and(reached)
    }
}

impl Catalogue {
    /// The same API, as `build` of the service has it.
    #[must_use]
    pub fn of_build(mut self, build: Build) -> Self {
        let known = self.builds.iter().find(|one| one.number == build.number);
        let build = known.cloned().unwrap_or(build);
        for resource in &mut self.resources {
            resource.build = Some(build.clone());
        }
        self.build = Some(build);
        self
    }

    /// The build that it describes, if the service has builds.
    pub fn build(&self) -> Option<&Build> {
        self.build.as_ref().or(self.builds.last())
    }

    /// Of which builds `name` is a field of `resource`, in a sentence, if it is not one of the build
    /// that this catalogue describes.
    pub fn other_build(&self, resource: &Resource, name: &str) -> Option<String> {
        let build = resource.build.as_ref();
        let named: Vec<_> = resource
            .every_field()
            .filter(|field| field.name == name)
            .collect();
        if named.iter().any(|field| field.is_of(build)) {
            return None;
        }
        let field = named.first()?;
        match (field.since, field.until) {
            (Some(since), _) if build.is_some_and(|one| one.number < since.build.number) => Some(
                format!("`{name}` is of builds from {}", since.build.short()),
            ),
            (_, Some(until)) => {
                let mut renames = self.conventions.renames.iter();
                let now = renames.find(|rename| rename.from == name);
                let now = now.map(|rename| format!("; since then it is `{}`", rename.to));
                Some(format!(
                    "`{name}` is of builds before {}{}",
                    until.build.short(),
                    now.unwrap_or_default()
                ))
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Build;

    #[test]
    fn builds_are_read_whole_and_in_part() {
        for (text, number, short) in [
            ("6.2026.1097.902", 1097, "6.2026.1097"),
            ("6.2026.1097", 1097, "6.2026.1097"),
            ("1097", 1097, "1097"),
        ] {
            let build: Build = text.parse().unwrap();
            assert_eq!((build.number(), build.short()), (number, short));
        }
        for text in ["", "6.2026", "newest", "1.2.3.4.5", "-1"] {
            assert!(text.parse::<Build>().is_err(), "{text}");
        }
    }
}

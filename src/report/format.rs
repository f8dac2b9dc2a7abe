use super::diff;

/// A format in which a command writes its results. `Render` is what turns results into text.
#[derive(Clone, Copy, Debug)]
pub struct Format<Render: 'static> {
    /// Its name, as `--format` takes it.
    pub name: &'static str,
    /// What it is, in the help.
    pub about: &'static str,
    /// The file extension that implies it.
    pub extension: Option<&'static str>,
    /// Whether it shows the bodies and scripts in which something changed, which a comparison keeps
    /// only where it is asked to.
    pub texts: bool,
    /// How several results are written in one file; `None` where there is room for one.
    pub(super) joined: Option<Joined>,
    pub(super) render: Render,
}

/// How several results are written in one file.
#[derive(Clone, Copy, Debug)]
pub(super) enum Joined {
    /// One after the other, each behind the heading that this gives for the path of its file.
    Headings(fn(&str) -> String),
    /// As the elements of a JSON array.
    Array,
    /// In one page, which this writes.
    Page(fn(&[diff::Report]) -> String),
}

impl<Render: Copy> Format<Render> {
    pub(super) const fn new(name: &'static str, about: &'static str, render: Render) -> Self {
        Self {
            name,
            about,
            extension: None,
            texts: false,
            joined: None,
            render,
        }
    }

    pub(super) const fn extension(self, extension: &'static str) -> Self {
        Self {
            extension: Some(extension),
            ..self
        }
    }

    pub(super) const fn with_texts(self) -> Self {
        Self {
            texts: true,
            ..self
        }
    }

    pub(super) const fn joined(self, joined: Joined) -> Self {
        Self {
            joined: Some(joined),
            ..self
        }
    }

    /// The one of `formats` that is called `name`.
    pub fn named(formats: &'static [Self], name: &str) -> Option<&'static Self> {
        formats.iter().find(|one| one.name == name)
    }
}

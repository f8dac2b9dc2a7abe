use std::borrow::Cow;
use std::collections::HashMap;

use super::uses::Use;
use crate::json::Value;

/// Where a disabled definition is.
#[derive(Clone, Debug)]
pub(crate) enum Disabled<'d> {
    /// In the document itself.
    Here(Value<'d>),
    /// In the environment of that name.
    Environment(&'d str),
}

/// What gives a variable a value, folders aside.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Origin {
    /// The collection.
    pub collection: bool,
    /// How many environments.
    pub environments: usize,
    /// The globals.
    pub globals: bool,
    /// A script.
    pub script: bool,
}

/// A name of a variable, and what is known of it.
#[derive(Debug)]
pub(crate) struct Name<'d> {
    /// The name.
    pub text: Cow<'d, str>,
    /// What gives it a value.
    pub origin: Origin,
    /// Whether a script has it as a text, or an environment's value uses it.
    pub is_mentioned: bool,
    /// Whether it is used outside of what may be a template of another program.
    pub is_plain: bool,
    /// A definition that is switched off.
    pub disabled: Option<Disabled<'d>>,
    /// Its first use in what is sent.
    pub first: Option<Use<'d>>,
    /// The values that the document gives to it, each with its owner.
    pub values: Vec<(Value<'d>, u32)>,
}

impl Name<'_> {
    /// Whether anything but a folder gives it a value.
    pub(super) fn is_defined(&self) -> bool {
        let origin = self.origin;
        origin.collection || origin.environments > 0 || origin.globals || origin.script
    }
}

/// All names, each once.
#[derive(Debug, Default)]
pub(crate) struct Names<'d> {
    numbers: HashMap<Cow<'d, str>, u32>,
    list: Vec<Name<'d>>,
}

impl<'d> Names<'d> {
    /// The number of a name, if it has one.
    pub(super) fn find(&self, text: &str) -> Option<u32> {
        self.numbers.get(text).copied()
    }

    /// The number of a name, which gets one if it has none.
    pub(super) fn number(&mut self, text: Cow<'d, str>) -> u32 {
        if let Some(number) = self.find(&text) {
            return number;
        }
        let number = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        self.numbers.insert(text.clone(), number);
        self.list.push(Name {
            text,
            origin: Origin::default(),
            is_mentioned: false,
            is_plain: false,
            disabled: None,
            first: None,
            values: Vec::new(),
        });
        number
    }

    /// What is known of a name; gives it a number if it has none.
    pub(super) fn of(&mut self, text: Cow<'d, str>) -> Option<&mut Name<'d>> {
        let number = self.number(text);
        self.list.get_mut(number as usize)
    }

    pub(super) fn get(&self, number: u32) -> Option<&Name<'d>> {
        self.list.get(number as usize)
    }

    pub(super) fn get_mut(&mut self, number: u32) -> Option<&mut Name<'d>> {
        self.list.get_mut(number as usize)
    }

    /// All that is known, by number.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &Name<'d>> {
        self.list.iter()
    }
}

use crate::json::{Kind, Value};
use crate::postman::view::is_truthy;

/// The member of a collection, a folder or a request's item that holds settings.
const MEMBER: &str = "protocolProfileBehavior";

/// The protocol settings of a request after inheritance: for each name the nearest counts.
/// (`Item.getProtocolProfileBehaviorResolved` of postman-collection 5.3.)
#[derive(Clone, Debug, Default)]
pub struct Settings<'d> {
    /// Name and value, the nearest of a name first.
    all: Vec<(std::borrow::Cow<'d, str>, Value<'d>)>,
}

impl<'d> Settings<'d> {
    /// The settings of `owners`, the nearest first.
    pub fn of(owners: impl Iterator<Item = Value<'d>>) -> Self {
        let mut settings = Self::default();
        for own in owners.filter_map(own_settings) {
            // Of a repeated name the last counts.
            let entries: Vec<_> = own.entries().collect();
            for entry in entries.into_iter().rev() {
                let name = entry.key();
                if settings.get(&name).is_none() {
                    settings.all.push((name, entry.value()));
                }
            }
        }
        settings
    }

    /// The value of a setting.
    pub fn get(&self, name: &str) -> Option<Value<'d>> {
        let found = self.all.iter().find(|(own, _)| own == name);
        found.map(|(_, value)| *value)
    }

    /// Whether a setting is on.
    pub fn is_on(&self, name: &str) -> bool {
        self.get(name).is_some_and(is_truthy)
    }

    /// Whether Postman must not add a header of that name, in lower case.
    pub fn disables_header(&self, name: &str) -> bool {
        let headers = self.get("disabledSystemHeaders");
        headers
            .and_then(|headers| headers.get(name))
            .is_some_and(is_truthy)
    }

    /// Every setting, the nearest of each name.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Value<'d>)> {
        self.all.iter().map(|(name, value)| (name.as_ref(), *value))
    }
}

/// The settings of `owner` itself.
pub(crate) fn own_settings(owner: Value<'_>) -> Option<Value<'_>> {
    let settings = owner.get(MEMBER)?;
    (settings.kind() == Kind::Object).then_some(settings)
}

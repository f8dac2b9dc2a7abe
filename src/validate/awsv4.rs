//! AWS Signature Version 4 as Postman's runtime takes it from an auth.

use crate::catalogue::nearest;
use std::borrow::Cow;
use std::collections::HashMap;

use super::parts::{Environments, RequestContext};
use super::variables::Variables;
use crate::json::{Kind, Value};
use crate::postman::effective::{Variable, is_truthy};
use crate::postman::view::{Auth, Collection};

/// The attributes that the signer reads.
pub(crate) const ATTRIBUTES: [&str; 6] = [
    "accessKey",
    "secretKey",
    "sessionToken",
    "service",
    "region",
    "addAuthDataToQuery",
];

/// The auth that `sent` is signed with, if any; `None` for examples, which
/// are not sent.
pub(crate) fn effective_awsv4<'d>(sent: &RequestContext<'_, 'd>) -> Option<Auth<'d>> {
    if sent.example.is_some() {
        return None;
    }
    let auth = sent.visit.ancestors().auth()?;
    auth.is("awsv4").then_some(auth)
}

/// The attribute that `name` is another spelling of, or nearly is.
pub(crate) fn suggest(name: &str) -> Option<&'static str> {
    let normalised = normalised(name);
    spelling_of(&normalised).or_else(|| nearest(&normalised, ATTRIBUTES, 0.9))
}

/// `name` without what spellings differ in: case, separators, a leading `aws`.
fn normalised(name: &str) -> String {
    let normalised: String = name
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .map(|c| c.to_ascii_lowercase())
        .collect();
    normalised
        .strip_prefix("aws")
        .map(str::to_owned)
        .unwrap_or(normalised)
}

fn spelling_of(normalised: &str) -> Option<&'static str> {
    match normalised {
        "accesskeyid" | "accessid" | "accesskeyname" => Some("accessKey"),
        "secretaccesskey" | "secretkeyid" | "secret" => Some("secretKey"),
        "securitytoken" | "token" => Some("sessionToken"),
        "servicename" => Some("service"),
        "regionname" => Some("region"),
        "addauthtoquery" => Some("addAuthDataToQuery"),
        _ => ATTRIBUTES
            .into_iter()
            .find(|attribute| attribute.eq_ignore_ascii_case(normalised)),
    }
}

/// Whether a parameter has no value: null, empty, or the entry itself where it has no
/// `value`.
pub(crate) fn is_blank(value: Value) -> bool {
    let is_bare_entry = value.kind() == Kind::Object && value.get("key").is_some();
    value.is_null() || value.is_str("") || is_bare_entry
}

/// Whether the signature goes into the query: any value that JavaScript takes for true, and text
/// is one, `"false"` too.
pub(crate) fn signs_in_query(auth: Auth) -> bool {
    auth.parameter("addAuthDataToQuery").is_some_and(is_truthy)
}

/// Which variables hold what requests are signed with.
#[derive(Debug, Default)]
pub(crate) struct SigningVariables<'d> {
    /// For each attribute the name of a variable that is there to hold it.
    names: HashMap<&'static str, Cow<'d, str>>,
    /// For each attribute the name that requests use for it, defined or not.
    used: HashMap<&'static str, Cow<'d, str>>,
}

impl<'d> SigningVariables<'d> {
    /// Those of the environments first, then of the collection; each in the order of its list.
    pub(super) fn of(
        environments: &'d Environments<'d>,
        collection: Collection<'d>,
        variables: &Variables<'d>,
    ) -> Self {
        let mut known = Self::default();
        let files = environments.files.iter();
        let first = files.flat_map(|(_, environment)| environment.variables());
        let all = first.chain(Variable::of_collection(collection));
        for variable in all.filter(|variable| variable.is_enabled) {
            if let Some(attribute) = spelling_of(&normalised(&variable.name)) {
                known.names.entry(attribute).or_insert(variable.name);
            }
        }
        let names = variables.names.iter();
        for name in names.filter(|name| name.first.is_some()) {
            if let Some(attribute) = spelling_of(&normalised(&name.text)) {
                let first = known.used.entry(attribute);
                first.or_insert_with(|| name.text.clone());
            }
        }
        known
    }

    /// The name of a variable for `attribute`: one that is there, or one that requests use.
    pub(crate) fn name_for(&self, attribute: &'static str) -> &str {
        let known = self.existing_name(attribute);
        let used = || self.used.get(attribute).map(AsRef::as_ref);
        known.or_else(used).unwrap_or(attribute)
    }

    /// The name of a variable that is there to hold `attribute`.
    pub(crate) fn existing_name(&self, attribute: &str) -> Option<&str> {
        self.names.get(attribute).map(AsRef::as_ref)
    }
}

#[cfg(test)]
mod tests {
    use super::suggest;

    #[test]
    fn other_spellings_are_understood() {
        for (name, attribute) in [
            ("accesskey", Some("accessKey")),
            ("access_key", Some("accessKey")),
            ("AWS-Access-Key-Id", Some("accessKey")),
            ("secretAccessKey", Some("secretKey")),
            ("secertKey", Some("secretKey")),
            ("awsRegion", Some("region")),
            ("serviceName", Some("service")),
            ("addAuthDataToQery", Some("addAuthDataToQuery")),
            ("host", None),
            ("", None),
            ("é", None),
        ] {
            assert_eq!(suggest(name), attribute, "{name}");
        }
    }
}

//! A case of the table: a collection with what is around it.

use std::fmt::Write;
use std::time::{Duration, UNIX_EPOCH};

use serde_json::{Value as Json, json};
use sqlacc_postman::client::collection::{
    CollectionError, DynamicVariables, Files, Resolved, Variables, resolve,
};
use sqlacc_postman::json::{Document, Value};
use sqlacc_postman::postman::effective::{Scope, Scopes, Variable};
use sqlacc_postman::postman::view::{Collection, Item};

/// The time of the recording, in seconds.
pub(crate) const NOW: u64 = 1_767_323_045;

/// Names and texts of the cases, of which the table has one a line. Each is parsed by itself, because
/// some are no Unicode.
pub(crate) fn texts(table: &str) -> impl Iterator<Item = (String, &str)> {
    let lines = table.lines().map(|line| line.trim_end_matches(','));
    lines.filter_map(|line| {
        let (name, _) = line.strip_prefix(r#"{"name":""#)?.split_once(r#"",""#)?;
        Some((name.replace(r#"\""#, "\""), line))
    })
}

pub(crate) struct Case<'d> {
    pub(crate) value: Value<'d>,
    /// What takes the place of the table's host, `a.test`.
    pub(crate) host: &'d str,
}

impl Case<'_> {
    /// The text of the case's collection; of a member that comes twice the second counts.
    pub(crate) fn collection(&self) -> String {
        let text = |name| self.value.get(name).map_or("null", Value::text);
        let item = match self.value.get("item") {
            Some(item) => item.text().to_owned(),
            None if self.value.get("request").is_none() => r#"{"name": "r"}"#.to_owned(),
            None => format!(r#"{{"name": "r", "request": {}}}"#, text("request")),
        };
        let variables = self.value.get("variable").into_iter();
        let variables = variables.flat_map(Value::elements).map(Value::text);
        let host = r#"{"key": "host", "value": "a.test"}"#;
        let variables: Vec<&str> = [host].into_iter().chain(variables).collect();
        let mut collection = format!(
            r#"{{"info": {{"name": "c"}}, "item": [{item}], "variable": [{}]"#,
            variables.join(",")
        );
        let more = self.value.get("collection").into_iter();
        for entry in more.flat_map(Value::entries) {
            let (key, value) = (entry.key_value().text(), entry.value().text());
            write!(collection, ", {key}: {value}").unwrap();
        }
        collection.push('}');
        let parts = format!(r#"["{}"]"#, self.host);
        let replaced = collection.replace(r#"["a","test"]"#, &parts);
        replaced.replace("a.test", self.host)
    }

    /// The names and contents of the case's files.
    pub(crate) fn files(&self) -> Vec<(String, String)> {
        let files = self.value.get("files").into_iter();
        let entries = files.flat_map(Value::entries);
        entries
            .map(|entry| {
                let content = entry.value().as_str().unwrap();
                (entry.key().into_owned(), content.into_owned())
            })
            .collect()
    }

    /// What `look` makes of the request of the case; a list where more than one is sent. An error
    /// counts where none is.
    pub(crate) fn resolved(
        &self,
        look: impl Fn(Result<Resolved, CollectionError>) -> Json,
    ) -> Json {
        let text = self.collection();
        let document = Document::from_text(&text).unwrap();
        let collection = Collection::of(&document);
        let mut scopes = Scopes::default();
        scopes.add(Scope::Collection, Variable::of_collection(collection));
        for (scope, name) in [
            (Scope::Environment, "environment"),
            (Scope::Globals, "globals"),
        ] {
            let list = self.value.get(name).into_iter().flat_map(Value::elements);
            scopes.add(scope, list.filter_map(Variable::in_environment).collect());
        }
        let dynamic = DynamicVariables {
            now: UNIX_EPOCH + Duration::from_secs(NOW),
            random: &|| 7,
        };
        let variables = Variables {
            scopes: &scopes,
            dynamic: &|name| match name {
                "$guid" | "$randomUUID" => Some("GUID".to_owned()),
                "$randomInt" => Some("INT".to_owned()),
                _ => dynamic.value(name),
            },
            observe: &|_, _| (),
        };
        let files = Files {
            read: &|path| self.file(path).ok_or_else(|| "it is not there".to_owned()),
        };
        let paths = paths(collection);
        let all = paths
            .iter()
            .map(|path| look(resolve(collection, path, &variables, &files)));
        let (errors, mut sent): (Vec<Json>, Vec<Json>) =
            all.partition(|record| record.get("error").is_some());
        match sent.len() {
            0 => errors
                .into_iter()
                .next()
                .unwrap_or_else(|| json!({"error": "nothing is sent"})),
            1 => sent.remove(0),
            _ => sent.into(),
        }
    }

    /// The content of a file of the case.
    fn file(&self, path: &str) -> Option<Vec<u8>> {
        let name = path.trim_start_matches("./");
        let content = self.value.get("files")?.get(name)?;
        Some(content.as_str()?.into_owned().into_bytes())
    }
}

/// The paths of all requests, in the order in which Postman runs them.
fn paths(collection: Collection) -> Vec<String> {
    fn add(item: Item, above: &str, paths: &mut Vec<String>) {
        let path = format!("{above}{}", item.name_text());
        if item.item.is_none() {
            paths.push(path.clone());
        }
        for inner in item.items() {
            add(inner, &format!("{path} › "), paths);
        }
    }
    let mut paths = Vec::new();
    for item in collection.items() {
        add(item, "", &mut paths);
    }
    paths
}

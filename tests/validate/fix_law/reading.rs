//! What Postman reads in a collection: what it sends, runs and gives to scripts.

use sqlacc_postman::json::{Document, Kind, Value};
use sqlacc_postman::postman::effective::{Ancestors, EffectiveRequest, Environment, Variable};
use sqlacc_postman::postman::view::{Collection, Event, Item};

/// Headers that Postman's signer takes out before it signs.
pub(crate) const SET_BY_SIGNER: [&str; 4] = [
    "authorization",
    "x-amz-date",
    "x-amz-security-token",
    "x-amz-content-sha256",
];

/// What anything could notice of a document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reading {
    /// Every request, in order: its name and what it sends.
    pub(crate) requests: Vec<String>,
    /// Every script, in order: when it runs and its text.
    pub(crate) scripts: Vec<String>,
    /// Every variable, in order: name, value, type, whether it is on.
    pub(crate) variables: Vec<String>,
}

impl Reading {
    pub(crate) fn of(document: &Document) -> Self {
        let mut reading = Self::default();
        if let Ok(environment) = Environment::of(document) {
            reading.add_variables(environment.variables());
            return reading;
        }
        let collection = Collection::of(document);
        reading.add_owner(collection.value);
        for item in collection.items() {
            reading.add_item(collection, &mut Vec::new(), item);
        }
        reading
    }

    fn add_owner(&mut self, owner: Value) {
        let list = owner.get("variable");
        self.add_variables(list.map(Variable::list).unwrap_or_default());
        for event in Event::list(owner.get("event")) {
            let listen = event.listen.and_then(Value::as_str).unwrap_or_default();
            let lines = event.exec.into_iter().flat_map(Value::elements);
            let lines: Vec<_> = lines.filter_map(Value::as_str).collect();
            let source = event
                .exec
                .and_then(Value::as_str)
                .unwrap_or(lines.join("\n").into());
            self.scripts.push(format!("{listen}: {source:?}"));
        }
    }

    fn add_variables(&mut self, variables: Vec<Variable>) {
        for variable in variables {
            let value = variable.value.map(plain);
            let kind = kind_of(&variable);
            let (name, is_on) = (&variable.name, variable.is_enabled);
            self.variables
                .push(format!("{name} = {value:?} ({kind}, on: {is_on})"));
        }
    }

    fn add_item<'d>(
        &mut self,
        collection: Collection<'d>,
        folders: &mut Vec<Item<'d>>,
        item: Item<'d>,
    ) {
        self.add_owner(item.value);
        let ancestors = Ancestors {
            collection,
            folders,
            item: &item,
        };
        if let Some(request) = EffectiveRequest::of(&ancestors) {
            self.requests.push(sent(request, &item.name_text()));
        }
        folders.push(item);
        for inner in item.items() {
            self.add_item(collection, folders, inner);
        }
        folders.pop();
    }
}

/// What Postman casts the value of a variable to: of a text no other type does anything.
fn kind_of(variable: &Variable) -> String {
    let kind = variable.kind.and_then(Value::as_str).unwrap_or_default();
    let is_text = variable
        .value
        .is_none_or(|value| value.kind() == Kind::String);
    match kind.as_ref() {
        "number" | "boolean" | "json" => kind.into_owned(),
        "string" if !is_text => kind.into_owned(),
        _ => "as it is".into(),
    }
}

/// What `request` sends, as text: byte for byte in the address, in the order of the headers, whatever
/// the layout of the rest.
fn sent(mut request: EffectiveRequest, name: &str) -> String {
    if request.auth.is_some_and(|auth| auth.is("awsv4")) {
        let headers = &mut request.headers;
        headers.retain(|header| !SET_BY_SIGNER.iter().any(|name| header.is(name)));
    }
    let headers: Vec<String> = request
        .headers
        .iter()
        .filter(|header| header.is_enabled)
        .map(|header| format!("{}: {:?}", header.key.text, header.text()))
        .collect();
    let url = request.url.composed();
    format!("[{name}] {url} {headers:?} {:?}", request.normalised())
}

fn plain(value: Value) -> serde_json::Value {
    serde_json::from_str(value.text()).unwrap_or_default()
}

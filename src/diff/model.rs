//! A collection as it is compared: what Postman would send and run, without how it is written.
//!
//! Of a request only what it is found by is read at once; the rest is read where two requests are
//! not plainly the same, which is rare, and dropped when they are compared.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use super::auth::EffectiveAuth;
use super::json_shape::{JsonShape, of_value};
use unicode_normalization::UnicodeNormalization;

use crate::json::Value;
use crate::postman::effective::script::own_scripts;
use crate::postman::effective::{Ancestors, EffectiveRequest, Settings, headers_of, own_settings};
use crate::postman::view::{self, Collection, Item};

/// The path of names from the collection to a folder.
pub(super) type FolderPath = Vec<String>;

/// One side of a comparison.
#[derive(Debug, Default)]
pub(super) struct Model<'d> {
    pub(super) requests: Vec<RequestEntry<'d>>,
    pub(super) folders: Vec<Folder>,
}

/// A folder, or the collection itself, whose path is empty.
#[derive(Debug)]
pub(super) struct Folder {
    pub(super) path: Arc<FolderPath>,
    pub(super) id: String,
    pub(super) at: usize,
    pub(super) metadata: ItemMetadata,
    pub(super) variables: Vec<Variable>,
}

/// What folders and requests have in common.
#[derive(Debug, Default)]
pub(super) struct ItemMetadata {
    pub(super) description: String,
    /// Source by the event that runs it.
    pub(super) scripts: BTreeMap<String, String>,
    /// Its own protocol settings.
    pub(super) settings: JsonShape,
}

/// A variable of the collection or of a folder.
#[derive(Debug)]
pub(super) struct Variable {
    pub(super) name: String,
    pub(super) kind: String,
    pub(super) value: String,
    pub(super) is_enabled: bool,
    /// The byte at which it starts.
    pub(super) at: usize,
}

/// What the requests of a folder inherit.
#[derive(Debug)]
pub(super) struct FolderContext<'d> {
    pub(super) collection: Collection<'d>,
    /// Outermost first.
    pub(super) folders: Vec<Item<'d>>,
    /// The auth that they inherit.
    pub(super) auth: EffectiveAuth,
    /// How many folders down that is: none for the collection's.
    pub(super) auth_depth: usize,
    /// The protocol settings that they inherit.
    pub(super) settings: Settings<'d>,
}

/// A request in its folder, as far as it is needed to find it on the other side.
#[derive(Debug)]
pub(super) struct RequestEntry<'d> {
    pub(super) folder: Arc<FolderPath>,
    pub(super) name: String,
    pub(super) id: String,
    /// The byte at which it starts.
    pub(super) at: usize,
    pub(super) method: String,
    /// The path with one placeholder for all variable segments; empty without a path.
    pub(super) path: String,
    pub(super) item: Item<'d>,
    pub(super) around: Arc<FolderContext<'d>>,
}

/// A saved example.
#[derive(Debug)]
pub(super) struct Example<'d> {
    pub(super) name: String,
    pub(super) at: usize,
    pub(super) status: Option<i64>,
    pub(super) request: Option<EffectiveRequest<'d>>,
    pub(super) body: String,
    /// Of the response, those that a server does not write anew each time.
    pub(super) headers: BTreeMap<String, String>,
}

impl FolderContext<'_> {
    /// The byte at which the folder at `depth` starts; the collection is at none.
    pub(super) fn start(&self, depth: usize) -> Option<usize> {
        let folder = || self.folders.get(depth.checked_sub(1)?);
        let value = match depth {
            0 => self.collection.value,
            _ => folder()?.value,
        };
        Some(value.span().start)
    }
}

impl<'d> RequestEntry<'d> {
    fn ancestors(&self) -> Ancestors<'_, 'd> {
        Ancestors {
            collection: self.around.collection,
            folders: &self.around.folders,
            item: &self.item,
        }
    }

    /// What is sent.
    pub(super) fn request(&self) -> EffectiveRequest<'d> {
        EffectiveRequest::of(&self.ancestors()).unwrap_or_default()
    }

    /// The auth that is used.
    pub(super) fn auth(&self) -> EffectiveAuth {
        let is_own = self.item.own_auth().is_some_and(view::Auth::is_typed);
        EffectiveAuth::new(self.ancestors().auth(), is_own)
    }

    /// Descriptions, scripts and protocol settings.
    pub(super) fn metadata(&self) -> ItemMetadata {
        let mut metadata = ItemMetadata::new(self.item.value, self.item.description);
        if metadata.description.is_empty() {
            let description = self.item.request().and_then(|one| one.description);
            metadata.description = description.map(described).unwrap_or_default();
        }
        metadata
    }

    /// Its saved examples. Their requests are sent with the settings of this one.
    pub(super) fn examples(&self) -> Vec<Example<'d>> {
        let settings = self.ancestors().settings();
        let example = |one: view::Example<'d>| {
            let request = one.request();
            Example {
                name: name(&text(one.name)),
                at: one.value.span().start,
                status: one.status(),
                request: request.map(|it| EffectiveRequest::new(&it, settings.clone(), None)),
                body: normalise_whitespace(&text(one.body)),
                headers: response_headers(one.header),
            }
        };
        self.item.examples().map(example).collect()
    }
}

/// Response headers that a server writes anew each time.
const VOLATILE: &[&str] = &[
    "age",
    "cf-ray",
    "content-length",
    "date",
    "etag",
    "expires",
    "last-modified",
    "set-cookie",
    "x-request-id",
    "x-runtime",
];

/// Names in lower case, and values, joined where a name occurs several times.
fn response_headers(value: Option<Value>) -> BTreeMap<String, String> {
    let mut headers: BTreeMap<String, String> = BTreeMap::new();
    for one in value.map(headers_of).unwrap_or_default() {
        let name = one.key.text.to_lowercase();
        if VOLATILE.contains(&name.as_str()) {
            continue;
        }
        let value = headers.entry(name).or_default();
        if !value.is_empty() {
            value.push_str(", ");
        }
        value.push_str(one.sent_value());
    }
    headers
}

impl ItemMetadata {
    pub(super) fn new(value: Value, description: Option<Value>) -> Self {
        let mut scripts: BTreeMap<String, String> = BTreeMap::new();
        for script in own_scripts(value.get("event")) {
            let source = normalise_whitespace(&script.source);
            if source.is_empty() {
                continue;
            }
            let script = scripts.entry(text(script.event.listen)).or_default();
            if !script.is_empty() {
                script.push('\n');
            }
            script.push_str(&source);
        }
        let settings = own_settings(value).and_then(|settings| of_value(settings.into()));
        Self {
            description: description.map(described).unwrap_or_default(),
            scripts,
            settings: settings.unwrap_or_default(),
        }
    }
}

/// A string unescaped, null empty, others as they are written.
pub(super) fn text(value: Option<Value>) -> String {
    let value = value.filter(|value| !value.is_null());
    let text = value.map(|value| value.as_str().unwrap_or(Cow::Borrowed(value.text())));
    text.unwrap_or_default().into_owned()
}

/// A name without blanks around it; letters with accents as one character, however they are written.
pub(super) fn name(text: &str) -> String {
    let text = text.trim();
    if text.is_ascii() {
        return text.to_owned();
    }
    text.nfc().collect()
}

/// A text without what editors and systems change: line ends and blanks at the end of lines.
pub(super) fn normalise_whitespace(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
    lines.join("\n").trim().to_owned()
}

/// The text of a description, which is text or an object with `content`.
pub(super) fn described(value: Value) -> String {
    let content = value.get("content");
    normalise_whitespace(
        &value
            .as_str()
            .map_or_else(|| text(content), Cow::into_owned),
    )
}

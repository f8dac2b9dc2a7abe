//! From the marks in a document to the values that contain them: one walk, only into what has a mark.

use std::collections::HashMap;
use std::ops::Range;

use super::address::{Address, SecretPiece, of_text};
use super::classify::{classify, credential, in_slot, moved_back, shifted};
use super::new_password::is_to_be_set;
use super::prefilter::places;
use super::rank::ranked;
use super::scan::{FoundSecret, Reading, scan};
use super::step::Step;
use super::value::is_short_secret;
use super::{Confidence, Secret, Section, is_credential};
use crate::json::{Document, Kind, Value};
use crate::postman::effective::{Header, Piece, RequestUrl, headers_of};
use crate::postman::view::{Auth, Url};

/// Every secret of a document, in the order of the text; of two that overlap the surer first.
pub(crate) fn find<'d>(document: &'d Document<'d>) -> Vec<Secret<'d>> {
    find_at(document, &places(document.text()))
}

/// The secrets of the values that have one of `places`, which are in order, as [`find`] gives them.
pub(super) fn find_at<'d>(document: &'d Document<'d>, places: &[usize]) -> Vec<Secret<'d>> {
    let mut walk = Walk {
        places,
        names: Vec::new(),
        found: Vec::new(),
    };
    let root = Step {
        value: document.root(),
        key: None,
        before: None,
    };
    walk.value(&root, Section::Other);
    ranked(walk.found)
}

/// No name of fewer bytes has the form of a secret.
const SHORTEST_FORM: usize = 16;

struct Walk<'h, 'd> {
    /// The places of marks that are not behind what has been walked.
    places: &'h [usize],
    names: Vec<String>,
    found: Vec<Secret<'d>>,
}

impl<'d> Walk<'_, 'd> {
    /// Whether there is a mark before `end`.
    fn has_before(&self, end: usize) -> bool {
        self.places.first().is_some_and(|at| *at < end)
    }

    /// Passes the marks before `end`; says whether there were any.
    fn pass(&mut self, end: usize) -> bool {
        let had = self.has_before(end);
        let count = self.places.iter().take_while(|at| **at < end).count();
        self.places = self.places.get(count..).unwrap_or_default();
        had
    }

    fn value(&mut self, step: &Step<'_, 'd>, section: Section) {
        let value = step.value;
        if !self.has_before(value.span().end) {
            return;
        }
        match value.kind() {
            Kind::Object => {
                let known = self.found.len();
                self.entry(step, section);
                for entry in value.entries() {
                    let (key, inner) = (entry.key_value(), entry.value());
                    if self.pass(key.span().end) {
                        self.named(key, inner, section, step);
                        self.member_name(key);
                    }
                    if self.has_before(inner.span().end) {
                        let step = Step {
                            value: inner,
                            key: Some(key),
                            before: Some(step),
                        };
                        let section = section.inside(&entry.key());
                        if step.is("auth") {
                            self.auth(inner, section);
                        }
                        self.value(&step, section);
                    }
                }
                if step.is("url") {
                    let url = Url::new(value);
                    self.address(&url, section, known);
                    self.echo(&url, known);
                }
            }
            Kind::Array if step.is("exec") => self.lines(step, section),
            Kind::Array => self.elements(step, section),
            _ => self.text(step, section),
        }
    }

    fn elements(&mut self, step: &Step<'_, 'd>, section: Section) {
        let are_items = step.is("item");
        for element in step.value.elements() {
            if !self.has_before(element.span().end) {
                continue;
            }
            if are_items {
                let name = element.get("name").and_then(Value::as_str);
                self.names.push(name.unwrap_or_default().into_owned());
            }
            let step = Step {
                value: element,
                key: None,
                before: Some(step),
            };
            self.value(&step, section);
            if are_items {
                self.names.pop();
            }
        }
    }

    /// The value of an entry of a list, such as a header or a variable, by the name beside it.
    fn entry(&mut self, step: &Step<'_, 'd>, section: Section) {
        let object = step.value;
        let Some(value) = object.get("value") else {
            return;
        };
        let names = ["key", "name", "id"];
        let Some(name) = names.iter().find_map(|name| object.get(name)) else {
            return;
        };
        if object.get("type").is_some_and(|kind| kind.is_str("secret")) {
            let name = name.as_str().unwrap_or_default();
            let found = value
                .as_str()
                .and_then(|text| credential(&name, "a secret", &text));
            self.take_all(value, found, section);
        }
        self.named(name, value, section, step);
    }

    /// A name that is a secret itself.
    fn member_name(&mut self, key: Value<'d>) {
        if key.span().len() < SHORTEST_FORM {
            return;
        }
        let text = key.as_str().unwrap_or_default();
        let mut found = scan(&text, Reading::Value);
        found.retain(|one| one.confidence >= Confidence::Likely);
        self.take_all(key, found, Section::Name);
    }

    /// The value under that name, and everything in it if it is a list.
    fn named(&mut self, name: Value<'d>, value: Value<'d>, section: Section, step: &Step<'_, 'd>) {
        let Some(name) = name.as_str() else {
            return;
        };
        let values = match value.kind() {
            Kind::Array => value.elements().collect(),
            _ => vec![value],
        };
        for value in values {
            let text = match value.kind() {
                Kind::String => value.as_str().unwrap_or_default(),
                Kind::Number => value.text().into(),
                _ => continue,
            };
            let mut found = classify(&name, &text);
            if matches!(section, Section::Auth | Section::Header | Section::Variable) {
                found = in_slot(found, &text);
            }
            let is_open = section == Section::Description || is_to_be_set(step);
            for one in found.iter_mut().filter(|_| is_open) {
                one.confidence = Confidence::Possible;
            }
            self.take_all(value, found, section);
        }
    }

    /// The credentials of an auth, whatever their names.
    fn auth(&mut self, value: Value<'d>, section: Section) {
        let auth = Auth { value };
        let kind = auth.kind().unwrap_or_default();
        for parameter in auth.parameters() {
            if !is_credential(&kind, &parameter.key) {
                continue;
            }
            let (mut name, mut what) = (parameter.key, "a credential");
            if kind == "apikey" {
                let own = auth.parameter("key").and_then(Value::as_str);
                (name, what) = (own.unwrap_or(name), "an API key");
            }
            if let Some(text) = parameter.value.as_str() {
                let mut found = in_slot(credential(&name, what, &text), &text);
                let is_random = is_short_secret(&text);
                for one in found.iter_mut().filter(|_| is_random) {
                    one.confidence = one.confidence.max(Confidence::Likely);
                }
                self.take_all(parameter.value, found, section);
            }
        }
    }

    /// A text by its content.
    fn text(&mut self, step: &Step<'_, 'd>, section: Section) {
        let at = step.value;
        self.pass(at.span().end);
        let Some(text) = at.as_str() else {
            return;
        };
        let headers = step.is("header").then(|| headers_of(at));
        let section = step.section(section);
        let mut found = scan(&text, reading(section));
        found.extend(headers.iter().flatten().flat_map(of_header));
        if step.is_address() {
            self.pieces(of_text(at, &found), section);
        }
        // What the parts of a URL say is reported there.
        let url = step.parent().filter(|_| section == Section::Url);
        let url = url.filter(|_| step.is("raw") && !found.is_empty());
        let url = url.map(Url::new).filter(Url::has_parts);
        let parts = url.map(|url| (url.query.is_some(), Address::of_parts(&url).text));
        let query = parts.as_ref().and_then(|_| query_start(at));
        let is_echo = |one: &FoundSecret| {
            parts.as_ref().is_some_and(|(has_query, whole)| {
                let is_in_query = query.is_some_and(|query| query <= one.span.start);
                let is_query = one.name.is_some() || is_in_query;
                let secret = text.get(one.span.clone()).unwrap_or_default();
                *has_query && is_query || whole.contains(secret)
            })
        };
        let is_open = is_to_be_set(step);
        for one in &mut found {
            if is_echo(one) || one.name.is_some() && is_open {
                one.confidence = Confidence::Possible;
            }
        }
        self.take_all(at, found, section);
    }

    /// An address in parts by its whole, whose parts say nothing alone; what they say has been found
    /// since there were `known` secrets.
    fn address(&mut self, url: &Url<'d>, section: Section, known: usize) {
        if !url.has_parts() {
            return;
        }
        let mut secrets = Address::of_parts(url).secrets;
        let own = self.found.get_mut(known..).unwrap_or_default();
        let mut own: HashMap<Range<usize>, &mut Secret> =
            own.iter_mut().map(|one| (one.span.clone(), one)).collect();
        secrets.retain(|one| {
            let Some(same) = own.get_mut(&one.span) else {
                return true;
            };
            if same.confidence < one.confidence {
                (same.kind, same.confidence) = (one.kind, one.confidence);
            }
            false
        });
        // The whole of an example's address is reported in its text.
        let raw = url.raw.and_then(Value::as_str).unwrap_or_default();
        for one in &mut secrets {
            let text = one.at.document().text().get(one.span.clone());
            if section == Section::Example && text.is_some_and(|text| raw.contains(text)) {
                one.confidence = Confidence::Possible;
            }
        }
        self.pieces(secrets, section);
    }

    /// Notes the text that may say the secrets of a URL again, those found since there were `known`.
    fn echo(&mut self, url: &Url<'d>, known: usize) {
        let Some(raw) = url.raw else { return };
        let own = self.found.get_mut(known..).unwrap_or_default();
        let is_part = |one: &&mut Secret| one.at.span() != raw.span();
        own.iter_mut()
            .filter(is_part)
            .for_each(|one| one.raw = Some(raw));
    }

    fn pieces(&mut self, pieces: Vec<SecretPiece<'d>>, section: Section) {
        for one in pieces {
            let found = FoundSecret::new(one.span.clone(), one.kind, one.confidence);
            self.push(one.at, one.span, &found, section);
        }
    }

    /// A text that is written as a list of lines: a secret in it may span several.
    fn lines(&mut self, step: &Step<'_, 'd>, section: Section) {
        self.pass(step.value.span().end);
        let mut text = String::new();
        let mut lines: Vec<(Range<usize>, Value<'d>)> = Vec::new();
        for line in step.value.elements() {
            let start = text.len();
            text.push_str(&line.as_str().unwrap_or_default());
            lines.push((start..text.len(), line));
            text.push('\n');
        }
        let mut found = scan(&text, reading(section)).into_iter().peekable();
        for (own, at) in lines.iter().cloned() {
            let (mut inside, mut across) = (Vec::new(), Vec::new());
            while let Some(one) = found.next_if(|one| one.span.start <= own.end) {
                let list = if one.span.end <= own.end {
                    &mut inside
                } else {
                    &mut across
                };
                list.push(one);
            }
            self.take_all(at, moved_back(inside, own.start), section);
            for one in across {
                let last = lines.partition_point(|(line, _)| line.end < one.span.end);
                let Some((line, end)) = lines.get(last) else {
                    continue;
                };
                let first = at.span_of(one.span.start - own.start..own.len());
                let rest = end.span_of(0..one.span.end.saturating_sub(line.start));
                if let (Some(first), Some(rest)) = (first, rest) {
                    self.push(at, first.start..rest.end, &one, section);
                }
            }
        }
    }

    /// Takes the secrets of the text of `at`.
    fn take_all<'t>(
        &mut self,
        at: Value<'d>,
        found: impl IntoIterator<Item = FoundSecret<'t>>,
        section: Section,
    ) {
        let found: Vec<FoundSecret> = found.into_iter().collect();
        if at.kind() != Kind::String {
            for one in shifted(found, at.span().start) {
                self.push(at, one.span.clone(), &one, section);
            }
            return;
        }
        let spans: Vec<Range<usize>> = found.iter().map(|one| one.span.clone()).collect();
        for (one, span) in found.iter().zip(at.spans_of(&spans)) {
            self.push(at, span, one, section);
        }
    }

    fn push(
        &mut self,
        at: Value<'d>,
        span: Range<usize>,
        found: &FoundSecret<'_>,
        section: Section,
    ) {
        self.found.push(Secret {
            at,
            span,
            kind: found.kind,
            name: found.name.as_deref().map(str::to_owned),
            section,
            names: self.names.clone(),
            confidence: found.confidence,
            is_reported: false,
            has_rivals: false,
            raw: None,
        });
    }
}

fn reading(section: Section) -> Reading {
    match section {
        Section::Script => Reading::Script,
        Section::Description => Reading::Prose,
        _ => Reading::Value,
    }
}

/// The secrets of one of the headers that a text has.
fn of_header<'h>(header: &'h Header<'_>) -> impl Iterator<Item = FoundSecret<'h>> {
    let of_value = |value: &Piece| {
        let start = value.part.as_ref().map_or(0, |part| part.start);
        shifted(classify(&header.key.text, &value.text), start)
    };
    header.value.as_ref().map(of_value).into_iter().flatten()
}

/// Where the query of the address starts that the text `at` is.
fn query_start(at: Value) -> Option<usize> {
    let url = RequestUrl::of_raw(&Url::new(at));
    let first = url.query.first()?.key.as_ref()?;
    Some(first.part.as_ref()?.start)
}

//! From places in the text to the values that they are in: one walk, into what has a place only.

use std::ops::Range;

use super::hit::{Hit, What, hits};
use super::value::{is_secret, kind_of_name, without_scheme};
use super::{Secret, Zone, fingerprint};
use crate::json::{Document, Kind, Value};

/// Every secret of a document, in the order of the text.
pub(crate) fn secrets<'d>(document: &'d Document<'d>) -> Vec<Secret<'d>> {
    let text = document.text();
    let hits = hits(text);
    let mut walk = Walk {
        text,
        hits: &hits,
        names: Vec::new(),
        found: Vec::new(),
    };
    let root = document.root();
    walk.value(
        &Step {
            value: root,
            key: None,
            before: None,
        },
        Zone::Other,
    );
    let mut found = walk.found;
    // The same text by its form and by its name: the form says more.
    found.sort_by_key(|one| (one.span.start, !one.is_certain));
    let mut end = 0;
    found.retain(|one| {
        let is_new = one.span.start >= end;
        end = end.max(one.span.end);
        is_new
    });
    found
}

/// A value with the way to it.
struct Step<'s, 'd> {
    value: Value<'d>,
    /// Its key, where it is a member.
    key: Option<Value<'d>>,
    before: Option<&'s Step<'s, 'd>>,
}

impl<'d> Step<'_, 'd> {
    fn is(&self, key: &str) -> bool {
        self.key.is_some_and(|own| own.is_str(key))
    }

    /// The object that it is a member of.
    fn holder(&self) -> Option<Value<'d>> {
        let before = self.before?;
        self.key.map(|_| before.value)
    }
}

struct Walk<'h, 'd> {
    text: &'d str,
    hits: &'h [Hit],
    names: Vec<String>,
    found: Vec<Secret<'d>>,
}

impl<'d> Walk<'_, 'd> {
    /// Whether the next place is before `end`.
    fn has_before(&self, end: usize) -> bool {
        self.hits.first().is_some_and(|hit| hit.at < end)
    }

    fn next_before(&mut self, end: usize) -> Option<&Hit> {
        let (first, rest) = self.hits.split_first().filter(|(hit, _)| hit.at < end)?;
        self.hits = rest;
        Some(first)
    }

    fn value(&mut self, step: &Step<'_, 'd>, zone: Zone) {
        let value = step.value;
        if !self.has_before(value.span().end) {
            return;
        }
        match value.kind() {
            Kind::Object => {
                for entry in value.entries() {
                    let (key, inner) = (entry.key_value(), entry.value());
                    self.key(key, inner, zone);
                    if self.has_before(inner.span().end) {
                        let step = Step {
                            value: inner,
                            key: Some(key),
                            before: Some(step),
                        };
                        self.value(&step, zone.inside(&entry.key()));
                    }
                }
            }
            Kind::Array => {
                let are_items = step.is("item");
                for element in value.elements() {
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
                    self.value(&step, zone);
                    if are_items {
                        self.names.pop();
                    }
                }
            }
            _ => self.text(step, zone),
        }
    }

    fn key(&mut self, key: Value<'d>, value: Value<'d>, zone: Zone) {
        let end = key.span().end;
        let mut is_name = false;
        while let Some(hit) = self.next_before(end) {
            is_name |= matches!(hit.what, What::Name(_));
        }
        if is_name && let Some(name) = key.as_str() {
            self.named(&name, value, zone);
        }
    }

    fn text(&mut self, step: &Step<'_, 'd>, zone: Zone) {
        let at = step.value;
        let span = at.span();
        let is_repeated =
            step.is("raw") && step.holder().is_some_and(|url| url.get("query").is_some());
        while let Some(hit) = self.next_before(span.end) {
            match &hit.what {
                What::Known(kind, place) => {
                    let (kind, place) = (*kind, place.clone());
                    // What the parts of a URL say is found there.
                    let is_inside = span.start < place.start && place.end < span.end;
                    if is_inside && !(is_repeated && zone == Zone::Url) {
                        self.push(at, place, kind, None, zone, true);
                    }
                }
                What::Name(name) => {
                    let name = name.clone();
                    self.name_in_text(step, name, zone, is_repeated);
                }
            }
        }
    }

    /// A name in a text: the text may be the name of another member, or hold `name: value`.
    fn name_in_text(
        &mut self,
        step: &Step<'_, 'd>,
        name: Range<usize>,
        zone: Zone,
        is_repeated: bool,
    ) {
        let span = step.value.span();
        let is_whole = name.start == span.start + 1 && name.end + 1 == span.end;
        if let Some(holder) = step.holder().filter(|_| is_whole) {
            let text = step.value.as_str().unwrap_or_default();
            if step.is("key") || (step.is("id") || step.is("name")) && holder.get("key").is_none() {
                if let Some(value) = holder.get("value") {
                    self.named(&text, value, zone);
                }
            } else if step.is("type") && text == "secret" {
                if let (Some(key), Some(value)) = (holder.get("key"), holder.get("value")) {
                    let key = key.as_str().unwrap_or_default();
                    self.checked(&key, "a secret", value, zone);
                }
            } else if step.is("value") && holder.get("key").is_some_and(|key| key.is_str("key")) {
                // The attributes of an API key: the name is one, the key another.
                let list = step.before.and_then(|object| object.before);
                let mut others = list.into_iter().flat_map(|list| list.value.elements());
                let other =
                    others.find(|one| one.get("key").is_some_and(|key| key.is_str("value")));
                if let Some(value) = other.and_then(|other| other.get("value")) {
                    self.named(&text, value, zone);
                }
            }
            return;
        }
        // Prose speaks of names and shows samples; a URL's parts are looked at by themselves.
        if zone != Zone::Description && !is_repeated {
            self.assigned(step.value, name, zone);
        }
    }

    /// `name: "value"`, `name="value"`, `set("name", "value")` and, in what is no script,
    /// `name=value`, inside a text.
    fn assigned(&mut self, at: Value<'d>, name: Range<usize>, zone: Zone) {
        let end = at.span().end - 1;
        let Some(kind) = self.text.get(name.clone()).and_then(kind_of_name) else {
            return;
        };
        let behind = self.text.get(name.end..end).unwrap_or_default();
        let rest = behind.trim_start_matches(['\\', '"', '\'', '`', ' ', ']']);
        let Some(sign) = rest.chars().next().filter(|c| matches!(c, ':' | '=' | ',')) else {
            return;
        };
        let rest = rest.get(1..).unwrap_or_default();
        let value = rest.trim_start_matches(' ');
        let value = value.strip_prefix('\\').unwrap_or(value);
        let quote = value
            .chars()
            .next()
            .filter(|c| matches!(c, '"' | '\'' | '`'));
        let (value, stop) = match quote {
            Some(quote) => {
                let value = value.get(1..).unwrap_or_default();
                (value, value.find(quote))
            }
            // Without quotes a script has an expression there.
            None if sign == '=' && behind.starts_with('=') && zone != Zone::Script => {
                (rest, rest.find(['&', ' ', '\\', '#']).or(Some(rest.len())))
            }
            None => return,
        };
        let Some(text) = stop.and_then(|stop| value.get(..stop)) else {
            return;
        };
        let text = text.strip_suffix('\\').unwrap_or(text);
        let start = end - value.len();
        self.judged(at, start, text, kind, self.text.get(name), zone);
    }

    fn named(&mut self, name: &str, value: Value<'d>, zone: Zone) {
        if let Some(kind) = kind_of_name(name) {
            self.checked(name, kind, value, zone);
        }
    }

    fn checked(&mut self, name: &str, kind: &'static str, value: Value<'d>, zone: Zone) {
        if zone == Zone::Description {
            return;
        }
        if let Some(raw) = value.as_raw_str() {
            self.judged(value, value.span().start + 1, raw, kind, Some(name), zone);
        }
    }

    fn judged(
        &mut self,
        at: Value<'d>,
        start: usize,
        raw: &str,
        kind: &'static str,
        name: Option<&str>,
        zone: Zone,
    ) {
        let plain = raw.replace("\\/", "/");
        if !is_secret(kind, &plain) {
            return;
        }
        // Of `Bearer x` only what is behind the scheme.
        let secret = without_scheme(raw.trim());
        let offset = raw.rfind(secret).unwrap_or_default();
        let span = start + offset..start + offset + secret.len();
        self.push(at, span, kind, name, zone, false);
    }

    fn push(
        &mut self,
        at: Value<'d>,
        span: Range<usize>,
        kind: &'static str,
        name: Option<&str>,
        zone: Zone,
        is_certain: bool,
    ) {
        let secret = self.text.get(span.clone()).unwrap_or_default();
        self.found.push(Secret {
            at,
            fingerprint: fingerprint(kind, secret),
            span,
            kind,
            name: name.map(str::to_owned),
            zone,
            names: self.names.clone(),
            is_certain,
        });
    }
}

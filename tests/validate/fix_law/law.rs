//! What a fix may not do.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};

use similar::TextDiff;
use sqlacc_postman::diagnostic::{Applicability, Diagnostic, Fix, Severity, apply_fixes};
use sqlacc_postman::json::{Document, Value};
use sqlacc_postman::postman::effective::RequestUrl;
use sqlacc_postman::postman::view::{Collection, Item, Url};
use sqlacc_postman::validate::{Environments, Profile, Settings, fix, validate};

use crate::volatile::VOLATILE;

use super::reading::{Reading, SET_BY_SIGNER};

const NEW_ERROR: &str = "there is an error that was not there: ";

/// Rules whose fix shows what was hidden, errors too: what a misspelt member holds is checked only under
/// its right name, a script only when it runs, and a file only when its version is known. A run that
/// fixes leaves such a fix out.
const REVEALING: [&str; 5] = [
    "unknown-property",
    "item-request-or-folder",
    "schema-conformance",
    "event-listen-unknown",
    "schema-url-known",
];

/// A text, and what of it fixes have to keep.
struct Before {
    repeated: usize,
    blank_lines: usize,
    errors: BTreeMap<&'static str, usize>,
    reading: Reading,
    texts: BTreeMap<String, usize>,
    addresses: Vec<String>,
    names: Names,
}

impl Before {
    fn of(text: &str, document: &Document, environments: &Environments) -> Self {
        Self {
            repeated: document.duplicate_keys().len(),
            blank_lines: blank_lines(text),
            errors: errors(text, environments),
            reading: Reading::of(document),
            texts: texts(document.root()),
            addresses: addresses(document.root()),
            names: Names::of(document),
        }
    }

    /// Why `after`, which fixes have made of it, breaks the law.
    fn broken(&self, after: &str, environments: &Environments, is_safe: bool) -> Option<String> {
        let Ok(new) = Document::from_text(after) else {
            return Some("it is not JSON".into());
        };
        if new.duplicate_keys().len() > self.repeated {
            return Some("a key is repeated".into());
        }
        if blank_lines(after) > self.blank_lines {
            return Some("there is a blank line".into());
        }
        let names = Names::of(&new);
        // A fix may show items that were hidden.
        if names.items == self.names.items && names.repeated > self.names.repeated {
            return Some("there are two of one name".into());
        }
        let count = |rule: &str| self.errors.get(rule).copied().unwrap_or_default();
        let mut errors = errors(after, environments).into_iter();
        if let Some((rule, _)) = errors.find(|(rule, after)| *after > count(rule)) {
            return Some(format!("{NEW_ERROR}{rule}"));
        }
        is_safe.then(|| self.lost(&new)).flatten()
    }

    /// What a safe fix has changed in `new`.
    fn lost(&self, new: &Document) -> Option<String> {
        let (was, is) = (&self.reading, Reading::of(new));
        let pairs = [
            ("what a request sends", &was.requests, is.requests),
            ("a script", &was.scripts, is.scripts),
            ("a variable", &was.variables, is.variables),
        ];
        for (what, was, is) in pairs {
            if let Some((was, is)) = was.iter().zip(&is).find(|(was, is)| was != is) {
                return Some(format!("{what} has changed:\n  {was}\n  {is}"));
            }
            if was.len() != is.len() {
                return Some(format!("{what} has come or gone"));
            }
        }
        let is = texts(new.root());
        let mut was = self.texts.iter();
        if let Some((text, _)) = was.find(|(text, count)| is.get(*text) < Some(count)) {
            return Some(format!("a text is lost: {text:?}"));
        }
        // Members may have another order now.
        let mut is = addresses(new.root());
        let mut was = self.addresses.clone();
        was.retain(|one| match is.iter().position(|other| one == other) {
            Some(at) => {
                is.remove(at);
                false
            }
            None => true,
        });
        let lost = |was: &String| {
            let less: Option<Vec<String>> = is.iter().map(|is| says_less(was, is)).collect();
            // One that says as much is enough.
            less.and_then(|less| less.into_iter().next())
        };
        let lost = was.iter().find_map(lost);
        lost.map(|lost| format!("`raw` says less: {lost}"))
    }
}

/// The names of items.
#[derive(Default)]
struct Names {
    items: usize,
    /// How many are called like one before them in the same folder.
    repeated: usize,
}

impl Names {
    fn of(document: &Document) -> Self {
        let mut names = Self::default();
        names.add(Collection::of(document).items());
        names
    }

    fn add<'d>(&mut self, items: impl Iterator<Item = Item<'d>>) {
        let mut known = HashSet::new();
        for item in items {
            self.items += 1;
            let name = item.name.and_then(Value::as_str);
            self.repeated += usize::from(name.is_some_and(|name| !known.insert(name)));
            self.add(item.items());
        }
    }
}

fn blank_lines(text: &str) -> usize {
    let lines = text.lines();
    lines.filter(|line| line.trim().is_empty()).count()
}

/// How many findings of error level each rule has, of those that are on in a profile.
fn errors(text: &str, environments: &Environments) -> BTreeMap<&'static str, usize> {
    let settings = Settings {
        profile: Profile::Publish,
        ..Settings::default()
    };
    let mut counts = BTreeMap::new();
    for found in validate(text.as_bytes(), &settings, environments) {
        if found.severity == Severity::Error {
            // A use that is undefined is the same error when a name that is nearly the same comes to be.
            let rule = match found.rule {
                "variable-case-mismatch" => "variable-undefined",
                rule => rule,
            };
            *counts.entry(rule).or_default() += 1;
        }
    }
    counts
}

/// Every text that says something with how often it is there; methods in upper case, the elements of a
/// path as one.
fn texts(root: Value) -> BTreeMap<String, usize> {
    fn walk(value: Value, key: &str, found: &mut BTreeMap<String, usize>) {
        // Members about the export say nothing that is sent; a URL's `raw` is compared by itself.
        if ["schema", "raw"].contains(&key) || VOLATILE.contains(&key) {
            return;
        }
        if key == "path" {
            let elements = value.elements().map(|one| one.get("value").unwrap_or(one));
            let texts: Vec<_> = elements.filter_map(Value::as_str).collect();
            let path = texts.join("/");
            if !path.is_empty() {
                *found.entry(path).or_default() += 1;
            }
            return;
        }
        let says_something = |text: &Cow<str>| key != "type" && !text.is_empty();
        if let Some(text) = value.as_str().filter(says_something) {
            let is_method = key == "method" && text.chars().all(char::is_alphabetic);
            let text = if is_method {
                text.to_uppercase()
            } else {
                text.into_owned()
            };
            *found.entry(text).or_default() += 1;
        }
        value.elements().for_each(|one| walk(one, "", found));
        // Of a header that is never sent only what is said about it counts.
        let key = value.get("key").and_then(Value::as_str).unwrap_or_default();
        let is_dropped = SET_BY_SIGNER
            .iter()
            .any(|name| key.eq_ignore_ascii_case(name));
        for entry in value.entries() {
            if !is_dropped || entry.key() == "description" {
                walk(entry.value(), &entry.key(), found);
            }
        }
    }
    let mut found = BTreeMap::new();
    walk(root, "", &mut found);
    found
}

/// Every URL's `raw`, in order.
fn addresses(root: Value) -> Vec<String> {
    fn walk(value: Value, key: &str, found: &mut Vec<String>) {
        if key == "schema" || VOLATILE.contains(&key) {
            return;
        }
        if key == "url" {
            found.push(value.get("raw").unwrap_or(value).text().to_owned());
        }
        value.elements().for_each(|one| walk(one, "", found));
        for entry in value.entries() {
            walk(entry.value(), &entry.key(), found);
        }
    }
    let mut found = Vec::new();
    walk(root, "", &mut found);
    found
}

/// What the address `was` says and `is` does not; both are JSON strings.
fn says_less(was: &str, is: &str) -> Option<String> {
    let pieces = |json: &str| {
        let document = Document::from_text(json).ok()?;
        let url = RequestUrl::of_raw(&Url::new(document.root()));
        let mut all: Vec<String> = vec![url.host_text().to_lowercase()];
        all.extend(url.protocol_text().map(str::to_lowercase));
        all.extend(url.port.iter().map(|port| port.text.clone().into_owned()));
        let segments = url.segments().iter();
        all.extend(segments.map(|segment| segment.text.clone().into_owned()));
        all.extend(
            url.user_info
                .iter()
                .map(|user| user.text.clone().into_owned()),
        );
        all.extend(url.hash.iter().map(|hash| hash.text.clone().into_owned()));
        for one in &url.query {
            all.push(decoded(one.key_text()));
            all.push(decoded(one.value_text()));
        }
        Some(all)
    };
    let is = pieces(is)?;
    let mut was = pieces(was)?.into_iter();
    was.find(|piece| !piece.is_empty() && !is.contains(&decoded(piece)) && !is.contains(piece))
}

/// `text` with `%20` and the like undone.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let digits = behind
            .get(..2)
            .and_then(|two| std::str::from_utf8(two).ok());
        let code = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        let code = code.filter(|_| *first == b'%');
        bytes.push(code.unwrap_or(*first));
        rest = if code.is_some() { &behind[2..] } else { behind };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Every way in which the fixes that `settings` give to `text` break the law: all together, and with
/// `one_by_one` each by itself too.
pub(crate) fn check(
    text: &str,
    settings: &Settings,
    environments: &Environments,
    one_by_one: bool,
) -> Vec<String> {
    let Ok(document) = Document::from_text(text) else {
        let fixed = fix(text, settings, environments, true);
        let changed = fixed.text != text;
        return Vec::from_iter(changed.then(|| "what is not JSON was changed".to_owned()));
    };
    let before = Before::of(text, &document, environments);
    let mut breaches = Vec::new();
    let mut found = validate(text.as_bytes(), settings, environments);
    found.retain(|one| one_by_one && one.fix.is_some());
    for one in found {
        let Some(own) = &one.fix else { continue };
        let (after, _) = apply_fixes(text, [own]);
        let is_safe = own.applicability == Applicability::Safe;
        let why = if after == text || edits_overlap(own) {
            Some("it changes nothing, or the same twice".to_owned())
        } else {
            before.broken(&after, environments, is_safe)
        };
        let why = why.filter(|why| !(REVEALING.contains(&one.rule) && why.starts_with(NEW_ERROR)));
        if let Some(why) = why {
            let message = &own.message;
            breaches.push(format!(
                "{}, {message:?}: {why}\n{}",
                one.rule,
                changes(text, &after)
            ));
        }
    }
    for with_unsafe in [false, true] {
        let all = fix(text, settings, environments, with_unsafe);
        let mut say = |why: &str| {
            let changes = changes(text, &all.text);
            breaches.push(format!("all fixes, unsafe {with_unsafe}: {why}\n{changes}"));
        };
        if let Some(why) = before.broken(&all.text, environments, !with_unsafe) {
            say(&why);
        }
        // What a fix has left unused is removed by the next run only.
        let mut settled = settings.clone();
        settled.ignore.push("variable-unused".to_owned());
        let again = fix(&all.text, &settled, environments, with_unsafe);
        if again.applied > 0 {
            say("it does not converge");
        }
        let is_left = |one: &Diagnostic| {
            let fix = one.fix.as_ref();
            fix.is_some_and(|fix| {
                !fix.is_last && (with_unsafe || fix.applicability == Applicability::Safe)
            })
        };
        let left = validate(all.text.as_bytes(), settings, environments);
        let left = left.iter().filter(|one| is_left(one)).count();
        if left != all.refused {
            say(&format!("{left} are offered, {} were refused", all.refused));
        }
    }
    breaches
}

fn changes(before: &str, after: &str) -> String {
    let diff = TextDiff::from_lines(before, after);
    let shown = diff.unified_diff().context_radius(0).to_string();
    shown.chars().take(1500).collect()
}

fn edits_overlap(fix: &Fix) -> bool {
    let mut spans: Vec<_> = fix.edits.iter().map(|edit| edit.span.clone()).collect();
    spans.sort_by_key(|span| (span.start, span.end));
    spans.windows(2).any(|two| two[0].end > two[1].start)
}

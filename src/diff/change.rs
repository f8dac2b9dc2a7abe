use std::collections::HashMap;
use std::sync::Arc;

use uuid::Uuid;

use super::auth::is_inherited;
use super::metadata::changed_lines;
use super::{ChangeKind, MatchedBy};
use crate::postman::effective::secret::mask;

/// Where something has changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ItemLocation {
    /// The names of the folders on the way; empty for the collection.
    pub folder: Vec<String>,
    /// The request's name, where it is in a request.
    pub request: Option<String>,
    /// The example's name, where it is in a saved example.
    pub example: Option<String>,
    /// Whether it is in the globals and not in an environment.
    pub is_of_globals: bool,
    /// Method and path of a request that is on both sides.
    pub endpoint: Option<String>,
    /// The byte in the base at which the request, folder or variable starts, where it has one.
    pub base_at: Option<usize>,
    /// The same in the revision.
    pub revision_at: Option<usize>,
}

impl ItemLocation {
    /// The names of folders and request, joined by ` › `; empty for the collection.
    pub fn path(&self) -> String {
        let names: Vec<&str> = self
            .folder
            .iter()
            .chain(&self.request)
            .map(String::as_str)
            .collect();
        names.join(" › ")
    }
}

/// Bytes of a text that is shown whole.
const SHORT: usize = 80;

/// Bytes of a text up to which the lines that changed are found: more take long.
const LONGEST: usize = 100_000;

/// One change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What kind it is.
    pub kind: ChangeKind,
    /// Where.
    pub location: ItemLocation,
    /// What in there, such as a body's key path; empty for the whole.
    pub at: String,
    /// Whether it changes what is sent, whatever the values of variables.
    pub is_sent: bool,
    /// The old value, if there was one; never a secret.
    pub before: Option<String>,
    /// The new value, if there is one; never a secret.
    pub after: Option<String>,
    /// How many requests or items it touches.
    pub count: usize,
    /// The changed lines of a script or a GraphQL query, each with `+` or `-` in front.
    pub lines: Vec<String>,
    /// The whole body, response or script on both sides, where [`Options::texts`] asks for them.
    ///
    /// [`Options::texts`]: super::Options::texts
    pub texts: Option<Arc<SideBySide>>,
    /// How the request was found on both sides, and how sure that is, in hundredths.
    pub matched: Option<(MatchedBy, u8)>,
    /// Twelve hexadecimal digits that stay the same when things are reordered or renumbered.
    pub fingerprint: String,
}

/// The texts of both sides, to be shown side by side; without secrets and random blobs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SideBySide {
    /// In the base.
    pub before: String,
    /// In the revision.
    pub after: String,
}

/// Collects the changes of one place.
#[derive(Debug, Default)]
pub(super) struct Sink {
    pub(super) location: ItemLocation,
    pub(super) changes: Vec<Change>,
    /// Whether what is compared is sent: neither disabled nor the same after substitution.
    pub(super) is_sent: bool,
    /// Whether changes carry their whole texts.
    pub(super) with_texts: bool,
}

impl Sink {
    pub(super) fn new(location: ItemLocation) -> Self {
        Self {
            location,
            is_sent: true,
            ..Self::default()
        }
    }

    pub(super) fn add(
        &mut self,
        kind: ChangeKind,
        at: &str,
        before: Option<&str>,
        after: Option<&str>,
    ) {
        self.changes.push(Change {
            kind,
            location: self.location.clone(),
            at: at.to_owned(),
            is_sent: self.is_sent && self.location.example.is_none() && kind.is_sent(),
            before: before.map(str::to_owned),
            after: after.map(str::to_owned),
            count: 1,
            lines: Vec::new(),
            texts: None,
            matched: None,
            fingerprint: String::new(),
        });
    }

    /// Adds a change if two texts differ.
    pub(super) fn changed(&mut self, kind: ChangeKind, at: &str, before: &str, after: &str) {
        if before != after {
            self.add(kind, at, Some(before), Some(after));
        }
    }

    /// Adds a change of a text that is not JSON: the values if they are short, else the lines.
    pub(super) fn text_changed(&mut self, kind: ChangeKind, at: &str, before: &str, after: &str) {
        let is_short = |text: &str| text.len() <= SHORT && !text.contains('\n');
        if is_short(before) && is_short(after) {
            self.add(kind, at, Some(&mask(before)), Some(&mask(after)));
            return;
        }
        self.add(kind, at, None, None);
        if before.len().max(after.len()) <= LONGEST {
            self.lines(changed_lines(&mask(before), &mask(after)));
        }
    }

    /// Gives the changes from that index on the texts they are in.
    pub(super) fn texts(&mut self, from: usize, texts: impl FnOnce() -> (String, String)) {
        if !self.with_texts || self.changes.len() <= from {
            return;
        }
        let (before, after) = texts();
        let texts = Arc::new(SideBySide { before, after });
        for one in self.changes.iter_mut().skip(from) {
            one.texts = Some(Arc::clone(&texts));
        }
    }

    pub(super) fn lines(&mut self, lines: Vec<String>) {
        if let Some(last) = self.changes.last_mut() {
            last.lines = lines;
        }
    }
}

/// Merges changes that many requests share, such as a host or an inherited auth.
pub(super) fn grouped(changes: Vec<Change>) -> Vec<Change> {
    let mut counts = HashMap::new();
    let key = |one: &Change| {
        // Each folder has its own auth.
        let folder = is_inherited(&one.at).then(|| one.location.folder.clone());
        (
            folder,
            one.kind,
            one.at.clone(),
            one.before.clone(),
            one.after.clone(),
        )
    };
    for one in changes.iter().filter(|one| is_shared(one)) {
        *counts.entry(key(one)).or_insert(0_usize) += 1;
    }
    let mut seen = std::collections::HashSet::new();
    let mut kept = Vec::with_capacity(changes.len());
    for mut one in changes {
        let count = if is_shared(&one) {
            counts.get(&key(&one)).copied().unwrap_or(1)
        } else {
            1
        };
        if count > 1 {
            if !seen.insert(key(&one)) {
                continue;
            }
            one.count = count;
            let folder = key(&one).0.unwrap_or_default();
            one.location = ItemLocation {
                folder,
                request: None,
                example: None,
                endpoint: None,
                ..one.location
            };
        }
        kept.push(one);
    }
    kept
}

fn is_shared(one: &Change) -> bool {
    let kinds = [
        ChangeKind::HostVariableChanged,
        ChangeKind::HostVariableIntroduced,
        ChangeKind::ItemIdChanged,
    ];
    kinds.contains(&one.kind) || is_inherited(&one.at)
}

/// Gives every change its fingerprint.
pub(super) fn fingerprint(changes: &mut [Change]) {
    let mut seen: HashMap<Uuid, usize> = HashMap::new();
    for one in changes {
        let location = &one.location;
        let parts = [
            one.kind.id(),
            &location.folder.join("\u{1}"),
            location.request.as_deref().unwrap_or_default(),
            location.example.as_deref().unwrap_or_default(),
            &one.at,
            one.before.as_deref().unwrap_or_default(),
            one.after.as_deref().unwrap_or_default(),
            &one.lines.join("\n"),
        ];
        let id = Uuid::new_v5(&Uuid::NAMESPACE_OID, parts.join("\0").as_bytes());
        let nth = seen.entry(id).or_default();
        let id = match *nth {
            0 => id,
            nth => Uuid::new_v5(&id, nth.to_string().as_bytes()),
        };
        *nth += 1;
        one.fingerprint = id.simple().to_string().chars().take(12).collect();
    }
}

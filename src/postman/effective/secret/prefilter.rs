//! One pass over a text for everything that a secret may begin with.

use std::ops::Range;
use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, MatchKind};
use memchr::memchr_iter;
use memchr::memmem::Finder;

use super::decoded::escapes;
use super::pattern::SecretPattern;
use super::provider::{COMMON, OTHERS, SHORT};
use super::special::{CONTEXT, Detector, SPECIAL, authority, userinfo};

/// What may be at a place.
#[derive(Clone, Copy)]
pub(super) enum Mark {
    /// The mark of a provider's pattern.
    Pattern(&'static SecretPattern),
    /// The mark of a secret with a detector of its own.
    Special(Detector),
    /// A part of a name that may indicate a secret.
    Name,
}

/// Parts of names that indicate secrets, without letters that occur in both cases. Each begins with three
/// letters that are rare in other words, and a list is short: a searcher looks at each place that begins
/// like one of its marks, and finds few such places.
const STEMS: [&[&str]; 4] = [
    &[
        "cret", "CRET", "ssword", "SSWORD", "ssWord", "sswd", "SSWD", "ssphrase", "sscode", "pwd",
        "PWD", "oken", "OKEN", "pikey", "piKey", "pi_key",
    ],
    &[
        "pi-key", "pi-Key", "PIKEY", "PI_KEY", "PI-KEY", "PI-Key", "ss_key", "ssKey", "ss-key",
        "SS_KEY", "vate_key", "vateKey", "VATE_KEY", "thoriz", "THORIZ", "uthKey",
    ],
    &[
        "uth_key", "dential", "DENTIAL", "okie", "OKIE", "ssion", "SESS", "gnature", "onKey",
        "on-Key", "on_key", "ngKey", "ng_key", "ntKey", "erKey", "er_key",
    ],
    &[
        "Pwd",
        "\"pin",
        "\"PIN",
        "\"pass\"",
        "\"otp\"",
        "\"jwt\"",
        "'pin'",
        "'pass'",
        "?pin=",
        "&pin=",
        "?auth=",
        "&auth=",
        // What makes an address a secret, in an address that is written in parts.
        "\"services\"",
        "\"webhook",
        "\"hooks\"",
        "\"sig\"",
    ],
];

/// The searchers. One of more than 64 marks, or of shorter ones, would be many times slower.
struct Searchers {
    common: AhoCorasick,
    others: AhoCorasick,
    context: AhoCorasick,
    stems: Vec<AhoCorasick>,
    short: Vec<(&'static SecretPattern, Finder<'static>)>,
}

fn searchers() -> Option<&'static Searchers> {
    static SEARCHERS: OnceLock<Option<Searchers>> = OnceLock::new();
    let searcher = |marks: Vec<&str>| {
        let mut builder = AhoCorasick::builder();
        builder.match_kind(MatchKind::LeftmostFirst).build(marks)
    };
    let marks = |patterns: &'static [SecretPattern]| patterns.iter().map(|pattern| pattern.mark);
    let detectors = |list: &'static [(&'static str, Detector)]| list.iter().map(|(mark, _)| *mark);
    let stems = STEMS.iter().map(|stems| searcher(stems.to_vec()));
    let short = SHORT.iter();
    let searchers = SEARCHERS.get_or_init(|| {
        Some(Searchers {
            common: searcher(marks(COMMON).collect()).ok()?,
            others: searcher(marks(OTHERS).chain(detectors(SPECIAL)).collect()).ok()?,
            context: searcher(detectors(CONTEXT).collect()).ok()?,
            stems: stems.collect::<Result<_, _>>().ok()?,
            short: short
                .map(|pattern| (pattern, Finder::new(pattern.mark)))
                .collect(),
        })
    });
    searchers.as_ref()
}

/// Every mark of `text` with its place, in order.
pub(super) fn marks(text: &str) -> Vec<(usize, Mark)> {
    let mut marks = Vec::new();
    each(text.as_bytes(), true, |at, mark| marks.push((at, mark)));
    marks.sort_by_key(|(at, _)| *at);
    marks
}

/// The places of all marks of the text of a document, in order, and of escapes that may hide others.
pub(super) fn places(text: &str) -> Vec<usize> {
    places_of(text, true)
}

/// Those of what is known only by its context: where its text is repeated, it is not known again.
pub(super) fn places_in_context(text: &str) -> Vec<usize> {
    places_of(text, false)
}

fn places_of(text: &str, with_forms: bool) -> Vec<usize> {
    let mut places = Vec::new();
    each(text.as_bytes(), with_forms, |at, _| places.push(at));
    escapes(text.as_bytes(), |at| places.push(at));
    places.sort_unstable();
    places
}

/// Bytes that all searchers look at before the next: the processor's cache holds them.
const BLOCK: usize = 1 << 14;

/// Bytes of the longest mark, and more.
const LONGEST_MARK: usize = 64;

fn each(text: &[u8], with_forms: bool, mut visit: impl FnMut(usize, Mark)) {
    let Some(searchers) = searchers() else {
        return;
    };
    for start in (0..text.len()).step_by(BLOCK) {
        let end = text.len().min(start + BLOCK + LONGEST_MARK);
        let block = text.get(start..end).unwrap_or_default();
        let mut visit = |at, mark| {
            // What begins behind the block is the next one's.
            if at < BLOCK {
                visit(start + at, mark);
            }
        };
        searchers.in_context(block, &mut visit);
        if with_forms {
            searchers.forms(block, &mut visit);
        }
    }
    for at in memchr_iter(b'@', text) {
        if authority(text, at).is_some() {
            visit(at, Mark::Special(userinfo));
        }
    }
}

impl Searchers {
    fn in_context(&self, text: &[u8], visit: &mut impl FnMut(usize, Mark)) {
        for found in self.context.find_iter(text) {
            if let Some((_, find)) = CONTEXT.get(found.pattern().as_usize()) {
                visit(found.start(), Mark::Special(*find));
            }
        }
        for found in self.stems.iter().flat_map(|stems| stems.find_iter(text)) {
            visit(found.start(), Mark::Name);
        }
    }

    fn forms(&self, text: &[u8], visit: &mut impl FnMut(usize, Mark)) {
        for found in self.common.find_iter(text) {
            if let Some(pattern) = COMMON.get(found.pattern().as_usize()) {
                visit(found.start(), Mark::Pattern(pattern));
            }
        }
        for found in self.others.find_iter(text) {
            let index = found.pattern().as_usize();
            let special = || SPECIAL.get(index.checked_sub(OTHERS.len())?);
            if let Some(pattern) = OTHERS.get(index) {
                visit(found.start(), Mark::Pattern(pattern));
            } else if let Some((_, find)) = special() {
                visit(found.start(), Mark::Special(*find));
            }
        }
        for (pattern, finder) in &self.short {
            for at in finder.find_iter(text) {
                visit(at, Mark::Pattern(pattern));
            }
        }
    }
}

/// The name around `at`, which is inside one or at the sign before it.
pub(super) fn name_around(text: &[u8], at: usize) -> Range<usize> {
    let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-');
    let at = at + usize::from(text.get(at).is_some_and(|byte| !is_part(byte)));
    let rest = text.get(at..).unwrap_or_default();
    let end = at
        + rest
            .iter()
            .take(64)
            .take_while(|byte| is_part(byte))
            .count();
    let head = text.get(at.saturating_sub(64)..at).unwrap_or_default();
    let before = head.iter().rev().take_while(|byte| is_part(byte)).count();
    at - before..end
}

#[cfg(test)]
mod tests {
    use super::{COMMON, OTHERS, SPECIAL, STEMS};

    #[test]
    fn no_searcher_has_too_many_marks() {
        assert!(COMMON.len() <= 64);
        assert!(OTHERS.len() + SPECIAL.len() <= 64);
        assert!(STEMS.iter().all(|stems| stems.len() <= 16));
    }
}

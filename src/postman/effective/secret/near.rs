//! The secrets that a text about some places of a collection may show, without looking for all forms of
//! secrets in all of it.

use std::num::NonZero;
use std::ops::Range;

use super::Secret;
use super::prefilter::{places, places_in_context};
use super::walk::find_at;
use crate::json::{Document, Value};
use crate::parallel::in_parallel;
use crate::postman::view::Collection;

/// The secrets of a document, as [`find`](super::find) gives them. In the requests and folders that none of
/// `spans` touches only those are looked for that are known by their names or by what is before them: other
/// requests may repeat them where nothing says so. What has a form is known by it wherever it is shown.
pub(crate) fn find_near<'d>(
    document: &'d Document<'d>,
    spans: Vec<Range<usize>>,
    threads: NonZero<usize>,
) -> Vec<Secret<'d>> {
    search(document, spans, Sought::InContext, threads)
}

/// The same without any of the requests and folders that none of `spans` touches.
pub(crate) fn find_touched<'d>(
    document: &'d Document<'d>,
    spans: Vec<Range<usize>>,
) -> Vec<Secret<'d>> {
    search(document, spans, Sought::Nothing, NonZero::<usize>::MIN)
}

fn search<'d>(
    document: &'d Document<'d>,
    mut spans: Vec<Range<usize>>,
    of_others: Sought,
    threads: NonZero<usize>,
) -> Vec<Secret<'d>> {
    spans.sort_unstable_by_key(|span| span.start);
    let text = document.text();
    let mut parts = Parts {
        text,
        ends: ends(&spans),
        spans,
        of_others,
        list: Vec::new(),
        done: 0,
    };
    parts.touched(Collection::of(document).value);
    parts.add(text.len(), Sought::All);
    let found = in_parallel(threads, &parts.list, |(part, sought)| {
        let text = text.get(part.clone()).unwrap_or_default();
        let mut found = match sought {
            Sought::All => places(text),
            Sought::InContext => places_in_context(text),
            Sought::Nothing => Vec::new(),
        };
        for at in &mut found {
            *at += part.start;
        }
        found
    });
    find_at(document, &found.concat())
}

/// What is looked for in a part of a document.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sought {
    All,
    InContext,
    Nothing,
}

/// The end of what the spans up to each reach, which are in the order of their starts.
fn ends(spans: &[Range<usize>]) -> Vec<usize> {
    let reach = |end: &mut usize, span: &Range<usize>| {
        *end = span.end.max(*end);
        Some(*end)
    };
    spans.iter().scan(0, reach).collect()
}

/// Bytes that a thread searches at a time.
const BATCH: usize = 1 << 20;

/// A document in parts, and what is looked for in each.
struct Parts<'d> {
    text: &'d str,
    spans: Vec<Range<usize>>,
    ends: Vec<usize>,
    /// What is looked for in requests and folders that no span touches.
    of_others: Sought,
    list: Vec<(Range<usize>, Sought)>,
    /// The bytes that are in parts.
    done: usize,
}

impl Parts<'_> {
    /// Adds a collection, or a folder or request that a span touches. Recurses no deeper than a document
    /// can nest.
    fn touched(&mut self, value: Value) {
        let list = value.get("item");
        for item in list.into_iter().flat_map(Value::elements) {
            let span = item.span();
            self.add(span.start, Sought::All);
            if self.is_touched(&span) {
                self.touched(item);
            } else {
                self.add(span.end, self.of_others);
            }
        }
        self.add(value.span().end, Sought::All);
    }

    /// Adds the text up to `end`; blank text joins the part before.
    fn add(&mut self, end: usize, sought: Sought) {
        let part = self.done..end;
        self.done = end;
        let is_blank = |text: &str| {
            let mut bytes = text.bytes();
            bytes.all(|byte| byte == b',' || byte.is_ascii_whitespace())
        };
        match self.list.last_mut() {
            Some((last, of_last))
                if part.end - last.start < BATCH
                    && (*of_last == sought
                        || self.text.get(part.clone()).is_some_and(is_blank)) =>
            {
                last.end = end;
            }
            _ => self.list.push((part, sought)),
        }
    }

    fn is_touched(&self, span: &Range<usize>) -> bool {
        let before = self.spans.partition_point(|one| one.start < span.end);
        let last = before.checked_sub(1).and_then(|last| self.ends.get(last));
        last.is_some_and(|end| *end > span.start)
    }
}

#[cfg(test)]
mod tests {
    use std::iter;
    use std::num::NonZero;

    use super::{ends, find_near};
    use crate::json::Document;
    use crate::postman::effective::secret::find;

    const THREADS: NonZero<usize> = NonZero::<usize>::MIN;

    const COLLECTION: &str = r#"{"item": [
        {"name": "a", "request": {"url": "https://x.y?password=Tr0ub4dor-one",
         "header": [{"key": "X-Api-Key", "value": "Tr0ub4dor-two"},
                    {"key": "A", "value": "ghp_k3JxPq8LmZt5VwYb2NcRd7GfHs4TuAe9XoQi"}]}},
        {"name": "f", "item": [{"name": "b", "request": "https://x.y?password=Tr0ub4dor-three"}]}],
        "variable": [{"key": "password", "value": "Tr0ub4dor-four"}]}"#;

    fn near(word: &str) -> Vec<String> {
        let document = Document::from_text(COLLECTION).unwrap();
        let at = COLLECTION.find(word).unwrap();
        let found = find_near(&document, iter::once(at..at + 1).collect(), THREADS);
        found.iter().map(|one| one.text().to_owned()).collect()
    }

    #[test]
    fn what_is_near_is_found_and_what_others_may_repeat() {
        let [one, two, three, four] =
            ["one", "two", "three", "four"].map(|number| format!("Tr0ub4dor-{number}"));
        let token = "ghp_k3JxPq8LmZt5VwYb2NcRd7GfHs4TuAe9XoQi";
        let others = [one.clone(), two.clone(), three.clone(), four.clone()];
        assert_eq!(near("one"), [&*one, &*two, token, &*three, &*four]);
        assert_eq!(near("three"), others);
        assert_eq!(near("variable"), others);
        let document = Document::from_text(COLLECTION).unwrap();
        let whole = find_near(
            &document,
            iter::once(0..COLLECTION.len()).collect(),
            THREADS,
        );
        assert_eq!(whole.len(), find(&document).len());
        assert_eq!(whole.len(), 5);
    }

    #[test]
    fn a_long_place_reaches_behind_later_ones() {
        assert_eq!(ends(&[0..90, 10..20, 95..96]), [90, 90, 96]);
    }
}

//! The secrets that a text about some places of a collection may show, without reading all of it.

use std::ops::Range;

use super::Secret;
use super::walk::find_in;
use crate::json::{Document, Value};
use crate::postman::view::{Collection, Item};

/// The secrets of a document, without those of the requests that none of `places` touches; of these only
/// the auth and the headers are looked at, whose secrets others may repeat. As [`find`](super::find)
/// gives them.
pub(crate) fn find_near<'d>(
    document: &'d Document<'d>,
    mut places: Vec<Range<usize>>,
) -> Vec<Secret<'d>> {
    places.sort_unstable_by_key(|place| place.start);
    let mut search = Search {
        ends: ends(&places),
        places,
        parts: Vec::new(),
        start: 0,
    };
    for item in Collection::of(document).items() {
        search.item(&item);
    }
    search.parts.push(search.start..document.text().len());
    find_in(document, &search.parts)
}

/// The end of what the places up to each reach, which are in the order of their starts.
fn ends(places: &[Range<usize>]) -> Vec<usize> {
    let reach = |end: &mut usize, place: &Range<usize>| {
        *end = place.end.max(*end);
        Some(*end)
    };
    places.iter().scan(0, reach).collect()
}

struct Search {
    places: Vec<Range<usize>>,
    ends: Vec<usize>,
    /// What is looked at so far.
    parts: Vec<Range<usize>>,
    /// Where what is looked at next begins.
    start: usize,
}

impl Search {
    fn item(&mut self, item: &Item) {
        let span = item.value.span();
        if item.item.is_some() {
            for inner in item.items() {
                self.item(&inner);
            }
        } else if !self.is_touched(&span) {
            self.parts.push(self.start..span.start);
            self.parts.extend(credentials(item));
            self.start = span.end;
        }
    }

    fn is_touched(&self, span: &Range<usize>) -> bool {
        let before = self.places.partition_point(|place| place.start < span.end);
        let last = before.checked_sub(1).and_then(|last| self.ends.get(last));
        last.is_some_and(|end| *end > span.start)
    }
}

/// Where a request keeps what it proves itself with, in the order of the text.
fn credentials(item: &Item) -> Vec<Range<usize>> {
    let headers = item.request().and_then(|request| request.header);
    let auth = item.own_auth().map(|auth| auth.value);
    let mut parts: Vec<_> = auth.into_iter().chain(headers).map(Value::span).collect();
    parts.sort_unstable_by_key(|part| part.start);
    parts
}

#[cfg(test)]
mod tests {
    use std::iter;

    use super::{ends, find_near};
    use crate::json::Document;
    use crate::postman::effective::secret::find;

    const COLLECTION: &str = r#"{"item": [
        {"name": "a", "request": {"url": "https://x.y?password=Tr0ub4dor-one",
         "header": [{"key": "X-Api-Key", "value": "Tr0ub4dor-two"}]}},
        {"name": "f", "item": [{"name": "b", "request": "https://x.y?password=Tr0ub4dor-three"}]}],
        "variable": [{"key": "password", "value": "Tr0ub4dor-four"}]}"#;

    fn near(word: &str) -> Vec<String> {
        let document = Document::from_text(COLLECTION).unwrap();
        let at = COLLECTION.find(word).unwrap();
        let found = find_near(&document, iter::once(at..at + 1).collect());
        found.iter().map(|one| one.text().to_owned()).collect()
    }

    #[test]
    fn what_is_near_is_found_and_what_others_may_repeat() {
        let (two, four) = ("Tr0ub4dor-two", "Tr0ub4dor-four");
        assert_eq!(near("one"), ["Tr0ub4dor-one", two, four]);
        assert_eq!(near("three"), [two, "Tr0ub4dor-three", four]);
        assert_eq!(near("variable"), [two, four]);
        let document = Document::from_text(COLLECTION).unwrap();
        let whole = find_near(&document, iter::once(0..COLLECTION.len()).collect());
        assert_eq!(whole.len(), find(&document).len());
        assert_eq!(whole.len(), 4);
    }

    #[test]
    fn a_long_place_reaches_behind_later_ones() {
        assert_eq!(ends(&[0..90, 10..20, 95..96]), [90, 90, 96]);
    }
}

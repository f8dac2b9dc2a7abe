//! Targets of links in Markdown, and the links to them.

use std::ops::Range;

/// What is between the text of a link and the place that it leads to.
const LINK: &str = "](#";

/// The places of a text: its headings as Postman and others name them, and its HTML anchors.
pub(super) fn anchors(prose: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut before = "";
    for line in prose.lines() {
        let line = line.trim();
        if let Some(heading) = line.strip_prefix('#') {
            found.push(slug(heading.trim_start_matches('#')));
        } else if !line.is_empty() && line.bytes().all(|byte| matches!(byte, b'=' | b'-')) {
            found.push(slug(before));
        }
        for part in ["id=", "name="] {
            let values = line.split(part).skip(1);
            found.extend(values.filter_map(quoted));
        }
        for open in ["<h1", "<h2", "<h3", "<h4"] {
            if let Some((_, rest)) = line.split_once(open) {
                let inner = rest.split_once('>').map_or("", |(_, inner)| inner);
                found.push(slug(inner.split('<').next().unwrap_or_default()));
            }
        }
        before = line;
    }
    found
}

fn quoted(text: &str) -> Option<String> {
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let value = text.get(1..)?.split(quote).next()?;
    Some(value.to_owned())
}

/// The name of a heading in a link: lower case, spaces as hyphens, other signs left out.
pub(super) fn slug(heading: &str) -> String {
    let mut slug = String::with_capacity(heading.len());
    for c in heading.trim().chars().flat_map(char::to_lowercase) {
        match c {
            ' ' | '-' => slug.push('-'),
            '_' => slug.push(c),
            _ if c.is_alphanumeric() => slug.push(c),
            _ => {}
        }
    }
    slug
}

/// Where the links of a text to places in the same document have what they lead to, without the `#`.
pub(super) fn links(prose: &str) -> impl Iterator<Item = Range<usize>> {
    let mut next = 0;
    let parts = prose.split(LINK).map(move |part| {
        let start = next;
        next += part.len() + LINK.len();
        (start, part)
    });
    parts.skip(1).filter_map(|(start, rest)| {
        let target = rest.split([')', ' ', '"']).next()?;
        rest.contains(')').then(|| start..start + target.len())
    })
}

#[cfg(test)]
mod tests {
    use super::{anchors, links, slug};

    #[test]
    fn headings_and_anchors_are_places() {
        let prose = "# Quick start\ntext\nPaging\n------\n<a name=\"x\"></a>\n<h2>Two Words</h2>";
        assert_eq!(anchors(prose), ["quick-start", "paging", "x", "two-words"]);
        assert_eq!(slug("What's new? (v2)"), "whats-new-v2");
    }

    #[test]
    fn links_into_the_same_document_are_found() {
        let prose = "[a](#one) [b](https://x/#two) [c](#three \"t\") [d](#four";
        let targets: Vec<_> = links(prose).map(|link| &prose[link]).collect();
        assert_eq!(targets, ["one", "three"]);
    }
}

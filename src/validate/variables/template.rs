//! Bodies that are templates of another program: a mail that a service fills, a message of an alert.

use std::ops::Range;

/// How far around a token the sentence is looked at.
const NEAR: usize = 96;

/// How tags begin that only template languages have: sections, partials, comments and raw values.
const TAGS: &[&str] = &["{{#", "{{/", "{{^", "{{>", "{{!", "{{{", "{{else}}", "{%"];

/// Whether a body has tags of a template language.
pub(super) fn has_tags(body: &str) -> bool {
    TAGS.iter().any(|tag| body.contains(tag))
}

/// Whether the token at `span` of `text` is in a sentence: beside a word, and with three words or more
/// around it.
pub(super) fn is_in_sentence(text: &str, span: &Range<usize>) -> bool {
    let start = text.ceil_char_boundary(span.start.saturating_sub(NEAR));
    let end = text.floor_char_boundary(span.end.saturating_add(NEAR));
    let before = text.get(start..span.start).unwrap_or_default();
    let after = text.get(span.end..end).unwrap_or_default();
    let before = before.rsplit(is_border).next().unwrap_or_default();
    let after = after.split(is_border).next().unwrap_or_default();
    let is_beside = before.ends_with(' ') && before.split(' ').rev().nth(1).is_some_and(is_word)
        || after.split(' ').nth(1).is_some_and(is_word);
    is_beside && words(before) + words(after) >= 3
}

/// What a sentence does not go beyond: quotes and escapes, markup, and the signs of code.
fn is_border(c: char) -> bool {
    "\"\\<>{}()[]=;:|\n".contains(c)
}

fn words(text: &str) -> usize {
    text.split(' ').filter(|word| is_word(word)).count()
}

fn is_word(text: &str) -> bool {
    let word = text.trim_end_matches([',', '.', '!', '?']);
    word.len() > 1 && word.chars().all(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::{has_tags, is_in_sentence};

    fn is_sentence(text: &str) -> bool {
        let start = text.find("{{").unwrap();
        let end = start + text.get(start..).unwrap().find("}}").unwrap() + 2;
        is_in_sentence(text, &(start..end))
    }

    #[test]
    fn sentences_are_told_from_values() {
        for text in [
            r#"{"text": "Dear {{contact.name}}, the sensor read {{value.temperature}} degrees."}"#,
            r#"{"text": "Your code is {{code}}."}"#,
            "<p>We have shipped {{order}} today</p>",
        ] {
            assert!(is_sentence(text), "{text}");
        }
        for text in [
            r#"{"Authorization": "Basic {{credentials}}", "other": "some more words"}"#,
            r#"{"a": {{number}}, "note": "these are some words"}"#,
            "<Password>{{password}}</Password>",
            "query find { agent(code: {{code}}) { name address } }",
            "{{first}} {{second}} {{third}}",
            "SELECT * FROM agent WHERE code = {{code}}",
            "{{lonely}}",
        ] {
            assert!(!is_sentence(text), "{text}");
        }
    }

    #[test]
    fn sections_make_a_template() {
        assert!(has_tags("{{#each rows}}{{name}}{{/each}}"));
        assert!(!has_tags(r#"{"a": "{{b}}"}"#));
    }
}

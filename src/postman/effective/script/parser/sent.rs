//! The strings of the requests that a script itself sends, in which Postman replaces no variables.

use std::collections::HashMap;
use std::ops::Range;

use oxc_ast::ast::Argument;
use oxc_span::{GetSpan, Span};

use super::super::facts::StringLiteral;
use super::visit::range;

/// What is known of the requests while the script is walked.
#[derive(Default)]
pub(super) struct SentRequests<'s> {
    /// The first values of variables.
    values: HashMap<&'s str, Range<usize>>,
    /// Where variables are named.
    mentions: Vec<(usize, &'s str)>,
    /// What is sent, as far as it is written in the call.
    sent: Vec<Range<usize>>,
    /// What `replaceIn` is called with.
    replaced: Vec<Range<usize>>,
}

impl<'s> SentRequests<'s> {
    /// Takes note of what the variable `name` is declared with.
    pub(super) fn declare(&mut self, name: &'s str, value: Span) {
        self.values.insert(name, range(value));
    }

    /// Takes note of the variable `name` at `span`.
    pub(super) fn mention(&mut self, name: &'s str, span: Span) {
        self.mentions.push((range(span).start, name));
    }

    /// Takes note of the call of `names` with `arguments`.
    pub(super) fn call(&mut self, names: &[&str], arguments: &[Argument]) {
        let Some(first) = arguments.first().and_then(|one| one.as_expression()) else {
            return;
        };
        let span = range(first.span());
        match names {
            ["pm", "sendRequest"] => self.sent.push(span),
            ["pm", _, "replaceIn"] => self.replaced.push(span),
            _ => {}
        }
    }

    /// Those of `strings`, in the order of the text, that are sent as they are.
    pub(super) fn strings(mut self, strings: &[StringLiteral]) -> Vec<Range<usize>> {
        let (sent, replaced) = (merged(self.all_sent()), merged(self.replaced));
        let spans = strings.iter().map(|string| &string.span);
        let spans = spans.filter(|span| contains(&sent, span) && !contains(&replaced, span));
        spans.cloned().collect()
    }
}

impl SentRequests<'_> {
    /// What is sent, with the values of the variables in it, and of those in these.
    fn all_sent(&mut self) -> Vec<Range<usize>> {
        self.mentions.sort_unstable();
        let mut to_do = std::mem::take(&mut self.sent);
        let mut all = Vec::new();
        while let Some(range) = to_do.pop() {
            let first = self.mentions.partition_point(|(at, _)| *at < range.start);
            let inside = self.mentions.iter().skip(first);
            for (_, name) in inside.take_while(|(at, _)| *at < range.end) {
                // Each once, so that two that name each other come to an end.
                to_do.extend(self.values.remove(name));
            }
            all.push(range);
        }
        all
    }
}

/// Ranges without those that are inside others, in the order of the text.
fn merged(mut ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    ranges.sort_by_key(|range| (range.start, std::cmp::Reverse(range.end)));
    let mut end = 0;
    ranges.retain(|range| {
        let is_new = range.end > end;
        end = end.max(range.end);
        is_new
    });
    ranges
}

fn contains(ranges: &[Range<usize>], span: &Range<usize>) -> bool {
    let after = ranges.partition_point(|range| range.start <= span.start);
    let before = after.checked_sub(1).and_then(|at| ranges.get(at));
    before.is_some_and(|range| span.end <= range.end)
}

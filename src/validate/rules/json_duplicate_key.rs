use crate::validate::rule::rule;
use crate::validate::{Context, Finding, Sink};

rule! {
    /// An object has a duplicate key.
    ///
    /// ## What it does
    ///
    /// Reports every key that repeats an earlier one of the same object, anywhere in the file.
    ///
    /// ## Why it matters
    ///
    /// Most parsers keep the last one and silently drop the others, some keep the first. It happens
    /// when both sides of a merge added the same member.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "method": "GET", "url": "{{host}}/agent", "method": "POST" }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "method": "POST", "url": "{{host}}/agent" }
    /// ```
    JSON_DUPLICATE_KEY {
        id: "json-duplicate-key",
        group: Structure,
        severity: Error,
        profile: Import,
        fixable: No,
        check: Document(check),
    }
}

fn check<'d>(context: &Context<'d>, sink: &mut Sink<'d>) {
    let document = context.document;
    for duplicate in document.duplicate_keys() {
        let Some(later) = document.value_at(duplicate.later.start) else {
            continue;
        };
        let message = format!(
            "duplicate key `{}`: only the last one counts",
            duplicate.key
        );
        let finding = Finding::new(later, message).help("keep one of the two");
        sink.report(match document.value_at(duplicate.earlier.start) {
            Some(earlier) => finding.label(earlier, "this one is ignored"),
            None => finding,
        });
    }
}

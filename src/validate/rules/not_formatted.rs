use crate::diagnostic::Edit;
use crate::postman::{Strip, canonical};
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, Sink};

rule! {
    /// The file is not formatted.
    ///
    /// ## What it does
    ///
    /// Reports a collection that differs from the output of `sqlacc-postman fmt`: members in
    /// Postman's order, two-space indentation, a final newline. Only on if selected, because
    /// Postman itself exports with tabs.
    ///
    /// ## Why it matters
    ///
    /// Two exports of the same collection differ, and a one-word change is lost among lines that
    /// only moved.
    ///
    /// ## Example
    ///
    /// ```json
    /// {"item": [], "info": {"name": "Sales"}}
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// {
    ///   "info": {
    ///     "name": "Sales"
    ///   },
    ///   "item": []
    /// }
    /// ```
    ///
    /// ## Fix
    ///
    /// Safe: values do not change. Not offered if there are duplicate keys.
    NOT_FORMATTED {
        id: "not-formatted",
        group: Structure,
        severity: Info,
        profile: Pedantic,
        fixable: Safe,
        check: Collection(check),
    }
}

fn check<'d>(context: &Context<'d>, sink: &mut Sink<'d>) {
    let text = context.document.text();
    let wanted = canonical(context.document, Strip::Nothing);
    if text == wanted {
        return;
    }
    let finding = Finding::new(context.document.root(), "the file is not formatted")
        .help("run `sqlacc-postman fmt`");
    let whole = vec![Edit {
        span: 0..text.len(),
        text: wanted,
    }];
    sink.report(if context.document.duplicate_keys().is_empty() {
        finding.safe_fix("format it", whole)
    } else {
        finding
    });
}

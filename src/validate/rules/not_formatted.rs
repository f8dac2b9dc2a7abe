use crate::diagnostic::Edit;
use crate::postman::canonical;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, Sink};

rule! {
    /// The file is not in canonical form.
    ///
    /// ## What it does
    ///
    /// Reports a collection whose text is not what `sqlacc-postman fmt` would write: members in
    /// Postman's order, two spaces, a line end at the end. On only when it is selected, because
    /// Postman itself exports with tabs.
    ///
    /// ## Why it matters
    ///
    /// Two people who export the same collection get two texts, and a change of one word is lost
    /// among lines that have only moved.
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
    /// Safe: the values stay as they are. Not offered where a key stands twice.
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
    let wanted = canonical(context.document, false);
    if text == wanted {
        return;
    }
    let finding = Finding::new(context.document.root(), "the file is not in canonical form")
        .help("`sqlacc-postman fmt` writes it anew");
    let whole = vec![Edit {
        span: 0..text.len(),
        text: wanted,
    }];
    sink.report(if context.document.duplicate_keys().is_empty() {
        finding.safe_fix("write it in canonical form", whole)
    } else {
        finding
    });
}

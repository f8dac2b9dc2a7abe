use crate::validate::edit::replace_piece;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, RequestContext, Sink};

rule! {
    /// A header value has blanks around it.
    ///
    /// ## What it does
    ///
    /// Reports spaces and tabs at the start or end of an enabled header's value. A value that is only
    /// blanks, and examples, are not checked.
    ///
    /// ## Why it matters
    ///
    /// HTTP ignores them, but other tools that read the file may not: a token with a trailing blank
    /// is a different token.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "header": [{ "key": "X-Shop", "value": "north " }] }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "header": [{ "key": "X-Shop", "value": "north" }] }
    /// ```
    ///
    /// ## Fix
    ///
    /// Unsafe, because the bytes that are sent change: removes the blanks.
    HEADER_VALUE_BLANKS {
        id: "header-value-blanks",
        group: Request,
        severity: Info,
        profile: Pedantic,
        fixable: Unsafe,
        check: Request(check),
    }
}

fn check<'d>(_: &Context<'d>, sent: &RequestContext<'_, 'd>, sink: &mut Sink<'d>) {
    if sent.example.is_some() {
        return;
    }
    for header in sent.headers().iter().filter(|one| one.is_enabled) {
        let Some(value) = &header.value else { continue };
        let trimmed = value.text.trim_matches([' ', '\t']);
        if trimmed.is_empty() || trimmed.len() == value.text.len() {
            continue;
        }
        let message = format!("the value of `{}` has blanks around it", header.key.text);
        let finding = Finding::new(value.at, message)
            .span(value.span())
            .help("remove them");
        sink.report(match replace_piece(value, trimmed) {
            Some(edit) => finding.unsafe_fix("remove the blanks", vec![edit]),
            None => finding,
        });
    }
}

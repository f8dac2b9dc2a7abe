use crate::diagnostic::Edit;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, Sink};

rule! {
    /// The file starts with a byte order mark.
    ///
    /// ## What it does
    ///
    /// Reports a UTF-8 byte order mark in front of the JSON text, as some Windows editors write it.
    /// A file in UTF-16 or UTF-32 cannot be read at all; `json-syntax` names its encoding.
    ///
    /// ## Why it matters
    ///
    /// JSON must not start with one, and many parsers reject it as an unexpected character that no
    /// editor shows.
    ///
    /// ## Example
    ///
    /// ```json
    /// \uFEFF{ "info": { … }, "item": [ … ] }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "info": { … }, "item": [ … ] }
    /// ```
    ///
    /// ## Fix
    ///
    /// Safe: removes the mark.
    JSON_BOM_OR_ENCODING {
        id: "json-bom-or-encoding",
        group: Structure,
        severity: Warning,
        profile: Import,
        fixable: Safe,
        check: Document(check),
    }
}

fn check<'d>(context: &Context<'d>, sink: &mut Sink<'d>) {
    if !context.document.has_bom() {
        return;
    }
    let mark = 0..'\u{feff}'.len_utf8();
    let edit = Edit {
        span: mark.clone(),
        text: String::new(),
    };
    sink.report(
        Finding::new(
            context.document.root(),
            "the file starts with a byte order mark (U+FEFF)",
        )
        .span(mark)
        .help("save it as UTF-8 without byte order mark")
        .safe_fix("remove the byte order mark", vec![edit]),
    );
}

use crate::diagnostic::Edit;
use crate::json::{Kind, Value};
use crate::validate::edit::{replace, replace_text};
use crate::validate::rule::rule;
use crate::validate::{AuthContext, Context, Finding, Sink};

rule! {
    /// `addAuthDataToQuery` looks false but is true.
    ///
    /// ## What it does
    ///
    /// Reports an `addAuthDataToQuery` that is a string other than `"true"`, and a `false` declared
    /// as type `string`.
    ///
    /// ## Why it matters
    ///
    /// The signer treats every string as true, including `"false"` and the value of a variable. It
    /// then signs in the query instead of the headers and leaves out the body.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "key": "addAuthDataToQuery", "value": "false", "type": "string" }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "key": "addAuthDataToQuery", "value": false, "type": "boolean" }
    /// ```
    ///
    /// ## Fix
    ///
    /// Unsafe, because the signature changes: turns `"false"` into the boolean.
    AWSV4_QUERY_FLAG_TEXT {
        id: "awsv4-query-flag-text",
        group: Auth,
        severity: Error,
        profile: Run,
        fixable: Unsafe,
        check: Auth(check),
    }
}

const NAME: &str = "addAuthDataToQuery";

fn check<'d>(_: &Context<'d>, declared: &AuthContext<'_, 'd>, sink: &mut Sink<'d>) {
    let auth = declared.auth;
    if declared.example.is_some() || !auth.is("awsv4") {
        return;
    }
    let Some(list) = auth.attributes() else {
        return;
    };
    let (value, kind) = if list.kind() == Kind::Object {
        (list.get(NAME), None)
    } else {
        let named = |entry: &Value| entry.get("key").is_some_and(|key| key.is_str(NAME));
        let entry = list.elements().filter(named).last();
        let member = |name| entry.and_then(|entry: Value| entry.get(name));
        (member("value"), member("type"))
    };
    let Some(value) = value else {
        return;
    };
    let says_false = value.as_bool() == Some(false);
    let is_string = kind.is_some_and(|kind| kind.is_str("string"));
    if says_false && is_string {
        let message = "`false` of type `string` is a string, which the signer treats as true";
        let finding = Finding::new(kind.unwrap_or(value), message);
        let edits = kind.map(|kind| replace_text(kind, "boolean"));
        let finding = finding.help("give it the type `boolean`");
        sink.report(finding.unsafe_fix("set the type to `boolean`", Vec::from_iter(edits)));
        return;
    }
    let Some(text) = value.as_str() else {
        return;
    };
    // Casting what is in the text makes no difference: it is true before and after.
    if text.is_empty() || text == "true" {
        return;
    }
    let says_false = text.trim().eq_ignore_ascii_case("false");
    let what = if says_false {
        "the text `false`"
    } else {
        "any text"
    };
    let message = format!("the signer treats {what} as true, so it signs in the query");
    let finding = Finding::new(value, message);
    sink.report(if says_false {
        let finding = finding.help("write `false` without quotes");
        finding.unsafe_fix("write the boolean `false`", as_false(value, kind))
    } else {
        finding.help("write `true` or `false` without quotes; a variable cannot be used here")
    });
}

fn as_false(value: Value, kind: Option<Value>) -> Vec<Edit> {
    let kind = kind.filter(|kind| !kind.is_str("boolean"));
    let typed = kind.map(|kind| replace_text(kind, "boolean"));
    std::iter::once(replace(value, "false"))
        .chain(typed)
        .collect()
}

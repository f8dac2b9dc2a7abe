use crate::json::Kind;
use crate::validate::edit::replace_text;
use crate::validate::rule::rule;
use crate::validate::variables::{VariableOwner, lists};
use crate::validate::{Context, Finding, Sink};

rule! {
    /// A variable has an unknown type.
    ///
    /// ## What it does
    ///
    /// Reports a variable of a collection whose `type` is not `string`, `number`, `boolean` or
    /// `any`, and one of an environment whose `type` is not `default`, `secret`, `text` or one of
    /// those.
    ///
    /// ## Why it matters
    ///
    /// The official schema refuses a collection with another type. Postman and Newman also read
    /// `secret` and `default` there; tools that validate against the schema do not. Postman treats
    /// unknown types as strings.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "key": "port", "value": "80", "type": "integer" }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "key": "port", "value": "80", "type": "number" }
    /// ```
    ///
    /// ## Fix
    ///
    /// Corrects the type if the intended one is clear: safe for strings, unsafe for `number` and
    /// `boolean`, to which Postman converts the value. `secret` stays, since another type would
    /// show the value.
    VARIABLE_TYPE_UNKNOWN {
        id: "variable-type-unknown",
        group: Variables,
        severity: Warning,
        profile: Run,
        fixable: Safe,
        check: Document(check),
    }
}

const OF_COLLECTIONS: &[&str] = &["string", "number", "boolean", "any"];
const OF_ENVIRONMENTS: &[&str] = &["default", "secret", "text"];

fn check<'d>(context: &Context<'d>, sink: &mut Sink<'d>) {
    lists(context, |list| {
        let in_environment = list.owner_kind == VariableOwner::Environment;
        for entry in list.value.elements() {
            let Some((at, kind)) = entry.get("type").and_then(|at| Some((at, at.as_str()?))) else {
                continue;
            };
            let of_environments = OF_ENVIRONMENTS.contains(&&*kind);
            if OF_COLLECTIONS.contains(&&*kind) || (in_environment && of_environments) {
                continue;
            }
            let message = if of_environments {
                format!("`{kind}` is a type for environments, which the collection schema refuses")
            } else {
                format!("`{kind}` is not a variable type")
            };
            let finding = Finding::new(at, message);
            let finding = match suggest(&kind, in_environment) {
                Some(suggestion) => {
                    let value = entry.get("value");
                    let is_text = value.is_some_and(|value| value.kind() == Kind::String);
                    let message = format!("replace it with `{suggestion}`");
                    let edits = vec![replace_text(at, suggestion)];
                    let finding = finding.help(format!("use `{suggestion}`"));
                    // Numbers and booleans are cast, so that scripts read something else; and a string
                    // without a value is filled in as `undefined`.
                    if is_text && !matches!(suggestion, "number" | "boolean") {
                        finding.safe_fix(message, edits)
                    } else {
                        finding.unsafe_fix(message, edits)
                    }
                }
                None if kind == "secret" => finding.help(
                    "keep secrets in an environment; Postman and Newman accept this type anyway",
                ),
                None if in_environment => finding.help("use `default` or `secret`"),
                None => finding.help("use `string`, `number`, `boolean` or `any`"),
            };
            sink.report_in(list.names.to_vec(), finding);
        }
    });
}

/// The type that is meant, where that is plain.
fn suggest(kind: &str, in_environment: bool) -> Option<&'static str> {
    let lower = kind.trim().to_lowercase();
    let own: &[&str] = if in_environment { OF_ENVIRONMENTS } else { &[] };
    let mut known = OF_COLLECTIONS.iter().chain(own).copied();
    known
        .find(|known| *known == lower)
        .or(match lower.as_str() {
            "default" | "text" | "str" => Some("string"),
            "int" | "integer" | "float" | "double" | "decimal" => Some("number"),
            "bool" => Some("boolean"),
            _ => None,
        })
}

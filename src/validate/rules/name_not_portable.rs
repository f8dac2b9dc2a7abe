use std::borrow::Cow;
use std::collections::HashMap;

use crate::json::Value;
use crate::validate::rule::rule;
use crate::validate::tree::{names, parent_id};
use crate::validate::{Context, Finding, Sink};

/// What a file name may not contain where collections are kept as files.
const FORBIDDEN: &str = "/\\:*?\"<>|";

rule! {
    /// A name cannot be used as a file name.
    ///
    /// ## What it does
    ///
    /// Reports a request or folder whose name contains one of `/ \ : * ? " < > |`, and one that
    /// differs from a sibling's name only in case.
    ///
    /// ## Why it matters
    ///
    /// Matters only if the collection is converted to a format of files: Postman's format v3 and
    /// other tools store each request as a file of the same name. Such a
    /// name is changed or refused, and on Windows and macOS two names that differ only in case are
    /// one file.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "name": "/agent/*", "request": "{{host}}/agent/*" }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "name": "List agents", "request": "{{host}}/agent/*" }
    /// ```
    NAME_NOT_PORTABLE {
        id: "name-not-portable",
        group: Structure,
        severity: Info,
        profile: Pedantic,
        fixable: No,
        check: Collection(check),
    }
}

fn check<'d>(context: &Context<'d>, sink: &mut Sink<'d>) {
    let mut seen: HashMap<(usize, String), (Cow<'d, str>, Value<'d>)> = HashMap::new();
    context.tree().for_each(&mut |folders, item| {
        let Some((at, name)) = item.name.and_then(|at| Some((at, at.as_str()?))) else {
            return;
        };
        let mut forbidden: Vec<String> = Vec::new();
        for character in name.chars().filter(|one| FORBIDDEN.contains(*one)) {
            let shown = format!("`{character}`");
            if !forbidden.contains(&shown) {
                forbidden.push(shown);
            }
        }
        if !forbidden.is_empty() {
            let message = format!(
                "the name `{name}` contains {}, which file names cannot",
                forbidden.join(", ")
            );
            let finding = Finding::new(at, message).help("use words instead");
            sink.report_in(names(folders, item), finding);
        }
        let parent_id = parent_id(folders);
        let scope = (parent_id, name.to_lowercase());
        match seen.get(&scope) {
            // The same name is another rule's.
            Some((other, _)) if *other == name => {}
            Some((other, first)) => {
                let message = format!("`{name}` and `{other}` differ only in case");
                let finding = Finding::new(at, message)
                    .label(*first, "the other one")
                    .help("give each a unique name");
                sink.report_in(names(folders, item), finding);
            }
            None => {
                seen.insert(scope, (name, at));
            }
        }
    });
}

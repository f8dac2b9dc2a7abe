use std::borrow::Cow;
use std::collections::HashSet;

use crate::postman::effective::{Environment, Scope};
use crate::postman::view::DocumentKind;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, Sink};

rule! {
    /// Environments do not define the same variables.
    ///
    /// ## What it does
    ///
    /// Compares the environments given with `-e`, except globals. In a collection, reports a used
    /// variable that only some of them define and that neither the collection nor the globals nor a
    /// script defines. In an environment, reports the variables of the others that neither it nor
    /// the globals define.
    ///
    /// ## Why it matters
    ///
    /// The collection works with one environment, but sends unresolved braces with another.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "name": "live", "values": [{ "key": "host", "value": "https://live.test" }] }
    /// ```
    ///
    /// ## Use instead
    ///
    /// What the environment `test` has too:
    ///
    /// ```json
    /// {
    ///   "name": "live",
    ///   "values": [
    ///     { "key": "host", "value": "https://live.test" },
    ///     { "key": "region", "value": "ap-southeast-1" }
    ///   ]
    /// }
    /// ```
    ENV_MISSING_KEYS {
        id: "env-missing-keys",
        group: Variables,
        severity: Warning,
        profile: Run,
        fixable: No,
        check: Document(check),
    }
}

/// An environment, its file's name and the names that it defines, switched off ones included.
struct DefinedNames<'d> {
    file: &'d str,
    keys: Vec<Cow<'d, str>>,
    set: HashSet<Cow<'d, str>>,
}

fn keys(environment: Environment<'_>) -> Vec<Cow<'_, str>> {
    let variables = environment.variables().into_iter();
    variables.map(|variable| variable.name).collect()
}

fn check<'d>(context: &Context<'d>, sink: &mut Sink<'d>) {
    let mut environments = Vec::new();
    let mut globals = HashSet::new();
    for (file, environment) in &context.environments.files {
        let keys = keys(*environment);
        if environment.scope == Scope::Globals {
            globals.extend(keys);
        } else {
            let set = keys.iter().cloned().collect();
            environments.push(DefinedNames { file, keys, set });
        }
    }
    match context.format {
        DocumentKind::Environment => check_environment(context, &environments, &globals, sink),
        DocumentKind::Collection(_) if environments.len() > 1 => {
            check_collection(context, &environments, &globals, sink);
        }
        _ => {}
    }
}

fn check_collection<'d>(
    context: &Context<'d>,
    environments: &[DefinedNames<'d>],
    globals: &HashSet<Cow<'d, str>>,
    sink: &mut Sink<'d>,
) {
    let variables = context.variables();
    for name in variables.names.iter() {
        let Some(first) = &name.first else { continue };
        if name.origin.collection || name.origin.script || globals.contains(&name.text) {
            continue;
        }
        let (with, without): (Vec<&DefinedNames>, Vec<&DefinedNames>) = environments
            .iter()
            .partition(|environment| environment.set.contains(&name.text));
        if with.is_empty() || without.is_empty() {
            continue;
        }
        let message = format!(
            "`{}` is defined in {}, but not in {}",
            name.text,
            files(&with),
            files(&without)
        );
        let finding = Finding::new(first.value, message)
            .help("define it in each environment, or in the collection's variables");
        variables.report(first, finding, sink);
    }
}

fn files(environments: &[&DefinedNames]) -> String {
    let files: Vec<String> = environments
        .iter()
        .map(|environment| format!("`{}`", environment.file))
        .collect();
    files.join(" and ")
}

fn check_environment<'d>(
    context: &Context<'d>,
    environments: &[DefinedNames<'d>],
    globals: &HashSet<Cow<'d, str>>,
    sink: &mut Sink<'d>,
) {
    let Ok(environment) = Environment::of(context.document) else {
        return;
    };
    let root = environment.value;
    let own: HashSet<Cow<str>> = keys(environment).into_iter().collect();
    let at = root.get("name").or_else(|| root.get("values"));
    for other in environments {
        let missing: Vec<&Cow<str>> = other
            .keys
            .iter()
            .filter(|key| !own.contains(*key) && !globals.contains(*key))
            .collect();
        let shown: Vec<String> = missing
            .iter()
            .take(5)
            .map(|key| format!("`{key}`"))
            .collect();
        if shown.is_empty() {
            continue;
        }
        let more = match missing.len() - shown.len() {
            0 => String::new(),
            more => format!(" and {more} more"),
        };
        let message = format!(
            "the environment lacks variables that `{}` defines: {}{more}",
            other.file,
            shown.join(", ")
        );
        let finding =
            Finding::new(at.unwrap_or(root), message).help("define the same variables in both");
        sink.report(finding);
    }
}

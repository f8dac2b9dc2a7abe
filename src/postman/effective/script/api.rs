//! What the functions of Postman's sandbox do with variables.

use super::{Action, ScriptScope};

/// What a function does with the variable named by its first argument.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Effect {
    /// This, to the variable of that name.
    Named(Action),
    /// This, to any variable.
    Any(Action),
    /// Unknown.
    Unknown,
    /// Nothing.
    Nothing,
}

/// The scope that `pm.name` is.
pub(super) fn scope(name: &str) -> Option<ScriptScope> {
    Some(match name {
        "variables" => ScriptScope::Local,
        "iterationData" => ScriptScope::Data,
        "environment" => ScriptScope::Environment,
        "collectionVariables" => ScriptScope::Collection,
        "globals" => ScriptScope::Globals,
        _ => return None,
    })
}

/// What the function of that name of a scope does.
pub(super) fn method(name: &str) -> Effect {
    match name {
        "set" => Effect::Named(Action::Set),
        "get" | "has" => Effect::Named(Action::Get),
        "unset" => Effect::Named(Action::Unset),
        "clear" => Effect::Any(Action::Unset),
        "toObject" | "toJSON" | "values" => Effect::Any(Action::Get),
        // What `replaceIn` reads is in its text.
        "name" | "id" | "replaceIn" => Effect::Nothing,
        _ => Effect::Unknown,
    }
}

/// What `postman.name`, of the old sandbox, does to variables, and in which scope.
pub(super) fn postman(name: &str) -> (ScriptScope, Effect) {
    use ScriptScope::{Environment, Globals};
    match name {
        "setEnvironmentVariable" => (Environment, Effect::Named(Action::Set)),
        "getEnvironmentVariable" => (Environment, Effect::Named(Action::Get)),
        "clearEnvironmentVariable" => (Environment, Effect::Named(Action::Unset)),
        "clearEnvironmentVariables" => (Environment, Effect::Any(Action::Unset)),
        "setGlobalVariable" => (Globals, Effect::Named(Action::Set)),
        "getGlobalVariable" => (Globals, Effect::Named(Action::Get)),
        "clearGlobalVariable" => (Globals, Effect::Named(Action::Unset)),
        "clearGlobalVariables" => (Globals, Effect::Any(Action::Unset)),
        _ => (ScriptScope::Any, Effect::Nothing),
    }
}

/// The scope that a bare name, such as `environment`, is in the old sandbox.
pub(super) fn object(name: &str) -> Option<ScriptScope> {
    Some(match name {
        "environment" => ScriptScope::Environment,
        "globals" => ScriptScope::Globals,
        "data" => ScriptScope::Data,
        _ => return None,
    })
}

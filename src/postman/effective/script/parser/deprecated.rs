//! What scripts used before `pm` existed, and what replaces it.

/// Deprecated global names.
const NAMES: &[(&str, &str)] = &[
    ("tests", "pm.test(name, function)"),
    ("responseBody", "pm.response.text()"),
    ("responseCode", "pm.response.code"),
    ("responseTime", "pm.response.responseTime"),
    ("responseHeaders", "pm.response.headers"),
    ("responseCookies", "pm.cookies"),
];

/// Deprecated objects.
const OBJECTS: &[(&str, &str)] = &[
    ("request", "pm.request"),
    ("environment", "pm.environment.get(name)"),
    ("globals", "pm.globals.get(name)"),
    ("iteration", "pm.info.iteration"),
];

/// Functions of `postman`.
const FUNCTIONS: &[(&str, &str)] = &[
    ("setEnvironmentVariable", "pm.environment.set(name, value)"),
    ("getEnvironmentVariable", "pm.environment.get(name)"),
    ("clearEnvironmentVariable", "pm.environment.unset(name)"),
    ("clearEnvironmentVariables", "pm.environment.clear()"),
    ("setGlobalVariable", "pm.globals.set(name, value)"),
    ("getGlobalVariable", "pm.globals.get(name)"),
    ("clearGlobalVariable", "pm.globals.unset(name)"),
    ("clearGlobalVariables", "pm.globals.clear()"),
    ("getResponseHeader", "pm.response.headers.get(name)"),
    ("getResponseCookie", "pm.cookies.get(name)"),
    ("setNextRequest", "pm.execution.setNextRequest(name)"),
];

fn find(list: &[(&str, &'static str)], name: &str) -> Option<&'static str> {
    list.iter()
        .find(|(own, _)| *own == name)
        .map(|(_, instead)| *instead)
}

/// What replaces the name `name`.
pub(super) fn name(name: &str) -> Option<&'static str> {
    find(NAMES, name)
}

/// What replaces a member of `object`.
pub(super) fn object(object: &str) -> Option<&'static str> {
    find(OBJECTS, object)
}

/// What replaces `postman.member`.
pub(super) fn function(member: &str) -> &'static str {
    find(FUNCTIONS, member).unwrap_or("pm")
}

//! Passwords that a request sets: who reads one has not got in yet.

use super::walk::Step;
use crate::json::Value;

/// Paths that end so make a user, or give one another password: the password in the body opens
/// nothing yet.
const SETTING: &[&str] = &[
    "user",
    "users",
    "account",
    "accounts",
    "member",
    "members",
    "customer",
    "customers",
    "employee",
    "employees",
    "register",
    "registration",
    "signup",
    "sign-up",
    "sign_up",
    "change-password",
    "reset-password",
];

/// Whether what is at `step` is in the body of a request that sets passwords.
pub(super) fn is_to_be_set(step: &Step) -> bool {
    let mut at = Some(step);
    let mut is_body = false;
    while let Some(one) = at {
        is_body |= one.is("body");
        if one.is("request") || one.is("originalRequest") {
            return is_body && sets_passwords(one.value);
        }
        at = one.before;
    }
    false
}

fn sets_passwords(request: Value) -> bool {
    let is_post = request.get("method").is_some_and(|method| {
        ["POST", "PUT", "PATCH"]
            .iter()
            .any(|one| method.is_str(one))
    });
    let url = request.get("url");
    let raw = url.and_then(|url| url.as_str().or_else(|| url.get("raw")?.as_str()));
    let raw = raw.unwrap_or_default();
    let path = raw.split(['?', '#']).next().unwrap_or_default();
    let last = path.trim_end_matches('/').rsplit('/').next();
    let last = last.unwrap_or_default().to_ascii_lowercase();
    is_post && SETTING.contains(&last.as_str())
}

//! Passwords that a request sets: they give no access yet.

use super::step::Step;
use crate::json::Value;
use crate::postman::effective::RequestUrl;
use crate::postman::view::Request;

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
    let request = Request::new(request);
    let method = request.method_text().to_ascii_uppercase();
    let Some(url) = request
        .url()
        .filter(|_| ["POST", "PUT", "PATCH"].contains(&&*method))
    else {
        return false;
    };
    let url = RequestUrl::without_query(&url);
    let last = url.segments().iter().rfind(|segment| !segment.is_empty());
    last.is_some_and(|last| SETTING.contains(&&*last.text.to_ascii_lowercase()))
}

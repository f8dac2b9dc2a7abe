use crate::validate::edit::remove_member;
use crate::validate::rule::rule;
use crate::validate::{AuthContext, Context, Finding, Sink};

rule! {
    /// The auth of a folder or request is `null`.
    ///
    /// ## What it does
    ///
    /// Reports a folder or request whose `auth` is `null`. The auth of the collection may be
    /// `null`, since it has nothing to inherit.
    ///
    /// ## Why it matters
    ///
    /// The app and Newman treat it as inherited. Postman's API turns it into *No Auth*, and the
    /// requests are then sent unsigned.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "method": "GET", "auth": null, "url": "{{host}}/agent" }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "method": "GET", "url": "{{host}}/agent" }
    /// ```
    ///
    /// ## Fix
    ///
    /// Safe: removes the member.
    AUTH_NULL_NOT_INHERIT {
        id: "auth-null-not-inherit",
        group: Auth,
        severity: Warning,
        profile: Run,
        fixable: Safe,
        check: Auth(check),
    }
}

fn check<'d>(_: &Context<'d>, declared: &AuthContext<'_, 'd>, sink: &mut Sink<'d>) {
    let owner = declared.owner;
    let is_own = declared.visit.is_some() && declared.example.is_none();
    if !is_own || !declared.auth.value.is_null() {
        return;
    }
    let message = "`auth` is null, which Postman's API turns into No Auth";
    let finding = Finding::new(declared.auth.value, message)
        .help("leave out `auth` to inherit, or write `{ \"type\": \"noauth\" }`");
    let members = owner.entries().filter(|entry| entry.key() == "auth");
    // Of a repeated member the last counts: without it another would.
    let edit = (members.count() == 1).then(|| remove_member(owner, "auth"));
    sink.report(match edit.flatten() {
        Some(edit) => finding.safe_fix("remove it", vec![edit]),
        None => finding,
    });
}

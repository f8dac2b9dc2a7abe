use crate::validate::awsv4::{is_blank, suggest};
use crate::validate::rule::rule;
use crate::validate::{AuthContext, Context, Finding, Sink};

rule! {
    /// An `awsv4` auth has no access key or no secret key.
    ///
    /// ## What it does
    ///
    /// Reports an auth whose `accessKey` or `secretKey` is missing or empty. Variables are assumed
    /// to have a value.
    ///
    /// ## Why it matters
    ///
    /// Postman silently signs with the word `undefined` instead. Newman even exits with 0 if the
    /// service answered 401 to every request.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "type": "awsv4", "awsv4": [{ "key": "accessKey", "value": "" }] }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "type": "awsv4", "awsv4": [{ "key": "accessKey", "value": "{{access_key}}" }, … ] }
    /// ```
    AWSV4_EMPTY_KEY {
        id: "awsv4-empty-key",
        group: Auth,
        severity: Error,
        profile: Run,
        fixable: No,
        check: Auth(check),
    }
}

fn check<'d>(_: &Context<'d>, declared: &AuthContext<'_, 'd>, sink: &mut Sink<'d>) {
    let auth = declared.auth;
    // Without any parameters the auth itself is reported.
    if declared.example.is_some() || !auth.is("awsv4") || auth.attributes().is_none() {
        return;
    }
    let parameters = auth.parameters();
    for name in ["accessKey", "secretKey"] {
        let own = parameters.iter().rev().find(|one| one.key == name);
        let (at, said) = match own {
            Some(own) if is_blank(own.value) => (own.value, "an empty"),
            Some(_) => continue,
            // A misspelt one is reported as such.
            None if parameters.iter().any(|one| suggest(&one.key) == Some(name)) => continue,
            None => (auth.value.get("type").unwrap_or(auth.value), "no"),
        };
        let message = format!("the auth has {said} `{name}`, so the signature is wrong");
        sink.report(
            Finding::new(at, message).help("use a variable, and define it in an environment"),
        );
    }
}

use crate::json::Value;
use crate::postman::effective::{MODES, filled_member};
use crate::postman::view::{Body, is_truthy};
use crate::validate::request::nearest;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, RequestContext, Sink};

rule! {
    /// A body's mode does not match its content.
    ///
    /// ## What it does
    ///
    /// Reports a body whose `mode` is missing, unknown or without content, while another member has
    /// content. Disabled bodies and examples are not checked.
    ///
    /// ## Why it matters
    ///
    /// Only the member named by the mode is sent, or `raw` if the mode is unknown. Content elsewhere
    /// is silently dropped.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "mode": "raw", "urlencoded": [{ "key": "code", "value": "AHMAD" }] }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "mode": "urlencoded", "urlencoded": [{ "key": "code", "value": "AHMAD" }] }
    /// ```
    BODY_MODE_PAYLOAD_MISMATCH {
        id: "body-mode-payload-mismatch",
        group: Request,
        severity: Error,
        profile: Run,
        fixable: No,
        check: Request(check),
    }
}

fn check<'d>(_: &Context<'d>, sent: &RequestContext<'_, 'd>, sink: &mut Sink<'d>) {
    let Some(body) = sent.request.body().filter(|_| sent.example.is_none()) else {
        return;
    };
    let Some(mode_at) = body.value.get("mode").filter(|mode| is_truthy(*mode)) else {
        if let Some(other) = filled_member(body).filter(|_| !body.is_disabled()) {
            let at = body.value.get("mode").unwrap_or(body.value);
            let message = format!("the body has `{other}` and no mode, so it is not sent");
            sink.report(Finding::new(at, message).help(format!("set `\"mode\": \"{other}\"`")));
        }
        return;
    };
    let Some(mode) = mode_at.as_str() else { return };
    if !MODES.contains(&mode.as_ref()) {
        // A disabled body is checked too, since the schema refuses its mode all the same.
        sink.report(unknown(mode_at, &mode, body));
        return;
    }
    if body.is_disabled() {
        return;
    }
    if body.payload().is_some_and(|payload| !payload.is_null()) {
        return;
    }
    let Some((other, at)) =
        filled_member(body).and_then(|other| Some((other, body.value.get(other)?)))
    else {
        return;
    };
    sink.report(
        Finding::new(
            mode_at,
            format!("the mode is `{mode}`, but the content is in `{other}`"),
        )
        .label(at, "this is not sent")
        .help(format!("set the mode to `{other}`, or move the content")),
    );
}

/// The finding about a mode that there is not.
fn unknown<'d>(at: Value<'d>, mode: &str, body: Body<'d>) -> Finding<'d> {
    let suggestion = match mode {
        // What the app calls it.
        "binary" => Some("file"),
        mode => nearest(mode, MODES).or_else(|| filled_member(body)),
    };
    let is_raw_sent = !body.is_disabled() && body.value.get("raw").is_some_and(is_truthy);
    let sent = if is_raw_sent {
        "what is in `raw`"
    } else {
        "no body"
    };
    let message = format!("`{mode}` is not a mode of a body: Postman sends {sent}");
    Finding::new(at, message).help(match suggestion {
        Some(suggestion) => format!("did you mean `{suggestion}`?"),
        None => format!("use one of `{}`", MODES.join("`, `")),
    })
}

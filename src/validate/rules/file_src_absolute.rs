use crate::json::{Kind, Value};
use crate::postman::view::is_disabled;
use crate::validate::rule::rule;
use crate::validate::{Context, Finding, RequestContext, Sink};

rule! {
    /// A file to upload has a path that exists only on one machine.
    ///
    /// ## What it does
    ///
    /// Reports a `src` of a file body or of a form's file that starts at the root, a drive, a share
    /// or a home folder. Disabled fields and examples are not checked.
    ///
    /// ## Why it matters
    ///
    /// The file does not exist on other machines, and Newman reads files outside its working
    /// directory only if allowed to. The path may also reveal a user name.
    ///
    /// ## Example
    ///
    /// ```json
    /// { "mode": "file", "file": { "src": "/home/ahmad/Documents/logo.png" } }
    /// ```
    ///
    /// ## Use instead
    ///
    /// ```json
    /// { "mode": "file", "file": { "src": "logo.png" } }
    /// ```
    FILE_SRC_ABSOLUTE {
        id: "file-src-absolute",
        group: Request,
        severity: Error,
        profile: Run,
        fixable: No,
        check: Request(check),
    }
}

fn check<'d>(_: &Context<'d>, sent: &RequestContext<'_, 'd>, sink: &mut Sink<'d>) {
    let body = sent.request.body().filter(|_| sent.example.is_none());
    let Some(body) = body.filter(|body| !body.is_disabled()) else {
        return;
    };
    let Some((mode, payload)) = body.mode().zip(body.payload()) else {
        return;
    };
    match mode.as_ref() {
        "file" => source(payload.get("src"), sink),
        "formdata" => {
            for entry in payload.elements().filter(|entry| !is_disabled(*entry)) {
                source(entry.get("src"), sink);
            }
        }
        _ => {}
    }
}

fn source<'d>(src: Option<Value<'d>>, sink: &mut Sink<'d>) {
    let Some(src) = src else { return };
    if src.kind() == Kind::Array {
        for one in src.elements() {
            path(one, sink);
        }
    } else {
        path(src, sink);
    }
}

fn path<'d>(at: Value<'d>, sink: &mut Sink<'d>) {
    let Some(text) = at.as_str() else { return };
    if !is_absolute(&text) {
        return;
    }
    let name = text.rsplit(['/', '\\']).next().unwrap_or_default();
    let what = match name {
        "" => "the file is".to_owned(),
        name => format!("`{name}` is"),
    };
    sink.report(
        Finding::new(at, format!("{what} named by a path of one machine"))
            .help("put the file into the working directory and use a relative path"),
    );
}

fn is_absolute(path: &str) -> bool {
    let has_drive = || {
        let mut characters = path.chars();
        let drive = characters.next().is_some_and(|c| c.is_ascii_alphabetic());
        drive && characters.next() == Some(':') && matches!(characters.next(), Some('/' | '\\'))
    };
    path.starts_with(['/', '\\'])
        || path.starts_with("~/")
        || path.starts_with("file://")
        || has_drive()
}

#[cfg(test)]
mod tests {
    use super::is_absolute;

    #[test]
    fn absolute_paths_are_recognised() {
        for path in ["/a", "C:\\a", "c:/a", "\\\\server\\a", "~/a", "file:///a"] {
            assert!(is_absolute(path), "{path}");
        }
        for path in [
            "a",
            "a/b",
            "./a",
            "../a",
            "{{dir}}/a",
            "C:",
            "postman-cloud:///1",
            "",
        ] {
            assert!(!is_absolute(path), "{path}");
        }
    }
}

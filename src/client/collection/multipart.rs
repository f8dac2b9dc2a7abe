//! A body of parts, among them files (RFC 7578).

use std::borrow::Cow;
use std::path::Path;

use uuid::Uuid;

use crate::json::{Kind, Value};
use crate::postman::effective::{FormField, Mode, form_fields, json_text};
use crate::postman::view::is_truthy;

use super::body::SentBody;
use super::files::{base64_content, media_type};
use super::{CollectionError, Files, Variables};

/// The body for the enabled fields of a form; `None` if there are none. A boundary that the request's
/// own `content_type` names is used.
pub(super) fn sent(
    payload: Value<'_>,
    content_type: Option<&str>,
    variables: &Variables<'_, '_>,
    files: &Files<'_>,
) -> Result<Option<SentBody>, CollectionError> {
    if payload.kind() != Kind::Array {
        return Err(CollectionError::Shape("formdata"));
    }
    let mut parts = Vec::new();
    let fields = form_fields(Mode::FormData, payload).into_iter();
    for field in fields.filter(|field| field.is_enabled) {
        let field = Field {
            written: field,
            variables,
            files,
        };
        field.push(&mut parts)?;
    }
    if parts.is_empty() {
        return Ok(None);
    }
    let given = content_type.and_then(boundary);
    // It is derived from the parts, so that it is in none of them and the same every time.
    let made = || Uuid::new_v5(&Uuid::NAMESPACE_OID, &parts.concat()).simple();
    let boundary = given.map_or_else(|| made().to_string(), str::to_owned);
    let mut bytes = Vec::new();
    for part in &parts {
        bytes.extend_from_slice(format!("--{boundary}\r\n").as_bytes());
        bytes.extend_from_slice(part);
    }
    bytes.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
    let kind = format!("multipart/form-data; boundary={boundary}");
    Ok(Some(SentBody {
        bytes,
        usual_type: Some(kind.clone()),
        own_type: given.is_none().then_some(kind),
        is_multipart: true,
        ..SentBody::default()
    }))
}

/// The boundary of a `multipart/form-data` that has one.
fn boundary(content_type: &str) -> Option<&str> {
    let rest = content_type.strip_prefix("multipart/form-data;")?;
    let (_, value) = rest.rsplit_once("boundary=")?;
    let quoted = value
        .strip_prefix('"')
        .and_then(|rest| rest.split_once('"'));
    let plain = quoted.map_or_else(|| value.split(';').next(), |(inside, _)| Some(inside));
    plain.filter(|boundary| !boundary.is_empty())
}

/// A field with its variables and files resolved.
struct Field<'f, 'd> {
    written: FormField<'d>,
    variables: &'f Variables<'f, 'f>,
    files: &'f Files<'f>,
}

impl<'d> Field<'_, 'd> {
    fn member(&self, name: &str) -> Option<Value<'d>> {
        self.written.entry?.get(name)
    }

    /// The text of a member, its variables replaced; `None` if it is not text.
    fn text(&self, name: &str) -> Result<Option<String>, CollectionError> {
        let text = self.member(name).and_then(Value::as_str);
        text.map(|text| self.variables.substitute(&text))
            .transpose()
    }

    /// Adds the field's part, or the parts of its files.
    fn push(&self, parts: &mut Vec<Vec<u8>>) -> Result<(), CollectionError> {
        let part = self.part()?;
        if !self.written.is_file {
            parts.push(part.bytes(self.value()?.as_bytes()));
            return Ok(());
        }
        let sources = self.sources();
        for source in &sources {
            let path = self.variables.substitute(source)?;
            parts.push(part.of_file(&path).bytes(&self.files.read(&path)?));
        }
        if !sources.is_empty() {
            return Ok(());
        }
        let inline = self.text("value")?.filter(|text| !text.is_empty());
        parts.push(match inline {
            Some(text) => part.or_binary().bytes(&base64_content(&text)),
            // Postman sends a file that nobody chose as an empty one without a name.
            None => part.named("").bytes(b""),
        });
        Ok(())
    }

    /// The head of its parts, as far as the field itself determines it.
    fn part(&self) -> Result<Part, CollectionError> {
        let file_name = self.text("fileName")?;
        let by_name = file_name.as_deref().and_then(media_type);
        Ok(Part {
            name: self.variables.substitute(&self.written.key)?,
            own_type: self.text("contentType")?.filter(|kind| !kind.is_empty()),
            usual_type: by_name.map(str::to_owned),
            file_name: file_name.as_deref().map(base_name),
        })
    }

    /// The text that is sent for the value of a field that is not a file.
    fn value(&self) -> Result<String, CollectionError> {
        match self.member("value").filter(|value| is_truthy(*value)) {
            None => Ok(String::new()),
            Some(value) if value.kind() == Kind::String => self
                .variables
                .substitute(&value.as_str().unwrap_or_default()),
            Some(value) => json_text(value, &mut |text| self.variables.substitute(text)),
        }
    }

    /// The paths of its files.
    fn sources(&self) -> Vec<Cow<'d, str>> {
        let source = self.member("src");
        let one = source.and_then(Value::as_str);
        let list = source.into_iter().flat_map(Value::elements);
        let all = one.into_iter().chain(list.filter_map(Value::as_str));
        all.filter(|path| !path.is_empty()).collect()
    }
}

fn base_name(path: &str) -> String {
    let name = Path::new(path).file_name().and_then(|name| name.to_str());
    name.unwrap_or_default().to_owned()
}

/// The head of a part.
#[derive(Clone)]
struct Part {
    name: String,
    file_name: Option<String>,
    /// The type that the field states.
    own_type: Option<String>,
    /// The type that follows from a name.
    usual_type: Option<String>,
}

impl Part {
    /// The same for the file at `path`, whose type takes precedence over that of another name.
    fn of_file(&self, path: &str) -> Self {
        let by_path = media_type(path).map(str::to_owned);
        let part = Self {
            usual_type: by_path.or_else(|| self.usual_type.clone()),
            ..self.clone()
        };
        part.or_binary().named(&base_name(path))
    }

    /// The same, with the name of a file where it has none.
    fn named(self, name: &str) -> Self {
        let file_name = self.file_name.or_else(|| Some(name.to_owned()));
        Self { file_name, ..self }
    }

    /// The same, with the type of unknown bytes if it has none.
    fn or_binary(self) -> Self {
        let binary = || Some("application/octet-stream".to_owned());
        Self {
            usual_type: self.usual_type.or_else(binary),
            ..self
        }
    }

    /// Head and content, up to the next boundary. Postman does not escape names, so a quote or the end
    /// of a line in one changes the head; here they are escaped as browsers do.
    fn bytes(&self, content: &[u8]) -> Vec<u8> {
        let mut head = format!(
            "Content-Disposition: form-data; name=\"{}\"",
            quoted(&self.name)
        );
        if let Some(name) = &self.file_name {
            head.extend(["; filename=\"", &quoted(name), "\""]);
        }
        if let Some(kind) = self.own_type.as_ref().or(self.usual_type.as_ref()) {
            let line: String = kind.chars().filter(|c| !c.is_control()).collect();
            head.extend(["\r\nContent-Type: ", &line]);
        }
        head.push_str("\r\n\r\n");
        [head.as_bytes(), content, b"\r\n"].concat()
    }
}

/// A name as browsers quote it.
fn quoted(name: &str) -> String {
    let name = name.replace('"', "%22");
    name.replace('\r', "%0D").replace('\n', "%0A")
}

#[cfg(test)]
mod tests {
    use super::{Part, boundary};

    #[test]
    fn no_name_ends_its_quotes_or_its_line() {
        let part = Part {
            name: "a\"; filename=\"b\r\nX: y".to_owned(),
            file_name: None,
            own_type: Some("text/plain\r\nX: y".to_owned()),
            usual_type: None,
        };
        let head = String::from_utf8(part.bytes(b"")).unwrap();
        let lines: Vec<&str> = head.split("\r\n").collect();
        let name = "name=\"a%22; filename=%22b%0D%0AX: y\"";
        assert_eq!(lines[0], format!("Content-Disposition: form-data; {name}"));
        assert_eq!(lines[1..], ["Content-Type: text/plainX: y", "", "", ""]);
    }

    #[test]
    fn a_boundary_of_the_request_counts() {
        for (kind, found) in [
            ("multipart/form-data; boundary=a", Some("a")),
            ("multipart/form-data; boundary=\"a;b\"; x=y", Some("a;b")),
            ("multipart/form-data; boundary=a; charset=x", Some("a")),
            ("multipart/form-data; boundary=", None),
            ("multipart/form-data", None),
            ("multipart/mixed; boundary=a", None),
        ] {
            assert_eq!(boundary(kind), found, "{kind}");
        }
    }
}

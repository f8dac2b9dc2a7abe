//! A body of parts, among them files (RFC 7578).

use std::borrow::Cow;
use std::path::Path;

use uuid::Uuid;

use crate::json::{Kind, Value};
use crate::postman::view::is_disabled;

use super::variables::plain;
use super::{CollectionError, Files, Variables};

/// The body of the enabled entries of a form and its `Content-Type`; nothing when there are none.
pub(super) fn bytes(
    entries: Option<Value<'_>>,
    variables: &Variables<'_, '_>,
    files: &Files<'_>,
) -> Result<(Vec<u8>, Option<String>), CollectionError> {
    let mut parts = Vec::new();
    let entries = entries.into_iter().flat_map(Value::elements);
    for entry in entries.filter(|entry| !is_disabled(*entry)) {
        let text = |name| variables.substitute(&entry.get(name).map(plain).unwrap_or_default());
        let mut part = Part {
            name: text("key")?,
            file_name: None,
            content_type: Some(text("contentType")?).filter(|text| !text.is_empty()),
            content: Vec::new(),
        };
        if !entry.get("type").is_some_and(|kind| kind.is_str("file")) {
            part.content = text("value")?.into_bytes();
            parts.push(part.bytes());
            continue;
        }
        let sources = sources(entry);
        if sources.is_empty() {
            // Postman sends a file that nobody chose as an empty one without a name.
            part.file_name = Some(String::new());
            parts.push(part.bytes());
        }
        let given = Some(text("fileName")?).filter(|name| !name.is_empty());
        for source in sources {
            let path = variables.substitute(&source)?;
            part.content = files.read(&path)?;
            part.file_name = Some(given.clone().unwrap_or_else(|| name_of(&path)));
            parts.push(part.bytes());
        }
    }
    if parts.is_empty() {
        return Ok((Vec::new(), None));
    }
    // It is made of the parts, so that it stands in none of them and is the same every time.
    let boundary = Uuid::new_v5(&Uuid::NAMESPACE_OID, &parts.concat()).simple();
    let mut body = Vec::new();
    for part in &parts {
        body.extend_from_slice(format!("--{boundary}\r\n").as_bytes());
        body.extend_from_slice(part);
    }
    body.extend_from_slice(format!("--{boundary}--\r\n").as_bytes());
    Ok((
        body,
        Some(format!("multipart/form-data; boundary={boundary}")),
    ))
}

/// The paths of an entry's files.
pub(super) fn sources(entry: Value<'_>) -> Vec<Cow<'_, str>> {
    let paths = match entry.get("src") {
        Some(list) if list.kind() == Kind::Array => list.elements().map(plain).collect(),
        one => one.map(plain).into_iter().collect::<Vec<_>>(),
    };
    paths.into_iter().filter(|path| !path.is_empty()).collect()
}

fn name_of(path: &str) -> String {
    let name = Path::new(path).file_name().and_then(|name| name.to_str());
    name.unwrap_or_default().to_owned()
}

struct Part {
    name: String,
    file_name: Option<String>,
    content_type: Option<String>,
    content: Vec<u8>,
}

impl Part {
    /// Head and content, up to the next boundary.
    fn bytes(&self) -> Vec<u8> {
        let mut head = format!(
            "Content-Disposition: form-data; name=\"{}\"",
            quoted(&self.name)
        );
        if let Some(name) = &self.file_name {
            head.extend(["; filename=\"", &quoted(name), "\""]);
        }
        let file_name = self.file_name.as_deref().filter(|name| !name.is_empty());
        let by_name = file_name.map(content_type);
        if let Some(kind) = self.content_type.as_deref().or(by_name) {
            let line: String = kind.chars().filter(|c| !c.is_control()).collect();
            head.extend(["\r\nContent-Type: ", &line]);
        }
        head.push_str("\r\n\r\n");
        [head.as_bytes(), &self.content, b"\r\n"].concat()
    }
}

/// A name as browsers quote it.
fn quoted(name: &str) -> String {
    let name = name.replace('"', "%22");
    name.replace('\r', "%0D").replace('\n', "%0A")
}

fn content_type(file_name: &str) -> &'static str {
    let extension = Path::new(file_name).extension();
    let extension = extension.and_then(|extension| extension.to_str());
    match extension.unwrap_or_default().to_lowercase().as_str() {
        "csv" => "text/csv",
        "gif" => "image/gif",
        "html" => "text/html",
        "jpeg" | "jpg" => "image/jpeg",
        "json" => "application/json",
        "pdf" => "application/pdf",
        "png" => "image/png",
        "txt" => "text/plain",
        "xml" => "application/xml",
        "zip" => "application/zip",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::Part;

    #[test]
    fn no_name_ends_its_quotes_or_its_line() {
        let part = Part {
            name: "a\"; filename=\"b\r\nX: y".to_owned(),
            file_name: None,
            content_type: Some("text/plain\r\nX: y".to_owned()),
            content: Vec::new(),
        };
        let head = String::from_utf8(part.bytes()).unwrap();
        let lines: Vec<&str> = head.split("\r\n").collect();
        let name = "name=\"a%22; filename=%22b%0D%0AX: y\"";
        assert_eq!(lines[0], format!("Content-Disposition: form-data; {name}"));
        assert_eq!(lines[1..], ["Content-Type: text/plainX: y", "", "", ""]);
    }
}

//! How a file's name is written, and the path of names inside it.

use super::visible::{short, visible};
use crate::diagnostic::Location;

/// Longer paths of names are cut.
const NAMES_LIMIT: usize = 400;

/// The folders and the request that a place is in, for people; nothing for the collection itself.
pub(super) fn names(location: &Location) -> Option<String> {
    let all = location.names.iter().map(|name| match name.trim() {
        "" => "(no name)",
        name => name,
    });
    let names: Vec<&str> = all.collect();
    (!names.is_empty()).then(|| short(&names.join(" › "), NAMES_LIMIT))
}

/// What stands for stdin.
const STDIN: &str = "-";

/// For people.
pub(super) fn display(path: &str) -> String {
    match path {
        STDIN => "<stdin>".to_owned(),
        _ => visible(path),
    }
}

/// As the services write it that look for it in the repository: without `./` in front.
pub(super) fn in_repository(path: &str) -> &str {
    match path {
        STDIN => "stdin",
        _ => path.strip_prefix("./").unwrap_or(path),
    }
}

/// As a URI: relative to the repository where it is relative.
pub(super) fn uri(path: &str) -> String {
    let path = in_repository(path);
    let has_drive = path.as_bytes().get(1) == Some(&b':') && path.as_bytes().get(2) == Some(&b'/');
    let mut uri = match () {
        () if path.starts_with("//") => "file:".to_owned(),
        () if path.starts_with('/') => "file://".to_owned(),
        () if has_drive => "file:///".to_owned(),
        () => String::new(),
    };
    for byte in path.bytes() {
        let is_plain = byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
        if is_plain {
            uri.push(char::from(byte));
        } else {
            uri.push('%');
            uri.extend([byte >> 4, byte & 15].map(|digit| {
                let digit = char::from_digit(u32::from(digit), 16).unwrap_or('0');
                digit.to_ascii_uppercase()
            }));
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::uri;

    #[test]
    fn names_become_uris() {
        assert_eq!(uri("./sales orders/a:b.json"), "sales%20orders/a%3Ab.json");
        assert_eq!(uri("/srv/é.json"), "file:///srv/%C3%A9.json");
        assert_eq!(uri("C:/a.json"), "file:///C%3A/a.json");
        assert_eq!(uri("//host/share/a.json"), "file://host/share/a.json");
        assert_eq!(uri("-"), "stdin");
    }
}
